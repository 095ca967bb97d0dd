"""The keys of `issue.yaml`: which there are and what each may hold.

Plain classes, the one definition of the language's shape: `fast` reads sound manifests into them in no time, `adapter`
hands them to pydantic, which says what is wrong with the others, and `schema` tells them to text editors, docstrings and
all. Names that must exist (styles, stories, pieces) are checked where they are resolved.
"""

import datetime
import re
from collections.abc import Callable
from typing import Annotated, Any, NamedTuple

from layout.manifest.lengths import Unclear, read_focus, read_range, read_sheet_pages, read_stretch
from layout.manifest.meant import meant_count, meant_day, meant_range, remedy
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
        from pydantic_core import PydanticCustomError, core_schema

        def validate(value: Any) -> Any:
            try:
                return self.read(value)
            except Unclear as unclear:
                context = {"message": unclear.message, "hint": unclear.hint}
                raise PydanticCustomError(unclear.code, "{message}", context) from None

        return core_schema.no_info_before_validator_function(validate, handler(source))


class Shortens(Reads):
    """A notation that may stand for what the field holds, which may be written at length as well."""


class Within(NamedTuple):
    """A number's bounds, both included."""

    least: int
    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        return {**handler(source), "ge": self.least, "le": self.most}


def _day(value: Any) -> Any:
    hint = "write year-month-day, like 2026-11-22"
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", value, re.ASCII) if isinstance(value, str) else None
    if match is None:
        raise Unclear("M013", f'"{value}" is not a date', remedy(meant_day(str(value)), hint))
    try:
        return datetime.date(*map(int, match.groups()))
    except ValueError:
        import calendar

        year, month = int(match[1]), int(match[2])
        if year and 1 <= month <= 12:
            hint = f"{calendar.month_name[month]} has {calendar.monthrange(year, month)[1]} days"
        raise Unclear("M013", f'"{value}" is not a date', hint) from None


def _name(value: Any) -> Any:
    if not isinstance(value, str) or _NAME.fullmatch(value) is None:
        likely = "-".join(re.findall(r"[^\s/\\\[\]{}:]+", value)) if isinstance(value, str) else ""
        hint = remedy(likely, "write letters, digits and hyphens, without spaces")
        raise Unclear("M012", f'"{value}" is not a name', hint)
    return value


def _legs(value: Any) -> Any:
    return 0 if value == "page" else value


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _depths(value: Any) -> Any:
    return {"min": value, "max": value} if isinstance(value, str) else value


def _focus(value: Any) -> Any:
    return read_focus(_joined(value))


def _joined(value: Any) -> str:
    return ",".join(str(one) for one in value) if isinstance(value, list) else str(value)


def _version(value: Any) -> Any:
    if value != "1":
        message = f'this program reads version 1 of the language, not "{value}"'
        raise Unclear("M012", message, "write `layout: 1`")
    return value


def _page_count(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:5]) <= 1000):
        least, _, most = meant_range(value).partition("-")
        likely = f"{{min: {least}, max: {most}}}" if most else meant_count(value)
        hint = remedy(likely, "write 16, or {min: 12, max: 24, multiple: 4}")
        raise Unclear("M012", f'"{value}" is not a number of pages', hint)
    return {"min": value, "max": value}


def _press(value: Any) -> Any:
    return {"profile": value} if isinstance(value, str) else value


def _dateline(value: Any) -> Any:
    return {"place": value} if isinstance(value, str) else value


def _jump(value: Any) -> Any:
    if isinstance(value, str) and value in ("never", "allowed"):
        return {"kind": value}
    if isinstance(value, dict) and value.keys() == {"to"}:
        return {"kind": "to", **value}
    hint = "write `{to: 4}`, `allowed` or `never`"
    if isinstance(value, str):
        number = re.search(r"[1-9][0-9]{0,3}", value)
        likely = {"yes": "allowed", "true": "allowed", "no": "never", "false": "never"}.get(value, "")
        hint = remedy(f"jump: {{to: {number[0]}}}" if number else likely and f"jump: {likely}", hint)
    raise Unclear("M012", "this is not a jump", hint)


def _range(value: Any) -> Any:
    return read_range(_joined(value))


def _stretch(value: Any) -> Any:
    return read_stretch(_joined(value))


def _sheet_pages(value: Any) -> Any:
    return read_sheet_pages(str(value))


