"""What: the number of pages is not one that the press can fold.

Why: a sheet has two or four pages on each side; what does not fill one leaves blank pages or falls out.

Fix: add or take out pages; `pages: {multiple: 4}` in the manifest does so by itself. A file that is no whole issue is
checked with `layout preflight --product pages`.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.model.press import Product
from layout.preflight.paper import Paper

CODE = "I209"
_ALONE = "pages, spreads and advertisements by themselves are checked with --product"


def check_page_multiple(paper: Paper) -> Iterator[Finding]:
    """One finding for a whole issue."""
    if paper.product is not Product.ISSUE:
        return
    count, multiple = len(paper.sheets), paper.press.pages.multiple
    if count % multiple:
        message = f"{count} page{'s' if count > 1 else ''}; the press folds a multiple of {multiple}"
        near = count - count % multiple
        hint = f"make it {near} or {near + multiple}" if near else f"make it {multiple}; {_ALONE}"
        yield Finding(CODE, Severity.ERROR, message, hint)
