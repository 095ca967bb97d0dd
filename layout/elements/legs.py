"""Breaking a galley into legs: a box's own and, through make-up, a page's.

Takes strips of blocks and the rows of each leg, gives where each leg ends, how many rows it spreads and which way each
strip is set. Knows nothing of pages, pictures or type.

The breaks of all legs are chosen together by dynamic programming. The state between two legs is a place in the galley:
(strip, way, block). A leg costs what the rows that it leaves empty cost, the rows that it spreads, the break it ends on,
and the ways other than the natural one in which its strips are set: those of the strips wholly inside a leg are a knapsack
over their sum of rows, so they never enter the state (after Plass, Optimal Pagination Techniques for Automatic
Typesetting Systems, Stanford 1981; Mittelbach, A General LuaTeX Framework for Globally Optimized Pagination,
Computational Intelligence 35, 2019, whose paragraph variants these ways are). Only ends within a few rows of a leg's
foot are looked at, so time grows with the galley's length times that window.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import copy
from enum import Enum
from itertools import accumulate, takewhile
from typing import NamedTuple, TypeAlias

from layout.model.page import Block, Breaking, Misfit, Placed
from layout.model.style import Makeup
from layout.model.text import LineFit
from layout.record import record
from layout.units import Emu

WINDOW = 6
"""Rows above a leg's foot within which ends are looked at."""

WINDOW_IN_WAYS = 3
"""The same where strips have several ways, so that ends near the foot are many."""

FARTHEST = 12
"""Most rows by which the ways of one leg's strips may differ from their natural ones together."""

FARTHEST_BEHIND = 24
"""Rows by which all legs so far together may be emptier than those of the fullest way."""


@record
class Way:
    """One way to set a strip: its blocks, what it costs, and what it is called in the story's account."""

    blocks: tuple[Block, ...]
    cost: int = 0
    note: str = ""


class Turn(Enum):
    """What follows a leg: another beside it, or another page."""

    LEG = "leg"
    PAGE = "page"


class Leg(NamedTuple):
    """A leg to be filled: its rows and what follows it."""

    rows: int
    turn: Turn = Turn.LEG


@record
class LegEnd:
    """A leg takes the blocks before `end` and spreads `spread` rows of white among them; `empty` rows stay."""

    end: int
    spread: int
    empty: int


@record
class Breaks:
    """The ends of all legs, counted in `galley`, what they cost in the style's terms, and the ways taken by strip."""

    galley: "Galley"
    ends: tuple[LegEnd, ...]
    cost: int
    ways: tuple[tuple[int, Way], ...] = ()

    @property
    def complete(self) -> bool:
        """Whether the galley ends in the last leg."""
        return (self.ends[-1].end if self.ends else 0) == len(self.galley.blocks)


class Galley:
    """Strips one under the other: paragraphs and pieces, each with the ways it may be set, the natural one first.

    Keeps the running sums that make a leg's depth one subtraction. `ways` holds those strips that have more than one
    (`varied` are their numbers), `natural` the ends of legs in which there is none.
    """

    __slots__ = (
        "_makeup",
        "above",
        "at",
        "blocks",
        "natural",
        "rows",
        "spreads",
        "strip_of",
        "trail",
        "varied",
        "ways",
    )

    def __init__(self, strips: Sequence[tuple[Block, ...]], ways: dict[int, tuple[Way, ...]] | None = None) -> None:
        self.blocks = tuple([block for strip in strips for block in strip])
        self.at = [0, *accumulate(map(len, strips))]
        self.strip_of = [number for number, strip in enumerate(strips) for _ in strip]
        self.above = [block.rows_above for block in self.blocks]
        self.rows = [0, *accumulate([block.rows + block.rows_above for block in self.blocks])]
        self.spreads = [0, *accumulate([block.spread for block in self.blocks])]
        self.ways = {} if ways is None else ways
        self.varied = sorted(self.ways)
        self.natural: dict[tuple[_Place, Leg], list[_End]] = {}
        self.trail: _Trail = []
        self._makeup: Makeup | None = None

    def in_ways(self, ways: dict[int, tuple[Way, ...]]) -> "Galley":
        """The same galley in which these strips have several ways; the ends of legs without them need not be found again."""
        other = copy(self)
        other.ways, other.varied, other.trail = ways, sorted(ways), []
        return other

    def trail_for(self, makeup: Makeup) -> "_Trail":
        """The legs that were broken last, each with the ways to its end: mostly only a last page's are tried anew."""
        if makeup is not self._makeup:
            self.natural, self.trail, self._makeup = {}, [], makeup
        return self.trail

    def strips(self) -> list[tuple[Block, ...]]:
        """The natural blocks of each strip."""
        return [self.strip(number) for number in range(len(self.at) - 1)]

    def strip(self, number: int) -> tuple[Block, ...]:
        """The natural blocks of one strip."""
        return self.blocks[self.at[number] : self.at[number + 1]]

    def ways_of(self, number: int) -> tuple[Way, ...]:
        """All ways of one strip, the natural one first."""
        return self.ways.get(number) or (Way(self.strip(number)),)

    def place(self, end: int) -> "_Place":
        """The place before a block, counted over the natural blocks."""
        if end == len(self.blocks):
            return _Place(len(self.at) - 1, 0, 0)
        strip = self.strip_of[end]
        return _Place(strip, 0, end - self.at[strip])

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

    def chosen(self, ways: Sequence[tuple[int, Way]]) -> "Galley":
        """The galley with some strips set another way, for good."""
        if not ways:
            return self
        strips = self.strips()
        for number, way in ways:
            strips[number] = way.blocks
        return Galley(strips)


