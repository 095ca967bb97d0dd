"""Words on paper: where they stand, what they say when copied, which fonts carry them."""

import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from layout.model.ink import BLACK, Ink
from layout.model.page import Placed
from layout.model.text import Face, Glyphs
from layout.units import EMU_PER_PT, mm, pt

from .conftest import Setter, open_face

Draw = Callable[..., bytes]
SENTENCE = "The first official waffle in Ávila, AVATAR type; fjords Ty."
MARK = Ink(magenta=500)


def origins(pdf: bytes) -> list[tuple[str, float]]:
    """Each character with the x of its origin in points, in content order."""
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    found = []
    for index in range(text.count_chars()):
        x, y = pdfium_c.c_double(), pdfium_c.c_double()
        if pdfium_c.FPDFText_GetCharOrigin(text, index, x, y) and not pdfium_c.FPDFText_IsGenerated(text, index):
            found.append((chr(pdfium_c.FPDFText_GetUnicode(text, index)), x.value))
    return found


def extracted(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def poppler(pdf: bytes, *command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    # Poppler reads from standard input where a file name is "-".
    done = subprocess.run([*command], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize(("letter_space", "scale"), [(0, 1000), (pt(0.31), 1000), (-pt(0.11), 983), (pt(0.2), 1017)])
@pytest.mark.parametrize("size_pt", [9.4, 54])
def test_words_begin_where_they_are_placed(
    newsreader: Face, set_words: Setter, draw: Draw, letter_space: int, scale: int, size_pt: float
) -> None:
    glyphs = set_words(newsreader, "into Ten tool AVAN once Tyne on", size_pt, letter_space=letter_space, scale=scale)
    found = origins(draw(Placed(mm(7), mm(50), glyphs)))
    starts = [x for before, (c, x) in zip([" "] + [c for c, _ in found], found, strict=False) if before == " " != c]
    wanted = [(mm(7) + offset) / EMU_PER_PT for offset in glyphs.offsets]
    assert starts == pytest.approx(wanted, abs=0.02)


def test_letters_stand_where_the_shaper_put_them(pt_serif: Face, set_words: Setter, draw: Draw) -> None:
    glyphs = set_words(pt_serif, "AVATARo", 20)
    run = glyphs.words[0]
    at, wanted = 0, []
    for advance in run.advances:
        wanted.append((mm(7) + at * pt(20) / run.face.units_per_em) / EMU_PER_PT)
        at += advance
    assert [x for _, x in origins(draw(Placed(mm(7), mm(50), glyphs)))] == pytest.approx(wanted, abs=0.02)


def test_written_widths_are_those_of_the_embedded_font(newsreader: Face, set_words: Setter, draw: Draw) -> None:
    pdf = pypdf.PdfReader(io.BytesIO(draw(Placed(0, mm(9), set_words(newsreader, SENTENCE)))))
    font = pdf.pages[0]["/Resources"]["/Font"]["/F0"]["/DescendantFonts"][0].get_object()
    program = TTFont(io.BytesIO(font["/FontDescriptor"]["/FontFile2"].get_data()))
    assert "fvar" not in program and "GSUB" not in program
    widths = list(font["/W"])
    for first, some in zip(widths[::2], widths[1::2], strict=True):
        for glyph, width in enumerate(some, int(first)):
            advance = program["hmtx"].metrics[program.getGlyphName(glyph)][0]
            assert abs(width - advance * 1000 / newsreader.units_per_em) <= 0.5


def test_text_comes_back(newsreader: Face, pt_serif: Face, set_words: Setter, draw: Draw) -> None:
    pdf = draw(
        Placed(mm(5), mm(20), set_words(newsreader, SENTENCE + " ")),
        Placed(mm(5), mm(30), set_words(pt_serif, "y el niño: „Größe“ q\u0301 e\u0301 end. ")),
    )
    wanted = unicodedata.normalize("NFC", f"{SENTENCE} y el niño: „Größe“ q\u0301 é end.").split()
    assert unicodedata.normalize("NFC", poppler(pdf, "pdftotext", "-", "-")).split() == wanted
    assert unicodedata.normalize("NFC", extracted(pdf)).split() == wanted
    assert not re.search("[\ue000-\uf8ff]", extracted(pdf))


def test_small_capitals_say_their_letters(newsreader: Face, set_words: Setter, draw: Draw) -> None:
    """A glyph that stands for different text in two words is told by ActualText in the second."""
    glyphs = set_words(newsreader, "aaa bab")
    first, second = glyphs.words
    changed = type(second)(
        second.face,
        "zyz",
        second.glyph_ids,
        second.advances,
        second.x_offsets,
        second.y_offsets,
        (0, 1, 2),
        second.width,
    )
    pdf = draw(
        Placed(mm(5), mm(9), Glyphs(newsreader, glyphs.size, BLACK, (first, second, changed), (0, pt(30), pt(60))))
    )
    assert poppler(pdf, "pdftotext", "-", "-").split() == ["aaa", "bab", "zyz"]


def test_a_hyphen_at_a_line_end_is_soft(pt_serif: Face, set_words: Setter, draw: Draw) -> None:
    pdf = draw(
        Placed(mm(5), mm(20), set_words(pt_serif, "a well-known hyphen\u00ad")),
        Placed(mm(5), mm(24), set_words(pt_serif, "ation end")),
    )
    joined = poppler(pdf, "pdftotext", "-", "-").replace("\u00ad\n", "").replace("\u00ad", "")
    assert joined.split() == ["a", "well-known", "hyphenation", "end"]


def test_a_raised_glyph_is_raised(pt_serif: Face, set_words: Setter, draw: Draw) -> None:
    glyphs = set_words(pt_serif, "abc")
    run = glyphs.words[0]
    raised = type(run)(run.face, "abc", run.glyph_ids, run.advances, (0, 40, 0), (0, 250, 0), (0, 1, 2), run.width)
    pdf = draw(Placed(mm(5), mm(20), Glyphs(pt_serif, pt(10), BLACK, (raised,), (0,))))
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    places = []
    for index in range(3):
        x, y = pdfium_c.c_double(), pdfium_c.c_double()
        pdfium_c.FPDFText_GetCharOrigin(text, index, x, y)
        places.append((x.value, y.value))
    assert places[1][1] - places[0][1] == pytest.approx(2.5, abs=0.01)
    assert places[2][1] == pytest.approx(places[0][1], abs=0.01)
    assert places[1][0] - places[0][0] == pytest.approx((run.advances[0] + 40) / 100, abs=0.02)


def test_fonts_are_embedded_subsets_and_none_is_of_the_base_14(
    newsreader: Face, headline: Face, pt_serif: Face, set_words: Setter, draw: Draw
) -> None:
    faces = (newsreader, headline, pt_serif)
    pdf = draw(*(Placed(mm(5), mm(10 + 9 * row), set_words(face, SENTENCE)) for row, face in enumerate(faces)))
    listed = poppler(pdf, "pdffonts", "-").splitlines()[2:]
    assert len(listed) == 3
    for line in listed:
        assert re.match(r"[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes ", line)
    assert len({line.split("+")[0] for line in listed}) == 3
    assert b"Helvetica" not in pdf


@pytest.fixture(scope="module")
def postscript_face(tmp_path_factory: pytest.TempPathFactory) -> Face:
    """A small OpenType font with CFF outlines: a box for each letter, wider by letter."""
    letters = "abcdef"
    names = [".notdef", "space", *letters]
    pen_of = {}
    for number, name in enumerate(names):
        pen = T2CharStringPen(300 + 50 * number, None)
        if name != "space":
            pen.moveTo((50, 0))
            pen.lineTo((50, 500))
            pen.lineTo((200 + 50 * number, 500))
            pen.lineTo((200 + 50 * number, 0))
            pen.closePath()
        pen_of[name] = pen.getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({32: "space", **{ord(letter): letter for letter in letters}})
    builder.setupCFF("Boxes", {}, pen_of, {})
    builder.setupHorizontalMetrics({name: (300 + 50 * number, 50) for number, name in enumerate(names)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    path: Path = tmp_path_factory.mktemp("fonts") / "boxes.otf"
    builder.save(path)
    return open_face(path, "Boxes")


def test_a_postscript_font_goes_in_as_cff(postscript_face: Face, set_words: Setter, draw: Draw) -> None:
    glyphs = set_words(postscript_face, "fed ace", 20, MARK)
    pdf = draw(Placed(mm(5), mm(20), glyphs))
    assert re.search(r"\+Boxes +CID Type 0C +Identity-H +yes yes yes ", poppler(pdf, "pdffonts", "-"))
    assert poppler(pdf, "pdftotext", "-", "-").split() == ["fed", "ace"]
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=4).to_pil().convert("L")
    row = image.height * 17 // 100
    inked = [x / 4 - mm(5) / EMU_PER_PT for x in range(image.width) if image.getpixel((x, row)) < 200]
    # The box of "f", the glyph with id 7, reaches from 50 to 550 thousandths of 20 pt.
    assert min(inked) == pytest.approx(1, abs=0.3)
    assert 10.7 < max(x for x in inked if x < 12) < 11.3
