"""Ink measured on plates, whoever rendered them.

Takes the plates of a page as grey pictures, white for no ink, gives its `Coverage`. A square millimetre is the smallest
area that counts: less is the edge of a letter, not ink that will not dry.
"""

from collections.abc import Iterator, Mapping

import pypdfium2
from PIL import Image, ImageFilter, ImageMath, ImageStat

from layout.diagnostics import Place
from layout.model.coverage import Coverage
from layout.model.film import Film
from layout.units import Emu, mm, to_pt

_PIXELS_PER_MM = 3
DPI = 25.4 * _PIXELS_PER_MM
"""The resolution at which plates are looked at: whole pixels a millimetre, which are quickly brought together."""
_BLANK = 255
_SQUARE_MM = 15


def measure(page: int, plates: Mapping[str, Image.Image]) -> Coverage:
    """The coverage of a page whose plates are cut to its trim."""
    whole = next(iter(plates.values()))
    cells = _cells(whole.width * 25.4 / DPI, whole.height * 25.4 / DPI)
    return _measured(page, {name: plate.resize(cells, Image.Resampling.BOX) for name, plate in plates.items()})


def measure_films(films: tuple[Film, ...], pages: tuple[int, ...], bleed: Emu) -> Iterator[Coverage]:
    """The coverage of each page.

    Args:
        films: the pages on all plates.
        pages: their numbers.
        bleed: how far the sheet reaches beyond the trim.
    """
    opened = [(film.plates, pypdfium2.PdfDocument(film.pdf)) for film in films]
    crop = (to_pt(bleed),) * 4
    for index, number in enumerate(pages):
        shown: dict[str, Image.Image] = {}
        for names, document in opened:
            grey = len(names) == 1
            # The order and the filling in which Pillow keeps pixels: nothing has to be brought into it.
            bitmap = document[index].render(
                scale=DPI / 72, grayscale=grey, crop=crop, rev_byteorder=not grey, prefer_bgrx=not grey
            )
            picture = bitmap.to_pil()
            shown.update(zip(names, picture.reduce(_PIXELS_PER_MM).split(), strict=False))
        yield _measured(number, shown)


def _cells(width_mm: float, depth_mm: float) -> tuple[int, int]:
    """How many square millimetres a page has across and down."""
    return max(1, round(width_mm)), max(1, round(depth_mm))


def _measured(page: int, plates: Mapping[str, Image.Image]) -> Coverage:
    """The coverage of a page whose plates have a pixel a square millimetre."""
    whole = next(iter(plates.values()))
    means = {name: round(1000 - ImageStat.Stat(plate).mean[0] / 0.255) for name, plate in plates.items()}
    inked = [plate for plate in plates.values() if plate.getextrema() != (_BLANK, _BLANK)] or [whole]
    numbered = {str(at): plate for at, plate in enumerate(inked)}
    total = ImageMath.lambda_eval(lambda of: len(numbered) * _BLANK - sum(of[at] for at in numbered), **numbered)
    # A blur wants 256 greys: fine enough to find a place of up to eight plates, not to tell its figure.
    shares = ImageMath.lambda_eval(lambda of: of["total"] / 8, total=total).convert("L")
    around = shares.filter(ImageFilter.BoxBlur(_SQUARE_MM // 2))
    row, column = divmod(around.tobytes().index(int(_most(around))), whole.width)
    left, top = max(0, column - _SQUARE_MM // 2), max(0, row - _SQUARE_MM // 2)
    where = Place(page, mm(left), mm(top), mm(_SQUARE_MM), mm(_SQUARE_MM))
    return Coverage(page, means, round(_most(total) / 0.255), where)


def _most(image: Image.Image) -> float:
    _, most = image.getextrema()
    assert isinstance(most, int | float), "one channel has one greatest value"
    return most
