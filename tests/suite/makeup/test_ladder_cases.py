"""Make-up finds the optimum: stories too long or too short for their rooms, small enough to try everything.

Prices are counted here anew, block by block, over all picture depths, stands, ways of paragraphs, ends of legs, heads and
pieces left out, and over all rows that the last room may do without.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise, product
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from layout.diagnostics import Span
from layout.elements.display import Display
from layout.elements.legs import Galley, Turn, Way
from layout.makeup.fit import end_story
from layout.makeup.fixtures import Fixture, Piece
from layout.makeup.galleys import SetStory
from layout.makeup.wells import Edge, Room, Stand, Well, edges_of, place_fixtures
from layout.model.issue import At, Need
from layout.model.page import Block, Breaking
from layout.model.style import Makeup

MAKEUP = Makeup()
COSTS = MAKEUP.costs
SPAN = Span(Path("story.md"), 1)

Strip = tuple[Way, ...]
"""All ways of a strip, the natural one first."""


class Case(NamedTuple):
    """A story, its rooms, and the least price at which it ends in them."""

    best: int
    strips: tuple[Strip, ...]
    rooms: tuple[Room, ...]
    fixtures: tuple[Fixture, ...] = ()
    heads: tuple[int, ...] = (0,)


def text(lines: int, longer: int | None = None, shorter: int | None = None, divided: tuple[int, ...] = ()) -> Strip:
    """A paragraph with two-line orphans and widows; what it costs in a line more and in a line fewer; its divided lines."""
    others = ((lines + 1, longer), (lines - 1, shorter))
    return (
        Way(_lines(lines, divided)),
        *(Way(_lines(count, divided), cost) for count, cost in others if cost is not None),
    )


def _lines(count: int, divided: tuple[int, ...]) -> tuple[Block, ...]:
    def breaking(line: int) -> Breaking:
        if line != count and (line < MAKEUP.orphan_lines or count - line < MAKEUP.widow_lines):
            return Breaking.FORBIDDEN
        return Breaking.HYPHEN if line in divided else Breaking.ALLOWED

    return tuple(Block((), 1, breaking(line)) for line in range(1, count + 1))


def subhead() -> Strip:
    return (Way((Block((), 1, Breaking.FORBIDDEN, rows_above=1, spread=2, kind="subhead"),)),)


def quotation(rows: int) -> Strip:
    """A pull quote in the text that may be left out."""
    return (Way((Block((), rows, kind="pull quote"),)), Way((), COSTS.left_out))


def piece(name: str, legs: int, rows: tuple[int, int, int], at: At = At.ANY, strip: int | None = None) -> Fixture:
    """A piece so many legs wide, its least, natural and most rows."""
    return Fixture(name, legs, *rows, lambda _: Display(), SPAN, at, strip)


def optional(name: str, legs: int, rows: int) -> Fixture:
    """A box that may be left out."""
    return Fixture(name, legs, rows, rows, rows, lambda _: Display(), SPAN, need=Need.OPTIONAL)


def inline(rows: int) -> Strip:
    """A picture in the text, a row to either side of its natural depth."""
    return (Way((Block((), rows),)), *(Way((Block((), rows + by),), COSTS.picture_row) for by in (-1, 1)))


def hole(rows: int) -> int:
    """What rows below level legs cost: half of what they cost below a single leg."""
    return rows * rows * COSTS.empty_row // 2


LOOSE, TRACKED, SPREAD, FAR = COSTS.loosening, COSTS.tracking, COSTS.spread_row, COSTS.picture_far
LEFT, SHORTER = COSTS.left_out, COSTS.shorter_headline

CASES = {
    "nothing is done where nothing is lacking": Case(0, (text(12, LOOSE), text(8, LOOSE)), (Room(2, 10),)),
    "a gap is closed by looseness": Case(LOOSE, (text(9, LOOSE), text(10)), (Room(2, 10),)),
    "by tracking where looseness cannot": Case(TRACKED, (text(9, TRACKED), text(10)), (Room(2, 10),)),
    "by looseness before tracking": Case(LOOSE, (text(9, TRACKED), text(10, LOOSE)), (Room(1, 20),)),
    "by a picture's depth": Case(15, (text(8), text(9)), (Room(1, 25),), (piece("p", 1, (4, 6, 8)),)),
    "by a picture before looseness": Case(15, (text(8, LOOSE), text(9)), (Room(1, 25),), (piece("p", 1, (4, 6, 8)),)),
    "by two pictures together": Case(
        60, (text(8), text(9)), (Room(1, 33),), (piece("p", 1, (4, 5, 7)), piece("q", 1, (4, 5, 7)))
    ),
    "by a picture in the text": Case(15, (text(8), inline(5), text(8)), (Room(1, 22),)),
    "by a picture and looseness": Case(
        30 + LOOSE, (text(8, LOOSE), text(9, TRACKED)), (Room(1, 27),), (piece("p", 1, (4, 6, 8)),)
    ),
    "overset is closed by shorter paragraphs": Case(
        2 * LOOSE, (text(6, shorter=LOOSE), text(6, shorter=LOOSE)), (Room(1, 10),)
    ),
    "by tracking them where looseness cannot": Case(TRACKED, (text(6, shorter=TRACKED), text(6)), (Room(1, 11),)),
    "by a picture at its least": Case(30, (text(8), text(9)), (Room(1, 22),), (piece("p", 1, (4, 6, 8)),)),
    "by a picture at its least and looseness": Case(
        30 + LOOSE, (text(8), text(9, shorter=LOOSE)), (Room(1, 21),), (piece("p", 1, (4, 6, 8)),)
    ),
    "by leaving out a box": Case(LEFT, (text(10), text(10)), (Room(2, 10),), (optional("b", 1, 4),)),
    "by leaving out one box of two": Case(
        LEFT, (text(10), text(11)), (Room(2, 13),), (optional("b", 1, 4), optional("c", 1, 5))
    ),
    "by leaving out only the box that helps": Case(
        LEFT, (text(13), text(11)), (Room(2, 13),), (optional("b", 1, 5), optional("c", 1, 1))
    ),
    "by leaving out a pull quote": Case(LEFT, (text(8), quotation(4), text(8)), (Room(2, 8),)),
    "by shorter paragraphs before a pull quote": Case(
        3 * LOOSE, (text(8, shorter=LOOSE), quotation(3), *[text(8, shorter=LOOSE)] * 2, *[text(3)] * 6), (Room(1, 42),)
    ),
    "by a shorter headline": Case(SHORTER, (text(10),), (Room(1, 12),), (), (4, 2)),
    "by a shorter headline before two boxes": Case(
        SHORTER, (text(16), text(12)), (Room(2, 18),), (optional("b", 1, 1), optional("c", 1, 1)), (4, 2)
    ),
    "by leaving out a box before a widow": Case(
        LEFT + hole(1) + 4 * COSTS.empty_row, (text(3), text(1)), (Room(2, 4),), (optional("b", 2, 1),)
    ),
    "an earlier paragraph mends the leg that a widow makes short": Case(
        LOOSE, (text(7, LOOSE), text(4), text(8)), (Room(2, 10),)
    ),
    "two short legs are mended in two paragraphs": Case(
        LOOSE + TRACKED, (text(7, LOOSE), text(4), text(6), text(4), text(7, TRACKED)), (Room(3, 10),)
    ),
    "a row is spread before a paragraph is loosened": Case(
        SPREAD, (text(4, LOOSE), subhead(), text(13)), (Room(2, 10),)
    ),
    "one row is spread and one line gained before two are spread": Case(
        SPREAD + LOOSE, (text(4, LOOSE), subhead(), text(12)), (Room(2, 10),)
    ),
    "a picture stands at the foot where a hyphen would end a leg": Case(
        0, (text(18, divided=(12,)),), (Room(2, 12),), (piece("p", 1, (5, 5, 5)),)
    ),
    "a picture finds stand and depth together": Case(
        0, (text(11), text(7)), (Room(2, 12),), (piece("p", 1, (4, 5, 6)),)
    ),
    "a picture stands where legs come out with fewer paragraphs": Case(
        LOOSE,
        (text(8), subhead(), text(5), text(9, LOOSE, LOOSE)),
        (Room(2, 16),),
        (piece("p", 1, (7, 7, 8), strip=0),),
    ),
    "a picture stands beside the text that has it": Case(
        0, (text(10), text(10), text(7)), (Room(3, 10),), (piece("p", 1, (2, 2, 2), strip=1),)
    ),
    "a picture is kept at the foot of its leg": Case(
        0, (text(10), text(10), text(7)), (Room(3, 10),), (piece("p", 1, (2, 2, 2), At.FOOT, 1),)
    ),
    "a widow at the end of a page is mended on it": Case(
        LOOSE, (text(7, LOOSE), text(4), text(8)), (Room(1, 10), Room(1, 10))
    ),
    "no page ends with a hyphen": Case(LOOSE, (text(4, LOOSE), text(15, divided=(6,))), (Room(1, 10), Room(1, 10))),
    "a dogleg ends on its last row": Case(LOOSE, (text(12), text(5, LOOSE), text(8)), (Room(2, 10), Room(1, 6))),
    "a picture on the second page takes what is left": Case(
        15, (text(9), text(9), text(9)), (Room(1, 18), Room(1, 17)), (piece("p", 1, (5, 6, 8), strip=2),)
    ),
    "a story too short for its room ends level": Case(hole(2), (text(12), text(9)), (Room(3, 9),)),
    "a single leg ends above its foot": Case(hole(1), (text(9),), (Room(1, 10),)),
    "legs are level a row above the foot by looseness": Case(
        hole(1) + LOOSE, (text(5, LOOSE), text(12)), (Room(2, 10),)
    ),
    "a leg that looseness cannot fill ends above its foot": Case(
        hole(1) + 2 * LOOSE, (text(4, LOOSE), text(3, LOOSE)), (Room(1, 10),)
    ),
    "fewer paragraphs are loosened where a row may stay white": Case(
        hole(1) + 2 * LOOSE, (text(6, LOOSE), text(7, 2 * TRACKED), text(9, LOOSE)), (Room(1, 25),)
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_program_finds_the_cheapest_ending(name: str) -> None:
    assert found(CASES[name]) == CASES[name].best


@pytest.mark.parametrize("name", CASES)
def test_the_known_answer_is_the_cheapest_there_is(name: str) -> None:
    assert cheapest(CASES[name]) == CASES[name].best


def found(case: Case) -> int | None:
    """The price of the program's ending, with what the eye finds of the rows left white below it."""
    ending = end_story(set_story(case), case.rooms)
    if ending is None:
        return None
    assert ending.breaks.complete
    return ending.price + hole(case.rooms[-1].rows - ending.wells[-1].rows)


