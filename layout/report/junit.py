"""Findings as JUnit XML: a test case a finding, for CI that shows test results.

Takes an account, gives XML in the dialect that Jenkins, GitLab and others read (Jenkins' xunit plugin, junit-10.xsd).
Errors are failures; warnings and notes are cases that passed and say what was seen. An issue without findings is one case
that passed. There is no clock in it: times are nought.
"""

from html import escape
from pathlib import Path

from layout.diagnostics import Finding, Severity
from layout.report.account import Account
from layout.report.findings import path_from


def junit_report(account: Account, base: Path) -> str:
    """The account as one test suite."""
    cases = [_case(finding, base) for finding in account.findings] or [_opening("nothing to complain of", "") + "/>\n"]
    failures = account.count(Severity.ERROR)
    name = _attribute(f"layout {account.issue or 'input'}")
    counts = f'name={name} tests="{len(cases)}" failures="{failures}" errors="0" time="0"'
    suite = f' <testsuite {counts} skipped="0">\n{"".join(cases)} </testsuite>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n{suite}</testsuites>\n'


def _case(finding: Finding, base: Path) -> str:
    where = ""
    if finding.span:
        where = f"{path_from(base, finding.span.path)}:{finding.span.line}:{finding.span.column}"
    told = "\n".join(words for words in (where, _paper(finding), finding.hint) if words)
    opening = _opening(f"{finding.code} {finding.message}", where)
    if finding.severity is Severity.ERROR:
        kind, message = _attribute(finding.code), _attribute(finding.message)
        return f"{opening}>\n   <failure type={kind} message={message}>{_text(told)}</failure>\n  </testcase>\n"
    return f"{opening}>\n   <system-out>{_text(f'{finding.severity.value}: {told}')}</system-out>\n  </testcase>\n"


def _opening(name: str, where: str) -> str:
    place = where.rpartition(":")[0].rpartition(":")[0] or "issue"
    return f'  <testcase name={_attribute(name)} classname={_attribute(place)} time="0"'


def _paper(finding: Finding) -> str:
    return f"page {finding.place.page}" if finding.place else ""


def _text(words: str) -> str:
    return escape(_clean(words), quote=False)


def _attribute(words: str) -> str:
    from xml.sax.saxutils import quoteattr  # which imports all of the network's protocols

    return quoteattr(_clean(words))


def _clean(words: str) -> str:
    """Without what XML 1.0 cannot hold."""
    return "".join(
        c for c in words if c in "\t\n" or "\x20" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
