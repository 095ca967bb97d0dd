"""What is said when a command cannot go on, and its exit code."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path

import click

from layout import __version__
from layout.cli.showing import say
from layout.diagnostics import ExitCode, Finding, Severity, Span, UnusableInput


def unusable(findings: tuple[Finding, ...]) -> int:
    """Input that cannot be built: all that is wrong with it."""
    from layout.report.account import Account
    from layout.report.text import text_report

    base = Path.cwd()
    click.echo(text_report(Account(base, findings), base), nl=False, err=True)
    return ExitCode.UNUSABLE_INPUT


def findings_of(error: Exception) -> tuple[Finding, ...]:
    """What is wrong with the input, where that is why a command that only reads could not go on; else nothing."""
    if isinstance(error, UnusableInput):
        return error.findings
    if isinstance(error, OSError) and error.filename:
        path = Path(error.filename)
        told = f"{path.name} cannot be read: {error.strerror}"
        return (Finding("M001", Severity.ERROR, told, _remedy(error), Span(path, 1)),)
    font = _font_trouble(error)
    return (Finding("M039", Severity.ERROR, font),) if font else ()


def unreachable(error: OSError) -> int:
    """A file or folder that cannot be had."""
    say(f"error: {_named(error)}")
    say(f"    {_remedy(error)}")
    return ExitCode.UNUSABLE_INPUT


def fault(error: Exception, words: Sequence[str]) -> int:
    """Anything else: a missing font, or a fault of the program, with what to report."""
    if os.environ.get("LAYOUT_DEBUG") == "1":
        raise error
    font = _font_trouble(error)
    if font:
        say(f"error: {font}")
        return ExitCode.UNUSABLE_INPUT
    say(f"a fault of the program, not of your issue: {type(error).__name__}: {error}")
    say(f"    please report this line with your issue's files: layout {__version__}, layout {' '.join(words)}")
    say("    nothing was written; LAYOUT_DEBUG=1 shows where it happened")
    return ExitCode.PROGRAM_FAULT


def _font_trouble(error: Exception) -> str:
    """What to say if a font is to blame, which only shows when text is set; else nothing."""
    try:
        from layout.typeset.faces import MissingFont, UnknownFamily
    except ImportError:  # the fault itself: a package that the program needs is not there
        return ""
    if isinstance(error, UnknownFamily):
        return f"{error}\n    families known: {', '.join(error.known)}"
    return str(error) if isinstance(error, MissingFont) else ""


def _remedy(error: OSError) -> str:
    if error.errno == errno.EBADMSG:
        return "export or copy the file again"
    if isinstance(error, NotADirectoryError):
        return "name another folder after -o, or move the file away"
    if isinstance(error, FileNotFoundError):
        return "check that the file is there, and that its name is spelt as on the disk"
    return "check that the folder exists and may be written to, and that the disk is not full"


def _named(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)
