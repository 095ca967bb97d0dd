"""Words as filled outlines, so that what stands outside the page brings no font into the file.

Takes words and a face, gives the operators of a path (ISO 32000-1, 8.5.2), in points, its origin on the baseline.
"""

import uharfbuzz as hb

from layout.model.text import Face
from layout.press.rectangle import points


class Outlines:
    """Draws words of one face."""

    def __init__(self, face: Face) -> None:
        self._font = hb.Font(hb.Face(hb.Blob.from_file_path(str(face.path)), face.index))
        if face.variations:
            self._font.set_variations(dict(face.variations))
        self._units = face.units_per_em

    def width(self, words: str, size: float) -> float:
        """How wide words of a size stand."""
        positions = self._shaped(words).glyph_positions or ()
        return size / self._units * float(sum(position.x_advance for position in positions))

    def path(self, words: str, size: float, x: float, y: float) -> bytes:
        """The path of words whose origin is at (x, y)."""
        pen = _Pen(size / self._units, x, y)
        buffer = self._shaped(words)
        for info, position in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True):
            pen.move(position.x_offset, position.y_offset)
            self._font.draw_glyph_with_pen(info.codepoint, pen)
            pen.move(position.x_advance - position.x_offset, position.y_advance - position.y_offset)
        return b"\n".join(pen.operators)

    def _shaped(self, words: str) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        return buffer


class _Pen:
    """Takes outlines in font units as fontTools' pens do, and writes them as operators."""

    def __init__(self, scale: float, x: float, y: float) -> None:
        self.operators: list[bytes] = []
        self._scale, self._x, self._y = scale, x, y
        self._last = (0.0, 0.0)

    def move(self, across: float, up: float) -> None:
        self._x, self._y = self._x + across * self._scale, self._y + up * self._scale

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 (the pens' way)
        self._write(b"m", to)

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._write(b"l", to)

    def curveTo(self, *places: tuple[float, float]) -> None:  # noqa: N802
        self._write(b"c", *places)

    def qCurveTo(self, *places: tuple[float, float]) -> None:  # noqa: N802
        """A quadratic curve as the cubic that is the same."""
        (x, y), (to_x, to_y), (from_x, from_y) = places[0], places[-1], self._last
        before = (from_x + 2 * (x - from_x) / 3, from_y + 2 * (y - from_y) / 3)
        self._write(b"c", before, (to_x + 2 * (x - to_x) / 3, to_y + 2 * (y - to_y) / 3), places[-1])

    def closePath(self) -> None:  # noqa: N802
        self.operators.append(b"h")

    endPath = closePath  # noqa: N815

    def _write(self, operator: bytes, *places: tuple[float, float]) -> None:
        numbers = [value for x, y in places for value in (self._x + x * self._scale, self._y + y * self._scale)]
        self.operators.append(points(*numbers) + b" " + operator)
        self._last = places[-1]
