"""What: a picture bleeds at the foot of its page and has a cutline, for which there is no room below it.

Why: the words are not printed, nor who made the picture.

Fix: end its slot a row above the page's last, or write what the cutline says into a story, and take it out.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.elements.picture import Picture
from layout.preflight.proof import Proof

CODE = "P119"


def check_cutlines(proof: Proof) -> Iterator[Finding]:
    """One finding a picture."""
    style = proof.issue.style.page
    for page, slot in proof.bleeding:
        piece = proof.issue.pieces.get(slot.id)
        if isinstance(piece, Picture) and (piece.cutline or piece.credit) and slot.edges(style, page.rows).foot:
            message = f'the cutline of "{slot.id}" has no room below the picture, which bleeds at the foot of the page'
            hint = f"end the slot at row {page.rows - 1}, or take out `cutline` and `credit`"
            yield Finding(CODE, Severity.WARNING, message, hint, slot.span)
