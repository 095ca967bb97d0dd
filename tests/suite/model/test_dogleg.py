"""Where a reader goes on: from slot to slot of one story on one page."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from layout.diagnostics import Span
from layout.model.dogleg import Dogleg, Leading, doglegs
from layout.model.issue import DummyPages, Issue, Slot, SlotKind

SPAN = Span(Path("issue.yaml"), 7, 3)
ISSUE = cast(
    "Issue",
    SimpleNamespace(
        articles=tuple(SimpleNamespace(slug=slug) for slug in "ad"), legs_of=lambda article, slot: slot.legs or 1
    ),
)


def slot_of(told: str) -> Slot:
    """A slot from `a 1-12 1-30 4`: its story (or p, a picture), units, rows and legs."""
    name, units, rows, *legs = told.split()
    (left, right), (head, foot) = (map(int, stretch.split("-")) for stretch in (units, rows))
    kind = SlotKind.PICTURE if name == "p" else SlotKind.ARTICLE
    return Slot(kind, name, left, right, head, foot, int(legs[0]) if legs else None, SPAN)


def led(page: str) -> list[Dogleg]:
    slots = tuple(map(slot_of, page.split(", ")))
    return list(doglegs(ISSUE, DummyPages(1, 1, None, slots, (), SPAN)))


@pytest.mark.parametrize(
    ("page", "leading"),
    [
        ("a 1-12 1-30 4, a 10-12 31-80, p 1-9 32-80", "down"),
        ("a 1-12 1-30 4, a 9-12 31-80", "down"),
        ("a 1-3 1-30, p 4-12 1-30, a 1-12 32-80 4", "down"),
        ("a 1-6 1-60, p 7-12 1-30, a 7-12 32-60", "right"),
        ("a 1-3 1-60, p 4-9 1-60, a 10-12 1-60", "right"),
        ("d 1-12 1-20, a 1-6 22-60, a 7-12 22-60", "right"),
        ("a 1-12 1-30 4, a 1-3 32-80, p 4-12 32-80", "below"),
        ("a 4-12 1-30 3, p 1-3 1-30, a 1-12 32-80", "below"),
        ("a 1-6 1-30 2, d 7-12 1-30, a 1-12 32-80", "below"),
        ("a 1-12 40-80, a 1-12 1-38", "above"),
        ("a 1-6 40-80, a 7-12 1-80", "above"),
        ("a 7-12 1-80, a 1-6 1-80", "left"),
        ("a 1-12 1-30 4, a 4-9 32-80", "middle"),
        ("a 1-12 1-30 4, p 1-6 32-80, a 7-12 32-80 2", "middle"),
        ("a 1-6 1-40, p 7-12 1-40, a 7-12 42-80", "apart"),
        ("a 7-12 1-40, a 1-6 42-80", "apart"),
        ("a 1-12 1-30, d 1-12 32-50, a 1-12 52-80", "across"),
        ("a 1-3 1-80, d 4-6 1-80, a 7-12 1-80", "across"),
        ("a 1-6 1-80, d 7-12 1-30, a 7-12 32-80", "under"),
    ],
)
def test_where_a_slot_stands_from_the_one_before_it(page: str, leading: str) -> None:
    (dogleg,) = led(page)
    assert dogleg.leading is Leading(leading)
    assert dogleg.leading.reads_well == (leading in ("down", "right", "below"))
    assert (dogleg.other is None) == (leading not in ("across", "under"))


def test_a_u_round_a_picture_reads_well_and_goes_back_up_at_its_right() -> None:
    page = "a 1-3 1-80, p 4-9 10-50, a 4-9 52-80 2, a 10-12 1-80"
    assert [dogleg.leading for dogleg in led(page)] == [Leading.RIGHT, Leading.RIGHT]


@pytest.mark.parametrize(
    ("page", "cut_off"),
    [
        ("a 1-12 1-30 4, a 1-3 32-80, p 4-12 32-80", ["a 1-12 1-30 4"]),
        ("a 1-3 1-30, a 4-6 1-30, a 1-12 31-80", ["a 1-3 1-30", "a 4-6 1-30"]),
        ("a 1-12 1-30 4, p 1-12 32-40, a 1-12 42-80 4", []),
        ("a 1-12 1-30 4, a 10-12 31-80", []),
        ("a 1-12 1-30 4, p 1-3 32-40, a 1-3 42-80, a 4-12 32-80", ["a 1-12 1-30 4"]),
    ],
)
def test_legs_with_nothing_between_them_and_the_next_part_are_cut_off(page: str, cut_off: list[str]) -> None:
    assert led(page)[-1].cut_off == tuple(map(slot_of, cut_off))
