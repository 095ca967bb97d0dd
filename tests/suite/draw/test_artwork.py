"""PDFs of advertisers in the paper: at their place, upright, with what they hold, whatever it is held together by."""

import io
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject
from reportlab.pdfgen.canvas import Canvas

from layout.artwork import Unsuited, open_artwork
from layout.draw.pdf import draw_pages
from layout.model.edition import Edition
from layout.model.ink import Ink
from layout.model.page import Fill, Page, Pages, Part, Picture, PictureSource, Placed
from layout.model.press import Overprint
from layout.units import mm, pt

from .conftest import IDENTIFY


def advertisement() -> bytes:
    """A page trimmed to 100 by 50 points: red at the top left, blue at the foot, and a word."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(120, 70), invariant=1)
    canvas.setTrimBox((10, 10, 110, 60))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(10, 35, 50, 25, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 1)
    canvas.rect(10, 10, 100, 5, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(65, 40, "Rope")
    canvas.save()
    return made.getvalue()


def rewritten(turn: int = 0, contents: int = 1) -> bytes:
    """The same with its page turned, its content in several streams, and objects that hold one another."""
    writer = PdfWriter(clone_from=io.BytesIO(advertisement()))
    page = writer.pages[0]
    page[NameObject("/Rotate")] = NumberObject(turn)
    circle = DictionaryObject()
    held = writer._add_object(circle)
    circle[NameObject("/Self")] = held
    page["/Resources"][NameObject("/Properties")] = DictionaryObject({NameObject("/P0"): held})  # type: ignore[index]
    if contents > 1:
        content = page.get_contents()
        assert content is not None
        lines = content.get_data().splitlines()
        parts = []
        for start in range(contents):
            stream = DecodedStreamObject()
            stream.set_data(b"\n".join(lines[start * len(lines) // contents : (start + 1) * len(lines) // contents]))
            parts.append(writer._add_object(stream))
        page[NameObject("/Contents")] = ArrayObject(parts)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def paper(folder: Path, octets: bytes, across: int, down: int, *before: Placed) -> bytes:
    """A page of 200 by 200 mm with the advertisement 100 mm wide, 50 from its left and 40 from its top; and once more."""
    path = folder / "ad.pdf"
    path.write_bytes(octets)
    paint = Picture(mm(across), mm(down), PictureSource(path, "digest", (1, 1), "pdf", (pt(1), pt(1))))
    placed = (*before, Placed(mm(50), mm(40), paint, Part.AD), Placed(mm(50), mm(150), paint, Part.AD))
    page = Page(1, mm(200), mm(200), 0, (0, 0, mm(200), mm(200)), placed)
    return draw_pages(Pages("T", "en", (page,), ()), Edition.DIGITAL, Overprint(), IDENTIFY)


def colour(octets: bytes, x_mm: float, y_mm: float) -> tuple[int, ...]:
    image = pypdfium2.PdfDocument(octets)[0].render(scale=2).to_pil().convert("RGB")
    return tuple(255 * round(value / 255) for value in image.getpixel((x_mm / 25.4 * 144, y_mm / 25.4 * 144)))


@pytest.mark.parametrize("contents", [1, 3])
def test_it_stands_where_it_was_placed(tmp_path: Path, contents: int) -> None:
    made = paper(tmp_path, rewritten(contents=contents), 100, 50)
    assert colour(made, 60, 50) == (255, 0, 0)
    assert colour(made, 51, 41) == (255, 0, 0)
    assert colour(made, 60, 88) == (0, 0, 255)
    assert colour(made, 140, 60) == (255, 255, 255)
    for x, y in ((49, 50), (151, 89), (60, 39), (60, 91)):
        assert colour(made, x, y) == (255, 255, 255)
    assert "Rope" in pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range()
    assert sum("/Form" in str(one.get("/Subtype")) for one in forms(made)) == 1


def forms(octets: bytes) -> list[DictionaryObject]:
    resources = PdfReader(io.BytesIO(octets)).pages[0]["/Resources"]
    return [one.get_object() for one in resources["/XObject"].values()]  # type: ignore[index]


@pytest.mark.parametrize(
    ("turn", "red", "blue"), [(90, (95, 60), (52, 80)), (180, (140, 80), (100, 41)), (270, (60, 130), (98, 80))]
)
def test_it_stands_upright(tmp_path: Path, turn: int, red: tuple[int, int], blue: tuple[int, int]) -> None:
    across, down = (100, 50) if turn == 180 else (50, 100)
    made = paper(tmp_path, rewritten(turn), across, down)
    assert colour(made, *red) == (255, 0, 0)
    assert colour(made, *blue) == (0, 0, 255)


def test_it_begins_as_a_page_of_its_own_does(tmp_path: Path) -> None:
    """What says nothing of its ink is black, whatever our page has painted before."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(100, 50), invariant=1)
    canvas.rect(0, 0, 100, 50, stroke=0, fill=1)
    canvas.save()
    red = Placed(mm(5), mm(5), Fill(mm(9), mm(9), Ink(magenta=1000, yellow=1000)))
    assert max(colour(paper(tmp_path, made.getvalue(), 100, 50, red), 60, 50)) == 0


def test_the_same_advertisement_gives_the_same_file(tmp_path: Path) -> None:
    assert paper(tmp_path, rewritten(), 100, 50) == paper(tmp_path, rewritten(), 100, 50)


def test_what_was_read_can_be_drawn(tmp_path: Path) -> None:
    random, whole = Random(3), rewritten(contents=3)
    drawn = 0
    for _ in range(120):
        octets = bytearray(whole)
        for _ in range(random.randint(1, 6)):
            octets[random.randrange(len(octets))] = random.randrange(256)
        try:
            open_artwork(bytes(octets))
        except Unsuited:
            continue
        assert paper(tmp_path, bytes(octets), 100, 50).startswith(b"%PDF-")
        drawn += 1
    assert drawn > 20
