"""Words as filled outlines, so that what stands outside the page brings no font into the file.

Takes words and a face, gives operators (ISO 32000-1, 8.5.2 and 8.5.3). Outlines stay in font units, and each glyph's is
written once: a matrix brings them to their size and place.
"""

from typing import TypeAlias

import uharfbuzz as hb

from layout.model.text import Face
from layout.press.rectangle import points

_Place: TypeAlias = tuple[float, float]


class Outlines:
    """Draws words of one face."""

    def __init__(self, face: Face) -> None:
        self._font = hb.Font(hb.Face(hb.Blob.from_file_path(str(face.path)), face.index))
        if face.variations:
            self._font.set_variations(dict(face.variations))
        self._units = face.units_per_em
        self._drawn: dict[int, bytes] = {}

    def width(self, words: str, size: float) -> float:
        """How wide words of a size stand, in points."""
        positions = self._shaped(words).glyph_positions or ()
        return size / self._units * float(sum(position.x_advance for position in positions))

    def filled(self, words: str, size: float, x: float, y: float) -> bytes:
        """Words of a size filled with the present ink, their origin at (x, y), in points."""
        scale, buffer = size / self._units, self._shaped(words)
        operators = [b"q %.6f 0 0 %.6f %s cm" % (scale, scale, points(x, y))]
        for info, position in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True):
            operators += (self._glyph(info.codepoint), b"f 1 0 0 1 %d 0 cm" % position.x_advance)
        return b"\n".join((*operators, b"Q"))

    def _glyph(self, glyph: int) -> bytes:
        if glyph not in self._drawn:
            pen = _Pen()
            self._font.draw_glyph_with_pen(glyph, pen)
            self._drawn[glyph] = b"\n".join(pen.operators)
        return self._drawn[glyph]

    def _shaped(self, words: str) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        return buffer


class _Pen:
    """Takes an outline as fontTools' pens do, and writes it as operators."""

    def __init__(self) -> None:
        self.operators: list[bytes] = []
        self._last: _Place = (0, 0)

    def moveTo(self, to: _Place) -> None:  # noqa: N802 (the pens' way)
        self._write(b"m", to)

    def lineTo(self, to: _Place) -> None:  # noqa: N802
        self._write(b"l", to)

    def curveTo(self, *places: _Place) -> None:  # noqa: N802
        self._write(b"c", *places)

    def qCurveTo(self, *places: _Place) -> None:  # noqa: N802
        """A quadratic curve as the cubic that is the same."""
        (x, y), (to_x, to_y), (from_x, from_y) = places[0], places[-1], self._last
        before = (from_x + 2 * (x - from_x) / 3, from_y + 2 * (y - from_y) / 3)
        self._write(b"c", before, (to_x + 2 * (x - to_x) / 3, to_y + 2 * (y - to_y) / 3), places[-1])

    def closePath(self) -> None:  # noqa: N802
        self.operators.append(b"h")

    endPath = closePath  # noqa: N815

    def _write(self, operator: bytes, *places: _Place) -> None:
        numbers = " ".join(f"{round(x)} {round(y)}" for x, y in places)
        self.operators.append(numbers.encode() + b" " + operator)
        self._last = places[-1]
