"""What: words were lost or doubled. Those of a story on the pages and those overset are not as many as were written.

Why: a word that is lost or doubled in silence is the worst fault that a typesetter can have.

Fix: none on your side: please report it with the story. Every build counts.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.preflight.proof import Proof

CODE = "P107"


def check_words_lost(proof: Proof) -> Iterator[Finding]:
    """One finding a story."""
    for story in proof.pages.stories:
        if not story.pages and not story.overset_words:
            continue  # it has no place in the dummy, which the manifest's own finding says
        lost = story.source_words - story.words - story.overset_words
        if lost:
            message = (
                f'{abs(lost)} of {story.source_words} words of "{story.slug}" were {"lost" if lost > 0 else "doubled"}'
            )
            place = Place(story.pages[0]) if story.pages else None
            hint = "a fault of the program: please report it with the story"
            yield Finding(CODE, Severity.ERROR, message, hint, story.span, place, story.slug)
