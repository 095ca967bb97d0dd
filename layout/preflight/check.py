"""All rules over one issue, or over one finished PDF. Total: whatever they meet, there are findings and no exception."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from layout.diagnostics import Finding
from layout.model.coverage import Coverage
from layout.model.issue import Issue
from layout.model.page import Pages
from layout.model.press import Colour, Press, Product
from layout.preflight.drawn import sheets_of_pages
from layout.preflight.marks import Sheet
from layout.preflight.paper import Paper
from layout.preflight.proof import Proof
from layout.preflight.rules import ARTWORK_INK_RULES, INK_RULES, PAGE_INK_RULES, RULES
from layout.preflight.rules.ungraded import check_severities
from layout.preflight.supplied import Supplied, supplied_in


def check(issue: Issue, pages: Pages) -> tuple[Finding, ...]:
    """What every rule finds, each thing once, in the order of the rules and, within one, of the pages."""
    return check_with(issue, pages, supplied_in(issue, pages))


def check_with(issue: Issue, pages: Pages, supplied: tuple[Supplied, ...]) -> tuple[Finding, ...]:
    """The same where the PDFs that are placed have been looked into."""
    proof, press = Proof(issue, pages), issue.press
    found = [*check_severities(press, codes), *(finding for rule in RULES for finding in rule(proof))]
    if press.colour is not Colour.AS_SUPPLIED:
        paper = Paper(press, tuple(_untold(proof, sheet) for sheet in sheets_of_pages(pages)))
        found += (finding for rule in PAGE_INK_RULES for finding in rule(paper))
    found += (finding for one in supplied for finding in one.told(press, len(pages.pages)))
    return _graded(found, press)


def _untold(proof: Proof, sheet: Sheet) -> Sheet:
    """A sheet without what stands where a head or a piece is too large for its place, of which rules of their own tell."""
    if not proof.covers:
        return sheet
    return replace(sheet, marks=tuple(mark for mark in sheet.marks if not proof.covered(mark.place)))


def check_file(
    pdf: bytes,
    press: Press,
    coverage: Callable[[], tuple[Coverage, ...]] = tuple,
    product: Product = Product.ISSUE,
    supplied: Callable[[], tuple[Supplied, ...]] = tuple,
) -> tuple[Finding, ...]:
    """What the rules of PDF/X and of ink find in any PDF.

    Args:
        pdf: the file.
        press: the press that it is for.
        coverage: gives the ink measured on its plates; if that is nothing, ink is added up from what is said of areas and
            type.
        product: what of an issue it holds: single pages and spreads have another count of pages, and nobody knows their
            place in the issue.
        supplied: gives the PDFs placed in it, which have been told of by themselves: what is wrong with them is left out.

    Raises:
        layout.preflight.file.opened.Unreadable: the file is no PDF, or cannot be looked into.
    """
    from layout.preflight.file.claim import Claim
    from layout.preflight.file.opened import OpenFile
    from layout.preflight.file.sheets import sheets_of
    from layout.preflight.file_rules import FILE_RULES

    file = OpenFile(pdf)
    sheets = sheets_of(file)
    claim = Claim(file, press, product, tuple(mark for sheet in sheets for mark in sheet.marks))
    found = [finding for rule in FILE_RULES for finding in rule(claim)]
    paper, known = Paper(press, sheets, coverage(), product), supplied()
    own = replace(paper, sheets=tuple(_without(known, sheet) for sheet in sheets)) if known else paper
    found += (finding for rule in INK_RULES for finding in rule(own if rule in ARTWORK_INK_RULES else paper))
    told = {(finding.code, finding.message) for one in known for finding in one.findings}
    return _graded((finding for finding in found if (finding.code, finding.message) not in told), press)


def _without(supplied: tuple[Supplied, ...], sheet: Sheet) -> Sheet:
    """A sheet without what the PDFs placed on it paint."""
    here = [one for one in supplied if one.place.page == sheet.number]
    if not here:
        return sheet
    return replace(sheet, marks=tuple(mark for mark in sheet.marks if not any(one.holds(mark.place) for one in here)))


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

    for module in _rules():
        if code == module.CODE:
            return inspect.cleandoc(module.__doc__ or "")
    return None


def codes() -> tuple[str, ...]:
    """The codes of all rules."""
    return tuple(dict.fromkeys(module.CODE for module in _rules()))


def _rules() -> list[Any]:
    """The modules of all rules."""
    import sys

    from layout.preflight.file_rules import FILE_RULES
    from layout.preflight.rules.left_behind import check_left_behind

    return [
        sys.modules[rule.__module__] for rule in (*RULES, check_severities, *INK_RULES, *FILE_RULES, check_left_behind)
    ]
