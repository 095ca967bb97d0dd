"""How much ink a page takes, as measured on its plates."""

from collections.abc import Mapping
from typing import TypeAlias

from layout.diagnostics import Place
from layout.record import record


@record
class Coverage:
    """The ink inside a page's trim. `plates` is the mean of each plate, `most` the most ink of all plates together on any
    square millimetre, both in tenths of a percent; `where` is the 15 mm square with the most ink. `partial` says that there is
    more on the page that could not be measured: PDFs as they were supplied."""

    page: int
    plates: Mapping[str, int]
    most: int
    where: Place
    partial: bool = False

    def packed(self) -> "Packed":
        """As plain values, to be kept."""
        where = self.where
        return (dict(self.plates), self.most, (where.x, where.y, where.width, where.depth))


Packed: TypeAlias = tuple[dict[str, int], int, tuple[int, int, int, int]]


def unpacked(page: int, kept: Packed) -> Coverage:
    """The ink of a page, as it was kept."""
    plates, most, where = kept
    return Coverage(page, plates, most, Place(page, *where))
