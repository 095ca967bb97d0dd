"""What: the file has no identifier. Its trailer has no `/ID` of two strings.

Why: workflows tell versions of a file apart by it; PDF/X demands it (ISO 15930-7, 6.1).

Fix: export the file again; every PDF/X export writes one.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.opened import listing

CODE = "X102"


def check_identifier(claim: Claim) -> Iterator[Finding]:
    """One finding for the file."""
    written = listing(claim.file.trailer.get("/ID"))
    sound = len(written) == 2 and all(isinstance(one, str | bytes) and one for one in written)
    if claim.is_x and not sound:
        yield missing(CODE, "the trailer has no /ID of two strings", "export the file as PDF/X again")
