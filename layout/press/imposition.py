"""Which pages stand side by side, and on which side of which sheet.

Takes numbers of pages, gives `Side`s; knows no PDF. A count that folds into no whole sheets has blank pages at its end: the
manifest's `pages: {multiple: 4}` makes them up instead, so that they have at least their folios.
"""

from typing import TypeAlias

from layout.model.press import SHEET_PAGES

Side: TypeAlias = tuple[int | None, ...]
"""The pages on one side of a sheet from left to right, with a fold between them; None is a blank."""


def reader_spreads(pages: int) -> tuple[Side, ...]:
    """The pages as a reader has them in hand: the first alone, then pairs, then the last alone if it has no neighbour."""
    pairs = ((left, left + 1) if left < pages else (left,) for left in range(2, pages + 1, 2))
    return ((1,), *pairs)


def printer_spreads(pages: int, signature: int) -> tuple[Side, ...]:
    """The sides of the sheets, front and back in turn, the outermost sheet of each signature first.

    Args:
        pages: how many the issue has.
        signature: how many are folded into one another, a multiple of 4; 0 for all. The last may have fewer.
    """
    whole = _folding(pages)
    step = signature or whole
    sheets = (side for first in range(1, whole + 1, step) for side in _nested(first, min(first + step - 1, whole)))
    return tuple(_printed(side, pages) for side in sheets)


def _nested(first: int, last: int) -> list[tuple[int, int]]:
    """Sheets folded into one another: outside in, each page before the fold faces one after it."""
    outer = range((last - first + 1) // 2)
    return [(last - n, first + n) if n % 2 == 0 else (first + n, last - n) for n in outer]


def centre_spread(pages: int) -> Side:
    """The two pages in the middle, which are one piece of paper where all sheets are folded into one another."""
    left = _folding(pages) // 2
    return _printed((left, left + 1), pages)


def _printed(side: tuple[int, int], pages: int) -> Side:
    return tuple(page if page <= pages else None for page in side)


def _folding(pages: int) -> int:
    return -(-pages // SHEET_PAGES) * SHEET_PAGES
