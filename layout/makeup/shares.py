"""Pieces over the rooms of a story: which room has which, how deep they are and where they stand.

Takes a set story and its rooms, gives each room's fixtures, depths that leave about as much as the text needs, and the
wells that come of them. Breaks no legs.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from layout.makeup.fixtures import Fixture
from layout.makeup.galleys import SetStory
from layout.makeup.wells import Room, Stand, Well, place_fixtures

SMALL = 10
"""Strips of a story that is small enough for every paragraph, at every picture's depth, to be tried at once."""

MOST_DEPTHS = 40
"""Depths of all pictures of such a story together that are tried."""


def assigned(story: SetStory, rooms: Sequence[Room], ends: int) -> list[tuple[Fixture, ...]]:
    """Each room's fixtures, in order: those that its text has, as far as a third of it stays text. The room number `ends`,
    where there is one, takes all that are left."""
    galley, white = story.galley, story.makeup.rows_around_pictures
    left, passed = list(story.pieces), 0
    found = []
    for number, room in enumerate(rooms):
        whole = room.free
        area, fixtures = 0, list[Fixture]()
        while left:
            fixture = story.fixture(left[0], room.legs)
            more = area + (fixture.natural + white) * fixture.legs
            strip = max(0, (fixture.strip or 0) - story.first)
            here = galley.rows[galley.at[min(strip, len(galley.at) - 1)]] <= passed + whole - more
            fits = fixture.least <= room.rows - room.head and more * 3 <= whole * 2
            if number != ends and not (here and fits):
                break
            fixtures.append(fixture)
            left.pop(0)
            area = more
        passed += whole - area
        found.append(tuple(fixtures))
    return found


def depths_of(
    story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]
) -> Iterator[list[list[int]]]:
    """Fixture depths, room by room, whose sum leaves about as many rows as the text needs."""
    white = story.makeup.rows_around_pictures
    fixtures = [fixture for room in taken for fixture in room]
    every = [range(fixture.least, fixture.most + 1) for fixture in fixtures]
    if fixtures and is_small(story) and prod(map(len, every)) <= MOST_DEPTHS:
        yield from (_by_room(list(depths), taken) for depths in product(*every))
        return
    free = sum(room.free for room in rooms)
    spare = free - story.galley.depth(0, len(story.galley.blocks))
    spare -= sum((fixture.natural + white) * fixture.legs for fixture in fixtures)
    depths = []
    for fixture in fixtures:
        depth = min(max(fixture.natural + spare // fixture.legs, fixture.least), fixture.most)
        spare -= (depth - fixture.natural) * fixture.legs
        depths.append(depth)
    seen: set[tuple[int, ...]] = set()
    for by in (0, -1, 1, -2, 2, -3, 3, -4, -5, -6):
        for position, fixture in enumerate(fixtures):
            tried = list(depths)
            tried[position] = min(max(tried[position] + by, fixture.least), fixture.most)
            if tuple(tried) not in seen:
                seen.add(tuple(tried))
                yield _by_room(tried, taken)
    if not fixtures:
        yield [[] for _ in rooms]


def _by_room(depths: list[int], taken: Sequence[tuple[Fixture, ...]]) -> list[list[int]]:
    found, at = [], 0
    for fixtures in taken:
        found.append(depths[at : at + len(fixtures)])
        at += len(fixtures)
    return found


def wells_of(
    story: SetStory,
    rooms: Sequence[Room],
    taken: Sequence[tuple[Fixture, ...]],
    depths: Sequence[Sequence[int]],
    stands: Sequence[Sequence[Stand]] = (),
) -> tuple[Well, ...] | None:
    """The rooms' wells; None where a fixture finds no spot."""
    wells = []
    for number, (room, fixtures, deep) in enumerate(zip(rooms, taken, depths, strict=True)):
        well = place_fixtures(room, fixtures, deep, story.makeup, stands[number] if stands else ())
        if len(well.spots) < len(fixtures):
            return None
        wells.append(well)
    return tuple(wells)


def wells_at_least(story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]) -> tuple[Well, ...]:
    """The rooms' wells with all fixtures at their least; what finds no spot then is left for another room."""
    return tuple(
        place_fixtures(room, fixtures, [fixture.least for fixture in fixtures], story.makeup)
        for room, fixtures in zip(rooms, taken, strict=True)
    )


def is_small(story: SetStory) -> bool:
    """Whether all that the ladder could do to a story may be tried."""
    return len(story.galley.at) <= SMALL
