"""What: the head of a story is too large for its place. It is deeper or wider than the place that the story has.

Why: it runs over what stands below or beside it, or off the page.

Fix: write a shorter headline or deck, give the article a larger `priority` number for smaller type, or give its slot
more rows and columns. What else stands under such a head is not told until it is mended.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.preflight.proof import Proof, spills
from layout.preflight.room import alone, deeper
from layout.units import to_mm

CODE = "P108"


def check_heads(proof: Proof) -> Iterator[Finding]:
    """One finding a story."""
    for story in proof.pages.stories:
        if not spills(story):
            continue
        slots = [(plan, slot) for plan in proof.issue.dummy for slot in plan.slots if slot.id == story.slug]
        head, hint = story.head, "write a shorter headline, choose a smaller one by `priority`, or give it more columns"
        message = f'the head of "{story.slug}" is wider than its place: {to_mm(head.width):.0f} mm of '
        message += f"{to_mm(head.of_width):.0f} mm"
        if head.rows > head.of_rows:
            message = f'the head of "{story.slug}" is deeper than its place: {head.rows} rows of {head.of_rows}'
            hint = "write a shorter headline or deck, choose a smaller one by `priority`, or give it more rows"
        span = story.span
        if head.rows > head.of_rows and len(slots) == 1:
            plan, slot = slots[0]
            span, rows = (
                slot.span,
                deeper(proof, plan, slot, head.rows - head.of_rows + proof.issue.style.makeup.smallest_leg),
            )
            hint = alone(slot) or (f"{hint}: {rows}" if rows else hint)
        yield Finding(CODE, Severity.ERROR, message, hint, span, Place(story.pages[0]), story.slug)
