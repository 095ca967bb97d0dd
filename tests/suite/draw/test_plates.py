"""Plates drawn from the display list: how much ink is where, plate by plate."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from layout.draw.placements import wanted_of
from layout.draw.plates import PROCESS, draw_films
from layout.manifest.press import read_press
from layout.manifest.workspace import shipped
from layout.model.ink import BLACK, PAPER, Ink
from layout.model.page import Clip, Fill, Picture, PictureSource, Placed
from layout.model.press import InkLimits, Overprint
from layout.model.text import Face
from layout.press.separation.separator import separation_for
from layout.units import mm

from .conftest import Setter, page_of, pages_of

PRESS = read_press("newsprint", (shipped("styles"),))
TINT = Ink(800, 200, 0, 100)


def plates(*placed: Placed, spots: tuple[str, ...] = (), colour: str = "all") -> dict[str, Image.Image]:
    """The plates of one page at 72 dpi, as shares of ink in percent."""
    press = replace(PRESS, ink=InkLimits(colour_pages=(colour,)))
    separation = separation_for(press, 1)
    assert separation is not None
    shown = {}
    pages = pages_of(page_of(*placed))
    for film in draw_films(pages, spots, Overprint(), separation, wanted_of(pages.pages, separation)):
        picture = pypdfium2.PdfDocument(film.pdf)[0].render(grayscale=len(film.plates) == 1).to_pil()
        shown.update(zip(film.plates, picture.split(), strict=False))
    return {name: shown[name] for name in (*PROCESS, *spots)}


def inks_at(shown: dict[str, Image.Image], x_mm: float, y_mm: float) -> list[int]:
    at = round(x_mm * 72 / 25.4), round(y_mm * 72 / 25.4)
    return [round(100 - plate.getpixel(at) / 2.55) for plate in shown.values()]  # type: ignore[operator]


def file_of(path: Path, size: tuple[int, int], kind: str) -> PictureSource:
    return PictureSource(path, hashlib.sha256(path.read_bytes()).hexdigest(), size, kind)


def test_areas_have_their_amounts_and_knock_out_what_is_below() -> None:
    below, above, gap = Fill(mm(60), mm(60), TINT), Fill(mm(20), mm(20), Ink(yellow=1000)), Fill(mm(5), mm(5), PAPER)
    shown = plates(Placed(0, 0, below), Placed(mm(10), mm(10), Clip(mm(20), mm(20), (Placed(0, 0, above),))),
                   Placed(mm(40), mm(40), gap))  # fmt: skip
    assert list(shown) == list(PROCESS)
    assert inks_at(shown, 5, 5) == [80, 20, 0, 10]
    assert inks_at(shown, 20, 20) == [0, 0, 100, 0]
    assert inks_at(shown, 42, 42) == inks_at(shown, 90, 90) == [0, 0, 0, 0]


def test_small_black_type_leaves_the_ground_and_large_type_does_not(headline: Face, set_words: Setter) -> None:
    ground = Placed(0, 0, Fill(mm(120), mm(60), TINT))
    small = plates(ground, Placed(mm(5), mm(20), set_words(headline, "MMMMMM", 11.9)))
    large = plates(ground, Placed(mm(5), mm(20), set_words(headline, "MMMMMM", 12)))
    for name in ("Cyan", "Magenta"):
        low, _ = small[name].crop((20, 30, 80, 60)).getextrema()
        _, high = large[name].crop((20, 30, 80, 60)).getextrema()
        assert low == small[name].crop((20, 30, 80, 60)).getextrema()[1]
        assert high > low + 20  # type: ignore[operator]
    assert small["Black"].getextrema()[0] < 20 and large["Black"].getextrema()[0] < 20  # type: ignore[operator]


def test_a_spot_ink_has_a_plate_of_its_own() -> None:
    shown = plates(Placed(0, 0, Fill(mm(20), mm(20), Ink(500, spot="Harbour", tint=400))), spots=("Harbour",))
    assert inks_at(shown, 5, 5) == [0, 0, 0, 0, 40]


@pytest.mark.parametrize("kind", ["jpeg", "png", "svg"])
@pytest.mark.parametrize("colour", ["all", "2"])
def test_a_picture_is_on_the_plates_of_its_page(kind: str, colour: str, tmp_path: Path) -> None:
    path = tmp_path / f"red.{kind}"
    if kind == "svg":
        path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
                        '<rect width="40" height="40" fill="#c8281e"/></svg>')  # fmt: skip
    else:
        Image.new("RGB", (400, 400), (200, 40, 30)).save(path)
    picture = Picture(mm(40), mm(40), file_of(path, (400, 400), kind))
    cyan, magenta, yellow, black = inks_at(plates(Placed(mm(10), mm(10), picture), colour=colour), 30, 30)
    if colour == "all":
        assert cyan < 30 and magenta > 70 and yellow > 60 and black < 45
    else:
        assert cyan == magenta == yellow == 0 and 30 < black < 90


def test_grey_pictures_are_on_the_black_plate_alone(tmp_path: Path) -> None:
    Image.new("L", (400, 400), 90).save(tmp_path / "grey.png")
    picture = Picture(mm(40), mm(40), file_of(tmp_path / "grey.png", (400, 400), "png"))
    cyan, magenta, yellow, black = inks_at(plates(Placed(mm(10), mm(10), picture)), 30, 30)
    assert cyan == magenta == yellow == 0 and black > 30


def test_black_is_black() -> None:
    shown = plates(Placed(0, 0, Fill(mm(20), mm(20), BLACK)))
    assert inks_at(shown, 5, 5) == [0, 0, 0, 100]
