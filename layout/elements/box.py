"""Boxes: a story of its own beside a story, with tint, frame, headline and legs.

Takes a `Box` and a width, gives paints in whole grid rows: head across, body in legs as level as its lines allow. A box
ranges with the type beside it: its top with the capitals of its first row, its foot with the baseline of its last.
"""

from dataclasses import replace

from layout.diagnostics import Span
from layout.elements.display import Display, set_display_lines, stacked
from layout.elements.legs import Galley, level_legs, misfits, pour
from layout.elements.setting import Setting, moved
from layout.elements.strip import SetBody
from layout.model.issue import At, Body, Need
from layout.model.page import Fill, Misfit, Paint, Part, Placed, Rule
from layout.model.style import BoxLook, Style
from layout.model.text import Inline, Text
from layout.record import record
from layout.units import Emu


@record
class Box:
    """A sidebar `legs` of its story wide (0: all of them) with `columns` legs of its own inside."""

    id: str
    body: Body
    span: Span
    headline: Text = ()
    kicker: Text = ()
    byline: tuple[str, ...] = ()
    language: str | None = None
    legs: int = 1
    columns: int = 1
    look: str = "plain"
    need: Need = Need.REQUIRED
    at: At = At.ANY


def set_box(setting: Setting, box: Box, width: Emu, set_body: SetBody, least: int = 1) -> Display:
    """The dressed box, `width` wide and at least `least` rows deep; `foot` is where it would end if it were only as deep as it
    must be. Type keeps the look's distance from all four edges: in a dressed box, what is over is shared between head and
    foot. Body lines at the leading of body text stand on the page's grid, others on one of their own."""
    look, page = setting.style.boxes[box.look], setting.style.page
    language = box.language or setting.language
    inner = replace(setting, voice=("box",), part=Part.BOX, language=language, measure=width - 2 * look.padding)
    inner = inner.on_grid_of("body")
    grid = inner.style.page
    head = _set_head(inner, box)
    body = _set_legs(inner, box, columns_of(setting.style, box, width), set_body)
    text_top = page.inset + look.top - (head.top if head.rows else grid.inset)
    body_top = text_top + _depth_of(head, inner, text_top if grid is page else None)
    last = body_top + (body.rows - 1) * grid.leading + grid.baseline + look.foot_rows * page.leading
    needed = max(1, -(-(last - page.baseline) // page.leading) + 1)
    rows = max(least, needed)
    spare = (rows - 1) * page.leading + page.baseline - last
    lower = spare // 2 if look.is_dressed else 0
    if grid is page:
        lower -= lower % page.leading
    paint = (
        *_dressed(setting, box, look, width, (rows - 1) * page.leading + page.baseline),
        *moved(head.paint, look.padding, text_top + lower),
        *moved(body.paint, look.padding, body_top + lower),
    )
    misfits = tuple(
        replace(misfit, x=misfit.x + look.padding, row=(body_top + lower + misfit.row * grid.leading) // page.leading)
        for misfit in body.misfits
    )
    return Display(paint, rows, head.words + body.words, foot=needed * page.leading, misfits=misfits)


def _depth_of(head: Display, setting: Setting, on_page_at: Emu | None) -> Emu:
    """How deep a head is with the white below it: down to a row of the page's grid where the body stands on that, else as it
    is, and two fifths of a line."""
    leading = setting.style.page.leading
    if on_page_at is not None:
        return -on_page_at % leading + head.rows * leading
    if not head.rows:
        return 0
    return head.foot + (head.rows - setting.rows(head.foot)) * leading + leading * 2 // 5


def columns_of(style: Style, box: Box, width: Emu) -> int:
    """The legs inside a box `width` wide: as many as it asks for, if they hold words."""
    return min(max(1, box.columns), style.most_legs(width - 2 * style.boxes[box.look].padding))


def _set_head(setting: Setting, box: Box) -> Display:
    byline = tuple(Inline(name, box.span) for name in (", ".join(box.byline),) if name)
    texts = ((box.kicker, "kicker"), (box.headline, "headline"), (byline, "byline"))
    displays = [
        set_display_lines(setting, text, setting.role(role), setting.measure, box.span, Part.BOX)
        for text, role in texts
        if text
    ]
    below = setting.role("headline").rows_below if displays else 0
    return stacked(displays, setting.style.page.leading, below)


def _set_legs(setting: Setting, box: Box, columns: int, set_body: SetBody) -> Display:
    page = setting.style.page
    measure = page.measure_of(setting.measure, columns)
    galley = Galley([strip.blocks for strip in set_body(replace(setting, measure=measure), box.body)])
    if not galley.blocks:
        return Display()
    breaks, depth = level_legs(galley, [0] * columns, setting.style.makeup)
    paint: list[Placed] = []
    loose: list[Misfit] = []
    begin = 0
    for column, leg in enumerate(breaks.ends):
        x = column * (measure + page.alley)
        paint += moved(pour(galley, begin, leg, page.leading), x, 0)
        loose += [misfit.moved(x, 0) for misfit in misfits(galley, begin, leg, measure)]
        begin = leg.end
    return Display(tuple(paint), depth, galley.words(0, begin), misfits=tuple(loose))


def _dressed(setting: Setting, box: Box, look: BoxLook, width: Emu, foot: Emu) -> tuple[Placed, ...]:
    """Ground, frame and rules from the top of the capitals to the last baseline."""
    top = setting.style.page.inset
    paints: list[tuple[Emu, Emu, Paint]] = []
    if look.ground is not None:
        paints.append((0, top, Fill(width, foot - top, look.ground)))
    if look.frame:
        half, ink = look.frame // 2, look.frame_ink
        across, down = Rule(width, 0, look.frame, ink), Rule(0, foot - top, look.frame, ink)
        paints += [(0, top + half, across), (0, foot - half, across), (half, top, down), (width - half, top, down)]
    for thickness, y in ((look.rule_above, top + look.rule_above // 2), (look.rule_below, foot - look.rule_below // 2)):
        if thickness:
            paints.append((0, y, Rule(width, 0, thickness, look.frame_ink)))
    return tuple(Placed(x, y, paint, Part.RULE, box.span, setting.story) for x, y, paint in paints)