def set_story(case: Case) -> SetStory:
    """The story as if it had been set."""
    setting: Any = SimpleNamespace(style=SimpleNamespace(makeup=MAKEUP))
    article: Any = None
    contents: Any = case.fixtures
    return SetStory(
        article,
        setting,
        tuple(Display(rows=rows) for rows in case.heads),
        Galley([ways[0].blocks for ways in case.strips]),
        tuple(Piece(content, content.strip) for content in contents),
        0,
        lambda number: case.strips[number][1:],
        lambda given, _: given.content,  # type: ignore[arg-type, return-value]
    )


def cheapest(case: Case) -> int | None:
    """The least price over everything that may be done; None where nothing makes the story fit."""
    text_price = _text_price(case.strips)
    return min((price for price in _prices(case, text_price) if price is not None), default=None)


def _prices(case: Case, text_price: "TextPrice") -> Iterator[int | None]:
    for (number, head), dropped in product(enumerate(case.heads), _dropped(case.fixtures)):
        kept = tuple(fixture for fixture in case.fixtures if fixture not in dropped)
        ladder = number * COSTS.shorter_headline + len(dropped) * COSTS.left_out
        rooms = (replace(case.rooms[0], head=head), *case.rooms[1:])
        for less in range(rooms[-1].rows - rooms[-1].head):
            for wells in _wells((*rooms[:-1], replace(rooms[-1], rows=rooms[-1].rows - less)), kept):
                price = text_price(_legs(wells))
                yield None if price is None else price + ladder + hole(less) + _strayed(wells) + _stumps(wells)


