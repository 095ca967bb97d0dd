"""What the rules of ink are handed: a press profile, the sheets, and the ink measured on them where it was."""

from collections.abc import Callable, Iterator

from layout.diagnostics import Finding, Severity
from layout.model.coverage import Coverage
from layout.model.press import Press, Product
from layout.preflight.marks import Mark, Sheet
from layout.record import record


@record
class Paper:
    """The sheets of a file or of an issue, the press that will print them, and which of a press's products they are; `issue_pages`
    is how many pages there are where these sheets are not all."""

    press: Press
    sheets: tuple[Sheet, ...]
    coverage: tuple[Coverage, ...] = ()
    product: Product = Product.ISSUE
    issue_pages: int = 0


def by_sheet(paper: Paper, fails: Callable[[Mark], bool]) -> Iterator[tuple[Sheet, list[Mark]]]:
    """The sheets on which some marks fail, with these marks."""
    for sheet in paper.sheets:
        failing = [mark for mark in sheet.marks if fails(mark)]
        if failing:
            yield sheet, failing


def told(code: str, severity: Severity, message: str, hint: str, marks: list[Mark]) -> Finding:
    """One finding for marks of one sheet: at the first of them, with how many more there are."""
    first, others = marks[0], len(marks) - 1
    more = f", here and in {others} more place{'s' * (others > 1)}" if others else ""
    return Finding(code, severity, message + more, hint, first.span, first.place, first.story)
