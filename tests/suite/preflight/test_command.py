"""`layout preflight` as it is typed, and the ink that Ghostscript measures."""

import json
import shutil
from pathlib import Path

import pytest

from layout.build import preflight_pdf
from layout.cli import run
from layout.diagnostics import ExitCode, Place
from layout.model.coverage import Coverage
from layout.preflight.check import check_file

from .draft import Draft
from .good import X4, good, press_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.pdf").write_bytes(good(X4))
    draft = Draft(good(X4))
    draft.paint("1.2 0 0 1.2 100 60 cm /X Do", XObject={"X": draft.image()})
    (tmp_path / "bad.pdf").write_bytes(draft.written())
    (tmp_path / "no.pdf").write_bytes(b"no PDF")
    return tmp_path


def test_how_it_ends(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preflight", "good.pdf"]) == ExitCode.CLEAN
    assert capsys.readouterr().out == "4 pages: nothing to complain of\n"
    assert run(["preflight", "bad.pdf", "--format", "json"]) == ExitCode.FINDINGS
    said = json.loads(capsys.readouterr().out)
    (finding,) = said["findings"]
    assert (said["pages"], finding["code"], finding["page"], finding["severity"]) == (4, "I204", 4, "error")
    assert "60 pixels an inch; 100 are wanted" in finding["message"]
    assert finding["rect_mm"] == pytest.approx([32.28, 278.41, 0.42, 0.42], abs=0.01)
    assert run(["preflight", "good.pdf", "--press", "newsprint-x1a"]) == ExitCode.FINDINGS
    capsys.readouterr()
    for form in ("text", "github"):
        assert run(["preflight", "no.pdf", "--format", form]) == ExitCode.UNUSABLE_INPUT
        assert "no.pdf cannot be read: it does not begin as a PDF does" in capsys.readouterr().out
    assert run(["preflight", "good.pdf", "--press", "none", "--format", "json"]) == ExitCode.UNUSABLE_INPUT
    assert 'there is no press profile "none"' in capsys.readouterr().err


def test_an_ordinary_pdf_is_first_told_that_it_is_no_pdf_x(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("office.pdf", invariant=1)
    canvas.drawString(100, 100, "Minutes of the meeting")
    canvas.save()
    assert run(["preflight", "office.pdf"]) == ExitCode.FINDINGS
    said = capsys.readouterr().out
    assert said.splitlines()[:2] == [
        "error X105 this is no PDF/X file: neither its document information nor its XMP metadata says so",
        "    export it as PDF/X-4 for CGATS TR 002; most else follows from that",
    ]
    assert said.count("X105") == 1


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")
def test_ink_is_measured_where_it_lies(folder: Path) -> None:
    """Two overprinting areas, each within the limit, are over it together; the picture's ink counts as well."""
    draft = Draft(good(X4))
    draft.paint("/GO gs .9 .9 0 0 k 100 60 80 60 re f 0 0 .9 .5 k 100 60 80 60 re f")
    checked = preflight_pdf(draft.written(), press_of(X4))
    assert not isinstance(checked, str)
    ((finding,), pages) = checked
    assert (finding.code, pages) == ("I203", 4)
    assert "320 % ink; the press takes 240 %" in finding.message
    assert finding.place is not None and finding.place.page == 4


@pytest.mark.parametrize(("partial", "told"), [(False, 0), (True, 1)])
def test_ink_that_could_not_be_measured_is_added_up(partial: bool, told: int) -> None:  # noqa: FBT001
    draft = Draft(good(X4))
    draft.paint("/GK gs 1 .9 .8 .5 k 100 60 80 40 re f")
    measured = tuple(Coverage(page, {}, 0, Place(page), partial) for page in range(1, 5))
    found = check_file(draft.written(), press_of(X4), lambda: measured)
    assert [finding.message for finding in found] == ["320 % ink; the press takes 240 %"] * told
