"""What: the same picture is seen twice at once. It stands twice on a page, or on two pages that face each other.

Why: readers see both at once and take one of them for a mistake, which it mostly is: a wrong `file` was written.

Fix: give one of the two another file. Where both are meant, let it be: it is only a warning.
"""

from collections.abc import Iterator
from itertools import combinations

from layout.diagnostics import Finding, Severity
from layout.model.page import Page, Part, Picture, Placed
from layout.preflight.proof import Proof

CODE = "P115"


def check_same_pictures(proof: Proof) -> Iterator[Finding]:
    """One finding a pair."""
    shown = [(page, placed, placed.paint) for page in proof.pages.pages for placed in _pictures(page)]
    for (page, one, paint), (other, placed, again) in combinations(shown, 2):
        if isinstance(paint, Picture) and isinstance(again, Picture) and paint.source.digest == again.source.digest:
            if _opening(page) != _opening(other) or _is_one(page, one, placed):
                continue
            where = f"twice on page {page.number}" if page is other else f"on pages {page.number} and {other.number}"
            message = f"the picture {again.source.path.name} stands {where}, which are seen at once"
            hint = "give one of the two another file"
            yield Finding(CODE, Severity.WARNING, message, hint, placed.span, None, placed.story)


def _is_one(left: Page, one: Placed, other: Placed) -> bool:
    """Whether the first reaches the fold of a left-hand page and the other begins there: halves of one picture."""
    return isinstance(one.paint, Picture) and one.x + one.paint.width >= left.width and other.x <= 0


def _pictures(page: Page) -> Iterator[Placed]:
    return (placed for placed in page.placed if isinstance(placed.paint, Picture) and placed.part is Part.PICTURE)


def _opening(page: Page) -> int:
    """The number of the pair of facing pages that a page belongs to."""
    return page.number // 2
