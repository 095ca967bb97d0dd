"""The dummy: what goes where.

Takes its keys and places, gives `DummyPages`; finds slots that leave the grid or overlap, names that stand for nothing,
pages planned twice or beyond the count.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from layout.diagnostics import Span
from layout.elements.box import Box
from layout.elements.grid import Grid
from layout.elements.picture import Picture
from layout.elements.slogan import Slogan
from layout.manifest.found import Found, near, suggest
from layout.manifest.keys import DummyKeys, SlotKeys
from layout.model.issue import Article, Content, DummyPages, Issue, Jumping, PageCount, Slot, SlotKind
from layout.model.style import Style
from layout.units import to_mm

_PIECES = (SlotKind.BOX, SlotKind.PICTURE, SlotKind.SLOGAN)
_NAMED = (SlotKind.ARTICLE, *_PIECES)


class Known(NamedTuple):
    """What a dummy may name: ids by kind of slot, whether there is a masthead, the pages and the style.

    `dropped` are ids whose own entries were refused already, `doubtful` slugs taken from a story file that is not there,
    `unnamed` the kinds of which an entry has lost its name: whatever is asked for may be that one.
    """

    ids: Mapping[SlotKind, frozenset[str]]
    has_masthead: bool
    pages: PageCount
    style: Style
    dropped: frozenset[str]
    doubtful: frozenset[str]
    unnamed: frozenset[SlotKind]


def read_dummy(
    entries: tuple[DummyKeys, ...], known: Known, place: Callable[..., Span], found: Found
) -> tuple[DummyPages, ...]:
    """The plans in page order. `place(*keys)` says where a key of the dummy is written."""
    plans, planned = [], dict[int, Span]()
    for number, entry in enumerate(entries):
        here = _Here(known, found, lambda *keys, number=number: place(number, *keys))
        plan = here.plan(entry)
        if plan is None:
            continue
        for page in range(plan.first, plan.last + 1):
            if page in planned:
                hint = f"it is planned in line {planned[page].line} already; join the two"
                found.error("M064", f"page {page} is planned twice", hint, plan.span)
                break
            planned[page] = plan.span
        plans.append(plan)
    return _folded(sorted(plans, key=lambda plan: plan.first), known, found)


def _folded(plans: list[DummyPages], known: Known, found: Found) -> tuple[DummyPages, ...]:
    """The plans with pictures across the fold in two slots, one on each page."""
    units = known.style.page.units
    own = {
        plan.first: replace(
            plan, slots=tuple(replace(slot, last_unit=min(units, slot.last_unit)) for slot in plan.slots)
        )
        for plan in plans
    }
    for plan in plans:
        for slot in (slot for slot in plan.slots if slot.across):
            number, half = plan.first + 1, replace(slot, first_unit=1, last_unit=slot.last_unit - units)
            facing = next((one for one in own.values() if one.first <= number <= one.last), None)
            if facing is None:
                facing = DummyPages(number, number, None, (), (), plan.span)
            elif facing.run or facing.last != facing.first:
                hint = f"give page {number} an entry of its own, with slots"
                found.error("M016", f'"{slot.id}" goes on on page {number}, which has a run', hint, slot.span)
                continue
            _check_overlaps((*facing.slots, half), found)
            own[facing.first] = replace(facing, slots=(*facing.slots, half))
    return tuple(sorted(own.values(), key=lambda plan: plan.first))


class _Here(NamedTuple):
    """The reading of one entry; `place` says where its keys are written."""

    known: Known
    found: Found
    place: Callable[..., Span]

    def plan(self, entry: DummyKeys) -> DummyPages | None:
        pages = self._pages(entry)
        if pages is None:
            return None
        furniture = self.known.style.furniture
        if entry.furniture is not None and entry.furniture not in (*furniture, "none"):
            hint = suggest(entry.furniture, (*furniture, "none"))
            message = f'the style has no furniture set "{entry.furniture}"'
            self.found.error("M036", message, hint, self.place("furniture"))
        self._check_run(entry)
        if entry.slots and pages[0] != pages[1]:
            hint = "give each page an entry of its own: `- page: 2`"
            self.found.error("M016", "slots are planned page by page", hint, self.place("pages"))
        read = (self._slot(keys, number, pages[0]) for number, keys in enumerate(entry.slots))
        slots = [slot for slot in read if slot is not None]
        _check_overlaps(slots, self.found)
        return DummyPages(*pages, entry.furniture, tuple(slots), tuple(entry.run), self.place())

    def _pages(self, entry: DummyKeys) -> tuple[int, int] | None:
        if (entry.page is None) == (entry.pages is None):
            hint = "write `page: 1`, or `pages: 2-3` for a run"
            if not self.found.blames(self.place()):
                self.found.error("M011", "an entry of the dummy is for one page or a row of pages", hint, self.place())
            return None
        first, last = (entry.page, entry.page) if entry.page is not None else (entry.pages or (1, 1))[:2]
        most = self.known.pages.most
        if last > most:
            hint = "change the number, or `pages` of the issue"
            where = self.place("page" if entry.page is not None else "pages")
            self.found.error("M062", f"page {last} is beyond page {most}, the issue's last", hint, where)
            return None
        return first, last

    def _check_run(self, entry: DummyKeys) -> None:
        if entry.run and entry.slots:
            hint = "give the run pages of its own"
            self.found.error("M016", "a run beside slots is not made up yet", hint, self.place("run"))
        for number, slug in enumerate(entry.run):
            self._check_id(SlotKind.ARTICLE, slug, self.place("run", number))

    def _check_id(self, kind: SlotKind, name: str, span: Span) -> None:
        ids = self.known.ids[kind]
        refused = self.known.dropped | self.known.doubtful
        if name not in ids | refused and kind not in self.known.unnamed and not near(name, refused):
            self.found.error("M025", f'there is no {kind.value} "{name}"', suggest(name, ids), span)

    def _slot(self, keys: SlotKeys, number: int, on: int) -> Slot | None:
        span = self.place("slots", number)
        takes = [kind for kind in SlotKind if getattr(keys, kind.value)]
        if len(takes) != 1:
            hint = "write one of " + ", ".join(kind.value for kind in SlotKind)
            if takes:
                hint = f"give each a slot of its own: {' and '.join(kind.value for kind in takes)}"
            if not self.found.blames(span):
                self.found.error("M011", "a slot takes exactly one thing", hint, span)
            return None
        kind = takes[0]
        name = str(getattr(keys, kind.value)) if kind in _NAMED else kind.value
        if kind in _NAMED:
            self._check_id(kind, name, self.place("slots", number, kind.value))
        elif kind is SlotKind.MASTHEAD and not self.known.has_masthead:
            hint = "add `masthead: {text: stories/masthead.md}`"
            self.found.error("M025", "the issue has no masthead", hint, span)
        page = self.known.style.page
        columns, rows = _stretch(keys.columns, page.units), _stretch(keys.rows, page.rows)
        crosses = kind is SlotKind.PICTURE and columns[0] <= page.units < columns[1] <= 2 * page.units
        if crosses and (on % 2 or on >= self.known.pages.most):
            hint = f"write it on the left-hand page, with an even number, that a page faces; or end it at {page.units}"
            message = f"page {on} has no page beside it on which the picture could go on"
            self.found.error("M060", message, hint, self.place("slots", number, "columns"))
            return None
        if not (columns[0] <= columns[1] <= page.units or crosses) or not rows[0] <= rows[1] <= page.rows:
            across = not (columns[0] <= columns[1] <= page.units or crosses)
            wanted, limit = ("columns", page.units) if across else ("rows", page.rows)
            counted = "units across" if across else wanted
            message = f"the slot leaves the grid: the page has {limit} {counted}"
            hint = f"end it at {limit} at the latest"
            if across and kind is not SlotKind.PICTURE and columns[1] > limit:
                hint += "; only a picture goes on across the fold"
            if not across:
                message += ", fewer below its furniture"
                hint = f"write `rows: {min(rows[0], limit)}-` to go down to the foot"
            self.found.error("M060", message, hint, self.place("slots", number, wanted))
            return None
        if keys.bleed and kind is not SlotKind.PICTURE:
            self.found.error("M011", "only a picture bleeds", "take out `bleed`", self.place("slots", number, "bleed"))
        both = columns if crosses else None
        return Slot(kind, name, columns[0], columns[1], rows[0], rows[1], keys.legs, span, keys.bleed, both)


def _check_overlaps(slots: Sequence[Slot], found: Found) -> None:
    for number, slot in enumerate(slots):
        for other in slots[:number]:
            if _overlap(slot, other) and not found.blames(slot.span) and not found.blames(other.span):
                hint = f"change `columns` or `rows` of this one, or of that in line {other.span.line}"
                found.error("M061", f'the slots of "{other.id}" and "{slot.id}" overlap', hint, slot.span)


def check_jumps(issue: Issue, place: Callable[[str], Span], found: Found) -> None:
    """Every story that jumps has a slot where it goes on; one that goes on far away says so. `place` says where a slug's
    `jump` is written."""
    for article in issue.articles:
        pages = [plan.first for plan in issue.dummy for slot in plan.slots if _takes(slot, article)]
        _check_planned_once(issue, article, pages, found)
        if article.jump.kind is Jumping.TO and set(pages) == {article.jump.page}:
            hint = f"write another page, or give it a slot on the page where it begins: not {article.jump.page}"
            found.error("M066", f'"{article.slug}" jumps to the page on which it begins', hint, place(article.slug))
        elif article.jump.kind is Jumping.TO and article.jump.page not in pages:
            page, later = article.jump.page or 0, [page for page in pages if page != pages[0]]
            hint = f"add `- {{article: {article.slug}, columns: 1-6, rows: 1-20}}` to the slots of page {page}"
            if later:
                meant = min(pages) if page < min(pages) else later[0]  # a story may jump backward from the last page
                hint = f"write `jump: {{to: {meant}}}`, where it has one, or move its slot from there to page {page}"
            found.error("M066", f'"{article.slug}" has no slot on page {page}', hint, place(article.slug))
        gaps = [(one, other) for one, other in pairwise(pages) if other - one > 1]
        if gaps and article.jump.kind is Jumping.NEVER:
            hint = f"add `jump: {{to: {gaps[0][1]}}}` to the article"
            message = f'"{article.slug}" goes on on page {gaps[0][1]}, but nothing on page {gaps[0][0]} says so'
            found.warning("M067", message, hint, article.span)


def without_slotted(articles: tuple[Article, ...], dummy: tuple[DummyPages, ...]) -> tuple[Article, ...]:
    """The articles without the pieces that they name and that have a slot: there these stand."""
    slotted = {slot.id for plan in dummy for slot in plan.slots if slot.kind in _PIECES}

    def stands_in_slot(piece: Content) -> bool:
        return isinstance(piece, Box | Picture | Grid | Slogan) and piece.id in slotted

    return tuple(
        replace(article, pieces=tuple(piece for piece in article.pieces if not stands_in_slot(piece)))
        for article in articles
    )


def check_printed_once(issue: Issue, found: Found) -> None:
    """A box stands in one place, a picture once with a story: what is printed twice was named twice by mistake."""
    first = dict[str, str]()
    slots = [slot for plan in issue.dummy for slot in plan.slots if slot.kind is SlotKind.BOX]
    places = [(slot.id, slot.span, f"has a slot in line {slot.span.line}") for slot in slots]
    for article in issue.articles:
        pieces = (*article.pieces, *article.body)
        boxes = [piece.id for piece in pieces if isinstance(piece, Box) and piece.id in issue.pieces]
        places += [(name, article.span, f'stands with "{article.slug}"') for name in boxes]
        pictures = Counter(
            piece.id for piece in pieces if isinstance(piece, Picture | Grid) and piece.id in issue.pieces
        )
        for name in (name for name, count in pictures.items() if count > 1):
            message = f'the picture "{name}" is printed twice: it stands with "{article.slug}" already'
            found.warning("M068", message, "name it once", article.span)
    for name, span, where in places:
        if name in first:
            message = f'the box "{name}" is printed twice: it {first[name]} already'
            found.warning("M068", message, "take it out of one of the two", span)
        first.setdefault(name, where)


def check_legs(issue: Issue, found: Found) -> None:
    """The legs of a story in a slot, or across the page, are wide enough for words."""
    body = issue.style.text.get("body")
    if body is None or body.size <= 0:
        return  # what is wrong with the style was told
    articles = {article.slug: article for article in issue.articles}
    slots = [slot for plan in issue.dummy for slot in plan.slots if slot.kind is SlotKind.ARTICLE]
    slotted = {slot.id for slot in slots}
    places: list[tuple[Article, Slot | None]] = [(articles[slot.id], slot) for slot in slots if slot.id in articles]
    places += [(article, None) for article in issue.articles if article.slug not in slotted]
    for article, slot in places:
        legs, width = issue.legs_of(article, slot), issue.width_of(slot)
        most = issue.style.most_legs(width)
        if legs > most and not (slot and found.blames(slot.span)):
            message = f'{legs} legs of "{article.slug}" do not stand in {to_mm(width):.0f} mm'
            hint = f"write `legs: {most}` in the slot, or give it more columns" if slot else f"write `columns: {most}`"
            if slot and 1 < slot.first_unit == slot.last_unit:
                one = slot.first_unit
                hint = f"`columns: {one}` is the unit {one} alone; write `columns: 1-{one}` for all up to it"
            found.error("M069", message, hint, slot.span if slot else article.span)


def _check_planned_once(issue: Issue, article: Article, pages: list[int], found: Found) -> None:
    """A story stands in its slots or in one run, and there once."""
    runs = [plan for plan in issue.dummy for slug in plan.run if slug == article.slug]
    if pages and runs:
        hint = "take it out of the run, or take away its slot"
        found.error("M068", f'"{article.slug}" stands in a slot and in a run', hint, runs[0].span)
    elif len(runs) > 1:
        hint = "take it out of one of them; in a run a story takes as many pages as it needs"
        found.error("M068", f'"{article.slug}" stands in a run twice', hint, runs[1].span)


def _stretch(said: tuple[int, ...] | None, last: int) -> tuple[int, int]:
    """First and last of a range that may be open, or not be said."""
    first, *end = said or (1,)
    return first, end[0] if end else last


def _takes(slot: Slot, article: Article) -> bool:
    return slot.kind is SlotKind.ARTICLE and slot.id == article.slug


def _overlap(one: Slot, other: Slot) -> bool:
    return (
        one.first_unit <= other.last_unit
        and other.first_unit <= one.last_unit
        and one.first_row <= other.last_row
        and other.first_row <= one.last_row
    )
