"""Legs of a story that goes on right below them, on the same page: the white and the rule that say where they end.

Takes the plan of a page; gives it with that white opened, and draws the rules. Which slots those are `model/dogleg` says.
"""

from collections.abc import Sequence
from dataclasses import replace

from layout.makeup.sheet import Sheet
from layout.model.dogleg import Dogleg, doglegs, share_units
from layout.model.issue import DummyPages, Issue, Slot, SlotKind


def opened(issue: Issue, plan: DummyPages) -> DummyPages:
    """The plan with at least the style's rows of white (`cutoff-rows`) below legs that are cut off. The wider of the two
    parts gives them: what stands beside the narrower ranges with it."""
    number = 0
    while number < len(cut_off := _cut_off(issue, plan)):  # which white may change
        dogleg, number = cut_off[number], number + 1
        lacking = issue.style.makeup.cutoff_rows - dogleg.white
        if lacking > 0:
            plan = replace(plan, slots=_parted(plan.slots, dogleg, lacking))
    return plan


def rule_off_parts(issue: Issue, sheet: Sheet, plan: DummyPages) -> None:
    """A rule in the middle of that white, as wide as the legs above it, or up to another story that begins beside."""
    page, ruled = issue.style.page, set[Slot]()
    for dogleg in _cut_off(issue, plan):
        if ruled.issuperset(dogleg.cut_off):
            continue
        ruled.update(dogleg.cut_off)
        first, last = dogleg.units
        others = (one for one in plan.slots if one.kind is SlotKind.ARTICLE and one.id != dogleg.slot.id)
        begin = [one.first_unit for one in others if _begins_beside(one, dogleg)]
        last = min(last, *(unit - 1 for unit in begin)) if begin else last
        x, width = page.left_of(first - 1), page.width_of(last - first + 1)
        sheet.rule_off(dogleg.slot.first_row - 1, dogleg.white, x, width, issue.style.makeup.cutoff_rule)


def _cut_off(issue: Issue, plan: DummyPages) -> list[Dogleg]:
    return [dogleg for dogleg in doglegs(issue, plan) if dogleg.cut_off]


def _parted(slots: Sequence[Slot], dogleg: Dogleg, rows: int) -> tuple[Slot, ...]:
    """The slots with so many rows more between the parts of a dogleg, each of which keeps one."""
    slot, (first, last) = dogleg.slot, dogleg.units
    if last - first > slot.last_unit - slot.first_unit:
        ends = {one: max(one.first_row, one.last_row - rows) for one in dogleg.cut_off}
        return tuple(replace(one, last_row=ends.get(one, one.last_row)) for one in slots)
    begin = min(slot.last_row, slot.first_row + rows)
    return tuple(replace(one, first_row=begin) if one == slot else one for one in slots)


def _begins_beside(other: Slot, dogleg: Dogleg) -> bool:
    """Whether a story begins under the legs that are cut off, right of where they go on: it has a rule of its own."""
    near = abs(other.first_row - dogleg.slot.first_row) <= dogleg.white
    return near and other.first_unit > dogleg.slot.last_unit and any(share_units(other, cut) for cut in dogleg.cut_off)
