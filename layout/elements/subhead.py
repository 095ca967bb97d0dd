"""Subheads inside a story: one to five lines, never the last thing in a leg."""

from dataclasses import dataclass

from layout.diagnostics import Span
from layout.model.text import Text


@dataclass(frozen=True, slots=True)
class Subhead:
    """A small heading between paragraphs; breaks given by the editor are newlines in the text."""

    text: Text
    span: Span
