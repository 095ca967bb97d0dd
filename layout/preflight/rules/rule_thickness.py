"""What: a rule is too thin for how it is inked.

Why: a hairline breaks up on newsprint; a thin tinted rule is a row of dots, and one in several inks has coloured edges.

Fix: make it thicker, or solid black.
"""

from collections.abc import Iterator
from itertools import groupby

from layout.diagnostics import Finding, Severity
from layout.model.press import RuleLimits
from layout.preflight.marks import Kind, Mark
from layout.preflight.paper import Paper, by_sheet, told
from layout.units import Emu, pt, to_pt

CODE = "I208"
_TOLERANCE = pt(0.02)
_THIN = 20
"""An area this many times as long as it is thick is a rule."""


def check_rule_thickness(paper: Paper) -> Iterator[Finding]:
    """One finding a sheet and kind: an error under the limit of solid rules, else a warning."""
    limits = paper.press.rules
    for _, marks in by_sheet(paper, lambda mark: _is_too_thin(mark, limits)):
        marks.sort(key=lambda mark: (_wanted(mark, limits), mark.size))
        for (how, least), thin in groupby(marks, key=lambda mark: _wanted(mark, limits)):
            alike = list(thin)
            grave = alike[0].size < limits.solid - _TOLERANCE
            message = f"a {how} rule of {to_pt(alike[0].size):.2g} pt; {to_pt(least):g} pt is the thinnest"
            severity = Severity.ERROR if grave else Severity.WARNING
            yield told(CODE, severity, message, "make it thicker, or solid black", alike)


def _is_too_thin(mark: Mark, limits: RuleLimits) -> bool:
    return _is_rule(mark) and mark.size < _wanted(mark, limits)[1] - _TOLERANCE


def _is_rule(mark: Mark) -> bool:
    """Whether it is a line, or an area so thin that it is meant for one."""
    if mark.kind is Kind.FILL:
        return 0 < mark.size * _THIN <= max(mark.place.width, mark.place.depth)
    return mark.kind is Kind.STROKE


def _wanted(mark: Mark, limits: RuleLimits) -> tuple[str, Emu]:
    inks = mark.tone.inks
    if len(inks) > 1:
        return "several-ink", limits.several
    if mark.tone.light or (inks and inks[0][1] < 1):
        return "tinted" if inks else "reversed", limits.tinted
    return "solid", limits.solid
