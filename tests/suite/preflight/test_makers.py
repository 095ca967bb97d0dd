"""PDFs of other programs: preflight tells what a printer would tell of them, and never fails."""

import importlib.util
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from layout.preflight.check import check_file

from .good import X4, good, press_of

UNASKED = {"X103", "X105", "X106", "X115"}
"""What none of them writes unasked: an output intent, what PDF/X it is, the boxes of a printed page, PDF 1.6."""


def wants(module: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(importlib.util.find_spec(module) is None, reason=f"{module} is not installed")


def codes(pdf: bytes) -> set[str]:
    return {finding.code for finding in check_file(pdf, press_of(X4))}


@wants("typst")
def test_typst(tmp_path: Path) -> None:
    import typst

    source = tmp_path / "page.typ"
    source.write_text("= Boats\n#lorem(90)\n#text(size: 4pt)[small]\n#line(length: 100%, stroke: 0.1pt)\n")
    assert codes(typst.compile(source)) >= {*UNASKED, "I201", "I206", "I208", "I209"}


@wants("weasyprint")
@pytest.mark.filterwarnings("ignore:HarfBuzz-Subset:DeprecationWarning")  # a library of the machine, not ours
def test_weasyprint(monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import ImageFile

    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", False)  # which WeasyPrint sets for the whole process
    import weasyprint

    page = "<style>@page{size:A4}hr{border:0;border-top:.1pt solid}</style><h1>Boats</h1><p>By the quay.<hr>"
    assert codes(weasyprint.HTML(string=page).write_pdf()) >= {*UNASKED - {"X106"}, "X108", "I201", "I208"}


@wants("cairocffi")
def test_cairo() -> None:
    import cairocffi

    file = io.BytesIO()
    surface = cairocffi.PDFSurface(file, 595, 842)
    context = cairocffi.Context(surface)
    context.set_source_rgba(1, 0, 0, 0.5)
    context.rectangle(0, 100, 300, 200)
    context.fill()
    context.set_source_rgb(0, 0, 0)
    context.move_to(100, 400)
    context.show_text("Boats")
    surface.finish()
    assert codes(file.getvalue()) >= {*UNASKED, "X108", "X111", "I201", "I214"}


@wants("reportlab")
def test_reportlab() -> None:
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(3, 100, "Boats")
    canvas.save()
    assert codes(file.getvalue()) >= {*UNASKED, "X107", "I201", "I215"}


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")
def test_ghostscript_makes_something_else_of_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(good(X4))
    words = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOutputFile=other.pdf", "good.pdf"]
    subprocess.run(words, cwd=tmp_path, check=True, timeout=120)
    assert codes((tmp_path / "other.pdf").read_bytes()) == {"X103", "X104", "X105", "X115"}
