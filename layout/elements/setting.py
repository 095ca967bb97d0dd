"""What every content kind needs in order to be set: the typecase, the style, the measure, the language.

Gives lines their blocks on the baseline grid. Knows nothing of legs and pages.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from types import MappingProxyType

from layout.model.page import Block, Breaking, Part, Placed
from layout.model.style import Style, TextStyle
from layout.model.text import Line, LineEnd, Text
from layout.record import record
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

    def on_grid_of(self, name: str) -> "Setting":
        """The setting with a grid of a role's own leading, for what stands by itself in type smaller than body text."""
        page, leading = self.style.page, self.role(name).leading
        if leading == page.leading:
            return self
        own = replace(
            page,
            leading=leading,
            baseline=page.baseline * leading // page.leading,
            inset=page.inset * leading // page.leading,
        )
        drop = self.style.makeup.table_rule_drop - (page.leading - leading) // 2
        makeup = replace(self.style.makeup, table_rule_drop=drop)
        return replace(self, style=replace(self.style, page=own, makeup=makeup))

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


def moved(paint: tuple[Placed, ...], dx: Emu, dy: Emu) -> tuple[Placed, ...]:
    """Paints shifted right and down."""
    return tuple([Placed(p.x + dx, p.y + dy, p.paint, p.part, p.span, p.story) for p in paint])
