"""The whole issue, page by page.

Takes an `Issue`, gives `Pages`. A page of the dummy is either modular (slots) or running (stories one after another,
each across the whole well). The dummy says on which pages the stories of slots begin, and so what page references and
the contents list say; where a run turns out otherwise and its pages are written anywhere, the stories that refer to it are
set anew with the same breaks and the pages made once more: two passes, never more.
"""

from collections.abc import Iterator
from dataclasses import replace

from layout.elements.wording import references
from layout.makeup.galleys import Galleys
from layout.makeup.pasteup import Pasteup
from layout.makeup.runs import run_stories
from layout.makeup.slots import fill_slots
from layout.model.issue import DummyPages, Issue, SlotKind
from layout.model.page import Pages
from layout.typeset.typecase import Typecase


def make_pages(issue: Issue, case: Typecase) -> Pages:
    """Makes up the issue. Total: what finds no place is counted in the stories' accounts or named as unused."""
    foreseen = _foreseen(issue)
    galleys = Galleys(issue, case, foreseen)
    last_page = max([issue.pages.least, *(plan.last for plan in issue.dummy), *(ad.page for ad in issue.ads)])
    first = _make(issue, galleys, last_page)
    numbers = {story.slug: story.pages[0] for story in first.stories if story.pages}
    foretold = all(numbers.get(slug) == foreseen.get(slug) for slug in _named(issue))
    if foretold and len(first.pages) == last_page:
        return first
    return _make(issue, galleys.numbered(numbers), len(first.pages))


def _foreseen(issue: Issue) -> dict[str, int]:
    """The pages on which the dummy says that stories begin; of a run only its first."""
    slots = [slot.id for plan in issue.dummy for slot in plan.slots if slot.kind is SlotKind.ARTICLE]
    return {slug: _begins(issue, slug) for slug in slots} | {
        plan.run[0]: plan.first for plan in issue.dummy if plan.run
    }


def _named(issue: Issue) -> set[str]:
    """The stories whose pages are written somewhere."""
    if any(slot.kind is SlotKind.CONTENTS for plan in issue.dummy for slot in plan.slots):
        return {article.slug for article in issue.articles}
    written = (*issue.articles, issue.nameplate, issue.masthead, *issue.pieces.values())
    return {slug for content in written for slug in references(content)}


def _make(issue: Issue, galleys: Galleys, last_page: int) -> Pages:
    """One pass: the modular pages, whose stories may jump forward and backward, then the runs between them."""
    pasteup = Pasteup(issue, galleys, last_page)
    plans = issue.dummy or (_default_plan(issue),)
    sections = dict(zip((plan.first for plan in plans), _sections_before(issue, plans), strict=True))
    for plan in plans:
        if plan.slots:
            begins = next((s for s in _sections_at_top(issue, plan) if s), "")
            pasteup.open(plan.first, plan.furniture, begins if begins != sections[plan.first] else "")
    fill_slots(pasteup, [plan for plan in plans if plan.slots])
    for plan in plans:
        if plan.run:
            run_stories(pasteup, plan, sections[plan.first])
    return pasteup.finished()


def _sections_of(issue: Issue, plan: DummyPages) -> list[str]:
    """The sections of the stories that begin in a plan, in its order."""
    sections = {article.slug: article.section for article in issue.articles}
    slots = [slot.id for slot in plan.slots if slot.kind is SlotKind.ARTICLE and _begins(issue, slot.id) == plan.first]
    return [sections[slug] for slug in (*slots, *plan.run)]


def _sections_at_top(issue: Issue, plan: DummyPages) -> list[str]:
    """Those of the topmost stories of a modular page that begin on it: a head would misname one that goes on below it."""
    top = min((slot.first_row for slot in plan.slots if slot.kind is SlotKind.ARTICLE), default=1)
    return _sections_of(issue, replace(plan, slots=tuple(slot for slot in plan.slots if slot.first_row == top)))


def _begins(issue: Issue, slug: str) -> int:
    """The page on which a story of slots begins: its first, but for that to which it jumps."""
    jump = next(article.jump.page for article in issue.articles if article.slug == slug)
    pages = [plan.first for plan in issue.dummy for slot in plan.slots if slot.id == slug]
    return next((page for page in pages if page != jump), pages[0])


def _sections_before(issue: Issue, plans: tuple[DummyPages, ...]) -> Iterator[str]:
    """The section that is open before each plan's first page."""
    section = ""
    for plan in plans:
        yield section
        own = [name for name in _sections_of(issue, plan) if name]
        if own:
            section = own[0] if plan.slots else own[-1]


def _default_plan(issue: Issue) -> DummyPages:
    """Without a dummy all stories run in order, from the page that the style says."""
    first = issue.style.makeup.first_run_page
    return DummyPages(first, issue.pages.most, None, (), tuple(a.slug for a in issue.articles), issue.articles[0].span)
