"""What: a supplied PDF holds what is not printed. Its notes, stamps, fields, scripts and attachments are not placed
with its page.

Why: only what the page itself paints goes into the paper. What its maker sees in a stamp or a field to fill in will be missing
in print; and a file with scripts or attachments was not made for a press.

Fix: ask for it again, exported for print, with notes and fields flattened or taken out.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.file.claim import Claim
from layout.preflight.file.opened import listing, name, table
from layout.preflight.rules.x_forbidden import ATTACHED, FORM, SCRIPT, forbidden

CODE = "I217"
_NOT_SEEN = ("/Link", "/Popup", "/PrinterMark", "/TrapNet")


def check_left_behind(claim: Claim) -> Iterator[Finding]:
    """One finding for the file."""
    notes = [
        name(table(note).get("/Subtype")) for page in claim.file.pages for note in listing(page.own.get("/Annots"))
    ]
    things = [f"an annotation ({kind[1:]})" for kind in notes if kind and kind not in _NOT_SEEN]
    things += [thing for thing in forbidden(claim.file) if thing in (FORM, ATTACHED, SCRIPT)]
    if things:
        message = f"it holds what is not printed: {', '.join(dict.fromkeys(things))}"
        yield Finding(CODE, Severity.WARNING, message, "have it exported for print, with notes and fields flattened")
