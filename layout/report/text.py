"""Findings as text for people: one line each, the remedy below it, the gravest last, next to the count.

The first line has the form that editors and terminals turn into a link: `file:line:column: severity CODE message`.
"""

from collections.abc import Iterator
from pathlib import Path

from layout.diagnostics import Finding, Severity, counted
from layout.report.account import Account
from layout.report.findings import path_from
from layout.units import to_mm


def text_report(account: Account, base: Path) -> str:
    """The account as text; paths are told as seen from the folder `base`."""
    findings = [finding for severity in Severity for finding in account.findings if finding.severity is severity]
    lines = [line for finding in findings for line in _lines(finding, base)]
    return "\n".join((*lines, summary(account))) + "\n"


def summary(account: Account) -> str:
    """How many pages and findings there are, in one line."""
    counts = [
        counted(account.count(severity), severity.value) for severity in reversed(Severity) if account.count(severity)
    ]
    found = ", ".join(counts) or ("nothing new" if account.known else "nothing to complain of")
    if account.known:
        found += f"; {counted(account.known, 'finding')} as in the baseline"
    return f"{counted(account.pages, 'page')}: {found}" if account.issue else f"cannot be built: {found}"


def _lines(finding: Finding, base: Path) -> Iterator[str]:
    where = ""
    if finding.span:
        where = f"{path_from(base, finding.span.path)}:{finding.span.line}:{finding.span.column}: "
    page = ""
    if finding.place:
        page = f" (page {finding.place.page}"
        if finding.place.width:
            page += f", {to_mm(finding.place.x):.0f} mm from the left, {to_mm(finding.place.y):.0f} mm down"
        page += ")"
    yield f"{where}{finding.severity.value} {finding.code} {finding.message}{page}"
    if finding.hint:
        yield f"    {finding.hint}"
