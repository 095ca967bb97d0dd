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


def write_sources(folder: Path, text: list[str]) -> None:
    """The text in each program's own language."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "text.txt").write_text("\n\n".join(text), "utf-8")
    (folder / "typst.typ").write_text(_typst(text), "utf-8")
    (folder / "weasyprint.html").write_text(_html(text), "utf-8")
    issue = folder / "issues" / "bench"
    issue.mkdir(parents=True, exist_ok=True)
    (folder / "styles").mkdir(exist_ok=True)
    (folder / "styles" / "bench.yaml").write_text(_STYLE, "utf-8")
    (issue / "issue.yaml").write_text(_MANIFEST, "utf-8")
    (issue / "text.md").write_text("\n\n".join(text), "utf-8")


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
    style = ParagraphStyle(
        "body", fontName=FAMILY, fontSize=SIZE_PT, leading=LEADING_PT, firstLineIndent=INDENT_PT, alignment=4,
        hyphenationLang="en_US", hyphenationMinWordLength=5, embeddedHyphenation=1, uriWasteReduce=0,
    )  # fmt: skip
    depth = (PAGE_MM[1] - 2 * MARGIN_MM) * mm
    frames = [
        Frame((MARGIN_MM + leg * (MEASURE_MM + ALLEY_MM)) * mm, MARGIN_MM * mm, MEASURE_MM * mm, depth, 0, 0, 0, 0)
        for leg in range(LEGS)
    ]
    document = BaseDocTemplate(str(folder / "platypus.pdf"), pagesize=(PAGE_MM[0] * mm, PAGE_MM[1] * mm))
    document.addPageTemplates([PageTemplate("page", frames)])
    text = (folder / "text.txt").read_text("utf-8").split("\n\n")
    document.build([Paragraph(part.replace("&", "&amp;"), style) for part in text])


def _typst(text: list[str]) -> str:
    escaped = (part.replace("\\", "\\\\").replace("#", "\\#").replace("$", "\\$").replace("@", "\\@") for part in text)
    return (
        f"#set page(width: {PAGE_MM[0]}mm, height: {PAGE_MM[1]}mm, margin: {MARGIN_MM}mm, columns: {LEGS})\n"
        f"#set columns(gutter: {ALLEY_MM}mm)\n"
        f'#set text(font: "{FAMILY}", size: {SIZE_PT}pt, lang: "en", region: "US", hyphenate: true)\n'
        f'#set par(justify: true, linebreaks: "optimized", leading: {LEADING_PT}pt - 0.7em, spacing: '
        f"{LEADING_PT}pt - 0.7em, first-line-indent: {INDENT_PT}pt)\n\n" + "\n\n".join(escaped)
    )


def _html(text: list[str]) -> str:
    body = "".join(f"<p>{part.replace('&', '&amp;').replace('<', '&lt;')}</p>" for part in text)
    face = (fonts() / "PT_Serif-Web-Regular.ttf").as_uri()
    return (
        '<html lang="en-US"><meta charset="utf-8"><style>'
        f'@font-face {{ font-family: "Bench"; src: url("{face}") }}'
        f"@page {{ size: {PAGE_MM[0]}mm {PAGE_MM[1]}mm; margin: {MARGIN_MM}mm }}"
        f"body {{ margin: 0; columns: {LEGS}; column-gap: {ALLEY_MM}mm; column-fill: auto; "
        f'font: {SIZE_PT}pt/{LEADING_PT}pt "Bench"; text-align: justify; hyphens: auto }}'
        f"p {{ margin: 0; text-indent: {INDENT_PT}pt }}</style><body>{body}"
    )


_MANIFEST = """layout: 1
publication: Bench
date: 2026-11-22
language: en-US
style: bench
articles:
  - {story: text.md, columns: 4}
"""

_STYLE = f"""layout: 1
extends: tabloid
page:
  margins: {{top: 12.3mm, foot: 12.3mm, inside: 12.3mm, outside: 12.3mm}}
  bleed: 0mm
  alley: {ALLEY_MM}mm
  leading: {LEADING_PT}pt
text:
  body: {{family: {FAMILY}, size: {SIZE_PT}pt, leading: {LEADING_PT}pt, indent: {INDENT_PT}pt}}
  lede: {{like: body, drop-cap: {{lines: 0, role: drop-cap, gap: 0pt}}}}
makeup: {{column-rule: 0pt}}
furniture: {{front: [], inside: [], back: []}}
"""


if __name__ == "__main__":
    {"typst": set_typst, "weasyprint": set_weasyprint, "platypus": set_platypus}[sys.argv[1]](Path(sys.argv[2]))
