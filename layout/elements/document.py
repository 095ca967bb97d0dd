"""A reproduced document: introduction, heading, numbered resolutions."""

from dataclasses import dataclass

from layout.diagnostics import Span
from layout.model.issue import Body


@dataclass(frozen=True, slots=True)
class Document:
    """A document reproduced inside a story, told from it by its own text style."""

    body: Body
    span: Span
