"""The file: boxes, dates, inks, links, pictures, the same bytes every time."""

import datetime
import hashlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageOps

from layout.draw.pdf import draw_pages
from layout.model.edition import Edition
from layout.model.ink import BLACK, Ink
from layout.model.page import Bookmark, Clip, Fill, Link, Pages, Picture, PictureSource, Placed, Rule
from layout.model.press import UNPRINTED, Overprint
from layout.model.text import Face
from layout.press.pdfx import identify, made_on
from layout.units import mm, pt

from .conftest import DATE, IDENTIFY, Setter, page_of

Draw = Callable[..., bytes]


def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def content(pdf: bytes) -> str:
    return read(pdf).pages[0].get_contents().get_data().decode("latin-1")


def colours(pdf: bytes, scale: float = 1) -> Image.Image:
    image: Image.Image = pypdfium2.PdfDocument(pdf)[0].render(scale=scale).to_pil().convert("RGB")
    return image


def source_of(path: Path, size: tuple[int, int], kind: str) -> PictureSource:
    return PictureSource(path, hashlib.sha256(path.read_bytes()).hexdigest(), size, kind)


def test_a_page_carries_its_boxes_and_the_file_its_facts(
    newsreader: Face, set_words: Setter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    page = page_of(Placed(mm(5), mm(20), set_words(newsreader, "Words")), bleed=mm(3))
    identity = identify(UNPRINTED, "Das Blatt – März", made_on(DATE))
    pdf = draw_pages(Pages("", "de", (page,), ()), Edition.PRINT, Overprint(), identity)
    assert pdf.startswith(b"%PDF-1.6")
    document = read(pdf)
    made = document.pages[0]
    for box in ("/MediaBox", "/CropBox", "/BleedBox"):
        assert [float(edge) for edge in made[box]] == pytest.approx([0, 0, 357.165, 300.472], abs=0.001)
    assert [float(edge) for edge in made["/TrimBox"]] == pytest.approx([8.504, 8.504, 348.661, 291.968], abs=0.001)
    assert "/ArtBox" not in made and "/Rotate" not in made
    assert document.metadata is not None and document.metadata.title == "Das Blatt – März"
    assert document.metadata.creation_date == datetime.datetime(2026, 3, 7, tzinfo=datetime.UTC)
    assert document.trailer["/Root"]["/Lang"] == "de"
    first, second = document.trailer["/ID"]
    assert first == second


def test_syntax_is_clean(newsreader: Face, set_words: Setter, draw: Draw, tmp_path: Path) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    file = tmp_path / "page.pdf"
    file.write_bytes(
        draw(
            Placed(
                mm(5),
                mm(20),
                set_words(newsreader, "Words (and) back\\slashes", ink=Ink(spot="Gold (dark)", yellow=900)),
            ),
            Placed(mm(5), mm(30), Link(mm(9), mm(9), href="https://example.org/(a)")),
            edition=Edition.DIGITAL,
        )
    )
    assert subprocess.run(["qpdf", "--check", str(file)], capture_output=True, check=False).returncode == 0


def test_only_process_inks_and_small_solid_black_overprints(newsreader: Face, set_words: Setter, draw: Draw) -> None:
    line = content(draw(Placed(0, mm(9), set_words(newsreader, "small", 9))))
    assert "0 0 0 1 k" in line and "/GO gs" in line
    assert "/GK gs" in content(draw(Placed(0, mm(9), set_words(newsreader, "large", 12))))
    assert "/GK gs" in content(draw(Placed(0, mm(9), set_words(newsreader, "grey", 9, Ink(black=600)))))
    assert "/GO gs" in content(draw(Placed(0, mm(9), Rule(mm(9), 0, pt(1), BLACK))))
    pdf = draw(Placed(0, mm(9), Rule(mm(9), 0, pt(2), BLACK)), Placed(0, 0, Fill(mm(3), mm(3), Ink(cyan=255))))
    assert "/GO gs" not in content(pdf) and "0.255 0 0 0 k" in content(pdf)
    states = read(pdf).pages[0]["/Resources"]["/ExtGState"]
    assert states["/GO"]["/OPM"] == 1 and states["/GO"]["/op"].value and not states["/GK"]["/OP"].value


def test_a_spot_ink_has_one_separation(draw: Draw) -> None:
    red = Ink(magenta=900, yellow=800, spot="House Red")
    tint = Ink(magenta=900, yellow=800, spot="House Red", tint=250)
    pdf = draw(Placed(0, 0, Fill(mm(3), mm(3), red)), Placed(0, mm(5), Rule(mm(3), 0, pt(1), tint)))
    spaces = read(pdf).pages[0]["/Resources"]["/ColorSpace"]
    assert list(spaces) == ["/S0"]
    assert spaces["/S0"][:3] == ["/Separation", "/House#20Red", "/DeviceCMYK"] or spaces["/S0"][1] == "/House Red"
    assert "/S0 cs 1 scn" in content(pdf) and "/S0 CS 0.25 SCN" in content(pdf)


def test_a_clip_hides_what_reaches_over_and_forgets_its_inks(draw: Draw) -> None:
    yellow, cyan = Ink(yellow=1000), Ink(cyan=1000)
    inside = (Placed(0, 0, Fill(mm(50), mm(50), yellow)),)
    image = colours(
        draw(
            Placed(0, 0, Fill(mm(5), mm(5), cyan)),
            Placed(mm(10), mm(10), Clip(mm(10), mm(10), inside)),
            Placed(mm(40), mm(40), Fill(mm(5), mm(5), cyan)),
        ),
        scale=72 / 25.4,
    )
    at = lambda x, y: image.getpixel((round(mm(x) / pt(1) * 72 / 25.4), round(mm(y) / pt(1) * 72 / 25.4)))  # noqa: E731
    assert at(15, 15)[2] < 80 < at(15, 15)[0]
    assert at(22, 15) == (255, 255, 255)
    assert at(42, 42) == at(2, 2) and at(42, 42)[0] < 80


def test_links_and_outline_are_digital_only() -> None:
    leads = (
        Placed(mm(5), mm(5), Link(mm(9), mm(4), href="https://example.org/")),
        Placed(mm(5), mm(15), Link(mm(9), mm(4), page=9)),
        Placed(mm(5), mm(25), Link(mm(9), mm(4), page=77)),
    )
    outline = (Bookmark("Front", 8, 0), Bookmark("Story", 9, mm(30), 1), Bookmark("Deep", 9, mm(40), 5))
    pages = Pages("Test", "en", (page_of(*leads, number=8), page_of(number=9)), (), outline)
    digital = read(draw_pages(pages, Edition.DIGITAL, Overprint(), IDENTIFY))
    first, second = (note.get_object() for note in digital.pages[0]["/Annots"])
    assert first["/A"]["/URI"] == "https://example.org/"
    assert [round(float(edge), 1) for edge in first["/Rect"]] == [14.2, 258.0, 39.7, 269.3]
    assert second["/Dest"][0].get_object() == digital.pages[1].get_object()
    top, (inner, (deepest,)) = digital.outline[0], digital.outline[1]
    assert (top.title, inner.title, deepest.title) == ("Front", "Story", "Deep")
    assert digital.get_destination_page_number(inner) == 1
    assert float(inner.top) == pytest.approx(198.43, abs=0.01)
    printed = read(draw_pages(pages, Edition.PRINT, Overprint(), IDENTIFY))
    assert "/Annots" not in printed.pages[0] and not printed.outline


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_jpeg_goes_in_as_it_is_and_stands_upright(draw: Draw, tmp_path: Path, orientation: int) -> None:
    image = Image.new("RGB", (40, 20), "white")
    image.paste("red", (0, 0, 20, 10))
    image.paste("blue", (20, 0, 40, 10))
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "corner.jpg"
    image.save(path, exif=exif, quality=95, subsampling=0)
    upright = ImageOps.exif_transpose(Image.open(path))
    picture = Picture(pt(upright.width), pt(upright.height), source_of(path, upright.size, "jpeg"))
    pdf = draw(Placed(pt(100), pt(100), picture))
    assert path.read_bytes() in pdf
    shown = colours(pdf).crop((100, 100, 100 + upright.width, 100 + upright.height))
    for x in (5, upright.width - 6):
        for y in (5, upright.height - 6):
            wanted, found = upright.getpixel((x, y)), shown.getpixel((x, y))
            assert all(abs(a - b) < 60 for a, b in zip(wanted, found, strict=True)), (x, y, wanted, found)


def test_a_crop_shows_its_part_and_a_picture_is_written_once(draw: Draw, tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 40), "red")
    image.paste("blue", (20, 20, 40, 40))
    path = tmp_path / "quarters.png"
    image.save(path)
    source = source_of(path, image.size, "png")
    corner = Picture(pt(40), pt(40), source, (500_000, 500_000, 1_000_000, 1_000_000))
    pdf = draw(Placed(pt(100), pt(100), corner), Placed(pt(10), pt(10), Picture(pt(40), pt(40), source)))
    assert pdf.count(b"/Subtype /Image") == 1
    shown = colours(pdf)
    assert [shown.getpixel(place) for place in ((105, 105), (135, 135))] == [(0, 0, 255)] * 2
    assert shown.getpixel((95, 105)) == shown.getpixel((145, 105)) == (255, 255, 255)
    assert shown.getpixel((15, 15)) == (255, 0, 0)


