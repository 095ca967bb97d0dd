"""Arguments that several commands take."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from layout.manifest.workspace import Workspace

MANIFEST = click.argument("manifest", type=click.Path(path_type=Path))
WORKSPACE = click.argument(
    "source", metavar="[MANIFEST|FOLDER]", type=click.Path(exists=True, path_type=Path), default=Path()
)
FORMAT = click.option("--format", "form", type=click.Choice(["text", "json", "junit", "sarif", "github"]), default="text",
                      show_default=True, help="Text for people, the others for programs.")  # fmt: skip
FAIL_ON = click.option("--fail-on", type=click.Choice(["error", "warning"]), default="error", show_default=True,
                       help="From what gravity on the exit code is 1.")  # fmt: skip


class PageRange(click.ParamType[range]):
    """Pages as an editor writes them: `4`, or `3-5`."""

    name = "pages"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> range:
        if isinstance(value, range):
            return value
        first, dash, last = str(value).partition("-")
        if not (first.isdecimal() and (last.isdecimal() or not dash)):
            self.fail(f'"{value}" is not a range of pages; write 4 or 3-5', param, ctx)
        pages = range(int(first), int(last or first) + 1)
        if not pages or not pages.start:
            self.fail(f'"{value}" is no page; the first is 1, the smaller number comes first', param, ctx)
        return pages


def workspace_of(source: Path) -> "Workspace":
    """The workspace of a manifest or of a folder."""
    from layout.manifest.workspace import find_workspace

    return find_workspace(source / "issue.yaml" if source.is_dir() else source)


def known_press(name: str, source: Path) -> str:
    """The name of a press profile that there is for a manifest or folder.

    Raises:
        click.BadParameter: there is none of that name.
    """
    from layout.manifest.found import suggest
    from layout.manifest.press import press_names

    known = press_names(workspace_of(source).styles)
    if name not in known:
        raise click.BadParameter(f'there is no press profile "{name}"; {suggest(name, known)}', param_hint="--press")
    return name
