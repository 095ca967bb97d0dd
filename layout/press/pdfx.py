"""What makes a PDF a PDF/X: identification, document information, XMP metadata, output intent.

Takes a press profile and the facts of an issue, gives an `Identity`; whoever writes the file puts it in. Sources:
ISO 15930-7:2010, 6.2 (PDF/X-4: output intent, identification, document identifiers); ISO 15930-4:2003, 6 (PDF/X-1a:2003);
ISO 16684-1:2019 (XMP); ISO 32000-1:2008, 14.3 and 7.9.4 (metadata, dates).
"""

import datetime
import os
from collections.abc import Mapping
from html import escape
from types import MappingProxyType
from uuid import UUID

from layout.model.identity import Identify, Identity, OutputIntent
from layout.model.press import Press, Standard

_MAKER = "Layout"
_VERSIONS = {Standard.X1A: (1, 4)}
_VERSION = (1, 6)
_INFO = {
    Standard.X4: {"GTS_PDFXVersion": "PDF/X-4"},
    Standard.X1A: {"GTS_PDFXVersion": "PDF/X-1a:2003", "GTS_PDFXConformance": "PDF/X-1a:2003"},
    Standard.NONE: {},
}
_PADDING = (" " * 99 + "\n") * 20
"""Room for programs that mend the packet in place, as XMP asks for."""


def identify(press: Press, title: str, made: datetime.datetime) -> Identify:
    """How a file made at this time (UTC) for this press says what it is.

    Raises:
        OSError: the press's ICC profile cannot be read.
    """
    facts = {"Title": title, "Creator": _MAKER, "Producer": _MAKER, **_INFO[press.standard]}
    info = MappingProxyType(facts | dict.fromkeys(("CreationDate", "ModDate"), f"D:{made:%Y%m%d%H%M%S}+00'00'"))
    intent = None
    if press.standard is not Standard.NONE and press.intent.profile is not None:
        wanted = press.intent
        intent = OutputIntent(wanted.condition, wanted.registry, wanted.info, press.intent.profile.read_bytes())

    def identity(digest: bytes) -> Identity:
        metadata = _packet(facts, made, UUID(bytes=digest[:16], version=4))
        return Identity(_VERSIONS.get(press.standard, _VERSION), info, "False", metadata, intent)

    return identity


def made_on(date: datetime.date) -> datetime.datetime:
    """When a file says that it was made: midnight of this day, or SOURCE_DATE_EPOCH if that is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch.isdecimal():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    return datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC)


def _packet(facts: Mapping[str, str], made: datetime.datetime, document: UUID) -> bytes:
    """The XMP packet that agrees with the document information."""
    now = f"{made:%Y-%m-%dT%H:%M:%S}+00:00"
    said = {
        "xmp:CreateDate": now,
        "xmp:ModifyDate": now,
        "xmp:MetadataDate": now,
        "xmp:CreatorTool": facts["Creator"],
        "pdf:Producer": facts["Producer"],
        "pdf:Trapped": "False",
        "xmpMM:DocumentID": f"uuid:{document}",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "pdfxid:GTS_PDFXVersion": facts.get("GTS_PDFXVersion", ""),
    }
    if "GTS_PDFXConformance" in facts:  # X-1a has keys of its own, older than pdfxid
        said["pdfx:GTS_PDFXVersion"] = said.pop("pdfxid:GTS_PDFXVersion")
        said["pdfx:GTS_PDFXConformance"] = facts["GTS_PDFXConformance"]
    lines = "".join(f"   <{name}>{escape(words, quote=False)}</{name}>\n" for name, words in said.items() if words)
    return _PACKET.format(title=escape(facts["Title"], quote=False), lines=lines, padding=_PADDING).encode()


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"
    xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{lines}  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
{padding}<?xpacket end="w"?>"""
