"""What: legs of a story end above their neighbours. Nothing could be done about it.

Why: ragged feet look as if lines had fallen off. A paragraph may not leave a single line behind, and where no paragraph
near can be set a line longer or shorter within the style's limits, and no picture gives, a leg stays short. A picture that
is deeper than the text beside it leaves white, however the text is broken.

Fix: add or cut a few words in the legs that the page shows short, give a picture more play in `depth`, or allow more
tracking (`tracking-limit` under `makeup` of the style). Beside a picture that is too deep: write more, let the picture be
shallower, or let it span the story.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.preflight.proof import Proof

CODE = "P110"


def check_feet(proof: Proof) -> Iterator[Finding]:
    """One finding a story that is neither overset, nor ends in a hole, nor lacks a piece: those have findings of their own."""
    hole = proof.issue.style.makeup.hole_rows
    for story in proof.pages.stories:
        ends = story.pages and not story.overset_lines and story.gap_rows <= hole and story.slug not in proof.crowded
        if story.short_rows and ends:
            rows = f"{story.short_rows} line" + ("s" if story.short_rows > 1 else "")
            message = f'the legs of "{story.slug}" lack {rows} to end level: no paragraph near could give or take one'
            hint = "add or cut a few words in the short legs, or give a picture more play in `depth`"
            if story.deeper:
                message = f'"{story.slug}" lacks {rows} beside "{story.deeper}", which is deeper than the text'
                hint = f'write more, let "{story.deeper}" be shallower (`depth`), or give it `span: page`'
            place = Place(story.pages[-1])
            yield Finding(CODE, Severity.WARNING, message, hint, proof.mended_at(story), place, story.slug)
