"""What: a line is wider than its column. It sticks out, or a word that fits in no line was torn between two letters.

Why: mostly a word or address that nothing may divide. A torn word is hard to read; what sticks out runs into the alley
or the next column.

Fix: change the word, name its syllables under `exceptions` of the style, or give the story wider legs.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.model.text import LineFit
from layout.preflight.proof import Proof

CODE = "T102"

_MESSAGES = {
    LineFit.OVERFULL: "a line is wider than its column",
    LineFit.TORN: "a word is wider than its column and was torn between two letters",
}


def check_overfull_lines(proof: Proof) -> Iterator[Finding]:
    """One finding a line, or a torn word."""
    for line in proof.pages.troubles:
        message, place = _MESSAGES.get(line.kind), Place(line.page, line.x, line.y, line.width, line.depth)
        if message and not proof.covered(place):
            hint = "change the long word, say where it may be divided, or give the story wider legs"
            yield Finding(CODE, Severity.WARNING, message, hint, line.span, place, line.story)
