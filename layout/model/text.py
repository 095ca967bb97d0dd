"""Text before, during and after setting: `Inline` as written, `GlyphRun` as shaped, `Line` as justified.

Shaped text is counted in font units and knows no size, so one shaped word serves every line that it stands in.
"""

from dataclasses import field
from enum import Enum, IntFlag
from pathlib import Path
from typing import TypeAlias

from layout.diagnostics import Span
from layout.model.ink import Ink
from layout.record import record
from layout.units import Emu


class Emphasis(IntFlag):
    """Emphasis as written; the two nest."""

    NONE = 0
    BOLD = 1
    ITALIC = 2


@record
class Inline:
    """A stretch of text in one emphasis. A newline in `text` is a break given by the editor.

    `href` is a link of the digital edition, `refer` the slug whose page number this stands for ("page 4").
    """

    text: str
    span: Span
    emphasis: Emphasis = Emphasis.NONE
    href: str | None = None
    refer: str | None = None


Text: TypeAlias = tuple[Inline, ...]


def plain(text: Text) -> str:
    """The words of a text without emphasis."""
    return "".join(inline.text for inline in text)


@record
class Face:
    """One font at one place of its design space. `variations` are (axis tag, value) pairs, sorted by tag.

    `digest` is that of the file's content, so that two machines with the same font give the same bytes. Vertical
    metrics are in font units, `ascender` positive, `descender` negative.
    """

    id: str
    postscript_name: str
    path: Path = field(compare=False)
    index: int
    variations: tuple[tuple[str, float], ...]
    units_per_em: int
    ascender: int
    descender: int
    cap_height: int
    x_height: int
    italic_angle: float
    bbox: tuple[int, int, int, int]
    digest: str


@record
class GlyphRun:
    """A shaped word (no spaces inside). Advances and offsets are font units; `clusters` index into `text`.

    `clusters[i]` is the first character that glyph i stands for, ascending. Compared by identity: shaping gives the
    same object for the same word, so that whatever draws it can keep what it made of it.
    """

    face: Face
    text: str
    glyph_ids: tuple[int, ...]
    advances: tuple[int, ...]
    x_offsets: tuple[int, ...]
    y_offsets: tuple[int, ...]
    clusters: tuple[int, ...]
    width: int

    __eq__ = object.__eq__
    __hash__ = object.__hash__


class LineEnd(Enum):
    """What follows the last word of a `Glyphs` in the source."""

    NOTHING = "nothing"
    SPACE = "space"
    SOFT_HYPHEN = "soft hyphen"


@record
class Glyphs:
    """Words of one face on one baseline; `Placed.at` is the origin of the first.

    `offsets[i]` is the distance of word i's origin from the first's. One space stands between neighbouring words.
    `letter_space` is added after every glyph, `scale` is the horizontal scaling in thousandths (of the glyphs, not of
    the letter space). With SOFT_HYPHEN the last glyph of the last word is a hyphen that is not in the source.
    """

    face: Face
    size: Emu
    ink: Ink
    words: tuple[GlyphRun, ...]
    offsets: tuple[Emu, ...]
    letter_space: Emu = 0
    scale: int = 1000
    end: LineEnd = LineEnd.NOTHING


class LineFit(Enum):
    """How a line met its measure; anything but FITS becomes a finding. TORN is the first line that ends in a word which no
    measure holds, torn between two letters."""

    FITS = "fits"
    LOOSE = "loose"
    TORN = "torn"
    OVERFULL = "overfull"


@record
class Line:
    """One set line. Each of `glyphs` is (distance from the left edge of the column, paint); the baseline is the caller's.

    `width` is the natural reach of the ink from `indent`; a justified line reaches its `measure` to the EMU. `words` counts
    the source words that begin on this line, `break_at` is the break's index in the paragraph's items (see
    `typeset.linebreak`), `word_space` the mean word space in thousandths of the em (0 with fewer than two words).
    """

    glyphs: tuple[tuple[Emu, Glyphs], ...]
    indent: Emu
    measure: Emu
    width: Emu
    words: int
    break_at: int
    word_space: int
    end: LineEnd
    fit: LineFit
    span: Span | None
