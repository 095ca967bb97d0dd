"""What may be computed again at any time, kept on disk between runs.

A folder (`$LAYOUT_CACHE`, else the user's cache folder) of files named by what they were computed from. It may be deleted at
any time, several builds may use it at once, and where it cannot be written to only time is lost. A file counts only if it is
whole: it begins with the SHA-256 of the rest. What was not read for longest goes when the folder is full.
"""

import hashlib
import marshal
import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

FORMAT = "8"
"""Changes when what is kept does."""

ROOM = 1 << 30
"""What the folder may hold, in bytes, before a build that adds to it."""

_DIGEST = 32


def name_of(kind: str, *sources: str) -> str:
    """The name under which something computed from `sources` is kept."""
    return f"{kind}-{hashlib.sha256(chr(0).join((FORMAT, *sources)).encode()).hexdigest()[:32]}"


def read_kept(name: str) -> Any | None:
    """What was kept under a name; None where nothing was, or where it was spoilt."""
    try:
        path = _folder() / name
        content = path.read_bytes()
        with suppress(OSError):  # somebody else's folder may be read and not touched
            os.utime(path)
        packed = memoryview(content)[_DIGEST:]
        if hashlib.sha256(packed).digest() == content[:_DIGEST]:
            return marshal.loads(packed)  # noqa: S302 - it is our own, or else not whole
    except (OSError, RuntimeError, ValueError, EOFError, TypeError):
        pass
    return None


def write_kept(name: str, value: Any) -> None:
    """Keeps plain values: written beside and renamed, so that a build at the same time never reads half a file."""
    import tempfile

    packed = marshal.dumps(value)
    beside = None
    try:
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        _make_room(folder)
        handle, beside = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(packed).digest() + packed)
        Path(beside).replace(folder / name)
    except (OSError, RuntimeError):
        if beside is not None:
            Path(beside).unlink(missing_ok=True)


def _folder() -> Path:
    own = os.environ.get("LAYOUT_CACHE")
    if own:
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "layout"


@cache
def _make_room(folder: Path) -> None:
    """Deletes what was not read for longest, once a process, until a quarter of the room is free."""
    kept = [(entry.stat(), entry.path) for entry in os.scandir(folder) if entry.is_file()]
    total = sum(state.st_size for state, _ in kept)
    if total <= ROOM:
        return
    for state, path in sorted(kept, key=lambda one: one[0].st_mtime):
        if total <= ROOM * 3 // 4:
            break
        Path(path).unlink(missing_ok=True)
        total -= state.st_size
