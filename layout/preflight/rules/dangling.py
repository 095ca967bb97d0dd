"""What: a page reference leads to a story that stands on no page.

Why: nobody knows its number, and `00` is printed.

Fix: give the story a slot or a run in the dummy, or take the reference out.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.elements.wording import texts
from layout.preflight.proof import Proof

CODE = "P123"


def check_references(proof: Proof) -> Iterator[Finding]:
    """One finding a reference."""
    placed = {story.slug for story in proof.pages.stories if story.pages}
    issue = proof.issue
    for content in (*issue.articles, issue.nameplate, issue.masthead, *issue.pieces.values()):
        for inline in (inline for text in texts(content) for inline in text):
            if inline.refer and inline.refer not in placed:
                message = f"[[{inline.refer}]] leads to a story that stands on no page"
                hint = f'give "{inline.refer}" a slot or a run, or take the reference out'
                yield Finding(CODE, Severity.ERROR, message, hint, inline.span)
