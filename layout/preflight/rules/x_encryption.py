"""What: the file is encrypted.

Why: no PDF/X may be (ISO 15930-7, 6.1); the printer's software cannot take it apart.

Fix: save it without a password and without restrictions.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim, missing

CODE = "X101"


def check_encryption(claim: Claim) -> Iterator[Finding]:
    """One finding for the file."""
    if claim.file.encrypted:
        yield missing(CODE, "the file is encrypted", "save it without a password and without restrictions")
