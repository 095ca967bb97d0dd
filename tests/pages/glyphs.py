"""The rules of good pages, read from a finished PDF: where PDFium finds the glyphs of the body, nothing else asked.

Takes a page, gives its lines of body type in the order in which they are drawn, and those gathered into legs. Lengths are
points; baselines count from the top of the page.
"""

from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from math import hypot
from typing import Any

import pypdfium2

HYPHENS = {0x2D, 0x2010, 0xAD, 0x02}
SIZE_PT, LEADING_PT, INDENT_PT = 9.4, 11.5, 9.0
SIZE_TOLERANCE_PT, ALLEY_PT = 0.05, 12.0


@dataclass(frozen=True)
class Line:
    """A line of body type: its edges, its baseline and the code of its last character."""

    left: float
    right: float
    baseline: float
    last: int

    @property
    def hyphen(self) -> bool:
        """Whether it ends in a hyphen."""
        return self.last in HYPHENS


def body_lines(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of a page's body type as they are drawn."""
    lines: list[Line] = []
    for left, right, baseline, code in _glyphs(page):
        last = lines[-1] if lines else None
        # Ligatures reach over their neighbours; between legs lies an alley.
        if last and abs(last.baseline - baseline) < 0.5 and last.left <= left < last.right + ALLEY_PT:
            lines[-1] = Line(last.left, max(right, last.right), baseline, code)
        else:
            lines.append(Line(left, right, baseline, code))
    return lines


def legs_of(lines: list[Line]) -> list[list[Line]]:
    """Lines gathered while each stands below the one before, near the same left edge."""
    legs: list[list[Line]] = []
    for line in lines:
        last = legs[-1][-1] if legs else None
        if last and line.baseline > last.baseline and abs(line.left - last.left) < 4 * INDENT_PT:
            legs[-1].append(line)
        else:
            legs.append([line])
    return legs


def ladders(legs: list[list[Line]]) -> int:
    """Runs of three lines or more on end that end in hyphens."""
    count = 0
    for leg in legs:
        run = 0
        for line, before in zip(leg, [None, *leg], strict=False):
            on_end = before is not None and line.baseline - before.baseline < LEADING_PT + 1
            run = (run if on_end else 0) + 1 if line.hyphen else 0
            count += run == 3
    return count


def widows(legs: list[list[Line]]) -> Iterator[float]:
    """Baselines of first lines in a leg that are a paragraph's last: unindented, short, and another follows indented. A
    salutation, which ends in a comma, is none."""
    for leg in legs:
        if len(leg) < 4:
            continue
        left, right = min(line.left for line in leg), max(line.right for line in leg)
        first, second = leg[0], leg[1]
        short = first.right < right - 1.5 * SIZE_PT and first.last != ord(",")
        if short and first.left - left < 2 and abs(second.left - left - INDENT_PT) < 1:
            yield first.baseline


def orphans(legs: list[list[Line]]) -> Iterator[float]:
    """Baselines of last lines in a leg that are indented and full: a paragraph's first, alone."""
    for leg in legs:
        if len(leg) < 4:
            continue
        left, right = min(line.left for line in leg), max(line.right for line in leg)
        last = leg[-1]
        if abs(last.left - left - INDENT_PT) < 1 and last.right > right - 1:
            yield last.baseline


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, int]]:
    raw: Any = pypdfium2.raw
    text, depth = page.get_textpage(), page.get_height()
    x, y, box, matrix = c_double(), c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in (0x20, 0xA0, 0x0A, 0x0D) or raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        raw.FPDFText_GetMatrix(text, at, byref(matrix))
        size = raw.FPDFText_GetFontSize(text, at) * hypot(matrix.c, matrix.d)
        if abs(size - SIZE_PT) > SIZE_TOLERANCE_PT:
            continue
        raw.FPDFText_GetCharOrigin(text, at, byref(x), byref(y))
        raw.FPDFText_GetLooseCharBox(text, at, byref(box))
        yield x.value, box.right, depth - y.value, code
    text.close()
