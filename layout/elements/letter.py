"""A reader's letter with salutation and signature."""

from dataclasses import dataclass

from layout.diagnostics import Span
from layout.model.issue import Body


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter; its signature is a `Signature` in the body."""

    body: Body
    span: Span
