"""Printer's marks: what stands outside the bleed, for whoever trims, folds and checks the plates.

Takes the trim and the bleed of a sheet, gives operators; `SPACES` are the colour spaces that they name. Crop and fold marks
and register targets print on every plate (the colorant All: ISO 32000-1, 8.6.6.4). The slug names each plate in its own
ink, so that a plate shows its own name alone. Nothing comes nearer to the bleed than `_NEAREST`.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from layout.model.press import Mark
from layout.press.objects import Parts, name
from layout.press.outlines import Outlines
from layout.press.rectangle import Rectangle, points
from layout.record import record

_MM = 72 / 25.4
_MARGIN = 10 * _MM
_NEAREST = 1.5 * _MM
_CROP = 6 * _MM
_LINE = 0.25
_MIDDLE = 5 * _MM
"""From the bleed to the middle of targets, patches and slug."""
_RADIUS = 1.5 * _MM
_ARM = 3 * _MM
_PATCH = 5 * _MM
_SLUG = 6.5
_MOST_OF_HALF = 0.6
"""How much of the way from the trim's edge to the target in its middle patches and slug take at most."""
_ROUND = 0.5523
"""How far from its end the handle of a quarter of a circle is, as a share of the radius."""

SPACES: Mapping[str, Parts] = MappingProxyType(
    {"All": (b"[/Separation /All /DeviceCMYK <</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1>>]",)}
)
_ON_ALL_PLATES = b"/All CS 1 SCN /All cs 1 scn %s w" % points(_LINE)
_PROCESS = MappingProxyType(
    {"Cyan": b"%s 0 0 0 k", "Magenta": b"0 %s 0 0 k", "Yellow": b"0 0 %s 0 k", "Black": b"0 0 0 %s k"}
)


@record
class Marked:
    """A sheet that gets marks: what its slug says, its rectangles, where the middles of its pages and its folds are, and the
    names of its plates."""

    words: str
    trim: Rectangle
    bleed: Rectangle
    middles: tuple[float, ...]
    folds: tuple[float, ...]
    plates: tuple[str, ...]


class Marks:
    """The marks that a press asks for. `margin` is what they take outside the bleed, in points."""

    def __init__(self, wanted: tuple[Mark, ...], outlines: Outlines | None) -> None:
        self.margin = _MARGIN if wanted else 0.0
        self._wanted, self._outlines = wanted, outlines

    def content(self, sheet: Marked) -> bytes:
        """The operators of the marks, to be drawn over a sheet in the colours in which a page begins."""
        drawn: list[bytes] = [b"q"]
        if Mark.CROP in self._wanted:
            drawn += _crop_marks(sheet)
        if Mark.REGISTRATION in self._wanted:
            drawn += _targets(sheet)
        if Mark.COLOUR_BAR in self._wanted:
            drawn += _colour_bar(sheet)
        if Mark.SLUG in self._wanted and self._outlines is not None:
            drawn += _slug(sheet, self._outlines)
        return b"\n".join((*drawn, b"Q\n"))


def _ink(plate: str, share: bytes = b"1") -> bytes:
    """The operator that sets the ink of a plate; the colour space of a spot ink goes by the plate's name."""
    return _PROCESS[plate] % share if plate in _PROCESS else b"%s cs %s scn" % (name(plate), share)


def _crop_marks(sheet: Marked) -> Iterator[bytes]:
    yield _ON_ALL_PLATES
    trim, bleed = sheet.trim, sheet.bleed
    ends = (
        (bleed.foot - _NEAREST, bleed.foot - _NEAREST - _CROP),
        (bleed.head + _NEAREST, bleed.head + _NEAREST + _CROP),
    )
    for x in (trim.left, trim.right):
        yield from (_line(x, near, x, far) for near, far in ends)
    sides = (
        (bleed.left - _NEAREST, bleed.left - _NEAREST - _CROP),
        (bleed.right + _NEAREST, bleed.right + _NEAREST + _CROP),
    )
    for y in (trim.foot, trim.head):
        yield from (_line(near, y, far, y) for near, far in sides)
    if sheet.folds:
        yield b"[%s] 0 d" % points(_MM, _MM)
        yield from (_line(x, near, x, far) for x in sheet.folds for near, far in ends)
        yield b"[] 0 d"


def _targets(sheet: Marked) -> Iterator[bytes]:
    yield _ON_ALL_PLATES
    bleed, height = sheet.bleed, (sheet.trim.foot + sheet.trim.head) / 2
    places = [(x, y) for x in sheet.middles for y in (bleed.foot - _MIDDLE, bleed.head + _MIDDLE)]
    for x, y in (*places, (bleed.left - _MIDDLE, height), (bleed.right + _MIDDLE, height)):
        yield _line(x - _ARM, y, x + _ARM, y)
        yield _line(x, y - _ARM, x, y + _ARM)
        yield _circle(x, y, _RADIUS) + b" S"


def _colour_bar(sheet: Marked) -> Iterator[bytes]:
    """Solids of the inks that the sheet prints in, then their halves, at the head on the left."""
    room = (sheet.middles[0] - sheet.trim.left) * _MOST_OF_HALF
    patch = min(_PATCH, room / (2 * max(1, len(sheet.plates))))
    x, y = sheet.trim.left + _NEAREST, sheet.bleed.head + _MIDDLE - patch / 2
    for share in (b"1", b"0.5"):
        for plate in sheet.plates:
            yield _ink(plate, share)
            yield points(x, y, patch, patch) + b" re f"
            x += patch


def _slug(sheet: Marked, outlines: Outlines) -> Iterator[bytes]:
    """What the sheet is, in the ink of all plates, and the name of each plate, at the foot on the left."""
    words = [(sheet.words, _ON_ALL_PLATES), *((plate, _ink(plate)) for plate in sheet.plates)]
    room = (sheet.middles[0] - sheet.trim.left) - _ARM - 2 * _NEAREST
    size = min(_SLUG, _SLUG * room / outlines.width("  ".join(told for told, _ in words), _SLUG))
    x, y = sheet.trim.left + _NEAREST, sheet.bleed.foot - _MIDDLE
    for told, ink in words:
        yield ink
        yield outlines.filled(told, size, x, y)
        x += outlines.width(told + "  ", size)


def _line(x: float, y: float, to_x: float, to_y: float) -> bytes:
    return b"%s m %s l S" % (points(x, y), points(to_x, to_y))


def _circle(x: float, y: float, radius: float) -> bytes:
    handle = radius * _ROUND
    quarters = (
        (x + radius, y + handle, x + handle, y + radius, x, y + radius),
        (x - handle, y + radius, x - radius, y + handle, x - radius, y),
        (x - radius, y - handle, x - handle, y - radius, x, y - radius),
        (x + handle, y - radius, x + radius, y - handle, x + radius, y),
    )
    return b" ".join((points(x + radius, y), b"m", *(points(*quarter) + b" c" for quarter in quarters), b"h"))
