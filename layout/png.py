"""PNG files whose compressed rows a PDF can hold as they are.

Takes octets, gives a `Png`; nothing for one with transparency, interlace, 16 bits or a turn, whose rows have to be made anew.
Sources: PNG, third edition, 5 (chunks), 9 (filters), 11.2 (critical chunks); ISO 32000-1, 7.4.4.4 (predictors).
"""

import zlib
from collections.abc import Iterator

from layout.record import record

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1}
"""Channels by the colour type: greys, RGB, numbers of a palette."""

_FILTERS = 5


@record
class Png:
    """Size in pixels, bits a channel, colour type, palette of RGB octets, and the rows: a zlib stream of filtered ones."""

    width: int
    height: int
    bits: int
    colour: int
    palette: bytes
    rows: bytes

    @property
    def is_line_art(self) -> bool:
        """Whether it is black and white alone, 0 for black."""
        return self.bits == 1 and self.colour == 0


def read_png(content: bytes) -> Png | None:
    """What a file says of itself; its rows are not looked into."""
    header, palette, rows = b"", b"", []
    for kind, chunk in _chunks(content):
        if kind == b"IHDR":
            header = chunk
        elif kind == b"PLTE":
            palette = chunk
        elif kind == b"IDAT":
            rows.append(chunk)
        elif kind in (b"tRNS", b"eXIf"):
            return None
    if len(header) != 13 or not rows:
        return None
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    bits, colour, interlace = header[8], header[9], header[12]
    if bits > 8 or interlace or colour not in CHANNELS or (colour == 3 and not palette):
        return None
    return Png(width, height, bits, colour, palette, b"".join(rows))


def is_whole(png: Png) -> bool:
    """Whether the rows are all there and can be read."""
    row = 1 + -(-png.width * png.bits * CHANNELS[png.colour] // 8)
    unpacking = zlib.decompressobj()
    try:
        rows = unpacking.decompress(png.rows, row * png.height + 1)
    except zlib.error:
        return False
    return len(rows) == row * png.height and unpacking.eof and max(rows[::row]) < _FILTERS


def png_file(png: Png) -> bytes:
    """A file of nothing but its size and its rows."""
    size = png.width.to_bytes(4, "big") + png.height.to_bytes(4, "big")
    chunks = ((b"IHDR", size + bytes((png.bits, png.colour, 0, 0, 0))), (b"IDAT", png.rows), (b"IEND", b""))
    return SIGNATURE + b"".join(
        len(chunk).to_bytes(4, "big") + kind + chunk + zlib.crc32(kind + chunk).to_bytes(4, "big")
        for kind, chunk in chunks
    )


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length
