"""A page supplied as PDF: opened, followed to its last object, measured.

Takes the octets of a file by mail, gives an `Artwork`, or raises `Unsuited` with what is wrong; nothing else is ever raised.
Its size is that of its TrimBox, else CropBox, else MediaBox, turned as the page is. Sources: ISO 32000-1, 7.7.3.3 (page
objects), 14.11.2 (page boundaries).
"""

import io
from collections.abc import Iterator
from typing import Any

from layout.record import record
from layout.units import Emu, pt

KEPT = ("/Resources", "/Contents", "/Group")
"""What of a page goes to paper; annotations, actions and metadata do not."""

_MOST_OBJECTS = 200_000
_DEEPEST = 60
"""Arrays and dictionaries within one another: honest files have a handful, and writing them calls itself."""
_SIDES = ("left", "bottom", "right", "top")
_LARGEST_PT = 14_400


class Unsuited(Exception):
    """A PDF that cannot be placed: what is wrong with it, and the remedy."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@record
class Artwork:
    """The only page of a PDF: pypdf's page, its box in points (left, bottom, right, top), its turn clockwise in degrees, and
    its size on paper."""

    page: Any
    box: tuple[float, float, float, float]
    turn: int
    size: tuple[Emu, Emu]

    @property
    def upright(self) -> tuple[float, float, float, float, float, float]:
        """The matrix that turns the page upright and makes its box the unit square."""
        left, bottom, right, top = self.box
        across, down = 1 / (right - left), 1 / (top - bottom)
        match self.turn:
            case 90:
                return 0, -across, down, 0, -bottom * down, right * across
            case 180:
                return -across, 0, 0, -down, right * across, top * down
            case 270:
                return 0, across, -down, 0, top * down, -left * across
        return across, 0, 0, down, -left * across, -bottom * down


def open_artwork(octets: bytes) -> Artwork:
    """The page of a PDF. Raises Unsuited where there is not exactly one, or anything of it cannot be read."""
    import logging

    from pypdf import PdfReader

    # What pypdf mends in silence is no concern of the editor's.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        page = _only_page(PdfReader(io.BytesIO(octets)))
        box, turn = _box(page), int(page.get("/Rotate", 0)) % 360
        unit = float(page.get("/UserUnit", 1))
        _follow(page)
    except Unsuited:
        raise
    except Exception as error:  # a file by mail may fail pypdf in any way
        hint = "ask for it again, exported anew"
        raise Unsuited(f"is damaged: {str(error) or type(error).__name__}", hint) from error
    return Artwork(page, box, turn, _size(box, turn, unit))


def streams_of(contents: Any) -> list[Any]:
    """The content streams of a page, in order."""
    from pypdf.generic import ArrayObject, StreamObject

    whole = contents.get_object() if contents is not None else None
    parts = [part.get_object() for part in whole] if isinstance(whole, ArrayObject) else [whole]
    return [part for part in parts if isinstance(part, StreamObject)]


def _only_page(reader: Any) -> Any:
    if reader.is_encrypted:
        raise Unsuited("is encrypted", "ask for a file without a password or restrictions")
    count = len(reader.pages)
    if count != 1:
        raise Unsuited(f"has {count} pages", "ask for a file of one page")
    return reader.pages[0]


def _box(page: Any) -> tuple[float, float, float, float]:
    box = page.trimbox
    left, bottom, right, top = (float(getattr(box, side)) for side in _SIDES)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _size(box: tuple[float, float, float, float], turn: int, unit: float) -> tuple[Emu, Emu]:
    width, depth = (box[2] - box[0]) * unit, (box[3] - box[1]) * unit
    if not (1 <= width <= _LARGEST_PT and 1 <= depth <= _LARGEST_PT):
        raise Unsuited(f"has a page of {width:.0f} by {depth:.0f} points", "ask for it at the size that was booked")
    return (pt(depth), pt(width)) if turn in (90, 270) else (pt(width), pt(depth))


def _follow(page: Any) -> None:
    """Reads all that hangs on the page, so that drawing it finds nothing missing."""
    from pypdf.generic import IndirectObject

    waiting = [(page.raw_get(key), 0) for key in KEPT if key in page]
    seen = set[tuple[int, int]]()
    count = 0
    while waiting:
        one, depth = waiting.pop()
        if isinstance(one, IndirectObject):
            if (one.idnum, one.generation) in seen:
                continue
            seen.add((one.idnum, one.generation))
            one, depth = one.get_object(), 0
        waiting += ((part, depth + 1) for part in _parts(one))
        count += 1
        if depth > _DEEPEST:
            raise Unsuited(f"has objects nested deeper than {_DEEPEST}", "ask for it again, exported anew")
        if count > _MOST_OBJECTS:
            raise Unsuited(f"has more than {_MOST_OBJECTS:,} objects", "ask for it with its drawings flattened")
    streams = streams_of(page.get("/Contents"))
    for stream in streams if len(streams) > 1 else ():
        stream.get_data()


def _parts(one: Any) -> Iterator[Any]:
    from pypdf.generic import DictionaryObject

    if isinstance(one, DictionaryObject):
        yield from (one.raw_get(key) for key in one if key != "/Parent")
    elif isinstance(one, list):
        yield from list.__iter__(one)
