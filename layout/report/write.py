"""Files that appear whole or not at all.

Takes a folder and contents by file name. All are written beside their places first and renamed when the last is whole,
so a full disk or a killed program leaves what was there before.
"""

import errno
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path


def write_files(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes files into a folder, which is made if need be; gives their paths.

    Raises:
        OSError: a file cannot be written; none is changed then.
    """
    _refuse_folders(folder, contents)
    made = _made(folder)
    beside: list[tuple[Path, Path]] = []
    try:
        for name, content in contents.items():
            path = folder / name
            made = [*_made(path.parent), *made]
            part = path.with_name(f".{path.name}.{os.getpid()}.part")
            beside.append((part, path))
            part.write_bytes(content)
        for part, path in beside:
            part.replace(path)
    except BaseException:
        for part, _ in beside:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        for empty in made:
            with suppress(OSError):
                empty.rmdir()
        raise
    return tuple(path for _, path in beside)


def _refuse_folders(folder: Path, names: Iterable[str]) -> None:
    """A folder where a file should go would be found by the last rename only, after others were made."""
    for name in names:
        if (folder / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder of this name is in the way", str(folder / name))


def _made(folder: Path) -> list[Path]:
    """Makes the folder and those above it; gives those that were not there, the innermost first."""
    above = (folder, *folder.parents)
    in_the_way = next((path for path in above if path.exists() and not path.is_dir()), None)
    if in_the_way is not None:
        raise NotADirectoryError(errno.ENOTDIR, "this is a file; a folder is wanted", str(in_the_way))
    missing = [path for path in above if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileNotFoundError:
        raise PermissionError(errno.EACCES, "no folder can be made here", str(folder)) from None
    return missing
