"""`layout proof`: pictures of pages, with what was found marked on them."""

from pathlib import Path

import click

from layout.cli.findings import tell_findings
from layout.cli.showing import Showing
from layout.diagnostics import ExitCode


@click.command()
@click.argument("source", metavar="MANIFEST|PDF", type=click.Path(path_type=Path))
@click.option("-o", "folder", type=click.Path(path_type=Path), default=Path("proof"), show_default=True,
              metavar="FOLDER", help="Where the files go; made if it is not there.")  # fmt: skip
@click.option("--grid", is_flag=True, help="Show units and rows, numbered as the dummy counts them.")
def proof(source: Path, folder: Path, grid: bool) -> int:  # noqa: FBT001 (click's way)
    """Make pictures of the pages, with what was found marked on them.

    Writes page-01.png and so on, facing pages as spread-02-03.png and so on, and contact.png with all pages on one sheet.
    From a manifest it also writes proof.pdf, in which each finding is a note at its place: red bars where stories break
    off, lines under loose lines, frames round the rest. From a PDF, the pages are shown as they are.

    \b
    Examples:
      layout proof issues/the-forme/issue.yaml
      layout proof issues/the-forme/issue.yaml --grid -o dummy
      layout proof out/the-forme.pdf -o pictures
    """
    from layout.report.write import write_files

    if source.suffix.lower() == ".pdf":
        if grid:
            raise click.UsageError("a PDF does not say what its grid is; name the manifest")
        contents, code = _proof_of_pdf(source)
    else:
        contents, code = _proof_of_issue(source, grid)
    for path in write_files(folder, contents):
        click.echo(path)
    return code


def _proof_of_issue(manifest: Path, grid: bool) -> tuple[dict[str, bytes], int]:  # noqa: FBT001 (as it was typed)
    from layout.build import build_issue
    from layout.model.edition import Edition
    from layout.report.account import account_of
    from layout.report.annotate import annotate
    from layout.report.proof import proof_files

    with Showing() as progress:
        built = build_issue(manifest, Edition.PRINT, progress)
    pdf = annotate(built.pdf, built.findings, built.pages, built.issue.style.page if grid else None)
    pictures = proof_files(pdf, [page.number for page in built.pages.pages])
    code = tell_findings(account_of(built.issue, built.pages, built.findings))
    return {**pictures, "proof.pdf": pdf}, code


def _proof_of_pdf(path: Path) -> tuple[dict[str, bytes], int]:
    from layout.report.proof import proof_files
    from layout.report.rendering import open_pdf

    pdf = path.read_bytes()
    try:
        return dict(proof_files(pdf, range(1, len(open_pdf(pdf)) + 1))), ExitCode.CLEAN
    except ValueError as error:
        raise click.ClickException(f"{path} is not a PDF that can be shown: {error}") from None
