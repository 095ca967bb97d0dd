"""Findings as GitHub Actions' workflow commands, which show them beside the lines of a change.

Takes an account, gives one command a finding. Source: GitHub Docs, "Workflow commands for GitHub Actions" (setting an
error, warning or notice message), and actions/toolkit's escaping of `%`, line ends, and in properties `:` and `,`.
"""

from pathlib import Path

from layout.diagnostics import Finding, Severity
from layout.report.account import Account
from layout.report.findings import path_from

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def github_report(account: Account, base: Path) -> str:
    """The account as workflow commands; nothing where nothing was found."""
    return "".join(_command(finding, base) for finding in account.findings)


def _command(finding: Finding, base: Path) -> str:
    properties = {"title": finding.code}
    if finding.span:
        file, line, column = path_from(base, finding.span.path), finding.span.line, max(1, finding.span.column)
        properties = {"file": file, "line": str(line), "col": str(column), **properties}
    told = ",".join(f"{name}={words.translate(_PROPERTY)}" for name, words in properties.items())
    page = f" (page {finding.place.page})" if finding.place else ""
    words = f"{finding.message}{page}" + (f"\n{finding.hint}" if finding.hint else "")
    return f"::{_COMMANDS[finding.severity]} {told}::{words.translate(_DATA)}\n"
