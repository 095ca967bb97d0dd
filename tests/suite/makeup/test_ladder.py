"""The fit ladder: what gives, in which order, and what the story's account says of it."""

from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from layout.model.page import Pages, Part, Picture, Rule
from layout.model.text import Glyphs
from layout.units import mm

SENTENCE = "the press began to turn at ten and by eleven the whole floor hummed like a kettle before it sings"
SLOT = """
dummy: [{page: 1, slots: [{article: a, columns: 1-12, rows: 1-%d, legs: %d}]}]
"""


def fit(pages: Pages) -> Any:
    return pages.stories[0]


def depths(pages: Pages) -> list[int]:
    return [p.paint.depth for page in pages.pages for p in page.placed if isinstance(p.paint, Picture)]


def test_a_paragraph_gives_a_line_and_says_so(press: Any) -> None:
    words = SENTENCE.split()
    text = "\n\n".join(" ".join((words * 6)[number : number + 7 * number + 40]) for number in range(9))
    notes = [fit(press("articles: [{story: a.md}]" + SLOT % (rows, 3), a=text)).fit for rows in range(16, 34)]
    assert any(note.startswith(("looseness", "tracking")) for steps in notes for note in steps)


def test_an_optional_box_goes_before_text_does(press: Any, story: Callable[[int], str]) -> None:
    manifest = """
articles: [{story: a.md, boxes: [b]}]
boxes: [{id: b, headline: Aside, text: "%s", optional: %s}]
"""
    box = "A box of some depth that could as well be gone. " * 8
    tight = SLOT % (34, 3)
    kept = fit(press(manifest % (box, "false") + tight, a=story(16)))
    assert kept.overset_lines > 0
    left_out = fit(press(manifest % (box, "true") + tight, a=story(16)))
    assert (left_out.overset_lines, left_out.fit[-1]) == (0, "b left out")
    assert "P103" not in press.codes


def test_an_optional_pull_quote_goes_too(press: Any, story: Callable[[int], str]) -> None:
    quote = "\n\n::: pullquote {optional=%s}\nA sentence of some length, set large.\n:::\n\n"
    text = story(8) + quote + story(8)
    rows = next(
        rows
        for rows in range(24, 40)
        if not fit(press("articles: [{story: a.md}]" + SLOT % (rows, 3), a=story(16))).overset_lines
    )
    assert fit(press("articles: [{story: a.md}]" + SLOT % (rows, 3), a=text % "false")).overset_lines > 0
    given = fit(press("articles: [{story: a.md}]" + SLOT % (rows, 3), a=text % "true"))
    assert (given.overset_lines, "pull quote left out" in given.fit) == (0, True)
    assert "P107" not in press.codes


def test_a_shorter_headline_is_taken_only_to_fit(press: Any, story: Callable[[int], str]) -> None:
    manifest = "articles: [{story: a.md, priority: 1, headline: '%s', headlines: [Short]}]"
    long = "A headline that needs all of three lines at the size which it is given, and perhaps even more than that"
    roomy = press(manifest % long + SLOT % (60, 3), a=story(12))
    assert not any("headline" in note for note in fit(roomy).fit)
    tight = next(
        pages
        for pages in (press(manifest % long + SLOT % (rows, 3), a=story(12)) for rows in range(40, 20, -1))
        if any("headline" in note for note in fit(pages).fit)
    )
    assert fit(tight).overset_lines == 0


@pytest.mark.parametrize("at", ["top", "foot", "middle", "text"])
def test_a_picture_stands_where_it_is_asked_to(press: Any, story: Callable[[int], str], at: str) -> None:
    text = story(6) + f"\n\n![Here.](grey.jpg){{at={at}}}\n\n" + story(6)
    pages = press("articles: [{story: a.md}]" + SLOT % (40, 3), a=text)
    page = pages.pages[0]
    lines = sorted(p.y for p in page.placed if p.story == "a" and not isinstance(p.paint, Picture))
    (picture,) = (p for p in page.placed if isinstance(p.paint, Picture))
    middle = picture.y + picture.paint.depth // 2
    half = (lines[0] + lines[-1]) // 2
    if at == "top":
        assert middle < half
    elif at == "foot":
        assert middle > half
    assert not press.codes & {"P101", "P104", "P105", "P107"}


def test_pictures_of_a_grid_stand_side_by_side_with_their_cutlines(press: Any, story: Callable[[int], str]) -> None:
    manifest = """
articles: [{story: a.md, pictures: [g]}]
pictures:
  - {id: p, file: grey.jpg, cutline: One.}
  - {id: q, file: grey.jpg, cutline: Two.}
  - {id: g, grid: [p, q], span: 2}
"""
    pages = press(manifest + SLOT % (50, 4), a=story(12))
    left, right = (p for p in pages.pages[0].placed if isinstance(p.paint, Picture))
    assert (left.y, left.paint.depth) == (right.y, right.paint.depth)
    assert left.x + left.paint.width < right.x
    assert "P103" not in press.codes


def test_what_is_said_of_a_whole_grid_stands_below_its_last_row(press: Any, story: Callable[[int], str]) -> None:
    manifest = """
articles: [{story: a.md, pictures: [g]}]
pictures:
  - {id: p, file: grey.jpg, cutline: One.}
  - {id: q, file: grey.jpg, cutline: Two.}
  - {id: g, grid: [p, q], span: 2, across: 1, depth: 120mm, cutline: Both., credit: Desk}
"""
    pages = press(manifest + SLOT % (50, 4), a=story(12))
    upper, lower = (p for p in pages.pages[0].placed if isinstance(p.paint, Picture))
    words = [p for p in pages.pages[0].placed if p.part is Part.CUTLINE]
    assert len(words) == 3
    assert upper.y < words[0].y < lower.y < words[1].y < words[2].y
    assert words[2].y - upper.y < mm(120)
    assert "P103" not in press.codes


