"""What: a planned page has a large rectangle that is in no slot and that no advertisement takes.

Why: readers see a hole, and think that something fell out on the way to the press.

Fix: give the columns and rows that the finding names to a slot, new or widened. How much of a page may stay empty says the
style (`largest-blank`).
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from layout.diagnostics import Finding, Place, Severity
from layout.model.issue import DummyPages
from layout.model.page import Page
from layout.model.style import PageStyle
from layout.preflight.proof import Proof
from layout.preflight.room import ad_rows

CODE = "P120"


class _Blank(NamedTuple):
    """An empty rectangle of the grid; units and rows count from 0, the last exclusive."""

    units: tuple[int, int]
    rows: tuple[int, int]

    @property
    def size(self) -> int:
        return (self.units[1] - self.units[0]) * (self.rows[1] - self.rows[0])


def check_blanks(proof: Proof) -> Iterator[Finding]:
    """One finding a page, for its largest blank; of one across the whole foot a rule of its own tells."""
    style = proof.issue.style
    plans = {plan.first: plan for plan in proof.issue.dummy if plan.slots}
    for page in proof.pages.pages:
        if page.number not in plans:
            continue
        blank = max(_blanks(page, plans[page.number], style.page), key=lambda blank: blank.size, default=None)
        if blank is None or (blank.units == (0, style.page.units) and blank.rows[1] == page.rows):
            continue
        if blank.size * 1000 > style.page.units * page.rows * style.makeup.largest_blank:
            columns, rows = (f"{first + 1}-{last}" for first, last in blank)
            message = f"columns {columns}, rows {rows} of page {page.number} are in no slot"
            hint = f"widen a slot, or add one: `columns: {columns}, rows: {rows}`"
            span = plans[page.number].span
            yield Finding(CODE, Severity.WARNING, message, hint, span, _place(page, style.page, blank))


def _blanks(page: Page, plan: DummyPages, style: PageStyle) -> Iterator[_Blank]:
    """For every stretch of units, the rows in which nothing stands in any of them."""
    taken = [set[int]() for _ in range(style.units)]
    for slot in plan.slots:
        for unit in range(slot.first_unit - 1, slot.last_unit):
            taken[unit].update(range(slot.first_row - 1, slot.last_row))
    for left, right, first, last in ad_rows(page, style):
        for unit in range(style.units):
            at = style.left_of(unit)
            if at < right and left < at + style.width_of(1):
                taken[unit].update(range(first, last))
    for first in range(style.units):
        both = set[int]()
        for unit in range(first, style.units):
            both |= taken[unit]
            walls = [-1, *sorted(row for row in both if row < page.rows), page.rows]
            for above, below in pairwise(walls):
                if below - above > 1:
                    yield _Blank((first, unit + 1), (above + 1, below))


def _place(page: Page, style: PageStyle, blank: _Blank) -> Place:
    left, top, _, depth = page.live
    y = top + depth - (page.rows - blank.rows[0]) * style.leading
    width = style.width_of(blank.units[1] - blank.units[0])
    return Place(
        page.number, left + style.left_of(blank.units[0]), y, width, (blank.rows[1] - blank.rows[0]) * style.leading
    )
