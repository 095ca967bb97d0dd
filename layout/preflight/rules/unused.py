"""What: a picture, box or slogan of the manifest stands on no page.

Why: somebody paid for it or is waiting to see it.

Fix: name it in an article, put it with `::: put`, give it a slot in the dummy, or take it out of the manifest. A box
with `optional: true` may be left out.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.proof import Proof

CODE = "P103"


def check_unused(proof: Proof) -> Iterator[Finding]:
    """One finding a piece."""
    for piece, span in proof.pages.unused:
        hint = "give it to an article or a slot, or take it out"
        yield Finding(CODE, Severity.WARNING, f'"{piece}" stands on no page', hint, span)
