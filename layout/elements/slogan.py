"""Slogans: display lines, each broken where the editor broke it."""

from dataclasses import dataclass

from layout.diagnostics import Span
from layout.model.text import Text


@dataclass(frozen=True, slots=True)
class Slogan:
    """One to eight display lines; `legs` wide (0: the story's or page's whole width)."""

    id: str
    lines: tuple[Text, ...]
    look: str
    legs: int
    span: Span
