"""YAML with places."""

from pathlib import Path

import pytest

from layout.diagnostics import UnusableInput
from layout.manifest.found import Found
from layout.manifest.node import key_place, place_of, read_yaml, to_value

PATH = Path("x.yaml")


def refusal(text: str) -> tuple[str, int]:
    found = Found()
    read_yaml(text, PATH, found)
    with pytest.raises(UnusableInput) as refused:
        found.findings()
    first = refused.value.findings[0]
    assert first.span is not None
    return first.code, first.span.line


def test_scalars_stay_words_and_know_their_place() -> None:
    table = read_yaml("a: 2.00\nb: [no, {c: 2026-11-22}]\nd:\n", PATH, Found(), 10)
    assert table is not None
    assert to_value(table) == {"a": "2.00", "b": ["no", {"c": "2026-11-22"}], "d": None}
    place = place_of(table, ("b", 1, "c"))
    assert (place.line, place.column, place.end_column) == (12, 13, 23)
    assert key_place(table, ("b", 1, "c")).column == 10


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\na: 2\n", "M005", 2),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", "M007", 3),
        ("a: *nothing\n", "M007", 1),
        ("a: &a [*a]\n", "M007", 1),
        ("a: !!python/object:os.system x\n", "M007", 1),
        ("a: " + "[" * 5000, "M006", 1),
        ("- a\n- b\n", "M008", 1),
        ("a: b: c\n", "M003", 1),
        ("a: 1\n---\nb: 2\n", "M003", 2),
        ("? [a]\n: 1\n", "M003", 1),
        ("a: 'open\n", "M003", 1),
        ("a:\n\tb: 1\n", "M004", 2),
        ("a:\n\u00a0\u00a0b: 1\n", "M004", 2),
        ("a:\n\u00a0\u00a0b: 1\n  c: 2\n", "M004", 2),
    ],
)
def test_refused(text: str, code: str, line: int) -> None:
    assert refusal(text) == (code, line)
