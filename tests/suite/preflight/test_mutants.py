"""Every rule of the press sees the one thing that is wrong with a file, and only it; with the good ones nothing is."""

from dataclasses import replace

import pytest

from layout.diagnostics import Finding, Severity
from layout.model.press import Press
from layout.preflight.check import check_file
from layout.preflight.file_rules import FILE_RULES
from layout.preflight.rules import INK_RULES

from .draft import Draft
from .good import X1A, X4, good, press_of
from .mutants import INNOCENTS, MUTANTS, Innocent, Mutant


def press_for(name: str) -> Press:
    press = press_of(name)
    return replace(press, ink=replace(press.ink, spots=("Gold",), colour_pages=("2-4",)))


def findings(pdf: bytes, press: str) -> tuple[Finding, ...]:
    return check_file(pdf, press_for(press))


@pytest.mark.parametrize("press", [X4, X1A])
def test_good_files_are_clean(press: str) -> None:
    assert findings(good(press), press) == ()
    assert findings(Draft(good(press)).written(), press) == (), "nor does opening them for a mutant spoil them"


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_is_caught_by_its_own_rule_alone(mutant: Mutant) -> None:
    draft = Draft(good(mutant.press))
    mutant.spoil(draft)
    found = findings(draft.written(), mutant.press)
    assert {(finding.code, finding.severity) for finding in found} == {(mutant.code, mutant.severity)}, found
    assert all(finding.hint for finding in found)


@pytest.mark.parametrize("innocent", INNOCENTS, ids=lambda innocent: innocent.name)
def test_what_a_press_takes_is_not_complained_of(innocent: Innocent) -> None:
    draft = Draft(good(innocent.press))
    innocent.spoil(draft)
    assert findings(draft.written(), innocent.press) == ()


def test_a_press_says_how_grave_a_rule_is() -> None:
    draft = Draft(good(X4))
    draft.put(draft.page, Rotate=90)
    draft.put(draft.info, Title=None)
    pdf = draft.written()
    press = replace(press_of(X4), severities={"X106": Severity.NOTE, "X104": None})
    assert [(finding.code, finding.severity) for finding in check_file(pdf, press)] == [("X106", Severity.NOTE)]


@pytest.mark.parametrize("press", ["proof", "digital"])
def test_a_press_without_a_standard_asks_for_none(press: str) -> None:
    draft = Draft(good(X4))
    for key in ("OutputIntents", "Metadata"):
        draft.put(draft.catalog, **{key: None})
    draft.put(draft.page, TrimBox=None)
    draft.paint("1 0 0 rg 100 60 80 40 re f")
    assert check_file(draft.written(), press_of(press)) == ()


def test_every_rule_has_its_mutant() -> None:
    import sys

    codes = {sys.modules[rule.__module__].CODE for rule in (*FILE_RULES, *INK_RULES)}
    assert codes == {mutant.code for mutant in MUTANTS}
