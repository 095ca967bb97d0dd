"""What: the file does not say everywhere alike which PDF/X it is. It says so nowhere, or in two ways, or not when and
by what it was made.

Why: programs read either the document information or the XMP metadata; where the two disagree, nobody knows which file this
is (ISO 15930-7, 6.2.1 and 6.9; 15930-4, 6.3). PDF/X-4 names itself in the metadata, PDF/X-1a in the information; what the
other place says must agree.

Fix: export the file as PDF/X again, and change nothing with another program afterwards.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml import etree

from layout.diagnostics import Finding
from layout.model.press import Standard
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.opened import filters_of, name, plain, table

CODE = "X105"
_HINT = "export the file as PDF/X again"
_AGREE = MappingProxyType(
    {
        "/Title": "title",
        "/CreationDate": "CreateDate",
        "/ModDate": "ModifyDate",
        "/Creator": "CreatorTool",
        "/Producer": "Producer",
        "/Trapped": "Trapped",
    }
)
_VERSION = "/GTS_PDFXVersion"
_NAMES = MappingProxyType({Standard.X4: "PDF/X-4", Standard.X1A: "PDF/X-1a:2003"})
_X4 = ("MetadataDate", "DocumentID", "VersionID", "RenditionClass")


def check_identification(claim: Claim) -> Iterator[Finding]:
    """One finding for each thing that is missing or at odds."""
    if not claim.is_x:
        return
    info = {key: str(plain(value)) for key, value in claim.file.info.items()}
    stream = table(claim.file.catalog.get("/Metadata"))
    said = _said(claim.file.content(stream)) if stream else {}
    if _VERSION not in info and said is not None and _VERSION[1:] not in said:
        message = "this is no PDF/X file: neither its document information nor its XMP metadata says so"
        hint = f"export it as {_NAMES[claim.press.standard]} for {claim.press.intent.condition}; most else follows from that"
        yield missing(CODE, message, hint)
        return
    wanted = claim.press.standard is Standard.X4
    yield from _of_info(info, claim.press.standard)
    if not stream:
        if wanted:
            yield missing(CODE, "the file has no XMP metadata", _HINT)
        return
    if name(stream.get("/Type")) != "/Metadata" or name(stream.get("/Subtype")) != "/XML":
        yield missing(CODE, "the metadata stream lacks its Type or Subtype", _HINT)
    if filters_of(stream):
        yield missing(CODE, "the metadata stream is compressed", _HINT)
    if said is None:
        yield missing(CODE, "the XMP metadata cannot be read", _HINT)
        return
    if wanted:
        yield from _x4(said)
    for key, tag in _AGREE.items():
        if tag in said and key in info and not _alike(info[key], said[tag]):
            message = f'the XMP metadata says {tag} "{said[tag]}", the document information "{info[key]}"'
            yield missing(CODE, message, _HINT)


def _of_info(info: Mapping[str, str], standard: Standard) -> Iterator[Finding]:
    """What the document information lacks; that of PDF/X-4 need not name it, but not name another."""
    keys = (_VERSION, "/GTS_PDFXConformance") if standard is Standard.X1A else (_VERSION,) * (_VERSION in info)
    for key in keys:
        if info.get(key) != _NAMES[standard]:
            message = f'the document information {_told(key, info.get(key))}; "{_NAMES[standard]}" is wanted'
            yield missing(CODE, message, _HINT)


def _told(key: str, value: str | None) -> str:
    return f'says {key} "{value}"' if value else f"does not say {key}"


def _x4(said: Mapping[str, str]) -> Iterator[Finding]:
    if said.get("GTS_PDFXVersion") != "PDF/X-4":
        version = _told("GTS_PDFXVersion", said.get("GTS_PDFXVersion"))
        message = f'the XMP metadata {version}; "PDF/X-4" is wanted'
        yield missing(CODE, message, _HINT)
    lacking = [tag for tag in _X4 if not said.get(tag)]
    if lacking:
        yield missing(CODE, f"the XMP metadata lacks {', '.join(lacking)}", _HINT)


def _said(packet: bytes) -> Mapping[str, str] | None:
    """What the metadata says, by the names of its properties without their spaces of names; None if it is no XML."""
    if b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(packet.strip(b"\x00 \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    said: dict[str, str] = {}
    for node in root.iter("*"):
        if _bare(node.tag) == "Description":
            said.update((_bare(key), value.strip()) for key, value in node.attrib.items())
            said.update((_bare(child.tag), "".join(child.itertext()).strip()) for child in node.iterchildren("*"))
    return said


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def _alike(info: str, xmp: str) -> bool:
    """Whether two entries say the same; dates do in either notation, to the second."""
    if info.startswith("D:"):
        digits = re.sub(r"\D", "", info.split("+", maxsplit=1)[0].split("Z", maxsplit=1)[0].split("-", maxsplit=1)[0])
        return digits[:14] == re.sub(r"\D", "", xmp)[: len(digits[:14])]
    return info.lstrip("/") == xmp
