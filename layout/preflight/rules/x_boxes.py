"""What: the boxes of a page are missing or at odds. They say where its paper, its bleed and its trim are.

Why: a page is placed and cut by its trim box (ISO 15930-7, 6.3); one that is turned or scaled lands elsewhere. A crop box is
not needed, but one that is not the media box hides on screens what prints.

Fix: export with trim and bleed boxes, all pages in one size, upright.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place
from layout.model.press import Product
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.opened import PageObject, number

CODE = "X106"
_HINT = "export with trim and bleed boxes, all pages in one size, upright"
_NEAR = 0.01
_NEEDED = ("/MediaBox", "/BleedBox", "/TrimBox")
_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox")


def check_boxes(claim: Claim) -> Iterator[Finding]:
    """One finding for each page that is wrong, with all that is."""
    if not claim.is_x:
        return
    sizes: dict[tuple[int, int], int] = {}
    for at, page in enumerate(claim.file.pages, start=1):
        wrong = list(_wrong(page))
        if wrong:
            yield missing(CODE, f"page {at}: {'; '.join(wrong)}", _HINT, Place(at))
        elif trim := page.box("/TrimBox"):
            size = round(trim[2] - trim[0]), round(trim[3] - trim[1])
            sizes.setdefault(size, at)
    if len(sizes) > 1 and claim.product is not Product.READER_SPREADS:  # whose first page stands alone
        told = ", ".join(f"page {at}: {width} x {height} pt" for (width, height), at in sizes.items())
        yield missing(CODE, f"trim sizes differ: {told}", _HINT)


def _wrong(page: PageObject) -> Iterator[str]:
    own = page.own
    if lacking := [key for key in _NEEDED if key not in own]:
        yield f"it has no {', '.join(lacking)} of its own"
    if "/ArtBox" in own:
        yield "it has an /ArtBox beside its trim"
    if number(own.get("/Rotate", page.inherited.get("/Rotate"))) % 360:
        yield "it is turned (/Rotate)"
    if "/UserUnit" in own and number(own["/UserUnit"], 1) != 1:
        yield "it is scaled (/UserUnit)"
    if empty := [key for key in _BOXES if key in own and not _has_area(page.box(key))]:
        yield f"its {', '.join(empty)} has no area"
    boxes = [page.box(key) for key in _NEEDED]
    for outer, inner, names in zip(boxes, boxes[1:], ("bleed within media", "trim within bleed"), strict=False):
        if outer and inner and not _within(inner, outer):
            yield f"its boxes cross: {names} is wanted"
    crop = page.box("/CropBox")
    if crop and boxes[0] and not (_within(crop, boxes[0]) and _within(boxes[0], crop)):
        yield "its /CropBox is not its /MediaBox"


def _has_area(box: tuple[float, ...]) -> bool:
    return bool(box) and box[2] > box[0] and box[3] > box[1]


def _within(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    low = all(a >= b - _NEAR for a, b in zip(inner[:2], outer[:2], strict=True))
    return low and all(a <= b + _NEAR for a, b in zip(inner[2:], outer[2:], strict=True))
