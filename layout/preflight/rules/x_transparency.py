"""What: a file for PDF/X-1a has something transparent.

Why: PDF/X-1a knows no transparency (ISO 15930-4, 6.6): older printers' software paints it opaque, or not at all.

Fix: flatten transparency when exporting.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.opened import listing, name, number, plain, table

CODE = "X110"


def check_transparency(claim: Claim) -> Iterator[Finding]:
    """One finding for each kind of transparency."""
    if not claim.is_x1a:
        return
    told = dict[str, None]()
    for one in claim.file.objects:
        if name(one.get("/S")) == "/Transparency":
            told.setdefault("a transparency group")
        if name(one.get("/Subtype")) == "/Image" and "/SMask" in one:
            told.setdefault("a picture with a soft mask")
        for state in table(one.get("/ExtGState")).values():
            told.update(dict.fromkeys(_of_state(table(state))))
    for message in told:
        yield missing(CODE, f"{message}, which PDF/X-1a does not know", "flatten transparency when exporting")


def _of_state(state: dict[object, object]) -> Iterator[str]:
    if str(plain(state.get("/SMask", "/None"))) != "/None":
        yield "a soft mask"
    modes = listing(state.get("/BM")) or [plain(state.get("/BM", "/Normal"))]
    if any(str(mode) not in ("/Normal", "/Compatible") for mode in modes):
        yield f"the blend mode {str(modes[0])[1:]}"
    if number(state.get("/ca"), 1) != 1 or number(state.get("/CA"), 1) != 1:
        yield "an opacity under 1"
