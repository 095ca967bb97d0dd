"""What differs between two papers: which stories, and which pages.

Takes two sides, made up from manifests or only drawn (any PDF), gives a `Difference`. Stories are the same if their slugs
are. A page differs if anything is painted on it otherwise than before; where a side is a PDF, if its picture at 100 dpi
differs. From which line of which file a paint came makes no difference.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any, TypeAlias

from layout.model.page import Clip, Page, Pages, Picture, Placed, StoryFit
from layout.model.text import Glyphs
from layout.record import record
from layout.report.rendering import open_pdf, render

_Painted: TypeAlias = tuple[Any, ...]
_HYPHENS = str.maketrans("", "", "-\u2010\u00ad")


@record
class Side:
    """One of the two papers: its name as the editor typed it, its PDF (nothing if it is not drawn), its pages unless it was a
    PDF to begin with."""

    name: str
    pdf: bytes
    pages: Pages | None = None


@record
class StoryChange:
    """A story on both sides (None: it is not there), and the pages of either side on which it is painted otherwise.
    `reworded`: its words are not the same, whatever their number."""

    slug: str
    old: StoryFit | None
    new: StoryFit | None
    pages: tuple[int, ...]
    reworded: bool = False


@record
class PageChange:
    """A page that differs: the slugs of the stories, and what of no story (furniture, a slogan), by which it does."""

    number: int
    stories: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@record
class Difference:
    """All that differs. `counts` are the numbers of pages, old and new."""

    old: str
    new: str
    counts: tuple[int, int]
    pages: tuple[PageChange, ...]
    stories: tuple[StoryChange, ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether the two are the same on paper and in what did not fit on it."""
        return not (self.pages or self.stories)


def compare(old: Side, new: Side) -> Difference:
    """What differs from `old` to `new`. Raises ValueError if a PDF cannot be read."""
    if old.pages is None or new.pages is None:
        before, after = open_pdf(old.pdf), open_pdf(new.pdf)
        return Difference(old.name, new.name, (len(before), len(after)), tuple(_looks(before, after)))
    both = zip_longest(old.pages.pages, new.pages.pages)
    pages = tuple(change for one, other in both if (change := _page(one, other)) is not None)
    stories = tuple(_stories(old.pages, new.pages, pages))
    return Difference(old.name, new.name, (len(old.pages.pages), len(new.pages.pages)), pages, stories)


def _looks(before: Any, after: Any) -> Iterator[PageChange]:
    """The pages that look otherwise."""
    for index in range(max(len(before), len(after))):
        if index >= min(len(before), len(after)) or render(before, index) != render(after, index):
            yield PageChange(index + 1)


def _page(old: Page | None, new: Page | None) -> PageChange | None:
    before, after = _by_owner(old), _by_owner(new)
    owners = [owner for owner in dict.fromkeys((*before, *after)) if before.get(owner) != after.get(owner)]
    sheets = [(page.number, page.width, page.depth, page.bleed) for page in (old, new) if page]
    if not owners and len(sheets) == 2 and sheets[0] == sheets[1]:
        return None
    number = sheets[-1][0]
    stories = tuple(name for kind, name in owners if kind == "story")
    return PageChange(number, stories, tuple(name for kind, name in owners if kind == "part"))


def _by_owner(page: Page | None) -> dict[tuple[str, str], list[_Painted]]:
    """What is painted on a page, in order, by story, or by part where it is of no story."""
    owned: dict[tuple[str, str], list[_Painted]] = {}
    for placed in page.placed if page else ():
        owner = ("story", placed.story) if placed.story else ("part", placed.part.value)
        owned.setdefault(owner, []).append(_painted(placed))
    return owned


def _painted(placed: Placed) -> _Painted:
    """A paint as a value that is the same wherever it came from."""
    paint, x, y = placed.paint, placed.x, placed.y
    match paint:
        case Glyphs():
            words = tuple((run.text, run.glyph_ids, run.advances, run.x_offsets, run.y_offsets) for run in paint.words)
            return (x, y, paint.face, paint.size, paint.ink, words, paint.offsets, paint.letter_space, paint.scale)
        case Picture():
            return (x, y, paint.width, paint.depth, paint.source.digest, paint.crop)
        case Clip():
            return (x, y, paint.width, paint.depth, tuple(_painted(inner) for inner in paint.placed))
    return (x, y, paint)


def _stories(old: Pages, new: Pages, pages: Iterable[PageChange]) -> Iterator[StoryChange]:
    """The stories that differ, in the new order, then those that are gone."""
    before, after = ({story.slug: story for story in side.stories} for side in (old, new))
    for slug in dict.fromkeys((*after, *before)):
        one, other = before.get(slug), after.get(slug)
        where = tuple(page.number for page in pages if slug in page.stories)
        if where or _fared(one) != _fared(other):
            yield StoryChange(slug, one, other, where, _words(old, slug) != _words(new, slug))


def _fared(story: StoryFit | None) -> _Painted | None:
    if story is None:
        return None
    return (story.pages, story.words, story.lines, story.overset_lines, story.overset_words, story.fit)


def _words(pages: Pages, slug: str) -> str:
    """A story's letters, however its lines are broken."""
    paints = [placed.paint for page in pages.pages for placed in page.placed if placed.story == slug]
    runs = (run.text for paint in paints if isinstance(paint, Glyphs) for run in paint.words)
    return "".join(runs).translate(_HYPHENS)
