"""An ending mended: its paragraphs set in other ways, its pieces standing elsewhere.

Takes an ending, gives one that is cheaper, or the same. Paragraphs near the short legs are tried first, a few more each
time, since setting them is what takes time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from layout.elements.legs import LegEnd, Turn
from layout.makeup.ending import Ending, broken
from layout.makeup.fixtures import Fixture
from layout.makeup.galleys import SetStory
from layout.makeup.shares import is_small, wells_of
from layout.makeup.wells import Edge, Room, Stand, edges_of
from layout.model.issue import At

STRIPS_AT_ONCE = 3
"""Paragraphs that are set in other ways before the legs are broken again; twice as many each time after."""

MOST_STRIPS = 48
"""Paragraphs of one story that are set in other ways at most."""


def mended(ending: Ending, last: Turn = Turn.LEG) -> Ending:
    """The same wells with paragraphs set in other ways, where that fills the legs.

    Those of the troubled legs are tried first, then those before them, a few more each time, until nothing is left to
    mend or nothing more helps.
    """
    strips: list[int] = []
    best = ending
    for chunk in _near(ending):
        strips += chunk
        galley = best.story.in_other_ways(strips)
        if not galley.ways:
            continue
        breaks = broken(galley, best.wells, best.story, last)
        other = replace(ending, breaks=breaks)
        if breaks.complete >= ending.breaks.complete and other.price < best.price:
            best = other
        if best.sound:
            break
    return best


def levelled(ending: Ending) -> Ending:
    """The same wells with legs that end level where the text ends before a piece beside it does, and not one full after the
    other: all end at the first row where they hold the text, if that makes them less uneven. What it costs stays as it is,
    for the white beside the piece does."""
    *before, well = ending.wells
    count = len(well.segments)
    if not well.spots or all(end.empty < 2 for end in ending.breaks.ends[-count:]):
        return ending
    for foot in range(well.head + 1, well.rows):
        segments = tuple([one._replace(foot=max(one.top, min(one.foot, foot))) for one in well.segments])
        breaks = broken(ending.breaks.galley, (*before, replace(well, segments=segments)), ending.story)
        if breaks.complete and breaks.cost < ending.story.makeup.costs.widow:
            cut = [one.foot - other.foot for one, other in zip(well.segments, segments, strict=True)]
            last = [replace(end, empty=end.empty + by) for end, by in zip(breaks.ends[-count:], cut, strict=True)]
            ends = (*breaks.ends[:-count], *last)
            level = _unevenness(ends[-count:]) < _unevenness(ending.breaks.ends[-count:])
            return replace(ending, breaks=replace(ending.breaks, ends=ends)) if level else ending
    return ending


def _unevenness(ends: Sequence[LegEnd]) -> int:
    return max(end.empty for end in ends) - min(end.empty for end in ends)


def _near(ending: Ending) -> Iterator[list[int]]:
    """Strips of the troubled legs, a few at a time, from the last of them backward, and then all before them."""
    if ending.sound:
        return
    galley = ending.breaks.galley
    begins = [0, *(leg.end for leg in ending.breaks.ends)]
    blocks = [block for leg in ending.troubled for block in range(begins[leg], begins[leg + 1])]
    own = sorted({galley.strip_of[block] for block in blocks}, reverse=True)
    if is_small(ending.story):
        yield list(range(len(galley.at) - 1))
        return
    others = [strip for strip in range(max(own, default=-1), -1, -1) if strip not in own]
    ordered = [*own, *others][:MOST_STRIPS]
    at, count = 0, STRIPS_AT_ONCE
    while at < len(ordered):
        yield ordered[at : at + count]
        at, count = at + count, 2 * count


def moved(ending: Ending, rooms: Sequence[Room]) -> Ending:
    """The ending with single fixtures standing elsewhere, as long as each move makes the whole cheaper."""
    for room, well in enumerate(ending.wells):
        for number in range(len(well.spots)):
            for other in _elsewhere(ending, rooms, room, number):
                if other.breaks.complete and other.price < ending.price:
                    ending = other
    return ending


def elsewhere(ending: Ending, rooms: Sequence[Room]) -> Iterator[Ending]:
    """The story with one fixture standing elsewhere, whether it ends so or not."""
    for room, well in enumerate(ending.wells):
        for number in range(len(well.spots)):
            yield from _elsewhere(ending, rooms, room, number)


def _elsewhere(ending: Ending, rooms: Sequence[Room], room: int, number: int) -> Iterator[Ending]:
    story, spot = ending.story, ending.wells[room].spots[number]
    if spot.fixture.legs == rooms[room].legs and spot.fixture.at is At.ANY:
        return
    taken = [tuple(one.fixture for one in well.spots) for well in ending.wells]
    depths = [[one.rows for one in well.spots] for well in ending.wells]
    for stand in _other_stands(spot.fixture, rooms[room].legs, spot.stand):
        stands = [list(well.stands) for well in ending.wells]
        stands[room][number] = stand
        wells = wells_of(story, rooms, taken, depths, stands)
        if wells is not None and wells[room].allows(story.makeup.smallest_leg, ending.wells[room]):
            yield replace(ending, wells=wells, breaks=broken(story.galley, wells, story))


def _other_stands(fixture: Fixture, legs: int, stand: Stand) -> Iterator[Stand]:
    edges = (*edges_of(fixture), *((Edge.MIDDLE,) if fixture.at is At.ANY and fixture.legs > 1 else ()))
    for edge in edges:
        for leg in range(legs - fixture.legs, -1, -1):
            # The first leg's top is where the story begins.
            if Stand(edge, leg) != stand and not (edge is Edge.TOP and leg == 0):
                yield Stand(edge, leg)


def driven_in(ending: Ending) -> Ending | None:
    """The story with paragraphs set in other ways until it ends in its wells; where it does only by leaving a piece out, as
    many paragraphs as may be are tried before that."""
    story = ending.story
    count = len(story.galley.at) - 1
    optional = optional_strips(story)
    if _is_hopeless(ending, {*range(max(0, count - MOST_STRIPS - STRIPS_AT_ONCE), count), *optional}):
        return None
    step = count if is_small(story) else STRIPS_AT_ONCE
    for strips in range(step, count + step, step):
        found = _driven_in_by(ending, strips)
        if found is not None:
            leaves_out = optional and strips < count and found.price >= story.makeup.costs.left_out
            others = _driven_in_by(ending, MOST_STRIPS) if leaves_out else None
            return min((found, others or found), key=lambda one: one.price)
        if strips > MOST_STRIPS:
            break
    return None


def _driven_in_by(ending: Ending, strips: int) -> Ending | None:
    """The same wells with so many of the last paragraphs set in other ways; None where the story does not end in them."""
    story = ending.story
    count = len(story.galley.at) - 1
    chosen = sorted({*range(max(0, count - strips), count), *optional_strips(story)})
    breaks = broken(story.in_other_ways(chosen), ending.wells, story)
    return replace(ending, breaks=breaks) if breaks.complete else None


def _is_hopeless(ending: Ending, strips: set[int]) -> bool:
    """Whether a story would be too long for its wells if every paragraph of these strips took a line less, every other
    piece of them nothing, and no leg began with white or ended with it: setting them all to see takes far longer."""
    galley, ends = ending.breaks.galley, ending.breaks.ends
    white = max(galley.above, default=0)
    over = galley.depth(ends[-1].end, len(galley.blocks)) - sum(leg.empty + leg.spread + white for leg in ends)
    give = 0
    for number in strips:
        blocks = galley.strip(number)
        is_text = all(block.kind in ("line", "lede") for block in blocks)
        give += 1 if is_text else sum(block.rows + block.rows_above for block in blocks)
    return over > give


def optional_strips(story: SetStory) -> list[int]:
    """Strips that may be left out."""
    galley = story.galley
    kinds = [galley.blocks[at].kind if at < end else "" for at, end in pairwise(galley.at)]
    numbers = [number for number, kind in enumerate(kinds) if kind == "pull quote"]
    return [number for number in numbers if any(not way.blocks for way in story.ways(number))]
