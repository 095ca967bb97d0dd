"""`layout new`: a paper to begin with."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from layout.cli.showing import say
from layout.diagnostics import ExitCode

if TYPE_CHECKING:
    from layout.manifest.starter import Paper


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--publication", metavar="NAME", help="The paper's name.")
@click.option("--language", metavar="TAG", help="Of dates, quotation marks and so on: en-GB, en-US, de, fr, ...")
@click.option("--style", metavar="NAME", help="The house style that the paper begins from; layout styles lists them.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
def new(folder: Path, publication: str | None, language: str | None, style: str | None, yes: bool) -> int:  # noqa: FBT001 (click's way)
    """Begin a paper: a folder with a front page in the style's own size, and whose comments explain it.

    On a terminal it asks for the paper's name, language and style, unless they are given. Change the stories and issue.yaml
    to your own. The folder must not be there yet, or be empty.

    \b
    Examples:
      layout new my-paper
      layout new my-paper --yes --publication "The Evening Tide" --style berliner
    """
    from layout.manifest.starter import MANIFEST, starter
    from layout.report.write import write_files

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.ClickException(f"{folder} is there already; name a folder that is not")
    ask = click.prompt if sys.stdin.isatty() and not yes else _by_default
    files = starter(_chosen_paper((publication, language, style), ask))
    for path in write_files(folder, {name: text.encode() for name, text in files.items()}):
        click.echo(path)
    say(f"{folder} is ready. Build its first issue with:")
    say(f"    layout build {folder / MANIFEST} -o out")
    say("and then read that file: its comments explain the language.")
    return ExitCode.CLEAN


def _chosen_paper(given: Sequence[str | None], ask: Callable[..., str]) -> "Paper":
    """What is given, the rest asked for; refuses what would not build."""
    from layout.manifest.starter import STYLES, Paper
    from layout.manifest.style import read_style
    from layout.manifest.workspace import shipped

    usual = Paper()
    words = read_style(usual.style, (shipped("styles"),)).words
    languages = sorted(language for language in words if len(language) == len("en"))

    def title(written: str) -> str:
        if not written.strip() or not written.isprintable():
            raise click.UsageError("this is no name for a paper; write it on one line")
        return written.strip()

    def style(written: str) -> str:
        if written not in STYLES:
            raise click.UsageError(f'there is no style "{written}"; choose of {", ".join(STYLES)}')
        return written

    def language(written: str) -> str:
        if written.partition("-")[0] not in languages:
            raise click.UsageError(
                f'there are no words in "{written}"; choose of {", ".join(languages)}, or say en-GB, de-AT'
            )
        return written

    questions = (
        ("The paper's name", title),
        (f"Its language ({', '.join(languages)})", language),
        (f"Its style ({', '.join(STYLES)})", style),
    )
    answers = (
        ask(question, default=default, value_proc=read) if written is None else read(written)
        for written, default, (question, read) in zip(given, usual, questions, strict=True)
    )
    return Paper(*answers)


def _by_default(_: str, default: str, value_proc: Callable[[str], str]) -> str:
    """The answer to a question where nobody is there to be asked."""
    return value_proc(default)
