"""The fit ladder finds the best there is: stories small enough for brute force, one gap or overset each.

The answers are found here by trying every way of every paragraph with every row of leg ends, at every depth of the picture,
and are priced without the program's own sums. Pictures have one place, so that only what is to be proved varies.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from random import Random
from types import SimpleNamespace
from typing import Any, cast

import pytest

from layout.diagnostics import Span
from layout.elements.display import Display
from layout.elements.legs import Galley, Way
from layout.makeup.ending import Ending
from layout.makeup.fit import end_story
from layout.makeup.fixtures import Fixture, Piece
from layout.makeup.galleys import SetStory
from layout.makeup.wells import Room
from layout.model.issue import At
from layout.model.page import Block, Breaking
from layout.model.style import Makeup

MAKEUP = Makeup(smallest_leg=2)
COSTS = MAKEUP.costs
NOWHERE = cast("Span", None)


def paragraph(lines: int) -> tuple[Block, ...]:
    """A paragraph's lines, two of which stay together at either end."""
    return tuple(
        Block(
            (), 1, Breaking.FORBIDDEN if line < lines and (line < 2 or lines - line < 2) else Breaking.ALLOWED, words=5
        )
        for line in range(1, lines + 1)
    )


@dataclass(frozen=True)
class Case:
    """Paragraphs by their lines, what each may give (rows and price), the legs and rows of its room, and a picture's
    depths: least, natural, most, across the first so many legs."""

    lines: tuple[int, ...]
    gives: tuple[tuple[tuple[int, int], ...], ...]
    legs: int
    rows: int
    picture: tuple[int, int, int] | None = None


def story_of(case: Case) -> SetStory:
    """The case as make-up takes it; a picture is as wide as the story."""
    setting = SimpleNamespace(style=SimpleNamespace(makeup=MAKEUP), measure=0)
    strips = [paragraph(lines) for lines in case.lines]
    ways = [
        tuple(Way(paragraph(lines + more), price, f"{more:+d}") for more, price in gives)
        for lines, gives in zip(case.lines, case.gives, strict=True)
    ]
    pieces, fixture = (), None
    if case.picture:
        least, natural, most = case.picture
        fixture = Fixture("p", case.legs, least, natural, most, lambda _: Display(), NOWHERE, At.TOP)
        pieces = (Piece(cast("Any", SimpleNamespace()), None),)
    return SetStory(
        cast("Any", None), cast("Any", setting), (Display(),), Galley(strips), pieces, 0, lambda n: ways[n], lambda *_: fixture
    )  # fmt: skip


def price_of(ending: Ending, room: Room) -> int:
    """An ending's price with that of the white below it."""
    return ending.price + (room.rows - ending.wells[-1].rows) ** 2 * (COSTS.empty_row // 2)


def best_at_foot(case: Case) -> int | None:
    """The least price at which the story ends on its last row with no leg short, by trying everything; None if it cannot."""
    least, natural, most = case.picture or (0, 0, 0)
    white = MAKEUP.rows_around_pictures if case.picture else 0
    prices = []
    for depth in range(least, most + 1):
        rows = case.rows - depth - white
        for chosen in product(*(((0, 0), *gives) for gives in case.gives)):
            lines = [lines + more for lines, (more, _) in zip(case.lines, chosen, strict=True)]
            if sum(lines) == rows * case.legs and full_legs(tuple(lines), rows, case.legs):
                prices.append(sum(price for _, price in chosen) + abs(depth - natural) * COSTS.picture_row)
    return min(prices, default=None)


@cache
def full_legs(lines: tuple[int, ...], rows: int, legs: int) -> bool:
    """Whether paragraphs of these lines fill legs to the row, no line alone at either end of one."""
    allowed = set[int]()
    begin = 0
    for count in lines:
        allowed |= {begin + taken for taken in range(2, count - 1)} | {begin + count}
        begin += count
    return all(rows * leg in allowed for leg in range(1, legs + 1))


def drawn(seed: int) -> Case:
    """A case with something to mend, drawn from a seed."""
    random = Random(seed)
    lines = tuple(random.randint(3, 7) for _ in range(random.randint(4, 6)))
    gives = tuple(
        tuple((more, random.choice((COSTS.loosening, COSTS.tracking))) for more in (1, -1) if random.random() < 0.6)
        for _ in lines
    )
    legs = random.choice((2, 3))
    picture = (4, 6, 9) if random.random() < 0.4 else None
    deep = (picture[1] + MAKEUP.rows_around_pictures) if picture else 0
    return Case(lines, gives, legs, deep + round((sum(lines) + random.choice((-2, -1, 0, 1, 2))) / legs), picture)


def cases() -> Iterator[Any]:
    """Twenty-five drawn cases that brute force can bring to the foot, half of them too long for it as they are set."""
    found = 0
    for seed in range(10_000):
        case = drawn(seed)
        if best_at_foot(case) not in (None, 0):
            found += 1
            yield pytest.param(case, id=f"seed {seed}")
        if found == 25:
            return


@pytest.mark.parametrize("case", list(cases()))
def test_the_cheapest_steps_of_the_ladder_are_found(case: Case) -> None:
    best = best_at_foot(case)
    room = Room(case.legs, case.rows)
    found = end_story(story_of(case), [room])
    assert found is not None
    assert found.breaks.complete
    assert price_of(found, room) == best


def test_the_cases_are_of_both_kinds() -> None:
    over = [sum(param.values[0].lines) > free(param.values[0]) for param in cases()]
    assert 5 <= sum(over) <= 20


def free(case: Case) -> int:
    """The lines that a case's room holds at its picture's natural depth."""
    return (case.rows - (case.picture[1] + MAKEUP.rows_around_pictures if case.picture else 0)) * case.legs


def test_where_nothing_comes_out_the_story_ends_level_above_the_foot() -> None:
    case = Case((6, 6), ((), ()), 2, 8)
    room = Room(2, 8)
    found = end_story(story_of(case), [room])
    assert found is not None
    assert (found.wells[-1].rows, [leg.empty for leg in found.breaks.ends]) == (6, [0, 0])
