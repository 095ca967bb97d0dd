"""A page supplied as PDF, as a form XObject.

Takes an `Artwork`, gives a form whose unit square is the page's trimmed rectangle, upright. Its objects go in as they are,
streams with the filters that they have, shared ones once; a content of several streams becomes one. Source: ISO 32000-1,
8.10 (form XObjects), 7.8.2 (content streams).
"""

import io
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObject, PDFObjectReference, PDFStream
from reportlab.pdfbase.pdfdoc import format as written

from layout.artwork import open_artwork, streams_of
from layout.draw.objects import File, packed

AS_A_PAGE_BEGINS = "0 0 0 1 k 0 0 0 1 K 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 Tr 0 Ts "
"""The operators of the state that a page of its own begins in, black being the press's: a form goes on in that of its page."""

_DROPPED = ("/Parent", "/StructParent", "/StructParents", "/Metadata", "/PieceInfo", "/LastModified", "/OPI", "/Length")

_ELSEWHERE = ("F", "FFilter", "FDecodeParms")
"""Keys of streams whose content is another file, which is never read."""


def artwork_form(octets: bytes, file: File) -> PDFStream:
    """The form of a PDF that was read and found sound."""
    artwork = open_artwork(octets)
    carrier = _Carrier(file)
    page = artwork.page
    entries: dict[str, object] = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": PDFArray([_short(edge) for edge in artwork.box]),
        "Matrix": PDFArray([_short(number) for number in artwork.upright]),
        "Resources": carrier.carried(page.get("/Resources", DictionaryObject())),
    }
    if "/Group" in page:
        entries["Group"] = carrier.carried(page["/Group"])
    streams = streams_of(page.get("/Contents"))
    if len(streams) == 1:
        form = carrier.stream(streams[0], entries)
    else:
        form = packed(b"\n".join(stream.get_data() for stream in streams), entries)
    carrier.carry()
    return form


class _Later(PDFObject):
    """An object of the file that is known by its reference before it is made: objects may hold one another."""

    def __init__(self) -> None:
        self.made: object = "null"

    def format(self, document: Any) -> bytes:
        """The object as ReportLab writes it."""
        octets: bytes = written(self.made, document, 1)  # as an object of its own, which a stream must be
        return octets


class _Carrier:
    """Carries objects of one PDF into another, each once. What hangs on an object is carried after it, not within it, so
    that no chain of them is too long."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._known: dict[tuple[int, int], PDFObjectReference] = {}
        self._waiting: list[tuple[IndirectObject, _Later]] = []

    def carried(self, one: Any) -> object:
        """An object as one of ReportLab's."""
        if isinstance(one, IndirectObject):
            return self._reference(one)
        if isinstance(one, StreamObject):
            return self.stream(one, {})
        if isinstance(one, DictionaryObject):
            return PDFDictionary(self._entries(one))
        if isinstance(one, ArrayObject):
            return PDFArray([self.carried(part) for part in list.__iter__(one)])
        if one is None:  # what is referred to and not there is null (7.3.10)
            return "null"
        octets = io.BytesIO()
        one.write_to_stream(octets)
        return octets.getvalue().decode("latin-1")

    def stream(self, one: StreamObject, entries: dict[str, object]) -> PDFStream:
        """A stream, filtered as it was, with these entries besides its own."""
        own = {key: value for key, value in self._entries(one).items() if key not in _ELSEWHERE}
        data: bytes = one._data  # noqa: SLF001
        if "Filter" in own:
            return PDFStream(PDFDictionary({**own, **entries}), data)
        return packed(data, {**own, **entries})

    def carry(self) -> None:
        """Makes all objects that have been referred to."""
        while self._waiting:
            reference, later = self._waiting.pop()
            later.made = self.carried(reference.get_object())

    def _reference(self, one: IndirectObject) -> PDFObjectReference:
        key = (one.idnum, one.generation)
        if key not in self._known:
            later = _Later()
            self._known[key] = self._file.add(later)
            self._waiting.append((one, later))
        return self._known[key]

    def _entries(self, one: DictionaryObject) -> dict[str, object]:
        return {str(key)[1:]: self.carried(one.raw_get(key)) for key in one if key not in _DROPPED}


def _short(number: float) -> float:
    return round(number, 9)
