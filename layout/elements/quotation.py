"""Quotations: set-in text, as for a reproduced document."""

from dataclasses import dataclass

from layout.diagnostics import Span
from layout.elements.setting import SetBody, Setting, blocks_moved
from layout.model.issue import Body
from layout.model.page import Block


@dataclass(frozen=True, slots=True)
class Quotation:
    """Content set in from both edges."""

    body: Body
    span: Span


def set_quotation(setting: Setting, quotation: Quotation, set_body: SetBody) -> tuple[Block, ...]:
    """The quotation's own content in the `quotation` voice, set in by that role's hang on both sides."""
    inset = setting.role("quotation").hang
    return blocks_moved(set_body(setting.inside("quotation", 2 * inset), quotation.body), inset)
