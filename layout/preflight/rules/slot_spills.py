"""What: a box, slogan, picture or masthead is deeper than the slot that the dummy gives it, or the slot begins below the
last row of its page.

Why: it runs over what stands below, or off the page. The furniture takes rows of its own, so that a page has fewer rows
than its style.

Fix: give the slot more rows or columns, or less to hold. What else stands under such a piece is not told until it is
mended.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.proof import Proof

CODE = "P112"


def check_slots(proof: Proof) -> Iterator[Finding]:
    """One finding a slot."""
    rows = {page.number: page.rows for page in proof.pages.pages}
    for slot in proof.spilling:
        message = f'"{slot.name}" is deeper than its slot: {slot.rows} rows of {slot.of_rows}'
        more = slot.rows - slot.of_rows
        hint = f"give it {more} {'row' if more == 1 else 'rows'} more, a wider slot, or less to hold"
        if slot.of_rows <= 0:
            message = (
                f'the slot of "{slot.name}" begins below page {slot.place.page}, which has {rows[slot.place.page]} rows'
            )
            hint = "move it up; the furniture of the page takes the other rows"
        yield Finding(CODE, Severity.ERROR, message, hint, slot.span, slot.place)
