"""A PDF opened for preflight: header, trailer, catalog, every object once, its pages.

Takes bytes from anywhere, gives an `OpenFile`, or `Unreadable` with the reason. Nothing in the file is followed out of it.
Source: ISO 32000-1, 7.5 (file structure), 7.7 (document structure).
"""

import copy
import io
import logging
import math
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from layout.artwork import KEPT
from layout.record import record

MOST_OBJECTS = 500_000
MOST_OCTETS = 200_000_000
"""More than all content streams of any newspaper unpack to, read a few times each."""
_STREAM = 2000
"""What a stream costs besides its octets."""
_MOST = 1e9
"""More than any number that says something of a page."""
_LOCKED = "it is encrypted; save it without a password"
_DEEPEST = 100
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


class Unreadable(Exception):
    """The file is no PDF, or too damaged or too large to be looked into."""


@record
class PageObject:
    """A page's own dictionary, and the entries that it has from the tree above it or from itself."""

    own: DictionaryObject
    inherited: Mapping[str, Any]

    @property
    def resources(self) -> DictionaryObject:
        """What its content names."""
        return table(self.inherited.get("/Resources"))

    def box(self, key: str) -> tuple[float, ...]:
        """A box's edges in points, left, bottom, right and top in order; none where it is no box."""
        edges = numbers(self.own.get(key, self.inherited.get(key)))
        if len(edges) != 4:
            return ()
        left, bottom, right, top = edges
        return (min(left, right), min(bottom, top), max(left, right), max(bottom, top))


class OpenFile:
    """A PDF whose objects can be read; `header` is its version as its first line says it."""

    def __init__(self, pdf: bytes) -> None:
        start = pdf[:1024].find(b"%PDF-")
        if start < 0:
            raise Unreadable("it does not begin as a PDF does")
        self._unpacked = 0
        self.encrypted = b"/Encrypt" in pdf
        self.header = pdf[start + 5 : start + 8].decode("latin-1")
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        try:
            self._reader = pypdf.PdfReader(io.BytesIO(pdf), strict=False)
            self.trailer = plain(self._reader.trailer)
            self.encrypted = "/Encrypt" in self.trailer
            self._unlock()
            self.catalog = table(self.trailer.get("/Root"))
            self.info = table(self.trailer.get("/Info"))
            self.pages = tuple(self._pages())
        except Unreadable:
            raise
        except Exception as error:  # a damaged file can fail pypdf anywhere, in any way
            raise Unreadable(_LOCKED if self.encrypted else f"it is damaged: {error}") from None
        if not self.pages:
            raise Unreadable(_LOCKED if self.encrypted else "it has no page")

    def _unlock(self) -> None:
        if self.encrypted and not self._reader.decrypt(""):
            raise Unreadable(_LOCKED)

    def _pages(self) -> Iterator[PageObject]:
        """The leaves of the page tree in order; what they inherit is kept apart from what they say themselves."""
        heap: list[tuple[Any, Mapping[str, Any], int]] = [(self.catalog.get("/Pages"), {}, 0)]
        seen = set[int]()
        while heap and len(seen) < MOST_OBJECTS:
            written, above, depth = heap.pop()
            if isinstance(written, IndirectObject):
                if written.idnum in seen:
                    continue
                seen.add(written.idnum)
            node = table(written)
            inherited = {**above, **{key: node[key] for key in _INHERITED if key in node}}
            if "/Kids" in node:
                kids = plain(node["/Kids"])
                if depth < _DEEPEST and isinstance(kids, ArrayObject):
                    heap.extend((kid, inherited, depth + 1) for kid in reversed(kids))
            elif node:
                yield PageObject(node, inherited)

    def of_paper(self) -> "OpenFile":
        """The same file as if nothing were in it but what its pages paint: no catalog, no notes, no actions."""
        bare = copy.copy(self)
        bare.__dict__.pop("objects", None)
        kept = (
            DictionaryObject(
                {NameObject(key): one for key, one in (*page.inherited.items(), *page.own.items()) if key in KEPT}
            )
            for page in self.pages
        )
        bare.trailer = DictionaryObject({NameObject("/Pages"): ArrayObject(kept)})
        bare.catalog = DictionaryObject()
        return bare

    def content(self, value: Any) -> bytes:
        """What a stream holds, unpacked; nothing where that fails. Raises Unreadable where all that was asked for is more
        than any newspaper has."""
        octets = _content_of(value)
        self._unpacked += len(octets) + _STREAM
        if self._unpacked > MOST_OCTETS:
            raise Unreadable("it unpacks to more than any newspaper has")
        return octets

    def painted(self, page: PageObject) -> bytes:
        """A page's content, all its streams in one."""
        written = plain(page.own.get("/Contents"))
        streams = [written] if isinstance(written, StreamObject) else listing(written)
        return b"\n".join([self.content(stream) for stream in streams])

    @cached_property
    def objects(self) -> tuple[DictionaryObject, ...]:
        """Every dictionary and stream of the file that can be reached from its trailer, once, inner ones too."""
        seen = set[int]()
        found: list[DictionaryObject] = []
        heap: list[tuple[Any, int]] = [(self.trailer, 0)]
        while heap and len(found) < MOST_OBJECTS:
            one, depth = heap.pop()
            if isinstance(one, IndirectObject):
                if one.idnum in seen:
                    continue
                seen.add(one.idnum)
                one, depth = plain(one), 0
            if depth > _DEEPEST:
                continue
            if isinstance(one, DictionaryObject):
                found.append(one)
                heap.extend((value, depth + 1) for value in reversed(one.values()))
            elif isinstance(one, ArrayObject):
                heap.extend((value, depth + 1) for value in reversed(one))
        return tuple(found)


