"""Pull quotes: a sentence of the story, set large."""

from dataclasses import dataclass

from layout.diagnostics import Span
from layout.model.text import Text


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A quotation displayed in the story; `credit` says whose words they are."""

    text: Text
    span: Span
    credit: str = ""
    legs: int = 1
