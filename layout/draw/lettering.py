"""The labels of a drawing: its text as outlines of glyphs.

Takes a `text` element as svglib sees it and the faces that were found for the drawing, gives ReportLab paths in the
drawing's units. A label is one line, left to right; what bends is refused when the issue is read. Sources: SVG 1.1, 10
(text) and CSS 2.2, 15 (fonts).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import isfinite
from typing import Any, TypeAlias

import uharfbuzz as hb
from reportlab.graphics.shapes import Group, Path

from layout.css import is_slanted, names_of, weight_of, written_out
from layout.model.page import LabelFace
from layout.model.style import Posture
from layout.record import record

_MOVE, _LINE, _CURVE, _CLOSE = 0, 1, 2, 3
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MEDIUM = 16.0
_SIZES = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
}
_SHIFTS = {"sub": -0.2, "super": 0.4}
_BASELINES = ("dominant-baseline", "alignment-baseline")

_Piece: TypeAlias = tuple[str, dict[str, float]]
"""Characters that follow one another, and what is said of the place of the first: x, y, dx, dy."""


@record
class _Letters:
    """A piece that is set: what it is styled by, where it begins, how wide it is, and its outlines at the origin."""

    node: Any
    x: float
    y: float
    width: float
    outlines: tuple[Sequence[float], Sequence[int]]


class Lettering:
    """Sets the labels of one drawing."""

    def __init__(self, converter: Any, faces: Sequence[LabelFace]) -> None:
        self._converter, self._faces = converter, faces
        self._find, self._measure = converter.attrConverter.findAttr, converter.attrConverter.convertLength

    def group(self, node: Any) -> Group:
        """The shapes of a `text` element: those of each stretch between absolute places as its anchor says."""
        shapes = Group()
        for chunk in self._chunks(node) if self._faces else ():
            width = chunk[-1].x + chunk[-1].width - chunk[0].x
            share = {"middle": 0.5, "end": 1.0}.get(self._find(chunk[0].node, "text-anchor"), 0.0)
            for letters in chunk:
                for path in self._painted(letters, letters.x - share * width):
                    shapes.add(path)
        return shapes

    def _chunks(self, node: Any) -> Iterator[list[_Letters]]:
        chunk: list[_Letters] = []
        x = y = 0.0
        for part, (text, place) in self._pieces(node):
            if chunk and ("x" in place or "y" in place):
                yield chunk
                chunk = []
            x, y = place.get("x", x) + place.get("dx", 0.0), place.get("y", y) + place.get("dy", 0.0)
            letters = self._set(part, text, x, y)
            chunk.append(letters)
            x += letters.width
        if chunk:
            yield chunk

    def _pieces(self, node: Any) -> Iterator[tuple[Any, _Piece]]:
        from svglib.svglib import iter_text_node

        preserve, waiting = node.attrib.get(_SPACE) == "preserve", dict[str, float]()
        for part, text, is_tail in iter_text_node(node, preserve):
            places = {} if is_tail else {name: self._lengths(part, name) for name in ("x", "y", "dx", "dy")}
            if not text:  # what is said of an element with nothing in it holds for what follows
                waiting |= {name: lengths[0] for name, lengths in places.items() if lengths}
                continue
            longest = max(map(len, places.values()), default=0)
            ends = [*range(min(max(longest, 1), len(text))), len(text)]
            for begin, end in pairwise(ends):
                said = {name: lengths[begin] for name, lengths in places.items() if begin < len(lengths)}
                yield part, (text[begin:end], waiting | said)
                waiting = {}

    def _lengths(self, node: Any, name: str) -> tuple[float, ...]:
        words = node.attrib.get(name, "").replace(",", " ").split()
        return tuple(self._length(word, self._size(node), name[-1]) for word in words)

    def _length(self, said: str, em: float, axis: str = "x") -> float:
        """A length in the drawing's units; 0 for what is none, as for shapes."""
        try:
            length = float(self._measure(said, em_base=em, attr_name=axis))
        except (ValueError, TypeError):
            return 0.0
        return length if isfinite(length) else 0.0

    def _set(self, node: Any, text: str, x: float, y: float) -> _Letters:
        size, face = self._size(node), self._face(node)
        font, unit = _opened(face), size / face.face.units_per_em
        space = self._length(self._find(node, "letter-spacing"), size)
        points, operators, at = list[float](), list[int](), 0.0
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        for info, place in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True):
            glyph_points, glyph_operators = _outline(face, info.codepoint)
            left, up = at + place.x_offset * unit, place.y_offset * unit
            points += [left + n * unit if not i % 2 else -up - n * unit for i, n in enumerate(glyph_points)]
            operators += glyph_operators
            at += place.x_advance * unit + space
        return _Letters(node, x, y + self._lowered(node, size, face), at, (points, operators))

    def _painted(self, letters: _Letters, x: float) -> Iterator[Path]:
        points, operators = letters.outlines
        if not operators:
            return
        placed = [n + (letters.y if i % 2 else x) for i, n in enumerate(points)]
        path = Path(placed, list(operators))
        self._converter.applyStyleOnShape(path, letters.node)
        if path.strokeColor is not None and self._find(letters.node, "paint-order").startswith("stroke"):
            halo = path.copy()
            halo.fillColor, path.strokeColor = None, None
            yield halo
        yield path

    def _lowered(self, node: Any, size: float, face: LabelFace) -> float:
        """How far below the place that is said the baseline lies."""
        said, unit = (
            next(filter(None, (self._find(node, name) for name in _BASELINES)), ""),
            size / face.face.units_per_em,
        )
        below = {
            "middle": face.face.x_height / 2,
            "central": (face.face.ascender + face.face.descender) / 2,
            "hanging": face.face.cap_height,
            "text-before-edge": face.face.ascender,
            "text-after-edge": face.face.descender,
        }.get(said, 0.0)
        shift = node.attrib.get("baseline-shift", "")
        return below * unit - (_SHIFTS[shift] * size if shift in _SHIFTS else self._length(shift, size))

    def _size(self, node: Any) -> float:
        """The size of type in the drawing's units, of which shares are of the size around it."""
        if node is None:
            return _MEDIUM
        said = self._own(node, "font-size")
        if not said:
            return self._size(node.parent)
        if said in _SIZES:
            return _SIZES[said]
        around = self._size(node.parent)
        return self._length(said[:-1], around) * around / 100 if said.endswith("%") else self._length(said, around)

    def _face(self, node: Any) -> LabelFace:
        wanted = weight_of(self._said(node, "font-weight"))
        posture = Posture.ITALIC if is_slanted(self._said(node, "font-style")) else Posture.ROMAN
        known = {face.family for face in self._faces}
        asked = map(str.lower, names_of(self._said(node, "font-family")))
        family = next((name for name in asked if name in known), "")
        own = [face for face in self._faces if face.family == family]
        return min(own, key=lambda face: (face.posture is not posture, abs(face.weight - wanted)))

    def _said(self, node: Any, name: str) -> str:
        """What is said of the font of an element or of those around it."""
        while node is not None:
            if said := self._own(node, name):
                return said
            node = node.parent
        return ""

    def _own(self, node: Any, name: str) -> str:
        """What an element itself says of its font."""
        self._find(node, name)  # which applies the style sheet to it
        said = node.attrib.get(name, "") or dict(written_out("font", node.attrib.get("font", "").strip())).get(name, "")
        return "" if said == "inherit" else str(said)