def _dropped(fixtures: tuple[Fixture, ...]) -> Iterator[tuple[Fixture, ...]]:
    """All pieces that may be left out together."""
    spare = [fixture for fixture in fixtures if fixture.need is Need.OPTIONAL]
    for count in range(len(spare) + 1):
        yield from combinations(spare, count)


def _strayed(wells: tuple[Well, ...]) -> int:
    return sum(abs(spot.rows - spot.fixture.natural) for well in wells for spot in well.spots) * COSTS.picture_row


def _stumps(wells: tuple[Well, ...]) -> int:
    """What short stretches of legs above and below pieces cost."""
    parts = [foot - top for well in wells for _, top, foot in well.segments if (top, foot) != (well.head, well.rows)]
    return sum(max(0, MAKEUP.smallest_leg - rows) for rows in parts if rows) * COSTS.stump_row


def _wells(rooms: tuple[Room, ...], fixtures: tuple[Fixture, ...]) -> Iterator[tuple[Well, ...]]:
    """All ways for pieces to stand: any of them, in order, in each room, in all depths."""
    for cuts in product(range(len(fixtures) + 1), repeat=len(rooms) - 1):
        bounds = [0, *cuts, len(fixtures)]
        if bounds == sorted(bounds):
            shares = (fixtures[begin:end] for begin, end in pairwise(bounds))
            yield from product(*(tuple(_wells_of(room, share)) for room, share in zip(rooms, shares, strict=True)))


