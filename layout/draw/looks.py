"""What a page shows, as octets: two pages with the same octets are painted alike, whichever run made them.

Takes a page of the display list, gives what of it reaches the paper, without where it comes from. Fonts and pictures are
told by the digests of their files.
"""

import marshal
from typing import Any

from layout.model.ink import Ink
from layout.model.page import Clip, Fill, Page, Picture, Placed, Rule
from layout.model.text import Face, Glyphs

_WITHOUT_REFERENCES = 2
"""The last format of marshal in which equal values are equal octets; later ones tell which are one object."""


def looks_of(page: Page) -> bytes:
    """All that is painted on a page, and its size."""
    faces: dict[Face, bytes] = {}
    shown = [_shown(one, faces) for one in page.placed]
    return marshal.dumps((page.width, page.depth, page.bleed, shown), _WITHOUT_REFERENCES)


def _shown(placed: Placed, faces: dict[Face, bytes]) -> tuple[Any, ...]:
    """A paint as plain values; strings as octets, which marshal writes one way only."""
    paint, place = placed.paint, (placed.x, placed.y)
    if isinstance(paint, Glyphs):
        face = faces.get(paint.face) or faces.setdefault(paint.face, _named(paint.face))
        words = [(run.glyph_ids, run.advances, run.x_offsets, run.y_offsets) for run in paint.words]
        end = paint.end.value.encode()
        return (place, face, paint.size, _mixed(paint.ink), words, paint.offsets, paint.letter_space, paint.scale, end)
    if isinstance(paint, Fill):
        return (place, paint.width, paint.depth, _mixed(paint.ink))
    if isinstance(paint, Rule):
        return (place, paint.dx, paint.dy, paint.thickness, _mixed(paint.ink), paint.dash)
    if isinstance(paint, Picture):
        return (place, paint.width, paint.depth, paint.source.digest.encode(), paint.crop)
    if isinstance(paint, Clip):
        return (place, paint.width, paint.depth, [_shown(one, faces) for one in paint.placed])
    return ()


def _named(face: Face) -> bytes:
    return repr((face.digest, face.index, face.variations)).encode()


def _mixed(ink: Ink) -> tuple[Any, ...]:
    return (ink.cyan, ink.magenta, ink.yellow, ink.black, (ink.spot or "").encode(), ink.tint)
