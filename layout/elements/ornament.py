"""The ornament between parts of a story (`---`)."""

from dataclasses import dataclass

from layout.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Ornament:
    """A typographic break."""

    span: Span