def _wells_of(room: Room, fixtures: tuple[Fixture, ...]) -> Iterator[Well]:
    """All ways in one room. A stump of a leg is left only where a piece stands by preference."""
    for depths in product(*(range(fixture.least, fixture.most + 1) for fixture in fixtures)):
        preferred = place_fixtures(room, fixtures, depths, MAKEUP)
        wells = [preferred]
        for stands in product(*(_stands(fixture, room.legs) for fixture in fixtures)):
            well = place_fixtures(room, fixtures, depths, MAKEUP, stands)
            wells += [well] if well.allows(MAKEUP.smallest_leg, preferred) else []
        yield from (well for well in wells if len(well.spots) == len(fixtures))


def _stands(fixture: Fixture, legs: int) -> Iterator[Stand]:
    """Where a piece may stand: not at the top of the first leg, unless it is as wide as the story and has no wish."""
    if fixture.legs == legs and fixture.at is At.ANY:
        yield Stand(Edge.TOP, 0)
        return
    edges = {*edges_of(fixture), *([Edge.MIDDLE] if fixture.at is At.ANY else [])}
    for edge, leg in product(Edge, range(legs - fixture.legs + 1)):
        if edge in edges and (edge, leg) != (Edge.TOP, 0):
            yield Stand(edge, leg)


class LegOfText(NamedTuple):
    """Rows for text, what follows them, and what it costs to have a strip begin in them."""

    rows: int
    turn: Turn
    tolls: tuple[tuple[int, int], ...]


def _legs(wells: tuple[Well, ...]) -> tuple[LegOfText, ...]:
    segments = [(room, segment) for room, well in enumerate(wells) for segment in well.segments]
    after = [room for room, _ in segments[1:]]
    return tuple(
        LegOfText(
            segment.foot - segment.top,
            Turn.LEG if room == following else Turn.PAGE,
            tuple(_tolls(wells, room, segment.leg)),
        )
        for (room, segment), following in zip(segments, [*after, len(wells) - 1], strict=True)
    )


