"""Mutated manifests, stories and style sheets: never a traceback or a hang, and every refusal has a place and a remedy.

A sample of what `python -m tests.fuzz 2000` runs.
"""

from pathlib import Path

import pytest

from layout.build import check_issue
from tests.fuzz.attempts import attempt
from tests.fuzz.mutations import FILES, MUTATIONS, OTHERS, mutated

SEEDS, STACKS = 60, 2


def test_the_model_is_sound_and_whole(tmp_path: Path) -> None:
    for name, text in {**FILES, **OTHERS}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert check_issue(tmp_path / "issue.yaml", lambda *_: None).pages.pages
    assert {mutated(seed)[0].partition(" ")[0] for seed in range(SEEDS)} == set(MUTATIONS)
    assert mutated(7) == mutated(7) != mutated(8)


@pytest.mark.parametrize("stack", range(STACKS))
def test_mutations_are_made_up_or_refused_with_a_place(stack: int, tmp_path: Path) -> None:
    outcomes = [attempt(seed, tmp_path.resolve()) for seed in range(stack, SEEDS, STACKS)]
    assert [outcome for outcome in outcomes if outcome.trouble] == []
    assert {outcome.refused for outcome in outcomes} == {True, False}
