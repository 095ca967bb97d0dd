"""`layout preflight`: any PDF, looked at as a printer would."""

import errno
from pathlib import Path

import click

from layout.cli.arguments import FAIL_ON, FORMAT, known_press, workspace_of
from layout.cli.findings import answer_findings, answer_trouble
from layout.diagnostics import Severity


@click.command(short_help="Check any PDF as a printer would.")
@click.argument("pdf", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--product", type=click.Choice(["issue", "pages", "reader-spreads", "printer-spreads", "centre"]),
              default="issue", show_default=True,
              help="What it holds: a whole issue, or pages (or an advertisement) or spreads of one.")  # fmt: skip
@click.option("--press", "name", default="newsprint", show_default=True, help="The press profile that it must suit.")
@FORMAT
@FAIL_ON
def preflight(pdf: Path, name: str, product: str, form: str, fail_on: str) -> int:
    """Check a PDF, whoever made it, as a printer would: PDF/X, fonts, colours, pictures, ink, type, trim and bleed.

    Where Ghostscript is installed, ink is measured on the plates that it renders.

    \b
    Examples:
      layout preflight out/the-forme.pdf
      layout preflight advertisement.pdf --press newsprint-x1a --product pages
    """
    from layout.build import preflight_pdf
    from layout.manifest.press import read_press
    from layout.model.press import Product
    from layout.report.account import Account

    named = known_press(name, pdf.parent)
    try:
        press = read_press(named, workspace_of(pdf.parent).styles)
        checked = preflight_pdf(pdf.read_bytes(), press, Product(product))
    except Exception as error:
        return answer_trouble(error, form, Path.cwd())
    if isinstance(checked, str):
        return answer_trouble(OSError(errno.EBADMSG, checked, str(pdf)), form, Path.cwd())
    return answer_findings(Account(Path.cwd(), checked[0], pdf.name, checked[1]), form, Severity(fail_on))
