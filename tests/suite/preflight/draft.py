"""A good file opened to be spoilt: one object changed, or a little painted at the foot of its last page.

Paints stand in the white below the type of page 4, between 80 and 500 points across and 40 and 150 up.
"""

import io
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)


class Draft:
    """A good file, every object of which can be changed. `header` is the file's first line."""

    def __init__(self, pdf: bytes) -> None:
        self.writer = PdfWriter(clone_from=io.BytesIO(pdf))
        self.header = pdf[:8].decode()
        self._edits: list[tuple[bytes, bytes]] = []

    @property
    def catalog(self) -> DictionaryObject:
        return self.writer.root_object

    @property
    def info(self) -> Any:
        return self.writer._info

    @property
    def page(self) -> PageObject:
        return self.writer.pages[3]

    @property
    def intent(self) -> Any:
        return self.catalog["/OutputIntents"][0]

    @property
    def font(self) -> Any:
        """The font of the page's text."""
        return next(iter(self.page["/Resources"]["/Font"].values())).get_object()

    def put(self, where: DictionaryObject, **entries: Any) -> None:
        """Sets entries of a dictionary: `Trapped="/Unknown"`; None takes one out."""
        for key, value in entries.items():
            if value is None:
                where.pop(NameObject("/" + key), None)
            else:
                where[NameObject("/" + key)] = made(value)

    def stream(self, octets: bytes, /, **entries: Any) -> Any:
        """A stream of its own, as a reference."""
        stream = DecodedStreamObject()
        stream.set_data(octets)
        self.put(stream, **entries)
        return self.writer._add_object(stream)

    def image(self, octets: bytes = b"\x10", /, width: int = 1, height: int = 1, **entries: Any) -> Any:
        facts = {"Type": "/XObject", "Subtype": "/Image", "Width": width, "Height": height, "BitsPerComponent": 8}
        return self.stream(octets, **{**facts, "ColorSpace": "/DeviceGray", **entries})

    def form(self, operators: str, /, **entries: Any) -> Any:
        return self.stream(
            operators.encode(), **{"Type": "/XObject", "Subtype": "/Form", "BBox": [0, 0, 600, 800], **entries}
        )

    def paint(self, operators: str, **resources: dict[str, Any]) -> None:
        """Carries out operators after the page's own, with more resources: `XObject={"X": image}`. /T is a font."""
        page = self.page
        old = page.get_contents()
        assert old is not None
        own = DictionaryObject(page["/Resources"])
        resources = {**resources, "Font": {"T": self.font, **resources.get("Font", {})}}
        for kind, entries in resources.items():
            held = DictionaryObject(own.get("/" + kind, DictionaryObject()))
            self.put(held, **entries)
            own[NameObject("/" + kind)] = held
        page[NameObject("/Resources")] = own
        page[NameObject("/Contents")] = self.stream(b"q\n" + old.get_data() + b"\nQ q\n" + operators.encode() + b"\nQ")

    def type(self, before: str, size: float, at: tuple[float, float] = (100, 100)) -> None:
        """A word of type of a size in points, `before` being what sets its ink."""
        self.paint(f"{before} BT /T {size} Tf {at[0]} {at[1]} Td <{self._codes()}> Tj ET")

    def _codes(self) -> str:
        """Four codes for which the font has glyphs."""
        first = int(self.font["/DescendantFonts"][0]["/W"][0])
        return "".join(f"{first:04x}" for _ in range(4))

    def edit(self, old: bytes, new: bytes) -> None:
        """Changes octets of the finished file."""
        assert len(old) == len(new), "or all that stands behind is lost"
        self._edits.append((old, new))

    def written(self) -> bytes:
        out = io.BytesIO()
        self.writer.pdf_header = self.header
        self.writer.write(out)
        pdf = out.getvalue()
        for old, new in self._edits:
            assert old in pdf
            pdf = pdf.replace(old, new)
        return pdf


def made(value: Any) -> PdfObject:
    """A PDF object of a plain value: texts with a slash are names."""
    if isinstance(value, PdfObject):
        return value
    if value is None:
        return NullObject()
    if isinstance(value, bool):
        return BooleanObject(value)
    if isinstance(value, int):
        return NumberObject(value)
    if isinstance(value, float):
        return FloatObject(value)
    if isinstance(value, bytes):
        return ByteStringObject(value)
    if isinstance(value, str):
        return NameObject(value) if value.startswith("/") else TextStringObject(value)
    if isinstance(value, dict):
        return DictionaryObject({NameObject("/" + key): made(one) for key, one in value.items()})
    return ArrayObject([made(one) for one in value])
