"""Findings as SARIF 2.1.0, for code scanning.

Takes an account, gives JSON. Files are named as seen from the folder that the command ran in, as scanners expect of a
checkout. Source: OASIS, Static Analysis Results Interchange Format 2.1.0 (27 March 2020), 3.13 to 3.52.
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from layout import __version__
from layout.diagnostics import Finding, Severity
from layout.report.account import Account
from layout.report.baseline import fingerprint
from layout.report.findings import path_from

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif_report(account: Account, base: Path) -> str:
    """The account as a SARIF log of one run."""
    codes = sorted({finding.code for finding in account.findings})
    driver = {
        "name": "layout",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code, account.meanings.get(code, "")) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes, account.root, base) for finding in account.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str, meaning: str) -> dict[str, Any]:
    if not meaning:
        return {"id": code}
    first = " ".join(meaning.split("\n\n", maxsplit=1)[0].removeprefix("What:").split())
    return {"id": code, "shortDescription": {"text": first}, "help": {"text": meaning}}


def _result(finding: Finding, codes: list[str], root: Path, base: Path) -> dict[str, Any]:
    words = f"{finding.message}. {finding.hint[:1].upper()}{finding.hint[1:]}." if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": words},
        "partialFingerprints": {"layout/v1": fingerprint(finding, root)},
    }
    if finding.span is not None:
        span = finding.span
        region = {"startLine": span.line, "startColumn": max(1, span.column)}
        artifact = {"uri": quote(path_from(base, span.path))}
        result["locations"] = [{"physicalLocation": {"artifactLocation": artifact, "region": region}}]
    return result
