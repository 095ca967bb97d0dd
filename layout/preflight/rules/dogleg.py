"""What: a story goes on, on the same page, where its reader does not look. Its next slot stands above the story or left of
the slot before, under a leg in the middle, apart from what was read, or beyond or below another story.

Why: from the foot of a leg one goes on at the head of the next leg on the right, and from the last leg down, or back to
the left below all of them. Whatever else a dummy asks for, the reader takes the wrong leg, or stops.

Fix: write what the finding names. These read well: the next slot under the last leg of the one before; right of it, at the
same head or below a picture; at its left edge below all its legs, which a rule then cuts off (`cutoff-rule`). The slots of a
story are read in the order in which the dummy has them.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.model.dogleg import Dogleg, Leading, doglegs
from layout.preflight.proof import Proof
from layout.preflight.rearranged import rearranged
from layout.preflight.room import place_of

CODE = "P125"

_WHERE = {
    Leading.ABOVE: "above its beginning",
    Leading.LEFT: "left of where it came from",
    Leading.MIDDLE: "under a leg in the middle, from which it does not come",
    Leading.APART: "apart from what was read, where nothing leads",
}


def check_doglegs(proof: Proof) -> Iterator[Finding]:
    """One finding a story and page, at its first slot that is not found; slots that a story does not reach have their own."""
    unreached = {slot.span for slot in proof.pages.slots if not slot.rows}
    pages = {page.number: page for page in proof.pages.pages}
    for plan in proof.issue.dummy:
        lost = [one for one in doglegs(proof.issue, plan) if not one.leading.reads_well]
        first = {one.slot.id: one for one in reversed(lost) if one.slot.span not in unreached}
        for slug, dogleg in sorted(first.items(), key=lambda item: item[1].slot.span):
            message = f'"{slug}" goes on {_where(dogleg)}'
            hint = rearranged(proof, plan, pages[plan.first], dogleg)
            place = place_of(proof, plan, dogleg.slot)
            yield Finding(CODE, Severity.WARNING, message, hint, dogleg.slot.span, place, slug)


def _where(dogleg: Dogleg) -> str:
    if dogleg.other is None:
        return _WHERE[dogleg.leading]
    if dogleg.leading is Leading.UNDER:
        return f'below "{dogleg.other.id}", as if it were the end of that'
    return f'beyond "{dogleg.other.id}", which stands between'
