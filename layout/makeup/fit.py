"""A story fitted into its rooms: one rectangle, or several of one measure, one after another.

Takes a set story and `Room`s; finds where its fixtures stand and how deep they are, how its paragraphs are set and where
its legs end, and gives the cheapest `Ending` in the style's costs. Knows no pages and no paints.

The steps of the fit ladder (composition.md, Pages) are prices, low ones first: paragraphs set a line longer or shorter,
by their spaces or by tracking; pictures deeper or shallower; pieces left out; rows spread; a shorter headline. Dear work
is done only where something is left to mend: the natural setting is tried first, paragraphs are set in other ways only
near legs that do not come out, and so on up the ladder.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, product
from math import prod

from layout.elements.legs import WINDOW, Breaks, Galley, Leg, Turn, break_legs
from layout.makeup.fixtures import Fixture
from layout.makeup.galleys import SetStory
from layout.makeup.wells import Edge, Room, Stand, Well, edges_of, place_fixtures
from layout.model.issue import At, Need
from layout.model.style import Makeup
from layout.record import record

STRIPS_AT_ONCE = 3
"""Paragraphs that are set in other ways before the legs are broken again; twice as many each time after."""

SMALL = 10
"""Strips of a story that is small enough for every paragraph, at every picture's depth, to be tried at once."""

MOST_DEPTHS = 40
"""Depths of all pictures of such a story together that are tried."""

MOST_OPTIONAL = 4
"""Optional pieces of a story of which every choice is tried."""

MOST_STRIPS = 48
"""Paragraphs of one story that are set in other ways at most."""

ENDINGS = 3
"""Ways to end at the foot that are mended, the cheapest as set first, until nothing is left to mend."""

FARTHEST_OVERSET = 8
"""Hundredths of a story that the ladder tries to take in or drive out."""


@record
class Ending:
    """A way for a story to stand in its rooms: a well a room, and the breaks of all their segments.

    `head` is the number of the head that was taken, `left_out` are pieces left out to make it fit.
    """

    story: SetStory
    wells: tuple[Well, ...]
    breaks: Breaks
    head: int = 0
    left_out: tuple[Fixture, ...] = ()

    @property
    def troubled(self) -> tuple[int, ...]:
        """The segments that are short, or spread more than a row."""
        return tuple(n for n, leg in enumerate(self.breaks.ends) if leg.empty or leg.spread > 1)

    @property
    def foot(self) -> int:
        """The row of the last room below which all is white."""
        well = self.wells[-1]
        ends = self.breaks.ends[-len(well.segments) :]
        feet = [segment.foot - end.empty for segment, end in zip(well.segments, ends, strict=True)]
        return max((*feet, *(spot.row + spot.rows for spot in well.spots)))

    @property
    def sound(self) -> bool:
        """Whether nothing is left to mend: no leg short, no line alone at an end of one."""
        return not self.troubled and self.breaks.cost < self.story.setting.style.makeup.costs.widow

    @property
    def price(self) -> int:
        """What it costs in all."""
        makeup = self.story.setting.style.makeup
        costs = makeup.costs
        strayed = sum(abs(spot.rows - spot.fixture.natural) for well in self.wells for spot in well.spots)
        dropped = sum(piece.need is Need.OPTIONAL for piece in self.left_out)
        return (
            self.breaks.cost
            + strayed * costs.picture_row
            + self._far() * costs.picture_far
            + sum(well.stumps(makeup.smallest_leg) for well in self.wells) * costs.stump_row
            + dropped * costs.left_out
            + self.head * costs.shorter_headline
        )

    def _far(self) -> int:
        """By how many legs pictures are away from the text that has them, all together."""
        spots = [(number, spot) for number, well in enumerate(self.wells) for spot in well.spots]
        if all(spot.fixture.strip is None for _, spot in spots):
            return 0
        legs = [(number, segment.leg) for number, well in enumerate(self.wells) for segment in well.segments]
        far = 0
        for room, spot in spots:
            strip = spot.fixture.strip
            if strip is None or strip < self.story.first:
                continue
            block = self.breaks.galley.at[min(strip - self.story.first, len(self.breaks.galley.at) - 1)]
            segment = next((n for n, end in enumerate(self.breaks.ends) if end.end > block), len(legs) - 1)
            its_room, leg = legs[segment]
            first, last = spot.stand.leg, spot.stand.leg + spot.fixture.legs - 1
            far += 3 * abs(its_room - room) if its_room != room else max(0, first - leg, leg - last)
        return far


