"""How commands tell findings: as their answer on standard output, or beside an answer that is the files they wrote."""

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from layout.cli.showing import say
from layout.diagnostics import ExitCode, Severity

if TYPE_CHECKING:
    from layout.report.account import Account


_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where GitHub Actions and GitLab CI say what folder they have checked out."""


def answer_findings(account: "Account", form: str, threshold: Severity) -> int:
    """The answer of a command that checks, as one of `report.FORMATS`; gives the exit code. What only programs read is
    summed up for people on standard error."""
    from layout.cli.explain import meanings
    from layout.report import FORMATS
    from layout.report.text import summary

    account = replace(account, meanings=meanings(account.findings))
    click.echo(FORMATS[form](account, _base(form)), nl=False)
    if form != "text":
        say(summary(account))
    return ExitCode.FINDINGS if account.reaches(threshold) else ExitCode.CLEAN


def answer_trouble(error: Exception, form: str, root: Path) -> int:
    """The same where the input cannot be used at all, so that a CI is shown that as well.

    Raises:
        Exception: `error` itself, if the input is not to blame.
    """
    from layout.cli.trouble import findings_of
    from layout.report.account import Account

    findings = findings_of(error)
    if not findings:
        raise error
    answer_findings(Account(root, findings), form, Severity.ERROR)
    return ExitCode.UNUSABLE_INPUT


def _base(form: str) -> Path:
    """The folder at which file names start: for a CI's reports its checkout, wherever in it the command ran."""
    checkout = next((os.environ[name] for name in _CHECKOUTS if os.environ.get(name)), "")
    return Path(checkout) if checkout and form != "text" else Path.cwd()


def tell_findings(account: "Account") -> int:
    """What was found while files were made, on standard error; gives the exit code."""
    from layout.report.text import text_report

    click.echo(text_report(account, Path.cwd()), nl=False, err=True)
    return ExitCode.FINDINGS if account.reaches(Severity.ERROR) else ExitCode.CLEAN
