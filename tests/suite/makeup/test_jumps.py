"""Stories in several rectangles: round corners, over pages, with jump lines forward and backward."""

from collections.abc import Callable
from typing import Any

import pytest

from layout.model.page import Page, Pages
from layout.model.text import Glyphs

TWO_PAGES = """
articles: [{story: a.md, headline: A long headline for a story, headlines: [Short], jump: %s}]
dummy:
  - {page: 1, slots: [{article: a, columns: 1-12, rows: 1-30, legs: 4}]}
  - {page: 2, slots: [{article: a, columns: 1-12, rows: 1-60, legs: %d}]}
"""


def words(page: Page) -> str:
    """The page's words in the order in which they are drawn."""
    return " ".join(run.text for p in page.placed if isinstance(p.paint, Glyphs) for run in p.paint.words)


def fit(pages: Pages, slug: str) -> Any:
    return next(story for story in pages.stories if story.slug == slug)


@pytest.mark.parametrize("legs", [4, 3, 2])
def test_a_jump_says_where_to_and_where_from(press: Any, story: Callable[[int], str], legs: int) -> None:
    pages = press(TWO_PAGES % ("{to: 2}", legs), a=story(14))
    first, second = (words(page) for page in pages.pages)
    assert first.endswith("Continued on page 2") or "Continued on page 2" in first
    assert "Short Continued from the front page" in second
    account = fit(pages, "a")
    assert (account.pages, account.words) == ((1, 2), account.source_words)
    assert not press.codes & {"P101", "P104", "P105", "P107"}


def test_a_story_may_go_on_on_an_earlier_page(press: Any, story: Callable[[int], str]) -> None:
    manifest = TWO_PAGES.replace("page: 1, slots: [{article: a", "page: 9, slots: [{article: a").replace(
        "page: 9", "page: 3"
    )
    pages = press(manifest % ("{to: 2}", 4), a=story(14))
    assert fit(pages, "a").pages == (3, 2)
    assert "Continued from the back page" in words(pages.pages[1])
    assert "Continued on page 2" in words(pages.pages[2])


def test_a_story_that_fits_does_not_jump(press: Any, story: Callable[[int], str]) -> None:
    pages = press(TWO_PAGES % ("allowed", 4), a=story(5))
    assert fit(pages, "a").pages == (1,)
    assert "Continued" not in words(pages.pages[0])


def test_a_jump_carries_at_least_the_styles_lines(press: Any, story: Callable[[int], str]) -> None:
    for paragraphs in range(8, 12):
        pages = press(TWO_PAGES % ("{to: 2}", 4), a=story(paragraphs))
        if fit(pages, "a").pages == (1, 2):
            page = pages.pages[1]
            lines = {(p.x // page.live[2], p.y) for p in page.placed if p.story == "a" and isinstance(p.paint, Glyphs)}
            assert len(lines) >= 8 // 4


def test_slots_without_a_jump_read_on_in_silence(press: Any, story: Callable[[int], str]) -> None:
    pages = press(TWO_PAGES % ("never", 3), a=story(14))
    assert fit(pages, "a").pages == (1, 2)
    assert "Continued" not in words(pages.pages[0]) + words(pages.pages[1])


@pytest.mark.parametrize("units", ["7-12", "9-12"])
def test_a_story_goes_round_a_corner(press: Any, story: Callable[[int], str], units: str) -> None:
    manifest = """
articles: [{story: a.md}]
dummy:
  - page: 1
    slots:
      - {article: a, columns: 1-12, rows: 1-20, legs: 4}
      - {article: a, columns: %s, rows: 22-60, legs: 1}
"""
    pages = press(manifest % units, a=story(9))
    account = fit(pages, "a")
    assert (account.words, account.overset_words) == (account.source_words, 0)
    assert not press.codes & {"P101", "P104", "P105", "P107"}


def test_the_jump_line_stands_below_a_picture_at_the_foot(press: Any, story: Callable[[int], str]) -> None:
    manifest = TWO_PAGES.replace("jump: %s", "jump: %s, pictures: [p]")
    manifest += "pictures: [{id: p, file: grey.jpg, at: foot, cutline: Here., depth: 40mm}]\n"
    press(manifest % ("{to: 2}", 4), a=story(14))
    assert "P105" not in press.codes
