"""A story fitted into its rooms: one rectangle, or several of one measure, one after another.

Takes a set story and `Room`s; finds where its fixtures stand and how deep they are, how its paragraphs are set and where
its legs end, and gives the cheapest `Ending` in the style's costs. Knows no pages and no paints.

The steps of the fit ladder (composition.md, Pages) are prices, low ones first: paragraphs set a line longer or shorter,
by their spaces or by tracking; pictures deeper or shallower; pieces left out; rows spread; a shorter headline. Dear work
is done only where something is left to mend: the natural setting is tried first, paragraphs are set in other ways only
near legs that do not come out, and so on up the ladder.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from layout.elements.legs import WINDOW, Turn
from layout.makeup.ending import Ending, broken, least_total_price, total_price
from layout.makeup.fixtures import Depth, Fixture
from layout.makeup.galleys import SetStory
from layout.makeup.mending import driven_in, elsewhere, levelled, mended, moved, optional_strips
from layout.makeup.shares import assigned, depths_of, is_small, wells_at_least, wells_of
from layout.makeup.wells import Room
from layout.model.issue import Need

MOST_OPTIONAL = 4
"""Optional pieces of a story of which every choice is tried."""

ENDINGS = 3
"""Ways to end at the foot that are mended, the cheapest as set first, until nothing is left to mend."""

FARTHEST_OVERSET = 8
"""Hundredths of a story that the ladder tries to take in or drive out."""


def end_story(story: SetStory, rooms: Sequence[Room]) -> Ending | None:
    """The cheapest way to end the story on the last row of its last room, or level above it where it is too short for
    its rooms or for a piece beside it; None where no step of the ladder makes it fit."""
    asked = tuple(rooms)
    if asked not in story.known:
        ending = _cheapest_ending(story, asked)
        story.known[asked] = ending and levelled(ending)
    found: Ending | None = story.known[asked]
    return found


def _cheapest_ending(story: SetStory, rooms: tuple[Room, ...]) -> Ending | None:
    """Heads and pieces left out are tried by their own price, until that alone exceeds what was found."""
    best: Ending | None = None
    for price, head, left_out in _rungs(story, rooms[-1].legs):
        if best is not None and total_price(best, rooms) <= price:
            break
        headed = (replace(rooms[0], head=story.heads[head].rows), *rooms[1:])
        if _missing(story, headed, left_out) <= _give(story):
            ending = _ended(story, headed, head, left_out)
            if ending is not None and (best is None or total_price(ending, rooms) < total_price(best, rooms)):
                best = ending
    return best


def _rungs(story: SetStory, legs: int) -> list[tuple[int, int, tuple[Fixture, ...]]]:
    """Prices of heads and of pieces to do without, low ones first; of pieces that cost the same the last first. Of many
    pieces only the last so many are tried together."""
    costs = story.makeup.costs
    optional = [fixture for fixture in story.fixtures(legs) if fixture.need is Need.OPTIONAL][::-1]
    few = len(optional) <= MOST_OPTIONAL
    rungs = [
        (head * costs.shorter_headline + count * costs.left_out, head, left_out)
        for head in range(len(story.heads))
        for count in range(len(optional) + 1)
        for left_out in (combinations(optional, count) if few else (tuple(optional[:count]),))
    ]
    return sorted(rungs, key=lambda rung: rung[0])


def fill_story(story: SetStory, rooms: Sequence[Room]) -> Ending:
    """All legs of the rooms filled; what does not fit goes on elsewhere. Pieces come along up to those that the text here
    has."""
    taken = assigned(story, rooms, ends=len(rooms))
    wells = wells_of(story, rooms, taken, _depths(taken, Depth.NATURAL))
    if wells is None:
        wells = wells_at_least(story, rooms, taken)
    return mended(Ending(story, wells, broken(story.galley, wells, story, Turn.PAGE)), Turn.PAGE)


def overset_story(story: SetStory, rooms: Sequence[Room]) -> Ending:
    """A story too long for rooms that it cannot leave: under its shortest head, its pictures at their least, without what
    may be left out and with a third of each room kept for text, so that as little as can be is overset."""
    head = min(range(len(story.heads)), key=lambda number: story.heads[number].rows)
    headed = (replace(rooms[0], head=min(rooms[0].head, story.heads[head].rows)), *rooms[1:])
    taken = assigned(story, headed, ends=len(rooms))
    optional = tuple(one for one in story.fixtures(rooms[-1].legs) if one.need is Need.OPTIONAL)
    kept = [tuple(one for one in own if one.need is Need.REQUIRED) for own in taken]
    wells = wells_at_least(story, headed, kept)
    galley = story.in_other_ways(optional_strips(story))
    return Ending(story, wells, broken(galley, wells, story), head, optional)


def level_rows(story: SetStory, rooms: Sequence[Room], depth: Depth) -> int | None:
    """The rows of its last room in which the story ends level, its pictures at one of their depths; None if it cannot."""
    asked = (depth, *rooms)
    if asked not in story.known:
        taken = assigned(story, rooms, ends=len(rooms) - 1)
        ending = _shallowest(story, rooms, taken, _depths(taken, depth))
        story.known[asked] = ending.wells[-1].rows if ending else None
    found: int | None = story.known[asked]
    return found


def least_rows(story: SetStory) -> int:
    """The fewest rows in which a story may begin."""
    return story.heads[0].rows + story.makeup.smallest_leg


def may_end(story: SetStory, rooms: Sequence[Room]) -> bool:
    """Whether the story can end in the rooms, by whatever step of the ladder."""
    if level_rows(story, rooms, Depth.LEAST) is not None:
        return True
    return _missing(story, rooms, ()) <= _give(story) and end_story(story, rooms) is not None


def _give(story: SetStory) -> int:
    """Rows that the ladder's paragraphs may take in."""
    few = len(story.galley.at) - 1 if is_small(story) else 2
    return max(few, story.galley.depth(0, len(story.galley.blocks)) * FARTHEST_OVERSET // 100)


def _missing(story: SetStory, rooms: Sequence[Room], left_out: Sequence[Fixture]) -> int:
    """Rows by which the text is longer than the rooms leave with all pictures at their least; negative where it is not."""
    names = {fixture.id for fixture in left_out}
    free = sum(room.free for room in rooms)
    fixtures = [fixture for fixture in story.fixtures(rooms[-1].legs) if fixture.id not in names]
    taken = sum(fixture.least * fixture.legs for fixture in fixtures)
    optional = sum(
        story.galley.depth(story.galley.at[number], story.galley.at[number + 1]) for number in optional_strips(story)
    )
    return story.galley.depth(0, len(story.galley.blocks)) + taken - free - optional


def _ended(story: SetStory, rooms: Sequence[Room], head: int, left_out: tuple[Fixture, ...]) -> Ending | None:
    names = {fixture.id for fixture in left_out}
    taken = [
        tuple(fixture for fixture in fixtures if fixture.id not in names)
        for fixtures in assigned(story, rooms, ends=len(rooms) - 1)
    ]
    endings: list[Ending] = []
    for full in _at_foot(story, rooms, taken) if _reaches(story, rooms, taken) else ():
        endings.append(mended(moved(full, rooms)))
        if endings[-1].sound and not is_small(story):
            break
    sound = [ending for ending in endings if ending.sound]
    if not sound:
        short = _short(story, rooms, taken)
        endings += [short] if short is not None else []
    if not endings:
        return None
    best = min(sound or endings, key=lambda ending: total_price(ending, rooms))
    return replace(best, head=head, left_out=left_out)


def _reaches(story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]) -> bool:
    """Whether the story, its pictures at their deepest, could come near the foot of its last room."""
    white = story.makeup.rows_around_pictures
    free = sum(room.free for room in rooms)
    area = sum((fixture.most + white) * fixture.legs for fixtures in taken for fixture in fixtures)
    return free - area - story.galley.depth(0, len(story.galley.blocks)) <= WINDOW * rooms[-1].legs


