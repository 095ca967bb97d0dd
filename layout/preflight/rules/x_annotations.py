"""What: a link, a note or a field stands on the page's paper.

Why: it may be printed, or hide what is below it; PDF/X allows such things only outside the bleed (ISO 15930-7, 6.11).

Fix: export without links, comments and fields.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.opened import listing, name, numbers, table

CODE = "X114"
_ALLOWED = ("/TrapNet", "/PrinterMark")


def check_annotations(claim: Claim) -> Iterator[Finding]:
    """One finding a page."""
    if not claim.is_x:
        return
    for at, page in enumerate(claim.file.pages, start=1):
        paper = page.box("/BleedBox") or page.box("/TrimBox") or page.box("/MediaBox")
        notes = [table(one) for one in listing(page.own.get("/Annots"))]
        kinds = [name(one.get("/Subtype"))[1:] for one in notes if _stands_on(one, paper)]
        if kinds:
            told = ", ".join(dict.fromkeys(kinds))
            yield missing(CODE, f"page {at} has annotations on its paper: {told}", "export without them", Place(at))


def _stands_on(note: dict[str, object], paper: tuple[float, ...]) -> bool:
    edges = numbers(note.get("/Rect"))
    if name(note.get("/Subtype")) in _ALLOWED or len(edges) != 4 or not paper:
        return False
    left, right = sorted((edges[0], edges[2]))
    bottom, top = sorted((edges[1], edges[3]))
    return left < paper[2] and right > paper[0] and bottom < paper[3] and top > paper[1]
