"""What: the file is of another version of PDF than its standard. Its first line says so.

Why: PDF/X-4 is PDF 1.6, PDF/X-1a:2003 is PDF 1.4 (ISO 15930-7, 6.1; 15930-4, 6.1); a later version may hold what the
printer's software does not know.

Fix: export the file as PDF/X again.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding
from layout.model.press import Standard
from layout.preflight.file.claim import Claim, missing

CODE = "X115"
_VERSIONS = {Standard.X4: "1.6", Standard.X1A: "1.4"}


def check_version(claim: Claim) -> Iterator[Finding]:
    """One finding for the file."""
    wanted = _VERSIONS.get(claim.press.standard)
    if wanted and claim.file.header != wanted:
        yield missing(CODE, f"the file is PDF {claim.file.header}; {wanted} is wanted", "export it as PDF/X again")
