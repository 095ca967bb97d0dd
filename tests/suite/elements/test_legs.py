"""Where legs end: the cheapest ends, level feet, no orphan, widow or stranded subhead."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.elements.legs import WINDOW_IN_WAYS, Galley, Leg, LegEnd, Turn, Way, break_legs, level_legs, standing
from layout.model.page import Block, Breaking
from layout.model.style import Makeup

MAKEUP = Makeup()


def paragraph(lines: int) -> list[Block]:
    """A paragraph's blocks with two-line orphans and widows."""
    return [
        Block((), 1, Breaking.FORBIDDEN if line != lines and (line < 2 or lines - line < 2) else Breaking.ALLOWED)
        for line in range(1, lines + 1)
    ]


def subhead() -> Block:
    return Block((), 1, Breaking.FORBIDDEN, rows_above=1, spread=2, kind="subhead")


def ends(blocks: list[Block], legs: list[int]) -> list[int]:
    return [leg.end for leg in break_legs(Galley([tuple(blocks)]), [Leg(rows) for rows in legs], MAKEUP).ends]


def test_a_galley_that_fills_its_legs_leaves_nothing() -> None:
    assert ends(paragraph(30), [10, 10, 10]) == [10, 20, 30]


def test_no_widow_stands_at_the_head_of_a_leg() -> None:
    assert ends(paragraph(11) + paragraph(9), [10, 11])[0] == 9


def test_no_orphan_stands_at_the_foot_of_a_leg() -> None:
    assert ends(paragraph(9) + paragraph(11), [10, 11])[0] == 9


def test_a_subhead_goes_with_the_lines_after_it() -> None:
    assert ends([*paragraph(7), subhead(), *paragraph(8)], [10, 10])[0] == 7


def test_white_above_a_subhead_vanishes_at_the_head_of_a_leg() -> None:
    galley = Galley([(*paragraph(10), subhead(), *paragraph(9))])
    breaks = break_legs(galley, [Leg(10), Leg(10)], MAKEUP)
    assert [leg.end for leg in breaks.ends] == [10, 20]
    assert [row for row, _ in standing(galley, 10, breaks.ends[1])] == list(range(10))


def test_rows_left_over_are_spread_above_a_subhead() -> None:
    galley = Galley([(*paragraph(5), subhead(), *paragraph(6), *paragraph(8))])
    first = break_legs(galley, [Leg(14), Leg(8)], MAKEUP).ends[0]
    assert (first.end, first.spread, first.empty) == (12, 1, 0)
    assert [row for row, _ in standing(galley, 0, first)][-1] == 13


def test_a_block_deeper_than_its_leg_is_left_for_the_next() -> None:
    assert ends([Block((), 12)], [10, 14]) == [0, 1]


def test_level_legs_differ_by_one_line_at_most() -> None:
    galley = Galley([tuple(paragraph(100))])
    breaks, depth = level_legs(galley, [0, 0, 0], MAKEUP)
    begins = [0, *(leg.end for leg in breaks.ends)]
    assert depth == 34
    assert sorted(end.end - begin for begin, end in zip(begins, breaks.ends, strict=False)) == [33, 33, 34]


@st.composite
def galleys(draw: st.DrawFn) -> list[Block]:
    blocks: list[Block] = []
    for lines in draw(st.lists(st.integers(1, 5), min_size=1, max_size=4)):
        if blocks and draw(st.booleans()):
            blocks.append(subhead())
        blocks += paragraph(lines)
    return blocks[:12]


@given(galleys(), st.lists(st.integers(3, 6), min_size=1, max_size=3))
def test_the_ends_are_the_cheapest_there_are(blocks: list[Block], legs: list[int]) -> None:
    galley = Galley([tuple(blocks)])
    found = break_legs(galley, [Leg(rows) for rows in legs], MAKEUP)
    if found.ends[-1].end != len(blocks):
        return
    best = min(
        (cost for cost in (_price(galley, legs, chosen) for chosen in _choices(galley, legs)) if cost is not None),
        default=None,
    )
    if best is not None:
        assert found.cost <= best


def _choices(galley: Galley, legs: list[int]) -> list[tuple[int, ...]]:
    last = len(galley.blocks)
    inner = product(range(1, last + 1), repeat=len(legs) - 1)
    chosen = [(*ends, last) for ends in inner]
    return [ends for ends in chosen if all(a < b or a == b == last for a, b in pairwise(ends))]


