"""Where everything stands: `geometry.json`, for programs that check, compare or show pages.

Takes `Pages`, gives JSON, one line a paint. Lengths are EMU (36,000 to the millimetre), exact, from the top left corner
of the page. A paint is `[part, story, file, line, x, y, width, depth]`, and for text the baseline as well: `file` counts
in `files`, `story` and `file` may be null. The rectangle of text reaches from its x-height to its baseline.
"""

import json
from pathlib import Path
from typing import Any

from layout import __version__
from layout.model.extent import reach, x_height
from layout.model.page import Clip, Fill, Page, Pages, Picture, Placed, Rule
from layout.model.text import Glyphs
from layout.report.findings import path_from

_HEAD = ("part", "story", "file", "line", "x", "y", "width", "depth", "baseline")


def geometry_report(pages: Pages, root: Path) -> str:
    """All pages' geometry; file names are told from the folder `root`."""
    files: dict[Path, int] = {}
    made = [_page(page, files) for page in pages.pages]
    head = {
        "layout": __version__,
        "unit": "EMU",
        "paint": _HEAD,
        "files": [path_from(root, path) for path in files],
    }
    return json.dumps(head, ensure_ascii=False)[:-1] + ',"pages":[\n' + ",\n".join(made) + "\n]}\n"


def _page(page: Page, files: dict[Path, int]) -> str:
    head = {"number": page.number, "size": (page.width, page.depth), "live": page.live, "score": dict(page.score)}
    paints = [paint for placed in page.placed if (paint := _paint(placed, files)) is not None]
    # One call a page: the encoder's C loop is many times faster than a call a paint.
    written = json.dumps(paints, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(head, ensure_ascii=False)[:-1] + ',"placed":[\n' + written[1:-1].replace("],[", "],\n[") + "\n]}"


def _paint(placed: Placed, files: dict[Path, int]) -> tuple[Any, ...] | None:
    paint, span, x, y = placed.paint, placed.span, placed.x, placed.y
    file = line = None
    if span is not None:
        file, line = files.setdefault(span.path, len(files)), span.line
    source = (placed.part.value, placed.story, file, line)
    match paint:
        case Glyphs():
            depth = x_height(paint)
            return (*source, x, y - depth, reach(paint), depth, y)
        case Fill() | Picture() | Clip():
            return (*source, x, y, paint.width, paint.depth)
        case Rule():
            return (*source, min(x, x + paint.dx), min(y, y + paint.dy), abs(paint.dx), abs(paint.dy))
    return None
