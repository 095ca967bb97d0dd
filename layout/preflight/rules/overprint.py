"""What: small black type or a thin black rule knocks out what is below it, or something white overprints.

Why: where a knocked-out letter and its hole do not meet exactly, paper shines through as a white edge; and white that
overprints is not there at all.

Fix: let black type and rules under the press's limits overprint with overprint mode 1, and white knock out.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.model.press import Overprint
from layout.preflight.marks import Kind, Mark
from layout.preflight.paper import Paper, by_sheet, told
from layout.units import to_pt

CODE = "I202"


def check_overprint(paper: Paper) -> Iterator[Finding]:
    """One finding a sheet for type, for rules and for white."""
    limits = paper.press.overprint
    small = (
        (Kind.TEXT, f"black type under {to_pt(limits.text):g} pt knocks out what is below it"),
        (Kind.STROKE, f"a black rule under {to_pt(limits.rules):g} pt knocks out what is below it"),
    )
    for _, marks in by_sheet(paper, lambda mark: _knocks_out(mark, limits)):
        for kind, message in small:
            if alike := [mark for mark in marks if mark.kind is kind]:
                yield told(CODE, Severity.ERROR, message, "set it to overprint (OPM 1)", alike)
    for _, marks in by_sheet(paper, lambda mark: mark.overprint and mark.tone.light):
        yield told(CODE, Severity.ERROR, "white overprints and will not be seen", "let it knock out", marks)


def _knocks_out(mark: Mark, limits: Overprint) -> bool:
    if mark.overprint or not mark.tone.is_solid_black:
        return False
    return (mark.kind is Kind.TEXT and mark.size < limits.text) or (
        mark.kind is Kind.STROKE and mark.size < limits.rules
    )
