"""What: a story is longer than the room it was given; its end is not printed.

Why: readers would lose the end of the story.

Fix: cut as many words as the finding says, give the story more rows or legs in the dummy, or make its pictures
smaller. A story that runs can be given more pages.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.model.issue import Issue, Slot, SlotKind
from layout.model.page import StoryFit
from layout.preflight.proof import Proof
from layout.units import to_mm

CODE = "P101"


def check_overset(proof: Proof) -> Iterator[Finding]:
    """One finding a story that did not fit."""
    for story in proof.pages.stories:
        if story.overset_lines or story.overset_words or story.overset_depth:
            message = (
                f'"{story.slug}" is overset by {_counted(story.overset_lines, "line")}, '
                f"{_counted(story.overset_words, 'word')}, {to_mm(story.overset_depth) / 10:.1f} cm of column"
            )
            hint = _hint(proof.issue, story)
            yield Finding(CODE, Severity.ERROR, message, hint, story.span, _place(proof, story), story.slug)


def _hint(issue: Issue, story: StoryFit) -> str:
    cut = f"cut {_counted(story.overset_words, 'word')}"
    rows = -(-story.overset_depth // issue.style.page.leading)
    slot = _slot(issue, story.slug)
    if slot is None:
        run = next((plan for plan in issue.dummy if story.slug in plan.run), None)
        if run is None:
            return f"{cut}, or print more pages"
        return f"{cut}, or give the run another page (it has {_range(run.first, run.last)})"
    if not story.pages:
        return f"{cut}, or give the story a larger slot"
    legs = slot.legs or _legs(issue, story.slug) or max(1, slot.last_unit - slot.first_unit + 1)
    more = -(-rows // legs)
    return f"{cut}, or make its slot or pictures give {_counted(more, 'row')}: rows: {slot.first_row}-{slot.last_row + more}"


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


def _slot(issue: Issue, slug: str) -> Slot | None:
    slots = [slot for plan in issue.dummy for slot in plan.slots if slot.kind is SlotKind.ARTICLE and slot.id == slug]
    return slots[-1] if slots else None


def _legs(issue: Issue, slug: str) -> int | None:
    return next((article.legs for article in issue.articles if article.slug == slug), None)


def _range(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first}-{last}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