class _Place(NamedTuple):
    """A place between two legs: before block `block` of strip `strip` set in its way number `way`."""

    strip: int
    way: int
    block: int


_START = _Place(0, 0, 0)


class _End(NamedTuple):
    """A way to end a leg: where, at what price, and the ways taken by the strips wholly inside."""

    place: _Place
    spread: int
    empty: int
    price: int
    inside: tuple[tuple[int, Way], ...]


class _Path(NamedTuple):
    """The cheapest way to a place: its price, the last leg's end and the way to that leg."""

    price: int
    end: _End | None = None
    before: "_Path | None" = None

    def ends(self) -> list[_End]:
        """The ends of all legs so far."""
        ends, path = list[_End](), self
        while path.end is not None and path.before is not None:
            ends.append(path.end)
            path = path.before
        return ends[::-1]


_Trail: TypeAlias = list[tuple[Leg, dict[_Place, _Path]]]


def break_legs(galley: Galley, legs: Sequence[Leg], makeup: Makeup) -> Breaks:
    """The cheapest ends for legs of the given rows.

    Total: where no legal break fits, the least bad one is taken; what does not fit stays after the last leg's end.
    """
    trail = galley.trail_for(makeup)
    same = sum(1 for _ in takewhile(lambda pair: pair[0][0] == pair[1], zip(trail, legs, strict=False)))
    del trail[same:]
    states = trail[-1][1] if trail else {_START: _Path(0)}
    for leg in legs[same:]:
        reached: dict[_Place, _Path] = {}
        for begin, path in states.items():
            for end in _ends(galley, begin, leg, makeup):
                total = path.price + end.price
                known = reached.get(end.place)
                if known is None or total < known.price:
                    reached[end.place] = _Path(total, end, path)
        states = _abreast(galley, reached)
        trail.append((leg, states))
    last = _Place(len(galley.at) - 1, 0, 0)
    place = last if last in states else min(states, key=lambda place: (states[place].price, -place.strip, -place.block))
    return _breaks(galley, states[place])


def _abreast(galley: Galley, states: dict[_Place, _Path]) -> dict[_Place, _Path]:
    """Those that have not fallen far behind: else each leg of a long story would have more states than the one before."""
    depths = {place: galley.rows[galley.at[place.strip] + place.block] for place in states}
    least = max(depths.values()) - FARTHEST_BEHIND
    return {place: path for place, path in states.items() if depths[place] >= least}


def _breaks(galley: Galley, path: _Path) -> Breaks:
    chosen = path.ends()
    ways = {number: way for end in chosen for number, way in end.inside}
    ways |= {end.place.strip: galley.ways[end.place.strip][end.place.way] for end in chosen if end.place.way}
    ordered = tuple(sorted(ways.items()))
    set_galley = galley.chosen(ordered)
    ends = tuple(LegEnd(set_galley.at[end.place.strip] + end.place.block, end.spread, end.empty) for end in chosen)
    return Breaks(set_galley, ends, path.price, ordered)