def test_every_kind_of_picture_keeps_its_kind(draw: Draw, tmp_path: Path) -> None:
    def drawn(image: Image.Image, name: str) -> tuple[object, object, tuple[int, int, int]]:
        path = tmp_path / name
        image.save(path)
        pdf = draw(Placed(0, 0, Picture(pt(40), pt(40), source_of(path, image.size, "png"))))
        made = read(pdf).pages[0]["/Resources"]["/XObject"]["/P0"]
        pixel = colours(pdf).getpixel((20, 20))
        return made["/BitsPerComponent"], made["/ColorSpace"], pixel

    assert drawn(Image.new("1", (9, 9), 0), "art.png") == (1, "/DeviceGray", (0, 0, 0))
    assert drawn(Image.new("L", (9, 9), 128), "grey.png") == (8, "/DeviceGray", (128, 128, 128))
    assert drawn(Image.new("RGBA", (9, 9), (255, 0, 0, 0)), "clear.png")[1:] == ("/DeviceRGB", (255, 255, 255))
    assert drawn(Image.new("RGB", (9, 9), "red").convert("P"), "palette.png")[2] == (255, 0, 0)
    assert drawn(Image.new("I;16", (9, 9), 32896), "deep.png") == (8, "/DeviceGray", (128, 128, 128))
    assert drawn(Image.new("1", (9, 9), 0), "art.tif") == (1, "/DeviceGray", (0, 0, 0))
    assert drawn(Image.new("CMYK", (9, 9), (0, 255, 255, 0)), "inks.tif")[1] == "/DeviceCMYK"
    assert drawn(Image.new("CMYK", (9, 9), (0, 0, 0, 0)), "inks.jpg")[1:] == ("/DeviceCMYK", (255, 255, 255))


