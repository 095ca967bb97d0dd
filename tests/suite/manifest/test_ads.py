"""PDFs of advertisers: measured by their trim, refused with a remedy where they cannot be placed, never a traceback."""

import io
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, NameObject, NumberObject, RectangleObject
from reportlab.pdfgen.canvas import Canvas

from layout.artwork import Unsuited, open_artwork
from layout.diagnostics import Span, UnusableInput
from layout.manifest.found import Found
from layout.manifest.issue import read_issue
from layout.manifest.pictures import measure_ad
from layout.units import pt

SPAN = Span(Path("issue.yaml"), 1)


def advertisement(pages: int = 1) -> bytes:
    """A page of 200 by 100 points with a trim of 180 by 80."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(200, 100), invariant=1)
    for _ in range(pages):
        canvas.setTrimBox((10, 10, 190, 90))
        canvas.drawString(20, 20, "Rope and twine")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def changed(**entries: object) -> bytes:
    """The same with other entries in its page."""
    writer = PdfWriter(clone_from=io.BytesIO(advertisement()))
    writer.pages[0].update({NameObject(f"/{key}"): value for key, value in entries.items()})
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("octets", "size"),
    [
        (advertisement(), (180, 80)),
        (changed(Rotate=NumberObject(90)), (80, 180)),
        (changed(Rotate=NumberObject(-90)), (80, 180)),
        (changed(UserUnit=NumberObject(2)), (360, 160)),
        (changed(TrimBox=RectangleObject((150, 60, 50, 20))), (100, 40)),
    ],
)
def test_the_size_is_that_of_the_trim(octets: bytes, size: tuple[int, int]) -> None:
    assert open_artwork(octets).size == (pt(size[0]), pt(size[1]))


def nested(depth: int) -> ArrayObject:
    inner = ArrayObject()
    for _ in range(depth):
        inner = ArrayObject([inner])
    return inner


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(advertisement()))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("octets", "said"),
    [
        (encrypted(), "is encrypted"),
        (advertisement(pages=2), "has 2 pages"),
        (b"%PDF-1.4\n", "is damaged"),
        (changed(TrimBox=RectangleObject((0, 0, 0, 0))), "has a page of 0 by 0 points"),
        (changed(Group=nested(200)), "has objects nested deeper than"),
        (changed(MediaBox=NameObject("/None"), TrimBox=NameObject("/None")), "is damaged"),
    ],
)
def test_what_cannot_be_placed_is_refused(octets: bytes, said: str, tmp_path: Path) -> None:
    path, found = tmp_path / "ad.pdf", Found()
    path.write_bytes(octets)
    assert measure_ad(path, SPAN, found) is None
    with pytest.raises(UnusableInput) as refused:
        found.findings()
    (finding,) = refused.value.findings
    assert finding.code == "M045"
    assert finding.message.startswith(f"ad.pdf {said}")
    assert finding.hint


def test_no_damage_is_more_than_a_refusal() -> None:
    random, whole = Random(7), changed()
    for _ in range(300):
        octets = bytearray(whole[: random.randint(1, len(whole))] if random.random() < 0.3 else whole)
        for _ in range(random.randint(1, 12)):
            octets[random.randrange(len(octets))] = random.randrange(256)
        with suppress(Unsuited):
            assert open_artwork(bytes(octets)).size > (0, 0)


@pytest.mark.parametrize(
    ("ad", "code", "hint"),
    [
        ("{id: n, file: ad.pdf, columns: 3, depth: 80mm, page: 9}", "M062", "change the number"),
        ("{id: n, file: ad.pdf, columns: 13, depth: 80mm, page: 1}", "M012", "12 or fewer"),
        ("{id: n, file: no.pdf, columns: 3, depth: 80mm, page: 1}", "M040", "spelling"),
        ("{id: n, file: ad.pdf, columns: 3, depth: 0mm, page: 1}", "M014", "120mm"),
        ("{id: n, file: ad.pdf, columns: 3, depth: 80mm, page: 1, at: left}", "M012", "bottom-outer"),
    ],
)
def test_a_booking_that_makes_no_sense_is_refused(ad: str, code: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / "ad.pdf").write_bytes(advertisement())
    manifest = (
        f"layout: 1\npublication: P\ndate: 2026-11-22\npages: 4\narticles: [{{slug: a, text: One.}}]\nads: [{ad}]\n"
    )
    (tmp_path / "issue.yaml").write_text(manifest, "utf-8")
    with pytest.raises(UnusableInput) as refused:
        read_issue(tmp_path / "issue.yaml")
    (finding,) = refused.value.findings
    assert finding.code == code
    assert hint in finding.hint