def plain(value: Any) -> Any:
    """The object behind a reference; None for one that leads nowhere."""
    for _ in range(_DEEPEST):
        if not isinstance(value, IndirectObject):
            return value
        try:
            value = value.get_object()
        except Exception:  # a damaged object is as good as none
            return None
    return None


def table(value: Any) -> DictionaryObject:
    """The dictionary that a value is or leads to; an empty one for anything else."""
    value = plain(value)
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def listing(value: Any) -> list[Any]:
    """The array that a value is or leads to, its members behind their references; an empty one for anything else."""
    value = plain(value)
    return [plain(one) for one in value] if isinstance(value, list) else []


def name(value: Any) -> str:
    """A name with its slash; nothing for anything else."""
    value = plain(value)
    return value if isinstance(value, str) and value.startswith("/") else ""


def numbers(value: Any) -> tuple[float, ...]:
    """An array's numbers; none if anything in it is no number that can be reckoned with."""
    found = tuple(number(one, math.inf) for one in listing(value))
    return () if math.inf in found else found


def number(value: Any, otherwise: float = 0.0) -> float:
    """A number, or another if it is none that can be reckoned with."""
    try:
        found = float(plain(value))
    except (TypeError, ValueError, OverflowError):
        return otherwise
    return found if abs(found) <= _MOST else otherwise


def truth(value: Any) -> bool:
    """Whether a value is true; nothing else than a Boolean is."""
    value = plain(value)
    return isinstance(value, BooleanObject) and value.value is True


def _content_of(value: Any) -> bytes:
    """What a stream holds, unpacked; nothing where that fails."""
    value = plain(value)
    if not isinstance(value, StreamObject):
        return b""
    try:
        octets = value.get_data()
    except Exception:  # a filter fails in many ways
        return b""
    return octets if isinstance(octets, bytes) else octets.encode("latin-1", "replace")


def filters_of(stream: DictionaryObject) -> tuple[str, ...]:
    """The names of a stream's filters."""
    written = plain(stream.get("/Filter", stream.get("/F")))
    return tuple(name(one) for one in (written if isinstance(written, ArrayObject) else [written]) if name(one))
