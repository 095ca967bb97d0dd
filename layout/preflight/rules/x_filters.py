"""What: something is packed in a way that the standard does not allow.

Why: LZW, and in PDF/X-1a JBIG2 and JPEG 2000, are not read by every printer's software (ISO 15930-7, 6.1; 15930-4, 6.1).

Fix: export with ZIP or JPEG compression.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.opened import filters_of

CODE = "X112"
_NEVER = ("/LZWDecode", "/LZW")
_NOT_IN_X1A = ("/JBIG2Decode", "/JPXDecode")


def check_filters(claim: Claim) -> Iterator[Finding]:
    """One finding a filter."""
    if not claim.is_x:
        return
    refused = _NEVER + (_NOT_IN_X1A if claim.is_x1a else ())
    found = dict.fromkeys(one for stream in claim.file.objects for one in filters_of(stream) if one in refused)
    for one in found:
        yield missing(CODE, f"something is packed with {one[1:]}", "export with ZIP or JPEG compression")
