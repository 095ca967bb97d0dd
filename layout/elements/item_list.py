"""Numbered and bulleted lists with hanging figures."""

from dataclasses import dataclass
from enum import Enum

from layout.diagnostics import Span
from layout.model.issue import Body


class Marker(Enum):
    """What stands before an item."""

    NUMBER = "number"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; `first` is the first item's number."""

    marker: Marker
    items: tuple[Body, ...]
    span: Span
    first: int = 1