Day = Annotated[datetime.date, Reads(_day, "day")]
Name = Annotated[str, Reads(_name, "name")]
Length = Annotated[str, Written("length")]
Language = Annotated[str, Written("language")]
Names = Annotated[tuple[str, ...], Shortens(_one_or_more, "text")]
Range = Annotated[tuple[int, ...], Reads(_range, "range")]
Stretch = Annotated[tuple[int, ...], Reads(_stretch, "stretch")]
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
    """The paper's name as it is set at the head of the front page; that of `publication`, if left out."""
    motto: str = ""
    """A line below the title: All the news from the quay."""
    left_ear: str = ""
    """Text left of the title; line breaks are kept."""
    right_ear: str = ""
    """Text right of the title; line breaks are kept."""
    skybox: str = ""
    """A line across the page above the title, for what waits inside."""


class MastheadKeys(Keys):
    """The box with ownership and staff: Markdown, or a file that ends in .md."""

    text: str
    """The Markdown itself, or the name of a file that ends in .md: stories/masthead.md."""


class DatelineKeys(Keys):
    """Where and when a story was filed."""

    place: str = ""
    """The town: Port Quay."""
    date: Day | None = None
    """The day of the report, if it is not that of the issue: 2026-11-21."""


class DepthKeys(Keys):
    """The least and the greatest depth of a picture."""

    min: Length
    """The least depth: 60mm, or 12 lines."""
    max: Length
    """The greatest depth: 95mm, or 20 lines."""


class PageCountKeys(Keys):
    """How many pages the issue may have."""

    min: Pages = 1
    """The fewest pages: 12."""
    max: Pages = 1000
    """The most pages: 24."""
    multiple: Annotated[int, Within(1, 64)] = 1
    """The number of pages is a multiple of this, as the press needs: 2, 4 or 8. Empty pages are added to reach
    it."""


class JumpKeys(Keys):
    """Whether a story may go on on another page, and on which."""

    kind: Jumping = Jumping.NEVER
    """never, allowed (where there is need), or to."""
    to: Pages | None = None
    """The page on which the story goes on; it may be an earlier one."""


class ArticleKeys(Keys):
    """A story with its head; `story` is a file, `text` the Markdown itself."""

    slug: Name | None = None
    """The story's short name, by which the dummy, jumps and [[references]] know it: ferry. The name of the
    story's file, if left out."""
    story: str | None = None
    """The story's Markdown file, as seen from the manifest: stories/ferry.md."""
    text: str | None = None
    """The story's Markdown itself, instead of a file; such a story needs a slug."""
    language: Language | None = None
    """The story's language, if it is not that of the issue: de."""
    section: str = ""
    """The section that the story opens or belongs to: City. It stands at the head of the page."""
    kicker: str = ""
    """A word or two above the headline: Harbour inquiry."""
    headline: str = ""
    """The headline: Ferries to run all night from March."""
    headlines: Names = ()
    """Shorter headlines, taken only where the story would not fit otherwise: [Night ferries from March, Night
    ferries]."""
    deck: str = ""
    """The sentence below the headline: Council votes 14 to 9 after a six-hour sitting."""
    byline: Names = ()
    """Who wrote it; one line, or a list with a line each: [By A. Name, By B. Name]."""
    byline_note: str = ""
    """A line below the byline, such as an office or address."""
    dateline: Annotated[DatelineKeys, Shortens(_dateline, "text")] | None = None
    """Where and when the story was filed: {place: Port Quay, date: 2026-11-21}, or the place alone."""
    columns: Columns | None = None
    """How many legs the story has, 1 to 24. Those of its slot or of the style, if left out."""
    priority: Annotated[int, Within(1, 9)] = 2
    """How important the story is: 1 leads the paper, 9 may be small. Decides the size of the headline and the
    place in the contents."""
    start: Start = Start.HERE
    """Where the story begins, in a run: here (after the story before it), page (a new one), recto (right) or
    verso (left)."""
    pictures: Names = ()
    """Ids of pictures that stand with the story, or in slots of their own: [quay, mole]."""
    boxes: Names = ()
    """Ids of boxes that stand with the story, or in slots of their own: [timetable]."""
    slogans: Names = ()
    """Ids of slogans that stand with the story, or in slots of their own: [vote]."""
    jump: Annotated[JumpKeys, Reads(_jump, "jump")] | None = None
    """Whether the story may go on on another page: {to: 4}, allowed (any, where there is need) or never. Never,
    if left out."""