def _ends(galley: Galley, begin: _Place, leg: Leg, makeup: Makeup) -> list[_End]:
    """The ends worth considering for one leg."""
    if galley.ways:
        if not begin.way and not _meets_ways(galley, begin, leg):
            return _natural_ends(galley, begin, leg, makeup)[::-1]
        nearest = _nearest(_ends_in_ways(galley, begin, leg, makeup))
        if nearest:
            return nearest
    if begin.way:
        return [_End(begin, 0, leg.rows, leg.rows * leg.rows * makeup.costs.empty_row, ())]
    return _natural_ends(galley, begin, leg, makeup)


def _meets_ways(galley: Galley, begin: _Place, leg: Leg) -> bool:
    """Whether a strip that may be set in several ways would begin in the leg."""
    fullest = galley.fits(galley.at[begin.strip] + begin.block, leg.rows)
    after = bisect_left(galley.varied, begin.strip)
    return after < len(galley.varied) and galley.at[galley.varied[after]] <= fullest


def _natural_ends(galley: Galley, begin: _Place, leg: Leg, makeup: Makeup) -> list[_End]:
    """The ends where no strip has another way; they are asked for again whenever another page is tried."""
    ends = galley.natural.get((begin, leg))
    if ends is None:
        ends = galley.natural[begin, leg] = list(_from_the_foot(galley, begin, leg, makeup))
    return ends


def _from_the_foot(galley: Galley, begin: _Place, leg: Leg, makeup: Makeup) -> Iterator[_End]:
    """The bulk of all text, in one loop from the foot upward."""
    blocks, last, depths = galley.blocks, len(galley.blocks), galley.rows
    start = galley.at[begin.strip] + begin.block
    fullest = end = max(start, galley.fits(start, leg.rows))
    base = depths[start] + galley.above[start] if start < last else 0
    found = False
    while end > start:
        empty = leg.rows - depths[end] + base
        if found and empty > WINDOW:
            break
        breaking = blocks[end - 1].break_after
        if end == last or breaking is not Breaking.FORBIDDEN:
            found = True
            spread = 0 if end == last or not empty else min(empty, galley.spreadable(start, end))
            price = _price(empty, spread, Breaking.ALLOWED if end == last else breaking, leg, makeup)
            yield _End(galley.place(end), spread, empty - spread, price, ())
        end -= 1
    if not found:
        yield _End(begin, 0, leg.rows, leg.rows * leg.rows * makeup.costs.empty_row, ())
        if fullest > start:
            yield _End(galley.place(fullest), 0, leg.rows - galley.depth(start, fullest), makeup.costs.widow, ())


def _price(empty: int, spread: int, breaking: Breaking, leg: Leg, makeup: Makeup) -> int:
    costs = makeup.costs
    price = (empty - spread) ** 2 * costs.empty_row + spread * spread * costs.spread_row
    if breaking is Breaking.HYPHEN:
        price += costs.hyphen_at_leg_end if leg.turn is Turn.LEG else costs.hyphen_at_page_end
    return price


_Sums: TypeAlias = dict[int, tuple[int, tuple[tuple[int, Way], ...]]]
"""By rows more or fewer than natural: the least price, and the ways that make it."""


