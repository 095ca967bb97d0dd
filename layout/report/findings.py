"""Findings as JSON: `findings.json` and `layout check --format json`, in the shape of `FindingsReport`.

Rectangles are x, y, width, depth from the top left corner of the page; file names start at the workspace.
"""

import json
from dataclasses import asdict
from pathlib import Path

from layout import __version__
from layout.diagnostics import Finding, Place
from layout.model.findings_report import FindingsReport, ToldFinding, ToldStory
from layout.model.page import StoryFit
from layout.report.account import Account
from layout.units import to_mm


def json_report(account: Account, base: Path) -> str:
    """The account as JSON; `base` does not matter, so that two machines say the same."""
    del base
    told = FindingsReport(
        __version__,
        account.issue,
        account.pages,
        tuple(_finding(finding, account.root) for finding in account.findings),
        tuple(_story(story) for story in account.stories),
    )
    return json.dumps(asdict(told), ensure_ascii=False, indent=1, default=lambda choice: choice.value) + "\n"


def _finding(finding: Finding, root: Path) -> ToldFinding:
    span, place = finding.span, finding.place
    return ToldFinding(
        finding.code,
        finding.severity,
        finding.message,
        finding.hint,
        path_from(root, span.path) if span else None,
        span.line if span else None,
        span.column if span else None,
        place.page if place else None,
        _rectangle(place) if place and place.width else None,
        finding.story,
    )


def _rectangle(place: Place) -> tuple[float, float, float, float]:
    x, y, width, depth = (round(to_mm(v), 2) for v in (place.x, place.y, place.width, place.depth))
    return x, y, width, depth


def _story(story: StoryFit) -> ToldStory:
    return ToldStory(
        story.slug, story.pages, story.words, story.lines, story.overset_lines, story.overset_words, story.fit
    )


def path_from(base: Path, path: Path) -> str:
    """A path as seen from a folder; absolute where it is not inside."""
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()
