"""What the program has to say about an issue, and how it ends.

Gives the place (`Span`, `Place`), the statement (`Finding`) and the exit codes; knows nothing of what is checked.
Codes: `M` manifest, `T` type, `P` page, `I` picture and ink, `X` PDF/X. A code is never used for a second meaning.
"""

from dataclasses import dataclass
from enum import Enum, IntEnum
from pathlib import Path

from layout.record import record
from layout.units import Emu


class Severity(Enum):
    """How bad a finding is; the order of the members is the order of gravity."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    def reaches(self, threshold: "Severity") -> bool:
        """Whether this is at least as grave as `threshold`."""
        order = list(Severity)
        return order.index(self) >= order.index(threshold)


class ExitCode(IntEnum):
    """Exit codes of every command."""

    CLEAN = 0
    FINDINGS = 1
    UNUSABLE_INPUT = 2
    PROGRAM_FAULT = 3


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file; lines and columns count from 1, the end is exclusive."""

    path: Path
    line: int
    column: int = 1
    end_line: int = 0
    end_column: int = 0


@record
class Place:
    """A rectangle on a page of the paper: page number from 1, origin top left, in EMU."""

    page: int
    x: Emu = 0
    y: Emu = 0
    width: Emu = 0
    depth: Emu = 0


@record
class Finding:
    """One thing that a person should know: what, where, and how to mend it (`hint`)."""

    code: str
    severity: Severity
    message: str
    hint: str = ""
    span: Span | None = None
    place: Place | None = None
    story: str | None = None


class UnusableInput(Exception):
    """The input cannot be built; `findings` holds all that is wrong with it, in order."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} finding(s)")
        self.findings = findings


def counted(number: int, thing: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
