"""The ornament between parts of a story (`---`)."""

from layout.diagnostics import Span
from layout.elements.setting import Setting, set_display_lines
from layout.model.page import Block, Breaking
from layout.model.text import Inline
from layout.record import record


@record
class Ornament:
    """A typographic break."""

    span: Span


def set_ornament(setting: Setting, ornament: Ornament, number: int) -> tuple[Block, ...]:
    """One row with the style's ornament in its middle; it keeps with the text after it."""
    role = setting.role("ornament")
    text = (Inline(setting.style.words["ornament"]["sign"], ornament.span),)
    display = set_display_lines(setting, text, role, setting.measure, ornament.span)
    return (
        Block(display.paint, display.rows, Breaking.FORBIDDEN, kind="ornament", paragraph=number, span=ornament.span),
    )