class BoxKeys(Keys):
    """A sidebar with a story of its own; `text` is Markdown, or a file that ends in .md."""

    id: Name
    """The box's short name, by which articles and the dummy know it: timetable."""
    text: str
    """The Markdown itself, or the name of a file that ends in .md: stories/timetable.md."""
    headline: str = ""
    """The box's own headline: The new timetable."""
    kicker: str = ""
    """A word or two above its headline."""
    byline: Names = ()
    """Who wrote it; one line, or a list with a line each."""
    language: Language | None = None
    """The box's language, if it is not that of the issue: de."""
    span: Legs = 1
    """How many legs of the story it stands across: 2, or page for all of them."""
    columns: Columns = 1
    """How many legs it has of its own."""
    look: str | None = None
    """One of the style's looks of boxes: plain, tinted or framed in those that ship. Plain, if left out."""
    optional: bool = False
    """Whether it may be left out where the story would not fit otherwise: true or false."""
    at: At = At.ANY
    """Where it stands among the story's legs: top, middle, foot, text (where the text has it), or any that does
    best."""


class SloganKeys(Keys):
    """Display lines."""

    id: Name
    """The slogan's short name, by which articles and the dummy know it: vote."""
    lines: Names
    """Its lines, as they are broken: [ONE FERRY, EVERY HOUR]."""
    look: str | None = None
    """One of the style's looks of slogans: plain, banner or closing in those that ship. Plain, if left out."""
    span: Legs = 1
    """How many legs it stands across: 2, or page for all of them."""
    at: At = At.ANY
    """Where it stands among the story's legs: top, middle, foot, text (where the text has it), or any that does
    best."""


class PictureKeys(Keys):
    """A picture, or a `grid` of pictures of the manifest, `across` in a row; `focus` is the point that a crop keeps in
    view."""

    id: Name
    """The picture's short name, by which articles and the dummy know it: quay."""
    file: str | None = None
    """The picture's file, as seen from the manifest: pictures/quay.jpg. JPEG, PNG, TIFF or SVG, whose text is set in the
    families that `layout fonts` lists."""
    grid: Names = ()
    """Ids of pictures of the list above that stand together in place of one file: [kilo, lima]."""
    across: Annotated[int, Within(1, 6)] = 2
    """How many pictures of a grid stand in a row, 1 to 6."""
    cutline: str = ""
    """The words below the picture."""
    credit: str = ""
    """Who made the picture; it stands behind the cutline."""
    alt: str = ""
    """What is to be seen, in words for those who cannot see it."""
    span: Legs = 1
    """How many legs it stands across: 2, or page for all of them."""
    depth: Annotated[DepthKeys, Shortens(_depths, "length")] | None = None
    """How deep it may be: 80mm, or {min: 60mm, max: 95mm}, which helps to level the legs. As its shape has it,
    if left out."""
    focus: Focus | None = None
    """The point that stays in view when the picture is cropped, as shares of its width and depth: [0.4, 0.5].
    The middle, if left out."""
    at: At = At.ANY
    """Where it stands among the story's legs: top, middle, foot, text (where the text has it), or any that does
    best."""


class AdKeys(Keys):
    """An advertisement at the size that was booked."""

    id: Name
    """The advertisement's short name: chandler."""
    file: str
    """A PDF of one page at the booked size, or a picture: ads/chandler.pdf."""
    columns: Columns
    """Its width in units of the page's grid: 3 of twelve are a quarter of the page."""
    depth: Length
    """Its depth: 120mm."""
    page: Pages
    """The page that it is booked on."""
    at: Corner = Corner.BOTTOM_OUTER
    """Where it stands on its page; outer is away from the fold. Several are stacked, the largest first."""
    alt: str = ""
    """What it shows, in words for those who cannot see it."""


