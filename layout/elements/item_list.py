"""Numbered and bulleted lists with hanging figures."""

from dataclasses import dataclass, replace
from enum import Enum

from layout.diagnostics import Span
from layout.elements.setting import SetBody, Setting, blocks_moved, set_display_lines
from layout.model.issue import Body
from layout.model.page import Block
from layout.model.text import Inline
from layout.units import Emu


class Marker(Enum):
    """What stands before an item."""

    NUMBER = "number"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; `first` is the first item's number."""

    marker: Marker
    items: tuple[Body, ...]
    span: Span
    first: int = 1


def set_item_list(setting: Setting, listing: ItemList, set_body: SetBody) -> tuple[Block, ...]:
    """Items set in by the role's hang, their figures hanging in the space that leaves."""
    hang = setting.role("list").hang
    inner = setting.inside("list", hang)
    blocks: list[Block] = []
    for number, item in enumerate(listing.items, listing.first):
        set_item = blocks_moved(set_body(inner, item), hang)
        if set_item:
            sign = f"{number}." if listing.marker is Marker.NUMBER else setting.style.words["list"]["bullet"]
            blocks += [_with_marker(inner, set_item[0], sign, hang, listing.span), *set_item[1:]]
    return tuple(blocks)


def _with_marker(setting: Setting, block: Block, sign: str, hang: Emu, span: Span) -> Block:
    role = setting.role("marker")
    marker = set_display_lines(setting, (Inline(sign, span),), role, hang, span, setting.part)
    return replace(block, paint=marker.paint + block.paint)
