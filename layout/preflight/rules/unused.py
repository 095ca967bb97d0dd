"""What: a picture, box or slogan stands on no page.

Why: somebody paid for it or is waiting to see it.

Fix: name it in an article, put it with `::: put`, give it a slot in the dummy, or take it out of the manifest. One that
has a story but found no place in it is too deep, or there are too many: give it less `depth` or `span`, or the story more
rows: that is an error, for its editor asked for it there. A box with `optional: true` may be left out. Pieces of a story
that is overset, or stands nowhere itself, are not told of.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.model.issue import Need
from layout.preflight.proof import Proof

CODE = "P103"


def check_unused(proof: Proof) -> Iterator[Finding]:
    """One finding a piece."""
    overset = {story.slug for story in proof.pages.stories if story.overset_lines or story.overset_words}
    made_up = {None, *(story.slug for story in proof.pages.stories)}
    for piece, span in proof.pages.unused:
        story, need = proof.owners.get(piece, (None, Need.OPTIONAL))
        message, hint = f'"{piece}" stands on no page', "give it to an article or a slot, or take it out"
        if story is not None:
            message = f'"{piece}" finds no place in "{story}"'
            hint = "give it less depth or a smaller span, or the story more rows; or take pieces out"
        if story not in overset and story in made_up:
            severity = Severity.ERROR if need is Need.REQUIRED else Severity.WARNING
            yield Finding(CODE, severity, message, hint, span, story=story)
