"""What: a line is wider than its column and sticks out.

Why: mostly a word or address that nothing may divide; it runs into the alley or the next column.

Fix: change the word, name its syllables under `exceptions` of the style, or give the story wider legs.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.model.text import LineFit
from layout.preflight.proof import Proof

CODE = "T102"


def check_overfull_lines(proof: Proof) -> Iterator[Finding]:
    """One finding a line."""
    for line in proof.pages.troubles:
        if line.kind is LineFit.OVERFULL:
            hint = "change the long word, say where it may be divided, or give the story wider legs"
            place = Place(line.page, line.x, line.y, line.width, line.depth)
            yield Finding(CODE, Severity.WARNING, "a line is wider than its column", hint, line.span, place, line.story)
