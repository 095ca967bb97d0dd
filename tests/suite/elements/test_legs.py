"""Where legs end: the cheapest ends, level feet, no orphan, widow or stranded subhead."""

from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from layout.elements.legs import Galley, Leg, break_legs, level_legs, standing
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
