"""The issue while it is being written: built again after every save, one build at a time, and told to all who look.

Takes a manifest, gives what is `shown` and the news of it. Builds run in a thread; while one runs, saves are gathered for
the next.
"""

import asyncio
import gc
import json
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

from watchfiles import awatch

from layout.build import Checked, check_issue, new_case
from layout.diagnostics import Finding, Severity, UnusableInput
from layout.manifest.workspace import Workspace, find_workspace
from layout.model.issue import Issue
from layout.model.page import Clip, Picture, Placed
from layout.preview.pictures import Pictures
from layout.preview.shown import Shown
from layout.preview.told import told
from layout.typeset.typecase import Typecase

_GATHERED_MS = 500
_STEP_MS = 20
"""Saves that follow one another by less than a step are one; a build waits for the last of them no longer than the sum."""

_LOOK_AGAIN_SECONDS = 1
_SIGN_OF_LIFE_SECONDS = 15

_COLLECTED_EACH = 20
"""A command runs without Python's cyclic collector, which would take as long as a build: a build leaves about 1 MB to it."""


class Desk:
    """One issue on the screen."""

    def __init__(self, manifest: Path) -> None:
        self.manifest = manifest.resolve()
        self.root = find_workspace(self.manifest).root
        self.shown = Shown()
        self.pictures = Pictures()
        self._case = _KeptCase()
        self._run = str(os.getpid())
        self._building = False
        self._closed = False
        self._news = asyncio.Event()
        self._saved = asyncio.Event()
        self._elsewhere = asyncio.Event()
        self._watched: frozenset[Path] = frozenset()

    async def keep_up(self) -> None:
        """Builds now and after saves, until it is cancelled. Saves during a build ask for one more."""
        watching = asyncio.create_task(self._watch())
        try:
            while True:
                self._saved.clear()
                await self.rebuild()
                if await asyncio.to_thread(self._folders) != self._watched:
                    self._elsewhere.set()
                await self._saved.wait()
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching

    async def _watch(self) -> None:
        """Notes saves in the folders of the issue, which may become others. Where the system does not tell of them, it looks
        for itself."""
        polling = None
        while True:
            self._elsewhere = asyncio.Event()
            self._watched = self._folders()
            try:
                async for _ in awatch(
                    *self._watched,
                    debounce=_GATHERED_MS,
                    step=_STEP_MS,
                    stop_event=self._elsewhere,
                    force_polling=polling,
                ):
                    self._saved.set()
            except (OSError, RuntimeError):  # it watches no more folders (fs.inotify.max_user_watches), or one is gone
                polling = True
                await asyncio.sleep(_LOOK_AGAIN_SECONDS)

    async def rebuild(self) -> None:
        """Builds the issue as its files are now."""
        self._building = True
        self._tell()
        try:
            self.shown = await asyncio.to_thread(self._built)
        finally:
            self._building = False
        self._tell()
        if self.shown.serial % _COLLECTED_EACH == 0:
            gc.collect()

    async def events(self, last: str = "") -> AsyncIterator[str]:
        """Server-sent events (WHATWG HTML, 9.2): `building`, and what is `shown`. Of the pages, only those are told that
        changed after the event `last`, which the browser has seen."""
        run, _, serial = last.partition("-")
        since = int(serial) if run == self._run and serial.isdecimal() else 0
        told_serial = -1
        while not self._closed:
            news = self._news
            if self._building:
                yield "event: building\ndata: {}\n\n"
            shown = self.shown
            if shown.serial != told_serial:
                content = json.dumps({"run": self._run, **told(shown, self.root, since)}, ensure_ascii=False)
                yield f"event: shown\nid: {self._run}-{shown.serial}\ndata: {content}\n\n"
                since = told_serial = shown.serial
            try:
                await asyncio.wait_for(news.wait(), _SIGN_OF_LIFE_SECONDS)
            except TimeoutError:
                yield ": still here\n\n"

    def close(self) -> None:
        """Ends all events."""
        self._closed = True
        self._tell()

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    def _built(self) -> Shown:
        try:
            return self.shown.after(self._checked())
        except UnusableInput as error:
            return self.shown.refused(error.findings)
        except Exception as error:  # whatever happens, the writer goes on writing
            return self.shown.refused((_fault(error),))

    def _checked(self) -> Checked:
        return check_issue(self.manifest, lambda *_: None, self._case)

    def _folders(self) -> frozenset[Path]:
        """Where the issue's files are: the manifest's folder, the workspace's own styles and fonts, and others of which
        something stands on a page."""
        paper = self.shown.paper
        found = {self.manifest.parent, *(self.root / name for name in ("styles", "fonts"))}
        found |= {path.parent for leaf in (paper.leaves if paper else ()) for path in _files(leaf.page.placed)}
        return frozenset(folder for folder in found if folder.is_dir())


def _files(placed: tuple[Placed, ...]) -> Iterator[Path]:
    for one in placed:
        if one.span is not None:
            yield one.span.path
        if isinstance(one.paint, Picture):
            yield one.paint.source.path
        elif isinstance(one.paint, Clip):
            yield from _files(one.paint.placed)


class _KeptCase:
    """One typecase for build after build, as long as fonts and word divisions stay."""

    def __init__(self) -> None:
        self._made: tuple[object, Typecase] | None = None

    def __call__(self, workspace: Workspace, issue: Issue) -> Typecase:
        key = (_fonts_of(workspace), issue.style.exceptions)
        if self._made is None or self._made[0] != key:
            self._made = (key, new_case(workspace, issue))
        return self._made[1]


def _fonts_of(workspace: Workspace) -> list[tuple[str, int]]:
    own = workspace.root / "fonts"
    return sorted((str(path), path.stat().st_mtime_ns) for path in own.rglob("*") if path.is_file())


def _fault(error: Exception) -> Finding:
    hint = "the preview goes on; `layout check` says more"
    return Finding("", Severity.ERROR, f"{type(error).__name__}: {error}", hint)