def _price(galley: Galley, legs: list[int], chosen: tuple[int, ...]) -> int | None:
    """What a choice of ends costs, counted without the program's own sums; None where it is not allowed."""
    costs, price, begin, last = MAKEUP.costs, 0, 0, len(galley.blocks)
    for rows, end in zip(legs, chosen, strict=True):
        blocks = galley.blocks[begin:end]
        depth = sum(block.rows for block in blocks) + sum(block.rows_above for block in blocks[1:])
        if depth > rows or (blocks and end != last and blocks[-1].break_after is Breaking.FORBIDDEN):
            return None
        spread = 0 if end == last else min(rows - depth, sum(block.spread for block in blocks[1:]))
        price += (rows - depth - spread) ** 2 * costs.empty_row + spread * spread * costs.spread_row
        begin = end
    return price


Story = tuple[list[tuple[Block, ...]], dict[int, tuple[Way, ...]]]
"""Strips as they are naturally set, and all ways of those that have several."""


def optional(rows: int, white: int = 0) -> tuple[Block, ...]:
    """A piece that may be left out, with white above it that may be spread."""
    return (Block((), rows, rows_above=white, spread=2 * white, kind="pull quote"),)


def set_in(lines: int, hyphens: frozenset[int]) -> tuple[Block, ...]:
    """A paragraph, some of its lines divided."""
    blocks = paragraph(lines)
    return tuple(
        replace(block, break_after=Breaking.HYPHEN)
        if number in hyphens and block.break_after is Breaking.ALLOWED and number < lines
        else block
        for number, block in enumerate(blocks, 1)
    )


@st.composite
def text(draw: st.DrawFn) -> tuple[tuple[Block, ...], tuple[Way, ...]]:
    """A paragraph, perhaps with a line more or fewer."""
    lines = draw(st.integers(1, 5))
    hyphens = draw(st.frozensets(st.integers(1, 5), max_size=2))
    natural = set_in(lines, hyphens)
    others = [
        Way(set_in(lines + more, hyphens), draw(st.sampled_from((300, 700, 1400))))
        for more in (1, -1)
        if lines + more and draw(st.booleans())
    ]
    return natural, (Way(natural), *others)


@st.composite
def picture(draw: st.DrawFn) -> tuple[tuple[Block, ...], tuple[Way, ...]]:
    """A picture in the text, which may be deeper and shallower."""
    rows = draw(st.integers(2, 4))
    changes = draw(st.frozensets(st.sampled_from((-2, -1, 1, 2)), max_size=2))
    others = (Way((Block((), max(1, rows + by)),), abs(by) * MAKEUP.costs.picture_row) for by in sorted(changes))
    natural = (Block((), rows),)
    return natural, (Way(natural), *others)


