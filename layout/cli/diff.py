"""`layout diff`: what differs between two papers."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from layout.cli.showing import Showing
from layout.diagnostics import ExitCode

if TYPE_CHECKING:
    from layout.manifest.revision import Source
    from layout.report.compare import Side


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("-o", "folder", type=click.Path(path_type=Path), metavar="FOLDER",
              help="Write diff.html here as well: the pages that differ, old, new and laid over one another.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Text for people, JSON for programs.")  # fmt: skip
def diff(old: str, new: str, folder: Path | None, form: str) -> int:
    """Tell which stories and pages differ between two papers.

    OLD and NEW are manifests, PDFs, or manifests as they were in git: REVISION:path/to/issue.yaml. A revision alone means
    the other's path. Of manifests, it tells which stories grew, moved or jump, and which pages are not the same; of PDFs,
    which pages look otherwise. The exit code is 1 if anything differs.

    \b
    Examples:
      layout diff HEAD issues/first/issue.yaml             what I changed since the last commit
      layout diff v1 main:issues/first/issue.yaml -o out   two revisions, with pictures in out/diff.html
      layout diff tuesday.pdf out/first.pdf
    """
    from layout.manifest.revision import find_sources
    from layout.report.compare import compare
    from layout.report.diff_page import diff_page
    from layout.report.diff_told import diff_json, diff_text
    from layout.report.write import write_files

    sources = find_sources(old, new)
    drawn = folder is not None or any(source.is_pdf for source in sources)
    one, other = (_drawn_side(source) if drawn else _made_up_side(source) for source in sources)
    try:
        difference = compare(one, other)
        contents = {"diff.html": diff_page(difference, one, other).encode()} if folder else {}
    except ValueError as error:
        raise click.ClickException(f"a PDF cannot be read: {error}") from None
    click.echo((diff_json if form == "json" else diff_text)(difference), nl=False)
    for path in write_files(folder, contents) if folder else ():
        click.echo(path, err=True)
    return ExitCode.CLEAN if difference.is_none else ExitCode.FINDINGS


def _drawn_side(source: "Source") -> "Side":
    """A paper to be looked at: a PDF as it is, an issue made up and drawn."""
    from layout.build import build_issue
    from layout.manifest.revision import opened
    from layout.model.edition import Edition
    from layout.report.compare import Side

    with opened(source) as path:
        if source.is_pdf:
            return Side(str(source), path.read_bytes())
        with Showing() as progress:
            built = build_issue(path, Edition.PRINT, progress)
    return Side(str(source), built.pdf, built.pages)


def _made_up_side(source: "Source") -> "Side":
    """An issue to be compared by its pages alone, which need not be drawn for that."""
    from layout.build import check_issue
    from layout.manifest.revision import opened
    from layout.report.compare import Side

    with opened(source) as path, Showing() as progress:
        return Side(str(source), b"", check_issue(path, progress).pages)
