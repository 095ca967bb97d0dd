"""Lengths and colours as editors write them."""

import pytest

from layout.manifest.lengths import Unclear, read_depths, read_focus, read_ink, read_length, read_range, read_stretch
from layout.model.ink import Ink
from layout.units import mm, pica, pt


def test_lengths() -> None:
    leading = pt(11.5)
    for words, length in {
        "12pt": pt(12), "80mm": mm(80), "2.5cm": mm(25), "1in": pt(72), "1 pica": pica(1), "3 lines": 3 * leading, "0": 0
    }.items():  # fmt: skip
        assert read_length(words, leading) == length
    assert read_depths("60mm-95mm", leading) == (mm(60), mm(95))


@pytest.mark.parametrize("words", ["12", "pt", "12 pints", "1e9pt", "", "12pt 3", "１２pt"])
def test_no_length(words: str) -> None:
    with pytest.raises(Unclear):
        read_length(words, pt(11))


def test_inks() -> None:
    inks = {"accent": Ink(magenta=950), "reflex": Ink(cyan=1000, spot="Reflex Blue")}
    assert read_ink("accent", inks) == Ink(magenta=950)
    assert read_ink("cmyk(0, 100,80,0)", inks) == Ink(magenta=1000, yellow=800)
    assert read_ink("gray(20%)", inks) == Ink(black=200)
    assert read_ink("spot(Reflex Blue, 40%)", inks) == Ink(cyan=1000, spot="Reflex Blue", tint=400)
    for words, code in {"acent": "M034", "cmyk(0,101,0,0)": "M015", "rgb(1,2,3)": "M015"}.items():
        with pytest.raises(Unclear) as unclear:
            read_ink(words, inks)
        assert unclear.value.code == code


def test_ranges_and_points() -> None:
    assert (read_range("1-8"), read_range("3"), read_focus("0.4,1")) == ((1, 8), (3, 3), (400, 1000))
    for words in ("8-1", "0-3", "a", "1-"):
        with pytest.raises(Unclear):
            read_range(words)
    assert (read_stretch("31-"), read_stretch("1-8"), read_stretch("3")) == ((31,), (1, 8), (3, 3))
    with pytest.raises(Unclear):
        read_stretch("0-")
    with pytest.raises(Unclear):
        read_focus("0.4,1.2")
