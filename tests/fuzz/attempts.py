"""One attempt: a mutated workspace is read, made up and checked as `layout check` would, or refused as it should be.

Takes a seed and a folder; gives what came of it. Trouble is an exception, a hang, or a refusal without place or remedy.
"""

import re
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from layout.build import check_issue
from layout.diagnostics import Span, UnusableInput
from layout.manifest.workspace import shipped
from tests.fuzz.mutations import mutated

LIMIT_SECONDS = 10
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Outcome:
    """What came of a seed: made up or refused, and any trouble."""

    seed: int
    mutation: str
    refused: bool
    seconds: float
    trouble: str = ""


class _TooLong(BaseException):
    """No `except Exception` of the program takes it for its own."""


def attempt(seed: int, root: Path) -> Outcome:
    """Writes the seed's files over those of the seed before and reads them."""
    mutation, files = mutated(seed)
    for name, octets in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(octets)
    begin, refused, trouble = time.perf_counter(), False, ""
    try:
        with _at_most(LIMIT_SECONDS):
            check_issue(root / "issue.yaml", lambda *_: None)
    except UnusableInput as refusal:
        refused, trouble = True, _unplaced(refusal, root)
    except _TooLong:
        trouble = f"not done after {LIMIT_SECONDS} s"
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        trouble = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
    return Outcome(seed, mutation, refused, time.perf_counter() - begin, trouble)


def _unplaced(refusal: UnusableInput, root: Path) -> str:
    """What a refusal fails to say: every finding has a file of the workspace, a line and a remedy."""
    for finding in refusal.findings:
        span = finding.span
        if span is None or span.line < 1 or span.column < 1 or not (finding.hint and finding.message):
            return f"{finding.code} without place or remedy: {finding.message}"
        if not _is_there(span, root):
            return f"{finding.code} at a line that is not there: {span.path.name}:{span.line}"
    return "" if refusal.findings else "refused without a finding"


def _is_there(span: Span, root: Path) -> bool:
    """A line of the workspace, or of a style that the workspace's own extends."""
    ours = span.path.is_relative_to(root) or span.path.is_relative_to(shipped("styles"))
    return ours and span.line <= _lines(span.path)


def _lines(path: Path) -> int:
    """Lines as the program counts them, whatever breaks them."""
    return len(_BREAKS.findall(path.read_bytes().decode("utf-8", "replace"))) + 1


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
