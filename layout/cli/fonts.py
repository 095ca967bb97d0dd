"""`layout fonts`: the families that styles may name."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from layout.cli.arguments import WORKSPACE, workspace_of
from layout.cli.specimens import SPECIMENS, write_specimens
from layout.diagnostics import ExitCode

if TYPE_CHECKING:
    from layout.manifest.workspace import Workspace


@click.command()
@WORKSPACE
@SPECIMENS
def fonts(source: Path, folder: Path | None) -> int:
    """List the font families that styles may name, with their weights and other axes and their packages.

    The workspace's own fonts/ folder comes first, then what ships with the program. Without MANIFEST or FOLDER, the
    workspace is that of the present folder. With -o, each family is shown on a page of its own instead: weights,
    italics, optical sizes, figures, accents.

    \b
    Example:
      layout fonts -o specimens
    """
    from layout.typeset.faces import Faces

    workspace = workspace_of(source)
    if folder is not None:
        return write_specimens(folder, workspace, _family_specimens(workspace))
    listed = tuple(Faces(workspace.fonts).listed())
    width = max((len(family.name) for family in listed), default=0)
    for family in listed:
        package = f"  ({family.package})" if family.package else ""
        click.echo(f"{family.name:{width}}  {family.trouble or '; '.join(family.offers) + package}")
    return ExitCode.CLEAN


def _family_specimens(workspace: "Workspace") -> Iterator[tuple[str, Mapping[str, str]]]:
    from layout.manifest.specimen import family_specimen
    from layout.manifest.style import read_style
    from layout.manifest.workspace import shipped
    from layout.typeset.faces import Faces

    faces, style = Faces(workspace.fonts), read_style("a4", (shipped("styles"),))
    for family in faces.families():
        yield family.lower().replace(" ", "-"), family_specimen(family, faces, style)
