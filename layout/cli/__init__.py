"""The commands, one a file. Thin: each reads its words, calls one thing that does the work, and says how it went.

Standard output is for the answer (findings of what checks, names of files of what makes them), standard error for progress
and messages. Exit codes are `diagnostics.ExitCode`.
Only the file of the command that was typed is imported, and what the command needs only inside it, so that it begins at once.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from layout import __version__
from layout.cli.showing import say
from layout.diagnostics import ExitCode, UnusableInput

COMMANDS = (
    "new",
    "build",
    "preview",
    "check",
    "proof",
    "diff",
    "press",
    "preflight",
    "explain",
    "styles",
    "fonts",
    "schema",
)
"""In the order in which an editor meets them. Each is a function in the file of its name."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it: 128 and the number of the signal."""


def main() -> None:
    """Runs the command that was typed, and ends the process with its exit code."""
    gc.disable()  # a command makes few cycles and ends soon: looking for them would take a tenth of its time
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _close_output()
    sys.stderr.flush()
    os._exit(code)  # the system takes back all memory at once; Python, object by object, would take a tenth of the time


def run(words: Sequence[str]) -> int:
    """Runs a command; gives the exit code. Nothing that goes wrong leaves this function as an exception."""
    try:
        return int(layout.main(list(words), prog_name="layout", standalone_mode=False) or ExitCode.CLEAN)
    except click.ClickException as error:
        error.show()
        return ExitCode.UNUSABLE_INPUT
    except (click.Abort, KeyboardInterrupt):
        say("stopped; nothing was written")
        return INTERRUPTED
    except SystemExit:  # click's way with a reader that has gone away: nobody is left to complain to
        return ExitCode.CLEAN
    except UnusableInput as error:
        from layout.cli.trouble import unusable

        return unusable(error.findings)
    except OSError as error:
        from layout.cli.trouble import unreachable

        return unreachable(error)
    except Exception as error:  # the last line of defence: a person reads this, not a programmer
        from layout.cli.trouble import fault

        return fault(error, words)


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's way)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"layout.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            for likely in get_close_matches(args[0], COMMANDS, 1):
                raise click.UsageError(f"{error.message} Did you mean {likely}?", ctx) from None
            raise


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: layout new my-paper. Exit codes: 0 all is well, 1 there are findings, 2 the input cannot be "
    "built, 3 a fault of the program.",
)
@click.version_option(__version__, prog_name="layout")
def layout() -> None:
    """Makes a newspaper from text files.

    You write the issue in issue.yaml and the stories in Markdown; layout makes the pages as a PDF and tells you what
    does not fit, and what would help.
    """


def _close_output() -> None:
    """Whoever read the answer has read enough (`layout schema | head`): the rest goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
