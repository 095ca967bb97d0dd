"""What: a picture has many more pixels than the press can print.

Why: the file is larger and slower for nothing.

Fix: nothing needs to be done; when the program separates pictures it brings them down. In a supplied PDF, export at a
lower resolution.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.model.press import Resolution
from layout.preflight.marks import Kind, Mark
from layout.preflight.paper import Paper, by_sheet, told

CODE = "I205"


def check_over_resolution(paper: Paper) -> Iterator[Finding]:
    """One finding a picture."""
    limits = paper.press.resolution
    for _, marks in by_sheet(paper, lambda mark: mark.kind is Kind.PICTURE and mark.ppi > _most(mark, limits)):
        for mark in marks:
            message = f"the picture has {mark.ppi} pixels an inch; {_most(mark, limits)} are plenty"
            yield told(CODE, Severity.NOTE, message, "export it at a lower resolution", [mark])


def _most(mark: Mark, limits: Resolution) -> int:
    return limits.line_most if mark.bits == 1 else limits.most
