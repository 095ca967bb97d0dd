"""What: the issue has another number of pages than was asked for.

Why: a press prints whole sheets; a page too many or too few cannot be bound in.

Fix: change `pages` in the manifest, or give the issue more or less to print.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity, counted
from layout.model.issue import PageCount
from layout.model.page import Pages
from layout.preflight.proof import Proof

CODE = "P102"


def check_page_count(proof: Proof) -> Iterator[Finding]:
    """One finding at most."""
    yield from count_pages(proof.pages, proof.issue.pages)


def count_pages(pages: Pages, wanted: PageCount, asked_in: str = "`pages`") -> Iterator[Finding]:
    """The finding for any count, the manifest's or another's."""
    made = len(pages.pages)
    if wanted.least <= made <= wanted.most and made % wanted.multiple == 0:
        return
    asked = f"{wanted.least}" if wanted.least == wanted.most else f"{wanted.least} to {wanted.most}"
    if wanted.multiple > 1:
        asked += f" in multiples of {wanted.multiple}"
    message = f"the issue has {counted(made, 'page')}, not {asked}"
    hint = f"{'print less' if made > wanted.most else 'plan or fill more pages'}, or change {asked_in}"
    yield Finding(CODE, Severity.ERROR, message, hint, wanted.span)
