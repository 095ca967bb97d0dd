"""Boxes: a story of its own beside a story, with tint, frame, headline and legs."""

from dataclasses import dataclass
from enum import Enum

from layout.diagnostics import Span
from layout.model.issue import Body
from layout.model.text import Text


class Need(Enum):
    """Whether a box may be left out to make a page fit."""

    REQUIRED = "required"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Box:
    """A sidebar `legs` of its story wide (0: all of them) with `columns` legs of its own inside."""

    id: str
    body: Body
    span: Span
    headline: Text = ()
    kicker: Text = ()
    byline: tuple[str, ...] = ()
    language: str | None = None
    legs: int = 1
    columns: int = 1
    look: str = "plain"
    need: Need = Need.REQUIRED
