"""`layout press`: the files that a printer wants."""

from pathlib import Path

import click

from layout.cli.arguments import MANIFEST, known_press
from layout.cli.findings import tell_findings
from layout.cli.showing import Showing, say


@click.command()
@MANIFEST
@click.option("-o", "folder", type=click.Path(path_type=Path), default=Path("press"), show_default=True,
              metavar="FOLDER", help="Where the files go; made if it is not there.")  # fmt: skip
@click.option("--press", "name", metavar="NAME", help="The press profile, instead of the one that the issue names.")
def press(manifest: Path, folder: Path, name: str | None) -> int:
    """Make the files that a printer wants.

    Writes what the press profile asks for under `products`: the issue, a file a page, spreads; and press-report.json and
    press-report.pdf, which tell what was checked and what is in the files. With errors, nothing is written.

    \b
    Examples:
      layout press issues/the-forme/issue.yaml
      layout press issues/the-forme/issue.yaml -o to-the-printer --press newsprint-x1a
    """
    from layout.pressroom import press_issue
    from layout.report.account import account_of
    from layout.report.write import write_files

    named = known_press(name, manifest) if name else None
    with Showing() as progress:
        made = press_issue(manifest, named, progress)
    written = write_files(folder, made.files) if made.files else ()
    code = tell_findings(account_of(made.built.issue, made.built.pages, made.built.findings))
    if not written:
        say("nothing was written: a printer gets no issue with errors")
    for path in written:
        click.echo(path)
    return code
