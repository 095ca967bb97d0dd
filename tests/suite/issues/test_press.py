"""Both sample issues as a printer sees them: their own preflight, other programs', and Ghostscript's plates."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pdf_oxide
import pypdf
import pytest
from PIL import Image, ImageMath

from layout.build import Built, build_issue
from layout.diagnostics import Severity
from layout.draw.plates import PROCESS
from layout.model.edition import Edition
from layout.model.extent import reach
from layout.model.ink import BLACK
from layout.model.page import Part
from layout.model.text import Glyphs
from layout.platework import ink_on
from layout.preflight.check import check_file

ROOT = Path(__file__).parents[3]
SAMPLES = ("the-forme", "gauntlet")
LEVELS = {"newsprint": "4", "newsprint-x1a": "1a_2001"}
DPI = 100

needs_ghostscript = pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")


class Pressed(NamedTuple):
    name: str
    press: str
    built: Built


@pytest.fixture(scope="module", params=[(name, press) for name in SAMPLES for press in LEVELS], ids="-".join)
def pressed(request: pytest.FixtureRequest) -> Pressed:
    name, press = request.param
    manifest = ROOT / "issues" / name / "issue.yaml"
    return Pressed(name, press, build_issue(manifest, Edition.PRINT, lambda *_: None, press=press))


def test_its_own_preflight_finds_no_error(pressed: Pressed) -> None:
    findings = check_file(pressed.built.pdf, pressed.built.issue.press)
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []


@needs_qpdf
def test_qpdf_finds_no_error(pressed: Pressed, tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").write_bytes(pressed.built.pdf)
    done = subprocess.run(["qpdf", "--check", str(tmp_path / "issue.pdf")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pdf_oxide_finds_nothing_but_fonts_that_are_there(pressed: Pressed) -> None:
    """It looks for a composite font's program in the composite font itself; ISO 32000-1, 9.7.6.1 and table 121 have it in
    the descriptor of the descendant. So every font that it names must be one that has it there."""
    result = pdf_oxide.PdfDocument.from_bytes(pressed.built.pdf).validate_pdf_x(LEVELS[pressed.press])
    assert [error for error in result["errors"] if not error.startswith("[XFONT-001]")] == []
    for page in pypdf.PdfReader(io.BytesIO(pressed.built.pdf)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            descriptor = descendant.get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


class Plates(NamedTuple):
    """Ghostscript's plates of one page, cut to the trim, 0 for no ink."""

    page: int
    inks: dict[str, Image.Image]


def ghost_plates(built: Built, folder: Path) -> Iterator[Plates]:
    (folder / "issue.pdf").write_bytes(built.pdf)
    words = ["gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", f"-r{DPI}", "-sCompression=none",
             "-dGraphicsAlphaBits=4", "-dTextAlphaBits=4", "-sOutputFile=p%d.tif", "issue.pdf"]  # fmt: skip
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    for at, page in enumerate(built.drawn.pages, 1):
        left, right, foot = (
            round(edge * DPI / 914_400) for edge in (page.bleed, page.bleed + page.width, page.bleed + page.depth)
        )
        inks = {}
        for name in PROCESS:
            with Image.open(folder / f"p{at}({name}).tif") as image:
                inks[name] = image.convert("L").crop((left, left, right, foot)).point(lambda grey: 255 - grey)
        yield Plates(page.number, inks)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, tuple[Plates, ...]]:
    manifest = ROOT / "issues" / "the-forme" / "issue.yaml"
    built = build_issue(manifest, Edition.PRINT, lambda *_: None)
    return built, tuple(ghost_plates(built, tmp_path_factory.mktemp("plates")))


def share(image: Image.Image) -> float:
    """The mean ink of a plate in percent."""
    histogram = image.histogram()
    return sum(level * count for level, count in enumerate(histogram)) / sum(histogram) / 2.55


@needs_ghostscript
def test_ghostscript_and_our_own_plates_agree(sample: tuple[Built, tuple[Plates, ...]]) -> None:
    built, plates = sample
    for ours, theirs in zip(ink_on(built.issue.press, built.drawn), plates, strict=True):
        for name in PROCESS:
            assert abs(ours.plates[name] / 10 - share(theirs.inks[name])) <= 2, (ours.page, name)


@needs_ghostscript
def test_no_spot_has_more_ink_than_newsprint_takes(sample: tuple[Built, tuple[Plates, ...]]) -> None:
    for page in sample[1]:
        total = ImageMath.lambda_eval(lambda of: sum(of[name] for name in PROCESS), **page.inks)
        _, most = total.getextrema()
        assert 100 <= most / 2.55 <= 240, page.page


@needs_ghostscript
def test_type_is_on_the_black_plate_alone(sample: tuple[Built, tuple[Plates, ...]]) -> None:
    """Where body type stands on paper, the other plates are blank."""
    built, plates = sample
    checked = 0
    for page, shown in zip(built.drawn.pages, plates, strict=True):
        for placed in page.placed:
            paint = placed.paint
            if placed.part is Part.BODY and isinstance(paint, Glyphs) and paint.ink == BLACK:
                corners = (placed.x, placed.y - paint.size, placed.x + reach(paint), placed.y)
                box = tuple(round(edge * DPI / 914_400) for edge in corners)
                inks = [shown.inks[name].crop(box).getextrema()[1] for name in PROCESS]  # type: ignore[arg-type]
                assert inks[:3] == [0, 0, 0] and inks[3] > 100, (page.number, box)  # type: ignore[operator]
                checked += 1
    assert checked > 2_000


@needs_ghostscript
def test_pages_booked_in_black_are_black_alone(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "issues" / "the-forme", tmp_path / "issues" / "the-forme")
    manifest = tmp_path / "issues" / "the-forme" / "issue.yaml"
    booked = "press: {colour_pages: [1, n/2, n/2+1, 10, n]}"
    manifest.write_text(manifest.read_text("utf-8").replace("press: newsprint", booked), "utf-8")
    built = build_issue(manifest, Edition.PRINT, lambda *_: None, range(7, 13))
    grey = {
        page.page
        for page in ghost_plates(built, tmp_path)
        if all(page.inks[name].getextrema() == (0, 0) for name in PROCESS[:3])
    }
    assert grey == {7, 11, 12}  # an advertisement was booked in colour on page 10
