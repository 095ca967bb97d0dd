"""Numbered and bulleted lists with hanging figures."""

from dataclasses import replace
from functools import partial

from layout.diagnostics import Span
from layout.elements.display import set_display_lines
from layout.elements.setting import Setting, moved
from layout.elements.strip import Blocks, SetBody, Strip
from layout.model.issue import Body
from layout.model.page import Placed
from layout.model.text import Inline
from layout.record import record
from layout.typeset.setting import text_width


@record
class ItemList:
    """A list; `numbers` are its items', which need not follow on one another: none where bullets stand."""

    items: tuple[Body, ...]
    numbers: tuple[int, ...]
    span: Span


def set_item_list(setting: Setting, listing: ItemList, set_body: SetBody) -> tuple[Strip, ...]:
    """Items set in by the role's hang, their figures hanging in the space that leaves, units under units."""
    bullet = setting.style.words["list"]["bullet"]
    signs = tuple(f"{number}." for number in listing.numbers) or (bullet,) * len(listing.items)
    role = setting.inside("list").role("marker")
    widths = {sign: text_width(setting.case, sign, role, setting.language) for sign in ("0.", *signs)}
    widest = max((widths[sign] for sign in signs), default=0)
    hang = setting.role("list").hang
    if listing.numbers:
        # The role's hang is made for one figure.
        hang += max(0, widest - widths["0."])
    inner = setting.inside("list", hang)
    strips: list[Strip] = []
    for sign, item in zip(signs, listing.items, strict=True):
        set_item = [strip.moved(hang) for strip in set_body(inner, item)]
        if set_item:
            marker = set_display_lines(inner, (Inline(sign, item[0].span),), role, hang, item[0].span, setting.part)
            paint = moved(marker.paint, widest - widths[sign], 0)
            strips += [set_item[0].changed(partial(_marked, paint)), *set_item[1:]]
    return tuple(strips)


def _marked(paint: tuple[Placed, ...], blocks: Blocks) -> Blocks:
    return (replace(blocks[0], paint=paint + blocks[0].paint), *blocks[1:])
