"""Subheads inside a story: one to five lines, never the last thing in a leg."""

from layout.diagnostics import Span
from layout.elements.display import set_display_lines
from layout.elements.setting import Setting
from layout.model.page import Block, Breaking
from layout.model.text import Text
from layout.record import record


@record
class Subhead:
    """A small heading between paragraphs; breaks given by the editor are newlines in the text."""

    text: Text
    span: Span


def set_subhead(setting: Setting, subhead: Subhead) -> tuple[Block, ...]:
    """One block that keeps with the text after it; the white above it may spread."""
    role = setting.role("subhead")
    display = set_display_lines(setting, subhead.text, role, setting.measure, subhead.span, setting.part)
    return (
        Block(
            display.paint,
            display.rows + role.rows_below,
            Breaking.FORBIDDEN,
            role.rows_above,
            setting.style.makeup.spread_rows,
            display.words,
            "subhead",
            span=subhead.span,
        ),
    )