@st.composite
def quotation(draw: st.DrawFn) -> tuple[tuple[Block, ...], tuple[Way, ...]]:
    """A piece that may be left out."""
    natural = optional(draw(st.integers(2, 3)))
    return natural, (Way(natural), Way((), MAKEUP.costs.left_out))


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Up to five strips, the last no subhead, and none before a piece that may be left out at the end."""
    headed, quoted = st.tuples(st.just(((subhead(),), ())), text()), st.tuples(quotation(), text())
    parts = draw(st.lists(st.one_of(st.tuples(text()), st.tuples(picture()), quoted, headed), max_size=3))
    strips = [strip for part in parts for strip in part][:4]
    headed = strips and not strips[-1][1]
    strips.append(draw(text() if headed else st.one_of(text(), quotation())))
    return [natural for natural, _ in strips], {n: ways for n, (_, ways) in enumerate(strips) if len(ways) > 1}


@st.composite
def legs_for(draw: st.DrawFn, story: Story) -> list[Leg]:
    """One to three legs in which about as many rows are free as the story naturally takes."""
    galley, count = Galley(story[0]), draw(st.integers(1, 3))
    free = max(count * 3, galley.depth(0, len(galley.blocks)) + draw(st.integers(-2, 3)))
    rows = [free // count + draw(st.integers(-1, 1)) for _ in range(count - 1)]
    turns = [draw(st.sampled_from((Turn.LEG, Turn.LEG, Turn.PAGE))) for _ in rows]
    return [*map(Leg, rows, turns), Leg(max(1, free - sum(rows)))]


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_ways_and_ends_are_the_cheapest_together(data: st.DataObject) -> None:
    story = data.draw(stories())
    legs = data.draw(legs_for(story))
    natural, ways = story
    found = break_legs(Galley(natural).in_ways(ways), legs, MAKEUP)
    nearby = _cheapest(story, legs, WINDOW_IN_WAYS)
    if nearby is not None:
        # Ends farther from the foot are not looked at while there are nearer ones: a cheaper one may lie among them.
        assert found.complete and found.cost <= nearby
    if found.complete and found.cost < MAKEUP.costs.widow:
        assert found.cost == sum(way.cost for _, way in found.ways) + _counted(found.galley, legs, found.ends)
        best = _cheapest(story, legs)
        assert best is not None and found.cost >= best


def test_no_leg_is_too_deep_below_a_piece_left_out_at_its_head() -> None:
    ends_of_legs_are_sound([tuple(paragraph(4)), optional(2, 1), tuple(paragraph(5))], [Leg(4), Leg(4)], left_out=1)


def test_white_of_a_piece_left_out_is_not_spread() -> None:
    ends_of_legs_are_sound([tuple(paragraph(4)), optional(4, 1), tuple(paragraph(8))], [Leg(8), Leg(5)], left_out=1)


def test_a_piece_left_out_may_be_the_last() -> None:
    ends_of_legs_are_sound([tuple(paragraph(4)), optional(4)], [Leg(4)], left_out=1)


def ends_of_legs_are_sound(strips: list[tuple[Block, ...]], legs: list[Leg], left_out: int) -> None:
    """The cheapest ends there are, truly accounted, where one piece may be left out."""
    ways = {left_out: (Way(strips[left_out]), Way((), MAKEUP.costs.left_out))}
    found, best = break_legs(Galley(strips).in_ways(ways), legs, MAKEUP), _cheapest((strips, ways), legs)
    assert found.complete == (best is not None)
    if found.complete:
        assert found.cost == best
        assert found.cost == sum(way.cost for _, way in found.ways) + _counted(found.galley, legs, found.ends)


def _cheapest(story: Story, legs: Sequence[Leg], reach: int | None = None) -> int | None:
    """The least price over all combinations of ways and ends; with `reach`, legs before the story's end hold something and
    end at most so many rows above their feet. None where there is none."""
    strips, ways = story
    prices = []
    for chosen in product(*(ways.get(number, (Way(strip),)) for number, strip in enumerate(strips))):
        price = _cheapest_ends([block for way in chosen for block in way.blocks], legs, reach)
        if price is not None:
            prices.append(price + sum(way.cost for way in chosen))
    return min(prices, default=None)


def _cheapest_ends(blocks: list[Block], legs: Sequence[Leg], reach: int | None = None) -> int | None:
    """The same for blocks as they are."""
    last = len(blocks)

    @cache
    def rest(begin: int, number: int) -> int | None:
        if number == len(legs):
            return 0 if begin == last else None
        prices = []
        for end in range(begin, last + 1):
            own = _leg_price(blocks[begin:end], legs[number], ends=end == last)
            empty = legs[number].rows - _rows(blocks[begin:end])
            far = reach is not None and end != last and (end == begin or empty > reach)
            if own is None or far:
                continue
            more = rest(end, number + 1)
            prices += [own[0] + more] if more is not None else []
        return min(prices, default=None)

    return rest(0, 0)


def _rows(blocks: Sequence[Block]) -> int:
    return sum(block.rows for block in blocks) + sum(block.rows_above for block in blocks[1:])


def _leg_price(blocks: Sequence[Block], leg: Leg, *, ends: bool) -> tuple[int, int] | None:
    """What one leg costs, and the rows that it spreads; None where it may not stand so."""
    costs, empty = MAKEUP.costs, leg.rows - _rows(blocks)
    breaking = blocks[-1].break_after if blocks and not ends else Breaking.ALLOWED
    if empty < 0 or breaking is Breaking.FORBIDDEN:
        return None
    spread = 0 if ends else min(empty, sum(block.spread for block in blocks[1:]))
    price = (empty - spread) ** 2 * costs.empty_row + spread * spread * costs.spread_row
    if breaking is Breaking.HYPHEN:
        price += costs.hyphen_at_leg_end if leg.turn is Turn.LEG else costs.hyphen_at_page_end
    return price, spread


def _counted(galley: Galley, legs: Sequence[Leg], ends: Sequence[LegEnd]) -> int:
    """The price of ends that were found, from the blocks that stand in each leg."""
    total = begin = 0
    for leg, end in zip(legs, ends, strict=True):
        own = _leg_price(galley.blocks[begin : end.end], leg, ends=end.end == len(galley.blocks))
        assert own is not None, "no leg is too deep, or ends where it must not"
        assert own[1] == end.spread, "white is spread where blocks allow it"
        total, begin = total + own[0], end.end
    return total
