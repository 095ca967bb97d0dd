"""A picture that stands in several places: what is asked of the press, and where its one XObject shows."""

import datetime
import io
import zlib
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from layout.draw.pdf import draw_pages
from layout.draw.placements import wanted_of
from layout.model.edition import Edition
from layout.model.page import Clip, Page, Pages, Picture, PictureSource, Placed
from layout.model.press import UNPRINTED, Overprint
from layout.model.raster import Coding, Plates, Raster, Wanted
from layout.press.pdfx import identify, made_on
from layout.units import pt

SOURCE = PictureSource(Path("nowhere.jpg"), "digest", (40, 20), "jpeg")
WHOLE = (0, 0, 1_000_000, 1_000_000)


class Halves:
    """Separates a picture whose left half is solid and whose right half is empty; page 2 is black."""

    name = "halves"

    def __init__(self) -> None:
        self.asked: list[Wanted] = []

    def plates(self, page: int) -> Plates:
        return Plates.BLACK if page == 2 else Plates.PROCESS

    limit = 2400

    def raster(self, wanted: Wanted) -> Raster:
        self.asked.append(wanted)
        left, top, right, bottom = wanted.box
        row = [0 if x < 20 else 255 for x in range(left, right)]
        return Raster(right - left, bottom - top, 1, 8, Coding.FLATE, zlib.compress(bytes(row) * (bottom - top)))

    def inks(self, srgb: tuple[float, float, float], plates: Plates) -> tuple[float, float, float, float]:
        raise NotImplementedError


def picture(width: float, depth: float, crop: tuple[int, int, int, int] = WHOLE) -> Picture:
    return Picture(pt(width), pt(depth), SOURCE, crop)


def pages(*placed: tuple[Placed, ...]) -> tuple[Page, ...]:
    return tuple(Page(number, pt(200), pt(100), 0, (0, 0, 0, 0), one) for number, one in enumerate(placed, 1))


@pytest.mark.parametrize(("right", "wanted"), [(999_000, 40), (500_000, 20)])
def test_line_art_of_which_most_is_shown_is_wanted_whole(right: int, wanted: int) -> None:
    art = replace(SOURCE, kind="png", bits=1)
    shown = Placed(0, 0, replace(picture(20, 20, (0, 0, right, 1_000_000)), source=art))
    (found,) = wanted_of(pages((shown,)), Halves()).values()
    assert found.box == (0, 0, wanted, 20)


def test_all_placements_are_asked_for_at_once_at_the_size_of_the_largest() -> None:
    small = Placed(0, 0, picture(20, 20, (0, 0, 500_000, 1_000_000)))
    large = Clip(pt(90), pt(90), (Placed(0, 0, picture(60, 30, (250_000, 250_000, 1_000_000, 1_000_000))),))
    elsewhere = Placed(0, 0, picture(10, 5))
    found = wanted_of(pages((small, Placed(0, 0, large)), (elsewhere,)), Halves())
    assert found == {
        ("digest", Plates.PROCESS): Wanted(SOURCE, (0, 0, 40, 20), pt(80), pt(40), Plates.PROCESS),
        ("digest", Plates.BLACK): Wanted(SOURCE, (0, 0, 40, 20), pt(10), pt(5), Plates.BLACK),
    }


def test_a_part_is_cut_at_whole_pixels_outside_the_crop() -> None:
    (wanted,) = wanted_of(pages((Placed(0, 0, picture(10, 5, (260_000, 0, 740_000, 510_000))),)), Halves()).values()
    assert wanted.box == (10, 0, 30, 11)
    assert wanted.width == pytest.approx(pt(10) * 0.5 / 0.48, abs=1)


def test_one_part_shows_each_placement_s_own(tmp_path: Path) -> None:
    """Two crops of one XObject: the solid half stays where it is in the whole picture."""
    halves = Halves()
    middle = Placed(pt(10), pt(10), picture(40, 20, (260_000, 100_000, 740_000, 900_000)))
    right = Placed(pt(100), pt(50), picture(60, 40, (400_000, 100_000, 900_000, 900_000)))
    drawn = Pages("", "en", pages((middle, right)), ())
    pdf = draw_pages(
        drawn, Edition.PRINT, Overprint(), identify(UNPRINTED, "", made_on(datetime.date(2026, 3, 7))), halves
    )
    assert [wanted.box for wanted in halves.asked] == [(10, 2, 36, 18)]
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/XObject"]) == 1
    with pypdfium2.PdfDocument(pdf) as opened:
        shown = opened[0].render(scale=4).to_pil().convert("L")
    for left, top, width, depth, edge in ((10, 10, 40, 20, 20), (100, 50, 60, 40, 12)):
        level = [shown.getpixel((x * 4 + 2, (top + depth // 2) * 4)) for x in range(200)]
        assert {level[x] for x in range(left + 1, left + edge - 1)} == {0}
        assert {level[x] for x in range(left + edge + 1, left + width + 5)} == {255} == {level[left - 2]}
        assert shown.getpixel(((left + 2) * 4, top * 4 - 3)) == 255 != shown.getpixel(((left + 2) * 4, top * 4 + 3))
