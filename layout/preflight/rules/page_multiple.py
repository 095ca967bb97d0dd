"""What: the number of pages is not one that the press can fold.

Why: a sheet has two or four pages on each side; what does not fill one leaves blank pages or falls out.

Fix: add or take out pages; `pages: {multiple: 4}` in the manifest does so by itself.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.paper import Paper

CODE = "I209"


def check_page_multiple(paper: Paper) -> Iterator[Finding]:
    """One finding for the file."""
    count, multiple = len(paper.sheets), paper.press.pages.multiple
    if count % multiple:
        message = f"{count} page{'s' if count > 1 else ''}; the press folds a multiple of {multiple}"
        near = count - count % multiple
        hint = f"make it {near + multiple}" if not near else f"make it {near} or {near + multiple}"
        yield Finding(CODE, Severity.ERROR, message, hint)
