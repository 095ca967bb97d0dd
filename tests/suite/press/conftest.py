"""A small PDF/X-4 as `draw` gives it, made with pypdf: its pages say who they are, and their ground reaches over the trim."""

import datetime
import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from layout.diagnostics import Span
from layout.manifest.workspace import shipped
from layout.model.press import Mark, Product, Products
from layout.model.style import Posture
from layout.press.imprint import Imprint
from layout.press.objects import Source
from layout.press.outlines import Outlines
from layout.press.plates import plates_of
from layout.press.products import make_products
from layout.press.scan import scan
from layout.typeset.faces import Faces

WIDTH, DEPTH, BLEED = 240, 320, 9
DATE, SPAN = datetime.date(2026, 11, 22), Span(Path("p.yaml"), 1)
TITLE = "The Paper & Sons, 2026-11-22"
_XMP = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{TITLE.replace("&", "&amp;")}</rdf:li></rdf:Alt></dc:title>
<xmpMM:DocumentID>uuid:00000000-0000-0000-0000-000000000000</xmpMM:DocumentID></x:xmpmeta><?xpacket end="w"?>"""
_INK = {True: "0 1 0 0.5 k", False: "0 0 0 0.25 k"}

IMPRINT = Imprint("paper", "The Paper & Sons", DATE, (), SPAN)

Make = Callable[..., dict[str, bytes]]


@cache
def single_pages(count: int) -> bytes:
    """An issue whose odd pages are in colour, and whose even pages have a ground that bleeds."""
    writer = PdfWriter()
    writer.pdf_header = "%PDF-1.6"
    font = DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in _FONT.items()})
    for number in range(1, count + 1):
        page = writer.add_blank_page(WIDTH + 2 * BLEED, DEPTH + 2 * BLEED)
        for name in ("/CropBox", "/BleedBox"):
            page[NameObject(name)] = ArrayObject(map(FloatObject, (0, 0, WIDTH + 2 * BLEED, DEPTH + 2 * BLEED)))
        page[NameObject("/TrimBox")] = ArrayObject(
            map(FloatObject, (BLEED, BLEED, WIDTH + BLEED, DEPTH + BLEED)),
        )
        ink = _INK[number % 2 == 1]
        words = f"q {ink} 0 0 {WIDTH + 2 * BLEED} {DEPTH + 2 * BLEED} re f Q\n" if number % 2 == 0 else ""
        words += f"BT 0 0 0 1 k /F1 14 Tf {BLEED + 90} 160 Td (page {number} k) Tj ET\n{ink} 60 60 9 9 re f"
        content = DecodedStreamObject()
        content.set_data(words.encode())
        page[NameObject("/Contents")] = writer._add_object(content.flate_encode())
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    _identify(writer)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


_FONT = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica"}


def _identify(writer: PdfWriter) -> None:
    profile = DecodedStreamObject()
    profile.set_data(bytes(36) + b"acsp" + bytes(88))
    profile[NameObject("/N")] = NumberObject(4)
    intent = {
        "/Type": NameObject("/OutputIntent"), "/S": NameObject("/GTS_PDFX"),
        "/OutputConditionIdentifier": TextStringObject("CGATS TR 002"),
        "/DestOutputProfile": writer._add_object(profile),
    }  # fmt: skip
    metadata = DecodedStreamObject()
    metadata.set_data(_XMP.encode())
    metadata.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    root = writer.root_object
    root[NameObject("/OutputIntents")] = ArrayObject(
        [DictionaryObject({NameObject(key): value for key, value in intent.items()})]
    )
    root[NameObject("/Metadata")] = writer._add_object(metadata)
    root[NameObject("/Lang")] = TextStringObject("en-GB")
    writer.add_metadata({"/Title": TITLE, "/Producer": "Layout", "/GTS_PDFXVersion": "PDF/X-4"})
    writer.add_metadata({"/Trapped": NameObject("/False")})
    writer._ID = ArrayObject([ByteStringObject(b"0123456789abcdef")] * 2)


@cache
def outlines() -> Outlines:
    return Outlines(Faces((shipped("fonts"),)).face("Inter", 400, Posture.ROMAN, 14.0))


@pytest.fixture(scope="session")
def make() -> Make:
    """Makes products of an issue of so many pages."""

    def made(count: int, *products: Product, signature: int = 0, marks: Iterable[Mark] = ()) -> dict[str, bytes]:
        source = Source(single_pages(count))
        imprint = replace(IMPRINT, sections=("",) * count)
        wanted = Products(products, signature=signature, marks=tuple(marks))
        return dict(
            make_products(source, tuple(plates_of(scan(page)) for page in source.pages), imprint, wanted, outlines())
        )

    return made


def words_at(pdf: bytes, page: int, left: float, right: float) -> str:
    """The words between two places of a page's trim, as shares of its width."""
    opened = pypdfium2.PdfDocument(pdf)[page]
    trim = opened.get_trimbox()
    across = trim[2] - trim[0]
    edges = trim[0] + left * across, trim[1], trim[0] + right * across, trim[3]
    return str(opened.get_textpage().get_text_bounded(*edges)).strip()


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))
