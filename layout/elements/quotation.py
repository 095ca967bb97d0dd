"""Quotations: set-in text, as for a reproduced document."""

from layout.diagnostics import Span
from layout.elements.setting import Setting
from layout.elements.strip import SetBody, Strip
from layout.model.issue import Body
from layout.record import record


@record
class Quotation:
    """Content set in from both edges."""

    body: Body
    span: Span


def set_quotation(setting: Setting, quotation: Quotation, set_body: SetBody) -> tuple[Strip, ...]:
    """The quotation's own content in the `quotation` voice, set in by that role's hang on both sides."""
    inset = setting.role("quotation").hang
    return tuple(strip.moved(inset) for strip in set_body(setting.inside("quotation", 2 * inset), quotation.body))
