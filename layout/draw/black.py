"""Which black lines and letters of a drawing print over what is below them.

Takes operators as ReportLab writes them, lines of whole operators, paths beginning with `n`, gives them with a graphics state where
it changes: OVER before black lines, AREAS_OVER before black areas as small as type, unless they meet a ground that is so
rich in ink that both together are more than the press takes; KNOCKING before those and all others. Where they meet is told
by their boxes, so that a line beside a ground may knock out for nothing, but none passes the limit. Source: ISO 32000-1,
8.4 (graphics state), 8.5 (paths), 8.6.7 (overprint).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from layout.matrix import IDENTITY, Box, Matrix, around, at, growth, matrix_of, times

OVER, AREAS_OVER, KNOCKING = "GB", "GD", "GC"

_Tone: TypeAlias = tuple[float, ...]

_BLACK = (0.0, 0.0, 0.0, 1.0)
_PLACES = re.compile(rb"([-\d. ]+?) (re|[mlc])(?=\s|$)")
_BEGINNINGS = (b"n", b"n ")
_PATH = frozenset((b"m", b"l", b"c", b"re", b"h"))
_CLIPS = ([b"W"], [b"W*"])
_FILLS = frozenset((b"f", b"f*", b"B", b"B*"))
_STROKES = frozenset((b"S", b"B", b"B*"))
_GRADIENT = b"sh"
_EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)
_SMALL = 12.0
"""How deep or wide, in points of the drawing's own size, an area may be that is taken for a letter."""

_MOST_GROUNDS = 400
"""More are looked at as one, so that no drawing can make this run for ever."""


@dataclass(slots=True)
class _State:
    matrix: Matrix = IDENTITY
    fill: _Tone = _BLACK
    stroke: _Tone = _BLACK
    width: float = 1.0
    clip: Box | None = None
    shown: str = KNOCKING


def mark_black(code: bytes, limit: float, richest_gradient: float) -> bytes:
    """The operators with the states of lines and letters.

    Args:
        code: operators.
        limit: the most ink that the press takes, 1 for a solid.
        richest_gradient: the most ink but black in any gradient of the drawing.
    """
    reading = _Reading(limit - 1, richest_gradient)
    for line in code.split(b"\n"):
        reading.read(line)
    return b"\n".join(reading.lines)


class _Reading:
    """The lines of a drawing read so far, as they shall be; `_rich` are the boxes of grounds that black would be too much
    on."""

    def __init__(self, most: float, richest_gradient: float) -> None:
        self.lines: list[bytes] = []
        self._most, self._richest_gradient = most, richest_gradient
        self._state = _State()
        self._outside: list[_State] = []
        self._rich: list[Box] = []
        self._path, self._path_at = list[bytes](), 0

    def read(self, line: bytes) -> None:
        """Read one more line."""
        state, (*operands, operator) = self._state, line.split() or [b""]
        if line[:2] in _BEGINNINGS:
            self._path, self._path_at = [line], len(self.lines)
        elif operator in _PATH:
            self._path.append(line)
        if operator == b"q":
            self._outside.append(replace(state))
        elif operator == b"Q" and self._outside:
            self._state = self._outside.pop()
        elif operator == b"cm":
            state.matrix = times(matrix_of(map(float, operands)), state.matrix)
        elif operator == b"k":
            state.fill = _numbers(operands)
        elif operator == b"K":
            state.stroke = _numbers(operands)
        elif operator == b"w":
            state.width = float(operands[0])
        elif operator == _GRADIENT and self._richest_gradient > self._most:
            self._add(state.clip or _EVERYWHERE)
        elif operator == b"n" and operands[-1:] in _CLIPS:
            state.clip = self._box(0)
        else:
            self._paint(operator, state)
        self.lines.append(line)

    def _paint(self, operator: bytes, state: _State) -> None:
        if operator in _FILLS and sum(state.fill[:3]) > self._most:
            self._add(self._box(0))
        if operator in _STROKES:
            box = self._box(state.width)
            self._show(OVER if state.stroke == _BLACK and not self._meets(box) else KNOCKING, state)
            if sum(state.stroke[:3]) > self._most:
                self._add(box)
        elif operator in _FILLS:
            if state.fill == _BLACK and _is_small(box := self._box(0)) and not self._meets(box):
                self._show(AREAS_OVER, state)
            elif state.shown == AREAS_OVER:
                self._show(KNOCKING, state)

    def _show(self, shown: str, state: _State) -> None:
        if shown != state.shown:
            state.shown = shown
            self.lines.insert(self._path_at, b"/%s gs" % shown.encode())

    def _add(self, ground: Box) -> None:
        self._rich.append(ground)
        if len(self._rich) > _MOST_GROUNDS:
            left, foot, right, head = zip(*self._rich, strict=True)
            self._rich = [(min(left), min(foot), max(right), max(head))]

    def _meets(self, line: Box) -> bool:
        left, foot, right, head = line
        return any(left < rich[2] and right > rich[0] and foot < rich[3] and head > rich[1] for rich in self._rich)

    def _box(self, width: float) -> Box:
        """The box of the last path, with a line of a width around it."""
        matrix = self._state.matrix
        left, foot, right, head = around([at(matrix, x, y) for x, y in _places(b"\n".join(self._path))])
        half = width / 2 * growth(matrix)
        box = left - half, foot - half, right + half, head + half
        return box if self._state.clip is None else _shared(box, self._state.clip)


def _is_small(box: Box) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= _SMALL


def _shared(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _places(path: bytes) -> Iterable[tuple[float, float]]:
    """The corners and handles of a path."""
    for words, operator in _PLACES.findall(path):
        numbers = _numbers(words.split())
        if operator == b"re":
            x, y, width, depth = numbers
            numbers = (x, y, x + width, y, x, y + depth, x + width, y + depth)
        yield from zip(numbers[::2], numbers[1::2], strict=True)


def _numbers(words: list[bytes]) -> tuple[float, ...]:
    return tuple(map(float, words))
