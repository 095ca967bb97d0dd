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

Make-up asks for the same text in many rooms that differ by a row or by a picture's place. So a galley keeps the states
after each leg by the legs before it (a tree: rooms that begin alike share their first legs), and the ends of a leg by the
place where it begins and its rows (rooms that begin differently still meet in those).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import copy
from enum import Enum
from itertools import accumulate
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


class _Measured(NamedTuple):
    """A way of a strip with the running sums of its rows and of those that it may spread, and the numbers of blocks after
    which a leg may end."""

    way: Way
    rows: tuple[int, ...]
    spreads: tuple[int, ...]
    cuts: tuple[int, ...]

    @staticmethod
    def of(way: Way) -> "_Measured":
        """A way as legs are broken over it."""
        rows = accumulate([block.rows + block.rows_above for block in way.blocks], initial=0)
        spreads = accumulate([block.spread for block in way.blocks], initial=0)
        cuts = [number for number, block in enumerate(way.blocks, 1) if block.break_after is not Breaking.FORBIDDEN]
        return _Measured(way, tuple(rows), tuple(spreads), tuple(cuts))

    def ending(self) -> "_Measured":
        """The same at the end of the galley, after which a leg may always end."""
        count = len(self.way.blocks)
        return self if not count or count in self.cuts else self._replace(cuts=(*self.cuts, count))

    def cuts_within(self, after: int, least: int, most: int) -> tuple[int, ...]:
        """The cuts after a block that have so many rows before them."""
        begin = max(bisect_right(self.cuts, after), bisect_left(self.cuts, least, key=self.rows.__getitem__))
        return self.cuts[begin : bisect_right(self.cuts, most, key=self.rows.__getitem__)]

    def above(self, block: int) -> tuple[int, int]:
        """The rows, and those that may be spread, that are not in a leg which begins with a block."""
        if block == len(self.way.blocks):
            return self.rows[block], self.spreads[block]
        return self.rows[block] + self.way.blocks[block].rows_above, self.spreads[block + 1]


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
    (`varied` are their numbers), `natural` the ends of legs in which there is none, `mixed` those of the others; legs that
    were broken once, `reached` from the first on, are not broken again. `others` are the same galley with other strips in
    several ways, for whoever asks for them again.
    """

    __slots__ = (
        "_makeup",
        "above",
        "at",
        "blocks",
        "measured",
        "mixed",
        "natural",
        "others",
        "reached",
        "rows",
        "spreads",
        "strip_of",
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
        self.mixed: dict[tuple[_Place, Leg], list[_End]] = {}
        self.measured: dict[int, tuple[_Measured, ...]] = {}
        self.others: dict[tuple[int, ...], Galley] = {}
        self.reached = _Reached({_START: _Path(0)})
        self._makeup: Makeup | None = None

    def in_ways(self, ways: dict[int, tuple[Way, ...]]) -> "Galley":
        """The same galley in which these strips have several ways; the ends of legs without them need not be found again."""
        other = copy(self)
        other.ways, other.varied = ways, sorted(ways)
        other.mixed, other.measured, other.others, other.reached = {}, {}, {}, _Reached(self.reached.states)
        return other

    def reached_for(self, makeup: Makeup) -> "_Reached":
        """What was found before, if it was priced by the same style: most tries begin with legs that were broken before."""
        if makeup is not self._makeup:
            self.natural, self.mixed, self.reached = {}, {}, _Reached(self.reached.states)
            self._makeup = makeup
        return self.reached

    def strips(self) -> list[tuple[Block, ...]]:
        """The natural blocks of each strip."""
        return [self.strip(number) for number in range(len(self.at) - 1)]

    def strip(self, number: int) -> tuple[Block, ...]:
        """The natural blocks of one strip."""
        return self.blocks[self.at[number] : self.at[number + 1]]

    def ways_of(self, number: int) -> tuple[_Measured, ...]:
        """All ways of one strip, the natural one first."""
        if number not in self.measured:
            ways = tuple(map(_Measured.of, self.ways.get(number) or (Way(self.strip(number)),)))
            last = number + 2 == len(self.at)
            self.measured[number] = tuple(way.ending() for way in ways) if last else ways
        return self.measured[number]

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


class _Reached:
    """The places that are reached by the end of a leg, each by its cheapest way, and what follows by the leg after it;
    `breaks` if it was the last."""

    __slots__ = ("breaks", "states", "then")

    def __init__(self, states: dict[_Place, _Path]) -> None:
        self.states = states
        self.then: dict[Leg, _Reached] = {}
        self.breaks: Breaks | None = None


def break_legs(galley: Galley, legs: Sequence[Leg], makeup: Makeup) -> Breaks:
    """The cheapest ends for legs of the given rows.

    Total: where no legal break fits, the least bad one is taken; what does not fit stays after the last leg's end.
    """
    reached = galley.reached_for(makeup)
    for leg in legs:
        if leg not in reached.then:
            reached.then[leg] = _Reached(_abreast(galley, _after(galley, reached.states, leg, makeup)))
        reached = reached.then[leg]
    if reached.breaks is None:
        reached.breaks = _breaks(galley, reached.states)
    return reached.breaks


def _after(galley: Galley, states: dict[_Place, _Path], leg: Leg, makeup: Makeup) -> dict[_Place, _Path]:
    """The cheapest way to each place where one more leg may end."""
    reached: dict[_Place, _Path] = {}
    for begin, path in states.items():
        for end in _ends(galley, begin, leg, makeup):
            total = path.price + end.price
            known = reached.get(end.place)
            if known is None or total < known.price:
                reached[end.place] = _Path(total, end, path)
    return reached


def _abreast(galley: Galley, states: dict[_Place, _Path]) -> dict[_Place, _Path]:
    """Those that have not fallen far behind: else each leg of a long story would have more states than the one before."""
    depths = {place: galley.rows[galley.at[place.strip] + place.block] for place in states}
    least = max(depths.values()) - FARTHEST_BEHIND
    return {place: path for place, path in states.items() if depths[place] >= least}


def _breaks(galley: Galley, states: dict[_Place, _Path]) -> Breaks:
    """By the cheapest way to the galley's end or, where none leads there, the cheapest of all."""
    last = _Place(len(galley.at) - 1, 0, 0)
    place = last if last in states else min(states, key=lambda place: (states[place].price, -place.strip, -place.block))
    path = states[place]
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
        nearest = _mixed_ends(galley, begin, leg, makeup)
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


