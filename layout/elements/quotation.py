"""Quotations: set-in text, as for a reproduced document."""

from dataclasses import dataclass

from layout.diagnostics import Span
from layout.model.issue import Body


@dataclass(frozen=True, slots=True)
class Quotation:
    """Content set in from both edges."""

    body: Body
    span: Span