def _tolls(wells: tuple[Well, ...], room: int, leg: int) -> Iterator[tuple[int, int]]:
    """What pieces cost that stand away from the text that has them: by leg, and three times by room."""
    for number, well in enumerate(wells):
        for spot in well.spots:
            if spot.fixture.strip is not None:
                beside = max(0, spot.stand.leg - leg, leg - spot.stand.leg - spot.fixture.legs + 1)
                far = 3 * abs(number - room) if number != room else beside
                yield spot.fixture.strip, far * COSTS.picture_far


class Place(NamedTuple):
    """Before block `block` of a strip in one of its ways."""

    strip: int
    way: int = 0
    block: int = 0


TextPrice = Callable[[tuple[LegOfText, ...]], int | None]


def _text_price(strips: tuple[Strip, ...]) -> TextPrice:
    """The least price of legs that hold the whole text; None where they cannot."""
    end = Place(len(strips))

    @cache
    def rest(begin: Place, legs: tuple[LegOfText, ...]) -> int | None:
        if not legs:
            return 0 if begin == end else None
        prices = []
        for after, price in one_leg(begin, legs[0].rows, legs[0].turn):
            more = rest(after, legs[1:])
            begun = range(begin.strip + (begin.block > 0), after.strip + (after.block > 0))
            tolls = sum(toll for strip, toll in legs[0].tolls if strip in begun)
            prices += [price + tolls + more] if more is not None else []
        return min(prices, default=None)

    @cache
    def one_leg(begin: Place, rows: int, turn: Turn) -> tuple[tuple[Place, int], ...]:
        if begin == end:
            return ((end, rows * rows * COSTS.empty_row),)
        found: dict[Place, int] = {}
        for after, blocks, cost in _takings(strips, begin, rows):
            price = cost + _leg_price(blocks, rows, turn, ends=after == end)
            found[after] = min(price, found.get(after, price))
        return tuple(found.items())

    return lambda legs: rest(Place(0), legs)


def _takings(strips: tuple[Strip, ...], begin: Place, rows: int) -> Iterator[tuple[Place, list[Block], int]]:
    """All that a leg may hold from a place on: where it ends, its blocks, and the price of the ways of strips that begin
    in it."""
    waiting: list[tuple[Place, list[Block], int]] = [(begin, [], 0)]
    while waiting:
        place, above, paid = waiting.pop()
        ways = strips[place.strip]
        for number, way in ((place.way, ways[place.way]),) if place.block else enumerate(ways):
            blocks, cost = way.blocks[place.block :], paid + (0 if place.block else way.cost)
            for taken in range(len(blocks) + 1):
                held = [*above, *blocks[:taken]]
                if _rows(held) > rows:
                    break
                after = Place(place.strip, number, place.block + taken)
                if taken == len(blocks):
                    after = Place(place.strip + 1)
                    waiting += [(after, held, cost)] if after.strip < len(strips) else []
                elif not taken:
                    continue
                if after.strip == len(strips) or (held and held[-1].break_after is not Breaking.FORBIDDEN):
                    yield after, held, cost


def _leg_price(blocks: list[Block], rows: int, turn: Turn, *, ends: bool) -> int:
    """What a leg costs that holds these blocks; where the story ends in it, nothing is spread or divided."""
    empty = rows - _rows(blocks)
    spread = 0 if ends else min(empty, sum(block.spread for block in blocks[1:]))
    price = (empty - spread) ** 2 * COSTS.empty_row + spread**2 * COSTS.spread_row
    if not ends and blocks[-1].break_after is Breaking.HYPHEN:
        price += COSTS.hyphen_at_leg_end if turn is Turn.LEG else COSTS.hyphen_at_page_end
    return price


def _rows(blocks: list[Block]) -> int:
    return sum(block.rows for block in blocks) + sum(block.rows_above for block in blocks[1:])
