"""Pages by hand: words shaped with HarfBuzz directly, so that drawing is tested without typesetting."""

import datetime
import functools
import hashlib
import importlib.resources
from collections.abc import Callable
from pathlib import Path

import pytest
import uharfbuzz as hb

from layout.draw.pdf import draw_pages
from layout.model.edition import Edition
from layout.model.ink import BLACK, Ink
from layout.model.page import Page, Pages, Placed
from layout.model.press import UNPRINTED, Overprint
from layout.model.text import Face, GlyphRun, Glyphs, LineEnd
from layout.press.pdfx import identify, made_on
from layout.units import Emu, mm, pt

DATE = datetime.date(2026, 3, 7)
IDENTIFY = identify(UNPRINTED, "Test", made_on(DATE))
Setter = Callable[..., Glyphs]


def family(package: str, file: str) -> Path:
    return Path(str(importlib.resources.files(package).joinpath("files", file)))


def open_face(path: Path, name: str, variations: tuple[tuple[str, float], ...] = ()) -> Face:
    opened = hb.Face(hb.Blob.from_file_path(str(path)))
    font = hb.Font(opened)
    font.set_variations(dict(variations))
    extents = font.get_font_extents("ltr")
    return Face(
        id=name + repr(variations),
        postscript_name=name,
        path=path,
        index=0,
        variations=variations,
        units_per_em=opened.upem,
        ascender=extents.ascender,
        descender=extents.descender,
        cap_height=opened.upem * 7 // 10,
        x_height=opened.upem // 2,
        italic_angle=0,
        bbox=(-100, -300, opened.upem, opened.upem),
        digest=hashlib.sha256(path.read_bytes()).hexdigest(),
    )


@pytest.fixture(scope="session")
def newsreader() -> Face:
    path = family("fontpkg_newsreader", "Newsreader[opsz,wght].ttf")
    return open_face(path, "Newsreader-Regular", (("opsz", 9.4), ("wght", 400.0)))


@pytest.fixture(scope="session")
def headline() -> Face:
    path = family("fontpkg_newsreader", "Newsreader[opsz,wght].ttf")
    return open_face(path, "Newsreader-SemiBold", (("opsz", 54.0), ("wght", 600.0)))


@pytest.fixture(scope="session")
def pt_serif() -> Face:
    return open_face(family("fontpkg_pt_serif", "PT_Serif-Web-Regular.ttf"), "PTSerif-Regular")


@functools.cache
def shape(face: Face, text: str) -> GlyphRun:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(face.path))))
    font.set_variations(dict(face.variations))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    places = buffer.glyph_positions
    return GlyphRun(
        face=face,
        text=text,
        glyph_ids=tuple(info.codepoint for info in buffer.glyph_infos),
        advances=tuple(place.x_advance for place in places),
        x_offsets=tuple(place.x_offset for place in places),
        y_offsets=tuple(place.y_offset for place in places),
        clusters=tuple(info.cluster for info in buffer.glyph_infos),
        width=sum(place.x_advance for place in places),
    )


@pytest.fixture(scope="session")
def set_words() -> Setter:
    """Words on a line, a fixed word space apart; a soft hyphen at the end stands for a hyphen not in the source."""

    def set_line(
        face: Face, text: str, size_pt: float = 9.4, ink: Ink = BLACK, letter_space: Emu = 0, scale: int = 1000
    ) -> Glyphs:
        size = pt(size_pt)
        hyphen = text.endswith("\u00ad")
        runs = tuple(shape(face, word) for word in text.replace("\u00ad", "-").split())
        at, offsets = 0.0, []
        for run in runs:
            offsets.append(round(at))
            at += (
                run.width * size * scale / (1000 * face.units_per_em) + len(run.glyph_ids) * letter_space + size * 0.27
            )
        end = LineEnd.SOFT_HYPHEN if hyphen else LineEnd.SPACE if text.endswith(" ") else LineEnd.NOTHING
        return Glyphs(face, size, ink, runs, tuple(offsets), letter_space, scale, end)

    return set_line


def page_of(*placed: Placed, number: int = 1, bleed: Emu = 0) -> Page:
    width, depth = mm(120), mm(100)
    return Page(number, width, depth, bleed, (0, 0, width, depth), placed)


def pages_of(*pages: Page) -> Pages:
    return Pages("Test", "en", pages, ())


@pytest.fixture(scope="session")
def draw() -> Callable[..., bytes]:
    def draw_placed(*placed: Placed, edition: Edition = Edition.PRINT) -> bytes:
        return draw_pages(pages_of(page_of(*placed)), edition, Overprint(), IDENTIFY)

    return draw_placed
