"""Numbered and bulleted lists with hanging figures."""

from dataclasses import replace

from layout.diagnostics import Span
from layout.elements.setting import Setting, set_display_lines
from layout.elements.strip import SetBody, Strip
from layout.model.issue import Body
from layout.model.text import Inline
from layout.record import record
from layout.typeset.setting import text_width
from layout.units import Emu


@record
class ItemList:
    """A list; `numbers` are its items', which need not follow on one another: none where bullets stand."""

    items: tuple[Body, ...]
    numbers: tuple[int, ...]
    span: Span


def set_item_list(setting: Setting, listing: ItemList, set_body: SetBody) -> tuple[Strip, ...]:
    """Items set in by the role's hang, their figures hanging in the space that leaves."""
    bullet = setting.style.words["list"]["bullet"]
    signs = tuple(f"{number}." for number in listing.numbers) or (bullet,) * len(listing.items)
    hang = _hang(setting, listing, signs)
    inner = setting.inside("list", hang)
    strips: list[Strip] = []
    for sign, item in zip(signs, listing.items, strict=True):
        set_item = [strip.moved(hang) for strip in set_body(inner, item)]
        if set_item:
            strips += [_with_marker(inner, set_item[0], sign, hang, item[0].span), *set_item[1:]]
    return tuple(strips)


def _hang(setting: Setting, listing: ItemList, signs: tuple[str, ...]) -> Emu:
    """The role's hang is made for one figure; a list with more is set in by what its widest has more."""
    hang = setting.role("list").hang
    if not listing.numbers or max(map(len, signs)) <= 2:
        return hang
    role = setting.inside("list").role("marker")
    one, widest = (text_width(setting.case, sign, role, setting.language) for sign in ("0.", max(signs, key=len)))
    return hang + widest - one


def _with_marker(setting: Setting, strip: Strip, sign: str, hang: Emu, span: Span) -> Strip:
    role = setting.role("marker")
    marker = set_display_lines(setting, (Inline(sign, span),), role, hang, span, setting.part)
    return strip.changed(lambda blocks: (replace(blocks[0], paint=marker.paint + blocks[0].paint), *blocks[1:]))
