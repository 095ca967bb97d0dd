"""Pages that look alike have one name, and nothing that is painted is left out of it."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from layout.diagnostics import Span
from layout.draw.looks import looks_of
from layout.model.ink import BLACK, Ink
from layout.model.page import Clip, Fill, Paint, Part, Picture, PictureSource, Placed, Rule
from layout.model.text import Face, Glyphs, LineEnd
from layout.units import mm

from .conftest import Setter, page_of

FILE = PictureSource(Path("a.png"), "a", (10, 10), "png")
FILL, RULE = Fill(mm(9), mm(8), BLACK), Rule(mm(7), 0, mm(1), BLACK)
PICTURE, CLIP = Picture(mm(6), mm(5), FILE), Clip(mm(4), mm(3), (Placed(0, 0, FILL),))
CHANGES: tuple[tuple[Paint, dict[str, Any]], ...] = (
    (FILL, {"width": 1, "depth": 1, "ink": Ink(spot="Harbour")}),
    (RULE, {"dx": 1, "dy": 1, "thickness": 1, "ink": Ink(cyan=1), "dash": (1, 1)}),
    (PICTURE, {"width": 1, "depth": 1, "source": replace(FILE, digest="b"), "crop": (0, 0, 1, 1)}),
    (CLIP, {"width": 1, "depth": 1, "placed": (Placed(0, 0, RULE),)}),
)
OF_GLYPHS = {"size": 1, "ink": Ink(tint=1), "offsets": (0, 1), "letter_space": 1, "scale": 1, "end": LineEnd.SPACE}


def looks(paint: Paint, x: int = 0, y: int = 0, **others: Any) -> bytes:
    return looks_of(page_of(Placed(x, y, paint, **others)))


@pytest.mark.parametrize(("paint", "changes"), CHANGES, ids=[type(paint).__name__ for paint, _ in CHANGES])
def test_everything_that_is_painted_counts(paint: Paint, changes: dict[str, Any]) -> None:
    unseen = {"alt"}  # what is read aloud
    assert {field.name for field in fields(paint)} - unseen == set(changes)
    found = {looks(paint), looks(paint, x=1), looks(paint, y=1)}
    assert len(found | {looks(replace(paint, **{name: value})) for name, value in changes.items()}) == 3 + len(changes)


def test_every_property_of_a_line_counts(newsreader: Face, headline: Face, set_words: Setter) -> None:
    line = set_words(newsreader, "ink spills", 9.4)
    changed = [replace(line, **{name: value}) for name, value in OF_GLYPHS.items()]
    word = line.words[0]
    lifted = replace(line, words=(replace(word, y_offsets=(1,) * len(word.glyph_ids)), line.words[1]))
    others: list[Glyphs] = [*changed, lifted, set_words(newsreader, "ink spins"), replace(line, face=headline)]
    assert {field.name for field in fields(line)} == {*OF_GLYPHS, "face", "words"}
    assert len({looks(one) for one in (line, *others)}) == 1 + len(others)


def test_a_page_set_again_looks_the_same(newsreader: Face, set_words: Setter) -> None:
    line = set_words(newsreader, "ink spills ink", 9.4)
    again = replace(line, words=tuple(replace(word) for word in line.words))
    span = Span(Path("elsewhere.md"), 3, 1)
    assert looks(line) == looks(again, part=Part.DISPLAY, span=span, story="other")
