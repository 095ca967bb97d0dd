"""What: the document information is not whole. It lacks a title, its dates, its makers, or whether the file is trapped.

Why: a printer who finds `Trapped` unsaid must ask (ISO 15930-7, 6.9; 15930-4, 6.10).

Fix: fill in title and trapping when exporting; the other entries are written by the program that exports.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.opened import plain

CODE = "X104"
_KEYS = ("/Title", "/CreationDate", "/ModDate", "/Creator", "/Producer")


def check_info(claim: Claim) -> Iterator[Finding]:
    """One finding for all entries that are missing."""
    if not claim.is_x:
        return
    info = claim.file.info
    lacking = [key for key in _KEYS if not plain(info.get(key))]
    if str(plain(info.get("/Trapped"))) not in ("/True", "/False"):
        lacking.append("/Trapped (True or False)")
    if lacking:
        yield missing(CODE, f"the document information lacks {', '.join(lacking)}", "export the file as PDF/X again")
