"""What: a story is longer than the room it was given; its end is not printed.

Why: readers would lose the end of the story.

Fix: cut as many words as the finding says, give the story more rows or legs in the dummy, or make its pictures
smaller. A story that runs can be given more pages.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.model.issue import DummyPages, Issue, Slot, SlotKind
from layout.model.page import StoryFit
from layout.preflight.proof import Proof
from layout.units import to_mm

CODE = "P101"


def check_overset(proof: Proof) -> Iterator[Finding]:
    """One finding a story that did not fit."""
    for story in proof.pages.stories:
        if story.head.rows > story.head.of_rows:
            continue  # its head leaves no room for text, which has a finding of its own
        if story.overset_lines or story.overset_words or story.overset_depth:
            message = (
                f'"{story.slug}" is overset by {_counted(story.overset_lines, "line")}, '
                f"{_counted(story.overset_words, 'word')}, {to_mm(story.overset_depth) / 10:.1f} cm of column"
            )
            hint = _hint(proof, story) + _nearest(story)
            yield Finding(CODE, Severity.ERROR, message, hint, story.span, _place(proof, story), story.slug)


def _hint(proof: Proof, story: StoryFit) -> str:
    issue = proof.issue
    cut = f"cut {_counted(story.overset_words, 'word')}"
    rows = -(-story.overset_depth // issue.style.page.leading)
    plan, slot = _slot(issue, story.slug)
    if slot is None or plan is None:
        run = next((plan for plan in issue.dummy if story.slug in plan.run), None)
        if run is None:
            return f"{cut}, or print more pages"
        return f"{cut}, or give the run another page (it has {_range(run.first, run.last)})"
    if not story.pages:
        return f"{cut}, or give the story a larger slot"
    article = next(article for article in issue.articles if article.slug == story.slug)
    more = -(-rows // issue.legs_of(article, slot))
    last = slot.last_row + more
    if last > _last_free_row(proof, plan, slot):
        return f"{cut}, or give it a slot on one page more"
    return f"{cut}, or make its slot or pictures give {_counted(more, 'row')}: rows: {slot.first_row}-{last}"


def _nearest(story: StoryFit) -> str:
    """Which paragraph ends nearest to the cut: a place to end the story at."""
    if story.nearest_end is None:
        return ""
    paragraph, lines = story.nearest_end
    where = "at it" if not lines else f"{_counted(abs(lines), 'line')} {'before' if lines < 0 else 'after'} it"
    return f" (nearest to the cut ends paragraph {paragraph}, {where})"


def _last_free_row(proof: Proof, plan: DummyPages, slot: Slot) -> int:
    """How far down a slot could reach on its page before it meets another, or the foot."""
    white = proof.issue.style.makeup.rows_between_stories
    below = [
        other.first_row - 1 - white
        for other in plan.slots
        if other.first_row > slot.last_row and other.first_unit <= slot.last_unit and slot.first_unit <= other.last_unit
    ]
    return min([*below, *(page.rows for page in proof.pages.pages if page.number == plan.first)])


def _place(proof: Proof, story: StoryFit) -> Place | None:
    """The story's text on its last page, so that a proof can show where it breaks off."""
    if not story.pages:
        return None
    last = story.pages[-1]
    texts = [
        extent
        for page, extents in proof.texts
        if page.number == last
        for extent in extents
        if extent.placed.story == story.slug
    ]
    if not texts:
        return Place(last)
    left, top = min(extent.left for extent in texts), min(extent.top for extent in texts)
    return Place(
        last, left, top, max(extent.right for extent in texts) - left, max(extent.foot for extent in texts) - top
    )


def _slot(issue: Issue, slug: str) -> tuple[DummyPages, Slot] | tuple[None, None]:
    """The last slot of a story, and its page."""
    slots = [(plan, slot) for plan in issue.dummy for slot in plan.slots]
    own = [(plan, slot) for plan, slot in slots if slot.kind is SlotKind.ARTICLE and slot.id == slug]
    return own[-1] if own else (None, None)


def _range(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first}-{last}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
