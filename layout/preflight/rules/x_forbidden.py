"""What: the file holds what does not belong on paper. Such are scripts, forms, attachments, transitions and PostScript.

Why: PDF/X forbids it (ISO 15930-7, 6.10 to 6.14): it may change what is printed, or do harm.

Fix: take it out, and export as PDF/X again.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.opened import OpenFile, listing, name, plain, table

CODE = "X113"
FORM, ATTACHED, SCRIPT = "a form (/AcroForm)", "embedded files", "JavaScript"


def check_forbidden(claim: Claim) -> Iterator[Finding]:
    """One finding for each kind of thing."""
    if not claim.is_x:
        return
    for thing in dict.fromkeys(forbidden(claim.file)):
        yield missing(CODE, f"the file holds {thing}", "take it out, and export as PDF/X again")


def forbidden(file: OpenFile) -> Iterator[str]:
    """What is in a file that does not belong on paper, each thing as often as it is there."""
    catalog = file.catalog
    if "/OpenAction" in catalog:
        yield "an action that runs on opening (/OpenAction)"
    form = table(catalog.get("/AcroForm"))
    if listing(form.get("/Fields")) or "/XFA" in form:
        yield FORM
    names = table(catalog.get("/Names"))
    if "/EmbeddedFiles" in names:
        yield ATTACHED
    if "/JavaScript" in names:
        yield SCRIPT
    for one in file.objects:
        yield from _of_object(one)


def _of_object(one: dict[str, object]) -> Iterator[str]:
    kind = name(one.get("/S"))
    if kind == "/JavaScript" or "/JS" in one:
        yield SCRIPT
    if "/AA" in one:
        yield "actions of its own accord (/AA)"
    if name(one.get("/Subtype")) == "/PS" or name(one.get("/Subtype2")) == "/PS":
        yield "PostScript (a PS XObject)"
    if "/OPI" in one:
        yield "a stand-in for another file (/OPI)"
    if name(one.get("/Subtype")) == "/Form" and "/Ref" in one:
        yield "a page of another file (a reference XObject)"
    if name(one.get("/Type")) == "/Page" and "/Trans" in one:
        yield "a transition (/Trans)"
    if name(one.get("/Type")) == "/Filespec" and isinstance(plain(one.get("/EF")), dict):
        yield ATTACHED
