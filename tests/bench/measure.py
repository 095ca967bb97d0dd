"""How good lines are, read from a finished PDF: glyph positions by PDFium, nothing asked of who made it.

A word space is what lies between the advance of one word's last glyph and the origin of the next word's first, so the
white inside letters does not count and letter space does. Only lines of the body's size are looked at. Last lines of
paragraphs are left out where spaces are counted: they are not justified; a paragraph's first line is known by its indent.
The grid is the one on which most lines of the document stand.
"""

from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import hypot
from pathlib import Path
from statistics import fmean, pstdev

import pypdfium2
from pypdfium2 import raw

from tests.bench.engines import ALLEY_MM, INDENT_PT, LEADING_PT, LEGS, MARGIN_MM, MEASURE_MM, SIZE_PT

PT_PER_MM = 72 / 25.4
HYPHENS = {0x2D, 0x2010, 0xAD, 0x02}
WHITE = {0x20, 0xA0, 0x0A, 0x0D}
OFF_GRID_PT = 0.1
NARROWEST_EM = 0.08
OF_THE_BODY_PT = 0.2


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: character, origin and end of advance, baseline from the top of its page, size; points."""

    code: int
    left: float
    right: float
    baseline: float
    size: float


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
    """The rows of the composition table, in percent but for `lines`, `mean`, `variation` and `ladders`; `mean` in em."""

    lines: int
    mean: float
    over_half: float
    over_three_quarters: float
    variation: float
    hyphens: float
    ladders: int
    off_grid: float


def measure(pdf: Path) -> Figures:
    """The figures of a PDF. Raises pypdfium2.PdfiumError for what is none."""
    return figures(list(lines_of(pdf)))


def figures(lines: list[Line]) -> Figures:
    """The figures of lines in reading order."""
    full = [line for line, after in pairwise(lines) if after.start < INDENT_PT / 2]
    means = [fmean(line.spaces) for line in full if line.spaces]
    gaps = [space for line in full for space in line.spaces]
    return Figures(
        len(lines),
        fmean(gaps),
        100 * fmean(mean > 0.5 for mean in means),
        100 * fmean(mean > 0.75 for mean in means),
        pstdev(gaps) / fmean(gaps),
        100 * fmean(line.hyphen for line in lines),
        sum(hyphen and len(list(run)) >= 3 for hyphen, run in groupby(line.hyphen for line in lines)),
        100 * _off_grid([line.baseline for line in lines]),
    )


def _off_grid(baselines: list[float]) -> float:
    commonest = Counter(round(baseline % LEADING_PT, 1) for baseline in baselines).most_common(1)[0][0]
    distances = ((baseline - commonest + LEADING_PT / 2) % LEADING_PT - LEADING_PT / 2 for baseline in baselines)
    return fmean(abs(distance) > OFF_GRID_PT for distance in distances)


def lines_of(pdf: Path) -> Iterator[Line]:
    """The body's lines in the order in which a PDF draws them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            glyphs: list[Glyph] = []
            for glyph in _glyphs(page):
                if abs(glyph.size - SIZE_PT) > OF_THE_BODY_PT:
                    continue
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
    x, y, box, matrix = c_double(), c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in WHITE or raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, at, byref(x), byref(y))
        raw.FPDFText_GetLooseCharBox(text, at, byref(box))
        raw.FPDFText_GetMatrix(text, at, byref(matrix))
        size = raw.FPDFText_GetFontSize(text, at) * hypot(matrix.c, matrix.d)
        yield Glyph(code, x.value, box.right, depth - y.value, size)


def _line(page: int, glyphs: list[Glyph]) -> Line:
    spaces = tuple(
        gap / SIZE_PT for one, after in pairwise(glyphs) if (gap := after.left - one.right) > NARROWEST_EM * SIZE_PT
    )
    step = (MEASURE_MM + ALLEY_MM) * PT_PER_MM
    from_margin = glyphs[0].left - MARGIN_MM * PT_PER_MM
    leg = min(LEGS - 1, max(0, int((from_margin + 3) // step)))
    return Line(page, leg, glyphs[0].baseline, from_margin - leg * step, spaces, glyphs[-1].code in HYPHENS)
