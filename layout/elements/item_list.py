"""Numbered and bulleted lists with hanging figures."""

from dataclasses import replace
from enum import Enum

from layout.diagnostics import Span
from layout.elements.setting import Setting, set_display_lines
from layout.elements.strip import SetBody, Strip
from layout.model.issue import Body
from layout.model.text import Inline
from layout.record import record
from layout.units import Emu


class Marker(Enum):
    """What stands before an item."""

    NUMBER = "number"
    BULLET = "bullet"


@record
class ItemList:
    """A list; `first` is the first item's number."""

    marker: Marker
    items: tuple[Body, ...]
    span: Span
    first: int = 1


def set_item_list(setting: Setting, listing: ItemList, set_body: SetBody) -> tuple[Strip, ...]:
    """Items set in by the role's hang, their figures hanging in the space that leaves."""
    hang = setting.role("list").hang
    inner = setting.inside("list", hang)
    strips: list[Strip] = []
    for number, item in enumerate(listing.items, listing.first):
        set_item = [strip.moved(hang) for strip in set_body(inner, item)]
        if set_item:
            sign = f"{number}." if listing.marker is Marker.NUMBER else setting.style.words["list"]["bullet"]
            strips += [_with_marker(inner, set_item[0], sign, hang, item[0].span), *set_item[1:]]
    return tuple(strips)


def _with_marker(setting: Setting, strip: Strip, sign: str, hang: Emu, span: Span) -> Strip:
    role = setting.role("marker")
    marker = set_display_lines(setting, (Inline(sign, span),), role, hang, span, setting.part)
    return strip.changed(lambda blocks: (replace(blocks[0], paint=marker.paint + blocks[0].paint), *blocks[1:]))
