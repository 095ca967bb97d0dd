"""Two processes make what one makes; where the second comes to grief, the first makes it all."""

import os
from pathlib import Path

import pytest

from layout.manifest.workspace import find_workspace
from layout.model.style import Hyphenation, Posture
from layout.typeset import companionship
from layout.typeset.companionship import share_out
from layout.typeset.faces import Faces
from layout.typeset.hyphenate import hyphenate
from layout.typeset.shape import shaper_of
from layout.typeset.typecase import Typecase

WORDS = [
    f"{stem}{end}" for stem in ("paper", "hyphen", "column", "compositor") for end in ("ation", "s", "ing", "less")
] * 20

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture
def case(monkeypatch):
    monkeypatch.setattr(companionship, "may_fork", lambda: True)
    return Typecase(Faces(find_workspace(Path(__file__)).fonts))


def make(case):
    face = case.faces.face("PT Serif", 400, Posture.ROMAN, 9.0)

    def one(word):
        return shaper_of(case, face, (), "en-US").run(word), hyphenate(case, word, "en-US", Hyphenation())

    return one


def test_what_two_make_is_what_one_makes(case):
    alone = Typecase(case.faces)
    made, expected = share_out(case, WORDS, make(case)), [make(alone)(word) for word in WORDS]
    assert [(run.text, run.glyph_ids, run.width, cuts) for run, cuts in made] == [
        (run.text, run.glyph_ids, run.width, cuts) for run, cuts in expected
    ]


def test_a_word_is_one_object_whoever_shaped_it(case):
    made = share_out(case, WORDS, make(case))
    assert len({id(run) for run, _ in made}) == len(set(WORDS))
    assert all(run is make(case)(run.text)[0] for run, _ in made)


def test_what_the_companion_does_not_bring_is_made_here(case):
    here = os.getpid()

    def one(word):
        if os.getpid() != here:
            raise RuntimeError
        return word.upper()

    assert share_out(case, WORDS, one) == [word.upper() for word in WORDS]


def test_a_fault_here_is_raised_here(case):
    def one(word):
        raise ValueError(word)

    with pytest.raises(ValueError, match="paperation"):
        share_out(case, WORDS, one)
