"""A PDF's pages as sheets: their content streams carried out, without painting, into marks.

Takes an `OpenFile`, gives `Sheet`s. Text is measured, paths and pictures are boxed, forms are gone into; nothing is
rendered, and nothing that a file says can make this run for ever. Source: ISO 32000-1, 8 (graphics), 9 (text).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeAlias

from pypdf.generic import DictionaryObject

from layout.aside import aside
from layout.diagnostics import Place
from layout.preflight.file.colours import CMYK, GRAY, RGB, ColourSpace, space_of
from layout.preflight.file.fonts import FontFacts, font_of
from layout.preflight.file.opened import (
    OpenFile,
    PageObject,
    Unreadable,
    listing,
    name,
    number,
    numbers,
    table,
    truth,
)
from layout.preflight.file.tokens import operators
from layout.preflight.marks import Kind, Mark, Sheet, Space, Tone
from layout.units import pt

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_Edges: TypeAlias = tuple[float, float, float, float]
_Fonts: TypeAlias = dict[int, tuple[DictionaryObject, FontFacts]]
"""Fonts by the identity of their dictionaries, which are kept so that no other takes it."""

MOST_MARKS = 500_000
_FAR = 1e6
"""Farther from the trim, in points, than any mark."""
_DEEPEST_FORM = 16
_BLACK, _SOLID = GRAY.initial(), CMYK.initial()
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MANY_PAGES = 8
"""From so many on, another process is worth beginning."""
_X_HEIGHT = 0.5
"""About the height of a small letter in shares of the size."""


def sheets_of(file: OpenFile) -> tuple[Sheet, ...]:
    """Every page's marks; of many pages a second process reads half. Raises Unreadable where there are more of them than in
    any newspaper."""
    pages = tuple(enumerate(file.pages, start=1))
    half = len(pages) // 2 if len(pages) >= _MANY_PAGES else len(pages)
    others = aside(partial(_read, file, pages[half:])) if pages[half:] else tuple
    sheets = _read(file, pages[:half]) + others()
    _refuse_more(sum(len(sheet.marks) for sheet in sheets))
    return sheets


def _read(file: OpenFile, pages: tuple[tuple[int, PageObject], ...]) -> tuple[Sheet, ...]:
    fonts: _Fonts = {}
    sheets, count = list[Sheet](), 0
    for number_of_page, page in pages:
        sheets.append(_sheet(file, number_of_page, page, fonts))
        count += len(sheets[-1].marks)
        _refuse_more(count)
    return tuple(sheets)


def _refuse_more(marks: int) -> None:
    if marks >= MOST_MARKS:
        raise Unreadable("it paints more than any newspaper does")


def artwork_marks(
    file: OpenFile, page_number: int, placed: Matrix, box: tuple[float, float, float, float]
) -> tuple[Mark, ...]:
    """The marks of a file's first page inside a box of it, once a matrix has placed it on a page of this number. Raises
    Unreadable where there are more of them than in any newspaper."""
    left, bottom, right, top = box
    clip = _edges([_at(placed, *corner) for corner in ((left, bottom), (right, bottom), (right, top), (left, top))])
    reading, page = _Reading(file, page_number, (0.0, 0.0), {}), file.pages[0]
    state = _State(ctm=placed, clip=clip, fill=_SOLID, stroke=_SOLID, fill_space=CMYK, stroke_space=CMYK)
    reading.carry_out(file.painted(page), page.resources, state, 0)
    _refuse_more(len(reading.marks))
    return tuple(reading.marks)


def _sheet(file: OpenFile, page_number: int, page: PageObject, fonts: _Fonts) -> Sheet:
    media = page.box("/MediaBox") or (0.0, 0.0, 612.0, 792.0)
    trim = page.box("/TrimBox") or media
    bleed = page.box("/BleedBox") or trim
    reading = _Reading(file, page_number, (trim[0], trim[3]), fonts)
    reading.carry_out(file.painted(page), page.resources, _State(), 0)
    reach = max(0.0, min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]))
    return Sheet(page_number, pt(trim[2] - trim[0]), pt(trim[3] - trim[1]), pt(reach), tuple(reading.marks))


@dataclass(slots=True)
class _State:
    """The graphics state, as far as the rules want to know it."""

    ctm: Matrix = _IDENTITY
    clip: _Edges | None = None
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


class _Reading:
    """The marks of one page while its content is carried out. `corner` is the trim's top left one."""

    def __init__(self, file: OpenFile, page: int, corner: tuple[float, float], fonts: _Fonts) -> None:
        self.marks: list[Mark] = []
        self._file, self._page, self._corner, self._fonts = file, page, corner, fonts
        self._path: list[tuple[float, float]] = []
        self._clipping = False
        self._text: Matrix = _IDENTITY
        self._line: Matrix = _IDENTITY

    def carry_out(self, content: bytes, resources: DictionaryObject, state: _State, depth: int) -> None:
        """Carry out a content stream; `depth` counts the forms that it is in."""
        stack: list[_State] = []
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

    def concat(self, state: _State, operands: list[Any], _: DictionaryObject) -> None:
        state.ctm = _times(_matrix(operands), state.ctm)

    def width(self, state: _State, operands: list[Any], _: DictionaryObject) -> None:
        state.width = float(operands[0])

    def state_of(self, state: _State, operands: list[Any], resources: DictionaryObject) -> None:
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

    def fill_space(self, state: _State, operands: list[Any], resources: DictionaryObject) -> None:
        state.fill_space = space_of(operands[0], resources)
        state.fill = state.fill_space.initial()

    def stroke_space(self, state: _State, operands: list[Any], resources: DictionaryObject) -> None:
        state.stroke_space = space_of(operands[0], resources)
        state.stroke = state.stroke_space.initial()

    def fill_amounts(self, state: _State, operands: list[Any], _: DictionaryObject) -> None:
        state.fill = state.fill_space.tone(operands)

    def stroke_amounts(self, state: _State, operands: list[Any], _: DictionaryObject) -> None:
        state.stroke = state.stroke_space.tone(operands)

    # Paths

    def point(self, state: _State, operands: list[Any], _: DictionaryObject) -> None:
        across, down = operands[::2], operands[1::2]
        left, right, bottom, top = min(across), max(across), min(down), max(down)
        corners = ((left, bottom), (right, bottom), (right, top), (left, top))
        upright = not (state.ctm[1] or state.ctm[2])
        self._path += [_at(state.ctm, *corner) for corner in (corners if upright else zip(across, down, strict=False))]

    def rectangle(self, state: _State, operands: list[Any], _: DictionaryObject) -> None:
        x, y, width, height = (float(one) for one in operands[:4])
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self._path.extend(_at(state.ctm, *corner) for corner in corners)

    def clip(self, _state: _State, _operands: list[Any], _: DictionaryObject) -> None:
        self._clipping = True

    def end_path(self, state: _State) -> None:
        if self._clipping and self._path:
            state.clip = _met(_edges(self._path), state.clip)
        self._clipping = False
        self._path = []

    def paint_fill(self, state: _State) -> None:
        edges = _met(_edges(self._path), state.clip) if self._path else None
        if edges is None:
            return
        # Where a clip leaves a sliver of an area, neither the area nor the clip is thin: that is no rule.
        whole = [box for box in (_edges(self._path), state.clip) if box is not None]
        thickness = min(min(right - left, top - bottom) for left, bottom, right, top in whole)
        self._mark(Kind.FILL, edges, state.fill, thickness, state.fill_overprint and state.mode == 1)

    def paint_stroke(self, state: _State) -> None:
        if not self._path:
            return
        width = state.width * _scale(state.ctm)
        left, bottom, right, top = _edges(self._path)
        edges = _met((left - width / 2, bottom - width / 2, right + width / 2, top + width / 2), state.clip)
        if edges is not None:
            self._mark(Kind.STROKE, edges, state.stroke, width, state.stroke_overprint and state.mode == 1)

    # Text

    def begin_text(self, _state: _State, _operands: list[Any], _: DictionaryObject) -> None:
        self._text = self._line = _IDENTITY

    def font(self, state: _State, operands: list[Any], resources: DictionaryObject) -> None:
        state.size = float(operands[1])
        state.font = self._font_of(table(table(resources.get("/Font")).get(operands[0])))

    def _font_of(self, font: DictionaryObject) -> FontFacts:
        found = self._fonts.get(id(font))
        if found is None:
            found = self._fonts[id(font)] = (font, font_of(font))
        return found[1]

    def move(self, _state: _State, operands: list[Any], _: DictionaryObject) -> None:
        self._text = self._line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self._line)

    def move_leading(self, state: _State, operands: list[Any], resources: DictionaryObject) -> None:
        state.leading = -float(operands[1])
        self.move(state, operands, resources)

    def next_line(self, state: _State, _operands: list[Any], resources: DictionaryObject) -> None:
        self.move(state, [0.0, -state.leading], resources)

    def text_matrix(self, _state: _State, operands: list[Any], _: DictionaryObject) -> None:
        self._text = self._line = _matrix(operands)

    def show(self, state: _State, operands: list[Any], _: DictionaryObject) -> None:
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
        self._text = _times((1, 0, 0, 1, advance, 0), self._text)
        if any(isinstance(piece, bytes) and piece for piece in pieces):
            self._mark_text(state, _times(start, state.ctm), advance)

    def next_show(self, state: _State, operands: list[Any], resources: DictionaryObject) -> None:
        self.next_line(state, operands, resources)
        self.show(state, operands[-1:], resources)

    def spaced_show(self, state: _State, operands: list[Any], resources: DictionaryObject) -> None:
        state.word_space, state.letter_space = float(operands[0]), float(operands[1])
        self.next_show(state, operands, resources)

    def _mark_text(self, state: _State, placed: Matrix, advance: float) -> None:
        if state.render in {3, 7}:
            return
        height = state.rise + _X_HEIGHT * state.size
        corners = ((0.0, state.rise), (advance, state.rise), (advance, height), (0.0, height))
        edges = _met(_edges([_at(placed, *corner) for corner in corners]), state.clip)
        if edges is None:
            return
        tone, overprint = state.fill, state.fill_overprint
        if state.render in (1, 5):
            tone, overprint = state.stroke, state.stroke_overprint
        size = abs(state.size) * math.hypot(placed[2], placed[3])
        font = state.font.name if state.font else ""
        self._mark(Kind.TEXT, edges, tone, size, overprint and state.mode == 1, font=font)

    # Pictures, shadings, forms

    def _do(self, operands: list[Any], resources: DictionaryObject, state: _State, depth: int) -> None:
        form = table(table(resources.get("/XObject")).get(operands[0])) if operands else DictionaryObject()
        kind = name(form.get("/Subtype"))
        if kind == "/Image":
            self._picture(form, state, resources)
        elif kind == "/Form" and depth < _DEEPEST_FORM:
            within = replace(state)
            matrix = numbers(form.get("/Matrix"))
            if len(matrix) == 6:
                within.ctm = _times(_matrix(list(matrix)), state.ctm)
            box = numbers(form.get("/BBox"))
            if len(box) == 4:
                corners = ((box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3]))
                within.clip = _met(_edges([_at(within.ctm, *corner) for corner in corners]), state.clip) or _NOWHERE
            own = table(form.get("/Resources")) if "/Resources" in form else resources
            self.carry_out(self._file.content(form), own, within, depth + 1)

    def inline(self, state: _State, operands: list[Any], resources: DictionaryObject) -> None:
        entries = operands[0]
        long = {_SHORT.get(key, key): value for key, value in entries.items()}
        width, height = float(long.get("/Width", 1)), float(long.get("/Height", 1))
        if long.get("/ImageMask") is True:
            space, bits = None, 1
        else:
            space = space_of(long.get("/ColorSpace"), resources)
            bits = int(long.get("/BitsPerComponent", 8))
        self._mark_picture(state, width, height, bits, space)

    def _picture(self, image: DictionaryObject, state: _State, resources: DictionaryObject) -> None:
        masks = truth(image.get("/ImageMask"))
        space = None if masks else space_of(image.get("/ColorSpace"), resources)
        bits = 1 if masks else int(number(image.get("/BitsPerComponent"), 8))
        self._mark_picture(state, number(image.get("/Width"), 1), number(image.get("/Height"), 1), bits, space)

    def _mark_picture(self, state: _State, width: float, height: float, bits: int, space: ColourSpace | None) -> None:
        """A picture of so many pixels and bits in the unit square; `space` None is a stencil for the fill's ink."""
        a, b, c, d, _, _ = state.ctm
        corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
        edges = _met(_edges([_at(state.ctm, *corner) for corner in corners]), state.clip)
        if edges is None:
            return
        across, down = math.hypot(a, b), math.hypot(c, d)
        ppi = min(width * 72 / across if across else 0, height * 72 / down if down else 0)
        tone = state.fill if space is None else _tone_of(space)
        self._mark(Kind.PICTURE, edges, tone, ppi=round(ppi), bits=bits)

    def shade(self, state: _State, operands: list[Any], resources: DictionaryObject) -> None:
        shading = table(table(resources.get("/Shading")).get(operands[0]))
        if state.clip is not None:
            self._mark(Kind.SHADING, state.clip, _tone_of(space_of(shading.get("/ColorSpace"), resources)))

    def _mark(
        self, kind: Kind, edges: _Edges, tone: Tone, size_pt: float = 0.0, overprint: bool = False,  # noqa: FBT001, FBT002 (a mark's own)
        ppi: int = 0, bits: int = 8, font: str = "",
    ) -> None:  # fmt: skip
        left, bottom, right, top = (max(-_FAR, min(_FAR, edge)) for edge in edges)
        place = Place(
            self._page, pt(left - self._corner[0]), pt(self._corner[1] - top), pt(right - left), pt(top - bottom)
        )
        self.marks.append(Mark(kind, place, tone, pt(min(_FAR, size_pt)), overprint, ppi, bits, font=font))