def end_story(story: SetStory, rooms: Sequence[Room]) -> Ending | None:
    """The cheapest way to end the story on the last row of its last room, or level above it where it is too short for
    its rooms; None where no step of the ladder makes it fit."""
    asked = tuple(rooms)
    if asked not in story.known:
        story.known[asked] = _cheapest_ending(story, asked)
    found: Ending | None = story.known[asked]
    return found


def _cheapest_ending(story: SetStory, rooms: tuple[Room, ...]) -> Ending | None:
    """Heads and pieces left out are tried by their own price, until that alone exceeds what was found."""
    best: Ending | None = None
    for price, head, left_out in _rungs(story, rooms[-1].legs):
        if best is not None and _total(best, rooms) <= price:
            break
        headed = (replace(rooms[0], head=story.heads[head].rows), *rooms[1:])
        if _missing(story, headed, left_out) <= _give(story):
            ending = _ended(story, headed, head, left_out)
            if ending is not None and (best is None or _total(ending, rooms) < _total(best, rooms)):
                best = ending
    return best


def _rungs(story: SetStory, legs: int) -> list[tuple[int, int, tuple[Fixture, ...]]]:
    """Prices of heads and of pieces to do without, low ones first; of pieces that cost the same the last first. Of many
    pieces only the last so many are tried together."""
    costs = _makeup(story).costs
    optional = [fixture for fixture in story.fixtures(legs) if fixture.need is Need.OPTIONAL][::-1]
    few = len(optional) <= MOST_OPTIONAL
    rungs = [
        (head * costs.shorter_headline + count * costs.left_out, head, left_out)
        for head in range(len(story.heads))
        for count in range(len(optional) + 1)
        for left_out in (combinations(optional, count) if few else (tuple(optional[:count]),))
    ]
    return sorted(rungs, key=lambda rung: rung[0])


