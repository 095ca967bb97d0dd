"""A content stream carried out, without painting, into marks.

Takes an `OpenFile`, a stream of it and its resources, gives `Mark`s. Text is measured, paths and pictures are boxed, forms are
gone into; nothing is rendered, and nothing that a file says can make this run for ever. Source: ISO 32000-1, 8 (graphics), 9
(text).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from pypdf.generic import DictionaryObject

from layout.diagnostics import Place
from layout.matrix import IDENTITY, Box, Matrix, around, at, corners, growth, matrix_of, placed, shared, times
from layout.preflight.file.colours import CMYK, GRAY, RGB, ColourSpace, space_of
from layout.preflight.file.fonts import FontFacts, font_of
from layout.preflight.file.opened import OpenFile, listing, name, number, numbers, table, truth
from layout.preflight.file.tokens import operators
from layout.preflight.marks import Kind, Mark, Space, Tone
from layout.units import pt

Fonts: TypeAlias = dict[int, tuple[DictionaryObject, FontFacts]]
"""Fonts by the identity of their dictionaries, which are kept so that no other takes it."""

MOST_MARKS = 500_000

_BLACK = GRAY.initial()
_FAR = 1e6
"""Farther from the trim, in points, than any mark."""
_DEEPEST_FORM = 16
_X_HEIGHT = 0.5
"""About the height of a small letter in shares of the size."""
_UNIT: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(slots=True)
class State:
    """The graphics state, as far as the rules want to know it."""

    ctm: Matrix = IDENTITY
    clip: Box | None = None
    fill_space: ColourSpace = GRAY
    stroke_space: ColourSpace = GRAY
    fill: Tone = _BLACK
    stroke: Tone = _BLACK
    width: float = 1.0
    fill_overprint: bool = False
    stroke_overprint: bool = False
    mode: int = 0
    font: FontFacts | None = None
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0


class Reading:
    """The marks of one page while its content is carried out. `corner` is the trim's top left one."""

    def __init__(self, file: OpenFile, page: int, corner: tuple[float, float], fonts: Fonts) -> None:
        self.marks: list[Mark] = []
        self._file, self._page, self._corner, self._fonts = file, page, corner, fonts
        self._path: list[tuple[float, float]] = []
        self._clipping = False
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY

    def carry_out(self, content: bytes, resources: DictionaryObject, state: State, depth: int) -> None:
        """Carry out a content stream; `depth` counts the forms that it is in."""
        stack: list[State] = []
        for operator, operands in operators(content):
            if len(self.marks) >= MOST_MARKS:
                return
            if operator == "q":
                if len(stack) < 512:
                    stack.append(replace(state))
            elif operator == "Q":
                if stack:
                    state = stack.pop()
            else:
                try:
                    if operator == "Do":
                        self._do(operands, resources, state, depth)
                    elif (act := _ACTS.get(operator)) is not None:
                        act(self, state, operands, resources)
                except (IndexError, TypeError, ValueError, AttributeError, OverflowError):
                    continue  # operands that make no sense paint nothing

    # Graphics state

    def concat(self, state: State, operands: list[Any], _: DictionaryObject) -> None:
        state.ctm = times(matrix_of(operands[:6]), state.ctm)

    def width(self, state: State, operands: list[Any], _: DictionaryObject) -> None:
        state.width = float(operands[0])

    def state_of(self, state: State, operands: list[Any], resources: DictionaryObject) -> None:
        entries = table(table(resources.get("/ExtGState")).get(operands[0]))
        if "/LW" in entries:
            state.width = number(entries["/LW"])
        if "/OP" in entries:
            state.stroke_overprint = state.fill_overprint = truth(entries["/OP"])
        if "/op" in entries:
            state.fill_overprint = truth(entries["/op"])
        if "/OPM" in entries:
            state.mode = int(number(entries["/OPM"]))
        if "/Font" in entries:
            font = listing(entries["/Font"])
            state.font, state.size = self._font_of(table(font[0])), number(font[1])

    # Colour

    def fill_space(self, state: State, operands: list[Any], resources: DictionaryObject) -> None:
        state.fill_space = space_of(operands[0], resources)
        state.fill = state.fill_space.initial()

    def stroke_space(self, state: State, operands: list[Any], resources: DictionaryObject) -> None:
        state.stroke_space = space_of(operands[0], resources)
        state.stroke = state.stroke_space.initial()

    def fill_amounts(self, state: State, operands: list[Any], _: DictionaryObject) -> None:
        state.fill = state.fill_space.tone(operands)

    def stroke_amounts(self, state: State, operands: list[Any], _: DictionaryObject) -> None:
        state.stroke = state.stroke_space.tone(operands)

    # Paths

    def point(self, state: State, operands: list[Any], _: DictionaryObject) -> None:
        across, down = operands[::2], operands[1::2]
        if state.ctm[1] or state.ctm[2]:
            self._path += [at(state.ctm, x, y) for x, y in zip(across, down, strict=False)]
        else:  # upright: of thousands of steps the four outermost lines are enough
            self._path += corners(state.ctm, (min(across), min(down), max(across), max(down)))

    def rectangle(self, state: State, operands: list[Any], _: DictionaryObject) -> None:
        x, y, width, height = (float(one) for one in operands[:4])
        self._path += corners(state.ctm, (x, y, x + width, y + height))

    def clip(self, _state: State, _operands: list[Any], _: DictionaryObject) -> None:
        self._clipping = True

    def end_path(self, state: State) -> None:
        if self._clipping and self._path:
            state.clip = shared(around(self._path), state.clip)
        self._clipping = False
        self._path = []

    def paint_fill(self, state: State) -> None:
        edges = shared(around(self._path), state.clip) if self._path else None
        if edges is None:
            return
        # Where a clip leaves a sliver of an area, neither the area nor the clip is thin: that is no rule.
        whole = [box for box in (around(self._path), state.clip) if box is not None]
        thickness = min(min(right - left, top - bottom) for left, bottom, right, top in whole)
        self._mark(Kind.FILL, edges, state.fill, thickness, state.fill_overprint and state.mode == 1)

    def paint_stroke(self, state: State) -> None:
        if not self._path:
            return
        width = state.width * growth(state.ctm)
        left, bottom, right, top = around(self._path)
        edges = shared((left - width / 2, bottom - width / 2, right + width / 2, top + width / 2), state.clip)
        if edges is not None:
            self._mark(Kind.STROKE, edges, state.stroke, width, state.stroke_overprint and state.mode == 1)

    # Text

    def begin_text(self, _state: State, _operands: list[Any], _: DictionaryObject) -> None:
        self._text = self._line = IDENTITY

    def font(self, state: State, operands: list[Any], resources: DictionaryObject) -> None:
        state.size = float(operands[1])
        state.font = self._font_of(table(table(resources.get("/Font")).get(operands[0])))

    def _font_of(self, font: DictionaryObject) -> FontFacts:
        found = self._fonts.get(id(font))
        if found is None:
            found = self._fonts[id(font)] = (font, font_of(font))
        return found[1]

    def move(self, _state: State, operands: list[Any], _: DictionaryObject) -> None:
        self._text = self._line = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self._line)

    def move_leading(self, state: State, operands: list[Any], resources: DictionaryObject) -> None:
        state.leading = -float(operands[1])
        self.move(state, operands, resources)

    def next_line(self, state: State, _operands: list[Any], resources: DictionaryObject) -> None:
        self.move(state, [0.0, -state.leading], resources)

    def text_matrix(self, _state: State, operands: list[Any], _: DictionaryObject) -> None:
        self._text = self._line = matrix_of(operands[:6])

    def show(self, state: State, operands: list[Any], _: DictionaryObject) -> None:
        pieces = operands[0] if isinstance(operands[0], list) else operands[:1]
        font = state.font
        if font is None:
            return
        advance, start = 0.0, self._text
        for piece in pieces:
            if isinstance(piece, bytes):
                width, count = font.width(piece)
                spaces = piece.count(b" ") if font.octets == 1 else 0
                advance += width * state.size / 1000 + count * state.letter_space + spaces * state.word_space
            else:
                advance -= float(piece) * state.size / 1000
        advance *= state.scale
        self._text = times((1, 0, 0, 1, advance, 0), self._text)
        if any(isinstance(piece, bytes) and piece for piece in pieces):
            self._mark_text(state, times(start, state.ctm), advance)

    def next_show(self, state: State, operands: list[Any], resources: DictionaryObject) -> None:
        self.next_line(state, operands, resources)
        self.show(state, operands[-1:], resources)

    def spaced_show(self, state: State, operands: list[Any], resources: DictionaryObject) -> None:
        state.word_space, state.letter_space = float(operands[0]), float(operands[1])
        self.next_show(state, operands, resources)

    def _mark_text(self, state: State, matrix: Matrix, advance: float) -> None:
        if state.render in {3, 7}:
            return
        height = state.rise + _X_HEIGHT * state.size
        edges = shared(placed(matrix, (0.0, state.rise, advance, height)), state.clip)
        if edges is None:
            return
        tone, overprint = state.fill, state.fill_overprint
        if state.render in (1, 5):
            tone, overprint = state.stroke, state.stroke_overprint
        size = abs(state.size) * math.hypot(matrix[2], matrix[3])
        font = state.font.name if state.font else ""
        self._mark(Kind.TEXT, edges, tone, size, overprint and state.mode == 1, font=font)

    # Pictures, shadings, forms

    def _do(self, operands: list[Any], resources: DictionaryObject, state: State, depth: int) -> None:
        form = table(table(resources.get("/XObject")).get(operands[0])) if operands else DictionaryObject()
        kind = name(form.get("/Subtype"))
        if kind == "/Image":
            self._picture(form, state, resources)
        elif kind == "/Form" and depth < _DEEPEST_FORM:
            within = replace(state)
            matrix = numbers(form.get("/Matrix"))
            if len(matrix) == 6:
                within.ctm = times(matrix_of(matrix), state.ctm)
            box = numbers(form.get("/BBox"))
            if len(box) == 4:
                within.clip = shared(placed(within.ctm, (box[0], box[1], box[2], box[3])), state.clip) or _NOWHERE
            own = table(form.get("/Resources")) if "/Resources" in form else resources
            self.carry_out(self._file.content(form), own, within, depth + 1)

    def inline(self, state: State, operands: list[Any], resources: DictionaryObject) -> None:
        entries = operands[0]
        long = {_SHORT.get(key, key): value for key, value in entries.items()}
        width, height = float(long.get("/Width", 1)), float(long.get("/Height", 1))
        if long.get("/ImageMask") is True:
            space, bits = None, 1
        else:
            space = space_of(long.get("/ColorSpace"), resources)
            bits = int(long.get("/BitsPerComponent", 8))
        self._mark_picture(state, width, height, bits, space)

    def _picture(self, image: DictionaryObject, state: State, resources: DictionaryObject) -> None:
        masks = truth(image.get("/ImageMask"))
        space = None if masks else space_of(image.get("/ColorSpace"), resources)
        bits = 1 if masks else int(number(image.get("/BitsPerComponent"), 8))
        self._mark_picture(state, number(image.get("/Width"), 1), number(image.get("/Height"), 1), bits, space)

    def _mark_picture(self, state: State, width: float, height: float, bits: int, space: ColourSpace | None) -> None:
        """A picture of so many pixels and bits in the unit square; `space` None is a stencil for the fill's ink."""
        a, b, c, d, _, _ = state.ctm
        edges = shared(placed(state.ctm, _UNIT), state.clip)
        if edges is None:
            return
        across, down = math.hypot(a, b), math.hypot(c, d)
        ppi = min(width * 72 / across if across else 0, height * 72 / down if down else 0)
        tone = state.fill if space is None else _tone_of(space)
        self._mark(Kind.PICTURE, edges, tone, ppi=round(ppi), bits=bits)

    def shade(self, state: State, operands: list[Any], resources: DictionaryObject) -> None:
        shading = table(table(resources.get("/Shading")).get(operands[0]))
        if state.clip is not None:
            self._mark(Kind.SHADING, state.clip, _tone_of(space_of(shading.get("/ColorSpace"), resources)))

    def _mark(
        self, kind: Kind, edges: Box, tone: Tone, size_pt: float = 0.0, overprint: bool = False,  # noqa: FBT001, FBT002 (a mark's own)
        ppi: int = 0, bits: int = 8, font: str = "",
    ) -> None:  # fmt: skip
        left, bottom, right, top = (max(-_FAR, min(_FAR, edge)) for edge in edges)
        place = Place(
            self._page, pt(left - self._corner[0]), pt(self._corner[1] - top), pt(right - left), pt(top - bottom)
        )
        self.marks.append(Mark(kind, place, tone, pt(min(_FAR, size_pt)), overprint, ppi, bits, font=font))


