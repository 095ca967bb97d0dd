"""The text of a page as rectangles that know their source: for the pointer, the keyboard and the screen reader.

Takes a `Page`, gives its `Passage`s in the order in which they were set. Refuses to know the screen: lengths are EMU from
the top left corner of the trimmed page.
"""

from collections.abc import Iterator
from itertools import groupby, pairwise

from layout.diagnostics import Span
from layout.model.extent import reach
from layout.model.page import Clip, Page, Part, Picture, Placed
from layout.model.text import Glyphs, LineEnd
from layout.record import record
from layout.units import Emu

_SOFT_HYPHEN = "\u00ad"


@record
class Passage:
    """What one stretch of source is in one leg: a paragraph or its part, a headline, a picture."""

    words: str
    part: Part
    span: Span
    x: Emu
    y: Emu
    width: Emu
    depth: Emu


def passages(page: Page) -> tuple[Passage, ...]:
    """All that has a source: text, line after line as long as it runs downward, and pictures with their `alt`."""
    return tuple(
        _whole(list(same))
        for _, legs in groupby(_scraps(page.placed, 0, 0), lambda scrap: (scrap.span, scrap.part))
        for same in _legs(legs)
    )


def _scraps(placed: tuple[Placed, ...], x: Emu, y: Emu) -> Iterator[Passage]:
    for one in placed:
        left, base = x + one.x, y + one.y
        paint, span = one.paint, one.span
        if isinstance(paint, Clip):
            yield from _scraps(paint.placed, left, base)
        elif span is None:
            continue
        elif isinstance(paint, Glyphs):
            above, below = (paint.size * edge // paint.face.units_per_em for edge in _edges(paint))
            yield Passage(_words(paint), one.part, span, left, base - above, reach(paint), above + below)
        elif isinstance(paint, Picture):
            yield Passage(paint.alt or "picture", one.part, span, left, base, paint.width, paint.depth)


def _edges(paint: Glyphs) -> tuple[int, int]:
    return paint.face.cap_height, -paint.face.descender


def _words(paint: Glyphs) -> str:
    """Its words, with the space or the soft hyphen that follows."""
    text = " ".join(word.text for word in paint.words)
    if paint.end is LineEnd.SOFT_HYPHEN:
        return text[:-1] + _SOFT_HYPHEN
    return text + " " if paint.end is LineEnd.SPACE else text


def _legs(scraps: Iterator[Passage]) -> Iterator[list[Passage]]:
    """Scraps of one source, divided where the next stands above the last: in the next leg."""
    leg: list[Passage] = []
    for scrap in scraps:
        if leg and scrap.y + scrap.depth < leg[-1].y:
            yield leg
            leg = []
        leg.append(scrap)
    yield leg


def _whole(leg: list[Passage]) -> Passage:
    x, y = min(one.x for one in leg), min(one.y for one in leg)
    right, foot = max(one.x + one.width for one in leg), max(one.y + one.depth for one in leg)
    return Passage(_joined(leg), leg[0].part, leg[0].span, x, y, right - x, foot - y)


def _joined(leg: list[Passage]) -> str:
    """The words of scraps; where the source has nothing between two that stand apart, a space."""
    words = leg[0].words
    for scrap, following in pairwise(leg):
        ends = words.endswith((" ", _SOFT_HYPHEN))
        words = words.removesuffix(_SOFT_HYPHEN) + ("" if ends or _touch(scrap, following) else " ") + following.words
    return words.removesuffix(_SOFT_HYPHEN).strip()


def _touch(scrap: Passage, following: Passage) -> bool:
    """Whether a word goes on: beside what is set, or beside the initial above whose foot it stands."""
    beside = abs(following.x - scrap.x - scrap.width) < scrap.depth // 3
    return beside and following.y + following.depth <= scrap.y + scrap.depth