def test_a_drawing_is_vectors_in_its_own_colours(draw: Draw, tmp_path: Path) -> None:
    path = tmp_path / "drawing.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 400 200">'
        '<rect x="0" y="0" width="200" height="100" fill="#ff0000"/><path d="M200 100h200v100h-200z"/>'
        '<line x1="0" y1="150" x2="150" y2="150" stroke="black" stroke-width="20"/>'
        '<text x="10" y="90">no fonts</text><image href="file:///etc/hostname" width="9" height="9"/></svg>'
    )
    pdf = draw(Placed(pt(100), pt(100), Picture(pt(80), pt(40), source_of(path, (40, 20), "svg"))))
    form = read(pdf).pages[0]["/Resources"]["/XObject"]["/P0"]
    code = form.get_data().decode()
    assert " k" not in code and " K" not in code and "BT" not in code and b"Helvetica" not in pdf
    assert "1 0 0 rg" in code and "0 0 0 RG" in code
    shown = colours(pdf)
    assert shown.getpixel((110, 110))[0] > 200 > 90 > shown.getpixel((110, 110))[1]
    assert max(shown.getpixel((170, 130))) < 60 and max(shown.getpixel((115, 130))) < 60
    assert shown.getpixel((150, 110)) == (255, 255, 255)


def test_the_same_bytes_for_any_hash_seed(tmp_path: Path) -> None:
    script = tmp_path / "draw.py"
    script.write_text(
        "import hashlib\n"
        "from tests.suite.draw.conftest import *\n"
        "from layout.model.page import Fill\n"
        "face = open_face(family('fontpkg_pt_serif', 'PT_Serif-Web-Regular.ttf'), 'PTSerif-Regular')\n"
        "runs = tuple(shape(face, word) for word in 'some words of text in type'.split())\n"
        "line = Glyphs(face, pt(9), BLACK, runs, tuple(pt(40) * n for n in range(len(runs))))\n"
        "inks = [Ink(spot=name, cyan=500) for name in 'abcdef']\n"
        "paints = [Placed(0, mm(3), Fill(9, 9, ink)) for ink in inks] + [Placed(0, mm(9), line)]\n"
        "print(hashlib.sha256(draw_pages(pages_of(page_of(*paints)), Edition.PRINT, Overprint(), IDENTIFY)).hexdigest())\n"
    )
    root = Path(__file__).parents[3]
    seen = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        done = subprocess.run(
            [sys.executable, str(script)], cwd=root, env=environment, capture_output=True, check=True, text=True
        )
        seen.add(done.stdout)
    assert len(seen) == 1
