"""The skybox: a strip above the nameplate that points inside."""

from layout.elements.display import Display
from layout.elements.setting import moved
from layout.furniture.setting import PageSetting
from layout.model.page import Fill, Part, Placed
from layout.model.style import Align
from layout.record import record
from layout.units import Emu


@record
class SkyboxOptions:
    """The strip above the nameplate with the words of `nameplate: {skybox: ...}`."""

    ground: str
    """The strip's colour: one of the style's inks, by name."""
    padding: Emu
    """White above the capitals and below the line of type."""
    rows_below: int
    """Grid rows of white below the strip."""


def set_skybox(page: PageSetting, options: SkyboxOptions) -> Display:
    """The strip across the page; nothing where the issue has none."""
    text = page.issue.nameplate.skybox
    if not text:
        return Display()
    style = page.setting.style
    lines = page.line(text, style.text["skybox"], Align.CENTRE, page.width)
    last = max(placed.y for placed in lines.paint) - lines.top
    depth = last + 2 * options.padding
    ground = Placed(0, 0, Fill(page.width, depth, style.inks[options.ground]), Part.FURNITURE, page.issue.span)
    paint = (ground, *moved(lines.paint, 0, options.padding - lines.top))
    return Display(paint, page.setting.rows(depth) + options.rows_below)
