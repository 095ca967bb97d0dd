"""The name under a letter or a document."""

from layout.diagnostics import Span
from layout.elements.display import set_display_lines
from layout.elements.setting import Setting
from layout.model.page import Block
from layout.model.text import Text
from layout.record import record


@record
class Signature:
    """One or more lines, set to the right in the leg."""

    text: Text
    span: Span


def set_signature(setting: Setting, signature: Signature) -> tuple[Block, ...]:
    """The signature as one block."""
    role = setting.role("signature")
    display = set_display_lines(setting, signature.text, role, setting.measure, signature.span, setting.part)
    return (
        Block(
            display.paint,
            display.rows + role.rows_below,
            rows_above=role.rows_above,
            words=display.words,
            kind="signature",
            span=signature.span,
        ),
    )
