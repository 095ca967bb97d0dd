"""`layout check`: what is wrong with an issue, for people and for machines."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from layout.cli.arguments import FAIL_ON, FORMAT, MANIFEST, workspace_of
from layout.cli.findings import answer_findings, answer_trouble
from layout.cli.showing import Showing
from layout.diagnostics import Finding, Severity, Span

if TYPE_CHECKING:
    from layout.build import Checked
    from layout.report.baseline import Baseline


@click.command()
@MANIFEST
@FORMAT
@FAIL_ON
@click.option("--pages", "count", type=click.IntRange(min=1), metavar="N",
              help="How many pages the issue must have, whatever the manifest says.")  # fmt: skip
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE",
              help="Tell only what is not in this earlier findings.json, or has grown.")  # fmt: skip
def check(manifest: Path, form: str, fail_on: str, count: int | None, baseline: Path | None) -> int:
    """Tell what is wrong with an issue, and write nothing.

    Tells the same as build does: stories that do not fit, loose lines, missing pieces and so on. Made for machines that
    check every change: the exit code says whether the issue may go to press. The answer is on standard output in the
    format asked for, also where the issue cannot be built.

    \b
    Examples:
      layout check issues/the-forme/issue.yaml
      layout check issues/the-forme/issue.yaml --fail-on warning --pages 16
      layout check issues/the-forme/issue.yaml --format json > findings.json
      layout check issues/the-forme/issue.yaml --baseline findings.json --format sarif
    """
    from layout.build import check_issue
    from layout.report.account import account_of
    from layout.report.baseline import new_findings

    known = _baseline(baseline) if baseline else None
    try:
        with Showing() as progress:
            made = check_issue(manifest, progress)
    except Exception as error:
        return answer_trouble(error, form, workspace_of(manifest).root)
    found = _counted(made, count, manifest)
    findings = found if known is None else new_findings(found, made.pages.stories, made.issue.root, known)
    account = replace(account_of(made.issue, made.pages, findings), known=len(found) - len(findings))
    return answer_findings(account, form, Severity(fail_on))


def _counted(made: "Checked", count: int | None, manifest: Path) -> tuple[Finding, ...]:
    """The findings with the page count held against `count`, if it is given, instead of the manifest's."""
    if count is None:
        return made.findings
    from layout.model.issue import PageCount
    from layout.preflight.rules import page_count

    others = tuple(finding for finding in made.findings if finding.code != page_count.CODE)
    wanted = PageCount(count, count, span=made.issue.pages.span or Span(manifest, 1))
    return (*others, *page_count.count_pages(made.pages, wanted, "`--pages`"))


def _baseline(path: Path) -> "Baseline":
    """What an earlier report tells, read before the pages are made."""
    from layout.report.baseline import read_baseline

    try:
        return read_baseline(path.read_bytes())
    except OSError as error:
        trouble = error.strerror or "cannot be read"
    except ValueError as error:
        trouble = str(error)
    raise click.ClickException(
        f"the baseline {path}: {trouble}; write one with: layout check MANIFEST --format json > {path.name}"
    )