def _short(story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]) -> Ending | None:
    """The story ending level above the foot of its last room, with that room's pictures about as deep as they can be."""
    least, natural = _depths(taken, Depth.LEAST), _depths(taken, Depth.NATURAL)
    most = [fixture.most for fixture in taken[-1]]

    def price(ending: Ending) -> int:
        return total_price(ending, rooms)

    tried = (
        _shallowest(story, rooms, taken, way) for way in ([*natural[:-1], most], natural, [*natural[:-1], least[-1]])
    )
    found = sorted((ending for ending in tried if ending is not None), key=price)
    if not found:
        return _shallowest(story, rooms, taken, least)
    best, small = found[0], is_small(story)
    for first in found[:ENDINGS] if small or not best.sound else ():
        for one in sorted(_near_short(first, rooms, taken), key=price)[: None if small else ENDINGS]:
            if least_total_price(one, rooms) >= price(best):
                continue
            other = mended(one)
            if other.breaks.complete and price(other) < price(best):
                best = other
            if best.sound and not small:
                return best
    return best


def _depths(taken: Sequence[tuple[Fixture, ...]], depth: Depth) -> list[list[int]]:
    return [[fixture.rows(depth) for fixture in fixtures] for fixtures in taken]


def _near_short(ending: Ending, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]) -> Iterator[Ending]:
    """The same ending a row deeper or shallower (a small story's some rows deeper), as it is and with each of its last
    room's pictures a little shallower."""
    story, rows = ending.story, ending.wells[-1].rows
    deeper = WINDOW if is_small(story) else 1
    depths = [[spot.rows for spot in well.spots] for well in ending.wells]
    for deep in (rows, rows - 1, *range(rows + 1, rows + deeper + 1)):
        for position, by in ((0, 0), *((n, by) for n in range(len(taken[-1])) for by in (-1, -2))):
            tried = [list(room) for room in depths]
            if by:
                tried[-1][position] = max(taken[-1][position].least, tried[-1][position] + by)
            if not rooms[-1].head < deep <= rooms[-1].rows:
                continue
            wells = wells_of(story, (*rooms[:-1], replace(rooms[-1], rows=deep)), taken, tried)
            if wells is not None:
                yield Ending(story, wells, broken(story.galley, wells, story))