@cache
def _opened(face: LabelFace) -> hb.Font:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(face.face.path)), face.face.index))
    if face.face.variations:
        font.set_variations(dict(face.face.variations))
    return font


@cache
def _outline(face: LabelFace, glyph: int) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """The outline of a glyph in font units: coordinates, and ReportLab's operators of a path."""
    points, operators = list[float](), list[int]()

    def add(operator: int, *numbers: float) -> None:
        operators.append(operator)
        points.extend(numbers)

    def bend(x: float, y: float, to_x: float, to_y: float, _: Any) -> None:
        """A quadratic curve as a cubic one: handles two thirds of the way to its own."""
        from_x, from_y = points[-2:]
        add(_CURVE, from_x + (x - from_x) * 2 / 3, from_y + (y - from_y) * 2 / 3,
            to_x + (x - to_x) * 2 / 3, to_y + (y - to_y) * 2 / 3, to_x, to_y)  # fmt: skip

    draw = hb.DrawFuncs()
    draw.set_move_to_func(lambda x, y, _: add(_MOVE, x, y))
    draw.set_line_to_func(lambda x, y, _: add(_LINE, x, y))
    draw.set_cubic_to_func(lambda *numbers: add(_CURVE, *numbers[:6]))
    draw.set_quadratic_to_func(bend)
    draw.set_close_path_func(lambda _: add(_CLOSE))
    _opened(face).draw_glyph(glyph, draw, None)
    return tuple(points), tuple(operators)
