"""The pictures of a page with where they stand, those inside clips too."""

from collections.abc import Iterator

from layout.diagnostics import Place
from layout.model.page import Clip, Page, Picture, Placed
from layout.units import Emu


def pictures_on(page: Page) -> Iterator[tuple[Placed, Picture, Place]]:
    """Each picture as it is placed, what is shown of it, and its rectangle."""
    return _pictures(page.number, page.placed, 0, 0)


def _pictures(number: int, placed: tuple[Placed, ...], left: Emu, top: Emu) -> Iterator[tuple[Placed, Picture, Place]]:
    for one in placed:
        paint, x, y = one.paint, left + one.x, top + one.y
        if isinstance(paint, Clip):
            yield from _pictures(number, paint.placed, x, y)
        elif isinstance(paint, Picture):
            yield one, paint, Place(number, x, y, paint.width, paint.depth)
