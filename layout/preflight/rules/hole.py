"""What: more stays empty than the style allows (`hole-rows`). It is white below a story, or below a box or list in its
slot; or a story ends before one of its slots, or nothing at all stands on a page, or nothing but advertisements that leave
room.

Why: a hole in the page looks as if something fell out.

Fix: write more, let a picture grow, or make the story's slot smaller by the rows that the finding names; take away a
slot that it does not need, and a page that nobody fills.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.model.page import Page, Part, Picture
from layout.preflight.proof import Proof
from layout.preflight.room import foot, shallower

CODE = "P106"


def check_holes(proof: Proof) -> Iterator[Finding]:
    """One finding a story, a slot that is too deep, and an empty page."""
    vacant = [slot for slot in proof.pages.slots if not slot.rows]
    for slot in vacant:
        message = f'"{slot.name}" ends before its slot on page {slot.place.page}, which stays empty'
        hint = "write more, or take the slot out of the dummy and give its place to something else"
        yield Finding(CODE, Severity.WARNING, message, hint, slot.span, slot.place, slot.name)
    yield from _empty_pages(proof)
    yield from _shallow_pieces(proof)
    allowed = proof.issue.style.makeup.hole_rows
    told = {slot.name for slot in vacant} | proof.crowded
    for story in proof.pages.stories:
        if story.gap_rows > allowed and story.pages and not story.overset_lines and story.slug not in told:
            message = f'{story.gap_rows} rows stay empty below "{story.slug}"'
            hint, place = "write more, or let a picture grow", Place(story.pages[-1])
            if story.slug in proof.last_slots:
                plan, last = proof.last_slots[story.slug]
                hint += f", or end its slot higher: {shallower(proof, plan, last, story.gap_rows)}"
                place = foot(proof, plan, last, story.gap_rows)
            yield Finding(CODE, Severity.WARNING, message, hint, proof.mended_at(story), place, story.slug)


def _shallow_pieces(proof: Proof) -> Iterator[Finding]:
    """Slots of boxes and lists that are deeper than what they hold."""
    for fit in proof.pages.slots:
        if 0 < fit.rows < fit.of_rows:
            (plan, slot), rows = proof.slots[fit.span], fit.of_rows - fit.rows
            message = f'{rows} rows of the slot of "{fit.name}" stay empty'
            hint = f"give it more to hold, or end its slot higher: {shallower(proof, plan, slot, rows)}"
            yield Finding(CODE, Severity.WARNING, message, hint, fit.span, foot(proof, plan, slot, rows))


def _empty_pages(proof: Proof) -> Iterator[Finding]:
    """Pages that have their furniture and nothing else, or advertisements that leave room for a story beside them; but for
    those whose slots are told of."""
    planned = {plan.first for plan in proof.issue.dummy if plan.slots}
    ran = {page: plan.span for plan in proof.issue.dummy for page in range(plan.first, plan.last + 1)}
    asked = proof.issue.pages.span or proof.issue.span
    for page in proof.pages.pages:
        if page.number in planned or any(placed.part not in (Part.FURNITURE, Part.AD) for placed in page.placed):
            continue
        span, place = ran.get(page.number, asked), Place(page.number)
        ads = [placed.paint for placed in page.placed if placed.part is Part.AD and isinstance(placed.paint, Picture)]
        if not ads:
            hint = "give the page something in the dummy, or the issue another number of `pages`"
            if page.number in ran:
                hint = "end the run's pages before it, or write more"
            yield Finding(CODE, Severity.WARNING, f"page {page.number} is empty", hint, span, place)
        elif _rows_left(proof, page, ads) >= proof.issue.style.makeup.smallest_leg:
            message = f"page {page.number} is empty but for its advertisements"
            hint = "give it a story whose head clears them, or book them on pages that have one"
            yield Finding(CODE, Severity.WARNING, message, hint, span, place)


def _rows_left(proof: Proof, page: Page, ads: list[Picture]) -> int:
    """The rows of the whole page's width that advertisements leave of it, all together."""
    row = page.live[2] * proof.issue.style.page.leading
    return page.rows - sum(ad.width * ad.depth for ad in ads) // row
