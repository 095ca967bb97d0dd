"""What a command says while it works."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from threading import Timer

    from layout.build import Progress

_PATIENCE_SECONDS = 0.4


class Showing:
    """Progress while a command works, on standard error: plain lines, or on a terminal a bar if it takes long.

    The bar's own import takes a tenth of a second, so it is left to a thread that starts when a short build is over.
    """

    def __init__(self) -> None:
        self._latest = ("starting", 0, 1)
        self._bar: Progress | None = None
        self._close: Callable[[], None] = lambda: None
        self._ended = False
        self._timer: Timer | None = None

    def __enter__(self) -> "Progress":
        if not sys.stderr.isatty():
            return _plain
        from threading import Timer

        self._timer = Timer(_PATIENCE_SECONDS, self._begin)
        self._timer.daemon = True
        self._timer.start()
        return self._show

    def __exit__(self, *_: object) -> None:
        self._ended = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        self._close()

    def _show(self, stage: str, done: int, of: int) -> None:
        self._latest = (stage, done, of)
        if self._bar is not None:
            self._bar(stage, done, of)

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        if self._ended:
            return
        bar = Bar(console=Console(stderr=True), transient=True)
        task = bar.add_task(self._latest[0], completed=self._latest[1], total=self._latest[2])
        bar.start()
        self._close = bar.stop
        self._bar = lambda stage, done, of: bar.update(task, description=stage, completed=done, total=of)


def _plain(stage: str, done: int, of: int) -> None:
    if done < of:
        click.echo(f"{done + 1}/{of} {stage}", err=True)


def say(line: str) -> None:
    """A line for people, on standard error."""
    click.echo(line, err=True)
