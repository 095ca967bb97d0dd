"""What goes to paper: a complete display list, page by page.

Origin top left, y down, EMU. Whatever draws a `Page` draws the same paper: no decision is left to the drawing.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from layout.diagnostics import Place, Span
from layout.model.ink import Ink
from layout.model.style import Posture
from layout.model.text import Face, Glyphs, LineFit
from layout.record import record
from layout.units import Emu


@record
class Fill:
    """A filled rectangle with its top left corner at `Placed.at`."""

    width: Emu
    depth: Emu
    ink: Ink


@record
class Rule:
    """A straight line from `Placed.at` by (dx, dy), `thickness` wide, centred on its path. `dash` in EMU, on and off."""

    dx: Emu
    dy: Emu
    thickness: Emu
    ink: Ink
    dash: tuple[Emu, ...] = ()


PHOTOGRAPHS = ("jpeg", "tiff")
"""The kinds of picture files that may lose an edge and be sharpened. Drawings and diagrams (PNG, SVG) say something in
every corner, and are shown whole and as they are."""


@record
class LabelFace:
    """A face for labels of a drawing that ask for a family of this name, in lower case, and a weight and posture; `""` is
    the family of those that ask for none at hand."""

    family: str
    weight: int
    posture: Posture
    face: Face


@record
class PictureSource:
    """A picture file of the workspace, measured when it was read. `digest` is of its content, and of the fonts of its
    labels; `pixels` after EXIF rotation (for SVG its nominal size, for PDF its points), `bits` those of a channel; `size` is
    what it is on paper, EMU, where an advertisement's file says so: PDF, and SVG in units of paper. `labels` are the faces of
    a drawing's text."""

    path: Path
    digest: str
    pixels: tuple[int, int]
    kind: str
    size: tuple[Emu, Emu] | None = None
    bits: int = 8
    labels: tuple[LabelFace, ...] = ()

    @property
    def is_line_art(self) -> bool:
        """Whether its rows may be ink as they are: a PNG of one bit."""
        return self.kind == "png" and self.bits == 1


@record
class Picture:
    """A picture in a rectangle. `crop` is the part shown: left, top, right, bottom in millionths of the picture."""

    width: Emu
    depth: Emu
    source: PictureSource
    crop: tuple[int, int, int, int] = (0, 0, 1_000_000, 1_000_000)
    alt: str = ""


@record
class Clip:
    """Paints that show only inside a rectangle; their places count from its top left corner."""

    width: Emu
    depth: Emu
    placed: tuple["Placed", ...]


@record
class Link:
    """A rectangle that leads somewhere in the digital edition: an address, or a page of this issue."""

    width: Emu
    depth: Emu
    href: str | None = None
    page: int | None = None


Paint: TypeAlias = Glyphs | Fill | Rule | Picture | Clip | Link


class Part(Enum):
    """Which part of the paper a placed paint belongs to; checks read it, drawing does not."""

    BODY = "body"
    DISPLAY = "display"
    BOX = "box"
    PICTURE = "picture"
    CUTLINE = "cutline"
    SLOGAN = "slogan"
    FURNITURE = "furniture"
    AD = "advertisement"
    RULE = "rule"


@record
class Placed:
    """A paint at (x, y), the source that caused it, and the story that it belongs to (None for furniture)."""

    x: Emu
    y: Emu
    paint: Paint
    part: Part = Part.BODY
    span: Span | None = None
    story: str | None = None


class Breaking(Enum):
    """Whether a leg may end after a block."""

    ALLOWED = "allowed"
    HYPHEN = "hyphen"
    FORBIDDEN = "forbidden"


@record
class Block:
    """The smallest thing make-up moves: a line of text, a subhead, a rule; `rows` grid rows deep.

    Paints count from the block's top left corner. `rows_above` is white that vanishes at the head of a leg, and may be
    spread by up to `spread` rows more; `paint_above` stands in that white and vanishes with it. `words` is the number of
    source words it carries, `piece` the id of a piece of the manifest that it is.
    """

    paint: tuple[Placed, ...]
    rows: int
    break_after: Breaking = Breaking.ALLOWED
    rows_above: int = 0
    spread: int = 0
    words: int = 0
    kind: str = "line"
    fit: LineFit = LineFit.FITS
    word_space: int = 0
    span: Span | None = None
    piece: str = ""
    paint_above: tuple[Placed, ...] = ()


