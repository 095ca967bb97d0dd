"""`layout preview`: an issue in the browser while it is being written."""

from pathlib import Path

import click

from layout.cli.arguments import MANIFEST
from layout.cli.showing import say
from layout.diagnostics import ExitCode

_PREVIEW_PACKAGES = ("starlette", "uvicorn", "watchfiles")


@click.command()
@MANIFEST
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, metavar="N",
              help="Where the browser finds it; 0 takes any that is free.")  # fmt: skip
def preview(manifest: Path, port: int) -> int:
    """Show an issue in the browser while it is being written.

    Open the address that is told. Every save is on the page a moment later; what cannot be built is said above the last
    good pages. A click on text says which line of which file it comes from. Ctrl-C ends it. Nothing but this machine can
    see it.

    \b
    Examples:
      layout preview issues/the-forme/issue.yaml
      layout preview issues/the-forme/issue.yaml --port 9000
    """
    try:
        from layout.preview.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PREVIEW_PACKAGES:
            raise
        raise click.ClickException("this needs more packages: pip install 'layout-newspaper[preview]'") from None
    if not manifest.is_file():
        raise click.ClickException(f"{manifest} is not there; name an issue.yaml")
    try:
        serve(manifest, port, _say_address)
    except OSError as error:
        raise click.ClickException(f"port {port} cannot be had ({error.strerror}); name another with --port") from None
    return ExitCode.CLEAN


def _say_address(address: str) -> None:
    click.echo(address)
    say("open this in your browser; Ctrl-C ends it")
