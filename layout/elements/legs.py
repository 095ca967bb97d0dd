"""Breaking a galley into legs: a box's own and, through make-up, a page's.

Takes blocks and the rows of each leg, gives where each leg ends and how many rows it spreads. Knows nothing of pages,
pictures or type. The breaks of all legs are chosen together by dynamic programming over (leg, block): the cost of a
leg is that of the rows it leaves empty, the rows it spreads and the break it ends on (after Plass, Optimal Pagination
Techniques for Automatic Typesetting Systems, Stanford 1981; Mittelbach, A General LuaTeX Framework for Globally
Optimized Pagination, Computational Intelligence 35, 2019). Only ends within a few rows of a leg's foot are looked at,
so time grows with the galley's length times that window.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from layout.model.page import Block, Breaking, Placed
from layout.model.style import Makeup
from layout.units import Emu

WINDOW = 6


@dataclass(frozen=True, slots=True)
class LegEnd:
    """A leg takes the blocks before `end` and spreads `spread` rows of white among them; `empty` rows stay."""

    end: int
    spread: int
    empty: int


@dataclass(frozen=True, slots=True)
class Breaks:
    """The ends of all legs, and what they cost in the style's terms."""

    ends: tuple[LegEnd, ...]
    cost: int


class Galley:
    """Blocks with the running sums that make a leg's depth one subtraction."""

    __slots__ = ("above", "blocks", "rows", "spreads")

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks
        self.above = [block.rows_above for block in blocks]
        self.rows = [0, *accumulate(block.rows + block.rows_above for block in blocks)]
        self.spreads = [0, *accumulate(block.spread for block in blocks)]

    def depth(self, start: int, end: int) -> int:
        """Rows of a leg that holds blocks `start` to `end`; white above its first block vanishes."""
        return self.rows[end] - self.rows[start] - self.above[start] if end > start else 0

    def fits(self, start: int, rows: int) -> int:
        """The last end of a leg from `start` that is no deeper than `rows`."""
        if start >= len(self.blocks):
            return start
        return bisect_right(self.rows, self.rows[start] + self.above[start] + rows) - 1

    def spreadable(self, start: int, end: int) -> int:
        """Rows that may be spread in such a leg; none above its first block."""
        return self.spreads[end] - self.spreads[start + 1] if end > start else 0

    def words(self, start: int, end: int) -> int:
        """Source words of blocks `start` to `end`."""
        return sum(block.words for block in self.blocks[start:end])


def break_legs(galley: Galley, start: int, legs: Sequence[int], makeup: Makeup) -> Breaks:
    """The cheapest ends for legs of the given rows, from block `start` on.

    Total: where no legal break fits, the least bad one is taken; what does not fit stays after the last leg's end.
    """
    states: dict[int, tuple[int, tuple[LegEnd, ...]]] = {start: (0, ())}
    for rows in legs:
        reached: dict[int, tuple[int, tuple[LegEnd, ...]]] = {}
        for begin, (cost, ends) in states.items():
            for leg, price in _leg_ends(galley, begin, rows, makeup):
                total = cost + price
                if leg.end not in reached or total < reached[leg.end][0]:
                    reached[leg.end] = (total, (*ends, leg))
        states = reached
    last = len(galley.blocks)
    end = last if last in states else min(states, key=lambda end: (states[end][0], -end))
    return Breaks(states[end][1], states[end][0])


def _leg_ends(galley: Galley, begin: int, rows: int, makeup: Makeup) -> Iterator[tuple[LegEnd, int]]:
    """The ends worth considering for one leg, each with its price."""
    blocks, last, costs = galley.blocks, len(galley.blocks), makeup.costs
    fullest = end = max(begin, galley.fits(begin, rows))
    depths = galley.rows
    base = depths[begin] + galley.above[begin] if begin < last else 0
    found = False
    while end > begin:
        empty = rows - depths[end] + base
        if found and empty > WINDOW:
            break
        breaking = blocks[end - 1].break_after
        if end == last or breaking is not Breaking.FORBIDDEN:
            found = True
            spread = 0 if end == last or not empty else min(empty, galley.spreadable(begin, end))
            price = (empty - spread) ** 2 * costs.empty_row + spread * spread * costs.spread_row
            if breaking is Breaking.HYPHEN:
                price += costs.hyphen_at_leg_end
            yield LegEnd(end, spread, empty - spread), price
        end -= 1
    if not found:
        yield LegEnd(begin, 0, rows), rows * rows * costs.empty_row
        if fullest > begin:
            yield LegEnd(fullest, 0, rows - galley.depth(begin, fullest)), costs.widow


def level_legs(galley: Galley, start: int, legs: Sequence[int], makeup: Makeup) -> tuple[Breaks, int]:
    """Legs that hold the whole rest of the galley and end as level as can be.

    `legs` is how much less than the deepest each leg holds (what a picture takes from it). Gives the breaks and the
    depth of the deepest leg. Tries depths from the least that could hold it all; the first that fits, or the one
    after it when that is cheaper, is taken.
    """
    last = len(galley.blocks)
    need = galley.depth(start, last)
    depth = max(max(legs, default=0), -(-(need + sum(legs)) // max(1, len(legs))))
    best: tuple[int, Breaks, int] | None = None
    for deeper in range(need + 2):
        breaks = break_legs(galley, start, [max(0, depth + deeper - less) for less in legs], makeup)
        if breaks.ends and breaks.ends[-1].end == last:
            price = breaks.cost + deeper * len(legs) * makeup.costs.uneven_row
            if best is None or price < best[0]:
                best = (price, breaks, depth + deeper)
            if deeper:
                break
    if best is None:
        return break_legs(galley, start, [depth - less for less in legs], makeup), depth
    return best[1], best[2]


def standing(galley: Galley, begin: int, leg: LegEnd) -> Iterator[tuple[int, Block]]:
    """The blocks of one leg with the rows that they stand on; spread rows go one by one to the blocks that allow them."""
    blocks = galley.blocks[begin : leg.end]
    extra = _shares(blocks, leg.spread)
    row = 0
    for position, block in enumerate(blocks):
        if position:
            row += block.rows_above + extra[position]
        yield row, block
        row += block.rows


def pour(galley: Galley, begin: int, leg: LegEnd, leading: Emu) -> tuple[Placed, ...]:
    """The paints of one leg from its top left corner."""
    return tuple(
        [
            Placed(p.x, p.y + row * leading, p.paint, p.part, p.span, p.story)
            for row, block in standing(galley, begin, leg)
            for p in block.paint
        ]
    )


def _shares(blocks: Sequence[Block], spread: int) -> list[int]:
    extra = [0] * len(blocks)
    while spread:
        before = spread
        for position in range(1, len(blocks)):
            if spread and extra[position] < blocks[position].spread:
                extra[position] += 1
                spread -= 1
        if spread == before:
            break
    return extra
