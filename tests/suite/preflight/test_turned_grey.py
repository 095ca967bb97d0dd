"""Colour on pages that print in black: advertisements are warned of, pictures noted page by page, greys passed over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from layout.build import check_issue
from layout.diagnostics import Finding, Severity
from layout.model.page import PictureSource
from layout.preflight.hue import in_colour
from layout.preflight.rules.turned_grey import remedy

MANIFEST = """\
layout: 1
publication: The Chandler
date: 2026-11-22
press: {{profile: {press}, colour_pages: {colour}}}
pages: 4
pictures: [{{id: red, file: red.jpg}}, {{id: blue, file: blue.svg}}, {{id: grey, file: grey.jpg}}]
articles: [{{slug: a, text: One.}}, {{slug: b, text: Two.}}, {{slug: c, text: Three.}}]
ads: [{{id: chandler, file: blue.svg, columns: 6, depth: 60mm, page: 3}}, {{id: rope, file: grey.jpg, columns: 3, depth: 60mm, page: 3}}]
dummy:
  - {{page: 1, slots: [{{picture: red, columns: 1-12, rows: 1-30}}, {{article: a, columns: 1-12, rows: 40-50}}]}}
  - {{page: 2, slots: [{{picture: red, columns: 1-6, rows: 1-30}}, {{picture: blue, columns: 7-12, rows: 1-30}}, {{article: b, columns: 1-12, rows: 40-50}}]}}
  - {{page: 3, slots: [{{picture: grey, columns: 1-12, rows: 1-30}}, {{article: c, columns: 1-12, rows: 40-50}}]}}
"""
BLUE = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" {}/></svg>'


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Finding]]:
    """What is told of colour in an issue of which some pages are booked in colour."""
    monkeypatch.setenv("LAYOUT_CACHE", str(tmp_path / "kept"))
    Image.new("RGB", (900, 600), (200, 40, 40)).save(tmp_path / "red.jpg")
    Image.new("RGB", (900, 600), (128, 128, 128)).save(tmp_path / "grey.jpg")
    (tmp_path / "blue.svg").write_text(BLUE.format('fill="#0a3c96"'), "utf-8")

    def check(colour: str, press: str = "newsprint") -> list[Finding]:
        (tmp_path / "issue.yaml").write_text(MANIFEST.format(colour=colour, press=press), "utf-8")
        found = check_issue(tmp_path / "issue.yaml", lambda *_: None).findings
        return [finding for finding in found if finding.code == "I218"]

    return check


def test_each_page_in_black_has_one_note_and_each_advertisement_a_warning(told: Callable[..., list[Finding]]) -> None:
    pictures, ad = told("[1]")
    assert (pictures.severity, ad.severity) == (Severity.NOTE, Severity.WARNING)
    assert pictures.message == "page 2 prints in black, and pictures in colour turn grey on it: red.jpg, blue.svg"
    assert ad.message == 'the advertisement "chandler" is in colour, but page 3 prints in black'
    assert ad.hint == (
        "put it on page 1, which prints in colour, or book page 3 in colour (`press: {colour_pages: [...]}`)"
    )
    assert ad.span is not None and ad.span.line == 8
    assert ad.place is not None and ad.place.page == 3 and ad.place.width > 0


def test_the_nearest_pages_in_colour_are_named() -> None:
    assert remedy(5, (1, 4, 9, 12)).startswith("put it on page 4 or 9, ")
    assert remedy(12, (1, 4)).startswith("put it on page 4, ")


def test_nothing_turns_grey_on_pages_in_colour_nor_where_pictures_stay_as_they_came(
    told: Callable[..., list[Finding]],
) -> None:
    assert told("[all]") == []
    assert told("[1]", "proof") == []
    assert "or supply it in grey" in told("[]")[0].hint


@pytest.mark.parametrize(
    ("mode", "pixel", "coloured"),
    [
        ("RGB", (200, 40, 40), True),
        ("RGB", (120, 128, 125), False),
        ("L", 90, False),
        ("P", 3, False),
        ("RGBA", (255, 0, 0, 0), False),
        ("RGBA", (255, 0, 0, 255), True),
        ("CMYK", (0, 200, 200, 0), True),
        ("CMYK", (0, 0, 0, 200), False),
        ("I;16", 30000, False),
    ],
)
def test_colour_is_what_is_seen(mode: str, pixel: object, coloured: bool, tmp_path: Path) -> None:  # noqa: FBT001
    path = tmp_path / ("a.tif" if mode == "CMYK" else "a.png")
    Image.new(mode, (40, 30), pixel).save(path)  # type: ignore[arg-type]
    assert in_colour(PictureSource(path, f"{mode}{pixel}", (40, 30), path.suffix[1:])) is coloured


@pytest.mark.parametrize(
    ("said", "coloured"),
    [
        ('fill="#0a3c96"', True),
        ('style="fill:none;stroke: rgb(200, 10, 10)"', True),
        ('stroke="crimson"', True),
        ('fill="#808080" stroke="#f0e6d2"', False),
        ('fill="url(#a)" stroke="none"', False),
    ],
)
def test_a_drawing_is_in_the_colours_that_it_names(said: str, coloured: bool, tmp_path: Path) -> None:  # noqa: FBT001
    path = tmp_path / "a.svg"
    path.write_text(BLUE.format(said), "utf-8")
    assert in_colour(PictureSource(path, said, (60, 40), "svg")) is coloured
