"""An issue as it was in a git revision, read without touching the working tree.

Takes what an editor typed (a file, `REVISION:path/to/issue.yaml`, or a bare revision beside another manifest) and gives a
file to read. A revision is unpacked with `git archive` into a temporary folder, which goes when the reading ends: no
hook runs, nothing is checked out, links are left out. Raises `UnusableInput` (M026) where git has not what was asked.
"""

import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from layout.diagnostics import Finding, Severity, UnusableInput
from layout.record import record

_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}


@record
class Source:
    """A file, as it is (no `revision`) or as it was."""

    path: Path
    revision: str = ""

    @property
    def is_pdf(self) -> bool:
        """Whether it is finished pages, by its name; anything else is a manifest."""
        return self.path.suffix.lower() == ".pdf"

    def __str__(self) -> str:
        return f"{self.revision}:{self.path.as_posix()}" if self.revision else self.path.as_posix()


def find_sources(first: str, second: str) -> tuple[Source, Source]:
    """What two arguments mean. A file that exists is that file; `REVISION:PATH` is the file at that path as it was; a
    revision alone means the path of the other."""
    return _source(first, second), _source(second, first)


@contextmanager
def opened(source: Source) -> Iterator[Path]:
    """The file to read in the place of a source.

    Raises:
        UnusableInput: git is not installed, or has no such revision or no such file in it; and whatever the reading
            raised, with places told as `REVISION:path`.
    """
    if not source.revision:
        yield source.path
        return
    top, inside = _repository(source)
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        _unpack(source, top, folder)
        if not (folder / inside).is_file():
            raise _refusal(f"there is no file {inside} in {source.revision}", "check the path and the revision")
        try:
            yield folder / inside
        except UnusableInput as error:
            raise UnusableInput(tuple(_named(one, source.revision, folder) for one in error.findings)) from None


def _source(written: str, other: str) -> Source:
    if Path(written).exists():
        return Source(Path(written))
    revision, colon, path = written.partition(":")
    if not colon:
        path = other if Path(other).exists() else other.partition(":")[2]
    if not path or revision[:1] in {"", "-"}:
        hint = "name a manifest, a PDF, or a revision and a manifest: HEAD:issues/first/issue.yaml"
        raise _refusal(f'"{written}" is no file and no revision', hint)
    return Source(Path(path), revision)


def _repository(source: Source) -> tuple[Path, PurePosixPath]:
    """The repository's folder, and where the file is in it."""
    path = Path(os.path.normpath(Path.cwd() / source.path))
    there = next(folder.resolve() for folder in path.parents if folder.is_dir())
    top = Path(_git(there, f"{source.path} is in no git repository", "rev-parse", "--show-toplevel").strip()).resolve()
    for folder in path.parents:
        if folder.is_dir() and folder.resolve().is_relative_to(top):
            return top, PurePosixPath((folder.resolve() / path.relative_to(folder)).relative_to(top).as_posix())
    raise _refusal(f"{source.path} is in no git repository", "name a manifest inside of one")


def _unpack(source: Source, top: Path, folder: Path) -> None:
    told = f'git knows no revision "{source.revision}"'
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{source.revision}^{{commit}}")
    commit = _git(top, told, *words).strip()
    tree = folder / ".tree.tar"
    _git(top, f"git cannot give {source.revision}", "archive", "--format=tar", "-o", str(tree), commit)
    with tarfile.open(tree) as archive:
        for member in archive:
            content = archive.extractfile(member) if member.isreg() else None
            if content is not None:
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())
    tree.unlink()


def _git(folder: Path, told: str, *words: str) -> str:
    """What git answers; `told` is what to say if it refuses."""
    program = shutil.which("git")
    if program is None:
        raise _refusal("git is not installed", "install git, or compare files: two manifests or two PDFs")
    asked = (program, "-C", str(folder), "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", *words)
    done = subprocess.run(asked, env={**os.environ, **_QUIET}, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise _refusal(told, done.stderr.strip().partition("\n")[0] or "git log --oneline lists what there is")
    return done.stdout


def _refusal(message: str, hint: str) -> UnusableInput:
    return UnusableInput((Finding("M026", Severity.ERROR, message, hint),))


def _named(finding: Finding, revision: str, folder: Path) -> Finding:
    """A finding that names its file as git does, not the temporary folder."""
    message, hint = (
        text.replace(f"{folder}/", f"{revision}:").replace(str(folder), f"{revision}:")
        for text in (finding.message, finding.hint)
    )
    span = finding.span
    if span is not None and span.path.is_relative_to(folder):
        span = replace(span, path=Path(f"{revision}:{span.path.relative_to(folder).as_posix()}"))
    return replace(finding, message=message, hint=hint, span=span)
