"""The keys of `issue.yaml`: which there are and what each may hold.

Plain classes, the one definition of the language's shape: `fast` reads sound manifests into them in no time, and
`schema` hands them to pydantic, which says what is wrong with the others. Names that must exist (styles, stories,
pieces) are checked where they are resolved.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, NamedTuple

from layout.manifest.lengths import Unclear, read_focus, read_range, read_sheet_pages
from layout.model.issue import At, Jumping, Start

_NAME = re.compile(r"[^\s/\\\[\]{}:]+")


class Reads:
    """A notation: `read` turns what is written into what the field holds, or raises Unclear. `schema` says it to
    editors; None leaves the field's own."""

    def __init__(self, read: Callable[[Any], Any], schema: Mapping[str, Any] | None = None) -> None:
        self.read, self.schema = read, schema

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from layout.manifest.schema import reading

        return reading(self.read, handler(source))

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        return dict(self.schema) if self.schema is not None else handler(core)


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


def _no_ads(_: Any) -> Any:
    raise Unclear("M016", "advertisements are not made up yet", "take out `ads`")


def _range(value: Any) -> Any:
    return read_range(value if isinstance(value, str) else str(value))


def _sheet_pages(value: Any) -> Any:
    return read_sheet_pages(str(value))


Day = Annotated[datetime.date, Reads(_day, {"type": "string", "format": "date"})]
Name = Annotated[str, Reads(_name, {"type": "string", "pattern": _NAME.pattern})]
Shown = Annotated[str, Reads(lambda value: value, {"type": ["string", "number"]})]
Names = Annotated[tuple[str, ...], Reads(_one_or_more)]
Range = Annotated[tuple[int, ...], Reads(_range, {"type": ["string", "integer"], "pattern": r"^\d+(-\d+)?$"})]
Focus = Annotated[tuple[int, ...], Reads(_focus, {"type": "array", "items": {"type": "number"}, "maxItems": 2})]
SheetPages = Annotated[str, Reads(_sheet_pages, {"type": ["string", "integer"]})]
_SPAN_SCHEMA = {"anyOf": [{"const": "page"}, {"type": "integer", "minimum": 1, "maximum": 24}]}
_JUMP_SCHEMA = {
    "anyOf": [
        {"enum": ["never", "allowed"]},
        {"type": "object", "properties": {"to": {"type": "integer", "minimum": 1}}, "required": ["to"]},
    ]
}
Legs = Annotated[int, Within(0, 24), Reads(_legs, _SPAN_SCHEMA)]
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
    motto: str = ""
    left_ear: str = ""
    right_ear: str = ""
    skybox: str = ""


class MastheadKeys(Keys):
    """The box with ownership and staff: Markdown, or a file that ends in .md."""

    text: str


class DatelineKeys(Keys):
    """Where and when a story was filed."""

    place: str = ""
    date: Day | None = None


class DepthKeys(Keys):
    """The least and the greatest depth of a picture."""

    min: str
    max: str


class PageCountKeys(Keys):
    """How many pages the issue may have."""

    min: Pages = 1
    max: Pages = 1000
    multiple: Annotated[int, Within(1, 64)] = 1


class JumpKeys(Keys):
    """Whether a story may go on on another page, and on which."""

    kind: Jumping = Jumping.NEVER
    to: Pages | None = None


class ArticleKeys(Keys):
    """A story with its head; `story` is a file, `text` the Markdown itself."""

    slug: Name | None = None
    story: str | None = None
    text: str | None = None
    language: str | None = None
    section: str = ""
    kicker: str = ""
    headline: str = ""
    headlines: Names = ()
    deck: str = ""
    byline: Names = ()
    byline_note: str = ""
    dateline: Annotated[DatelineKeys, Reads(_dateline)] | None = None
    columns: Columns | None = None
    priority: Annotated[int, Within(1, 9)] = 2
    start: Start = Start.HERE
    pictures: Names = ()
    boxes: Names = ()
    slogans: Names = ()
    jump: Annotated[JumpKeys, Reads(_jump, _JUMP_SCHEMA)] | None = None


class BoxKeys(Keys):
    """A sidebar with a story of its own; `text` is Markdown, or a file that ends in .md."""

    id: Name
    text: str
    headline: str = ""
    kicker: str = ""
    byline: Names = ()
    language: str | None = None
    span: Legs = 1
    columns: Columns = 1
    look: str | None = None
    optional: bool = False
    at: At = At.ANY


class SloganKeys(Keys):
    """Display lines."""

    id: Name
    lines: Names
    look: str | None = None
    span: Legs = 1
    at: At = At.ANY


class PictureKeys(Keys):
    """A picture, or a `grid` of pictures of the manifest, `across` in a row; `focus` is the point that a crop keeps in
    view."""

    id: Name
    file: str | None = None
    grid: Names = ()
    across: Annotated[int, Within(1, 6)] = 2
    cutline: str = ""
    credit: str = ""
    alt: str = ""
    span: Legs = 1
    depth: Annotated[DepthKeys, Reads(_depths)] | None = None
    focus: Focus | None = None
    at: At = At.ANY


class SlotKeys(Keys):
    """A rectangle of the page grid and the one thing that it takes."""

    article: str | None = None
    box: str | None = None
    picture: str | None = None
    slogan: str | None = None
    masthead: bool = False
    contents: bool = False
    columns: Range | None = None
    rows: Range | None = None
    legs: Columns | None = None
    bleed: bool = False


class DummyKeys(Keys):
    """The plan of one page, or of the pages that a run of stories fills."""

    page: Pages | None = None
    pages: Range | None = None
    furniture: str | None = None
    slots: tuple[SlotKeys, ...] = ()
    run: Names = ()


class PressKeys(Keys):
    """The press profile, and the pages booked in colour where they are not the profile's: numbers, ranges, n for the last,
    n/2 for the middle."""

    profile: str = "newsprint"
    colour_pages: tuple[SheetPages, ...] | None = None


class IssueKeys(Keys):
    """issue.yaml."""

    layout: Annotated[str, Reads(_version, {"const": 1})]
    publication: str
    date: Day
    articles: tuple[ArticleKeys, ...]
    slug: Name | None = None
    number: Shown = ""
    edition: Shown = ""
    price: Shown = ""
    language: str = "en-GB"
    style: str = "tabloid"
    press: Annotated[PressKeys, Reads(_press)] | None = None
    pages: Annotated[PageCountKeys, Reads(_page_count)] | None = None
    nameplate: NameplateKeys | None = None
    masthead: MastheadKeys | None = None
    boxes: tuple[BoxKeys, ...] = ()
    slogans: tuple[SloganKeys, ...] = ()
    pictures: tuple[PictureKeys, ...] = ()
    ads: Annotated[str, Reads(_no_ads, {"not": {}})] = ""
    dummy: tuple[DummyKeys, ...] = ()
