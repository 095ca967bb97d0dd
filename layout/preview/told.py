"""What the browser is told, as JSON: what is shown now, and the text of a page.

Rectangles are x, y, width and depth as parts of the page's width and depth, so that they hold at every zoom. Sources are
told twice: `file` as a person reads it, from the workspace, and `path` as a text editor opens it.
"""

from pathlib import Path
from typing import Any

from layout.diagnostics import Finding, Span
from layout.model.page import Page
from layout.preview.passages import passages
from layout.preview.shown import Shown
from layout.report.findings import path_from
from layout.units import to_mm


def told(shown: Shown, root: Path, since: int) -> dict[str, Any]:
    """What is shown; of the pages, those that changed after build number `since`."""
    paper = shown.paper
    leaves = paper.leaves if paper else ()
    sheets = {leaf.page.number: leaf.page for leaf in leaves}
    return {
        "serial": shown.serial,
        "title": paper.issue.publication if paper else "",
        "language": paper.issue.language if paper else "en",
        "count": len(leaves),
        "pages": [
            {
                "number": leaf.page.number,
                "version": leaf.version,
                "width_mm": round(to_mm(leaf.page.width), 3),
                "depth_mm": round(to_mm(leaf.page.depth), 3),
            }
            for leaf in leaves
            if leaf.version > since
        ],
        "findings": [_finding(finding, root, sheets) for finding in (paper.findings if paper else ())],
        "trouble": [_finding(finding, root, {}) for finding in shown.trouble],
    }


def told_text(page: Page, root: Path) -> list[dict[str, Any]]:
    """A page's passages."""
    return [
        {
            "words": one.words,
            "part": one.part.value,
            "rect": _rect(page, one.x, one.y, one.width, one.depth),
            **_source(one.span, root),
        }
        for one in passages(page)
    ]


def _finding(finding: Finding, root: Path, sheets: dict[int, Page]) -> dict[str, Any]:
    place = finding.place
    page = sheets.get(place.page) if place else None
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "page": place.page if place else None,
        "rect": _rect(page, place.x, place.y, place.width, place.depth) if page and place and place.width else None,
        **_source(finding.span, root),
    }


def _source(span: Span | None, root: Path) -> dict[str, Any]:
    if span is None:
        return {"file": None, "path": None, "line": None, "column": None}
    return {
        "file": path_from(root, span.path),
        "path": span.path.as_posix(),
        "line": span.line,
        "column": span.column,
    }


def _rect(page: Page, x: int, y: int, width: int, depth: int) -> list[float]:
    parts = (x / page.width, y / page.depth, width / page.width, depth / page.depth)
    return [round(part, 5) for part in parts]
