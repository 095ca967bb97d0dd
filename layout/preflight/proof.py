"""What every rule is handed: the issue, its pages, and where the text on them stands, measured once for all rules."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from layout.diagnostics import Place, Span
from layout.model.extent import reach, x_height
from layout.model.issue import DummyPages, Issue, Need, Slot, SlotKind
from layout.model.page import Page, Pages, Part, Placed, SlotFit, StoryFit
from layout.model.text import Glyphs
from layout.units import Emu, pt

_TOUCH = pt(1)
"""What a head may reach out of its place: hung punctuation, the serifs of its letters."""


def spills(story: StoryFit) -> bool:
    """Whether a story's head is deeper or wider than its place."""
    head = story.head
    return head.rows > head.of_rows or head.width > head.of_width + _TOUCH


class Extent(NamedTuple):
    """A paint's rectangle on its page, EMU; that of text reaches from its x-height to its baseline."""

    top: Emu
    left: Emu
    right: Emu
    foot: Emu
    placed: Placed

    @property
    def words(self) -> str:
        """The first words of the text, for a message."""
        paint = self.placed.paint
        return " ".join(run.text for run in paint.words[:6]) if isinstance(paint, Glyphs) else ""

    def place(self, page: Page) -> Place:
        """The rectangle as a finding's place."""
        return Place(page.number, self.left, self.top, self.right - self.left, self.foot - self.top)


class Proof:
    """An issue and its pages, ready to be checked."""

    def __init__(self, issue: Issue, pages: Pages) -> None:
        self.issue, self.pages = issue, pages

    @cached_property
    def texts(self) -> tuple[tuple[Page, tuple[Extent, ...]], ...]:
        """Every page with the rectangles of its text, from the top down."""
        return tuple((page, _texts(page)) for page in self.pages.pages)

    @cached_property
    def placed_texts(self) -> tuple[tuple[Page, tuple[Extent, ...]], ...]:
        """The same without the heads and pieces that are too large for their place, of which rules of their own tell."""
        if not self.covers:
            return self.texts
        return tuple((page, tuple(self._untold(page, texts))) for page, texts in self.texts)

    @cached_property
    def spilling(self) -> tuple[SlotFit, ...]:
        """The slots whose pieces are deeper or wider than they."""
        return tuple(slot for slot in self.pages.slots if slot.rows > slot.of_rows or slot.width > slot.of_width)

    @cached_property
    def bleeding(self) -> tuple[tuple[Page, Slot], ...]:
        """The slots whose pictures are to bleed, with their pages."""
        slots = {plan.first: [slot for slot in plan.slots if slot.bleeds] for plan in self.issue.dummy}
        return tuple((page, slot) for page in self.pages.pages for slot in slots.get(page.number, ()))

    @cached_property
    def slots(self) -> Mapping[Span, tuple[DummyPages, Slot]]:
        """The slots of the dummy by where they are written, with their pages."""
        return {slot.span: (plan, slot) for plan in self.issue.dummy for slot in plan.slots}

    @cached_property
    def last_slots(self) -> Mapping[str, tuple[DummyPages, Slot]]:
        """The last slot of each story that has one, and its page."""
        slots = [(plan, slot) for plan in self.issue.dummy for slot in plan.slots]
        return {slot.id: (plan, slot) for plan, slot in slots if slot.kind is SlotKind.ARTICLE}

    @cached_property
    def owners(self) -> Mapping[str, tuple[str, Need]]:
        """The story of each piece that stands with one, and whether it must."""
        return {
            getattr(piece, "id", ""): (article.slug, getattr(piece, "need", Need.REQUIRED))
            for article in self.issue.articles
            for piece in (*article.pieces, *article.body)
        }

    @cached_property
    def crowded(self) -> frozenset[str]:
        """The stories that hold a piece for which there is no place: they wait for it, or for less depth of it."""
        return frozenset(self.owners[piece][0] for piece, _ in self.pages.unused if piece in self.owners)

    def mended_at(self, story: StoryFit) -> Span | None:
        """Where a story's room is written: its last slot, or the story itself."""
        return self.last_slots[story.slug][1].span if story.slug in self.last_slots else story.span

    @cached_property
    def covers(self) -> tuple[Place, ...]:
        """Where heads and pieces stand that are too large for their place."""
        spilled = {story.slug for story in self.pages.stories if spills(story)}
        heads = (
            text.place(page)
            for page, texts in (self.texts if spilled else ())
            for text in texts
            if text.placed.part is Part.DISPLAY and text.placed.story in spilled
        )
        return (*(slot.place for slot in self.spilling), *heads)

    def covered(self, place: Place) -> bool:
        """Whether something stands where a head or a piece does that is too large for its place."""
        return any(_meet(place, cover) for cover in self.covers)

    def _untold(self, page: Page, texts: tuple[Extent, ...]) -> Iterator[Extent]:
        return (text for text in texts if not self.covered(text.place(page)))


def _meet(one: Place, other: Place) -> bool:
    across = min(one.x + one.width, other.x + other.width) > max(one.x, other.x)
    down = min(one.y + one.depth, other.y + other.depth) > max(one.y, other.y)
    return one.page == other.page and across and down


def _texts(page: Page) -> tuple[Extent, ...]:
    texts = []
    for placed in page.placed:
        paint = placed.paint
        if isinstance(paint, Glyphs) and paint.words:
            x, y = placed.x, placed.y
            texts.append(Extent(y - x_height(paint), x, x + reach(paint), y, placed))
    texts.sort(key=itemgetter(0, 1))
    return tuple(texts)
