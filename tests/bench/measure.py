"""How good lines are, read from a finished PDF: glyph positions by PDFium, nothing asked of who made it.

A word space is what lies between the advance of one word's last glyph and the origin of the next word's first. Last lines
of paragraphs are left out where spaces are counted: they are not justified.
"""

from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean, pstdev

import pypdfium2
from pypdfium2 import raw

from tests.bench.engines import ALLEY_MM, INDENT_PT, LEADING_PT, LEGS, MARGIN_MM, MEASURE_MM, SIZE_PT

PT_PER_MM = 72 / 25.4
HYPHENS = {0x2D, 0x2010, 0xAD, 0x02}
OFF_GRID_PT = 0.1
NARROWEST_EM = 0.08


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: character, origin and end of advance, baseline from the top of its page; points."""

    code: int
    left: float
    right: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its page and leg, baseline, left edge from its leg's, word spaces in em, whether it ends in a hyphen."""

    page: int
    leg: int
    baseline: float
    start: float
    spaces: tuple[float, ...]
    hyphen: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """The rows of the composition table, in percent but for `variation` and `ladders`."""

    lines: int
    over_half: float
    over_three_quarters: float
    variation: float
    hyphens: float
    ladders: int
    off_grid: float


def measure(pdf: Path) -> Figures:
    """The figures of a PDF."""
    return figures(list(lines_of(pdf)))


def figures(lines: list[Line]) -> Figures:
    """The figures of lines in reading order."""
    full = [line for line, after in pairwise(lines) if after.start < INDENT_PT / 2]
    means = [fmean(line.spaces) for line in full if line.spaces]
    gaps = [space for line in full for space in line.spaces]
    first = {line.leg: line.baseline for line in reversed(lines)}
    origin = min(first.values())
    off = [abs((line.baseline - origin + LEADING_PT / 2) % LEADING_PT - LEADING_PT / 2) > OFF_GRID_PT for line in lines]
    return Figures(
        len(lines),
        100 * fmean(mean > 0.5 for mean in means),
        100 * fmean(mean > 0.75 for mean in means),
        pstdev(gaps) / fmean(gaps),
        100 * fmean(line.hyphen for line in lines),
        _ladders(lines),
        100 * fmean(off),
    )


def _ladders(lines: list[Line]) -> int:
    ladders = running = 0
    for line in lines:
        running = running + 1 if line.hyphen else 0
        ladders += running == 3
    return ladders


def lines_of(pdf: Path) -> Iterator[Line]:
    """The lines of a PDF in the order in which it draws them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            glyphs: list[Glyph] = []
            for glyph in _glyphs(page):
                if glyphs and (abs(glyph.baseline - glyphs[-1].baseline) > 1 or glyph.left < glyphs[-1].left - 1):
                    yield _line(number, glyphs)
                    glyphs = []
                glyphs.append(glyph)
            if glyphs:
                yield _line(number, glyphs)
    finally:
        document.close()


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text, depth = page.get_textpage(), page.get_height()
    x, y, box = c_double(), c_double(), raw.FS_RECTF()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in (0x20, 0xA0, 0x0A, 0x0D) or raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, at, byref(x), byref(y))
        raw.FPDFText_GetLooseCharBox(text, at, byref(box))
        yield Glyph(code, x.value, box.right, depth - y.value)


def _line(page: int, glyphs: list[Glyph]) -> Line:
    spaces = tuple(
        gap / SIZE_PT for one, after in pairwise(glyphs) if (gap := after.left - one.right) > NARROWEST_EM * SIZE_PT
    )
    step = (MEASURE_MM + ALLEY_MM) * PT_PER_MM
    from_margin = glyphs[0].left - MARGIN_MM * PT_PER_MM
    leg = min(LEGS - 1, max(0, int((from_margin + 3) // step)))
    return Line(page, leg, glyphs[0].baseline, from_margin - leg * step, spaces, glyphs[-1].code in HYPHENS)
