"""What a file says of itself: identification, document information, metadata and output intent, and that they agree."""

import datetime
import io
import re
from xml.etree import ElementTree as ET

import pypdf
import pytest

from layout.draw.pdf import draw_pages
from layout.manifest.press import read_press
from layout.manifest.workspace import shipped
from layout.model.edition import Edition
from layout.model.ink import BLACK, Ink
from layout.model.page import Fill, Page, Pages, Placed
from layout.model.press import Overprint
from layout.press.pdfx import identify, made_on
from layout.units import mm

DATE = datetime.date(2026, 3, 7)
TITLE = "Ebbe & Flut <7. März>"
NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


@pytest.fixture(autouse=True)
def no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def drawn(name: str, ink: Ink = BLACK) -> tuple[bytes, pypdf.PdfReader]:
    press = read_press(name, (shipped("styles"),))
    page = Page(1, mm(100), mm(100), mm(3), (0, 0, mm(100), mm(100)), (Placed(0, 0, Fill(mm(5), mm(5), ink)),))
    pdf = draw_pages(Pages("", "de", (page,), ()), Edition.PRINT, Overprint(), identify(press, TITLE, made_on(DATE)))
    return pdf, pypdf.PdfReader(io.BytesIO(pdf))


def metadata(reader: pypdf.PdfReader) -> tuple[bytes, dict[str, str]]:
    stream = reader.trailer["/Root"]["/Metadata"]
    assert stream["/Type"] == "/Metadata" and stream["/Subtype"] == "/XML" and "/Filter" not in stream
    packet = stream.get_data()
    described = ET.fromstring(packet).find(".//rdf:Description", NAMES)
    assert described is not None
    prefixes = {uri: prefix for prefix, uri in NAMES.items()}
    said = {
        re.sub(r"\{(.*)\}", lambda m: prefixes[m[1]] + ":", node.tag): "".join(node.itertext()) for node in described
    }
    return packet, said


@pytest.mark.parametrize(
    ("name", "header", "said"),
    [
        ("newsprint", b"%PDF-1.6", {"/GTS_PDFXVersion": "PDF/X-4"}),
        (
            "newsprint-x1a",
            b"%PDF-1.4",
            {"/GTS_PDFXVersion": "PDF/X-1a:2003", "/GTS_PDFXConformance": "PDF/X-1a:2003"},
        ),
        ("proof", b"%PDF-1.6", {}),
    ],
)
def test_information_and_metadata_agree(name: str, header: bytes, said: dict[str, str]) -> None:
    pdf, reader = drawn(name)
    assert pdf.startswith(header + b"\n")
    made = "D:20260307000000+00'00'"
    facts = {"/Title": TITLE, "/Creator": "Layout", "/Producer": "Layout", "/CreationDate": made, "/ModDate": made}
    assert dict(reader.metadata or {}) == {**facts, "/Trapped": "/False", **said}
    packet, described = metadata(reader)
    assert packet.startswith(b'<?xpacket begin="\xef\xbb\xbf"') and packet.endswith(b'<?xpacket end="w"?>')
    dates = {described[f"xmp:{key}"] for key in ("CreateDate", "ModifyDate", "MetadataDate")}
    assert dates == {"2026-03-07T00:00:00+00:00"}
    assert described["dc:title"] == TITLE
    assert described["xmp:CreatorTool"] == described["pdf:Producer"] == "Layout"
    assert described["pdf:Trapped"] == "False"
    assert described["xmpMM:VersionID"] == "1" and described["xmpMM:RenditionClass"] == "default"
    assert re.fullmatch(r"uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
                        described["xmpMM:DocumentID"])  # fmt: skip
    told = {key: words for key, words in described.items() if "GTS" in key}
    prefix = "pdfxid" if name == "newsprint" else "pdfx"
    assert told == {f"{prefix}:{key[1:]}": words for key, words in said.items()}


@pytest.mark.parametrize("name", ["newsprint", "newsprint-x1a"])
def test_the_output_intent_carries_the_presss_profile(name: str) -> None:
    _, reader = drawn(name)
    (intent,) = reader.trailer["/Root"]["/OutputIntents"]
    press = read_press(name, (shipped("styles"),))
    assert intent["/S"] == "/GTS_PDFX" and intent["/Type"] == "/OutputIntent"
    assert intent["/OutputConditionIdentifier"] == press.intent.condition
    assert intent["/RegistryName"] == press.intent.registry and intent["/Info"] == press.intent.info
    profile = intent["/DestOutputProfile"]
    assert press.intent.profile is not None
    assert profile["/N"] == 4 and profile.get_data() == press.intent.profile.read_bytes()


def test_a_proof_claims_nothing() -> None:
    _, reader = drawn("proof")
    assert "/OutputIntents" not in reader.trailer["/Root"]
    assert not [key for key in metadata(reader)[1] if "GTS" in key]


def test_the_identifier_is_the_contents() -> None:
    pdf, reader = drawn("newsprint")
    again, _ = drawn("newsprint")
    _, other = drawn("newsprint", Ink(black=500))
    assert pdf == again
    first, second = reader.trailer["/ID"]
    assert first == second and len(first.original_bytes) == 16
    assert other.trailer["/ID"] != reader.trailer["/ID"]
    assert metadata(other)[1]["xmpMM:DocumentID"] != metadata(reader)[1]["xmpMM:DocumentID"]


def test_the_clock_of_the_build_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert made_on(DATE) == datetime.datetime(1970, 1, 2, tzinfo=datetime.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert made_on(DATE) == datetime.datetime(2026, 3, 7, tzinfo=datetime.UTC)
