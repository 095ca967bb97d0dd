"""What to write where a story does not read on from slot to slot of a page: the least change that mends it.

Takes a proof and a dogleg that does not read well; gives a remedy that was tried on the plan: another order of the story's
slots, a lower head for one, another place for one, as wide and deep, two that change places, or the slot taken out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, permutations, product

from layout.model.dogleg import Dogleg, lost_stories, share_units
from layout.model.issue import DummyPages, Slot
from layout.model.page import Page
from layout.preflight.proof import Proof
from layout.preflight.room import ad_rows

MOST_PARTS = 5
"""Slots of one story on a page whose every order is tried."""


def rearranged(proof: Proof, plan: DummyPages, page: Page, dogleg: Dogleg) -> str:
    """The remedy, as it is typed."""
    within = [replace(slot, last_row=min(slot.last_row, page.rows)) for slot in plan.slots]
    at = plan.slots.index(dogleg.slot), plan.slots.index(dogleg.before)
    tries = chain(
        _reordered(within, within[at[0]]),
        _lowered(within, within[at[0]]),
        _moved(proof, page, within, within[at[0]]),
        _exchanged(within, (within[at[0]], within[at[1]])),
    )
    others = lost_stories(proof.issue, plan) - {dogleg.slot.id}
    for slots, remedy in tries:
        if lost_stories(proof.issue, replace(plan, slots=tuple(slots))) <= others:
            return remedy
    return "take this slot out of the dummy, and let the story go on on another page"


def _reordered(slots: Sequence[Slot], slot: Slot) -> Iterator[tuple[Sequence[Slot], str]]:
    """A story's slots in every other order."""
    parts = [one for one in slots if one.id == slot.id and one.kind is slot.kind]
    for order in permutations(parts) if len(parts) <= MOST_PARTS else ():
        following = iter(order)
        told = ", then ".join(f"`{_columns(one)}, {_rows(one)}`" for one in order)
        yield [next(following) if one in parts else one for one in slots], f"write its slots in this order: {told}"


def _lowered(slots: Sequence[Slot], slot: Slot) -> Iterator[tuple[Sequence[Slot], str]]:
    """A slot that begins no higher than its story."""
    first = next(one for one in slots if one.id == slot.id and one.kind is slot.kind)
    if slot.first_row < first.first_row <= slot.last_row:
        there = replace(slot, first_row=first.first_row)
        yield [there if one == slot else one for one in slots], f"write `{_rows(there)}` here"


def _moved(proof: Proof, page: Page, slots: Sequence[Slot], slot: Slot) -> Iterator[tuple[Sequence[Slot], str]]:
    """A slot at every other place that is free for it, those beside and above or below it first, the nearest of each."""
    style = proof.issue.style
    right, down = style.page.units - slot.last_unit, page.rows - slot.last_row
    ways = product(range(1 - slot.first_unit, right + 1), range(1 - slot.first_row, down + 1))
    others = [one for one in slots if one != slot]
    for by in sorted(ways, key=lambda by: (bool(by[0]) + bool(by[1]), abs(by[1]), abs(by[0]))):
        there = _shifted(slot, *by)
        white = style.makeup.rows_between_stories if by[1] else 0
        grown = replace(there, first_row=there.first_row - white, last_row=there.last_row + white)
        if not any(_overlap(grown, one) for one in others) and not _on_ads(proof, page, grown):
            told = [_columns(there)] * bool(by[0]) + [_rows(there)] * bool(by[1])
            yield [there if one == slot else one for one in slots], f"write `{', '.join(told)}` here"


def _exchanged(slots: Sequence[Slot], parts: Sequence[Slot]) -> Iterator[tuple[Sequence[Slot], str]]:
    """A slot or the one before it changing places with a neighbour: beside it and as deep, or above or below it and as wide."""
    for part, other in product(parts, slots):
        between = [one for one in slots if one not in (part, other)]
        both = _around(part, other)
        if part.id == other.id or any(_overlap(both, one) for one in between):
            continue
        if (part.first_row, part.last_row) == (other.first_row, other.last_row):
            there, its = _swapped(part, other, both.first_unit, both.last_unit)
            told = _columns(there), _columns(its)
        elif (part.first_unit, part.last_unit) == (other.first_unit, other.last_unit):
            there, its = _stacked(part, other, both.first_row, both.last_row)
            told = _rows(there), _rows(its)
        else:
            continue
        places = {part: there, other: its}
        two = f'"{part.id}" (line {part.span.line}) and "{other.id}" (line {other.span.line})'
        yield [places.get(one, one) for one in slots], f"let {two} change places: `{told[0]}` and `{told[1]}`"


def _swapped(part: Slot, other: Slot, first: int, last: int) -> tuple[Slot, Slot]:
    if part.first_unit == first:
        return _shifted(part, last - part.last_unit, 0), _shifted(other, first - other.first_unit, 0)
    return _shifted(part, first - part.first_unit, 0), _shifted(other, last - other.last_unit, 0)


def _stacked(part: Slot, other: Slot, first: int, last: int) -> tuple[Slot, Slot]:
    if part.first_row == first:
        return _shifted(part, 0, last - part.last_row), _shifted(other, 0, first - other.first_row)
    return _shifted(part, 0, first - part.first_row), _shifted(other, 0, last - other.last_row)


def _shifted(slot: Slot, units: int, rows: int) -> Slot:
    return replace(
        slot,
        first_unit=slot.first_unit + units,
        last_unit=slot.last_unit + units,
        first_row=slot.first_row + rows,
        last_row=slot.last_row + rows,
    )


def _around(one: Slot, other: Slot) -> Slot:
    """The rectangle that holds both."""
    return replace(
        one,
        first_unit=min(one.first_unit, other.first_unit),
        last_unit=max(one.last_unit, other.last_unit),
        first_row=min(one.first_row, other.first_row),
        last_row=max(one.last_row, other.last_row),
    )


def _overlap(one: Slot, other: Slot) -> bool:
    return share_units(one, other) and one.first_row <= other.last_row and other.first_row <= one.last_row


def _on_ads(proof: Proof, page: Page, slot: Slot) -> bool:
    grid = proof.issue.style.page
    left, right = grid.left_of(slot.first_unit - 1), grid.left_of(slot.last_unit - 1) + grid.width_of(1)
    return any(
        x < right and left < end and above < slot.last_row and slot.first_row <= below
        for x, end, above, below in ad_rows(page, grid)
    )


def _columns(slot: Slot) -> str:
    return f"columns: {slot.first_unit}-{slot.last_unit}"


def _rows(slot: Slot) -> str:
    return f"rows: {slot.first_row}-{slot.last_row}"
