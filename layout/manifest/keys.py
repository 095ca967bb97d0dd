"""The keys of `issue.yaml`: which there are and what each may hold.

Plain classes, the one definition of the language's shape: `fast` reads sound manifests into them in no time, `adapter`
hands them to pydantic, which says what is wrong with the others, and `schema` tells them to text editors, docstrings and
all. Names that must exist (styles, stories, pieces) are checked where they are resolved.
"""

import datetime
import re
from collections.abc import Callable
from typing import Annotated, Any, NamedTuple

from layout.manifest.lengths import Unclear, read_focus, read_range, read_sheet_pages
from layout.model.issue import At, Corner, Jumping, Start

_NAME = re.compile(r"[^\s/\\\[\]{}:]+")


class Written:
    """How a value is written, by the name of its notation: an entry of `schema.notation`, which says it to text editors."""

    def __init__(self, notation: str) -> None:
        self.notation = notation


class Reads(Written):
    """A notation with its reading: `read` turns what is written into what the field holds, or raises Unclear."""

    def __init__(self, read: Callable[[Any], Any], notation: str) -> None:
        super().__init__(notation)
        self.read = read

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from layout.manifest.adapter import reading

        return reading(self.read, handler(source))


class Shortens(Reads):
    """A notation that may stand for what the field holds, which may be written at length as well."""


class Within(NamedTuple):
    """A number's bounds, both included."""

    least: int
    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        return {**handler(source), "ge": self.least, "le": self.most}


def _day(value: Any) -> Any:
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise Unclear("M013", f'"{value}" is not a date', "write year-month-day, like 2026-11-22")


def _name(value: Any) -> Any:
    if not isinstance(value, str) or _NAME.fullmatch(value) is None:
        raise Unclear("M012", f'"{value}" is not a name', "write letters, digits and hyphens, without spaces")
    return value


def _legs(value: Any) -> Any:
    return 0 if value == "page" else value


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _depths(value: Any) -> Any:
    return {"min": value, "max": value} if isinstance(value, str) else value


def _focus(value: Any) -> Any:
    if isinstance(value, list):
        value = ",".join(str(one) for one in value)
    return read_focus(str(value))


def _version(value: Any) -> Any:
    if value != "1":
        message = f'this program reads version 1 of the language, not "{value}"'
        raise Unclear("M012", message, "write `layout: 1`")
    return value


def _page_count(value: Any) -> Any:
    return {"min": value, "max": value} if isinstance(value, str) else value


def _press(value: Any) -> Any:
    return {"profile": value} if isinstance(value, str) else value


def _dateline(value: Any) -> Any:
    return {"place": value} if isinstance(value, str) else value


def _jump(value: Any) -> Any:
    if isinstance(value, str) and value in ("never", "allowed"):
        return {"kind": value}
    if isinstance(value, dict) and value.keys() == {"to"}:
        return {"kind": "to", **value}
    raise Unclear("M012", "this is not a jump", "write `{to: 4}`, `allowed` or `never`")


def _range(value: Any) -> Any:
    return read_range(value if isinstance(value, str) else str(value))


def _sheet_pages(value: Any) -> Any:
    return read_sheet_pages(str(value))


Day = Annotated[datetime.date, Reads(_day, "day")]
Name = Annotated[str, Reads(_name, "name")]
Length = Annotated[str, Written("length")]
Language = Annotated[str, Written("language")]
Names = Annotated[tuple[str, ...], Shortens(_one_or_more, "text")]
Range = Annotated[tuple[int, ...], Reads(_range, "range")]
Focus = Annotated[tuple[int, ...], Reads(_focus, "point")]
SheetPages = Annotated[str, Reads(_sheet_pages, "sheet-pages")]
Legs = Annotated[int, Within(0, 24), Reads(_legs, "legs")]
Columns = Annotated[int, Within(1, 24)]
Pages = Annotated[int, Within(1, 1000)]


class Keys:
    """One table of the manifest: what a class below this names are its keys, with the values that stand for those left
    out. Made dataclasses only where pydantic reads them: that takes longer than to read an issue."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)


class NameplateKeys(Keys):
    """The paper's title and what stands around it."""

    title: str | None = None
    """The paper's name as it is set; the publication's, if left out."""
    motto: str = ""
    """A line below the title."""
    left_ear: str = ""
    """Text left of the title, line breaks kept."""
    right_ear: str = ""
    """Text right of the title, line breaks kept."""
    skybox: str = ""
    """A line across the page above the title, for what waits inside."""


class MastheadKeys(Keys):
    """The box with ownership and staff: Markdown, or a file that ends in .md."""

    text: str
    """Markdown, or the name of a file that ends in .md."""