@record
class Misfit:
    """A line that did not meet its measure: its block, the left edge, the row and the measure of it."""

    block: Block
    x: Emu
    row: int
    measure: Emu

    def moved(self, dx: Emu, rows: int) -> "Misfit":
        """The same, shifted right and down."""
        return Misfit(self.block, self.x + dx, self.row + rows, self.measure)


@record
class Bookmark:
    """An entry of the digital edition's outline; `level` 0 is the top."""

    title: str
    page: int
    y: Emu
    level: int = 0


@record
class Page:
    """One page of paper; `score` names what its make-up cost, `rows` are those of its well."""

    number: int
    width: Emu
    depth: Emu
    bleed: Emu
    live: tuple[Emu, Emu, Emu, Emu]
    placed: tuple[Placed, ...]
    score: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    rows: int = 0


@record
class Trouble:
    """A line that did not meet its measure, and where it stands; `word_space` in thousandths of the em."""

    kind: LineFit
    page: int
    x: Emu
    y: Emu
    width: Emu
    depth: Emu
    word_space: int
    story: str | None
    span: Span | None


@record
class HeadFit:
    """How deep a story's head is and how wide its widest line, and the rows and the width of the place that it has."""

    rows: int = 0
    of_rows: int = 0
    width: Emu = 0
    of_width: Emu = 0


@record
class StoryFit:
    """How a story fared: where it stands, how long it is and what did not fit (`overset_depth` is column depth).

    `source_words` counts the story as written, without what the fit left out; `words` what stands on pages; the rest must
    be `overset_words`. `nearest_end` names the paragraph (counted from 1) that ends nearest to the cut of an overset
    story, and by how many lines after it (before it where negative). `gap_rows` stay empty below the story, `short_rows`
    are what its legs lack to end level, all together, `deeper` names a piece beside which its text ends before the piece
    does; `white_area` is all that they leave white at their ends, square EMU.
    `left_behind` are the pages on which it jumps, each with the lines of text that stand there.
    """

    slug: str
    pages: tuple[int, ...]
    source_words: int
    words: int
    lines: int
    overset_lines: int = 0
    overset_words: int = 0
    overset_depth: Emu = 0
    nearest_end: tuple[int, int] | None = None
    gap_rows: int = 0
    short_rows: int = 0
    white_area: int = 0
    deeper: str = ""
    fit: tuple[str, ...] = ()
    span: Span | None = None
    head: HeadFit = HeadFit()
    left_behind: tuple[tuple[int, int], ...] = ()


@record
class SlotFit:
    """A slot of the dummy that does not suit what it takes: `name` needs `rows` (none: the story ended before it) of the
    `of_rows` that it has under the page's furniture (none or fewer: it begins below the page's last row), and a `width` of
    its own where that is greater than `of_width`. `place` is where it is, as large as what stands there if that is larger."""

    name: str
    rows: int
    of_rows: int
    place: Place
    span: Span
    width: Emu = 0
    of_width: Emu = 0


@record
class ListFit:
    """A contents list that leaves stories out, by their slugs: all would take `rows` of the `of_rows` of its slot."""

    slugs: tuple[str, ...]
    rows: int
    of_rows: int
    span: Span


@record
class AdFit:
    """An advertisement that finds no room on its page (`slot` is empty), or stands where a slot of the dummy is; `rows`
    are those that the slot has above or below it."""

    name: str
    page: int
    span: Span
    slot: str = ""
    rows: tuple[int, int] = (0, 0)


@record
class Pages:
    """The whole issue on paper. `unused` names pieces of the manifest that stand on no page, `lists` are contents lists
    that have no room for all stories, `slots` those of the dummy that do not suit, `ads` advertisements that do not;
    `unnamed` sections whose names stand on no page, with their first stories."""

    title: str
    language: str
    pages: tuple[Page, ...]
    stories: tuple[StoryFit, ...]
    outline: tuple[Bookmark, ...] = ()
    unused: tuple[tuple[str, Span], ...] = ()
    troubles: tuple[Trouble, ...] = ()
    lists: tuple[ListFit, ...] = ()
    slots: tuple[SlotFit, ...] = ()
    ads: tuple[AdFit, ...] = ()
    unnamed: tuple[tuple[str, str, Span], ...] = ()
