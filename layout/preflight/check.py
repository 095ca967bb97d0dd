"""All rules over one issue, or over one finished PDF. Total: whatever they meet, there are findings and no exception."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from layout.diagnostics import Finding
from layout.model.coverage import Coverage
from layout.model.issue import Issue
from layout.model.page import Pages
from layout.model.press import Colour, Press, Product
from layout.preflight.drawn import sheets_of_pages
from layout.preflight.marks import Sheet
from layout.preflight.paper import Paper
from layout.preflight.proof import Proof
from layout.preflight.rules import INK_RULES, PAGE_INK_RULES, RULES


def check(issue: Issue, pages: Pages) -> tuple[Finding, ...]:
    """What every rule finds, each thing once, in the order of the rules and, within one, of the pages."""
    proof, press = Proof(issue, pages), issue.press
    of_pages = [finding for rule in RULES for finding in rule(proof)]
    if press.colour is Colour.AS_SUPPLIED:
        return _graded(of_pages, press)
    paper = Paper(press, tuple(_untold(proof, sheet) for sheet in sheets_of_pages(pages)))
    return _graded((*of_pages, *(finding for rule in PAGE_INK_RULES for finding in rule(paper))), press)


def _untold(proof: Proof, sheet: Sheet) -> Sheet:
    """A sheet without what stands where a piece is deeper than its slot, of which a rule of its own tells."""
    if not proof.spilling:
        return sheet
    return replace(sheet, marks=tuple(mark for mark in sheet.marks if not proof.covered(mark.place)))


def check_file(
    pdf: bytes,
    press: Press,
    coverage: Callable[[], tuple[Coverage, ...]] = tuple,
    product: Product = Product.ISSUE,
) -> tuple[Finding, ...]:
    """What the rules of PDF/X and of ink find in any PDF.

    Args:
        pdf: the file.
        press: the press that it is for.
        coverage: gives the ink measured on its plates; if that is nothing, ink is added up from what is said of areas and
            type.
        product: what of an issue it holds: single pages and spreads have another count of pages, and nobody knows their
            place in the issue.

    Raises:
        layout.preflight.file.opened.Unreadable: the file is no PDF, or cannot be looked into.
    """
    from layout.preflight.file.claim import Claim
    from layout.preflight.file.opened import OpenFile
    from layout.preflight.file.sheets import sheets_of
    from layout.preflight.file_rules import FILE_RULES

    file = OpenFile(pdf)
    claim, sheets = Claim(file, press, product), sheets_of(file)
    of_file = [finding for rule in FILE_RULES for finding in rule(claim)]
    paper = Paper(press, sheets, coverage(), product)
    return _graded((*of_file, *(finding for rule in INK_RULES for finding in rule(paper))), press)


def _graded(findings: Iterable[Finding], press: Press) -> tuple[Finding, ...]:
    """Each finding once, as grave as the press says; those of rules that are off are left out."""
    severities = press.severities
    graded = []
    for finding in dict.fromkeys(findings):
        severity = severities.get(finding.code, finding.severity)
        if severity is not None:
            graded.append(finding if severity is finding.severity else replace(finding, severity=severity))
    return tuple(graded)


def explain(code: str) -> str | None:
    """What a code of these rules means, why it matters and how to mend it; None for other codes."""
    import inspect
    import sys

    from layout.preflight.file_rules import FILE_RULES

    for rule in (*RULES, *INK_RULES, *FILE_RULES):
        module = sys.modules[rule.__module__]
        if code == module.CODE:
            return inspect.cleandoc(module.__doc__ or "")
    return None


def codes() -> tuple[str, ...]:
    """The codes of all rules."""
    import sys

    from layout.preflight.file_rules import FILE_RULES

    return tuple(dict.fromkeys(sys.modules[rule.__module__].CODE for rule in (*RULES, *INK_RULES, *FILE_RULES)))
