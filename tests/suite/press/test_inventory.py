"""Plates, pictures and fonts are what a page prints, not what lies in its file."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject, PdfObject

from layout.model.press import Mark, Products
from layout.press.imprint import Imprint
from layout.press.inventory import fonts_of, pictures_of
from layout.press.objects import Source, name
from layout.press.plates import is_colour, plates_of
from layout.press.products import make_products
from layout.press.scan import scan
from layout.units import pt
from tests.suite.press.conftest import DATE, SPAN, outlines


def table(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def stream(data: str, **entries: PdfObject) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data.encode())
    made.update(table(**entries))
    return made


def names(*words: str) -> ArrayObject:
    return ArrayObject(map(NameObject, words))


def image(space: PdfObject, width: int = 100, depth: int = 50) -> DecodedStreamObject:
    size = {"Width": NumberObject(width), "Height": NumberObject(depth)}
    return stream("", Subtype=NameObject("/Image"), ColorSpace=space, **size)


SPOT = ArrayObject([*names("/Separation", "/Gold Ink", "/DeviceCMYK"), table(FunctionType=NumberObject(2))])
RESOURCES = table(
    ColorSpace=table(Gold=SPOT, Pair=ArrayObject([NameObject("/DeviceN"), names("/Cyan", "/Gold Ink")])),
    XObject=table(
        Grey=image(NameObject("/DeviceGray")), Photo=image(NameObject("/DeviceCMYK")),
        Form=stream("2 0 0 2 10 10 cm /Photo Do", Subtype=NameObject("/Form"), Matrix=ArrayObject(map(NumberObject, (1, 0, 0, 1, 5, 5)))),
    ),
    Shading=table(Sun=table(ColorSpace=NameObject("/DeviceCMYK"))),
    Pattern=table(Sun=table(Shading=table(ColorSpace=NameObject("/DeviceCMYK"))), Dots=stream("0 1 0 0 k")),
)  # fmt: skip


def source_of(content: str) -> Source:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 300)
    for box in ("/TrimBox", "/BleedBox", "/CropBox"):
        page[NameObject(box)] = page.mediabox
    page[NameObject("/Contents")] = writer._add_object(stream(content))
    page[NameObject("/Resources")] = RESOURCES.clone(writer)
    written = io.BytesIO()
    writer.write(written)
    return Source(written.getvalue())


@pytest.mark.parametrize(
    ("content", "plates"),
    [
        ("", ""),
        ("0 0 0 1 k 0 0 9 9 re f", "Black"),
        ("0 0 0 0 k 1 g 1 1 1 rg", ""),
        ("0 .5 0 0 K", "Magenta"),
        ("0.5 g", "Black"),
        ("0.2 0.2 0.2 rg", "Black"),
        ("1 0 0 RG", "Cyan Magenta Yellow Black"),
        ("BT (1 0 0 0 k) Tj (\\) 0 1 0 0 k ) Tj <31> Tj ET 0 0 1 0 k", "Yellow"),
        ("/Gold cs 1 scn", "Gold Ink"),
        ("0 0 0 1 k /Pair cs 1 0 scn", "Cyan Black Gold Ink"),
        ("/DeviceGray cs 0 scn", "Black"),
        ("/Grey Do", "Black"),
        ("/Form Do", "Cyan Magenta Yellow Black"),
        ("/Sun sh", "Cyan Magenta Yellow Black"),
        ("/Pattern cs /Sun scn", "Cyan Magenta Yellow Black"),
        ("/Pattern cs /Dots scn", "Magenta"),
        ("k cm Q /None Do 1 2 k x y z w k 1 0 0 1 cm", ""),
    ],
)
def test_plates_are_those_that_are_printed_on(content: str, plates: str) -> None:
    found = plates_of(scan(source_of(content).pages[0]))
    assert " ".join(found) == plates
    assert is_colour(found) is (plates not in ("", "Black"))


def test_pictures_are_measured_where_they_stand() -> None:
    page = source_of(
        "q 72 0 0 72 20 30 cm /Grey Do Q q 3 0 0 3 0 0 cm /Form Do Q q 0 72 -72 0 172 0 cm /Grey Do Q"
    ).pages[0]
    plain, formed, turned = pictures_of(1, page, scan(page))
    assert (plain.ppi, plain.pixels, plain.space) == (50, (100, 50), "Gray")
    assert (plain.place.x, plain.place.y) == (pt(20), pt(300 - 30 - 72))
    assert (formed.ppi, formed.place.x, formed.place.width) == (600, pt(45), pt(6))
    assert (turned.ppi, turned.place.x) == (50, pt(100))


def test_a_spot_ink_is_named_in_its_own_ink() -> None:
    source = source_of("/Gold cs 1 scn 0 0 9 9 re f")
    plates = (plates_of(scan(source.pages[0])),)
    imprint = Imprint("paper", "Paper", DATE, ("",), SPAN)
    (pdf,) = make_products(source, plates, imprint, Products(marks=(Mark.SLUG,)), outlines()).values()
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    assert page["/Resources"]["/ColorSpace"]["/Gold Ink"][1] == "/Gold Ink"
    assert name("Gold Ink") == b"/Gold#20Ink"
    assert b"/Gold#20Ink cs 1 scn" in page.get_contents().get_data()


def test_fonts_say_whether_they_are_in_the_file() -> None:
    def font(base: str, **described: PdfObject) -> DictionaryObject:
        kind = {"Subtype": NameObject("/TrueType"), "BaseFont": NameObject(f"/{base}")}
        return table(**kind, FontDescriptor=table(**described))

    form = stream("", Subtype=NameObject("/Form"), Resources=table(Font=table(F=font("Missing"))))
    inside = table(Font=table(F=font("Inside", FontFile2=stream(""))), XObject=table(P=form))
    fonts = fonts_of([table(Resources=inside), table(Resources=inside)])
    assert [(one.name, one.embedded, one.pages) for one in fonts] == [
        ("Inside", True, (1, 2)),
        ("Missing", False, (1, 2)),
    ]
