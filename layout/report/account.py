"""What there is to report about an issue, whether it could be made up or not."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType

from layout.diagnostics import Finding, Severity
from layout.model.issue import Issue
from layout.model.page import Pages, StoryFit
from layout.record import record


@record
class Account:
    """`issue` is its date, or None where the input could not be built; paths are told from `root`. `meanings` are what the
    findings' codes mean, `known` is how many findings are left out because an earlier report tells them."""

    root: Path
    findings: tuple[Finding, ...]
    issue: str | None = None
    pages: int = 0
    stories: tuple[StoryFit, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    known: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def reaches(self, threshold: Severity) -> bool:
        """Whether any finding is at least as grave as `threshold`."""
        return any(finding.severity.reaches(threshold) for finding in self.findings)


def account_of(issue: Issue, pages: Pages, findings: tuple[Finding, ...]) -> Account:
    """The account of an issue that was made up."""
    return Account(issue.root, findings, issue.date.isoformat(), len(pages.pages), pages.stories)
