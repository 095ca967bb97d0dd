"""The same text, measure, face and leading in each program's own language."""

import re
from html import escape
from pathlib import Path

from tests.bench.corpus import Story
from tests.bench.engines import (
    ABOVE_PT,
    ALLEY_MM,
    BELOW_PT,
    FAMILY,
    HEADING_LEADING_PT,
    HEADING_PT,
    INDENT_PT,
    LEADING_PT,
    LEGS,
    MARGIN_MM,
    PAGE_MM,
    SIZE_PT,
    fonts,
)


def write_sources(folder: Path, text: list[Story]) -> None:
    """The text in each program's own language."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "text.txt").write_text(_markdown(text), "utf-8")
    (folder / "typst.typ").write_text(_typst(text), "utf-8")
    (folder / "weasyprint.html").write_text(_html(text), "utf-8")
    issue = folder / "issues" / "bench"
    issue.mkdir(parents=True, exist_ok=True)
    (folder / "styles").mkdir(exist_ok=True)
    (folder / "styles" / "bench.yaml").write_text(_STYLE, "utf-8")
    (issue / "issue.yaml").write_text(_MANIFEST, "utf-8")
    (issue / "text.md").write_text(_markdown(text), "utf-8")


def _markdown(text: list[Story]) -> str:
    return "\n\n".join(part for story in text for part in (f"## {story.heading}", *story.paragraphs))


def _typst(text: list[Story]) -> str:
    parts = [part for story in text for part in (f"= {story.heading}", *map(_typst_escaped, story.paragraphs))]
    return (
        f"#set page(width: {PAGE_MM[0]}mm, height: {PAGE_MM[1]}mm, margin: {MARGIN_MM}mm, columns: {LEGS})\n"
        f"#set columns(gutter: {ALLEY_MM}mm)\n"
        f'#set text(font: "{FAMILY}", size: {SIZE_PT}pt, lang: "en", region: "US", hyphenate: true)\n'
        f'#set par(justify: true, linebreaks: "optimized", leading: {LEADING_PT}pt - 0.7em, spacing: '
        f"{LEADING_PT}pt - 0.7em, first-line-indent: (amount: {INDENT_PT}pt, all: true))\n"
        f'#show heading: set text(size: {HEADING_PT}pt, weight: "bold")\n'
        f"#show heading: set block(above: {ABOVE_PT}pt + {LEADING_PT}pt - 0.7em, "
        f"below: {BELOW_PT}pt + {LEADING_PT}pt - 0.7em)\n\n" + "\n\n".join(parts)
    )


def _typst_escaped(paragraph: str) -> str:
    return re.sub(r"([\\#$@<>*_`~\[\]])", r"\\\1", paragraph)


def _html(text: list[Story]) -> str:
    body = "".join(
        f"<h2>{escape(story.heading)}</h2>" + "".join(f"<p>{escape(part)}</p>" for part in story.paragraphs)
        for story in text
    )
    regular, bold = ((fonts() / f"PT_Serif-Web-{face}.ttf").as_uri() for face in ("Regular", "Bold"))
    return (
        '<html lang="en-US"><meta charset="utf-8"><style>'
        f'@font-face {{ font-family: "Bench"; src: url("{regular}") }}'
        f'@font-face {{ font-family: "Bench"; font-weight: bold; src: url("{bold}") }}'
        f"@page {{ size: {PAGE_MM[0]}mm {PAGE_MM[1]}mm; margin: {MARGIN_MM}mm }}"
        f"body {{ margin: 0; columns: {LEGS}; column-gap: {ALLEY_MM}mm; column-fill: auto; "
        f'font: {SIZE_PT}pt/{LEADING_PT}pt "Bench"; text-align: justify; hyphens: auto }}'
        f"h2 {{ font: bold {HEADING_PT}pt/{HEADING_LEADING_PT}pt Bench; margin: {ABOVE_PT}pt 0 {BELOW_PT}pt }}"
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
  first: {{like: body}}
  subhead: {{family: {FAMILY}, size: {HEADING_PT}pt, leading: {HEADING_LEADING_PT}pt, weight: 700, align: left}}
makeup: {{column-rule: 0pt}}
furniture: {{front: [], inside: [], back: []}}
"""
