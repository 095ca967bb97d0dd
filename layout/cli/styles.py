"""`layout styles`: the house styles that issues may name."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from layout.cli.arguments import WORKSPACE, workspace_of
from layout.cli.measures import tell_measures
from layout.cli.specimens import SPECIMENS, write_specimens
from layout.diagnostics import ExitCode, UnusableInput

if TYPE_CHECKING:
    from layout.manifest.workspace import Workspace


@click.command(short_help="List the house styles that issues may name.")
@WORKSPACE
@SPECIMENS
@click.option("--measures", "measured", metavar="NAME",
              help="Tell this style's measures: units and legs in mm, rows of its pages, words in a row.")  # fmt: skip
def styles(source: Path, folder: Path | None, measured: str | None) -> int:
    """List the house styles that issues may name, with their trimmed page sizes and their files.

    The workspace's own styles/ folder comes first, then what ships with the program. Without MANIFEST or FOLDER, the
    workspace is that of the present folder. With -o, each style is shown on a front page of its own instead, every role
    with its name and size.

    \b
    Examples:
      layout styles -o specimens
      layout styles --measures broadsheet
    """
    from layout.manifest.workspace import list_styles

    workspace = workspace_of(source)
    if measured is not None:
        return tell_measures(measured, workspace)
    if folder is not None:
        return write_specimens(folder, workspace, _style_specimens(workspace))
    listed = list_styles(workspace)
    width = max((len(name) for name, _ in listed), default=0)
    for name, path in listed:
        click.echo(f"{name:{width}}  {_trim(name, workspace.styles):12}  {path}")
    return ExitCode.CLEAN


def _style_specimens(workspace: "Workspace") -> Iterator[tuple[str, Mapping[str, str]]]:
    from layout.manifest.specimen import style_specimen
    from layout.manifest.style import read_style
    from layout.manifest.workspace import list_styles

    for name, _ in list_styles(workspace):
        yield name, style_specimen(read_style(name, workspace.styles))


def _trim(name: str, folders: tuple[Path, ...]) -> str:
    from layout.manifest.style import read_style
    from layout.units import to_mm

    try:
        page = read_style(name, folders).page
    except UnusableInput as error:
        return f"({len(error.findings)} error{'s' * (len(error.findings) != 1)})"
    return f"{to_mm(page.width):g} x {to_mm(page.depth):g} mm"