def _ends_in_ways(galley: Galley, begin: _Place, leg: Leg, makeup: Makeup) -> list[_End]:
    """The ends where strips have several ways: strip by strip those inside it in each of its ways, with every sum of rows
    that the strips before it in the leg allow, each at its least price. A kernel: its states would be copied by callees."""
    count, found = len(galley.at) - 1, dict[_Place, _End]()
    depth = spread = 0
    bare = True
    sums: _Sums = {0: (0, ())}
    for strip in range(begin.strip, count):
        if depth + min(sums) > leg.rows:
            break
        resumed = strip == begin.strip and begin.block > 0
        ways = galley.ways_of(strip)
        if resumed:
            ways = (Way(ways[begin.way].blocks[begin.block :]),)
        far = not resumed and strip + 1 < count and depth + max(sums) + max(map(_rows, ways)) < leg.rows - FARTHEST
        for number, way in enumerate(() if far else ways):
            deep, white, head = depth, spread, bare
            for taken, block in enumerate(way.blocks, 1):
                deep += block.rows + (0 if head else block.rows_above)
                white += 0 if head else block.spread
                head = False
                whole = taken == len(way.blocks)
                final = whole and strip + 1 == count
                if not final and (block.break_after is Breaking.FORBIDDEN or deep + max(sums) < leg.rows - FARTHEST):
                    continue
                if whole:
                    place, own = _Place(strip + 1, 0, 0), ((strip, way),) if number else ()
                else:
                    way_number, before = (begin.way, begin.block) if resumed else (number, 0)
                    place, own = _Place(strip, way_number, before + taken), ()
                for more, (price, inside) in sums.items():
                    empty = leg.rows - deep - more
                    if empty < 0:
                        continue
                    spreading = 0 if final else min(empty, white)
                    total = price + way.cost
                    total += _price(empty, spreading, Breaking.ALLOWED if final else block.break_after, leg, makeup)
                    if place not in found or total < found[place].price:
                        found[place] = _End(place, spreading, empty - spreading, total, (*inside, *own))
        for block in ways[0].blocks:
            depth += block.rows + (0 if bare else block.rows_above)
            spread += 0 if bare else block.spread
            bare = False
        sums = _summed(sums, strip, ways)
    return list(found.values())


def _summed(sums: _Sums, strip: int, ways: tuple[Way, ...]) -> _Sums:
    """The sums of rows with one strip more."""
    if len(ways) == 1:
        return sums
    natural = _rows(ways[0])
    joined: _Sums = {}
    for number, way in enumerate(ways):
        change = _rows(way) - natural
        own = ((strip, way),) if number else ()
        for more, (price, inside) in sums.items():
            total = more + change
            known = joined.get(total)
            if abs(total) <= FARTHEST and (known is None or price + way.cost < known[0]):
                joined[total] = (price + way.cost, (*inside, *own))
    return joined


def _rows(way: Way) -> int:
    return sum(block.rows + block.rows_above for block in way.blocks)


def _nearest(ends: list[_End]) -> list[_End]:
    """Those within the narrower window of the foot, else those that come nearest to it."""
    reach = max(WINDOW_IN_WAYS, min((end.empty + end.spread for end in ends), default=0))
    return [end for end in ends if end.empty + end.spread <= reach]


def level_legs(galley: Galley, less: Sequence[int], makeup: Makeup) -> tuple[Breaks, int]:
    """Legs that hold the whole galley and end as level as can be.

    `less` is how much less than the deepest each leg holds (what a picture takes from it). Gives the breaks and the
    depth of the deepest leg. Tries depths from the least that could hold it all; the first that fits, or the one
    after it when that is cheaper, is taken.
    """
    last = len(galley.blocks)
    need = galley.depth(0, last)
    shallowest = max(max(less, default=0), -(-(need + sum(less)) // max(1, len(less))))
    shallowest -= WINDOW if galley.ways else 0
    best: tuple[int, Breaks, int] | None = None
    for depth in range(max(0, shallowest), shallowest + need + WINDOW + 2):
        breaks = break_legs(galley, [Leg(max(0, depth - taken)) for taken in less], makeup)
        if breaks.complete:
            price = breaks.cost + depth * len(less) * makeup.costs.uneven_row
            if best is not None:
                return (breaks, depth) if price < best[0] else best[1:]
            best = (price, breaks, depth)
    if best is None:
        return break_legs(galley, [Leg(max(0, shallowest - taken)) for taken in less], makeup), shallowest
    return best[1:]


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
            for p in (block.paint_above + block.paint if row and block.paint_above else block.paint)
        ]
    )


def misfits(galley: Galley, begin: int, leg: LegEnd, measure: Emu) -> Iterator[Misfit]:
    """The lines of one leg that did not meet their measure, from its top left corner."""
    if any(block.fit is not LineFit.FITS for block in galley.blocks[begin : leg.end]):
        for row, block in standing(galley, begin, leg):
            if block.fit is not LineFit.FITS:
                yield Misfit(block, 0, row, measure)


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
