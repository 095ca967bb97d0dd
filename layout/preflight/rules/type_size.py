"""What: type is too small for how it is inked. It is solid, tinted, reversed, or in several inks.

Why: a tint is a row of dots, a reversed letter fills in, and several inks never meet exactly; the smaller the type, the more
of it is lost.

Fix: set it larger, or in solid black.
"""

from collections.abc import Iterator
from itertools import groupby

from layout.diagnostics import Finding, Severity
from layout.model.press import TypeLimits
from layout.preflight.marks import Kind, Mark
from layout.preflight.paper import Paper, by_sheet, told
from layout.units import Emu, pt, to_pt

CODE = "I206"
_TOLERANCE = pt(0.05)


def check_type_size(paper: Paper) -> Iterator[Finding]:
    """One finding a sheet, kind and size."""
    limits = paper.press.type
    for _, marks in by_sheet(paper, lambda mark: _is_too_small(mark, limits)):
        marks.sort(key=lambda mark: (_wanted(mark, limits), mark.size))
        for (how, least, size), alike in groupby(marks, key=lambda mark: (*_wanted(mark, limits), mark.size)):
            message = f"{how} type of {to_pt(size):.3g} pt; {to_pt(least):g} pt is the smallest"
            yield told(CODE, Severity.ERROR, message, "set it larger, or in solid black", list(alike))


def _is_too_small(mark: Mark, limits: TypeLimits) -> bool:
    return mark.kind is Kind.TEXT and 0 < mark.size < _wanted(mark, limits)[1] - _TOLERANCE


def _wanted(mark: Mark, limits: TypeLimits) -> tuple[str, Emu]:
    inks = mark.tone.inks
    if mark.tone.light:
        return "reversed", limits.reversed
    if len(inks) > 1:
        return "several-ink", limits.reversed
    if inks and inks[0][1] < 1:
        return "tinted", limits.tinted
    return "solid", limits.solid