def _painting(*parts: Callable[[Reading, State], None]) -> Callable[..., None]:
    def act(reading: Reading, state: State, _operands: list[Any], _resources: DictionaryObject) -> None:
        for part in parts:
            part(reading, state)
        reading.end_path(state)

    return act


def _in_space(space: ColourSpace, where: str) -> Callable[..., None]:
    def act(_: Reading, state: State, operands: list[Any], _resources: DictionaryObject) -> None:
        setattr(state, f"{where}_space", space)
        setattr(state, where, space.tone(operands))

    return act


def _setting(field: str, share: float = 1.0) -> Callable[..., None]:
    def act(_: Reading, state: State, operands: list[Any], _resources: DictionaryObject) -> None:
        setattr(state, field, float(operands[0]) * share)

    return act


def _rendering(_: Reading, state: State, operands: list[Any], _resources: DictionaryObject) -> None:
    state.render = int(operands[0])


_R = Reading
_FILLED, _STROKED = _R.paint_fill, _R.paint_stroke
# Every operator that the rules' figures depend on (ISO 32000-1, Annex A).
_ACTS: Mapping[str, Callable[..., None]] = {
    "cm": _R.concat, "w": _R.width, "gs": _R.state_of,
    "g": _in_space(GRAY, "fill"), "rg": _in_space(RGB, "fill"), "k": _in_space(CMYK, "fill"),
    "G": _in_space(GRAY, "stroke"), "RG": _in_space(RGB, "stroke"), "K": _in_space(CMYK, "stroke"),
    "cs": _R.fill_space, "CS": _R.stroke_space, "sc": _R.fill_amounts, "scn": _R.fill_amounts,
    "SC": _R.stroke_amounts, "SCN": _R.stroke_amounts,
    "m": _R.point, "l": _R.point, "c": _R.point, "v": _R.point, "y": _R.point, "re": _R.rectangle,
    "W": _R.clip, "W*": _R.clip, "n": _painting(), "f": _painting(_FILLED), "F": _painting(_FILLED),
    "f*": _painting(_FILLED), "S": _painting(_STROKED), "s": _painting(_STROKED),
    "B": _painting(_FILLED, _STROKED), "B*": _painting(_FILLED, _STROKED),
    "b": _painting(_FILLED, _STROKED), "b*": _painting(_FILLED, _STROKED),
    "BT": _R.begin_text, "Tf": _R.font, "Td": _R.move, "TD": _R.move_leading, "T*": _R.next_line,
    "Tm": _R.text_matrix, "Tc": _setting("letter_space"), "Tw": _setting("word_space"), "Tz": _setting("scale", 0.01),
    "TL": _setting("leading"), "Ts": _setting("rise"), "Tr": _rendering, "Tj": _R.show, "TJ": _R.show,
    "'": _R.next_show, '"': _R.spaced_show, "EI": _R.inline, "sh": _R.shade,
}  # fmt: skip
_SHORT = {"/W": "/Width", "/H": "/Height", "/BPC": "/BitsPerComponent", "/CS": "/ColorSpace", "/IM": "/ImageMask"}
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


def _tone_of(space: ColourSpace) -> Tone:
    """The plates that a picture in this space may be on, each as if full."""
    base = space.base if space.family == "/Indexed" and space.base is not None else space
    if base.colorants:
        return base.tone((1.0,) * base.count)
    if base.is_rgb:
        return Tone(Space.RGB)
    if base.count == 4:
        return base.tone((1.0,) * 4)
    return Tone(Space.GRAY, (("Black", 1.0),)) if base.count == 1 else Tone(Space.OTHER)
