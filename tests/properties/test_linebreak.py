"""The search for breaks against all breaks there are."""

from itertools import combinations, pairwise
from math import inf

from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.model.style import LineCosts
from layout.typeset.linebreak import HYPHENATED, WORD_END, Items, Limits, break_lines

UNIT = 20.0  # of all widths: so that a twentieth more or less is a whole number, and sums of them are exact
HYPHEN = 2 * UNIT
SPACE, STRETCH, SHRINK = 3 * UNIT, 2 * UNIT, UNIT


def items_of(stretches: list[tuple[int, int]]) -> Items:
    """(width, kind of the break after it) each; a space follows a WORD_END, a hyphen is printed at a HYPHENATED."""
    columns: list[list[float]] = [[], [], [], [], [], []]
    kinds, words = [], []
    at = most = least = 0.0
    ended = 0
    for index, (width, kind) in enumerate(stretches):
        final = index == len(stretches) - 1
        starts = (at, most, least)
        at, most, least = at + width * 20, most + width * 22, least + width * 19
        tail = HYPHEN if kind == HYPHENATED and not final else 0
        for column, value in zip(columns, (at + tail, most + tail, least + tail, *starts), strict=True):
            column.append(value)
        kinds.append(WORD_END if final else kind)
        if kind == WORD_END or final:
            ended += 1
            at, most, least = at + SPACE, most + SPACE + STRETCH, least + SPACE - SHRINK
        words.append(ended)
    return Items(*columns, kinds, words)


def demerits(
    items: Items, breaks: tuple[int, ...], first: list[float], rest: float, costs: LineCosts, limits: Limits
) -> float:
    """What the paper says that these breaks cost; infinite where a line leaves the limits."""
    total, fitness, run, last = 0.0, 1, 0, len(items.ends) - 1
    for number, (before, b) in enumerate(pairwise((-1, *breaks))):
        measure = first[number] if number < len(first) else rest
        natural = items.ends[b] - items.starts[before + 1]
        gap = measure - natural
        if gap >= 0:
            room = items.ends_most[b] - items.starts_most[before + 1] - natural
            ratio = 0.0 if b == last or not gap else gap / room if room else inf
        else:
            ratio = gap / (natural - items.ends_least[b] + items.starts_least[before + 1] or 1e-9)
        if ratio > 1 or ratio < -1 - 1e-12:
            return inf
        total += (costs.line + 100 * abs(ratio) ** 3) ** 2
        fits = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2
        total += costs.contrast if abs(fits - fitness) > 1 else 0
        fitness = fits
        if items.kinds[b]:
            run += 1
            total += costs.hyphen**2 + (costs.hyphens_on_end if run > 1 else 0)
            if run > limits.hyphens_on_end:
                return inf
        else:
            run = 0
        if b == last and before >= 0:
            total += costs.hyphen_before_last if items.kinds[before] else 0
            few = items.words[b] - items.words[before] < limits.runt_words
            total += costs.runt if few and natural * 1000 < limits.runt_share * measure else 0
    return total


def all_breaks(count: int) -> list[tuple[int, ...]]:
    return [(*inner, count - 1) for length in range(count) for inner in combinations(range(count - 1), length)]


STRETCHES = st.lists(
    st.tuples(st.integers(1, 12), st.sampled_from([WORD_END, WORD_END, HYPHENATED])), min_size=1, max_size=12
)
MEASURES = st.lists(st.integers(10, 50).map(UNIT.__mul__), max_size=3)


@settings(max_examples=150, deadline=None)
@given(STRETCHES, MEASURES, st.integers(12, 50).map(UNIT.__mul__), st.integers(1, 2), st.integers(0, 3000))
@example([(5, HYPHENATED)] * 12, [], 12 * UNIT, 1, 3000)
def test_demerits_equal_those_of_the_best_of_all_breaks(stretches, first, rest, hyphens, contrast):
    items, costs, limits = items_of(stretches), LineCosts(contrast=contrast), Limits(hyphens)
    least = min(demerits(items, b, first, rest, costs, limits) for b in all_breaks(len(stretches)))
    breaks = break_lines(items, first, rest, costs, limits)
    assert list(breaks) == sorted(set(breaks))
    assert breaks[-1] == len(stretches) - 1
    if least < inf:
        found = demerits(items, breaks, first, rest, costs, limits)
        assert abs(found - least) <= 1e-9 * least


@settings(max_examples=100, deadline=None)
@given(STRETCHES, MEASURES, st.integers(12, 50).map(UNIT.__mul__), st.integers(-2, 2))
def test_looseness_takes_the_nearest_number_of_lines_that_the_limits_allow(stretches, first, rest, looseness):
    items, costs, limits = items_of(stretches), LineCosts(), Limits()
    priced = [(demerits(items, b, first, rest, costs, limits), len(b)) for b in all_breaks(len(stretches))]
    possible = [(price, lines) for price, lines in priced if price < inf]
    if possible:
        best = min(possible)[1]
        nearest = min(abs(lines - best - looseness) for _, lines in possible)
        breaks = break_lines(items, first, rest, costs, limits, looseness)
        assert abs(len(breaks) - best - looseness) == nearest


@settings(max_examples=100, deadline=None)
@given(STRETCHES, MEASURES, st.integers(1, 12).map(UNIT.__mul__))
def test_what_fits_nowhere_is_broken_all_the_same(stretches, first, rest):
    breaks = break_lines(items_of(stretches), first, rest, LineCosts(), Limits(1))
    assert list(breaks) == sorted(set(breaks))
    assert breaks[-1] == len(stretches) - 1


def test_hyphens_on_end_are_limited_even_where_nothing_fits():
    items = items_of([(30, HYPHENATED)] * 9)
    breaks = break_lines(items, [], 10 * UNIT, LineCosts(), Limits(2))
    assert breaks == (0, 1, 8)


def test_no_items_give_no_lines():
    assert break_lines(Items((), (), (), (), (), (), (), ()), [], 10.0, LineCosts(), Limits()) == ()
