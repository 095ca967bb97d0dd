"""What: a piece is deeper than its slot. A box, slogan, picture or masthead needs more rows than the dummy gives it, or
the slot begins below the last row of its page.

Why: it runs over what stands below, or off the page. The furniture takes rows of its own, so that a page has fewer rows
than its style.

Fix: give the slot more rows or columns, or less to hold. What else stands under such a piece is not told until it is
mended.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.proof import Proof
from layout.preflight.room import deeper

CODE = "P112"


def check_slots(proof: Proof) -> Iterator[Finding]:
    """One finding a slot."""
    page_rows = {page.number: page.rows for page in proof.pages.pages}
    places = {slot.span: (plan, slot) for plan in proof.issue.dummy for slot in plan.slots}
    for slot in proof.spilling:
        message = f'"{slot.name}" is deeper than its slot: {slot.rows} rows of {slot.of_rows}'
        more = slot.rows - slot.of_rows
        rows = deeper(proof, *places[slot.span], more)
        hint = (
            f"write `{rows}`, or more columns, or give it less to hold"
            if rows
            else "give it more columns, or less to hold"
        )
        if slot.of_rows <= 0:
            message = (
                f'the slot of "{slot.name}" begins below page {slot.place.page}, '
                f"which has {page_rows[slot.place.page]} rows"
            )
            hint = "move it up; the furniture of the page takes the other rows"
        yield Finding(CODE, Severity.ERROR, message, hint, slot.span, slot.place)
