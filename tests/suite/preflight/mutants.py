"""What can be wrong with a PDF, one thing at a time: name, the rule that must see it, how a good file is spoilt so.

A row is done to a good PDF/X-4, or to a PDF/X-1a where it says so, for a press that has the spot ink Gold and prints page 1
in black.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from pypdf.generic import DictionaryObject, NameObject

from layout.diagnostics import Severity

from .draft import Draft, made
from .good import X1A, X4

Spoil: TypeAlias = Callable[[Draft], Any]


class Mutant(NamedTuple):
    name: str
    code: str
    spoil: Spoil
    press: str = X4
    severity: Severity = Severity.ERROR


def painted(operators: str, **resources: dict[str, Any]) -> Spoil:
    return lambda draft: draft.paint(operators, **resources)


def typed(before: str, size: float, at: tuple[float, float] = (100, 100)) -> Spoil:
    return lambda draft: draft.type(before, size, at)


def pictured(across: float = 20, octets: bytes = b"\x10", /, **entries: Any) -> Spoil:
    """A picture so many points wide and deep."""
    return lambda draft: draft.paint(
        f"{across} 0 0 {across} 100 60 cm /X Do", XObject={"X": draft.image(octets, **entries)}
    )


def formed(operators: str, **entries: Any) -> Spoil:
    return lambda draft: draft.paint("/X Do", XObject={"X": draft.form(operators, **entries)})


def shaded(space: Any, tint: Any) -> Spoil:
    shading = {"ShadingType": 2, "ColorSpace": space, "Coords": [100, 60, 200, 60], "Function": tint}
    return painted("100 60 80 40 re W n /S sh", Shading={"S": shading})


def stated(**entries: Any) -> Spoil:
    """A graphics state that is set for nothing."""
    return painted("/G gs", ExtGState={"G": {"Type": "/ExtGState", **entries}})


def catalogued(**entries: Any) -> Spoil:
    return lambda draft: draft.put(draft.catalog, **entries)


def informed(**entries: Any) -> Spoil:
    return lambda draft: draft.put(draft.info, **entries)


def intended(**entries: Any) -> Spoil:
    return lambda draft: draft.put(draft.intent, **entries)


def paged(**entries: Any) -> Spoil:
    return lambda draft: draft.put(draft.page, **entries)


def bequeathed(key: str) -> Spoil:
    """What the page says of itself, said by the tree above it instead."""

    def spoil(draft: Draft) -> None:
        parent = draft.page["/Parent"].get_object()
        parent[NameObject("/" + key)] = draft.page.pop(NameObject("/" + key))

    return spoil


def edited(old: bytes, new: bytes) -> Spoil:
    return lambda draft: draft.edit(old, new)


def headed(header: str) -> Spoil:
    return lambda draft: setattr(draft, "header", header)


def profiled(change: Callable[[bytes], bytes], number: int = 4) -> Spoil:
    """Another profile in the output intent."""

    def spoil(draft: Draft) -> None:
        octets = draft.intent["/DestOutputProfile"].get_object().get_data()
        draft.put(draft.intent, DestOutputProfile=draft.stream(change(octets), N=number))

    return spoil


def described(change: Callable[[bytes], bytes], **entries: Any) -> Spoil:
    """Another metadata stream."""

    def spoil(draft: Draft) -> None:
        old = draft.catalog["/Metadata"].get_object()
        facts = {"Type": "/Metadata", "Subtype": "/XML", **entries}
        draft.put(draft.catalog, Metadata=draft.stream(change(old.get_data()), **facts))

    return spoil


def untrapped(draft: Draft) -> None:
    informed(Trapped="/Unknown")(draft)
    described(lambda packet: packet.replace(b"Trapped>False", b"Trapped>Unknown"))(draft)


def unnamed(draft: Draft) -> None:
    informed(GTS_PDFXVersion=None)(draft)
    described(lambda packet: re.sub(rb"<pdfxid:.*?</pdfxid:GTS_PDFXVersion>", b"", packet))(draft)


def packed_metadata(draft: Draft) -> None:
    old = draft.catalog["/Metadata"].get_object()
    draft.put(draft.catalog, Metadata=draft.writer._add_object(old.flate_encode()))


def noted(*rectangle: int, **entries: Any) -> Spoil:
    return paged(Annots=[{"Type": "/Annot", "Subtype": "/Link", "Rect": list(rectangle), **entries}])


def two_intents(draft: Draft) -> None:
    draft.catalog["/OutputIntents"].append(made(dict(_bare(draft.intent))))


def _bare(entries: DictionaryObject) -> dict[str, Any]:
    return {key[1:]: value for key, value in entries.items()}


def unembedded(draft: Draft) -> None:
    del draft.font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"]


def drawn_glyphs(draft: Draft) -> None:
    glyph = draft.stream(b"700 0 0 0 700 700 d1 0 0 700 700 re f")
    font = {"Type": "/Font", "Subtype": "/Type3", "FontBBox": [0, 0, 700, 700], "FontMatrix": [0.001, 0, 0, 0.001, 0, 0],
            "CharProcs": {"a": glyph}, "Encoding": {"Differences": [97, "/a"]}, "FirstChar": 97, "LastChar": 97,
            "Widths": [700]}  # fmt: skip
    draft.paint("0 0 0 1 k BT /F 14 Tf 100 100 Td (aaa) Tj ET", Font={"F": font})


def emptied(draft: Draft) -> None:
    draft.page[NameObject("/Contents")] = draft.stream(b"0 0 0 0 k 100 100 200 200 re f")


def attached(draft: Draft) -> None:
    file = draft.stream(b"a,b", Type="/EmbeddedFile")
    spec = {"Type": "/Filespec", "F": "a.csv", "EF": {"F": file}}
    draft.put(draft.catalog, Names={"EmbeddedFiles": {"Names": ["a.csv", spec]}})


def only(pages: int) -> Spoil:
    def spoil(draft: Draft) -> None:
        for _ in range(4 - pages):
            draft.writer.remove_page(len(draft.writer.pages) - 1)

    return spoil


def repeated(times: int) -> Spoil:
    """The last page again and again."""

    def spoil(draft: Draft) -> None:
        tree = draft.page["/Parent"].get_object()
        copies = [draft.writer._add_object(DictionaryObject(draft.page)) for _ in range(times)]
        draft.put(tree, Kids=[*list.__iter__(tree["/Kids"]), *copies], Count=4 + times)

    return spoil


def coloured_black_page(draft: Draft) -> None:
    first: Any = draft.writer.pages[0]
    old = first.get_contents().get_data()
    first[NameObject("/Contents")] = draft.stream(b"q\n" + old + b"\nQ 0 1 1 0 k 100 60 80 40 re f")


def tiled(draft: Draft) -> None:
    tile = draft.stream(
        b"1 0 0 RG 0 0 m 9 9 l S", Type="/Pattern", PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9],
        XStep=9, YStep=9, Resources={},
    )  # fmt: skip
    draft.paint("/Pattern cs /P scn 100 60 80 40 re f", Pattern={"P": tile})


def calibrated(draft: Draft) -> None:
    profile = draft.intent["/DestOutputProfile"]
    draft.paint("/C cs 0 0 0 .5 scn 100 60 80 40 re f", ColorSpace={"C": ["/ICCBased", profile]})


def locked(draft: Draft) -> None:
    draft.writer.encrypt("", "owner", algorithm="RC4-128")


def tint(*ends: float) -> dict[str, Any]:
    return {"FunctionType": 2, "Domain": [0, 1], "C0": [0.0] * len(ends), "C1": list(ends), "N": 1}


def ink(name: str, *inks: float, alternate: str = "/DeviceCMYK") -> list[Any]:
    return ["/Separation", "/" + name, alternate, tint(*inks)]


KNOCK, OVER = "/GK gs", "/GO gs"
"""The graphics states of the good file: knock out, overprint with mode 1."""
GOLD = ink("Gold", 0.0, 0.2, 0.8, 0.1)
OTHER_GOLD = ink("Gold", 0.0, 0.3, 0.9, 0.1)
MASK = {"ColorSpace": "/DeviceCMYK"}
PALETTE = ["/Indexed", "/DeviceRGB", 1, b"\xff\x00\x00\x00\xff\x00"]
WHITE_POINT = {"WhitePoint": [0.95, 1.0, 1.09]}
LZW = b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"
"""Ten octets packed (ISO 32000-1, 7.4.4.2, example 1)."""
WARNING, NOTE = Severity.WARNING, Severity.NOTE

MUTANTS = (
    Mutant("encrypted", "X101", locked),
    Mutant("no /ID", "X102", edited(b"/ID [", b"/Id [")),
    Mutant("an /ID of one string", "X102", lambda draft: draft.writer._ID.pop()),
    Mutant("no output intent", "X103", catalogued(OutputIntents=None)),
    Mutant("an intent of PDF/A alone", "X103", intended(S="/GTS_PDFA1")),
    Mutant("two output intents", "X103", two_intents),
    Mutant("an intent without its condition", "X103", intended(OutputConditionIdentifier=None)),
    Mutant("an intent without its registry", "X103", intended(RegistryName=None)),
    Mutant("an intent without words", "X103", intended(Info=None), X1A),
    Mutant("an intent without a profile", "X103", intended(DestOutputProfile=None)),
    Mutant("a grey profile", "X103", profiled(lambda icc: icc[:16] + b"GRAY" + icc[20:])),
    Mutant("a screen's profile", "X103", profiled(lambda icc: icc[:12] + b"mntrRGB " + icc[20:])),
    Mutant("no profile but something", "X103", profiled(lambda _: b"no profile at all")),
    Mutant("a profile of three channels", "X103", profiled(lambda icc: icc, number=3)),
    Mutant("no title", "X104", informed(Title=None)),
    Mutant("no date", "X104", informed(CreationDate=None)),
    Mutant("no producer", "X104", informed(Producer=None), X1A),
    Mutant("nothing of trapping", "X104", informed(Trapped=None)),
    Mutant("trapping unknown", "X104", untrapped),
    Mutant("another title in the XMP", "X105", informed(Title="Another")),
    Mutant("another date in the XMP", "X105", informed(ModDate="D:20250101000000Z")),
    Mutant("another producer in the XMP", "X105", informed(Producer="Another")),
    Mutant("trapped in one place", "X105", informed(Trapped="/True")),
    Mutant("not called PDF/X-4 in the XMP", "X105", edited(b"PDF/X-4</pdfxid", b"PDF/X-3</pdfxid")),
    Mutant("called PDF/X-3 in the information", "X105", informed(GTS_PDFXVersion="PDF/X-3:2003")),
    Mutant("called PDF/X-4 nowhere", "X105", unnamed),
    Mutant("another PDF/X-1a", "X105", informed(GTS_PDFXVersion="PDF/X-1:2001"), X1A),
    Mutant("no conformance", "X105", informed(GTS_PDFXConformance=None), X1A),
    Mutant("no XMP", "X105", catalogued(Metadata=None)),
    Mutant("no XMP, nor a name in the information", "X105", lambda draft: (informed(GTS_PDFXVersion=None)(draft), catalogued(Metadata=None)(draft))),
    Mutant("packed XMP", "X105", packed_metadata),
    Mutant("XMP without its type", "X105", described(lambda packet: packet, Subtype="/Text")),
    Mutant("broken XMP", "X105", described(lambda _: b"<x:xmpmeta")),
    Mutant("XMP that grows", "X105", described(lambda _: b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>')),
    Mutant("no document identifier", "X105", edited(b"xmpMM:DocumentID>", b"xmpMM:DokumentID>")),
    Mutant("no metadata date", "X105", edited(b"xmp:MetadataDate>", b"xmp:MetadataDaft>")),
    Mutant("no version identifier", "X105", edited(b"xmpMM:VersionID>", b"xmpMM:VersionIX>")),
    Mutant("no rendition class", "X105", edited(b"xmpMM:RenditionClass>", b"xmpMM:RenditionKlass>")),
    Mutant("no TrimBox", "X106", paged(TrimBox=None)),
    Mutant("no BleedBox", "X106", paged(BleedBox=None)),
    Mutant("an inherited MediaBox", "X106", bequeathed("MediaBox")),
    Mutant("an ArtBox", "X106", paged(ArtBox=[9, 9, 600, 850])),
    Mutant("trim outside bleed", "X106", paged(BleedBox=[20, 20, 600, 850])),
    Mutant("bleed outside media", "X106", paged(BleedBox=[-9, -9, 630, 870])),
    Mutant("a crop box of its own", "X106", paged(CropBox=[9, 9, 600, 850])),
    Mutant("a box of no numbers", "X106", paged(BleedBox=["/A", 0, 0, 0])),
    Mutant("a box of no area", "X106", paged(CropBox=[300, 9, 300, 850])),
    Mutant("turned", "X106", paged(Rotate=90)),
    Mutant("turned from above", "X106", lambda draft: draft.put(draft.page["/Parent"].get_object(), Rotate=180)),
    Mutant("scaled", "X106", paged(UserUnit=2)),
    Mutant("two trim sizes", "X106", paged(TrimBox=[8.5039, 8.5039, 603.7795, 847.3937])),
    Mutant("a font that is not embedded", "X107", unembedded),
    Mutant("one of the fourteen fonts", "X107",
           painted("", Font={"H": {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica"}})),
    Mutant("a font of drawings", "X107", drawn_glyphs),
    Mutant("an RGB picture", "X108", pictured(.4, b"\1\2\3", ColorSpace="/DeviceRGB")),
    Mutant("a palette of RGB", "X108", pictured(.4, b"\1", ColorSpace=PALETTE)),
    Mutant("an RGB picture in the stream", "X108",
           painted(".4 0 0 .4 100 60 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID \1\2\3 EI")),
    Mutant("a palette of RGB in the stream", "X108",
           painted(".4 0 0 .4 100 60 cm BI /W 1 /H 1 /CS [/I /RGB 1 <ff000000ff00>] /BPC 8 ID \1 EI")),
    Mutant("RGB on the page", "X108", painted("1 0 0 rg 100 60 80 40 re f")),
    Mutant("RGB lines", "X108", painted("1 0 0 RG 100 60 m 180 60 l S")),
    Mutant("RGB by name", "X108", painted("/DeviceRGB cs 1 0 0 sc 100 60 80 40 re f")),
    Mutant("RGB in a form", "X108", formed("1 0 0 rg 100 60 80 40 re f")),
    Mutant("RGB in a tile", "X108", tiled),
    Mutant("RGB in a shading", "X108", shaded("/DeviceRGB", tint(1.0, 0.0, 0.0))),
    Mutant("calibrated RGB", "X108", painted("/C cs 1 0 0 sc 100 60 80 40 re f",
                                             ColorSpace={"C": ["/CalRGB", WHITE_POINT]}), X1A),
    Mutant("a spot ink made of RGB", "X108", painted("/C cs 1 scn 100 60 80 40 re f",
                                                     ColorSpace={"C": ink("Gold", 1.0, 0.8, 0.2, alternate="/DeviceRGB")})),
    Mutant("Lab in PDF/X-1a", "X108", painted("/C cs 50 0 0 sc 100 60 80 40 re f",
                                              ColorSpace={"C": ["/Lab", {**WHITE_POINT, "Range": [-9, 9, -9, 9]}]}), X1A),
    Mutant("a profile in PDF/X-1a", "X108", calibrated, X1A),
    Mutant("a spot ink with two mixtures", "X109",
           painted("/A cs 1 scn 100 60 40 40 re f /B cs 1 scn 150 60 40 40 re f", ColorSpace={"A": GOLD, "B": OTHER_GOLD})),
    Mutant("a spot ink with two alternates", "X109",
           painted("/A cs 1 scn 100 60 40 40 re f",
                   ColorSpace={"A": GOLD, "B": ink("Gold", 0.5, alternate="/DeviceGray")})),
    Mutant("another mixture in a picture", "X109",
           lambda draft: (painted("/A cs 1 scn 100 60 40 40 re f", ColorSpace={"A": GOLD})(draft),
                          pictured(.4, ColorSpace=OTHER_GOLD)(draft))),
    Mutant("a soft mask", "X110", stated(SMask={"S": "/Luminosity"}), X1A),
    Mutant("a picture's soft mask", "X110",
           lambda draft: pictured(.4, SMask=draft.image())(draft), X1A),
    Mutant("a blend mode", "X110", stated(BM="/Multiply"), X1A),
    Mutant("blend modes", "X110", stated(BM=["/Multiply", "/Normal"]), X1A),
    Mutant("half an area", "X110", stated(ca=0.5), X1A),
    Mutant("half a line", "X110", stated(CA=0.5), X1A),
    Mutant("a page's group", "X110", paged(Group={"S": "/Transparency", "CS": "/DeviceCMYK"}), X1A),
    Mutant("a form's group", "X110", formed("", Group={"S": "/Transparency"}), X1A),
    Mutant("a group of RGB", "X111", paged(Group={"S": "/Transparency", "CS": "/DeviceRGB"})),
    Mutant("a form's group of grey", "X111", formed("", Group={"S": "/Transparency", "CS": "/DeviceGray"})),
    Mutant("LZW", "X112", pictured(.4, LZW, width=10, Filter="/LZWDecode")),
    Mutant("LZW in the stream", "X112",
           painted(".4 0 0 .4 100 60 cm BI /W 10 /H 1 /CS /G /BPC 8 /F [/AHx /LZW] ID 800b6050220c0c8501> EI")),
    Mutant("JPEG 2000", "X112", pictured(.4, Filter="/JPXDecode"), X1A),
    Mutant("JBIG2", "X112", pictured(.06, Filter="/JBIG2Decode", BitsPerComponent=1), X1A),
    Mutant("a stand-in", "X113", formed("", OPI={"2.0": {"F": "high.tif"}})),
    Mutant("PostScript", "X113", lambda draft: draft.paint("/X Do", XObject={"X": draft.stream(b"showpage", Subtype="/PS")})),
    Mutant("PostScript in a form", "X113", formed("", Subtype2="/PS")),
    Mutant("a page of another file", "X113", formed("", Ref={"F": "other.pdf", "Page": 0})),
    Mutant("an attachment", "X113", attached),
    Mutant("a script", "X113", catalogued(Names={"JavaScript": {"Names": ["a", {"S": "/JavaScript", "JS": "1"}]}})),
    Mutant("an action on opening", "X113", catalogued(OpenAction={"S": "/GoTo", "D": [0, "/Fit"]})),
    Mutant("actions of the file", "X113", catalogued(AA={"WC": {"S": "/Named", "N": "/Print"}})),
    Mutant("actions of a page", "X113", paged(AA={"O": {"S": "/Named", "N": "/Print"}})),
    Mutant("a form to fill in", "X113", catalogued(AcroForm={"Fields": [{"FT": "/Tx", "T": "name"}]})),
    Mutant("a transition", "X113", paged(Trans={"S": "/Dissolve"})),
    Mutant("a link", "X114", noted(100, 100, 200, 200)),
    Mutant("a note on the bleed", "X114", noted(0, 100, 5, 110, Subtype="/Text"), X1A),
    Mutant("PDF 1.3", "X115", headed("%PDF-1.3")),
    Mutant("PDF 1.7", "X115", headed("%PDF-1.7")),
    Mutant("PDF 1.6 for PDF/X-1a", "X115", headed("%PDF-1.6"), X1A),
    Mutant("type of four inks", "I201", typed(".5 .5 .5 .5 k", 14)),
    Mutant("type of rich black", "I201", typed(".4 0 0 1 k", 14)),
    Mutant("grey type", "I201", typed("0 g", 14)),
    Mutant("type in the ink that a page begins with", "I201", typed("", 14), X1A),
    Mutant("small type that knocks out", "I202", typed(f"0 0 0 1 k {KNOCK}", 9)),
    Mutant("small type without mode 1", "I202",
           painted("0 0 0 1 k /G gs BT /T 9 Tf 100 100 Td <00740074> Tj ET", ExtGState={"G": {"op": True, "OPM": 0}})),
    Mutant("a rule that knocks out", "I202", painted(f"{KNOCK} 0 0 0 1 K 1 w 100 60 m 200 60 l S")),
    Mutant("a rule that knocks out a ground that is not rich", "I202",
           painted(f"{KNOCK} 0 .6 .7 0 k 90 50 300 40 re f 0 0 0 1 K 1 w 80 60 m 400 60 l S")),
    Mutant("white type that overprints", "I202",
           lambda draft: draft.type(f"0 0 0 1 k 90 90 300 40 re f {OVER} 0 0 0 0 k", 14)),
    Mutant("a white area that overprints", "I202", painted(f"{OVER} 0 0 0 0 k 100 60 80 40 re f")),
    Mutant("320 % in an area", "I203", painted("1 .9 .8 .5 k 100 60 80 40 re f")),
    Mutant("260 % in a rule", "I203", painted(".8 .7 .6 .5 K 9 w 100 60 m 200 60 l S")),
    Mutant("a picture of 60 ppi", "I204", pictured(1.2)),
    Mutant("a picture of 120 ppi", "I204", pictured(.6), severity=WARNING),
    Mutant("a picture that is pulled", "I204", lambda draft: draft.paint(
        ".2 0 0 1.2 100 60 cm /X Do", XObject={"X": draft.image()})),
    Mutant("a small picture in a large form", "I204", lambda draft: draft.paint(
        "/X Do", XObject={"X": draft.form(".3 0 0 .3 20 9 cm /Y Do", Matrix=[4, 0, 0, 4, 0, 0],
                                          Resources={"XObject": {"Y": draft.image()}})})),
    Mutant("a picture of 60 ppi in the stream", "I204",
           painted("1.2 0 0 1.2 100 60 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \1 EI")),
    Mutant("1-bit art of 400 ppi", "I204", pictured(.18, BitsPerComponent=1)),
    Mutant("1-bit art of 600 ppi", "I204", pictured(.12, BitsPerComponent=1), severity=WARNING),
    Mutant("a stencil of 400 ppi", "I204", pictured(.18, BitsPerComponent=1, ImageMask=True, ColorSpace=None)),
    Mutant("a picture of 720 ppi", "I205", pictured(.1), severity=NOTE),
    Mutant("1-bit art of 3600 ppi", "I205", pictured(.02, BitsPerComponent=1), severity=NOTE),
    Mutant("type of 5 pt", "I206", typed(f"{OVER} 0 0 0 1 k", 5)),
    Mutant("type scaled to 5 pt", "I206", typed(f"{OVER} 0 0 0 1 k .5 0 0 .5 0 0 cm", 10, (200, 200))),
    Mutant("tinted type of 7 pt", "I206", typed("0 0 0 .5 k", 7)),
    Mutant("coloured type of 8 pt", "I206", typed("0 1 1 0 k", 8)),
    Mutant("reversed type of 8 pt", "I206", typed("0 0 0 1 k 90 90 300 40 re f 0 0 0 0 k", 8)),
    Mutant("reversed type of 4 pt", "I206", typed("0 0 0 1 k 90 90 300 40 re f 1 g", 4)),
    Mutant("reversed type on 20 %", "I207", typed("0 0 0 .2 k 90 90 300 40 re f 0 0 0 0 k", 14)),
    Mutant("reversed type on paper", "I207", typed("0 0 0 0 k", 14)),
    Mutant("a rule of 0.1 pt", "I208", painted(f"{OVER} 0 0 0 1 K .1 w 100 60 m 200 60 l S")),
    Mutant("a hairline", "I208", painted(f"{OVER} 0 0 0 1 K 0 w 100 60 m 200 60 l S")),
    Mutant("an area as thin as a hairline", "I208", painted(f"{OVER} 0 0 0 1 k 100 60 100 .1 re f")),
    Mutant("a clip as thin as a hairline", "I208", painted(f"{OVER} q 100 60 100 .1 re W n 0 0 0 1 k 90 50 120 40 re f Q")),
    Mutant("a thin tinted rule", "I208", painted("0 0 0 .3 K .5 w 100 60 m 200 60 l S"), severity=WARNING),
    Mutant("a thin rule of two inks", "I208", painted("0 1 1 0 K 1 w 100 60 m 200 60 l S"), severity=WARNING),
    Mutant("a thin white rule", "I208", painted("0 0 0 0 K .5 w 100 60 m 200 60 l S"), severity=WARNING),
    Mutant("three pages", "I209", only(3)),
    Mutant("fifteen pages", "I209", repeated(11)),
    Mutant("colour on a black page", "I210", coloured_black_page),
    Mutant("an empty page", "I211", emptied),
    Mutant("a spot ink that the press has not", "I213", painted("/C cs 1 scn 100 60 80 40 re f",
                                                                ColorSpace={"C": ink("Silver", 0.0, 0.0, 0.0, 0.4)})),
    Mutant("a spot ink among others", "I213",
           painted("/C cs 0 1 scn 100 60 80 40 re f",
                   ColorSpace={"C": ["/DeviceN", ["/Black", "/Silver"], "/DeviceCMYK", tint(0.0, 0.0, 0.0, 1.0)]})),
    Mutant("an area without bleed", "I214", painted("0 0 0 .5 k 8.5 60 100 40 re f")),
    Mutant("an area without bleed beyond one that bleeds", "I214",
           painted("0 0 0 .5 k 0 60 100 40 re f 0 0 0 .8 k 8.5 90 20 40 re f")),
    Mutant("an area without bleed below one that bleeds", "I214",
           painted("0 0 0 .8 k 8.5 70 20 20 re f 0 0 0 .5 k 0 60 7 40 re f 0 60 100 40 re f")),
    Mutant("a picture with a little bleed", "I214",
           lambda draft: draft.paint("50 0 0 50 5 60 cm /X Do", XObject={"X": draft.image(b"\1" * 30000, width=200, height=150)})),
    Mutant("type 3 mm from the trim", "I215", typed("0 0 0 1 k", 14, (17, 100))),
    Mutant("a crop mark on the bleed", "I216",
           painted("/C CS 1 SCN .5 w 2 100 m 6 100 l S", ColorSpace={"C": ink("All", 1.0, 1.0, 1.0, 1.0)})),
)  # fmt: skip


class Innocent(NamedTuple):
    name: str
    spoil: Spoil
    press: str = X4


def profile_of(channels: int, draft: Draft) -> Any:
    return draft.stream(b"a profile", N=channels)


INNOCENTS = (
    Innocent("not called PDF/X-4 in the information", informed(GTS_PDFXVersion=None)),
    Innocent("no CropBox", paged(CropBox=None)),
    Innocent("no CropBox in PDF/X-1a", paged(CropBox=None), X1A),
    Innocent("RGB with a profile", lambda draft: draft.paint(
        "/C cs 1 0 0 scn 100 60 80 40 re f", ColorSpace={"C": ["/ICCBased", profile_of(3, draft)]})),
    Innocent("a picture with a soft mask", lambda draft: pictured(.4, SMask=draft.image())(draft)),
    Innocent("half an area, multiplied", stated(ca=0.5, BM="/Multiply")),
    Innocent("no soft mask", stated(SMask="/None", ca=1, CA=1.0, BM="/Normal"), X1A),
    Innocent("a group of CMYK", paged(Group={"S": "/Transparency", "CS": "/DeviceCMYK"})),
    Innocent("a group that says no space", formed("", Group={"S": "/Transparency"})),
    Innocent("JPEG 2000 in PDF/X-4", pictured(.4, Filter="/JPXDecode")),
    Innocent("one spot ink, described alike twice", painted(
        "/A cs 1 scn 100 60 40 40 re f", ColorSpace={"A": GOLD, "B": ink("Gold", 0.0, 0.2, 0.8, 0.1)})),
    Innocent("a shading of CMYK", shaded("/DeviceCMYK", tint(0.0, 1.0, 1.0, 0.0)), X1A),
    Innocent("a palette of CMYK", pictured(.4, b"\1", ColorSpace=["/Indexed", "/DeviceCMYK", 1, bytes(8)]), X1A),
    Innocent("an empty form to fill in", catalogued(AcroForm={"Fields": []})),
    Innocent("a link outside the bleed", noted(700, 100, 800, 200)),
    Innocent("a printer's mark", noted(100, 100, 200, 200, Subtype="/PrinterMark")),
    Innocent("words in the stream that are no colour", typed("0 0 0 1 k % 1 0 0 rg\n", 14)),
    Innocent("type that is not seen", typed("0 g 3 Tr", 4)),
    Innocent("type outside the paper's clip", typed("0 g 500 500 9 9 re W n", 4)),
    Innocent("black type of 12 pt that knocks out", typed(f"0 0 0 1 k {KNOCK}", 12)),
    Innocent("small black type that knocks out a rich ground", typed(f"{KNOCK} 0 .9 .7 0 k 90 90 300 40 re f 0 0 0 1 k", 9)),
    Innocent("a black rule that knocks out a rich ground",
             painted(f"{KNOCK} 0 .9 .7 0 k 90 50 300 40 re f 0 0 0 1 K 1 w 80 60 m 400 60 l S")),
    Innocent("black type of 6 pt", typed(f"0 0 0 1 k {OVER}", 6)),
    Innocent("small type scaled up", typed(f"0 0 0 1 k {OVER} 3 0 0 3 0 0 cm", 2, (40, 30))),
    Innocent("tinted type of 8 pt", typed("0 0 0 .5 k", 8)),
    Innocent("type of one ink of 8 pt", typed("0 1 0 0 k", 8)),
    Innocent("coloured type of 10 pt", typed("0 1 1 0 k", 10)),
    Innocent("reversed type on 45 %", typed("0 0 0 .45 k 90 90 300 40 re f 0 0 0 0 k", 10)),
    Innocent("reversed type on a picture", lambda draft: draft.paint(
        "q 300 0 0 40 90 90 cm /X Do Q 0 0 0 0 k BT /T 14 Tf 100 100 Td <00740074> Tj ET",
        XObject={"X": draft.image(b"\1" * 100_000, width=1000, height=100)})),
    Innocent("240 % of ink", painted(".8 .6 .6 .4 k 100 60 80 40 re f")),
    Innocent("a picture of 150 ppi", pictured(.48)),
    Innocent("a picture of 450 ppi", pictured(.16)),
    Innocent("1-bit art of 800 ppi", pictured(.09, BitsPerComponent=1)),
    Innocent("a rule of a quarter point", painted(f"{OVER} 0 0 0 1 K .25 w 100 60 m 200 60 l S")),
    Innocent("a tinted rule of a point", painted("0 0 0 .3 K 1 w 100 60 m 200 60 l S")),
    Innocent("a sliver that a clip leaves of an area",
             painted(f"{OVER} q 100 60 80 40 re W n 0 0 0 1 k 179.9 50 40 60 re f Q")),
    Innocent("a small dot", painted(f"{OVER} 0 0 0 1 k 100 60 .2 .2 re f")),
    Innocent("an area that bleeds", painted("0 0 0 .5 k 0 60 100 40 re f")),
    Innocent("an area at the trim upon one that bleeds", painted("0 0 0 .5 k 0 60 100 40 re f 0 0 0 .8 k 8.5 70 20 20 re f")),
    Innocent("type 5 mm from the trim", typed("0 0 0 1 k", 14, (22.8, 100))),
    Innocent("colour on a colour page", painted("0 1 1 0 k 100 60 80 40 re f")),
)  # fmt: skip
