"""`layout schema`: what may be written, for text editors."""

import click

from layout.diagnostics import ExitCode


@click.command(short_help="Print the JSON Schema of what an editor writes.")
@click.argument("name", default="issue", type=click.Choice(("issue", "style", "press", "findings")))
def schema(name: str) -> int:
    """Print a JSON Schema: of issue.yaml, of style sheets, of press profiles or of findings.json.

    Text editors check by it while you write, and tell what each key is.

    \b
    Example:
      layout schema style > style.schema.json
    """
    from layout.manifest.schema import read_schema

    click.echo(read_schema(name), nl=False)
    return ExitCode.CLEAN
