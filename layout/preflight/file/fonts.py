"""Fonts of a PDF: whether they are embedded, and how wide their glyphs are.

Takes a font dictionary, gives a `FontFacts`. Source: ISO 32000-1, 9.5 to 9.9.
"""

import struct
from collections.abc import Mapping
from typing import Any

from pypdf.generic import DictionaryObject

from layout.preflight.file.opened import listing, name, number, table
from layout.record import record

_MOST_CODES = 300_000
"""More than any font gives widths for."""
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@record
class FontFacts:
    """A font by name and kind. `widths` are by character code, in thousandths of the em; `octets` are those of a code."""

    name: str
    kind: str
    embedded: bool
    octets: int
    widths: Mapping[int, float]
    default: float

    def width(self, string: bytes) -> tuple[float, int]:
        """The width of a string in thousandths of the em, and how many glyphs it has."""
        codes = string if self.octets == 1 else struct.unpack_from(f">{len(string) // 2}H", string)
        widths, default = self.widths, self.default
        return sum([widths.get(code, default) for code in codes]), len(codes)


def font_of(font: DictionaryObject) -> FontFacts:
    """What a font dictionary says."""
    kind = name(font.get("/Subtype"))
    called = name(font.get("/BaseFont"))[1:] or name(font.get("/Name"))[1:] or "unnamed"
    if kind == "/Type0":
        inner = table(next(iter(listing(font.get("/DescendantFonts"))), None))
        widths = _cid_widths(listing(inner.get("/W")))
        return FontFacts(called, kind, _is_embedded(inner), 2, widths, number(inner.get("/DW"), 1000.0))
    first = int(number(font.get("/FirstChar")))
    scale = 1.0
    if kind == "/Type3":
        matrix = listing(font.get("/FontMatrix"))
        scale = 1000 * abs(number(matrix[0], 0.001)) if matrix else 1.0
    widths = {first + at: number(width) * scale for at, width in enumerate(listing(font.get("/Widths")))}
    missing = number(table(font.get("/FontDescriptor")).get("/MissingWidth"), 500.0 if not widths else 0.0)
    return FontFacts(called, kind, kind == "/Type3" or _is_embedded(font), 1, widths, missing)


def _is_embedded(font: DictionaryObject) -> bool:
    descriptor = table(font.get("/FontDescriptor"))
    return any(file in descriptor for file in _FILES)


def _cid_widths(written: list[Any]) -> Mapping[int, float]:
    widths: dict[int, float] = {}
    at = said = 0
    while at + 1 < len(written) and said < _MOST_CODES:
        first = int(number(written[at]))
        run = listing(written[at + 1])
        if run:
            widths.update((first + index, number(width)) for index, width in enumerate(run))
            said += len(run)
            at += 2
        elif at + 2 < len(written):
            last = min(int(number(written[at + 1])), first + 65_535)
            widths.update(dict.fromkeys(range(first, last + 1), number(written[at + 2])))
            said += max(0, last - first)
            at += 3
        else:
            break
    return widths
