"""What: a planned page ends rows above its last. Below its lowest piece more stays empty than the style lets
(`hole-rows`).

Why: feet of one depth hold the pages of a paper together; white below one of them looks as if something fell out.

Fix: move the slots down by the rows that the finding names, let a picture or a story take them, or put a slogan or an
advertisement there. It is only a note, for a page may be meant to end early, up to the share of a page that the style lets be
in no slot (`largest-blank`).
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.model.page import Clip, Fill, Part, Picture, Placed, Rule
from layout.preflight.proof import Proof
from layout.units import Emu

CODE = "P117"


def check_open_feet(proof: Proof) -> Iterator[Finding]:
    """One finding a page with slots, but for those below whose lowest story a hole is told of."""
    allowed = proof.issue.style.makeup.hole_rows
    told = {(story.pages[-1], story.slug) for story in proof.pages.stories if story.pages and story.gap_rows > allowed}
    plans = {plan.first: plan for plan in proof.issue.dummy if plan.slots}
    for page in proof.pages.pages:
        pieces = [placed for placed in page.placed if placed.part is not Part.FURNITURE]
        if page.number not in plans or not pieces:
            continue
        _, top, width, depth = page.live
        lowest = max(pieces, key=_foot)
        if (page.number, lowest.story) in told:
            continue
        rows = (top + depth - _foot(lowest)) // proof.issue.style.page.leading
        if rows > allowed:
            below = f' below "{lowest.story}"' if lowest.story else ""
            message = f"{rows} rows stay empty at the foot of page {page.number}{below}"
            hint = f"move slots down by up to {rows} rows, or let a picture or another piece take them"
            first = page.rows - rows + 1 + proof.issue.style.makeup.rows_between_stories
            bare = rows * 1000 > page.rows * proof.issue.style.makeup.largest_blank
            severity = Severity.WARNING if bare else Severity.NOTE
            if bare:
                hint += f": `columns: 1-{proof.issue.style.page.units}, rows: {first}-`"
            place = Place(page.number, page.live[0], _foot(lowest), width, top + depth - _foot(lowest))
            yield Finding(CODE, severity, message, hint, lowest.span, place, lowest.story)


def _foot(placed: Placed) -> Emu:
    """The lowest edge of what is placed; of text, its baseline."""
    paint = placed.paint
    if isinstance(paint, Fill | Picture | Clip):
        return placed.y + paint.depth
    return placed.y + max(0, paint.dy) if isinstance(paint, Rule) else placed.y
