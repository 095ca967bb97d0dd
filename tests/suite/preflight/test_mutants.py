"""Every rule of the press sees the one thing that is wrong with a file, and only it; with the good ones nothing is."""

from dataclasses import replace

import pytest

from layout.diagnostics import Finding
from layout.model.press import Press
from layout.preflight.check import check_file
from layout.preflight.file_rules import FILE_RULES
from layout.preflight.rules import INK_RULES

from .draft import Draft
from .good import X1A, X4, good, press_of
from .mutants import MUTANTS, Mutant


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


def test_every_rule_has_its_mutant() -> None:
    import sys

    codes = {sys.modules[rule.__module__].CODE for rule in (*FILE_RULES, *INK_RULES)}
    assert codes == {mutant.code for mutant in MUTANTS}
