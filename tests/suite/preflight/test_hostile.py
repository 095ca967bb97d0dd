"""Whatever a file holds, preflight ends soon, with findings or with the reason why it cannot look into it."""

import shutil
import subprocess
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from pypdf.generic import ArrayObject, NameObject

from layout.build import preflight_pdf
from layout.diagnostics import Finding
from layout.preflight.check import check_file
from layout.preflight.file import opened
from layout.preflight.file.opened import Unreadable

from .draft import Draft, made
from .good import X4, good, press_of

_SECONDS = 20


def looked_into(pdf: bytes) -> tuple[Finding, ...] | str:
    began = time.monotonic()
    try:
        return check_file(pdf, press_of(X4))
    except Unreadable as why:
        return str(why)
    finally:
        assert time.monotonic() - began < _SECONDS


def spoilt(spoil: Callable[[Draft], object]) -> tuple[Finding, ...] | str:
    draft = Draft(good(X4))
    spoil(draft)
    return looked_into(draft.written())


@pytest.mark.parametrize("pdf", [b"", b"%PDF-", b"%PDF-1.6\n", b"GIF89a" * 99, b"%PDF-1.6\n%%EOF", bytes(5000)])
def test_what_is_no_pdf_is_told_so(pdf: bytes) -> None:
    assert isinstance(looked_into(pdf), str)
    assert isinstance(preflight_pdf(pdf, press_of(X4)), str)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("lock", [("", "128", "--use-aes=y"), ("secret", "128", "--use-aes=n"), ("", "256")])
def test_what_is_locked_is_told_so(tmp_path: Path, lock: tuple[str, ...]) -> None:
    (tmp_path / "good.pdf").write_bytes(good(X4))
    password, bits, *more = lock
    words = ["qpdf", "--allow-weak-crypto", "--encrypt", password, "owner", bits, *more, "--", "good.pdf", "locked.pdf"]
    subprocess.run(words, cwd=tmp_path, check=True)
    said = looked_into((tmp_path / "locked.pdf").read_bytes())
    if isinstance(said, str):  # with no key, or without what pypdf needs for this kind of lock
        assert said == "it is encrypted; save it without a password"
    else:
        assert {finding.code for finding in said} == {"X101"}


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9, 0.99, 0.999])
def test_files_that_end_too_soon(share: float) -> None:
    pdf = good(X4)
    looked_into(pdf[: int(len(pdf) * share)])


@pytest.mark.parametrize("seed", range(40))
def test_files_with_octets_changed_at_random(seed: int) -> None:
    random = Random(seed)
    pdf = bytearray(Draft(good(X4)).written())
    first = random.choice((0, len(pdf) - 12_000))  # the objects, or what leads to them
    for _ in range(random.choice((3, 30, 300))):
        pdf[random.randrange(first, len(pdf))] = random.randrange(256)
    looked_into(bytes(pdf))


@pytest.mark.parametrize("seed", range(20))
def test_files_with_words_swapped(seed: int) -> None:
    random = Random(seed)
    words = [
        b" 0 R",
        b"/Type",
        b"[",
        b"]",
        b"<<",
        b">>",
        b"/Kids",
        b"obj",
        b"null",
        b"(",
        b"-1",
        b"99999999999",
        b"true",
    ]
    pdf = Draft(good(X4)).written()
    for _ in range(12):
        old = random.choice(words)
        at = pdf.find(old, random.randrange(len(pdf)))
        if at >= 0:
            pdf = pdf[:at] + random.choice(words).ljust(len(old))[: len(old)] + pdf[at + len(old) :]
    looked_into(pdf)


@pytest.mark.parametrize("seed", range(10))
def test_octets_at_random(seed: int) -> None:
    looked_into(b"%PDF-1.6\n" + Random(seed).randbytes(20_000))


CONTENTS = (
    b"%" * 100_000,
    b"%\n" * 100_000,
    b"1" * 1_000_000 + b"x",
    b"." * 100_000,
    b"(" * 500_000,
    b"(\\" * 200_000,
    b"[" * 500_000,
    b"<<" * 200_000,
    b"<0" * 200_000,
    b"<" + b"0" * 500_000,
    b"BI " * 100_000,
    b"BI /W 1 ID " * 20_000,
    b"BI ID EI " * 50_000,
    b"q " * 200_000,
    b"Q " * 200_000,
    b"9" * 400 + b" 0 0 9 0 0 cm 0 0 9 9 re f 0 0 m 9 9 l S BT /T 9 Tf (a) Tj ET",
    b"9" * 300 + b" 0 0 9 0 0 cm 0 0 9 9 re f 0 0 m 9 9 l S BT /T 9 Tf (a) Tj ET",
    b"1e999 w nan 0 m inf inf l S",
    b"[1 2] Do << >> Do 7 Do (a) Do Do /No Do true gs [] cs << >> scn /F Tf Tf Tj TJ ' \" cm re k",
    b"BT /T [1] Tf [(a) [(b)] /c << >>] TJ ET",
    b"BI /W [1] /H /X /CS [/I [/I [/I /RGB]]] /BPC (a) ID aaa EI",
    b"BI /W 0 /H -1 /BPC 99999999999999999999 ID aaa EI",
    b"0 0 0 0 k BT /T 12 Tf " + b"(a) Tj 0 0 9 9 re f " * 5_000,
)


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content[:20].decode())
def test_content_that_makes_no_sense(content: bytes) -> None:
    found = spoilt(lambda draft: draft.put(draft.page, Contents=draft.stream(content)))
    assert isinstance(found, tuple)


def test_an_array_that_is_never_closed_hides_nothing() -> None:
    found = spoilt(lambda draft: draft.paint("[ 1 2 0 g 1 0 0 rg 100 60 80 40 re f"))
    assert isinstance(found, tuple) and {finding.code for finding in found} == {"X108"}


