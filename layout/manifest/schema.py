"""The shape of `issue.yaml`: which keys there are and what each may hold.

Takes plain Python as `node.to_value` gives it (scalars are words), gives typed values, or pydantic's errors with the
way to each. Names that must exist (styles, stories, pieces) are checked where they are resolved, not here.
"""

import datetime
import re
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from layout.manifest.lengths import Unclear, read_range
from layout.model.issue import Start

PRESSES = ("newsprint", "newsprint-x1a", "proof", "digital")
_NAME = re.compile(r"[^\s/\\\[\]{}:]+")


def _reads(read: Callable[[Any], Any], schema: dict[str, Any]) -> tuple[BeforeValidator, WithJsonSchema]:
    def validate(value: Any) -> Any:
        try:
            return read(value)
        except Unclear as unclear:
            raise PydanticCustomError(unclear.code, "{message}", _context(unclear)) from None

    return BeforeValidator(validate), WithJsonSchema(schema)


def _context(unclear: Unclear) -> dict[str, Any]:
    return {"message": unclear.message, "hint": unclear.hint}


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


def _page_count(value: Any) -> Any:
    return {"min": value, "max": value} if isinstance(value, str) else value


def _dateline(value: Any) -> Any:
    return {"place": value} if isinstance(value, str) else value


def _never(value: Any) -> Any:
    if value != "never":
        raise Unclear("M016", "jumps are not made up yet", "leave the key out or write `jump: never`")
    return value


def _no_ads(value: Any) -> Any:
    raise Unclear("M016", "advertisements are not made up yet", "take out `ads`")


def _range(value: Any) -> Any:
    return read_range(value if isinstance(value, str) else str(value))


_COUNT_SCHEMA = {"type": "integer", "minimum": 1}
_RANGE_SCHEMA = {"type": ["string", "integer"], "pattern": r"^\d+(-\d+)?$"}
Day = Annotated[datetime.date, *_reads(_day, {"type": "string", "format": "date"})]
Name = Annotated[str, *_reads(_name, {"type": "string", "pattern": _NAME.pattern})]
Shown = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]
Names = Annotated[list[str], BeforeValidator(_one_or_more)]
Range = Annotated[tuple[int, int], *_reads(_range, _RANGE_SCHEMA)]
Legs = Annotated[
    int,
    Field(ge=0, le=24),
    BeforeValidator(_legs),
    WithJsonSchema({"anyOf": [{"const": "page"}, {"type": "integer", "minimum": 1, "maximum": 24}]}),
]
Columns = Annotated[int, Field(ge=1, le=24)]


class _Keys(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)


class NameplateKeys(_Keys):
    """The paper's title and what stands around it."""

    title: str | None = None
    motto: str = ""
    left_ear: str = ""
    right_ear: str = ""
    skybox: str = ""


class MastheadKeys(_Keys):
    """The box with ownership and staff: Markdown, or a file that ends in .md."""

    text: str


class DatelineKeys(_Keys):
    """Where and when a story was filed."""

    place: str = ""
    date: Day | None = None


class DepthKeys(_Keys):
    """The least and the greatest depth of a picture."""

    min: str
    max: str


class PageCountKeys(_Keys):
    """How many pages the issue may have."""

    min: int = Field(1, ge=1, le=1000)
    max: int = Field(1000, ge=1, le=1000)
    multiple: int = Field(1, ge=1, le=64)


class ArticleKeys(_Keys):
    """A story with its head; `story` is a file, `text` the Markdown itself."""

    slug: Name | None = None
    story: str | None = None
    text: str | None = None
    language: str | None = None
    section: str = ""
    kicker: str = ""
    headline: str = ""
    headlines: Names = []
    deck: str = ""
    byline: Names = []
    byline_note: str = Field("", alias="byline-note")
    dateline: Annotated[DatelineKeys | None, BeforeValidator(_dateline)] = None
    columns: Columns | None = None
    priority: int = Field(2, ge=1, le=9)
    start: Start = Start.HERE
    pictures: Names = []
    boxes: Names = []
    slogans: Names = []
    jump: Annotated[Literal["never"], *_reads(_never, {"const": "never"})] = "never"


class BoxKeys(_Keys):
    """A sidebar with a story of its own; `text` is Markdown, or a file that ends in .md."""

    id: Name
    text: str
    headline: str = ""
    kicker: str = ""
    byline: Names = []
    language: str | None = None
    span: Legs = 1
    columns: Columns = 1
    look: str | None = None
    optional: bool = False


class SloganKeys(_Keys):
    """Display lines."""

    id: Name
    lines: Names = Field(min_length=1, max_length=8)
    look: str | None = None
    span: Legs = 1


class PictureKeys(_Keys):
    """A picture; `focus` is the point that a crop keeps in view."""

    id: Name
    file: str
    cutline: str = ""
    credit: str = ""
    alt: str = ""
    span: Legs = 1
    depth: Annotated[DepthKeys | None, BeforeValidator(_depths)] = None
    focus: tuple[Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)]] = (0.5, 0.5)


class SlotKeys(_Keys):
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


class DummyKeys(_Keys):
    """The plan of one page, or of the pages that a run of stories fills."""

    page: int | None = Field(None, ge=1, le=1000)
    pages: Range | None = None
    furniture: str | None = None
    slots: list[SlotKeys] = []
    run: Names = []


class IssueKeys(_Keys):
    """issue.yaml."""

    layout: Literal["1"]
    publication: str
    date: Day
    slug: Name | None = None
    number: Shown = ""
    edition: Shown = ""
    price: Shown = ""
    language: str = "en-GB"
    style: str = "tabloid"
    press: str = "newsprint"
    pages: Annotated[PageCountKeys | None, BeforeValidator(_page_count)] = None
    nameplate: NameplateKeys | None = None
    masthead: MastheadKeys | None = None
    articles: list[ArticleKeys]
    boxes: list[BoxKeys] = []
    slogans: list[SloganKeys] = []
    pictures: list[PictureKeys] = []
    ads: Annotated[Any, *_reads(_no_ads, {"not": {}})] = None
    dummy: list[DummyKeys] = []


KEYS_AT: dict[str, type[BaseModel]] = {
    "": IssueKeys,
    "nameplate": NameplateKeys,
    "masthead": MastheadKeys,
    "pages": PageCountKeys,
    "articles": ArticleKeys,
    "dateline": DatelineKeys,
    "boxes": BoxKeys,
    "slogans": SloganKeys,
    "pictures": PictureKeys,
    "depth": DepthKeys,
    "dummy": DummyKeys,
    "slots": SlotKeys,
}
"""The model of the value that stands at a key (or in its list), for suggestions."""


def known_keys(loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys that may stand where an unknown one was found."""
    owner = next((step for step in reversed(loc[:-1]) if isinstance(step, str)), "")
    model = KEYS_AT.get(owner, IssueKeys)
    return tuple(field.alias or name for name, field in model.model_fields.items())


def read_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `issue.yaml`, for editors that check while one writes."""
    schema = IssueKeys.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "issue.yaml"
    schema["properties"]["layout"] = {"const": 1, "title": "Version of this language"}
    schema["properties"]["press"]["enum"] = list(PRESSES)
    return schema
