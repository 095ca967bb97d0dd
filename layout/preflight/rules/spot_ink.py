"""What: a spot ink is used that the press has not.

Why: each spot ink is a plate more; a press that has none prints it from the four inks, differently than it was meant, or
not at all.

Fix: make it of the four inks, or name it under `ink: spots` of the press profile.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.marks import ALL, PROCESS, Mark
from layout.preflight.paper import Paper, told

CODE = "I213"


def check_spot_inks(paper: Paper) -> Iterator[Finding]:
    """One finding an ink, where it is first used."""
    known = {*PROCESS, ALL, *paper.press.ink.spots}
    users: dict[str, list[Mark]] = {}
    for sheet in paper.sheets:
        for mark in sheet.marks:
            for name, _ in mark.tone.inks:
                if name not in known:
                    users.setdefault(name, []).append(mark)
    for name, marks in users.items():
        yield told(CODE, Severity.ERROR, f'the press has no ink "{name}"', "make it of the four inks", marks)