def test_a_grid_that_finds_no_place_is_told_alone(press: Any, story: Callable[[int], str]) -> None:
    manifest = """
articles: [{story: a.md, pictures: [g]}]
pictures:
  - {id: p, file: grey.jpg}
  - {id: q, file: grey.jpg}
  - {id: g, grid: [p, q], span: page, across: 1, at: top}
"""
    press(manifest + SLOT % (50, 4), a=story(3))
    assert [(one.code, one.message) for one in press.findings if one.code in ("P103", "P110")] == [
        ("P103", '"g" finds no place in "a"')
    ]


def test_pages_are_filled_up_to_the_press_count(press: Any, story: Callable[[int], str]) -> None:
    pages = press("pages: {min: 2, max: 8, multiple: 4}\narticles: [{story: a.md}]", a=story(60))
    assert len(pages.pages) == 4
    assert "P102" not in press.codes


TWO_ROOMS = """
pages: 2
articles: [{story: a.md, pictures: [p, q]}]
pictures:
  - {id: p, file: grey.jpg, span: 2, depth: {min: 40mm, max: 100mm}}
  - {id: q, file: grey.jpg, span: 2, depth: {min: 40mm, max: 100mm}}
dummy:
  - {page: 1, slots: [{article: a, columns: 1-12, rows: 1-30, legs: 4}]}
  - {page: 2, slots: [{article: a, columns: 1-12, rows: 1-40, legs: 4}]}
"""


@pytest.mark.parametrize("paragraphs", range(7, 12))
def test_beside_little_text_a_picture_is_shallow(press: Any, story: Callable[[int], str], paragraphs: int) -> None:
    pages = press(TWO_ROOMS, a=story(paragraphs))
    assert len(depths(pages)) == 2
    assert fit(pages).short_rows <= 6


def test_a_picture_that_is_deeper_than_the_text_is_the_reason(press: Any, story: Callable[[int], str]) -> None:
    manifest = "articles: [{story: a.md, pictures: [p]}]\npictures: [{id: p, file: grey.jpg, span: 2, depth: 80mm}]"
    account = fit(press(manifest + SLOT % (21, 3), a=story(2)))
    assert (account.deeper, "P110" in press.codes) == ("p", True)


@pytest.mark.parametrize("paragraphs", [2, 3])
def test_legs_beside_a_picture_that_is_deeper_end_level(
    press: Any, story: Callable[[int], str], paragraphs: int
) -> None:
    manifest = "articles: [{story: a.md, pictures: [p]}]\npictures: [{id: p, file: grey.jpg, span: 2, depth: 100mm}]"
    (page,) = press(manifest + SLOT % (26, 4), a=story(paragraphs)).pages
    feet: dict[int, int] = {}
    for one in page.placed:
        if isinstance(one.paint, Glyphs) and one.part is Part.BODY:
            leg = (one.x - page.live[0]) * 4 // page.live[2]
            feet[leg] = max(feet.get(leg, 0), one.y)
    assert sorted(feet) == [0, 1]
    assert abs(feet[0] - feet[1]) <= press.style.page.leading
    upright = [one for one in page.placed if one.part is Part.RULE and isinstance(one.paint, Rule) and one.paint.dy]
    assert len(upright) == 1, "rules part text from text, not from pictures"


def test_a_word_alone_is_not_told_to_be_uneven(press: Any) -> None:
    account = fit(press("articles: [{story: a.md, headline: Short}]" + SLOT % (10, 4), a="Word."))
    assert account.short_rows == 0


def test_paragraphs_are_numbered_as_they_are_written(press: Any) -> None:
    words = (SENTENCE.split() * 9)[:80]
    text = "\n\n".join(mark + " ".join(words) for mark in ("", "> ", "1. ", "## A\n\n", "- ", "- "))
    manifest = "articles: [{story: a.md, headline: Short, priority: 4}]"
    ends = [fit(press(manifest + SLOT % (rows, 2), a=text)).nearest_end for rows in range(6, 28)]
    numbers = [end[0] for end in ends if end]
    assert numbers == sorted(numbers)
    assert set(numbers) == {1, 2, 3, 4, 5, 6}


def test_the_same_picture_twice_on_a_page_is_told(press: Any, story: Callable[[int], str]) -> None:
    pictures = "pictures: [{id: p, file: grey.jpg}, {id: q, file: %s}]"
    for file, told in (("grey.jpg", True), ("other.jpg", False)):
        Image.new("L", (600, 400), 64).save(press.folder / "other.jpg")
        press("articles: [{story: a.md, pictures: [p, q]}]\n" + pictures % file + SLOT % (60, 4), a=story(12))
        assert ("P115" in press.codes) is told


@pytest.mark.parametrize(("rows", "told"), [(20, 1), (60, 0)])
def test_a_piece_that_cannot_stand_in_the_middle_is_told(
    press: Any, story: Callable[[int], str], rows: int, told: int
) -> None:
    manifest = f"""
articles: [{{story: a.md, pictures: [p]}}]
pictures: [{{id: p, file: grey.jpg, at: middle, depth: 40mm}}]
dummy: [{{page: 1, slots: [{{article: a, columns: 1-12, rows: 1-{rows}, legs: 4}}]}}]
"""
    (fit,) = press(manifest, a=story(rows // 3)).stories
    assert sum(note.startswith("p at the ") for note in fit.fit) == told, fit.fit
