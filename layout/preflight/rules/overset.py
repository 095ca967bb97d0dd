"""What: a story is longer than the room it was given. Its end is not printed.

Why: readers would lose the end of the story.

Fix: cut as many words as the finding says, give the story more rows or legs in the dummy, or make its pictures
smaller. A story that runs can be given more pages.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity, counted
from layout.model.page import StoryFit
from layout.preflight.proof import Proof
from layout.preflight.room import alone, deeper
from layout.units import to_mm

CODE = "P101"


def check_overset(proof: Proof) -> Iterator[Finding]:
    """One finding a story that did not fit."""
    for story in proof.pages.stories:
        if story.head.rows > story.head.of_rows:
            continue  # its head leaves no room for text, which has a finding of its own
        if story.overset_lines or story.overset_words or story.overset_depth:
            words = f"{counted(story.overset_words, 'word')}, " if story.overset_words else ""
            message = (
                f'"{story.slug}" is overset by {counted(story.overset_lines, "line")}, '
                f"{words}{to_mm(story.overset_depth) / 10:.1f} cm of column"
            )
            waiting = [f'"{name}"' for name, _ in proof.pages.unused if proof.owners.get(name, ("",))[0] == story.slug]
            hint = _hint(proof, story) + _nearest(story)
            if waiting:
                pieces = " and ".join(waiting)
                message += f", and {pieces} {'finds' if len(waiting) == 1 else 'find'} no place in it"
                hint = f"make room for {pieces} too, or take it out; without it: {hint}"
            yield Finding(CODE, Severity.ERROR, message, hint, proof.mended_at(story), _place(proof, story), story.slug)


def _hint(proof: Proof, story: StoryFit) -> str:
    issue = proof.issue
    cut = f"cut {counted(story.overset_words, 'word')}"
    if not story.overset_words:
        cut = f"shorten it by {counted(story.overset_lines, 'line')}"
    lines = -(-story.overset_depth // issue.style.page.leading)
    if story.slug not in proof.last_slots:
        run = next((plan for plan in issue.dummy if story.slug in plan.run), None)
        if run is None:
            return f"{cut}, or print more pages"
        return f"{cut}, or give the run another page (it has {_range(run.first, run.last)})"
    if not story.pages:
        return f"{cut}, or give the story a larger slot"
    plan, slot = proof.last_slots[story.slug]
    article = next(article for article in issue.articles if article.slug == story.slug)
    more = -(-lines // issue.legs_of(article, slot))
    rows = deeper(proof, plan, slot, more)
    if alone(slot):
        return alone(slot)
    if not rows:
        return f"{cut}, or give it a slot on one page more"
    return f"{cut}, or make its slot or pictures give {counted(more, 'row')}: {rows}"


def _nearest(story: StoryFit) -> str:
    """Which paragraph ends nearest to the cut: a place to end the story at."""
    if story.nearest_end is None:
        return ""
    paragraph, lines = story.nearest_end
    where = "at it" if not lines else f"{counted(abs(lines), 'line')} {'before' if lines < 0 else 'after'} it"
    return f" (nearest to the cut ends paragraph {paragraph}, {where})"


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


def _range(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first}-{last}"
