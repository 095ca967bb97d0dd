"""PDFs of advertisers, as they were supplied: what is wrong with one is told at its line, by its name, once."""

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from layout.build import build_issue, check_issue, preflight_pdf
from layout.diagnostics import Finding, Place, Severity
from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.coverage import Coverage
from layout.model.edition import Edition
from layout.preflight.file.artwork import look_into
from layout.preflight.supplied import supplied_in, with_supplied
from layout.pressroom import press_issue
from layout.units import EMU_PER_PT, mm, to_pt

from .draft import made
from .good import X1A, X4, press_of

WIDE, DEEP = read_style("tabloid", (shipped("styles"),)).page.width_of(6) / EMU_PER_PT, mm(60) / EMU_PER_PT
MANIFEST = """\
layout: 1
publication: The Chandler
date: 2026-11-22
press: {press}
pages: 4
articles: [{{slug: a, text: One.}}]
ads:
  - {{id: chandler, file: ad.pdf, columns: 6, depth: 60mm, page: 2}}
"""
LINE = 8
HELVETICA = {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica"}
INKY = "0.7 0.7 0.7 0.59 k 10 10 100 100 re f"
needs_ghostscript = pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")

Book = Callable[..., Path]


def advertisement(operators: str, *, script: bool = False, **page: Any) -> bytes:
    """A page of the booked size that carries out operators, with other entries in its dictionary."""
    writer = PdfWriter()
    sheet = writer.add_blank_page(*((DEEP, WIDE) if page.get("Rotate") in (90, 270) else (WIDE, DEEP)))
    stream = DecodedStreamObject()
    stream.set_data(operators.encode())
    sheet[NameObject("/Contents")] = writer._add_object(stream)
    for key, value in page.items():
        sheet[NameObject(f"/{key}")] = made(value)
    if script:
        action = {"S": "/JavaScript", "JS": "app.alert(1)"}
        writer.root_object[NameObject("/Names")] = made({"JavaScript": {"Names": ["a", action]}})
    octets = io.BytesIO()
    writer.write(octets)
    return octets.getvalue()


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Book:
    """Makes an issue with one advertisement, for a press."""
    monkeypatch.setenv("LAYOUT_CACHE", str(tmp_path / "kept"))

    def booked(ad: bytes, press: str = X4) -> Path:
        (tmp_path / "ad.pdf").write_bytes(ad)
        (tmp_path / "issue.yaml").write_text(MANIFEST.format(press=press), "utf-8")
        return tmp_path / "issue.yaml"

    return booked


def told(findings: tuple[Finding, ...]) -> list[Finding]:
    """What is told of the advertisement."""
    return [finding for finding in findings if "chandler" in finding.message]


def check(manifest: Path) -> list[Finding]:
    return told(check_issue(manifest, lambda *_: None).findings)


@pytest.mark.parametrize(
    ("ad", "press", "code", "said"),
    [
        (("BT /H 12 Tf 20 40 Td (a) Tj ET", {"Resources": {"Font": {"H": HELVETICA}}}), X4, "X107", "Helvetica"),
        (("1 0 0 rg 20 20 50 50 re f", {}), X4, "X108", "DeviceRGB in a content stream"),
        (("/G gs", {"Resources": {"ExtGState": {"G": {"ca": 0.5}}}}), X1A, "X110", "an opacity under 1"),
        (("", {"Group": {"S": "/Transparency", "CS": "/DeviceRGB"}}), X4, "X111", "blends in DeviceRGB"),
        (("0 0 0 1 K .1 w 20 20 m 200 20 l S", {}), X4, "I208", "0.1 pt; 0.25 pt is the thinnest"),
        (("S 20 20 m 200 20 l S", {}), X4, "I202", "a black rule under 2 pt knocks out"),
        (("0 1 0 0 k BT /H 5 Tf 20 40 Td (a) Tj ET", {"Resources": {"Font": {"H": HELVETICA}}}), X4, "I206", "5 pt; 6 pt"),
        ((INKY, {}), X4, "I203", "% ink; the press takes 240 %"),
        (("/S cs 1 scn 9 9 9 9 re f", {"Resources": {"ColorSpace": {"S": ["/Separation", "/Silver", "/DeviceGray", {
            "FunctionType": 2, "Domain": [0, 1], "C0": [1.0], "C1": [0.5], "N": 1}]}}}), X4, "I213", "Silver"),
        (("", {"Annots": [{"Type": "/Annot", "Subtype": "/FreeText", "Rect": [9, 9, 99, 99]}]}), X4, "I217", "FreeText"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_line(book: Book, ad: tuple[str, Any], press: str, code: str, said: str) -> None:
    found = {finding.code: finding for finding in check(book(advertisement(ad[0], **ad[1]), press))}
    assert found.keys() <= {code, "X107", "I202"}
    finding = found[code]
    assert finding.message.startswith('the advertisement "chandler" on page 2: ')
    assert said in finding.message
    assert finding.hint.startswith("ask the advertiser for ")
    assert finding.span is not None and finding.span.line == LINE
    assert finding.place is not None and finding.place.page == 2 and finding.place.width > 0
    assert finding.severity is (Severity.WARNING if code == "I217" else Severity.ERROR)


@pytest.mark.parametrize(
    "ad",
    [
        advertisement("0 1 1 0 k 20 20 90 50 re f"),
        advertisement("0 1 1 0 k 20 20 90 50 re f", Trans={}, AA={"O": {"S": "/Named", "N": "/Print"}}),
        advertisement("0 1 1 0 k 20 20 90 50 re f", Annots=[{"Subtype": "/Link", "Rect": [9, 9, 99, 99]}]),
        advertisement("0.25 w 0 1 0 0 K 9 9 m 99 9 l S"),
    ],
)
def test_an_advertisement_is_not_asked_what_only_a_whole_file_is(book: Book, ad: bytes) -> None:
    """Neither is it a PDF/X, nor of many pages; and what of it goes to no paper does no harm."""
    assert check(book(ad)) == []


def test_scripts_are_told_of_and_stay_behind(book: Book) -> None:
    manifest = book(advertisement("0 1 1 0 k 20 20 90 50 re f", script=True))
    (finding,) = check(manifest)
    assert (finding.code, finding.severity) == ("I217", Severity.WARNING)
    assert "JavaScript" in finding.message
    assert b"/JavaScript" not in build_issue(manifest, Edition.PRINT, lambda *_: None).pdf


@pytest.mark.parametrize("press", ["proof", "digital"])
def test_without_a_standard_only_fonts_are_asked_for(book: Book, press: str) -> None:
    evil = advertisement("1 0 0 rg 0.1 w 9 9 m 99 9 l S BT /H 4 Tf (a) Tj ET", Resources={"Font": {"H": HELVETICA}})
    assert [finding.code for finding in check(book(evil, press))] == ["X107"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_places_are_those_of_the_finished_page(book: Book, turn: int) -> None:
    manifest = book(advertisement("1 0 0 rg 20 30 40 10 re f", Rotate=turn))
    built = build_issue(manifest, Edition.PRINT, lambda *_: None)
    (supplied,) = [finding for finding in told(built.findings) if finding.code == "X108"]
    checked = preflight_pdf(built.pdf, press_of(X4))
    assert not isinstance(checked, str)
    (finished,) = [finding for finding in checked[0] if finding.code == "X108"]
    assert supplied.place is not None and finished.place is not None
    for key in ("page", "x", "y", "width", "depth"):
        assert getattr(supplied.place, key) == pytest.approx(getattr(finished.place, key), abs=2000)
    assert sorted((round(to_pt(finished.place.width)), round(to_pt(finished.place.depth)))) == [10, 40]


@pytest.mark.parametrize(
    "operators", ["1 0 0 rg 9 9 9 9 re f 0 0 0 1 K .1 w 9 9 m 99 9 l S BT /H 5 Tf 9 9 Td (a) Tj ET", INKY]
)
@needs_ghostscript
def test_the_press_tells_a_defect_once_and_all_that_preflight_tells(book: Book, operators: str) -> None:
    manifest = book(advertisement(operators, Resources={"Font": {"H": HELVETICA}}))
    pressed = press_issue(manifest, None, lambda *_: None)
    assert pressed.files == {}
    assert pressed.built.pdf == build_issue(manifest, Edition.PRINT, lambda *_: None).pdf
    checked = preflight_pdf(pressed.built.pdf, press_of(X4))
    assert not isinstance(checked, str)
    errors = [finding for finding in pressed.built.findings if _is_of_ink(finding)]
    assert errors == told(tuple(errors))
    assert sorted(finding.code for finding in errors) == sorted(one.code for one in checked[0] if _is_of_ink(one))


def _is_of_ink(finding: Finding) -> bool:
    """Whether it is an error that has nothing to do with how many pages there are."""
    return finding.code[0] in "XI" and finding.code not in ("I209", "I211") and finding.severity is Severity.ERROR


def test_colour_on_a_page_in_black_is_an_error_and_names_the_pages_in_colour(book: Book) -> None:
    (finding,) = check(book(advertisement("0 1 1 0 k 9 9 99 99 re f"), "{colour_pages: [1]}"))
    assert (finding.code, finding.severity) == ("I210", Severity.ERROR)
    assert finding.hint.startswith("put it on page 1, which prints in colour")


def test_without_ghostscript_the_inks_of_areas_are_added_up(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layout.preflight.supplied.ghostscript", lambda: None)
    (finding,) = check(book(advertisement(INKY)))
    assert "269 % ink; the press takes 240 %" in finding.message


@needs_ghostscript
def test_its_ink_counts_to_that_of_its_page(book: Book) -> None:
    issue = check_issue(book(advertisement(".5 .5 .5 .5 k 0 0 999 999 re f")), lambda *_: None)
    (one,) = supplied_in(issue.issue, issue.pages)
    page, bare = issue.pages.pages[1], Coverage(2, {"Black": 40}, 1000, Place(2))
    whole = with_supplied(bare, page, (one,))
    share = one.place.width * one.place.depth / (page.width * page.depth)
    assert whole.most == pytest.approx(2000, abs=8)
    assert whole.plates["Cyan"] == pytest.approx(500 * share, abs=2)
    assert whole.plates["Black"] == pytest.approx(40 + 500 * share, abs=2)
    assert one.holds(whole.where)
    assert not whole.partial
    assert with_supplied(bare, page, (replace(one, coverage=None),)) == replace(bare, partial=True)


def test_no_damage_is_more_than_a_finding() -> None:
    random, press, place = Random(11), press_of(X4), Place(1, 0, 0, mm(90), mm(60))
    whole = advertisement("/G gs 0 1 1 0 k 20 20 90 50 re f BT /H 5 Tf 9 9 Td (a) Tj ET", script=True, Annots=[{"Subtype": "/Text"}],
                          Resources={"Font": {"H": HELVETICA}, "ExtGState": {"G": {"ca": 0.5}}})  # fmt: skip
    for _ in range(300):
        octets = bytearray(whole)
        for _ in range(random.randint(1, 12)):
            octets[random.randrange(len(octets))] = random.randrange(256)
        findings, _ = look_into(bytes(octets), place, 4, press, None)
        assert all(finding.message and finding.hint for finding in findings)


def test_what_was_found_is_kept_until_the_file_changes(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check(book(advertisement(INKY)))
    with monkeypatch.context() as without:
        without.setattr("layout.preflight.file.artwork.open_artwork", None)  # which reads PDFs
        assert check(book(advertisement(INKY))) == first
    assert check(book(advertisement(INKY.replace("0.59", "0.2")))) == []