def _painting(*parts: Callable[[_Reading, _State], None]) -> Callable[..., None]:
    def act(reading: _Reading, state: _State, _operands: list[Any], _resources: DictionaryObject) -> None:
        for part in parts:
            part(reading, state)
        reading.end_path(state)

    return act


def _in_space(space: ColourSpace, where: str) -> Callable[..., None]:
    def act(_: _Reading, state: _State, operands: list[Any], _resources: DictionaryObject) -> None:
        setattr(state, f"{where}_space", space)
        setattr(state, where, space.tone(operands))

    return act


def _setting(field: str, share: float = 1.0) -> Callable[..., None]:
    def act(_: _Reading, state: _State, operands: list[Any], _resources: DictionaryObject) -> None:
        setattr(state, field, float(operands[0]) * share)

    return act


def _rendering(_: _Reading, state: _State, operands: list[Any], _resources: DictionaryObject) -> None:
    state.render = int(operands[0])


_R = _Reading
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
_NOWHERE: _Edges = (0.0, 0.0, 0.0, 0.0)


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


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = (float(one) for one in operands[:6])
    return (a, b, c, d, e, f)


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _scale(matrix: Matrix) -> float:
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def _edges(points: list[tuple[float, float]]) -> _Edges:
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _met(one: _Edges, other: _Edges | None) -> _Edges | None:
    """What two boxes share; None where they do not meet."""
    if other is None:
        return one
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None
