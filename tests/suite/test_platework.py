"""The ink of pages is measured once: whoever changes one page has that page measured."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from layout.draw import plates
from layout.manifest.press import read_press
from layout.manifest.workspace import shipped
from layout.model.film import Film
from layout.model.ink import Ink
from layout.model.page import Fill, Page, Pages, Placed
from layout.model.press import Press
from layout.platework import ink_on
from layout.units import mm

PRESS = read_press("newsprint", (shipped("styles"),))


def page(number: int, black: int) -> Page:
    width, depth = mm(120), mm(100)
    ground = Placed(0, 0, Fill(width, depth, Ink(black=black)))
    return Page(number, width, depth, mm(3), (0, 0, width, depth), (ground,))


def pages(*blacks: int) -> Pages:
    return Pages("Test", "en", tuple(page(number, black) for number, black in enumerate(blacks, 1)), ())


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[int, ...]]:
    """The numbers of the pages that films were drawn of, each time."""
    monkeypatch.setenv("LAYOUT_CACHE", str(tmp_path))
    draw, seen = plates.draw_films, list[tuple[int, ...]]()

    def draw_films(made: Pages, *others: Any) -> tuple[Film, ...]:
        seen.append(tuple(one.number for one in made.pages))
        return draw(made, *others)

    monkeypatch.setattr(plates, "draw_films", draw_films)
    return seen


def blacks(press: Press, made: Pages) -> list[int]:
    return [one.plates["Black"] for one in ink_on(press, made)]


def test_only_the_page_that_changed_is_measured_again(drawn: list[tuple[int, ...]]) -> None:
    first = ink_on(PRESS, pages(200, 400, 600))
    assert ink_on(PRESS, pages(200, 400, 600)) == first
    assert blacks(PRESS, pages(200, 800, 600)) == [200, 800, 600]
    assert drawn == [(1, 2, 3), (2,)]


def test_what_another_press_prints_is_measured_for_it(drawn: list[tuple[int, ...]]) -> None:
    ink_on(PRESS, pages(200))
    ink_on(replace(PRESS, overprint=replace(PRESS.overprint, text=0)), pages(200))
    ink_on(replace(PRESS, ink=replace(PRESS.ink, spots=("Harbour",))), pages(200))
    ink_on(replace(PRESS, ink=replace(PRESS.ink, total=2000)), pages(200))  # black lines of drawings knock out sooner
    assert drawn == [(1,), (1,), (1,), (1,)]


def test_kept_ink_is_that_of_its_own_page(drawn: list[tuple[int, ...]]) -> None:
    ink_on(PRESS, pages(200, 400))
    assert [(one.page, one.where.page) for one in ink_on(PRESS, pages(400, 200))] == [(1, 1), (2, 2)]
    assert blacks(PRESS, pages(400, 200)) == [400, 200]
    assert drawn == [(1, 2)]
