"""Where a paragraph's lines end: total fit.

Takes widths, gives break indices; knows no fonts and no letters. After Knuth and Plass, Breaking Paragraphs into Lines,
Software: Practice and Experience 11 (1981), 1119-1184, with what narrow measures need on top: every break carries three
widths (natural, at most, at least), so that word space, letter space and glyph scaling give together; hyphens on end are
counted and limited; a last line must not be a runt; every line may have a measure of its own; and it never fails: where no
line stays within the limits they are widened, and what fits nowhere makes an overfull line.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import inf
from operator import add
from typing import TypeAlias

from layout.model.style import LineCosts
from layout.record import record

WORD_END, HYPHENATED = 0, 1
"""Kinds of break. Anything but WORD_END is a line that ends in a hyphen."""

NEVER = 1e15
"""The end of a row after which no line may end: farther away than any measure reaches."""

OVERFULL = 1e12
"""Demerits of a line that fits in no measure: dearer than any paragraph without one."""

_LOOSEST = 20.0
"""No line counts as worse than this many times the limit: beyond it, all are equally bad."""

_TIGHT, _LOOSE = 0.5, 0.5
_FITNESSES = 4
_TOLERANCES = (1.0, 2.5, inf)


@record
class Items:
    """A paragraph as parallel columns, one row for each stretch of text that no line may divide.

    A line from row a to row b (inclusive) is `ends[b] - starts[a]` wide with its natural spaces, `ends_most[b] -
    starts_most[a]` stretched and `ends_least[b] - starts_least[a]` shrunk to the limits: prefix sums, in which an end
    counts the hyphen and what hangs into the margin, and a start leaves out the space before it. `kinds[b]` is the kind
    of the break after row b, `words[b]` the number of words that have ended with it. The last row ends the paragraph. Where
    no line may end, `ends[b]` and `ends_least[b]` are `NEVER`.
    """

    ends: Sequence[float]
    ends_most: Sequence[float]
    ends_least: Sequence[float]
    starts: Sequence[float]
    starts_most: Sequence[float]
    starts_least: Sequence[float]
    kinds: Sequence[int]
    words: Sequence[int]


@record
class Limits:
    """What no line may do: more than `hyphens_on_end` in a row; what makes a last line a runt: fewer than `runt_words`
    words and less than `runt_share` thousandths of the measure. `slack` is white that every line may leave unfilled:
    the rag of a ragged setting."""

    hyphens_on_end: int = 2
    runt_words: int = 2
    runt_share: int = 250
    slack: float = 0.0


_Ways: TypeAlias = dict[int, list[float]]
"""For one line start, by line number and run of hyphens: the least demerits by the fitness of the line before (four), and
where each came from (four whole numbers)."""


def break_lines(
    items: Items, first: Sequence[float], rest: float, costs: LineCosts, limits: Limits, looseness: int = 0
) -> tuple[int, ...]:
    """The rows after which lines end, the last row included.

    `first` are the measures of the first lines, `rest` that of all others. With `looseness` the paragraph takes so many
    lines more (or fewer) than its best, or as near to that as the limits allow (p. 1160). No rows give no lines.
    """
    if not items.ends:
        return ()
    for tolerance in _TOLERANCES:
        breaks = _Search(items, first, rest, costs, limits).best(tolerance, looseness)
        if breaks:
            return breaks
    raise AssertionError("the last pass breaks everything")


class _Search:
    """One search for the best breaks; its state lives only as long as `best` runs."""

    __slots__ = ("costs", "finals", "first", "items", "limits", "rest", "span", "ways")

    def __init__(self, items: Items, first: Sequence[float], rest: float, costs: LineCosts, limits: Limits) -> None:
        self.items, self.first, self.rest, self.costs, self.limits = items, first, rest, costs, limits
        self.span = (len(items.ends) + 1) * (limits.hyphens_on_end + 1)
        self.ways: list[_Ways | None] = [None] * len(items.ends)
        self.finals: list[tuple[float, int, int, int]] = []

    def best(self, tolerance: float, looseness: int) -> tuple[int, ...]:
        """The breaks of least demerits whose lines stretch at most `tolerance` times their limit; none if there are none."""
        numbered = inf if looseness else len(self.first)
        self._search(tolerance, numbered)
        if not self.finals:
            return ()
        final = min(self.finals)
        if looseness:
            wanted = final[1] + looseness
            final = min(self.finals, key=lambda way: (abs(way[1] - wanted), way))
        return self._trace(final[2], final[3])

    def _search(self, tolerance: float, numbered: float) -> None:  # noqa: C901, PLR0912, PLR0915
        """Fills `ways` and `finals` from left to right.

        Longer than our functions are, and without calls: its inner loop runs some hundred thousand times an issue.
        Lines are told apart by number only up to `numbered`.
        """
        items, first, rest = self.items, self.first, self.rest
        ends, ends_most, ends_least, kinds = items.ends, items.ends_most, items.ends_least, items.kinds
        starts, starts_most, starts_least = items.starts, items.starts_most, items.starts_least
        line_cost, hyphen_cost = self.costs.line, self.costs.hyphen**2
        on_end_cost, contrast = self.costs.hyphens_on_end, self.costs.contrast
        hyphens, slack = self.limits.hyphens_on_end, self.limits.slack
        step, measured, span, strict = hyphens + 1, len(first), self.span, tolerance == 1.0
        last = len(ends) - 1
        end_least = ends_least[last]
        opening, begin = first[0] if first else rest, step if numbered else 0
        # Ends are all but ascending (a hyphen may be wider than the letters after it); these are.
        farthest = list(accumulate(ends_most, max))
        nearest = list(accumulate(reversed(ends_least), min))
        nearest.reverse()
        ways = self.ways
        ways[0] = {0: [inf, 0.0, inf, inf, 0, 0, 0, 0]}
        for a in range(last + 1):
            here = ways[a]
            if here is None:
                continue
            start, start_most, start_least = starts[a], starts_most[a], starts_least[a]
            for key, (t0, t1, t2, t3, *_) in here.items():
                if key:
                    line, run = divmod(key, step)
                    origin, following = a * span + key, (line + 1 if line < numbered else line) * step
                    measure = first[line] if line < measured else rest
                else:
                    line = run = 0
                    origin, following, measure = a * span, begin, opening
                low = bisect_left(farthest, measure + start_most - slack, a, last) if strict else a
                high = bisect_right(nearest, measure + start_least, low, last)
                stuck = True
                for b in range(low, high):
                    natural = ends[b] - start
                    gap = measure - natural
                    # Neighbours on the scale of fitness follow each other for nothing, others for the contrast.
                    if gap >= 0:
                        room = ends_most[b] - start_most - natural + slack
                        if gap > room:
                            if gap > room * tolerance or (strict and room <= 0):
                                continue
                            ratio = gap / room if gap < room * _LOOSEST else _LOOSEST
                            fitness, total = 3, min(t3, t2, t1 + contrast, t0 + contrast)
                        else:
                            ratio = gap / room if room else 0.0
                            if ratio <= _LOOSE:
                                fitness, total = 1, min(t1, t2, t0, t3 + contrast)
                            else:
                                fitness, total = 2, min(t2, t1, t3, t0 + contrast)
                    else:
                        room = natural - ends_least[b] + start_least
                        if room + gap < 0:
                            continue
                        ratio = -gap / room
                        if ratio <= _TIGHT:
                            fitness, total = 1, min(t1, t2, t0, t3 + contrast)
                        else:
                            fitness, total = 0, min(t0, t1, t2 + contrast, t3 + contrast)
                    demerits = line_cost + 100.0 * ratio * ratio * ratio
                    total += demerits * demerits
                    target = following
                    if kinds[b]:
                        if run == hyphens:
                            continue
                        total += hyphen_cost
                        if run:
                            total += on_end_cost
                        target += run + 1
                    stuck = False
                    there = ways[b + 1]
                    if there is None:
                        ways[b + 1] = there = {}
                    if target in there:
                        known = there[target]
                        if total < known[fitness]:
                            known[fitness] = total
                            known[fitness + 4] = origin
                    else:
                        known = [inf, inf, inf, inf, 0, 0, 0, 0]
                        known[fitness] = total
                        known[fitness + 4] = origin
                        there[target] = known
                if end_least - start_least <= measure:
                    stuck = False
                    tight = min(t0, t1, t2 + contrast, t3 + contrast)
                    self._end(a, key, line, measure, (tight, min(t1, t2, t0, t3 + contrast)))
                if stuck and not strict and tolerance == inf:
                    self._overfill(a, key, following, min(t1, t2, t0, t3 + contrast), measure)

    def _end(self, a: int, key: int, line: int, measure: float, before: tuple[float, float]) -> None:
        """Notes the paragraph's last line, from row a: it may be short, but not a runt."""
        items, costs, limits = self.items, self.costs, self.limits
        last = len(items.ends) - 1
        natural = items.ends[last] - items.starts[a]
        ratio, total = 0.0, before[1]
        if natural > measure:
            ratio = (natural - measure) / (natural - items.ends_least[last] + items.starts_least[a])
            total = before[0] if ratio > _TIGHT else before[1]
        total += (costs.line + 100.0 * ratio * ratio * ratio) ** 2
        if a:
            if items.kinds[a - 1]:
                total += costs.hyphen_before_last
            words = items.words[last] - items.words[a - 1]
            if words < limits.runt_words and natural * 1000 < limits.runt_share * measure:
                total += costs.runt
        self.finals.append((total, line + 1, a, key * _FITNESSES + (0 if ratio > _TIGHT else 1)))

    def _overfill(self, a: int, key: int, following: int, before: float, measure: float) -> None:
        """A line from row a that fits nowhere ends as soon as it may."""
        items = self.items
        step = self.limits.hyphens_on_end + 1
        last = len(items.ends) - 1
        run = key % step
        b = a
        while b < last and items.kinds[b] and run == step - 1:
            b += 1
        total = before + OVERFULL + items.ends_least[b] - items.starts_least[a] - measure
        if b == last:
            self.finals.append((total, key // step + 1, a, key * _FITNESSES + 1))
            return
        there = self.ways[b + 1]
        if there is None:
            there = self.ways[b + 1] = {}
        target = following + (run + 1 if items.kinds[b] else 0)
        known = there.setdefault(target, [inf, inf, inf, inf, 0, 0, 0, 0])
        if total < known[1]:
            known[1] = total
            known[5] = a * self.span + key

    def _trace(self, a: int, coded: int) -> tuple[int, ...]:
        """The breaks on the way to the last line, which starts with row a."""
        contrast = self.costs.contrast
        far = ((0, 0, contrast, contrast), (0, 0, 0, contrast), (contrast, 0, 0, 0), (contrast, contrast, 0, 0))
        breaks = [len(self.items.ends) - 1]
        key, fitness = divmod(coded, _FITNESSES)
        while a:
            breaks.append(a - 1)
            way = (self.ways[a] or {})[key]
            totals = list(map(add, way, far[fitness]))
            before = fitness = totals.index(min(totals))
            a, key = divmod(int(way[before + 4]), self.span)
        breaks.reverse()
        return tuple(breaks)
