"""Picture files: kind by content, size, wholeness, from headers alone; advertisements may be PDFs.

Takes a path, gives a `PictureSource`, or a finding; decodes no pixel, so no picture can exhaust memory. Sources: PNG
(ISO/IEC 15948, 5.3 and 11.2), JPEG (ISO/IEC 10918-1, B.1), TIFF 6.0 section 2, EXIF 2.32 tag 274, SVG 1.1 section 7.
"""

import hashlib
import re
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from layout.artwork import Unsuited, open_artwork
from layout.diagnostics import Span
from layout.manifest.found import Found
from layout.manifest.workspace import known_as, likely_file
from layout.model.page import PictureSource
from layout.units import EMU_PER_PT, Emu

MOST_PIXELS = 300_000_000
LARGEST_FILE = 400_000_000
_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TURNED = range(5, 9)
_NUMBER = re.compile(r"\s*\+?(\d{1,6}(?:\.\d{1,6})?)\s*(px|pt|mm|cm|in|pc|)\s*")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_LOST = re.compile(rb"<(?:[\w-]+:)?(textPath|image|script|foreignObject)(?=[\s/>])")
_SAVED = {
    "textPath": "convert text along a path to outlines in the drawing program",
    "image": "keep the drawing free of pixels: give the picture an entry of its own, or trace it",
    "script": "take it out",
    "foreignObject": "draw it with shapes",
}
_PIXELS_PER = {"": 1.0, "px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pc": 16.0}

_PAPER = ("pt", "mm", "cm", "in", "pc")
"""The units of a drawing that mean a length on paper; bare numbers and pixels are of any size."""


class _Damaged(Exception):
    """The file is not whole."""


def measure_picture(path: Path, span: Span, found: Found) -> PictureSource | None:
    """What a picture file is; None with a finding where it is missing, damaged, too large or of no known kind."""
    octets = _read(path, span, found)
    return _measured(path, octets, span, found) if octets else None


def measure_ad(path: Path, span: Span, found: Found) -> PictureSource | None:
    """The same for an advertisement, which may be a PDF of one page too."""
    octets = _read(path, span, found)
    if octets is None or b"%PDF-" not in octets[:1024]:
        source = _measured(path, octets, span, found) if octets else None
        return replace(source, size=_svg_size(octets)) if octets and source and source.kind == "svg" else source
    try:
        size = open_artwork(octets).size
    except Unsuited as unsuited:
        found.error("M045", f"{path.name} {unsuited}", unsuited.hint, span)
        return None
    points = (max(1, round(size[0] / EMU_PER_PT)), max(1, round(size[1] / EMU_PER_PT)))
    return PictureSource(path, hashlib.sha256(octets).hexdigest(), points, "pdf", size)


def _read(path: Path, span: Span, found: Found) -> bytes | None:
    try:
        size = path.stat().st_size
        octets = path.read_bytes() if size <= LARGEST_FILE else b""
    except FileNotFoundError:
        hint = likely_file(path, "check the spelling; paths start at the manifest's folder, or at the story's")
        found.error("M040", f"there is no file {known_as(path)}", hint, span)
        return None
    except OSError as error:
        hint = "check its permissions, and that it is a file"
        found.error("M001", f"{path.name} cannot be read: {error.strerror}", hint, span)
        return None
    if not size:
        found.error("M041", f"{path.name} is empty", "export or copy the picture again", span)
        return None
    if size > LARGEST_FILE:
        found.error("M042", f"{path.name} is larger than 400 MB", "export it at the size that prints", span)
        return None
    return octets


