"""The fonts and the pictures of a finished PDF, for the press's report.

Takes its pages, gives `FontUse`s by name and `PictureUse`s page by page. Sources: ISO 32000-1:2008, 9.6 to 9.9 (fonts) and
8.9.5 (an image fills the unit square of its matrix).
"""

import math
from collections.abc import Iterable, Iterator

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from layout.diagnostics import Place
from layout.model.press_report import FontUse, PictureUse
from layout.press.objects import entry
from layout.press.rectangle import box
from layout.press.scan import Painted
from layout.units import pt

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_INCH = 72


def fonts_of(pages: Iterable[PageObject]) -> tuple[FontUse, ...]:
    """The fonts that pages name, in the order of their names."""
    used: dict[tuple[str, str, bool], list[int]] = {}
    for number, page in enumerate(pages, 1):
        for font in _fonts(page, frozenset()):
            found = used.setdefault(font, [])
            if number not in found:
                found.append(number)
    return tuple(FontUse(*font, tuple(numbers)) for font, numbers in sorted(used.items()))


def pictures_of(number: int, page: PageObject, painted: Iterable[Painted]) -> Iterator[PictureUse]:
    """The pictures of a page, in the order in which they are painted."""
    trim = box(page, "/TrimBox")
    for one in painted:
        if not isinstance(one.value, StreamObject) or entry(one.value, "/Subtype") != "/Image":
            continue
        a, b, c, d, e, f = one.matrix
        across, up = math.hypot(a, b), math.hypot(c, d)
        if not across or not up:
            continue
        width, depth = entry(one.value, "/Width"), entry(one.value, "/Height")
        left, head = min(e, e + a, e + c, e + a + c), max(f, f + b, f + d, f + b + d)
        place = Place(number, pt(left - trim.left), pt(trim.head - head), pt(across), pt(up))
        ppi = round(min(width / across, depth / up) * _INCH)
        yield PictureUse(place, (width, depth), ppi, _space(one.value))


def _space(image: DictionaryObject) -> str:
    space = entry(image, "/ColorSpace", "/Mask")
    kind = space[0] if isinstance(space, ArrayObject) else space
    if kind == "/Indexed":
        return f"Indexed, {_space(DictionaryObject({**image, '/ColorSpace': space[1]}))}"
    if kind == "/ICCBased":
        return f"ICC, {space[1]['/N']} channels"
    return str(kind)[1:].removeprefix("Device")


def _fonts(owner: DictionaryObject, seen: frozenset[int]) -> Iterator[tuple[str, str, bool]]:
    """The fonts of a page's or a form's resources, and of the forms that it draws."""
    resources = entry(owner, "/Resources", DictionaryObject())
    for font in entry(resources, "/Font", DictionaryObject()).values():
        yield _font(font.get_object())
    for one in entry(resources, "/XObject", DictionaryObject()).values():
        form = one.get_object()
        if entry(form, "/Subtype") == "/Form" and id(form) not in seen:
            yield from _fonts(form, seen | {id(form)})


def _font(font: DictionaryObject) -> tuple[str, str, bool]:
    descendants = entry(font, "/DescendantFonts")
    own = font if descendants is None else descendants[0].get_object()
    described = entry(own, "/FontDescriptor", DictionaryObject())
    name, kind = entry(font, "/BaseFont", "/no name"), entry(own, "/Subtype", "/no kind")
    return str(name)[1:], str(kind)[1:], any(key in described for key in _FILES)
