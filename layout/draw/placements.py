"""What pages show of each picture, all placements together, so that each is separated and written once.

Takes pages, gives for each picture and kind of page the part that holds all that is shown of it, in whole pixels, and
its largest size. Drawings have no pixels, and are left out.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from layout.model.page import Clip, Page, Picture, Placed
from layout.model.raster import Plates, Separation, Wanted

WHOLE = 1_000_000
"""What a picture's crop is counted in."""

WITHOUT_PIXELS = ("svg", "pdf")

_MOST_OF_IT = WHOLE * WHOLE * 2 // 3
"""Line art of which more is shown is wanted whole: it goes into the file as it is, sooner than a part is cut out."""

Key: TypeAlias = tuple[str, Plates]


def wanted_of(pages: tuple[Page, ...], separation: Separation) -> Mapping[Key, Wanted]:
    """What is wanted, by the digest of the picture's content and the plates of the page."""
    found: dict[Key, Wanted] = {}
    for page in pages:
        plates = separation.plates(page.number)
        for picture in pictures_of(page.placed):
            if picture.source.kind in WITHOUT_PIXELS:
                continue
            key = (picture.source.digest, plates)
            wanted = _wanted(picture, plates)
            found[key] = _joined(found[key], wanted) if key in found else wanted
    return found


def plates_of(page: int, separation: Separation | None) -> Plates:
    """The plates that pictures on a page of this number print from."""
    return Plates.PROCESS if separation is None else separation.plates(page)


def pictures_of(placed: tuple[Placed, ...]) -> Iterator[Picture]:
    """What is a picture among these, clipped ones too."""
    for one in placed:
        if isinstance(one.paint, Clip):
            yield from pictures_of(one.paint.placed)
        elif isinstance(one.paint, Picture):
            yield one.paint


def _wanted(picture: Picture, plates: Plates) -> Wanted:
    left, top, right, bottom = picture.crop
    across, down = picture.source.pixels
    box = (left * across // WHOLE, top * down // WHOLE, -(-right * across // WHOLE), -(-bottom * down // WHOLE))
    if picture.source.is_line_art and (right - left) * (bottom - top) > _MOST_OF_IT:
        box = (0, 0, across, down)
    width = picture.width * WHOLE * (box[2] - box[0]) // ((right - left) * across)
    depth = picture.depth * WHOLE * (box[3] - box[1]) // ((bottom - top) * down)
    return Wanted(picture.source, box, width, depth, plates)


def _joined(one: Wanted, other: Wanted) -> Wanted:
    """The part that holds both, as large as in the larger of the two."""
    box = (*map(min, one.box[:2], other.box[:2]), *map(max, one.box[2:], other.box[2:]))
    left, top, right, bottom = box
    larger = max(one, other, key=lambda wanted: wanted.width / (wanted.box[2] - wanted.box[0]))
    width = larger.width * (right - left) // (larger.box[2] - larger.box[0])
    depth = larger.depth * (bottom - top) // (larger.box[3] - larger.box[1])
    return Wanted(one.source, (left, top, right, bottom), width, depth, one.plates)
