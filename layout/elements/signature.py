"""The name under a letter or a document."""

from dataclasses import dataclass

from layout.diagnostics import Span
from layout.model.text import Text


@dataclass(frozen=True, slots=True)
class Signature:
    """One or more lines, set to the right in the leg."""

    text: Text
    span: Span
