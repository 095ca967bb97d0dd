"""Fonts by glyph id: one Type 0 / Identity-H subset for each face that the pages use.

Takes a `Face`, the glyphs used of it and the text that each stands for; gives ReportLab objects. Knows no pages.
Sources: ISO 32000-1, 9.7.4 (CIDFonts: for a CFF font without CID keys the CID is the glyph id), 9.8 (descriptors),
9.9 (embedded programs, subset tags) and 9.10.3 (ToUnicode).
"""

import hashlib
from collections.abc import Iterable, Mapping

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObjectReference

from layout.draw.objects import File
from layout.model.text import Face

# What no PDF reader looks at in a CIDFont addressed by glyph id. (Variation tables go with the pinning.)
_DROPPED = (
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "MATH", "OS/2", "PCLT", "STAT", "VDMX", "VORG", "cmap",
    "feat", "gasp", "hdmx", "kern", "kerx", "meta", "morx", "name", "post", "vhea", "vmtx",
)  # fmt: skip
_SUBSET_FLAGS = (
    hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.RETAIN_GIDS
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NO_BIDI_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.DOWNGRADE_CFF2
    | hb.SubsetFlags.CFF_IDENTITY_CHARSET
)
_SYMBOLIC, _SERIF, _FIXED, _ITALIC = 4, 2, 1, 64
_SERIF_CLASSES = (1, 2, 3, 4, 5, 7)
_BFCHAR_LIMIT = 100
_UNSAID = "\ufffd"
"""For a glyph that stands for text only together with others; the words with it carry their text themselves."""

_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class OpenFace:
    """A face opened for measuring and subsetting: the file is read once, its axes stand at the face's place."""

    __slots__ = ("_file", "_font", "face")

    def __init__(self, face: Face) -> None:
        self.face = face
        self._file = hb.Face(hb.Blob.from_file_path(str(face.path)), face.index)
        self._font = hb.Font(self._file)
        if face.variations:
            self._font.set_variations(dict(face.variations))

    def advance(self, glyph: int) -> int:
        """Unkerned advance of a glyph, in font units."""
        return int(self._font.get_glyph_h_advance(glyph))

    def glyph_of(self, character: str) -> int:
        """The glyph id that the font's own cmap gives a character; 0 if it has none."""
        return self._font.get_nominal_glyph(ord(character)) or 0

    def subset(self, glyphs: Iterable[int]) -> hb.Face:
        """The font with these glyphs alone, at their old ids, its axes pinned, without hints and layout tables."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.flags = _SUBSET_FLAGS
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
        for tag, value in self.face.variations:
            wanted.pin_axis_location(self._file, tag, value)
        # Whatever axis the family file does not name stands at its default, as it did when the text was shaped.
        for axis in self._file.axis_infos:
            if axis.tag not in dict(self.face.variations):
                wanted.pin_axis_to_default(self._file, axis.tag)
        return wanted.subset(self._file)

    def weight_and_flags(self) -> tuple[int, int]:
        """The weight (100..900) and the descriptor's flags, from the OS/2 table and the face's place on the axes."""
        table = bytes(self._file.reference_table("OS/2").data)
        weight, flags = 400, _SYMBOLIC
        if len(table) >= 42:
            weight = int.from_bytes(table[4:6], "big")
            panose = table[32:42]
            if table[30] in _SERIF_CLASSES or (panose[0] == 2 and 2 <= panose[1] <= 10):
                flags |= _SERIF
            if panose[0] == 2 and panose[3] == 9:
                flags |= _FIXED
        if self.face.italic_angle:
            flags |= _ITALIC
        return round(dict(self.face.variations).get("wght", weight)), flags


def embed_face(file: File, opened: OpenFace, widths: Mapping[int, int], texts: Mapping[int, str]) -> PDFObjectReference:
    """Write a face into the file and give the reference of its Type 0 font.

    `widths` holds each used glyph's advance in thousandths of the em, `texts` what each glyph stands for.
    """
    glyphs = sorted(widths)
    subset = opened.subset(glyphs)
    cff = "CFF " in subset.table_tags
    program = bytes((subset.reference_table("CFF ") if cff else subset.blob).data)
    name = f"/{_subset_tag(program)}+{_plain_name(opened.face.postscript_name)}"
    descriptor = _descriptor(opened, name)
    if cff:
        descriptor["FontFile3"] = file.add(file.packed(program, {"Subtype": "/CIDFontType0C"}))
    else:
        descriptor["FontFile2"] = file.add(file.packed(program, {"Length1": len(program)}))
    descendant = PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if cff else "/CIDFontType2",
            "BaseFont": name,
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "FontDescriptor": file.add(descriptor),
            "W": _width_array(glyphs, widths),
        }
    )
    if not cff:
        descendant["CIDToGIDMap"] = "/Identity"
    font = PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([file.add(descendant)]),
            "ToUnicode": file.add(file.packed(_to_unicode(glyphs, texts), {})),
        }
    )
    file.sign(program)
    return file.add(font)


def thousandths(length: int, units_per_em: int) -> int:
    """Font units as whole thousandths of the em, the unit of a PDF font's widths; halves go up."""
    return (2000 * length + units_per_em) // (2 * units_per_em)


def _descriptor(opened: OpenFace, name: str) -> PDFDictionary:
    face = opened.face
    weight, flags = opened.weight_and_flags()
    left, bottom, right, top = (thousandths(edge, face.units_per_em) for edge in face.bbox)
    return PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": flags,
            "FontBBox": f"[{left} {bottom} {right} {top}]",
            "ItalicAngle": face.italic_angle,
            "Ascent": thousandths(face.ascender, face.units_per_em),
            "Descent": thousandths(face.descender, face.units_per_em),
            "CapHeight": thousandths(face.cap_height, face.units_per_em),
            "XHeight": thousandths(face.x_height, face.units_per_em),
            # No font tells its stem; this is the usual estimate from the weight class.
            "StemV": 50 + (weight * weight) // 4225,
        }
    )


def _width_array(glyphs: list[int], widths: Mapping[int, int]) -> str:
    parts: list[str] = []
    before = -2
    for glyph in glyphs:
        if glyph != before + 1:
            parts.append(f"{']' if parts else ''}{glyph}[")
        parts.append(f"{widths[glyph]} ")
        before = glyph
    return f"[{''.join(parts)}]]" if parts else "[]"


def _to_unicode(glyphs: list[int], texts: Mapping[int, str]) -> bytes:
    parts = [_CMAP_HEAD]
    for first in range(0, len(glyphs), _BFCHAR_LIMIT):
        some = glyphs[first : first + _BFCHAR_LIMIT]
        parts.append(f"{len(some)} beginbfchar\n")
        parts.extend(
            f"<{glyph:04X}> <{texts.get(glyph, _UNSAID).encode('utf-16-be').hex().upper()}>\n" for glyph in some
        )
        parts.append("endbfchar\n")
    parts.append(_CMAP_FOOT)
    return "".join(parts).encode("ascii")


def _subset_tag(program: bytes) -> str:
    number = int.from_bytes(hashlib.sha256(program).digest()[:8], "big")
    letters = []
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)


def _plain_name(name: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_+.") else "-" for c in name) or "Font"
