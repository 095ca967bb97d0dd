"""What: a justified line has wider gaps between its words than the style allows.

Why: gaps that line up run down the column as white rivers.

Fix: change a word or two near it, allow a hyphen in a long word (`exceptions` of the style), or give the story wider
legs.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.model.page import Trouble
from layout.model.text import LineFit
from layout.preflight.proof import Proof

CODE = "T101"


def check_loose_lines(proof: Proof) -> Iterator[Finding]:
    """One finding a line."""
    for line in proof.pages.troubles:
        if line.kind is LineFit.LOOSE:
            message = f"a loose line: {line.word_space / 1000:.2f} em between its words"
            if not line.word_space:
                message = "a line of one word, which cannot be made to fill it"
            hint = "change a word near it, or give the story wider legs"
            yield Finding(CODE, Severity.WARNING, message, hint, line.span, _place(line), line.story)


def _place(line: Trouble) -> Place:
    return Place(line.page, line.x, line.y, line.width, line.depth)
