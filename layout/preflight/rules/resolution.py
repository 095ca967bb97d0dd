"""What: a picture has too few pixels for its size in print.

Why: under the press's least figure pixels show as steps; 1-bit art, which has no greys to soften its edges, needs more.

Fix: get a larger file, or print the picture smaller: the finding says its figure and the one wanted.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.model.press import Resolution
from layout.preflight.marks import Kind, Mark
from layout.preflight.paper import Paper, by_sheet, told

CODE = "I204"


def check_resolution(paper: Paper) -> Iterator[Finding]:
    """One finding a picture."""
    limits = paper.press.resolution
    for _, marks in by_sheet(paper, lambda mark: mark.kind is Kind.PICTURE and mark.ppi < _wanted(mark, limits)[1]):
        for mark in marks:
            least, fair = _wanted(mark, limits)
            kind = "1-bit art" if mark.bits == 1 else "the picture"
            severity = Severity.ERROR if mark.ppi < least else Severity.WARNING
            message = f"{kind} has {mark.ppi} pixels an inch; {least if mark.ppi < least else fair} are wanted"
            yield told(CODE, severity, message, "use a larger file, or print it smaller", [mark])


def _wanted(mark: Mark, limits: Resolution) -> tuple[int, int]:
    return (limits.line_least, limits.line_fair) if mark.bits == 1 else (limits.least, limits.fair)
