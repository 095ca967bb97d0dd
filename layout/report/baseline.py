"""Which findings are new since an earlier report.

Takes an earlier `findings.json`, gives what it tells; of findings, gives those that it does not tell. What a finding is about makes it
the same: its code, file, story and words. Its lines, pages and figures may change with every word that is written; but a
story that is overset by more lines than it was is told again.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from layout.diagnostics import Finding
from layout.model.page import StoryFit
from layout.record import record
from layout.report.findings import path_from

_OVERSET = "P101"
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


@record
class Baseline:
    """What an earlier report tells: how often each finding, by fingerprint, and the overset lines of stories."""

    told: Counter[str]
    overset: Mapping[str, int]


def read_baseline(earlier: bytes) -> Baseline:
    """An earlier report.

    Raises:
        ValueError: `earlier` is no `findings.json`.
    """
    try:
        report = json.loads(earlier)
        told = Counter(_print(one["code"], one["file"], one["story"], one["message"]) for one in report["findings"])
        return Baseline(told, {str(story["slug"]): int(story["overset_lines"]) for story in report["stories"]})
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError("this is no findings.json") from error


def new_findings(
    findings: Iterable[Finding], stories: Iterable[StoryFit], root: Path, baseline: Baseline
) -> tuple[Finding, ...]:
    """The findings that are not in an earlier report, or have grown since; of several alike, those that are more than there
    were."""
    known, new = baseline.told.copy(), []
    lines = {story.slug: story.overset_lines for story in stories}
    for finding in findings:
        mark = fingerprint(finding, root)
        was = baseline.overset.get(finding.story or "", 0)
        if known[mark] <= 0:
            new.append(finding)
        elif finding.code == _OVERSET and lines.get(finding.story or "", 0) > was:
            new.append(replace(finding, message=f"{finding.message}; it was {was} line{'s' * (was != 1)}"))
        known[mark] -= 1
    return tuple(new)


def fingerprint(finding: Finding, root: Path) -> str:
    """What a finding is about, in 16 hexadecimal digits; files count from `root`."""
    file = path_from(root, finding.span.path) if finding.span else None
    return _print(finding.code, file, finding.story, finding.message)


def _print(code: str, file: str | None, story: str | None, message: str) -> str:
    about = json.dumps([code, file, story, _FIGURES.sub("0", message)])
    return hashlib.sha256(about.encode()).hexdigest()[:16]
