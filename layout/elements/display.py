"""Display text and what is set as one piece: headlines, decks, cutlines, and the pieces that stand beside text.

Takes text, a role and a width, gives a `Display` in whole rows of the grid. Knows nothing of where it stands.
"""

from collections.abc import Sequence
from dataclasses import replace

from layout.diagnostics import Span
from layout.elements.links import links_of
from layout.elements.setting import Setting, moved, with_pages
from layout.model.page import Misfit, Part, Placed
from layout.model.style import TextStyle
from layout.model.text import Line, Text
from layout.record import record
from layout.typeset.setting import reset_display, set_display
from layout.units import Emu


@record
class Display:
    """Something set as one piece: paints from its top left corner, its depth in rows and its source words.

    `top` is the distance from its own top to that of its first capitals, `foot` to where its type ends, `lines` the number of
    its lines, `width` that of the widest; `misfits` are lines of text in it that did not meet their measure.
    """

    paint: tuple[Placed, ...] = ()
    rows: int = 0
    words: int = 0
    lines: int = 0
    top: Emu = 0
    foot: Emu = 0
    width: Emu = 0
    misfits: tuple[Misfit, ...] = ()

    @property
    def last(self) -> Emu:
        """The baseline of its last line; 0 without lines."""
        return max((placed.y for placed in self.paint), default=0)


def set_display_lines(
    setting: Setting, text: Text, role: TextStyle, width: Emu, span: Span | None = None, part: Part = Part.DISPLAY
) -> Display:
    """Headings and other display text, ragged and even, in whole grid rows.

    The type stands optically in its rows: what the rows leave over is shared between above the capitals and below
    the descenders. Lines at the grid's own leading stand on the grid's baselines.
    """
    lines = set_display(setting.case, text, role, setting.language, width)
    if not lines:
        return Display()
    numbered = with_pages(setting, text)
    if numbered is not text:
        breaks = tuple(line.break_at for line in lines)
        lines = reset_display(setting.case, numbered, role, setting.language, width, breaks)
    page = setting.style.page
    capitals, descent = heights(lines, role)
    if role.leading == page.leading:
        first, rows, foot = page.baseline, len(lines), len(lines) * page.leading
    else:
        inner = role.gap + capitals + (len(lines) - 1) * role.leading + descent
        rows = setting.rows(inner)
        spare = 0 if role.gap else (rows * page.leading - inner) // 2
        first, foot = role.gap + spare + capitals, spare + inner
    paint = tuple(
        Placed(dx, first + number * role.leading, glyphs, part, span or line.span, setting.story)
        for number, line in enumerate(lines)
        for dx, glyphs in line.glyphs
    )
    above = role.leading * 3 // 4
    for number, link in links_of(setting, numbered, lines, role.leading):
        paint += (replace(link, y=first + number * role.leading - above, part=part),)
    words, widest = sum(line.words for line in lines), max(line.width for line in lines)
    return Display(paint, rows, words, len(lines), first - capitals, foot, widest)


def stacked(displays: Sequence[Display], leading: Emu, rows_below: int = 0) -> Display:
    """Displays one under the other, in whole rows together, with rows of white after the last. What stands on the grid
    stays on it."""
    if not displays:
        return Display()
    paint: list[Placed] = []
    foot = 0
    for display in displays:
        depth = display.rows * leading
        if display.foot in (0, depth):
            foot += -foot % leading
        paint += moved(display.paint, 0, foot)
        foot += display.foot or depth
    words, rows = sum(display.words for display in displays), -(-foot // leading)
    lines, widest = sum(display.lines for display in displays), max(display.width for display in displays)
    return Display(tuple(paint), rows + rows_below, words, lines, displays[0].top, foot, widest)


def heights(lines: tuple[Line, ...], role: TextStyle) -> tuple[Emu, Emu]:
    """Height of the capitals above, and depth of the descenders below, the baseline of set lines' first face."""
    for line in lines:
        for _, glyphs in line.glyphs:
            face = glyphs.face
            return (
                face.cap_height * role.size // face.units_per_em,
                -face.descender * role.size // face.units_per_em,
            )
    return role.size, 0
