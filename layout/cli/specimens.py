"""What `layout fonts` and `layout styles` show on pages."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from layout.diagnostics import ExitCode

if TYPE_CHECKING:
    from layout.manifest.workspace import Workspace

SPECIMENS = click.option("-o", "folder", type=click.Path(path_type=Path), metavar="FOLDER",
                         help="Show each on a page, as a PDF in this folder.")  # fmt: skip


def write_specimens(folder: Path, workspace: "Workspace", specimens: Iterator[tuple[str, Mapping[str, str]]]) -> int:
    """Build each specimen, given by its name and files, and write them as PDFs."""
    from layout.build import build_specimen
    from layout.report.write import write_files

    contents = {}
    for name, files in specimens:
        click.echo(name, err=True)
        contents[f"{name}.pdf"] = build_specimen(files, workspace).pdf
    for path in write_files(folder, contents):
        click.echo(path)
    return ExitCode.CLEAN
