"""The drawings of a document as operators, found by a second process while the pages are drawn.

Takes pages, gives what each drawing on them is made of, kept between builds. Only what no earlier build found is worth a
process of its own.
"""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias

from layout.aside import aside
from layout.draw.placements import Key, pictures_of, plates_of
from layout.model.page import Page, PictureSource
from layout.model.raster import Plates, Separation

if TYPE_CHECKING:  # imported where there are drawings
    from layout.draw.vector import Operators

_Find: TypeAlias = "Callable[[PictureSource, Separation | None, Plates], Operators | None]"


def begin_drawings(pages: tuple[Page, ...], separation: Separation | None) -> "Callable[[], Mapping[Key, Operators]]":
    """Begins to find the operators of all drawings; what is given back gives them when they are found."""
    drawings = {
        (picture.source.digest, plates_of(page.number, separation)): picture.source
        for page in pages
        for picture in pictures_of(page.placed)
        if picture.source.kind == "svg"
    }
    if not drawings:
        return dict
    from layout.draw.vector import find_operators, kept_operators

    known = _found(kept_operators, drawings, separation)
    new = {key: source for key, source in drawings.items() if key not in known}
    if not new:
        return lambda: known
    made = cache(aside(partial(_found, find_operators, new, separation)))
    return lambda: {**known, **made()}


def _found(
    find: _Find, drawings: Mapping[Key, PictureSource], separation: Separation | None
) -> "Mapping[Key, Operators]":
    return {key: found for key, source in drawings.items() if (found := find(source, separation, key[1])) is not None}
