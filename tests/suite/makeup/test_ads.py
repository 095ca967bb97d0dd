"""Advertisements: where they stand, what flows round them, and what is said of those that do not suit."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.page import Page, Pages, Part, Picture, Placed
from layout.units import EMU_PER_PT, mm

PAGE = read_style("tabloid", (shipped("styles"),)).page
RUN = "dummy: [{pages: 1-4, run: [a]}]\n"


def write_ad(path: Path, units: int, depth_mm: float, off_mm: float = 0) -> None:
    """A PDF of the booked size, or off it."""
    width, depth = PAGE.width_of(units) / EMU_PER_PT, mm(depth_mm + off_mm) / EMU_PER_PT
    canvas = Canvas(str(path), pagesize=(width, depth), invariant=1)
    canvas.setFillColorCMYK(0, 1, 1, 0)
    canvas.rect(0, 0, width, depth, stroke=0, fill=1)
    canvas.save()


@pytest.fixture
def book(press: Any, story: Callable[[int], str]) -> Callable[..., Pages]:
    """Books advertisements of (units, depth, page, corner) and makes up a story of so many paragraphs beside them."""

    def made(*ads: tuple[int, int, int, str], dummy: str = RUN, paragraphs: int = 50) -> Pages:
        entries = ""
        for number, (units, depth, page, at) in enumerate(ads):
            write_ad(press.folder / f"{number}.pdf", units, depth)
            entries += f"  - {{id: n{number}, file: {number}.pdf, columns: {units}, depth: {depth}mm, page: {page}, at: {at}}}\n"
        pages: Pages = press(f"articles: [{{story: a.md, headline: One}}]\nads:\n{entries}{dummy}", a=story(paragraphs))
        return pages

    return made


def ads_of(page: Page) -> list[tuple[Placed, Picture]]:
    return [(one, one.paint) for one in page.placed if one.part is Part.AD and isinstance(one.paint, Picture)]


@pytest.mark.parametrize(
    ("page", "at", "left", "top"),
    [
        (2, "bottom-outer", True, False),
        (3, "bottom-outer", False, False),
        (2, "bottom-inner", False, False),
        (3, "bottom-inner", True, False),
        (2, "top-outer", True, True),
        (3, "top-inner", True, True),
    ],
)
def test_an_advertisement_stands_in_its_corner(
    book: Any, press: Any, page: int, at: str, *, left: bool, top: bool
) -> None:
    sheet = book((3, 60, page, at), paragraphs=60).pages[page - 1]
    ((placed, paint),) = ads_of(sheet)
    edge = sheet.live[0] if left else sheet.live[0] + sheet.live[2] - paint.width
    assert abs(placed.x - edge) <= 1
    assert abs(paint.depth - mm(60)) < EMU_PER_PT // 100
    foot = sheet.live[1] + (PAGE.rows - 1) * PAGE.leading + PAGE.baseline
    assert (abs(placed.y + paint.depth - foot) < EMU_PER_PT // 100) is not top
    assert press.codes <= {"P106", "P110", "T101", "X107"}, "ReportLab names Helvetica in every file"


def test_several_are_a_pyramid_and_text_flows_round_it(book: Any, press: Any) -> None:
    pages = book((3, 50, 2, "bottom-outer"), (6, 120, 2, "bottom-outer"), (3, 80, 2, "bottom-outer"), paragraphs=75)
    page = pages.pages[1]
    ads = ads_of(page)
    assert [round(paint.depth / mm(1)) for _, paint in sorted(ads, key=lambda ad: ad[0].x)] == [120, 80, 50]
    for (one, paint), (other, shown) in combinations(ads, 2):
        assert one.x + paint.width < other.x or other.x + shown.width < one.x
    for ad, paint in ads:
        beside = [one.y for one in page.placed if one.part is Part.BODY and ad.x <= one.x < ad.x + paint.width]
        assert 1 < (ad.y - max(beside)) / PAGE.leading < 4
    assert not press.codes & {"P101", "P104", "P105", "P107", "P116"}


def test_what_finds_no_room_is_told_and_not_placed(book: Any, press: Any) -> None:
    pages = book((12, 200, 2, "bottom"), (12, 200, 2, "bottom"))
    assert len(ads_of(pages.pages[1])) == 1
    assert [(ad.name, ad.slot) for ad in pages.ads] == [("n1", "")]
    assert "P116" in press.codes


def test_a_page_of_advertisements_holds_no_text(book: Any, press: Any) -> None:
    pages = book((12, 330, 2, "bottom"), paragraphs=50)
    assert len(ads_of(pages.pages[1])) == 1
    assert pages.stories[0].pages == (1, 3)
    assert not press.codes & {"P101", "P104", "P105", "P116"}


@pytest.mark.parametrize(
    ("rows", "told"), [("", False), (", rows: 1-84", False), (", rows: 1-60", True), (", rows: 1-30", False)]
)
def test_a_slot_upon_which_an_advertisement_stands_is_told(book: Any, press: Any, rows: str, told: bool) -> None:  # noqa: FBT001
    dummy = f"dummy: [{{page: 2, slots: [{{article: a, columns: 1-12{rows}, legs: 4}}]}}]\n"
    pages = book((6, 150, 2, "bottom-outer"), dummy=dummy, paragraphs=9)
    assert ("P116" in press.codes) is told
    assert "P105" not in press.codes
    if told:
        (ad,) = pages.ads
        assert (ad.slot, ad.rows[0]) == ("a", 1)
        assert 30 < ad.rows[1] < 60


def test_a_box_in_a_slot_to_the_foot_ends_above_the_advertisement(press: Any, story: Callable[[int], str]) -> None:
    write_ad(press.folder / "ad.pdf", 6, 100)
    press(
        "articles: [{story: a.md}]\npictures: [{id: p, file: grey.jpg}]\n"
        "ads: [{id: n, file: ad.pdf, columns: 6, depth: 100mm, page: 1}]\n"
        "dummy: [{page: 1, slots: [{article: a, columns: 1-6, rows: 1-84, legs: 2},{picture: p, columns: 7-12}]}]\n",
        a=story(12),
    )
    assert not press.codes & {"P105", "P112", "P116"}


@pytest.mark.parametrize(("off", "told"), [(0, False), (0.4, False), (0.6, True), (-3, True)])
def test_a_size_that_was_not_booked_is_told(press: Any, story: Callable[[int], str], off: float, told: bool) -> None:  # noqa: FBT001
    write_ad(press.folder / "ad.pdf", 3, 60, off)
    ads = "ads: [{id: n, file: ad.pdf, columns: 3, depth: 60mm, page: 1}]\n"
    press("articles: [{story: a.md}]\n" + ads, a=story(12))
    assert ("I212" in press.codes) is told


def test_pages_with_advertisements_are_pages_of_the_issue(book: Any) -> None:
    assert len(book((3, 60, 6, "bottom-outer"), dummy="", paragraphs=3).pages) == 6


@pytest.mark.parametrize(("units", "told"), [(12, False), (6, True)])
def test_a_page_half_empty_beside_its_advertisement_is_told(book: Any, press: Any, units: int, told: bool) -> None:  # noqa: FBT001
    pages = book((units, 330, 2, "bottom"), dummy="pages: 2\n", paragraphs=9)
    assert len(ads_of(pages.pages[1])) == 1
    assert ("P106" in press.codes) is told


@pytest.mark.parametrize(
    ("width", "depth", "off"),
    [("100%", "60mm", None), ("{0}mm", "60mm", None), ("{0}mm", "50mm", "50.0 mm"), ("58mm", "{1}mm", "58.0 x ")],
)
def test_a_drawing_is_as_large_as_it_says(
    press: Any, story: Callable[[int], str], width: str, depth: str, off: str | None
) -> None:
    booked = PAGE.width_of(3) / mm(1), 60.0
    sides = width.format(*booked), depth.format(*booked)
    box = f"0 0 {booked[0]} {booked[1]}"
    (press.folder / "ad.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{sides[0]}" height="{sides[1]}" viewBox="{box}"/>', "utf-8"
    )
    ads = "ads: [{id: n, file: ad.svg, columns: 3, depth: 60mm, page: 2}]\n"
    press("articles: [{story: a.md}]\n" + ads, a=story(80))
    told = [finding for finding in press.findings if finding.code == "I212"]
    assert len(told) == (off is not None)
    if off is not None:
        assert off in told[0].message
        assert told[0].place.page == 2
        assert told[0].place.width > mm(40)
