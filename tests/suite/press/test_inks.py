"""Inks on pages that the press prints in black, and spot inks that it has not."""

from dataclasses import replace

import pytest

from layout.model.ink import BLACK, PAPER, Ink
from layout.model.page import Clip, Fill, Page, Pages, Placed, Rule
from layout.model.press import UNPRINTED, InkLimits, Press
from layout.press.inks import in_black, in_press_inks
from layout.units import mm, pt

RED = Ink(0, 950, 850, 50)
SKY = Ink(200, 50)


def press(*colour_pages: str, spots: tuple[str, ...] = ()) -> Press:
    return replace(UNPRINTED, ink=InkLimits(spots=spots, colour_pages=colour_pages))


def pages(*paints: Fill | Rule | Clip, count: int = 2) -> Pages:
    placed = tuple(Placed(0, 0, paint) for paint in paints)
    return Pages("", "en", tuple(Page(n, mm(9), mm(9), 0, (0, 0, 0, 0), placed) for n in range(1, count + 1)), ())


def test_black_pages_are_black_alone_and_colour_pages_as_they_were() -> None:
    line, area = Rule(9, 0, pt(1), RED), Fill(9, 9, RED)
    made = in_press_inks(pages(line, Clip(9, 9, (Placed(0, 0, area),))), press("1"))
    first, second = made.pages
    assert [one.paint for one in first.placed] == [line, Clip(9, 9, (Placed(0, 0, area),))]
    dark, tint = (one.paint for one in second.placed)
    assert isinstance(dark, Rule) and dark.ink == BLACK
    assert isinstance(tint, Clip)
    (inner,) = tint.placed
    assert isinstance(inner.paint, Fill) and inner.paint.ink == Ink(black=704)


def test_pages_without_change_are_the_same_objects() -> None:
    given = pages(Fill(9, 9, BLACK), Rule(9, 0, 9, PAPER))
    assert all(a is b for a, b in zip(in_press_inks(given, press()).pages, given.pages, strict=True))


def test_light_rules_stay_light() -> None:
    made = in_press_inks(pages(Rule(9, 0, pt(1), SKY)), press())
    paint = made.pages[0].placed[0].paint
    assert isinstance(paint, Rule) and paint.ink == Ink(black=90)


@pytest.mark.parametrize(
    ("spots", "ink"), [(("Harbour",), Ink(500, 100, spot="Harbour", tint=400)), ((), Ink(200, 40))]
)
def test_a_spot_ink_prints_where_the_press_has_it(spots: tuple[str, ...], ink: Ink) -> None:
    made = in_press_inks(pages(Fill(9, 9, Ink(500, 100, spot="Harbour", tint=400))), press("all", spots=spots))
    paint = made.pages[0].placed[0].paint
    assert isinstance(paint, Fill) and paint.ink == ink


def test_grey_is_as_dark_as_the_colour() -> None:
    assert in_black(PAPER) == PAPER
    assert in_black(Ink(1000, 1000, 1000, 1000)) == BLACK
    assert in_black(Ink(1000)) == Ink(black=300)
