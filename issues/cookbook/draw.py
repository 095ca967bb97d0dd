"""Shows the cookbook's examples: their pages as `shown.png`, their manifests in README.md, each from its own file.

python issues/cookbook/draw.py
"""

import re
from pathlib import Path

from PIL import Image

from layout.build import build_issue
from layout.model.edition import Edition
from layout.report.rendering import open_pdf, render, trimmed

HERE = Path(__file__).parent
README = HERE / "README.md"
SHOWN = {
    "story": (1,),
    "front-page": (1,),
    "section-front": (1,),
    "centre-spread": (2, 3),
    "back-page-jump": (3, 4),
    "runs-and-slots": (1, 2, 3),
    "short-stories": (1,),
    "dogleg": (1, 2),
    "boxes": (1,),
    "picture-grid": (1,),
    "slogans": (1,),
    "shorter-headlines": (1,),
    "contents": (1, 2),
    "ad-stack": (1,),
}
"""Examples in the order of the README, with the pages that are shown."""

BLOCK = re.compile(r"^```yaml ([\w-]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WIDTHS, _GAP, _COLOURS = (264, 206, 160), 8, 28  # so that one, two or three pages take 20 KiB at most


def built(name):
    """The example, built as its reader would."""
    return build_issue(HERE / name / "issue.yaml", Edition.PRINT, lambda *_: None)


def page_pictures(name, built):
    """The example's shown pages side by side, reduced."""
    document = open_pdf(built.pdf)
    pages = [trimmed(document, number - 1, render(document, number - 1)) for number in SHOWN[name]]
    width = _WIDTHS[len(pages) - 1]
    depth = round(width * pages[0].height / pages[0].width)
    sheet = Image.new("RGB", (len(pages) * (width + _GAP) + _GAP, depth + 2 * _GAP), (208, 208, 208))
    for at, page in enumerate(pages):
        sheet.paste(page.resize((width, depth), Image.Resampling.LANCZOS), (_GAP + at * (width + _GAP), _GAP))
    return sheet


def with_manifests(text):
    """The README with each example's manifest as it is, but for the line that tells text editors of its schema."""
    return BLOCK.sub(lambda block: f"```yaml {block[1]}\n{manifest_of(block[1])}```", text)


def manifest_of(example):
    line, _, manifest = (HERE / example / "issue.yaml").read_text("utf-8").partition("\n")
    assert line.startswith("# yaml-language-server:")
    return manifest


if __name__ == "__main__":
    README.write_text(with_manifests(README.read_text("utf-8")), "utf-8")
    for example in SHOWN:
        reduced = page_pictures(example, built(example)).quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        reduced.save(HERE / example / "shown.png", optimize=True)
