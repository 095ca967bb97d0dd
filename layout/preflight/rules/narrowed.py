"""What: a piece is to span more legs than its story has. It is a picture, a box, a slogan or a pull quote.

Why: it was made as wide as the story, which is narrower than was asked for.

Fix: write a smaller `span`, or `span: page` for the width of the story whatever that is; or give the story more legs.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.model.issue import Article, Issue, SlotKind
from layout.preflight.proof import Proof

CODE = "P109"


def check_narrowed(proof: Proof) -> Iterator[Finding]:
    """One finding a piece."""
    for article in proof.issue.articles:
        most = _most_legs(proof.issue, article)
        for piece in (*article.pieces, *article.body):
            wide = getattr(piece, "legs", 0)
            if wide > most:
                name = getattr(piece, "id", "the pull quote")
                message = f'"{name}" is to span {wide} legs and was narrowed to the {most} of "{article.slug}"'
                hint = f"write a span of {most}, or of page; or give the story more legs"
                yield Finding(CODE, Severity.WARNING, message, hint, piece.span, story=article.slug)


def _most_legs(issue: Issue, article: Article) -> int:
    slots = [slot for plan in issue.dummy for slot in plan.slots]
    own = [slot for slot in slots if slot.kind is SlotKind.ARTICLE and slot.id == article.slug]
    return max((issue.legs_of(article, slot) for slot in own), default=issue.legs_of(article))