def _at_foot(story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]) -> list[Ending]:
    """The cheapest ways to end the story on the last row: over picture depths near what the text leaves; where the text
    is too long for that by a few rows, with paragraphs set shorter."""
    found: list[Ending] = []
    for depths in depths_of(story, rooms, taken):
        wells = wells_of(story, rooms, taken, depths)
        if wells is None:
            continue
        ending = Ending(story, wells, broken(story.galley, wells, story))
        if not is_small(story):
            found += [ending] if ending.breaks.complete else []
            continue
        for one in (ending, *elsewhere(ending, rooms)):
            driven = one if one.breaks.complete else driven_in(one)
            found += [driven] if driven is not None else []
    if found:
        return sorted(found, key=lambda ending: ending.price)[: None if is_small(story) else ENDINGS]
    wells = wells_of(story, rooms, taken, _depths(taken, Depth.LEAST))
    driven = driven_in(Ending(story, wells, broken(story.galley, wells, story))) if wells is not None else None
    return [driven] if driven is not None else []


def _shallowest(
    story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]], depths: Sequence[Sequence[int]]
) -> Ending | None:
    """The story ending level in its last room, in as few rows of it as hold it; or one row more, where that is cheaper."""
    last, makeup = rooms[-1], story.makeup
    white = makeup.rows_around_pictures
    area = sum(
        (d + white) * f.legs for deep, own in zip(depths, taken, strict=True) for d, f in zip(deep, own, strict=True)
    )
    before = sum(room.free for room in rooms[:-1])
    need = story.galley.depth(0, len(story.galley.blocks)) + area - before
    best: Ending | None = None
    for rows in range(max(1, last.head + need // last.legs - white * last.legs), last.rows + 1):
        wells = wells_of(story, (*rooms[:-1], replace(last, rows=rows)), taken, depths)
        if wells is None:
            continue
        ending = Ending(story, wells, broken(story.galley, wells, story))
        if not ending.breaks.complete:
            continue
        if best is not None:
            return ending if ending.price + makeup.costs.uneven_row * last.legs < best.price else best
        best = ending
    return best