def _measured(path: Path, octets: bytes, span: Span, found: Found) -> PictureSource | None:
    kind, measure = _kind(octets)
    if measure is None:
        hint = "save it as JPEG, PNG, TIFF or SVG"
        found.error("M043", f"{path.name} is of no kind that can be printed", hint, span)
        return None
    try:
        pixels = measure(octets)
    except (_Damaged, struct.error, IndexError, ValueError, OverflowError) as error:
        reason = str(error) if isinstance(error, _Damaged) else "its header makes no sense"
        hint = "export or copy the picture again"
        found.error("M041", f"{path.name} is damaged: {reason}", hint, span)
        return None
    if min(pixels) < 1:
        found.error("M041", f"{path.name} has no size", "export the picture again", span)
        return None
    if pixels[0] * pixels[1] > MOST_PIXELS:
        message = (
            f"{path.name} has {pixels[0]:,} x {pixels[1]:,} pixels; {MOST_PIXELS // 1_000_000} million is the most"
        )
        found.error("M042", message, "export it at the size that prints: 200 to 300 pixels an inch", span)
        return None
    if kind == "svg" and not _is_whole_drawing(path, octets, found):
        return None
    return PictureSource(path, hashlib.sha256(octets).hexdigest(), pixels, kind, bits=_bits(kind, octets))


