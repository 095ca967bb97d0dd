"""Paragraphs of a story."""

from dataclasses import dataclass

from layout.diagnostics import Span
from layout.model.text import Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; the first of a story is its lede."""

    text: Text
    span: Span
