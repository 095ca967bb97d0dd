"""Good files: a small issue with pictures, built by the program for each PDF/X, from which mutants are made."""

import functools
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw

from layout.build import build_issue
from layout.manifest.press import read_press
from layout.manifest.workspace import shipped
from layout.model.edition import Edition
from layout.model.press import Press
from layout.report.write import write_files

X4, X1A = "newsprint", "newsprint-x1a"
_PAGES = 4
_ISSUE = """\
layout: 1
publication: The Proof
date: 2026-11-22
style: leaflet
press: {press}
pages: {pages}
pictures:
  - {{id: harbour, file: harbour.jpg, cutline: The harbour}}
  - {{id: chart, file: chart.png, cutline: The chart}}
articles:
{articles}
dummy:
{dummy}
"""
_STYLE = "layout: 1\nextends: tabloid\npage: {width: 210mm, depth: 297mm}\n"
_STORY = "The boat leaves on the hour from the quay, and nobody is late for it twice. " * 6 + "\n\n"


@functools.cache
def press_of(name: str) -> Press:
    return read_press(name, (shipped("styles"),))


@functools.cache
def good(press: str) -> bytes:
    """Four pages of A4 in the shipped house style, a photograph on the second and a drawing on the third."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_files(folder, {path: text.encode() for path, text in _files(press).items()})
        _draw_pictures(folder)
        return build_issue(folder / "issue.yaml", Edition.PRINT, lambda *_: None).pdf


def _files(press: str) -> dict[str, str]:
    numbers = range(1, _PAGES + 1)
    shown = {2: ", pictures: [harbour]", 3: ", pictures: [chart]"}
    articles = "\n".join(f"  - {{slug: s{n}, story: s{n}.md{shown.get(n, '')}}}" for n in numbers)
    slot = "{{article: s{n}, columns: 1-12, rows: 1-50, legs: 3}}"
    dummy = "\n".join(f"  - {{page: {n}, slots: [{slot.replace('{n}', str(n))[1:-1]}]}}" for n in numbers)
    stories = {f"s{n}.md": f"---\nheadline: Boats on page {n}\n---\n{_STORY * 6}" for n in numbers}
    issue = _ISSUE.format(press=press, pages=_PAGES, articles=articles, dummy=dummy)
    return {"issue.yaml": issue, "styles/leaflet.yaml": _STYLE, **stories}


def _draw_pictures(folder: Path) -> None:
    photograph = Image.merge(
        "RGB", [Image.linear_gradient("L").rotate(turn).resize((900, 600)) for turn in (0, 90, 180)]
    )
    photograph.save(folder / "harbour.jpg")
    drawing = Image.new("1", (2400, 1600), 1)
    ImageDraw.Draw(drawing).ellipse((100, 100, 2300, 1500), outline=0, width=40)
    drawing.save(folder / "chart.png")
