"""The ornament between parts of a story (`---`)."""

from layout.diagnostics import Span
from layout.elements.setting import Display, Setting, set_display_lines
from layout.model.text import Inline
from layout.record import record


@record
class Ornament:
    """A typographic break."""

    span: Span


def set_ornament(setting: Setting, ornament: Ornament) -> Display:
    """The style's ornament in the middle of the measure: it stands above the strip after it, but not at the head of a leg,
    where the leg's end is break enough."""
    text = (Inline(setting.style.words["ornament"]["sign"], ornament.span),)
    return set_display_lines(setting, text, setting.role("ornament"), setting.measure, ornament.span)
