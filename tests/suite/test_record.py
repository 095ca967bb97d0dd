"""Records behave as the standard library's frozen dataclasses do."""

import pickle
from dataclasses import dataclass, field, fields, is_dataclass, replace

from layout.model.page import Placed
from layout.model.text import GlyphRun, Glyphs
from layout.record import record


@record
class Ours:
    one: int
    two: str = "two"
    three: dict[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Theirs:
    one: int
    two: str = "two"
    three: dict[str, int] = field(default_factory=dict, compare=False)


def test_a_record_is_a_dataclass_by_value():
    ours, theirs = Ours(1), Theirs(1)
    assert is_dataclass(ours) and [f.name for f in fields(ours)] == [f.name for f in fields(theirs)]
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours == Ours(1, three={"a": 1}) != Ours(2) and ours != theirs
    assert hash(ours) == hash(theirs)
    assert replace(ours, two="other") == Ours(two="other", one=1)
    assert Ours.__match_args__ == Theirs.__match_args__ and not hasattr(ours, "__dict__")
    assert pickle.loads(pickle.dumps(ours)) == ours


def test_defaults_that_are_made_are_made_for_each():
    Ours(1).three["a"] = 1
    assert Ours(1).three == {}


def test_a_class_may_compare_by_identity():
    runs = [GlyphRun(None, "a", (1,), (1,), (0,), (0,), (0,), 1) for _ in range(2)]
    assert runs[0] != runs[1] and len(set(runs)) == 2
    assert Placed(0, 0, Glyphs(None, 1, None, tuple(runs), (0, 1))) == Placed(
        0, 0, Glyphs(None, 1, None, tuple(runs), (0, 1))
    )
