"""How a story that has several slots on one page is read from each to the next.

Takes the plan of a page, gives a `Dogleg` for each slot in which a story goes on there. Knows the rectangles of the grid and
nothing that stands in them.

From the foot of a leg the eye goes to the head of the next one on its right, and only from the last leg anywhere else. "A
story is always turned to the right from its main part. A turn running above the headline of the story could confuse the
reader" (Journalist 3 & 2, NAVEDTRA 14130, chapter 8). So these read well:

- **down**: the next slot begins under the last leg, which nothing else could follow. An L from a leg above several, or a
  reversed L below the last leg;
- **right**: it begins right of the last leg, at the same head or below a picture or an advertisement. A U round a picture;
- **below**: it begins at the left edge of all legs so far, or left of it, below them all. Where nothing stands between, as
  a picture would, a reader of the first leg would run on into it: white and a rule must say that all legs end there.

And these do not, whatever is drawn between: a slot above the story's beginning, or left of the slot before; one that
begins under a leg in the middle, from which it does not come; one that touches the slot before at no side; and one that
another story comes between, or stands above, whose end it seems to be.
"""

from collections.abc import Iterator, Sequence
from enum import Enum

from layout.model.issue import DummyPages, Issue, Slot, SlotKind
from layout.record import record


class Leading(Enum):
    """Where a slot stands from the one before it."""

    DOWN = "down"
    RIGHT = "right"
    BELOW = "below"
    ABOVE = "above"
    LEFT = "left"
    MIDDLE = "middle"
    APART = "apart"
    ACROSS = "across"
    UNDER = "under"

    @property
    def reads_well(self) -> bool:
        """Whether the reader finds the way."""
        return self in (Leading.DOWN, Leading.RIGHT, Leading.BELOW)


@record
class Dogleg:
    """A story goes on from the slot `before` to `slot`. `cut_off` are the slots whose legs end right above it and must be
    seen to end; `other` is the slot of another story that is in the way."""

    before: Slot
    slot: Slot
    leading: Leading
    cut_off: tuple[Slot, ...] = ()
    other: Slot | None = None

    @property
    def white(self) -> int:
        """The rows between it and the legs that are cut off."""
        return self.slot.first_row - 1 - max(cut.last_row for cut in self.cut_off)

    @property
    def units(self) -> tuple[int, int]:
        """The first and the last unit of the legs that are cut off."""
        return min(cut.first_unit for cut in self.cut_off), max(cut.last_unit for cut in self.cut_off)


def doglegs(issue: Issue, plan: DummyPages) -> Iterator[Dogleg]:
    """Every slot of a page in which a story goes on from another slot of that page, story by story."""
    own: dict[str, list[Slot]] = {}
    for slot in plan.slots:
        if slot.kind is SlotKind.ARTICLE:
            own.setdefault(slot.id, []).append(slot)
    for slug, parts in own.items():
        for number in range(1, len(parts)):
            article = next(article for article in issue.articles if article.slug == slug)
            before = parts[number - 1]
            yield _dogleg(plan.slots, parts[:number], parts[number], issue.legs_of(article, before))


def lost_stories(issue: Issue, plan: DummyPages) -> frozenset[str]:
    """The slugs of the stories of a page that do not read on."""
    return frozenset(dogleg.slot.id for dogleg in doglegs(issue, plan) if not dogleg.leading.reads_well)


def share_units(one: Slot, other: Slot) -> bool:
    """Whether one of two slots stands above the other, at least with a part."""
    return one.first_unit <= other.last_unit and other.first_unit <= one.last_unit


def _dogleg(slots: Sequence[Slot], parts: Sequence[Slot], slot: Slot, legs: int) -> Dogleg:
    """From the last of the story's parts so far, which stands in so many legs."""
    before = parts[-1]
    others = [other for other in slots if other.kind is SlotKind.ARTICLE and other.id != slot.id]
    if slot.first_unit > before.last_unit:
        return _to_the_right(slots, others, parts, slot)
    if slot.first_row <= before.last_row:
        return Dogleg(before, slot, Leading.ABOVE if slot.last_row < before.first_row else Leading.LEFT)
    between = [one for one in others if _is_above(before, one) and _is_above(one, slot)]
    if between:
        return Dogleg(before, slot, Leading.ACROSS, other=between[0])
    left = min(part.first_unit for part in parts if part is before or _share_rows(part, before))
    if slot.last_unit < left:
        return Dogleg(before, slot, Leading.APART)
    if _begins_under_last(before, slot, legs):
        return Dogleg(before, slot, Leading.DOWN)
    if slot.first_unit > left:
        return Dogleg(before, slot, Leading.MIDDLE)
    return Dogleg(before, slot, Leading.BELOW, _bare_above(slots, parts, slot))


def _begins_under_last(before: Slot, slot: Slot, legs: int) -> bool:
    """Whether a slot begins nearer to the left edge of the last of so many legs than to that of the one before."""
    wide = before.last_unit - before.first_unit + 1
    return 2 * legs * (slot.first_unit - before.first_unit) > (2 * legs - 3) * wide


def _to_the_right(slots: Sequence[Slot], others: Sequence[Slot], parts: Sequence[Slot], slot: Slot) -> Dogleg:
    before = parts[-1]
    if slot.first_row < parts[0].first_row:
        return Dogleg(before, slot, Leading.ABOVE)
    if slot.first_row > before.last_row:
        return Dogleg(before, slot, Leading.APART)
    across = [
        one
        for one in others
        if before.last_unit < one.first_unit <= one.last_unit < slot.first_unit
        and _share_rows(one, before)
        and _share_rows(one, slot)
    ]
    if across:
        return Dogleg(before, slot, Leading.ACROSS, other=across[0])
    above = _next_above(slots, slot, slot.first_unit)
    if above in others and above is not None and above.last_row >= before.first_row:
        return Dogleg(before, slot, Leading.UNDER, other=above)
    return Dogleg(before, slot, Leading.RIGHT, _bare_above(slots, parts, slot))


def _bare_above(slots: Sequence[Slot], parts: Sequence[Slot], slot: Slot) -> tuple[Slot, ...]:
    """The story's parts so far that stand above a slot with nothing between."""
    above = [_next_above(slots, slot, unit) for unit in range(slot.first_unit, slot.last_unit + 1)]
    return tuple(part for part in parts if part in above)


def _next_above(slots: Sequence[Slot], slot: Slot, unit: int) -> Slot | None:
    """The next slot above another in one of its units."""
    above = (one for one in slots if one.last_row < slot.first_row and one.first_unit <= unit <= one.last_unit)
    return max(above, key=lambda one: one.last_row, default=None)


def _is_above(one: Slot, other: Slot) -> bool:
    return one.last_row < other.first_row and share_units(one, other)


def _share_rows(one: Slot, other: Slot) -> bool:
    return one.first_row <= other.last_row and other.first_row <= one.last_row
