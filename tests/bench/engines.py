"""The four programs, given the same paragraphs, measure, face and leading.

Run as `python -m tests.bench.engines NAME FOLDER`: sets FOLDER/text.txt into FOLDER/NAME.pdf, as a process of its own, so
that start-up counts. What an engine needs is imported by it alone.
"""

import importlib.util
import sys
from pathlib import Path

PAGE_MM = (289.0, 380.0)
MARGIN_MM, MEASURE_MM, ALLEY_MM, LEGS = 12.3, 61.6, 6.0, 4
SIZE_PT, LEADING_PT, INDENT_PT = 9.2, 11.0, 9.0
HEADING_PT, HEADING_LEADING_PT, ABOVE_PT, BELOW_PT = 11.0, 13.0, 6.0, 2.0
FAMILY, PACKAGE = "PT Serif", "fontpkg_pt_serif"
NAMES = ("ours", "typst", "weasyprint", "platypus")


def fonts() -> Path:
    """The folder of the face's files."""
    found = importlib.util.find_spec(PACKAGE)
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "files"


def command(name: str, folder: Path) -> list[str]:
    """What is timed: one cold process."""
    if name == "ours":
        manifest = folder / "issues" / "bench" / "issue.yaml"
        return [sys.executable, "-m", "layout", "build", str(manifest), "-o", str(folder)]
    return [sys.executable, "-m", "tests.bench.engines", name, str(folder)]


def set_typst(folder: Path) -> None:
    import typst

    made = typst.compile(str(folder / "typst.typ"), font_paths=[str(fonts())], ignore_system_fonts=True)
    (folder / "typst.pdf").write_bytes(made)


def set_weasyprint(folder: Path) -> None:
    import weasyprint

    weasyprint.HTML(filename=str(folder / "weasyprint.html")).write_pdf(folder / "weasyprint.pdf")


def set_platypus(folder: Path) -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    registerFont(TTFont(FAMILY, str(fonts() / "PT_Serif-Web-Regular.ttf")))
    registerFont(TTFont(f"{FAMILY} Bold", str(fonts() / "PT_Serif-Web-Bold.ttf")))
    style = ParagraphStyle(
        "body", fontName=FAMILY, fontSize=SIZE_PT, leading=LEADING_PT, firstLineIndent=INDENT_PT, alignment=4,
        hyphenationLang="en_US", hyphenationMinWordLength=5, embeddedHyphenation=1, uriWasteReduce=0,
    )  # fmt: skip
    heading = ParagraphStyle(
        "heading", fontName=f"{FAMILY} Bold", fontSize=HEADING_PT, leading=HEADING_LEADING_PT, spaceBefore=ABOVE_PT,
        spaceAfter=BELOW_PT, keepWithNext=1,
    )  # fmt: skip
    depth = (PAGE_MM[1] - 2 * MARGIN_MM) * mm
    frames = [
        Frame((MARGIN_MM + leg * (MEASURE_MM + ALLEY_MM)) * mm, MARGIN_MM * mm, MEASURE_MM * mm, depth, 0, 0, 0, 0)
        for leg in range(LEGS)
    ]
    document = BaseDocTemplate(str(folder / "platypus.pdf"), pagesize=(PAGE_MM[0] * mm, PAGE_MM[1] * mm))
    document.addPageTemplates([PageTemplate("page", frames)])
    text = (folder / "text.txt").read_text("utf-8").split("\n\n")
    document.build(
        [
            Paragraph(part.removeprefix("## ").replace("&", "&amp;"), heading if part[0] == "#" else style)
            for part in text
        ]
    )


if __name__ == "__main__":
    {"typst": set_typst, "weasyprint": set_weasyprint, "platypus": set_platypus}[sys.argv[1]](Path(sys.argv[2]))
