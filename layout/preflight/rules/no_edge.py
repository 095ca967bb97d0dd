"""What: a picture is to bleed, and its slot touches no edge of the page.

Why: it stands inside the margins like any other, which is not what was asked for.

Fix: let the slot begin at the first column, end at the last one, or end at the last row; at the head of a page pictures bleed
only where no furniture stands (`furniture: none`). Or take out `bleed`.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.proof import Proof

CODE = "P118"


def check_edges(proof: Proof) -> Iterator[Finding]:
    """One finding a slot."""
    style = proof.issue.style.page
    for page, slot in proof.bleeding:
        if not slot.across and not any(slot.edges(style, page.rows)):
            message = f'"{slot.id}" is to bleed, and its slot touches no edge of page {page.number}'
            hint = f"begin it at column 1, or end it at column {style.units} or row {page.rows}; or take out `bleed`"
            yield Finding(CODE, Severity.WARNING, message, hint, slot.span)
