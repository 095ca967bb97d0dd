"""Numbered and bulleted lists with hanging figures."""

from dataclasses import replace
from enum import Enum

from layout.diagnostics import Span
from layout.elements.setting import Setting, set_display_lines
from layout.elements.strip import SetBody, Strip
from layout.model.issue import Body
from layout.model.text import Inline
from layout.record import record
from layout.typeset.setting import text_width
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
    signs = tuple(_sign(setting, listing, number) for number, _ in enumerate(listing.items, listing.first))
    hang = _hang(setting, listing, signs)
    inner = setting.inside("list", hang)
    strips: list[Strip] = []
    for sign, item in zip(signs, listing.items, strict=True):
        set_item = [strip.moved(hang) for strip in set_body(inner, item)]
        if set_item:
            strips += [_with_marker(inner, set_item[0], sign, hang, item[0].span), *set_item[1:]]
    return tuple(strips)


def _sign(setting: Setting, listing: ItemList, number: int) -> str:
    return f"{number}." if listing.marker is Marker.NUMBER else setting.style.words["list"]["bullet"]


def _hang(setting: Setting, listing: ItemList, signs: tuple[str, ...]) -> Emu:
    """The role's hang is made for one figure; a list with more is set in by what its widest has more."""
    hang = setting.role("list").hang
    if listing.marker is not Marker.NUMBER or max(map(len, signs)) <= 2:
        return hang
    role = setting.inside("list").role("marker")
    one, widest = (text_width(setting.case, sign, role, setting.language) for sign in ("0.", max(signs, key=len)))
    return hang + widest - one


def _with_marker(setting: Setting, strip: Strip, sign: str, hang: Emu, span: Span) -> Strip:
    role = setting.role("marker")
    marker = set_display_lines(setting, (Inline(sign, span),), role, hang, span, setting.part)
    return strip.changed(lambda blocks: (replace(blocks[0], paint=marker.paint + blocks[0].paint), *blocks[1:]))
