"""`layout build`: an issue goes in, its pages come out."""

from pathlib import Path

import click

from layout.cli.arguments import MANIFEST, PageRange
from layout.cli.findings import tell_findings
from layout.cli.showing import Showing


@click.command()
@MANIFEST
@click.option("-o", "folder", type=click.Path(path_type=Path), default=Path("out"), show_default=True, metavar="FOLDER",
              help="Where the files go; made if it is not there.")  # fmt: skip
@click.option("--pages", "wanted", type=PageRange(), metavar="3-5", help="Draw only these pages.")
@click.option("--digital", is_flag=True, help="Make the edition for screens, with links and an outline.")
def build(manifest: Path, folder: Path, wanted: range | None, digital: bool) -> int:  # noqa: FBT001 (click's way)
    """Make the pages of an issue.

    Writes SLUG.pdf, findings.json and geometry.json, all of them or none, and says so; what does not fit is told on
    standard error.

    \b
    Examples:
      layout build issues/the-forme/issue.yaml
      layout build issues/the-forme/issue.yaml -o tonight --pages 1
      layout build issues/the-forme/issue.yaml --digital
    """
    from layout.build import build_issue
    from layout.model.edition import Edition
    from layout.report.account import account_of
    from layout.report.findings import json_report
    from layout.report.geometry import geometry_report
    from layout.report.write import write_files

    with Showing() as progress:
        made = build_issue(manifest, Edition.DIGITAL if digital else Edition.PRINT, progress, wanted)
    if not made.drawn.pages:
        raise click.UsageError(f"the issue has pages 1-{len(made.pages.pages)}; none of them was asked for")
    account = account_of(made.issue, made.pages, made.findings)
    contents = {
        f"{made.issue.slug}.pdf": made.pdf,
        "findings.json": json_report(account, Path.cwd()).encode(),
        "geometry.json": geometry_report(made.drawn, made.issue.root).encode(),
    }
    written = write_files(folder, contents)
    code = tell_findings(account)
    for path in written:
        click.echo(path)
    return code
