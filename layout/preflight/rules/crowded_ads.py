"""What: an advertisement has no room, or stands on a slot. The page that it was booked on is too full, or the dummy has
a slot there.

Why: one of the two cannot be printed. Advertisements are stacked from the corner that they ask for, the largest first, and
what they take is gone from the page; slots that go down to the foot of the page end above them or go round them.

Fix: book it on another page or at another corner, or end the slot at the row that the finding names.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.preflight.proof import Proof

CODE = "P116"


def check_crowded_ads(proof: Proof) -> Iterator[Finding]:
    """One finding an advertisement without room, and one a slot upon which one stands."""
    for ad in proof.pages.ads:
        message = f'the advertisement "{ad.name}" finds no room on page {ad.page}'
        hint = "book it on another page or in another corner, or less depth"
        if ad.slot:
            message = f'the advertisement "{ad.name}" stands on the slot of "{ad.slot}" on page {ad.page}'
            hint = f"give the slot rows between {ad.rows[0]} and {ad.rows[1]}, or leave `rows` out"
        yield Finding(CODE, Severity.ERROR, message, hint, ad.span, Place(ad.page))
