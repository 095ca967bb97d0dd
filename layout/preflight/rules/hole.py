"""What: below a story more rows stay empty than the style allows (`hole-rows`).

Why: a hole in the page looks as if something fell out.

Fix: write more, let a picture grow, or make the story's slot smaller by the rows that the finding names.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.preflight.proof import Proof

CODE = "P106"


def check_holes(proof: Proof) -> Iterator[Finding]:
    """One finding a story."""
    allowed = proof.issue.style.makeup.hole_rows
    slotted = {slot.id for plan in proof.issue.dummy for slot in plan.slots}
    for story in proof.pages.stories:
        if story.gap_rows > allowed and story.pages and not story.overset_lines:
            message = f'{story.gap_rows} rows stay empty below "{story.slug}"'
            hint = "write more, or let a picture grow"
            if story.slug in slotted:
                hint = f"write more, let a picture grow, or take {story.gap_rows} rows off its slot"
            yield Finding(CODE, Severity.WARNING, message, hint, story.span, Place(story.pages[-1]), story.slug)