def _total(ending: Ending, rooms: Sequence[Room]) -> int:
    """What an ending costs with the rows that it leaves white below all legs: they are seen less than those below one,
    and the deeper the hole is, the less a row more is seen of it."""
    hole = rooms[-1].rows - ending.foot
    near = min(hole, WINDOW)
    return ending.price + near * (2 * hole - near) * (_makeup(ending.story).costs.empty_row // 2)


def fill_story(story: SetStory, rooms: Sequence[Room]) -> Ending:
    """All legs of the rooms filled; what does not fit goes on elsewhere. Pieces come along up to those that the text here
    has."""
    taken = _assigned(story, rooms, ends=len(rooms))
    wells = _wells(story, rooms, taken, [[fixture.natural for fixture in fixtures] for fixtures in taken])
    if wells is None:
        wells = _wells_at_least(story, rooms, taken)
    return _mended(Ending(story, wells, _break(story.galley, wells, story, Turn.PAGE)), Turn.PAGE)


def overset_story(story: SetStory, rooms: Sequence[Room]) -> Ending:
    """A story too long for rooms that it cannot leave: under its shortest head, its pictures at their least, without what
    may be left out and with a third of each room kept for text, so that as little as can be is overset."""
    head = min(range(len(story.heads)), key=lambda number: story.heads[number].rows)
    headed = (replace(rooms[0], head=min(rooms[0].head, story.heads[head].rows)), *rooms[1:])
    taken = _assigned(story, headed, ends=len(rooms))
    optional = tuple(one for one in story.fixtures(rooms[-1].legs) if one.need is Need.OPTIONAL)
    kept = [tuple(one for one in own if one.need is Need.REQUIRED) for own in taken]
    wells = _wells_at_least(story, headed, kept)
    galley = story.in_other_ways(_optional_strips(story))
    return Ending(story, wells, _break(galley, wells, story), head, optional)


def level_rows(story: SetStory, rooms: Sequence[Room], depth: Callable[[Fixture], int]) -> int | None:
    """The rows of its last room in which the story ends level, its pictures as deep as `depth` says; None if it cannot."""
    taken = _assigned(story, rooms, ends=len(rooms) - 1)
    ending = _shallowest(story, rooms, taken, [[depth(fixture) for fixture in fixtures] for fixtures in taken])
    return ending.wells[-1].rows if ending else None


def least_rows(story: SetStory) -> int:
    """The fewest rows in which a story may begin."""
    return story.heads[0].rows + _makeup(story).smallest_leg


def may_end(story: SetStory, rooms: Sequence[Room]) -> bool:
    """Whether the story can end in the rooms, by whatever step of the ladder."""
    if level_rows(story, rooms, _least) is not None:
        return True
    return _missing(story, rooms, ()) <= _give(story) and end_story(story, rooms) is not None


def _give(story: SetStory) -> int:
    """Rows that the ladder's paragraphs may take in."""
    few = len(story.galley.at) - 1 if _is_small(story) else 2
    return max(few, story.galley.depth(0, len(story.galley.blocks)) * FARTHEST_OVERSET // 100)


def _missing(story: SetStory, rooms: Sequence[Room], left_out: Sequence[Fixture]) -> int:
    """Rows by which the text is longer than the rooms leave with all pictures at their least; negative where it is not."""
    names = {fixture.id for fixture in left_out}
    free = sum((room.rows - room.head) * room.legs - room.foot for room in rooms)
    fixtures = [fixture for fixture in story.fixtures(rooms[-1].legs) if fixture.id not in names]
    taken = sum(fixture.least * fixture.legs for fixture in fixtures)
    optional = sum(
        story.galley.depth(story.galley.at[number], story.galley.at[number + 1]) for number in _optional_strips(story)
    )
    return story.galley.depth(0, len(story.galley.blocks)) + taken - free - optional


def _optional_strips(story: SetStory) -> list[int]:
    """Strips that may be left out."""
    galley = story.galley
    kinds = [galley.blocks[at].kind if at < end else "" for at, end in pairwise(galley.at)]
    numbers = [number for number, kind in enumerate(kinds) if kind == "pull quote"]
    return [number for number in numbers if any(not way.blocks for way in story.ways(number))]


def _ended(story: SetStory, rooms: Sequence[Room], head: int, left_out: tuple[Fixture, ...]) -> Ending | None:
    names = {fixture.id for fixture in left_out}
    taken = [
        tuple(fixture for fixture in fixtures if fixture.id not in names)
        for fixtures in _assigned(story, rooms, ends=len(rooms) - 1)
    ]
    endings: list[Ending] = []
    for full in _at_foot(story, rooms, taken) if _reaches(story, rooms, taken) else ():
        endings.append(_mended(_moved(full, rooms)))
        if endings[-1].sound and not _is_small(story):
            break
    sound = [ending for ending in endings if ending.sound]
    if not sound:
        short = _short(story, rooms, taken)
        endings += [short] if short is not None else []
    if not endings:
        return None
    best = min(sound or endings, key=lambda ending: _total(ending, rooms))
    return replace(best, head=head, left_out=left_out)


def _is_small(story: SetStory) -> bool:
    """Whether all that the ladder could do to a story may be tried."""
    return len(story.galley.at) <= SMALL


def _reaches(story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]) -> bool:
    """Whether the story, its pictures at their deepest, could come near the foot of its last room."""
    white = _makeup(story).rows_around_pictures
    free = sum((room.rows - room.head) * room.legs - room.foot for room in rooms)
    area = sum((fixture.most + white) * fixture.legs for fixtures in taken for fixture in fixtures)
    return free - area - story.galley.depth(0, len(story.galley.blocks)) <= WINDOW * rooms[-1].legs


def _short(story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]) -> Ending | None:
    """The story ending level above the foot of its last room, with that room's pictures about as deep as they can be."""
    least, natural = ([[deep(one) for one in own] for own in taken] for deep in (_least, _natural))
    most = [fixture.most for fixture in taken[-1]]

    def price(ending: Ending) -> int:
        return _total(ending, rooms)

    tried = (
        _shallowest(story, rooms, taken, way) for way in ([*natural[:-1], most], natural, [*natural[:-1], least[-1]])
    )
    found = sorted((ending for ending in tried if ending is not None), key=price)
    if not found:
        return _shallowest(story, rooms, taken, least)
    best = found[0]
    for first in () if best.sound else found[:ENDINGS]:
        for one in sorted(_near_short(first, rooms, taken), key=price)[:ENDINGS]:
            mended = _mended(one)
            if mended.breaks.complete and price(mended) < price(best):
                best = mended
            if best.sound:
                return best
    return best


def _least(fixture: Fixture) -> int:
    return fixture.least


def _natural(fixture: Fixture) -> int:
    return fixture.natural


