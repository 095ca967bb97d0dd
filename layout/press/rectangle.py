"""Rectangles of a PDF: in points, the origin at the foot on the left (ISO 32000-1, 7.9.5)."""

from typing import Any

from pypdf import PageObject

from layout.record import record


@record
class Rectangle:
    """A rectangle by its edges."""

    left: float
    foot: float
    right: float
    head: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def depth(self) -> float:
        """From head to foot."""
        return self.head - self.foot

    def within(self, left: float, foot: float, right: float, head: float) -> "Rectangle":
        """The rectangle that has so much around this one."""
        return Rectangle(self.left - left, self.foot - foot, self.right + right, self.head + head)

    def written(self) -> bytes:
        """As a PDF has it."""
        return b"[%s]" % points(self.left, self.foot, self.right, self.head)


def box(page: PageObject, name: str) -> Rectangle:
    """A box of a page."""
    edges: Any = page[name]
    return Rectangle(*map(float, edges))


def points(*values: float) -> bytes:
    """Numbers to a ten thousandth of a point, no digit more than needed, with spaces between."""
    return " ".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in values).encode()