class DatelineKeys(Keys):
    """Where and when a story was filed."""

    place: str = ""
    """The town."""
    date: Day | None = None
    """The day of the report, if it is not the issue's."""


class DepthKeys(Keys):
    """The least and the greatest depth of a picture."""

    min: Length
    """The least depth: 60mm, 12 lines."""
    max: Length
    """The greatest depth."""


class PageCountKeys(Keys):
    """How many pages the issue may have."""

    min: Pages = 1
    """The fewest pages."""
    max: Pages = 1000
    """The most pages."""
    multiple: Annotated[int, Within(1, 64)] = 1
    """The count is a multiple of this, as the press needs: 2, 4, 8. Pages are added to reach it."""


class JumpKeys(Keys):
    """Whether a story may go on on another page, and on which."""

    kind: Jumping = Jumping.NEVER
    """never, allowed (where there is need), or to."""
    to: Pages | None = None
    """The page on which the story goes on; it may be an earlier one."""


class ArticleKeys(Keys):
    """A story with its head; `story` is a file, `text` the Markdown itself."""

    slug: Name | None = None
    """The story's short name, by which the dummy, jumps and [[references]] know it; the story's file name, if left
    out."""
    story: str | None = None
    """The story's Markdown file, as seen from the manifest."""
    text: str | None = None
    """The story's Markdown itself, instead of a file."""
    language: Language | None = None
    """The story's language, if it is not the issue's: de, es, fr."""
    section: str = ""
    """The section that the story opens or belongs to; it stands at the head of the page."""
    kicker: str = ""
    """A word or two above the headline."""
    headline: str = ""
    """The headline."""
    headlines: Names = ()
    """Shorter headlines, taken only where the story would not fit otherwise."""
    deck: str = ""
    """The sentence below the headline."""
    byline: Names = ()
    """Who wrote it, a line each."""
    byline_note: str = ""
    """A line below the byline, such as an office or address."""
    dateline: Annotated[DatelineKeys, Shortens(_dateline, "text")] | None = None
    """Where and when the story was filed; a place alone may be written as one word."""
    columns: Columns | None = None
    """How many legs the story has; the slot's or style's, if left out."""
    priority: Annotated[int, Within(1, 9)] = 2
    """1 leads the paper, 9 may be small: decides the size of the headline and the place in the contents."""
    start: Start = Start.HERE
    """In a run, where the story begins: here (after the story before it), page, recto or verso."""
    pictures: Names = ()
    """Ids of pictures that stand with the story."""
    boxes: Names = ()
    """Ids of boxes that stand with the story."""
    slogans: Names = ()
    """Ids of slogans that stand with the story."""
    jump: Annotated[JumpKeys, Reads(_jump, "jump")] | None = None
    """Where the story may go on: {to: 4}, allowed or never."""


class BoxKeys(Keys):
    """A sidebar with a story of its own; `text` is Markdown, or a file that ends in .md."""

    id: Name
    """The box's name, for articles and the dummy."""
    text: str
    """Markdown, or the name of a file that ends in .md."""
    headline: str = ""
    """The box's own headline."""
    kicker: str = ""
    """A word or two above it."""
    byline: Names = ()
    """Who wrote it."""
    language: Language | None = None
    """The box's language, if it is not the issue's."""
    span: Legs = 1
    """How many legs of the story it goes across, or page."""
    columns: Columns = 1
    """How many legs it has of its own."""
    look: str | None = None
    """One of the style's looks of boxes: tinted, framed, ruled."""
    optional: bool = False
    """true: may be left out where the story would not fit otherwise."""
    at: At = At.ANY
    """Where it stands among the story's legs: any, top, middle, foot or text."""


class SloganKeys(Keys):
    """Display lines."""

    id: Name
    """The slogan's name, for articles and the dummy."""
    lines: Names
    """Its lines."""
    look: str | None = None
    """One of the style's looks of slogans: banner, closing."""
    span: Legs = 1
    """How many legs it goes across, or page."""
    at: At = At.ANY
    """Where it stands among the story's legs."""


class PictureKeys(Keys):
    """A picture, or a `grid` of pictures of the manifest, `across` in a row; `focus` is the point that a crop keeps in
    view."""

    id: Name
    """The picture's name, for articles and the dummy."""
    file: str | None = None
    """The file, as seen from the manifest: JPEG, PNG, TIFF or SVG."""
    grid: Names = ()
    """Ids of pictures that stand together in place of one."""
    across: Annotated[int, Within(1, 6)] = 2
    """How many pictures of a grid stand in a row."""
    cutline: str = ""
    """The words below the picture."""
    credit: str = ""
    """Who made it."""
    alt: str = ""
    """What is to be seen, for who cannot see it."""
    span: Legs = 1
    """How many legs it goes across, or page."""
    depth: Annotated[DepthKeys, Shortens(_depths, "length")] | None = None
    """How deep it may be: 80mm, or {min: 60mm, max: 95mm}; make-up uses the play to level legs."""
    focus: Focus | None = None
    """The point that a crop keeps in view, as shares of width and depth: [0.4, 0.5]."""
    at: At = At.ANY
    """Where it stands among the story's legs: any, top, middle, foot or text."""


