"""The ornament between parts of a story (`---`)."""

from layout.diagnostics import Span
from layout.elements.display import Display, set_display_lines, stacked
from layout.elements.setting import Setting
from layout.model.text import Inline
from layout.record import record


@record
class Ornament:
    """A typographic break."""

    span: Span


def set_ornament(setting: Setting, ornament: Ornament, above: int) -> Display:
    """The style's ornament in the middle of the measure, under `above` rows of white or its role's own if they are more: it
    stands above the strip after it, but not at the head of a leg, where the leg's end is break enough."""
    role = setting.role("ornament")
    text = (Inline(setting.style.words["ornament"]["sign"], ornament.span),)
    sign = set_display_lines(setting, text, role, setting.measure, ornament.span)
    return stacked((Display(rows=max(above, role.rows_above)), sign), setting.style.page.leading, role.rows_below)
