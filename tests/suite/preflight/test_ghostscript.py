"""Ink as Ghostscript renders it: measured once for each file."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from layout.preflight.ghostscript import coverage_of

PROGRAM = shutil.which("gs") or ""
pytestmark = pytest.mark.skipif(not PROGRAM, reason="Ghostscript is not installed")


def ground(*amounts: float) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(200, 200))
    for amount in amounts:
        canvas.setFillColorCMYK(0, amount, 0, 0)
        canvas.rect(0, 0, 200, 200, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_file_is_rendered_once_and_another_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAYOUT_CACHE", str(tmp_path))
    file, other = ground(0.4, 0.8), ground(0.4, 0.6)
    measured = coverage_of(file, PROGRAM)
    assert [(one.page, round(one.plates["Magenta"], -1), one.where.page) for one in measured] == [
        (1, 400, 1),
        (2, 800, 2),
    ]
    monkeypatch.setattr(subprocess, "run", None)
    assert coverage_of(file, PROGRAM) == measured
    with pytest.raises(TypeError):
        coverage_of(other, PROGRAM)


def test_what_could_not_be_rendered_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAYOUT_CACHE", str(tmp_path))
    assert coverage_of(ground(0.4), shutil.which("false") or "") == ()
    assert not list(tmp_path.iterdir())