def form_in_itself(draft: Draft) -> None:
    form = draft.form("/X Do " * 10)
    draft.put(form.get_object(), Resources={"XObject": {"X": form}})
    draft.paint("/X Do", XObject={"X": form})


def forms_that_laugh(draft: Draft) -> None:
    form = draft.form("0 0 1 1 re f")
    for _ in range(14):
        form = draft.form("/X Do " * 10, Resources={"XObject": {"X": form}})
    draft.paint("/X Do", XObject={"X": form})


def one_stream_a_thousand_times(draft: Draft) -> None:
    stream = draft.stream(b"0 0 0 1 k " * 200_000)
    draft.put(draft.page, Contents=[stream] * 1000)


def packed_zeros(draft: Draft) -> None:
    draft.put(draft.page, Contents=draft.stream(zlib.compress(bytes(100_000_000)), Filter="/FlateDecode"))


def a_tree_of_itself(draft: Draft) -> None:
    tree = draft.page["/Parent"].get_object()
    tree[NameObject("/Kids")].extend([tree.indirect_reference] * 50)


def a_space_of_itself(draft: Draft) -> None:
    space = ArrayObject([NameObject("/Indexed")])
    at = draft.writer._add_object(space)
    space.extend([at, made(1), made(b"aa")])
    draft.paint("/C cs 1 sc 100 60 80 40 re f /C CS", ColorSpace={"C": at})
    draft.paint(".4 0 0 .4 100 60 cm /X Do", XObject={"X": draft.image(ColorSpace=at)})


def a_tint_of_itself(draft: Draft) -> None:
    tint = made({"FunctionType": 3})
    at = draft.writer._add_object(tint)
    draft.put(tint, Functions=[at] * 30)  # type: ignore[arg-type]
    draft.paint("/C cs", ColorSpace={"C": ["/Separation", "/Gold", "/DeviceCMYK", at]})


def widths_without_end(draft: Draft) -> None:
    draft.put(draft.font["/DescendantFonts"][0].get_object(), W=[0, 65_535, 500] * 20_000)


def nested_arrays(draft: Draft) -> None:
    inner = made([])
    for _ in range(300):
        inner = made([inner])
    draft.put(draft.page, Annots=inner)


ODDITIES = (
    packed_zeros, a_tree_of_itself, a_space_of_itself, a_tint_of_itself, widths_without_end, nested_arrays,
    lambda draft: draft.put(draft.page, MediaBox=["/A", 1, b"b", None]),
    lambda draft: draft.put(draft.page, MediaBox=[0, 0, 10**300, 10**300], TrimBox=[0, 0, 10**40, 10**40]),
    lambda draft: draft.put(draft.page, MediaBox=7, CropBox="/A", TrimBox={}, BleedBox=[[], [], [], []]),
    lambda draft: draft.put(draft.page, Rotate=[1], UserUnit="/A", Contents=5, Resources=[]),
    lambda draft: draft.put(draft.page, Contents=[5, "/A", [[]], {}]),
    lambda draft: draft.put(draft.page, Annots=[1, {"Rect": "/A", "Subtype": 7}, {"Rect": [1, 2, 3, b"x"]}]),
    lambda draft: draft.put(draft.page["/Resources"], Font=[], ColorSpace={"A": [], "B": ["/ICCBased"], "C": ["/Lab"]}),
    lambda draft: draft.put(draft.font, DescendantFonts="/A", BaseFont=[]),
    lambda draft: draft.put(draft.font, Subtype="/Type1", FirstChar=10**12, Widths=["/A", [], {}]),
    lambda draft: draft.put(draft.font, Subtype="/Type3", FontMatrix=[b"a"], CharProcs=[1], Encoding=4),
    lambda draft: draft.put(draft.info, Title=[1], CreationDate={}, Trapped=b"x", ModDate="D:", GTS_PDFXVersion=3.5),
    lambda draft: draft.put(draft.catalog, OutputIntents={"S": "/GTS_PDFX"}, Metadata=b"a", AcroForm=1, Names=[], AA="/A"),
    lambda draft: draft.put(draft.intent, DestOutputProfile=[1], Info={}, RegistryName=[]),
    lambda draft: draft.paint("/C cs 1 sc", ColorSpace={"C": ["/ICCBased", draft.stream(b"", N=10**9)]}),
    lambda draft: draft.paint("/C cs 1 sc", ColorSpace={"C": ["/DeviceN", ["/A"] * 40_000, "/DeviceCMYK", {}]}),
    lambda draft: draft.paint("/G gs", ExtGState={"G": {"Font": [], "OPM": "/A", "LW": [], "SMask": [], "BM": [1], "ca": "/A"}}),
    lambda draft: draft.paint("/X Do", XObject={"X": draft.form("/X Do", Matrix=["/A"], BBox=[1], Resources=9)}),
    lambda draft: draft.paint("/X Do", XObject={"X": draft.image(Width="/A", Height=[], BitsPerComponent=10**30)}),
    lambda draft: draft.paint("/X Do", XObject={"X": draft.stream(b"", Filter=["/No", 1, []], DecodeParms=4, Subtype="/Form")}),
)  # fmt: skip


@pytest.mark.parametrize("spoil", ODDITIES)
def test_objects_that_make_no_sense(spoil: Callable[[Draft], None]) -> None:
    spoilt(spoil)


def test_what_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MOST_OCTETS", 4_000_000)
    for bomb in (form_in_itself, forms_that_laugh, one_stream_a_thousand_times):
        assert spoilt(bomb) == "it unpacks to more than any newspaper has"