def _near_short(ending: Ending, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]) -> Iterator[Ending]:
    """The same ending a row deeper or shallower, as it is and with each of its last room's pictures a little shallower."""
    story, rows = ending.story, ending.wells[-1].rows
    depths = [[spot.rows for spot in well.spots] for well in ending.wells]
    for deep in (rows, rows - 1, rows + 1):
        for position, by in ((0, 0), *((n, by) for n in range(len(taken[-1])) for by in (-1, -2))):
            tried = [list(room) for room in depths]
            if by:
                tried[-1][position] = max(taken[-1][position].least, tried[-1][position] + by)
            if not rooms[-1].head < deep <= rooms[-1].rows:
                continue
            wells = _wells(story, (*rooms[:-1], replace(rooms[-1], rows=deep)), taken, tried)
            if wells is not None:
                yield Ending(story, wells, _break(story.galley, wells, story))


def _at_foot(story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]) -> list[Ending]:
    """The cheapest ways to end the story on the last row: over picture depths near what the text leaves; where the text
    is too long for that by a few rows, with paragraphs set shorter."""
    found: list[Ending] = []
    for depths in _depths(story, rooms, taken):
        wells = _wells(story, rooms, taken, depths)
        if wells is None:
            continue
        ending = Ending(story, wells, _break(story.galley, wells, story))
        if ending.breaks.complete:
            found.append(ending)
        elif _is_small(story):
            driven = _driven_in(ending)
            found += [driven] if driven is not None else []
    if found:
        return sorted(found, key=lambda ending: ending.price)[: None if _is_small(story) else ENDINGS]
    wells = _wells(story, rooms, taken, [[fixture.least for fixture in fixtures] for fixtures in taken])
    driven = _driven_in(Ending(story, wells, _break(story.galley, wells, story))) if wells is not None else None
    return [driven] if driven is not None else []


def _driven_in(ending: Ending) -> Ending | None:
    """The story with paragraphs set in other ways until it ends in its wells."""
    story = ending.story
    count = len(story.galley.at) - 1
    optional = _optional_strips(story)
    if _is_hopeless(ending, {*range(max(0, count - MOST_STRIPS - STRIPS_AT_ONCE), count), *optional}):
        return None
    step = count if _is_small(story) else STRIPS_AT_ONCE
    for strips in range(step, count + step, step):
        chosen = sorted({*range(max(0, count - strips), count), *optional})
        breaks = _break(story.in_other_ways(chosen), ending.wells, story)
        if breaks.complete:
            return replace(ending, breaks=breaks)
        if strips > MOST_STRIPS:
            break
    return None


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


def _wells(
    story: SetStory,
    rooms: Sequence[Room],
    taken: Sequence[tuple[Fixture, ...]],
    depths: Sequence[Sequence[int]],
    stands: Sequence[Sequence[Stand]] = (),
) -> tuple[Well, ...] | None:
    """The rooms' wells; None where a fixture finds no spot."""
    wells = []
    for number, (room, fixtures, deep) in enumerate(zip(rooms, taken, depths, strict=True)):
        well = place_fixtures(room, fixtures, deep, _makeup(story), stands[number] if stands else ())
        if len(well.spots) < len(fixtures):
            return None
        wells.append(well)
    return tuple(wells)


def _wells_at_least(story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]) -> tuple[Well, ...]:
    """The rooms' wells with all fixtures at their least; what finds no spot then is left for another room."""
    return tuple(
        place_fixtures(room, fixtures, [fixture.least for fixture in fixtures], _makeup(story))
        for room, fixtures in zip(rooms, taken, strict=True)
    )


def _break(galley: Galley, wells: Sequence[Well], story: SetStory, last: Turn = Turn.LEG) -> Breaks:
    legs: list[Leg] = []
    for number, well in enumerate(wells, 1):
        legs += [Leg(segment.foot - segment.top) for segment in well.segments]
        legs[-1] = legs[-1]._replace(turn=last if number == len(wells) else Turn.PAGE)
    return break_legs(galley, legs, _makeup(story))


