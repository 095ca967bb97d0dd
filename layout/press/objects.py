"""PDF objects as they are written: read once, and written into as many files as are wanted.

Takes a finished PDF, gives its objects as bytes with references between them, so that a file of one page costs little more
than copying its fonts; streams stay compressed as they are. Source: ISO 32000-1:2008, 7.3 (objects) and 7.5 (file
structure). Refuses to know what the objects are.
"""

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

Parts: TypeAlias = tuple["bytes | Object", ...]
"""What is written: bytes as they are, and the objects that are referred to between them."""

Value: TypeAlias = "bytes | Object | Parts"
Entries: TypeAlias = Mapping[str, Value]
"""A dictionary's values by their keys, without the solidus."""

_SPECIAL = re.compile(rb"[^\w.+-]")


@dataclass(slots=True, eq=False)
class Object:
    """An indirect object. Its parts may refer to it in a circle, so they can be put in later."""

    parts: Parts = ()


class Source:
    """A finished PDF, taken to pieces. Raises `pypdf.errors.PyPdfError` where it cannot be read."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        reader = PdfReader(io.BytesIO(pdf))
        self.header = reader.pdf_header.encode()
        self.catalog: DictionaryObject = reader.root_object
        self.info: DictionaryObject = entry(reader.trailer, "/Info", DictionaryObject())
        self.title = str(entry(self.info, "/Title", ""))
        self.pages = tuple(reader.pages)
        self._objects: dict[int, Object] = {}

    def parts(self, value: Any) -> Parts:
        """A value of the file as it is written."""
        return tuple(self._parts(value))

    def entries(self, table: DictionaryObject, *without: str) -> dict[str, Parts]:
        """The entries of a dictionary but for some."""
        return {str(key)[1:]: self.parts(value) for key, value in table.items() if str(key)[1:] not in without}

    def _parts(self, value: Any) -> Iterator["bytes | Object"]:
        if isinstance(value, IndirectObject):
            yield self._object(value)
        elif isinstance(value, StreamObject):
            # The base class's get_data is the data as it stands in the file.
            yield from stream(self.entries(value, "Length"), StreamObject.get_data(value))
        elif isinstance(value, DictionaryObject):
            yield from dictionary(self.entries(value))
        elif isinstance(value, ArrayObject):
            yield b"["
            for item in list.__iter__(value):
                yield from self._parts(item)
                yield b" "
            yield b"]"
        else:
            written = io.BytesIO()
            value.write_to_stream(written)
            yield written.getvalue()

    def _object(self, reference: IndirectObject) -> Object:
        found = self._objects.get(reference.idnum)
        if found is None:
            found = self._objects[reference.idnum] = Object()
            found.parts = self.parts(reference.get_object())
        return found


def entry(table: DictionaryObject, key: str, fallback: Any = None) -> Any:
    """An entry itself, where the dictionary may have a reference to it."""
    found = table.get(key)
    return fallback if found is None else found.get_object()


def name(words: str) -> bytes:
    """A name as it is written: what is no letter or digit by its number (ISO 32000-1, 7.3.5)."""
    if words.isalnum() and words.isascii():
        return b"/%s" % words.encode()
    return b"/%s" % _SPECIAL.sub(lambda found: b"#%02X" % found[0][0], words.encode())


def dictionary(entries: Entries) -> Parts:
    """A dictionary as it is written."""
    parts: list[bytes | Object] = [b"<<"]
    for key, value in entries.items():
        parts.append(b"%s " % name(key))
        parts += value if isinstance(value, tuple) else (value,)
        parts.append(b"\n")
    return (*parts, b">>")


def stream(entries: Entries, data: bytes) -> Parts:
    """A stream as it is written, with its length."""
    return (*dictionary({**entries, "Length": b"%d" % len(data)}), b"\nstream\n", data, b"\nendstream")


def array(values: list[Object]) -> Parts:
    """An array of references."""
    return (b"[", *(part for value in values for part in (value, b" ")), b"]")


def text(words: str) -> bytes:
    """A text string: ASCII as it is, all else as UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if words.isascii() and words.isprintable():
        return b"(%s)" % words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode()
    return b"<%s>" % ("\ufeff" + words).encode("utf-16-be").hex().upper().encode()


class File:
    """A PDF that is being written: objects get their numbers in the order in which they are met."""

    def __init__(self) -> None:
        self._numbers: dict[Object, int] = {}
        self._written: list[bytes] = []
        self._digest = hashlib.sha256()

    def add(self, value: Object) -> None:
        """Writes an object and all that it refers to."""
        self._numbers.setdefault(value, len(self._numbers) + 1)
        while len(self._written) < len(self._numbers):
            for one in list(self._numbers)[len(self._written) :]:
                self._written.append(b"".join(map(self._reference, one.parts)))
                self._digest.update(self._written[-1])

    def _reference(self, part: "bytes | Object") -> bytes:
        if isinstance(part, bytes):
            return part
        return b"%d 0 R" % self._numbers.setdefault(part, len(self._numbers) + 1)

    def digest(self) -> bytes:
        """What identifies the objects written so far."""
        return self._digest.digest()

    def finish(self, header: bytes, catalog: Object, info: Object) -> bytes:
        """The file, with an identifier that follows from its content and nothing else."""
        self.add(catalog)
        self.add(info)
        identifier = b"<%s>" % self.digest()[:16].hex().upper().encode()
        pieces, places, at = [header + b"\n%\xe2\xe3\xcf\xd3\n"], [], len(header) + 7
        for number, written in enumerate(self._written, 1):
            places.append(b"%010d 00000 n \n" % at)
            pieces += (b"%d 0 obj\n" % number, written, b"\nendobj\n")
            at += sum(map(len, pieces[-3:]))
        entries: Entries = {
            "Size": b"%d" % (len(places) + 1), "Root": catalog, "Info": info, "ID": b"[%s %s]" % (identifier, identifier),
        }  # fmt: skip
        trailer = b"".join(map(self._reference, dictionary(entries)))
        table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, b"".join(places))
        pieces.append(b"%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (table, trailer, at))
        return b"".join(pieces)
