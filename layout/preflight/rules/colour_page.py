"""What: there is colour on a page that the press prints in black.

Why: the page's other plates are not made; what is on them will be missing.

Fix: book the page in colour (`press: {colour_pages: ...}`), or make everything on it black.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.model.press import Product
from layout.preflight.paper import Paper, told

CODE = "I210"


def check_colour_pages(paper: Paper) -> Iterator[Finding]:
    """One finding a page of a whole issue."""
    if paper.product is not Product.ISSUE:
        return
    count = paper.issue_pages or len(paper.sheets)
    for sheet in paper.sheets:
        if paper.press.in_colour(sheet.number, count):
            continue
        marks = [mark for mark in sheet.marks if mark.tone.is_colour]
        if marks:
            names = sorted({name for mark in marks for name, _ in mark.tone.inks if name != "Black"}) or ["RGB"]
            message = f"page {sheet.number} prints in black, but has {', '.join(names)}"
            yield told(CODE, Severity.ERROR, message, "book it in colour, or make it black", marks)
