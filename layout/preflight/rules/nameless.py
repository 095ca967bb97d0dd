"""What: a story has no headline, and so does not stand in the contents list.

Why: readers who look for it there think that it is not in the paper.

Fix: give it a `headline`, at its head or in issue.yaml; it is only a note, for a small piece may do without.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.model.issue import SlotKind
from layout.preflight.proof import Proof

CODE = "P121"


def check_headlines(proof: Proof) -> Iterator[Finding]:
    """One finding a story, where there is a list."""
    if any(slot.kind is SlotKind.CONTENTS for plan in proof.issue.dummy for slot in plan.slots):
        for article in proof.issue.articles:
            if not article.headline:
                message = f'"{article.slug}" has no headline, and so does not stand in the contents list'
                hint = "write `headline:` at its head or in issue.yaml"
                yield Finding(CODE, Severity.NOTE, message, hint, article.span, story=article.slug)