_Sums: TypeAlias = dict[int, tuple[int, tuple[tuple[int, Way], ...], int]]
"""By rows more or fewer than natural: the least price, the ways that make it, and the rows that they may spread less."""


def _mixed_ends(galley: Galley, begin: _Place, leg: Leg, makeup: Makeup) -> list[_End]:
    """The ends where strips have several ways: those near the foot or, where there are none, those nearest to it."""
    ends = galley.mixed.get((begin, leg))
    if ends is None:
        ends = _all_ends(galley, begin, leg, makeup, WINDOW_IN_WAYS)
        ends = ends or _nearest(_all_ends(galley, begin, leg, makeup, leg.rows))
        ends += _ends_without(galley, begin, leg, makeup)
        galley.mixed[begin, leg] = ends
    return ends


def _all_ends(galley: Galley, begin: _Place, leg: Leg, makeup: Makeup, reach: int) -> list[_End]:
    """The ends at most `reach` rows above the foot."""
    ends = _ends_in_ways(galley, begin, leg, makeup, reach, len(galley.at) - 1)
    return [*ends, *_ends_before(galley, begin, leg, makeup, reach)]


def _ends_without(galley: Galley, begin: _Place, leg: Leg, makeup: Makeup) -> Iterator[_End]:
    """The ends where a piece at the leg's head is left out: the leg begins with what follows, whose white vanishes."""
    out = None if begin.block else _left_out(galley, begin.strip)
    if out is not None:
        for end in _ends(galley, _Place(begin.strip + 1, 0, 0), leg, makeup):
            yield end._replace(price=end.price + out.cost, inside=((begin.strip, out), *end.inside))


