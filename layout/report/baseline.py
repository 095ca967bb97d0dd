"""Which findings are new since an earlier report.

Takes an earlier `findings.json`, gives what it tells; of findings, gives those that it does not tell. What a finding is about makes it
the same: its code, file, story and words. Its lines, pages and figures may change with every word that is written.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from layout.diagnostics import Finding
from layout.report.findings import path_from

_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


def read_baseline(earlier: bytes) -> Counter[str]:
    """How often an earlier report tells each finding, by fingerprint.

    Raises:
        ValueError: `earlier` is no `findings.json`.
    """
    try:
        told = json.loads(earlier)["findings"]
        return Counter(_print(one["code"], one["file"], one["story"], one["message"]) for one in told)
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError("this is no findings.json") from error


def new_findings(findings: Iterable[Finding], root: Path, baseline: Counter[str]) -> tuple[Finding, ...]:
    """The findings that are not in an earlier report; of several alike, those that are more than there were."""
    known, new = baseline.copy(), []
    for finding in findings:
        mark = fingerprint(finding, root)
        if known[mark] > 0:
            known[mark] -= 1
        else:
            new.append(finding)
    return tuple(new)


def fingerprint(finding: Finding, root: Path) -> str:
    """What a finding is about, in 16 hexadecimal digits; files count from `root`."""
    file = path_from(root, finding.span.path) if finding.span else None
    return _print(finding.code, file, finding.story, finding.message)


def _print(code: str, file: str | None, story: str | None, message: str) -> str:
    about = json.dumps([code, file, story, _FIGURES.sub("0", message)])
    return hashlib.sha256(about.encode()).hexdigest()[:16]
