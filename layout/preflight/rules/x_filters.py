"""What: something is packed in a way that is not allowed.

Why: LZW, and in PDF/X-1a JBIG2 and JPEG 2000, are not read by every printer's software (ISO 15930-7, 6.1; 15930-4, 6.1).

Fix: export with ZIP or JPEG compression.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim, missing, painted
from layout.preflight.file.opened import filters_of, listing
from layout.preflight.file.tokens import operators

CODE = "X112"
_NEVER = ("/LZWDecode", "/LZW")
_NOT_IN_X1A = ("/JBIG2Decode", "/JPXDecode")


def check_filters(claim: Claim) -> Iterator[Finding]:
    """One finding a filter."""
    if not claim.is_x:
        return
    refused = _NEVER + (_NOT_IN_X1A if claim.is_x1a else ())
    for one in dict.fromkeys(one for one in _used(claim) if one in refused):
        yield missing(CODE, f"something is packed with {one[1:]}", "export with ZIP or JPEG compression")


def _used(claim: Claim) -> Iterator[str]:
    """The filter of every stream, and of every picture that stands within a content stream."""
    for stream in claim.file.objects:
        yield from filters_of(stream)
    for content in painted(claim.file):
        if b"/LZW" in content:
            for operator, operands in operators(content):
                if operator == "EI":
                    written = operands[0].get("/F", operands[0].get("/Filter"))
                    yield from (one for one in listing(written) or [written] if isinstance(one, str))