def _kind(octets: bytes) -> tuple[str, Callable[[bytes], tuple[int, int]] | None]:
    if octets.startswith(b"\xff\xd8\xff"):
        return "jpeg", _jpeg
    if octets.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png", _png
    if octets[:4] in (b"II*\x00", b"MM\x00*"):
        return "tiff", _tiff
    head = octets[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<") and (b"<svg" in octets[:65536]):
        return "svg", _svg
    return "", None


def _bits(kind: str, octets: bytes) -> int:
    """The bits of a channel: 1 for line art, 8 for all that has tones."""
    if kind == "png":
        depth, colours = octets[24], octets[25]
        return 1 if depth == 1 and colours == 0 else 8
    if kind == "tiff":
        tags = _tags(octets)
        return 1 if tags.get(258, 1) == 1 and tags.get(277, 1) == 1 else 8
    return 8


def _png(octets: bytes) -> tuple[int, int]:
    across, down = struct.unpack(">II", octets[16:24])
    if octets[12:16] != b"IHDR":
        raise _Damaged("it does not begin with a header")
    if across * down > MOST_PIXELS:
        return across, down
    at, turned = 8, False
    while at + 12 <= len(octets):
        length, name = struct.unpack(">I4s", octets[at : at + 8])
        if name == b"eXIf":
            turned = _orientation(octets[at + 8 : at + 8 + length]) in _TURNED
        at += 12 + length
        if name == b"IEND" and at <= len(octets):
            return (down, across) if turned else (across, down)
    raise _Damaged("its end is missing")


def _jpeg(octets: bytes) -> tuple[int, int]:
    at, pixels, turned = 2, None, False
    while at + 4 <= len(octets):
        if octets[at] != 0xFF:
            raise _Damaged("a segment is missing")
        marker = octets[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
            continue
        (length,) = struct.unpack(">H", octets[at + 2 : at + 4])
        if marker in _START_OF_FRAME:
            down, across = struct.unpack(">HH", octets[at + 5 : at + 9])
            pixels = across, down
        elif marker == 0xE1 and octets[at + 4 : at + 10] == b"Exif\x00\x00":
            turned = _orientation(octets[at + 10 : at + 2 + length]) in _TURNED
        elif marker == 0xDA:
            across, down = _scanned(octets, at + 2 + length, pixels)
            return (down, across) if turned else (across, down)
        at += 2 + max(length, 2)
    raise _Damaged("it ends in its header")


def _scanned(octets: bytes, scan: int, pixels: tuple[int, int] | None) -> tuple[int, int]:
    # A stuffed zero follows every 0xFF of coded data (ISO/IEC 10918-1, B.1.1.5), so FF D9 in it is the end marker.
    if octets.rfind(b"\xff\xd9", scan) < 0:
        raise _Damaged("its end is missing")
    if pixels is None:
        raise _Damaged("it says no size")
    return pixels


def _orientation(exif: bytes) -> int:
    try:
        return _tags(exif).get(274, 1)
    except struct.error:
        return 1


def _tiff(octets: bytes) -> tuple[int, int]:
    tags = _tags(octets)
    if 256 not in tags or 257 not in tags:
        raise _Damaged("it says no size")
    across, down = tags[256], tags[257]
    order = "<" if octets[:2] == b"II" else ">"
    if struct.unpack(order + "I", octets[4:8])[0] >= len(octets):
        raise _Damaged("its end is missing")
    return (down, across) if tags.get(274, 1) in _TURNED else (across, down)


def _tags(octets: bytes) -> dict[int, int]:
    order = "<" if octets[:2] == b"II" else ">"
    (at,) = struct.unpack(order + "I", octets[4:8])
    (count,) = struct.unpack(order + "H", octets[at : at + 2])
    tags = {}
    for number in range(count):
        entry = octets[at + 2 + 12 * number : at + 14 + 12 * number]
        tag, kind = struct.unpack(order + "HH", entry[:4])
        if kind == 3:
            tags[tag] = struct.unpack(order + "H", entry[8:10])[0]
        elif kind == 4:
            tags[tag] = struct.unpack(order + "I", entry[8:12])[0]
    return tags


def _svg(octets: bytes) -> tuple[int, int]:
    if b"<!DOCTYPE" in octets or b"<!ENTITY" in octets:
        raise _Damaged("it has a DOCTYPE, which is not read; save it as plain SVG")
    if b"</svg" not in octets and b"/>" not in octets[-16:]:
        raise _Damaged("its end is missing")
    attributes = dict(_svg_attributes(octets))
    box = [float(number) for number in re.split(r"[\s,]+", attributes.get("viewBox", "").strip()) if number]
    across, down = _svg_length(attributes.get("width")), _svg_length(attributes.get("height"))
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        across = across or (down * box[2] / box[3] if down else box[2])
        down = down or across * box[3] / box[2]
    if not across or not down:
        raise _Damaged("it says neither width and height nor viewBox")
    return max(1, round(across)), max(1, round(down))


def _svg_size(octets: bytes) -> tuple[Emu, Emu] | None:
    """What a drawing is on paper; None where it does not say so, in units of paper."""
    attributes = dict(_svg_attributes(octets))
    said = [_NUMBER.fullmatch(attributes.get(name, "")) for name in ("width", "height")]
    sides = [
        round(float(match[1]) * _PIXELS_PER[match[2]] * EMU_PER_PT * 72 / 96)
        for match in said
        if match and match[2] in _PAPER
    ]
    return (sides[0], sides[1]) if len(sides) == 2 else None


def _is_whole_drawing(path: Path, octets: bytes, found: Found) -> bool:
    """Whether a drawing holds nothing that would not print; else a finding for the first of each kind, at its place."""
    bare = _COMMENT.sub(lambda comment: re.sub(rb"[^\n]", b" ", comment[0]), octets)
    told = dict[str, Span]()
    for match in _LOST.finditer(bare):
        line, start = bare.count(b"\n", 0, match.start()), bare.rfind(b"\n", 0, match.start())
        told.setdefault(match[1].decode(), Span(path, line + 1, match.start() - start))
    for name, span in told.items():
        found.error("M044", f"<{name}> of a drawing does not print", _SAVED[name], span)
    return not told


def _svg_attributes(octets: bytes) -> list[tuple[str, str]]:
    opening = re.search(rb"<svg\b([^<>]*)>", octets)
    if opening is None:
        raise _Damaged("it has no svg element")
    words = opening[1].decode("utf-8", "replace")
    return [(name, a or b) for name, a, b in re.findall(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", words)]


def _svg_length(words: str | None) -> float:
    match = _NUMBER.fullmatch(words or "")
    return float(match[1]) * _PIXELS_PER[match[2]] if match else 0.0
