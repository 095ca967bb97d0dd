"""Findings as JSON: the shape of `findings.json` and of `layout check --format json`.

`findings.schema.json` beside this file is its JSON Schema. Lengths are millimetres, rectangles x, y, width, depth from
the top left corner of the page; file names start at the workspace.
"""

import json
from pathlib import Path
from typing import Any

from layout import __version__
from layout.diagnostics import Finding
from layout.model.page import StoryFit
from layout.report.account import Account
from layout.units import to_mm

SCHEMA = Path(__file__).with_name("findings.schema.json")


def json_report(account: Account, base: Path) -> str:
    """The account as JSON; `base` does not matter, so that two machines say the same."""
    del base
    written = {
        "layout": __version__,
        "issue": account.issue,
        "pages": account.pages,
        "findings": [_finding(finding, account.root) for finding in account.findings],
        "stories": [_story(story) for story in account.stories],
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _finding(finding: Finding, root: Path) -> dict[str, Any]:
    span, place = finding.span, finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "file": path_from(root, span.path) if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "page": place.page if place else None,
        "rect_mm": [round(to_mm(v), 2) for v in (place.x, place.y, place.width, place.depth)]
        if place and place.width
        else None,
        "story": finding.story,
    }


def _story(story: StoryFit) -> dict[str, Any]:
    return {
        "slug": story.slug,
        "pages": story.pages,
        "words": story.words,
        "lines": story.lines,
        "overset_lines": story.overset_lines,
        "overset_words": story.overset_words,
        "fit": story.fit,
    }


def path_from(base: Path, path: Path) -> str:
    """A path as seen from a folder; absolute where it is not inside."""
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()