def _ends_before(galley: Galley, begin: _Place, leg: Leg, makeup: Makeup, reach: int) -> Iterator[_End]:
    """The ends after which the last piece of the galley is left out: the galley ends there."""
    last = len(galley.at) - 2
    out = _left_out(galley, last)
    if out is None:
        return
    for end in _ends_in_ways(galley, begin, leg, makeup, reach, last):
        if end.place == (last, 0, 0):
            whole, price = _Place(last + 1, 0, 0), end.price + out.cost
            yield end._replace(place=whole, price=price, inside=(*end.inside, (last, out)))


def _left_out(galley: Galley, strip: int) -> Way | None:
    """The way in which a strip that has others is left out."""
    ways = galley.ways.get(strip, ())
    return next((way for way in ways[1:] if ways[0].blocks and not way.blocks), None)


def _ends_in_ways(galley: Galley, begin: _Place, leg: Leg, makeup: Makeup, reach: int, count: int) -> list[_End]:
    """The ends in the first `count` strips: strip by strip those inside it in each of its ways, with every sum of rows that
    the strips before it in the leg allow, each at its least price. A kernel: its states would be copied by callees."""
    found = dict[_Place, _End]()
    depth = spread = 0
    bare, first, highest = True, begin.block, leg.rows - reach
    sums: _Sums = {0: (0, (), 0)}
    for strip in range(begin.strip, count):
        least, most = min(sums), max(sums)
        if depth + least > leg.rows:
            break
        ways = galley.ways_of(strip)
        if first:
            ways = ways[begin.way : begin.way + 1]
        for number, measured in enumerate(ways):
            way, rows, spreads, _ = measured
            above, held = measured.above(first) if bare else (0, 0)
            base = depth - above
            for cut in measured.cuts_within(first, highest - most - base, leg.rows - least - base):
                deep, whole = base + rows[cut], cut == len(way.blocks)
                final = whole and strip + 1 == count
                breaking = Breaking.ALLOWED if final else way.blocks[cut - 1].break_after
                place = _Place(strip + 1, 0, 0) if whole else _Place(strip, begin.way if first else number, cut)
                own, cost = ((strip, way),) if whole and number else (), 0 if first else way.cost
                # Of ways that cost the same, a row is spread rather than a paragraph set longer.
                for empty in range(reach, -1, -1):
                    chosen = sums.get(leg.rows - deep - empty)
                    if chosen is None:
                        continue
                    spreading = 0 if final else min(empty, spread + spreads[cut] - held - chosen[2])
                    total = chosen[0] + cost + _price(empty, spreading, breaking, leg, makeup)
                    if place not in found or total < found[place].price:
                        found[place] = _End(place, spreading, empty - spreading, total, (*chosen[1], *own))
        natural = ways[0]
        if natural.way.blocks:
            above, held = natural.above(first) if bare else (0, 0)
            depth, spread, bare = depth + natural.rows[-1] - above, spread + natural.spreads[-1] - held, False
        sums, first = _summed(sums, strip, _standing(ways) if strip == begin.strip else ways), 0
    return list(found.values())


def _standing(ways: tuple[_Measured, ...]) -> tuple[_Measured, ...]:
    """The ways of a strip but that in which it is left out."""
    return ways[:1] + tuple(measured for measured in ways[1:] if measured.way.blocks)


def _summed(sums: _Sums, strip: int, ways: tuple[_Measured, ...]) -> _Sums:
    """The sums of rows with one strip more."""
    if len(ways) == 1:
        return sums
    joined: _Sums = {}
    for number, (way, rows, spreads, _) in enumerate(ways):
        change, less = rows[-1] - ways[0].rows[-1], ways[0].spreads[-1] - spreads[-1]
        own = ((strip, way),) if number else ()
        for more, (price, inside, lost) in sums.items():
            total = more + change
            known = joined.get(total)
            if abs(total) <= FARTHEST and (known is None or price + way.cost < known[0]):
                joined[total] = (price + way.cost, (*inside, *own), lost + less)
    return joined


def _nearest(ends: list[_End]) -> list[_End]:
    """Those that come nearest to the foot."""
    least = min((end.empty + end.spread for end in ends), default=0)
    return [end for end in ends if end.empty + end.spread == least]


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
