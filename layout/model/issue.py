"""What the editor asked for: an issue with every name resolved, every length in EMU, every file found and measured."""

import datetime
from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeAlias

from layout.diagnostics import Span
from layout.model.page import PictureSource
from layout.model.press import UNPRINTED, Press
from layout.model.style import PageStyle, Style
from layout.model.text import Text
from layout.record import record
from layout.units import Emu

PAGE_WIDE = 0
"""A `legs` of 0: as wide as the story or the page."""


class Content(Protocol):
    """A piece of a story's body: one of the dataclasses in `layout.elements`."""

    @property
    def span(self) -> Span: ...


Body: TypeAlias = tuple[Content, ...]


class Start(Enum):
    """Where a story of a run may begin."""

    HERE = "here"
    PAGE = "page"
    RECTO = "recto"
    VERSO = "verso"


class At(Enum):
    """Where a piece stands in its story: `TEXT` is where the text has it, `ANY` where it does best."""

    ANY = "any"
    TOP = "top"
    MIDDLE = "middle"
    FOOT = "foot"
    TEXT = "text"


class Need(Enum):
    """Whether a piece may be left out to make a page fit."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class Jumping(Enum):
    """Whether a story may go on on another page."""

    NEVER = "never"
    ALLOWED = "allowed"
    TO = "to"


@record
class Jump:
    """`page` is the one that a story asked to go on on, with `Jumping.TO`."""

    kind: Jumping = Jumping.NEVER
    page: int | None = None


@record
class Dateline:
    """Where and when a story was filed."""

    place: str = ""
    date: datetime.date | None = None


@record
class Article:
    """A story with its head. `legs` is the number of legs asked for (None: the style's choice).

    `pieces` are the pictures, boxes and slogans that the manifest gives it, in order, beside those in its body.
    """

    slug: str
    language: str
    body: Body
    span: Span
    section: str = ""
    kicker: Text = ()
    headline: Text = ()
    headlines: tuple[Text, ...] = ()
    deck: Text = ()
    byline: tuple[str, ...] = ()
    byline_note: str = ""
    dateline: Dateline | None = None
    legs: int | None = None
    priority: int = 2
    start: Start = Start.HERE
    pieces: Body = ()
    jump: Jump = Jump()


class SlotKind(Enum):
    """What a slot takes."""

    ARTICLE = "article"
    BOX = "box"
    PICTURE = "picture"
    SLOGAN = "slogan"
    MASTHEAD = "masthead"
    CONTENTS = "contents"


@record
class Slot:
    """A rectangle of the page grid: units `first_unit`..`last_unit` and rows `first_row`..`last_row`, from 1, inclusive.
    `across` are the units of the whole picture of which this is the half on one side of the fold, those of the right-hand page
    counted on from those of the left-hand one."""

    kind: SlotKind
    id: str
    first_unit: int
    last_unit: int
    first_row: int
    last_row: int
    legs: int | None
    span: Span
    bleeds: bool = False
    across: tuple[int, int] | None = None

    def edges(self, page: PageStyle, rows: int) -> "Edges":
        """The edges of a page with so many rows that the slot touches; where furniture stands at its head, not the top."""
        bare = rows == page.rows
        return Edges(
            self.first_unit == 1, bare and self.first_row == 1, self.last_unit == page.units, self.last_row >= rows
        )


class Edges(NamedTuple):
    """Which edges of a page something touches."""

    left: bool
    top: bool
    right: bool
    foot: bool


@record
class DummyPages:
    """The plan of one page, or of a row of pages that a run of stories fills; pages count from 1, inclusive."""

    first: int
    last: int
    furniture: str | None
    slots: tuple[Slot, ...]
    run: tuple[str, ...]
    span: Span


class Corner(Enum):
    """Where on its page an advertisement stands; the outer side is the one away from the fold."""

    BOTTOM_OUTER = "bottom-outer"
    BOTTOM_INNER = "bottom-inner"
    BOTTOM = "bottom"
    TOP_OUTER = "top-outer"
    TOP_INNER = "top-inner"
    TOP = "top"


@record
class Ad:
    """An advertisement as booked: `units` of the page's grid wide, `depth` deep, on a page."""

    id: str
    source: PictureSource
    units: int
    depth: Emu
    page: int
    at: Corner
    span: Span
    alt: str = ""


@record
class PageCount:
    """The pages wanted; `multiple` is the press's."""

    least: int = 1
    most: int = 1000
    multiple: int = 1
    span: Span | None = None


@record
class Nameplate:
    """The paper's title and what stands around it."""

    title: str
    motto: Text = ()
    left_ear: Text = ()
    right_ear: Text = ()
    skybox: Text = ()
    span: Span | None = None


@record
class Issue:
    """A whole issue, ready for make-up. `pieces` holds boxes, pictures and slogans of the manifest by id."""

    publication: str
    date: datetime.date
    language: str
    style: Style
    root: Path
    slug: str
    span: Span
    articles: tuple[Article, ...]
    dummy: tuple[DummyPages, ...]
    nameplate: Nameplate
    pages: PageCount
    number: str = ""
    edition: str = ""
    price: str = ""
    press: Press = UNPRINTED
    masthead: Body = ()
    pieces: Mapping[str, Content] = field(default_factory=lambda: MappingProxyType({}))
    ads: tuple[Ad, ...] = ()

    def legs_of(self, article: Article, slot: Slot | None = None) -> int:
        """In how many legs a story stands in a slot, or in a run where there is none: as many as were asked for, or more
        where those would be wider than the style allows."""
        return max(self.legs_asked(article, slot), self.style.fewest_legs(self.width_of(slot)))

    def legs_asked(self, article: Article, slot: Slot | None = None) -> int:
        """The legs that the slot, the story or else the style asks for there."""
        units, makeup = self.style.page.units, self.style.makeup
        across = _units(slot) if slot else units
        return (slot.legs if slot else None) or article.legs or max(1, across * makeup.legs // units)

    def width_of(self, slot: Slot | None) -> Emu:
        """The width of a slot, or of the page where there is none."""
        return self.style.page.width_of(_units(slot) if slot else self.style.page.units)


def _units(slot: Slot) -> int:
    return slot.last_unit - slot.first_unit + 1
