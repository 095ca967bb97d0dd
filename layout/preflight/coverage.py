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
from layout.units import Emu, mm, to_mm, to_pt

DPI = 72
"""The resolution at which plates are looked at."""
_BLANK = 255
_SQUARE_MM = 15


def measure(page: int, plates: Mapping[str, Image.Image]) -> Coverage:
    """The coverage of a page whose plates are cut to its trim."""
    whole = next(iter(plates.values()))
    return _measured(page, plates, (whole.width * 25.4 / DPI, whole.height * 25.4 / DPI))


def measure_films(films: tuple[Film, ...], pages: tuple[int, ...], trim: tuple[Emu, Emu, Emu]) -> Iterator[Coverage]:
    """The coverage of each page.

    Args:
        films: the pages on all plates.
        pages: their numbers.
        trim: how far the sheet reaches beyond the trim, and the trim's width and depth.
    """
    bleed, width, depth = trim
    opened = [(film.plates, pypdfium2.PdfDocument(film.pdf)) for film in films]
    crop = (to_pt(bleed),) * 4
    for index, number in enumerate(pages):
        shown: dict[str, Image.Image] = {}
        for names, document in opened:
            shown.update(zip(names, _rendered(document[index], len(names), crop), strict=False))
        yield _measured(number, shown, (to_mm(width), to_mm(depth)))


def _rendered(page: pypdfium2.PdfPage, plates: int, crop: tuple[float, ...]) -> tuple[Image.Image, ...]:
    """A page's plates, each as a grey picture."""
    picture = page.render(scale=DPI / 72, grayscale=plates == 1, crop=crop).to_pil()
    return (picture.convert("L"),) if plates == 1 else picture.convert("RGB").split()


def _measured(page: int, plates: Mapping[str, Image.Image], size_mm: tuple[float, float]) -> Coverage:
    inked = {name: plate for name, plate in plates.items() if plate.getextrema() != (_BLANK, _BLANK)}
    means = dict.fromkeys(plates, 0)
    across, down = max(1, round(size_mm[0])), max(1, round(size_mm[1]))
    total = Image.new("I", (across, down), 0)
    for name, plate in inked.items():
        cells = plate.resize((across, down), Image.Resampling.BOX)
        means[name] = round(1000 - ImageStat.Stat(cells).mean[0] / 0.255)
        total = ImageMath.lambda_eval(lambda of: of["total"] + _BLANK - of["cells"], total=total, cells=cells)
    # A blur wants 256 greys: fine enough to find a place of up to eight plates, not to tell its figure.
    shares = ImageMath.lambda_eval(lambda of: of["total"] / 8, total=total).convert("L")
    greys = shares.filter(ImageFilter.BoxBlur(_SQUARE_MM // 2)).tobytes()
    row, column = divmod(greys.index(max(greys)), across)
    left, top = max(0, column - _SQUARE_MM // 2), max(0, row - _SQUARE_MM // 2)
    where = Place(page, mm(left), mm(top), mm(_SQUARE_MM), mm(_SQUARE_MM))
    return Coverage(page, means, round(_most(total) / 0.255), where)


def _most(image: Image.Image) -> float:
    _, most = image.getextrema()
    assert isinstance(most, int | float), "one channel has one greatest value"
    return most
