"""What: two things stand upon one another. Text is upon other text, a picture, or a box that it is no part of; or a
picture is upon a picture.

Why: neither can be read.

Fix: give one of the two another place in the dummy, or less to hold. If nothing in the manifest explains it, it is a
fault of the program: please report it.
"""

from collections.abc import Iterator
from itertools import combinations

from layout.diagnostics import Finding, Severity
from layout.model.page import Fill, Page, Part, Picture
from layout.preflight.proof import Extent, Proof
from layout.units import pt

CODE = "P105"

_TOUCH = pt(1)
"""What may touch: hung punctuation, the serifs of neighbours."""


def check_overlaps(proof: Proof) -> Iterator[Finding]:
    """One finding a piece of text that stands upon something."""
    crowded = {ad.page for ad in proof.pages.ads}  # of these a rule of their own tells
    for page, texts in proof.placed_texts:
        grounds = [ground for ground in _grounds(page) if not proof.covered(ground.place(page))]
        if page.number in crowded:
            grounds = [ground for ground in grounds if ground.placed.part is not Part.AD]
        for extent, under in (*_upon_text(texts), *_upon_grounds(texts, grounds)):
            message = f'"{extent.words}" stands upon {under}'
            hint = "give one of the two another place, or less to hold"
            yield Finding(
                CODE, Severity.ERROR, message, hint, extent.placed.span, extent.place(page), extent.placed.story
            )
        pictures = [ground for ground in grounds if isinstance(ground.placed.paint, Picture)]
        for lower, over in combinations(pictures, 2):
            if _meet(lower, over):
                message = f"two pictures of {_owners(lower, over)} stand upon each other"
                hint = "give one of the two another place, or less depth"
                yield Finding(
                    CODE, Severity.ERROR, message, hint, over.placed.span, over.place(page), over.placed.story
                )


def _meet(one: Extent, other: Extent) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > _TOUCH and min(one.foot, other.foot) - max(one.top, other.top) > _TOUCH


def _owners(one: Extent, other: Extent) -> str:
    names = dict.fromkeys(f'"{extent.placed.story}"' if extent.placed.story else "the page" for extent in (one, other))
    return " and ".join(names)


def _upon_text(texts: tuple[Extent, ...]) -> Iterator[tuple[Extent, str]]:
    """Sweeps down the page, keeping the texts whose foot is still to come."""
    near: list[Extent] = []
    nearest_foot = 0
    for extent in texts:
        top, left, right = extent[0] + _TOUCH, extent[1] + _TOUCH, extent[2] - _TOUCH
        if nearest_foot <= top:
            near = [other for other in near if other[3] > top]
            nearest_foot = min([other[3] for other in near], default=top)
        for other in near:
            if other[1] < right and other[2] > left and other[3] > top:
                yield extent, f'"{other.words}"'
                break
        near.append(extent)
        nearest_foot = min(nearest_foot, extent[3])


def _grounds(page: Page) -> list[Extent]:
    grounds = []
    for placed in page.placed:
        paint = placed.paint
        if isinstance(paint, Picture) or (isinstance(paint, Fill) and placed.part is not Part.FURNITURE):
            right, foot = placed.x + paint.width, placed.y + paint.depth
            grounds.append(Extent(placed.y, placed.x, right, foot, placed))
    return grounds


def _upon_grounds(texts: tuple[Extent, ...], grounds: list[Extent]) -> Iterator[tuple[Extent, str]]:
    """Text on a picture, and text on a box that is neither the box's own nor that of a picture inside it."""
    for ground in grounds:
        top, left, right, foot, placed = ground
        boxed = isinstance(placed.paint, Fill)
        for extent in texts:
            if extent[0] >= foot - _TOUCH:
                break
            if extent[3] > top + _TOUCH and extent[1] < right - _TOUCH and extent[2] > left + _TOUCH:
                if not boxed:
                    yield extent, "a picture"
                elif extent.placed.part not in (Part.BOX, Part.CUTLINE, Part.PICTURE):
                    yield extent, "a box"
