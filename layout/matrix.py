"""Matrices of a page description, and the boxes of what they place.

Takes and gives points as floats, y upwards; knows no operators. Source: ISO 32000-1, 8.3.3 (transformation matrices).
"""

import math
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(numbers: Iterable[float]) -> Matrix:
    """Six numbers as a matrix. Raises ValueError where they are more or fewer."""
    a, b, c, d, e, f = map(float, numbers)
    return a, b, c, d, e, f


def times(first: Matrix, then: Matrix) -> Matrix:
    """What does the one and then the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to be."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def growth(matrix: Matrix) -> float:
    """How many times longer it makes a line, as a mean of all directions."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def corners(matrix: Matrix, box: Box) -> list[tuple[float, float]]:
    """Where the corners of a box come to be."""
    left, bottom, right, top = box
    return [at(matrix, *corner) for corner in ((left, bottom), (right, bottom), (right, top), (left, top))]


def placed(matrix: Matrix, box: Box) -> Box:
    """The box around a box that the matrix has placed."""
    return around(corners(matrix, box))


def around(points: Sequence[tuple[float, float]]) -> Box:
    """The box around at least one point."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def shared(one: Box, other: Box | None) -> Box | None:
    """What two boxes share, the whole of `one` without another; None where they do not meet."""
    if other is None:
        return one
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None
