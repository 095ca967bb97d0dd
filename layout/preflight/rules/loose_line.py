"""What: a justified line has wider gaps than the style allows.

Why: gaps that line up run down the column as white rivers.

Fix: change a word or two near it, allow a hyphen in a long word (`exceptions` of the style), or give the story wider
legs. Where many lines of a story are loose on one page its legs are too narrow, which is one finding.
"""

from collections import Counter
from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.model.page import Trouble
from layout.model.text import LineFit
from layout.preflight.proof import Proof
from layout.units import to_mm

CODE = "T101"

_MANY = 5
"""Loose lines of a story on a page that are told one by one at most."""


def check_loose_lines(proof: Proof) -> Iterator[Finding]:
    """One finding a line, or one for all of a story on a page where they are many."""
    loose = [line for line in proof.pages.troubles if line.kind is LineFit.LOOSE and not proof.covered(_place(line))]
    counts = Counter((line.story, line.page) for line in loose)
    told = set[tuple[str | None, int]]()
    for line in loose:
        where = (line.story, line.page)
        if counts[where] <= _MANY:
            message = f"a loose line: {line.word_space / 1000:.2f} em between its words"
            if not line.word_space:
                message = "a line of one word, which cannot be made to fill it"
            hint = "change a word near it, or give the story wider legs"
            yield Finding(CODE, Severity.WARNING, message, hint, line.span, _place(line), line.story)
        elif where not in told:
            told.add(where)
            message = f"{counts[where]} loose lines, of which this is the first: the legs are too narrow"
            hint = f"give the story wider legs: these are {to_mm(line.width):.0f} mm wide"
            yield Finding(CODE, Severity.WARNING, message, hint, line.span, _place(line), line.story)


def _place(line: Trouble) -> Place:
    return Place(line.page, line.x, line.y, line.width, line.depth)
