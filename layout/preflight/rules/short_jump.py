"""What: a story jumps before enough of it has been read. It goes on on another page after too few lines.

Why: a headline with a jump line under it and hardly a line between tells the reader nothing; whoever turns the page for
that feels cheated.

Fix: give the slot in which the story begins more rows, or a shorter headline or deck; the style says how many lines a
jump leaves behind at least (`jump-leaves` under `makeup`).
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.preflight.proof import Proof, spills

CODE = "P113"


def check_jumps_left(proof: Proof) -> Iterator[Finding]:
    """One finding a jump; none where the head alone is too large for its place."""
    for story in proof.pages.stories:
        for page, lines in story.left_behind if not spills(story) else ():
            least = proof.issue.style.makeup.jump_leaves
            if lines < least:
                message = f'"{story.slug}" jumps from page {page} with {lines} lines set there, not {least}'
                hint = "give its slot more rows, or a shorter headline or deck"
                yield Finding(CODE, Severity.WARNING, message, hint, story.span, Place(page), story.slug)