def _shallowest(
    story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]], depths: Sequence[Sequence[int]]
) -> Ending | None:
    """The story ending level in its last room, in as few rows of it as hold it; or one row more, where that is cheaper."""
    last, makeup = rooms[-1], _makeup(story)
    white = makeup.rows_around_pictures
    area = sum(
        (d + white) * f.legs for deep, own in zip(depths, taken, strict=True) for d, f in zip(deep, own, strict=True)
    )
    before = sum((room.rows - room.head) * room.legs - room.foot for room in rooms[:-1])
    need = story.galley.depth(0, len(story.galley.blocks)) + area - before
    best: Ending | None = None
    for rows in range(max(1, last.head + need // last.legs - white * last.legs), last.rows + 1):
        wells = _wells(story, (*rooms[:-1], replace(last, rows=rows)), taken, depths)
        if wells is None:
            continue
        ending = Ending(story, wells, _break(story.galley, wells, story))
        if not ending.breaks.complete:
            continue
        if best is not None:
            return ending if ending.price + makeup.costs.uneven_row * last.legs < best.price else best
        best = ending
    return best


def _mended(ending: Ending, last: Turn = Turn.LEG) -> Ending:
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
        breaks = _break(galley, best.wells, best.story, last)
        other = replace(ending, breaks=breaks)
        if breaks.complete >= ending.breaks.complete and other.price < best.price:
            best = other
        if best.sound:
            break
    return best


def _near(ending: Ending) -> Iterator[list[int]]:
    """Strips of the troubled legs, a few at a time, from the last of them backward, and then all before them."""
    if ending.sound:
        return
    galley = ending.breaks.galley
    begins = [0, *(leg.end for leg in ending.breaks.ends)]
    blocks = [block for leg in ending.troubled for block in range(begins[leg], begins[leg + 1])]
    own = sorted({galley.strip_of[block] for block in blocks}, reverse=True)
    if _is_small(ending.story):
        yield list(range(len(galley.at) - 1))
        return
    others = [strip for strip in range(max(own, default=-1), -1, -1) if strip not in own]
    ordered = [*own, *others][:MOST_STRIPS]
    at, count = 0, STRIPS_AT_ONCE
    while at < len(ordered):
        yield ordered[at : at + count]
        at, count = at + count, 2 * count


def _moved(ending: Ending, rooms: Sequence[Room]) -> Ending:
    """The ending with single fixtures standing elsewhere, as long as each move makes the whole cheaper."""
    story = ending.story
    taken = [tuple(spot.fixture for spot in well.spots) for well in ending.wells]
    depths = [[spot.rows for spot in well.spots] for well in ending.wells]
    for room, well in enumerate(ending.wells):
        for number, spot in enumerate(well.spots):
            if spot.fixture.legs == rooms[room].legs and spot.fixture.at is At.ANY:
                continue
            for stand in _other_stands(spot.fixture, rooms[room].legs, ending.wells[room].spots[number].stand):
                stands = [list(one.stands) for one in ending.wells]
                stands[room][number] = stand
                wells = _wells(story, rooms, taken, depths, stands)
                if wells is None or wells[room].least < min(_makeup(story).smallest_leg, ending.wells[room].least):
                    continue
                other = replace(ending, wells=wells, breaks=_break(story.galley, wells, story))
                if other.breaks.complete and other.price < ending.price:
                    ending = other
    return ending


def _other_stands(fixture: Fixture, legs: int, stand: Stand) -> Iterator[Stand]:
    edges = (*edges_of(fixture), *((Edge.MIDDLE,) if fixture.at is At.ANY and fixture.legs > 1 else ()))
    for edge in edges:
        for leg in range(legs - fixture.legs, -1, -1):
            # The first leg's top is where the story begins.
            if Stand(edge, leg) != stand and not (edge is Edge.TOP and leg == 0):
                yield Stand(edge, leg)


def _depths(story: SetStory, rooms: Sequence[Room], taken: Sequence[tuple[Fixture, ...]]) -> Iterator[list[list[int]]]:
    """Fixture depths, room by room, whose sum leaves about as many rows as the text needs."""
    white = _makeup(story).rows_around_pictures
    fixtures = [fixture for room in taken for fixture in room]
    every = [range(fixture.least, fixture.most + 1) for fixture in fixtures]
    if fixtures and _is_small(story) and prod(map(len, every)) <= MOST_DEPTHS:
        yield from (_by_room(list(depths), taken) for depths in product(*every))
        return
    free = sum((room.rows - room.head) * room.legs - room.foot for room in rooms)
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


def _assigned(story: SetStory, rooms: Sequence[Room], ends: int) -> list[tuple[Fixture, ...]]:
    """Each room's fixtures, in order: those that its text has, as far as a third of it stays text. The room number `ends`,
    where there is one, takes all that are left."""
    galley, white = story.galley, _makeup(story).rows_around_pictures
    left, passed = list(story.pieces), 0
    found = []
    for number, room in enumerate(rooms):
        whole = (room.rows - room.head) * room.legs - room.foot
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


def _makeup(story: SetStory) -> Makeup:
    return story.setting.style.makeup
