"""Pictures that bleed: over the trim at the edges that their slot touches, and nowhere else."""

from collections.abc import Callable
from typing import Any

import pytest

from layout.elements.picture import WHOLE
from layout.model.page import Part, Picture, Placed

MANIFEST = """
articles: [{story: a.md}]
pictures: [{id: p, file: grey.jpg%s}]
dummy:
  - page: 1
    furniture: %s
    slots: [{picture: p, %sbleed: true}]
  - {page: 2, slots: [{article: a, columns: 1-12, rows: 1-20, legs: 4}]}
"""
COVERED = {"P104", "P105", "P118", "P119"}


def bled(pages: Any) -> Placed:
    return next(placed for placed in pages.pages[0].placed if isinstance(placed.paint, Picture))


def reaches(pages: Any) -> tuple[bool, bool, bool, bool]:
    """Whether the picture reaches to the bleed at left, top, right and foot."""
    page, placed = pages.pages[0], bled(pages)
    right, foot = placed.x + placed.paint.width, placed.y + placed.paint.depth
    return (
        placed.x == -page.bleed,
        placed.y == -page.bleed,
        right == page.width + page.bleed,
        foot == page.depth + page.bleed,
    )


@pytest.mark.parametrize(
    ("furniture", "place", "edges"),
    [
        ("none", "", (True, True, True, True)),
        ("inside", "", (True, False, True, True)),
        ("none", "columns: 1-6, ", (True, True, False, True)),
        ("none", "columns: 7-12, rows: 1-30, ", (False, True, True, False)),
        ("front", "columns: 4-9, rows: 1-30, ", (False, False, False, False)),
        ("front", "columns: 4-9, rows: 20-80, ", (False, False, False, True)),
    ],
)
def test_it_reaches_over_the_edges_that_its_slot_touches(
    press: Any, story: Callable[[int], str], furniture: str, place: str, edges: tuple[bool, ...]
) -> None:
    pages = press(MANIFEST % ("", furniture, place), a=story(12))
    page, placed = pages.pages[0], bled(pages)
    assert reaches(pages) == edges
    assert press.codes & COVERED == (set() if any(edges) else {"P118"})
    if not edges[0]:
        assert placed.x >= page.live[0]
    if furniture != "none":
        head = max(other.y for other in page.placed if other.part is Part.FURNITURE)
        assert placed.y > head


def test_it_is_cropped_to_fill_its_slot(press: Any, story: Callable[[int], str]) -> None:
    placed = bled(press(MANIFEST % ("", "none", "columns: 1-6, "), a=story(12)))
    across, down = placed.paint.source.pixels
    left, top, right, foot = placed.paint.crop
    shown = across * (right - left) / (down * (foot - top))
    assert shown == pytest.approx(placed.paint.width / placed.paint.depth, rel=1e-3)
    assert (right - left, foot - top) != (WHOLE, WHOLE)


def test_its_cutline_stands_below_it_or_is_told_of(press: Any, story: Callable[[int], str]) -> None:
    words = ", cutline: The quay at dawn."
    pages = press(MANIFEST % (words, "inside", "columns: 1-12, rows: 1-40, "), a=story(12))
    page, placed = pages.pages[0], bled(pages)
    cutline = [other for other in page.placed if other.part is Part.CUTLINE]
    assert cutline
    assert all(other.y > placed.y + placed.paint.depth and other.x >= page.live[0] for other in cutline)
    assert not press.codes & COVERED
    press(MANIFEST % (words, "inside", ""), a=story(12))
    assert press.codes & COVERED == {"P119"}