class SlotKeys(Keys):
    """A rectangle of the page grid and the one thing that it takes."""

    article: str | None = None
    """The slug of the story that stands here: ferry. It goes through its slots of a page in the order written."""
    box: str | None = None
    """The id of the box that stands here; its frame or tint is as deep as the slot."""
    picture: str | None = None
    """The id of the picture that stands here."""
    slogan: str | None = None
    """The id of the slogan that stands here."""
    masthead: bool = False
    """Whether the masthead stands here: true."""
    contents: bool = False
    """Whether the list of contents stands here: true."""
    columns: Stretch | None = None
    """The units of the page that the slot takes, first and last: 1-8 of twelve. All, if left out. A picture on a left-hand page
    may go on across the fold, whose units are counted on: 1-24 is all of both pages."""
    rows: Stretch | None = None
    """The rows of type that the slot takes, first and last, counted from below the furniture: 1-30, or 31- for the
    thirty-first and all below it. All, if left out."""
    legs: Columns | None = None
    """How many legs the story has here. Those of the story or of the style, if left out."""
    bleed: bool = False
    """Whether the picture is cropped to fill its slot and reaches over the trimmed edge where the slot touches one: true.
    The head of a page only where there is no furniture; with no columns and rows it fills the page."""


class DummyKeys(Keys):
    """The plan of one page, or of the pages that a run of stories fills."""

    page: Pages | None = None
    """The page that is planned by slots, or filled by a run: 1."""
    pages: Range | None = None
    """The pages that a run fills: 2-5."""
    furniture: str | None = None
    """Which of the style's sets stands at the head: front, inside, section, back, or none. As the page's place
    in the paper has it, if left out."""
    slots: tuple[SlotKeys, ...] = ()
    """What stands where on the page: [{article: ferry, columns: 1-8, rows: 1-30}]."""
    run: Names = ()
    """Slugs of the stories that follow one another through the pages: [editorial, letters]."""


class PressKeys(Keys):
    """The press profile, and the pages booked in colour where they are not the profile's: numbers, ranges, n for the last,
    n/2 for the middle."""

    profile: Annotated[str, Written("press-name")] = "newsprint"
    """The name of the press profile: newsprint, newsprint-x1a, proof, digital, or a file in styles/press/."""
    colour_pages: tuple[SheetPages, ...] | None = None
    """The pages booked in colour, if they are not those of the profile: [1, n/2, n/2+1, n], n being the last;
    all others are black alone."""


class IssueKeys(Keys):
    """issue.yaml."""

    layout: Annotated[str, Reads(_version, "version")]
    """The version of this language: 1."""
    publication: str
    """The paper's name: The Harbour Courier. It stands on every page."""
    date: Day
    """The day of issue, year-month-day: 2026-11-22. It is printed as the language writes it."""
    articles: tuple[ArticleKeys, ...]
    """The stories: `- story: stories/ferry.md` each. Without a dummy they run in this order."""
    slug: Name | None = None
    """The name of the files that are made: late makes late.pdf. If left out, that of the manifest's folder; or of the
    manifest, if it is not called issue.yaml."""
    number: str = ""
    """The issue's number: 412. It stands below the title."""
    edition: str = ""
    """The edition: Late. It stands below the title."""
    price: str = ""
    """The price as it is printed: €2.00. It stands below the title."""
    language: Language = "en-GB"
    """The language of the paper, for hyphens, quotation marks, dates and jump lines: en-GB, en-US, de, es, fr,
    it, pt, nl, pl."""
    style: Annotated[str, Written("style-name")] = "tabloid"
    """The house style: tabloid, broadsheet, berliner, a4, or the name of a file in styles/."""
    press: Annotated[PressKeys, Shortens(_press, "press-name")] | None = None
    """Which press prints the paper: newsprint, proof, digital, ... or {profile: newsprint, colour_pages: [1, n]}. Newsprint,
    if left out."""
    pages: Annotated[PageCountKeys, Shortens(_page_count, "page")] | None = None
    """How many pages the issue has: 16, or {min: 12, max: 24, multiple: 4}. Any number, if left out."""
    nameplate: NameplateKeys | None = None
    """The title at the head of the front page, and what stands around it: {title: ..., motto: ...}."""
    masthead: MastheadKeys | None = None
    """The box with ownership and staff: {text: stories/masthead.md}. It stands where a slot says `masthead:
    true`."""
    boxes: tuple[BoxKeys, ...] = ()
    """Sidebars with text of their own; articles, slots and stories name them by their ids."""
    slogans: tuple[SloganKeys, ...] = ()
    """Display lines; articles, slots and stories name them by their ids."""
    pictures: tuple[PictureKeys, ...] = ()
    """Pictures; articles, slots and stories name them by their ids."""
    ads: tuple[AdKeys, ...] = ()
    """Advertisements, at the sizes and on the pages that were booked."""
    dummy: tuple[DummyKeys, ...] = ()
    """What goes where, page by page: `- {page: 1, slots: [...]}`. Without it, stories run in order."""
