"""What every content kind needs in order to be set: the typecase, the style, the measure, the language.

Gives lines their blocks on the baseline grid. Knows nothing of legs and pages.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from types import MappingProxyType

from layout.diagnostics import Span
from layout.elements.links import links_of
from layout.model.page import Block, Breaking, Misfit, Part, Placed
from layout.model.style import Style, TextStyle
from layout.model.text import Line, LineEnd, Text
from layout.record import record
from layout.typeset.setting import reset_display, set_display
from layout.typeset.typecase import Typecase
from layout.units import Emu


@record
class Setting:
    """Where and for whom content is set.

    `voice` is what speaks, from the outside in: inside `("box", "quotation")` the role `body` is the style's
    `box-quotation-body` where it has one, else its `box-body`, else its `body`. `pages` says where stories stand, as
    far as is known.
    """

    case: Typecase
    style: Style
    language: str
    measure: Emu
    story: str | None = None
    voice: tuple[str, ...] = ()
    part: Part = Part.BODY
    pages: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def role(self, name: str) -> TextStyle:
        """The text style of a role, in this setting's voice where there is one."""
        text = self.style.text
        for outer in range(len(self.voice), 0, -1):
            own = text.get("-".join((*self.voice[:outer], name)))
            if own is not None:
                return own
        return text[name]

    def inside(self, voice: str, inset: Emu = 0) -> "Setting":
        """The setting of content inside a container that takes `inset` off the measure."""
        return replace(self, voice=(*self.voice, voice), measure=self.measure - inset)

    def at(self, measure: Emu) -> "Setting":
        """The same setting at another measure."""
        return replace(self, measure=measure)

    def rows(self, depth: Emu) -> int:
        """Grid rows that hold a depth."""
        return -(-depth // self.style.page.leading)


def lines_on_grid(setting: Setting, lines: tuple[Line, ...], x: Emu = 0, kind: str = "line") -> tuple[Block, ...]:
    """One block a line, each on its grid row, with the places where a leg may end.

    A leg leaves at least the style's orphan lines behind and takes at least its widow lines along.
    """
    makeup, baseline = setting.style.makeup, setting.style.page.baseline
    part, story, last = setting.part, setting.story, len(lines)
    blocks = []
    for number, line in enumerate(lines, 1):
        if number == last:
            breaking = Breaking.ALLOWED
        elif number < makeup.orphan_lines or last - number < makeup.widow_lines:
            breaking = Breaking.FORBIDDEN
        else:
            breaking = Breaking.HYPHEN if line.end is LineEnd.SOFT_HYPHEN else Breaking.ALLOWED
        paint = tuple([Placed(x + dx, baseline, glyphs, part, line.span, story) for dx, glyphs in line.glyphs])
        blocks.append(Block(paint, 1, breaking, 0, 0, line.words, kind, line.fit, line.word_space, line.span))
    return tuple(blocks)


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


def with_pages(setting: Setting, text: Text) -> Text:
    """A text with the numbers of the pages to which it refers, as far as they are known; the text itself if it has none."""
    if not any(inline.refer in setting.pages for inline in text if inline.refer):
        return text
    return tuple(
        replace(inline, text=inline.text.replace("00", str(setting.pages[inline.refer])))
        if inline.refer and inline.refer in setting.pages
        else inline
        for inline in text
    )


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


def moved(paint: tuple[Placed, ...], dx: Emu, dy: Emu) -> tuple[Placed, ...]:
    """Paints shifted right and down."""
    return tuple([Placed(p.x + dx, p.y + dy, p.paint, p.part, p.span, p.story) for p in paint])