class AdKeys(Keys):
    """An advertisement at the size that was booked."""

    id: Name
    """Its name."""
    file: str
    """A PDF of one page at the booked size, or a picture: ads/chandler.pdf."""
    columns: Columns
    """Its width in units of the page's grid: 3 of twelve are a quarter of the page."""
    depth: Length
    """Its depth: 120mm."""
    page: Pages
    """The page that it was booked on."""
    at: Corner = Corner.BOTTOM_OUTER
    """Where it stands: bottom-outer, bottom-inner, bottom, top-outer, top-inner, top. Several are stacked, the largest
    first."""
    alt: str = ""
    """What it shows, for readers who cannot see it."""


class SlotKeys(Keys):
    """A rectangle of the page grid and the one thing that it takes."""

    article: str | None = None
    """The slug of the story that stands here."""
    box: str | None = None
    """The id of the box that stands here."""
    picture: str | None = None
    """The id of the picture that stands here."""
    slogan: str | None = None
    """The id of the slogan that stands here."""
    masthead: bool = False
    """true: the masthead stands here."""
    contents: bool = False
    """true: the contents list stands here."""
    columns: Range | None = None
    """The units that the slot takes across the page: 1-8 of twelve."""
    rows: Range | None = None
    """The baseline rows that it takes, counted from below the furniture: 1-30; down to the foot, if left out."""
    legs: Columns | None = None
    """How many legs a story has here."""
    bleed: bool = False
    """true: a picture reaches over the trimmed edge where its slot touches the margin."""


class DummyKeys(Keys):
    """The plan of one page, or of the pages that a run of stories fills."""

    page: Pages | None = None
    """The page that is planned, by slots."""
    pages: Range | None = None
    """The pages that a run fills: 2-5."""
    furniture: str | None = None
    """The style's set of furniture: front, inside, section or back."""
    slots: tuple[SlotKeys, ...] = ()
    """What stands where."""
    run: Names = ()
    """Slugs of stories that follow one another through the pages."""


class PressKeys(Keys):
    """The press profile, and the pages booked in colour where they are not the profile's: numbers, ranges, n for the last,
    n/2 for the middle."""

    profile: Annotated[str, Written("press-name")] = "newsprint"
    """The press profile's name: newsprint, newsprint-x1a, proof, digital, or one of styles/press/."""
    colour_pages: tuple[SheetPages, ...] | None = None
    """The pages booked in colour, if not the profile's: [1, n/2, n/2+1, n], 2-5, all. The others are black alone."""


class IssueKeys(Keys):
    """issue.yaml."""

    layout: Annotated[str, Reads(_version, "version")]
    """The version of this language: 1."""
    publication: str
    """The paper's name."""
    date: Day
    """The day of issue: 2026-11-22."""
    articles: tuple[ArticleKeys, ...]
    """The stories."""
    slug: Name | None = None
    """The name of the files that are made; the manifest's folder, if left out."""
    number: str = ""
    """The issue's number."""
    edition: str = ""
    """The edition: Late."""
    price: str = ""
    """The price as it is printed."""
    language: Language = "en-GB"
    """The language of hyphenation, quotation marks, dates and jump lines: en-GB, en-US, de, es, fr, it, pt, nl,
    pl."""
    style: Annotated[str, Written("style-name")] = "tabloid"
    """The house style: tabloid, broadsheet, berliner, a4, or one of styles/."""
    press: Annotated[PressKeys, Shortens(_press, "press-name")] | None = None
    """The press profile by name, or {profile: ..., colour_pages: ...}."""
    pages: Annotated[PageCountKeys, Shortens(_page_count, "page")] | None = None
    """How many pages the issue has: 16, or {min: 12, max: 24, multiple: 4}."""
    nameplate: NameplateKeys | None = None
    """The paper's title at the head of the front page."""
    masthead: MastheadKeys | None = None
    """The box with ownership and staff."""
    boxes: tuple[BoxKeys, ...] = ()
    """Sidebars."""
    slogans: tuple[SloganKeys, ...] = ()
    """Display lines."""
    pictures: tuple[PictureKeys, ...] = ()
    """Pictures."""
    ads: tuple[AdKeys, ...] = ()
    """Advertisements."""
    dummy: tuple[DummyKeys, ...] = ()
    """What goes where, page by page; without it stories run in order."""
