"""What: black type is not of solid black ink alone (0 0 0 100).

Why: in four inks its edges blur where the plates do not meet exactly, and in grey or RGB a printer's software may turn it
into four inks.

Fix: give the type the ink `gray(100%)`; in a supplied PDF, set it in 100 K in the program that made it.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.marks import Kind, Mark
from layout.preflight.paper import Paper, by_sheet, told

CODE = "I201"


def check_black_type(paper: Paper) -> Iterator[Finding]:
    """One finding a sheet and kind of black."""
    for _, marks in by_sheet(paper, _is_other_black):
        for space in dict.fromkeys(mark.tone.space for mark in marks):
            alike = [mark for mark in marks if mark.tone.space is space]
            inks = ", ".join(f"{name} {amount:.0%}" for name, amount in alike[0].tone.inks)
            message = f"black type is not 100 K alone but {space.value}{f' ({inks})' if inks else ''}"
            yield told(CODE, Severity.ERROR, message, "set it in 0 0 0 100", alike)


def _is_other_black(mark: Mark) -> bool:
    return mark.kind is Kind.TEXT and mark.tone.dark and not mark.tone.is_solid_black
