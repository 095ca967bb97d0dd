"""Which faces a drawing's labels get, and what is told of those that are not at hand."""

from pathlib import Path

import pytest

from layout.diagnostics import Span
from layout.manifest.found import Found
from layout.manifest.labels import with_labels
from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.page import PictureSource
from layout.model.style import Posture

FONTS, STYLES = (shipped("fonts"),), (shipped("styles"),)


def lettered(folder: Path, content: str, style: str = "tabloid") -> tuple[PictureSource, list[str]]:
    """A drawing with its faces, and what was told of it."""
    path, found = folder / "tides.svg", Found()
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{content}</svg>', "utf-8")
    source = PictureSource(path, "digest", (9, 9), "svg")
    made = with_labels(source, FONTS, read_style(style, STYLES), Span(path, 1), found)
    assert all((one.code, one.severity.value) == ("M076", "warning") for one in found.findings())
    return made, [one.message for one in found.findings()]


@pytest.mark.parametrize(
    "content", ["<rect/>", "<!-- <text>not seen</text> -->", "<text> </text>", "<title>text</title>"]
)
def test_a_drawing_without_labels_is_as_it_was(content: str, tmp_path: Path) -> None:
    source, told = lettered(tmp_path, content)
    assert (source.labels, source.digest, told) == ((), "digest", [])


@pytest.mark.parametrize(
    "content",
    [
        '<text font-family="newsreader">a</text>',
        """<text style="fill:red;font-family:Arial, 'Newsreader'">a</text>""",
        '<style>.a{font:italic 600 9px "Newsreader", serif}</style><text class="a">a</text>',
        '<g font-family="Helvetica,Newsreader,Arial"><text><tspan>a</tspan></text></g>',
    ],
)
def test_the_first_family_at_hand_is_found_wherever_it_is_named(content: str, tmp_path: Path) -> None:
    source, told = lettered(tmp_path, content)
    assert told == []
    assert {face.family for face in source.labels} == {"", "newsreader"}
    assert all(face.face.id.startswith("Newsreader") is bool(face.family) for face in source.labels)


def test_faces_come_in_the_weights_and_postures_that_are_asked_for(tmp_path: Path) -> None:
    source, _ = lettered(
        tmp_path, '<text font-weight="600" font-family="Newsreader">a<tspan font-style="italic">b</tspan></text>'
    )
    own = [(face.weight, face.posture) for face in source.labels if face.family]
    assert own == [(400, Posture.ROMAN), (400, Posture.ITALIC), (600, Posture.ROMAN), (600, Posture.ITALIC)]


def test_a_family_that_is_not_at_hand_is_told_once_and_the_cutlines_stands_in(tmp_path: Path) -> None:
    source, told = lettered(
        tmp_path, '<text font-family="Arial, sans-serif">a</text><text font-family="Arial, sans-serif">b</text>'
    )
    assert told == ['labels of tides.svg ask for "Arial", which is not at hand: they are in Libre Franklin']
    assert {face.face.id[:13] for face in source.labels} == {"LibreFranklin"}


def test_any_of_a_kind_is_told_to_nobody(tmp_path: Path) -> None:
    assert lettered(tmp_path, '<text font-family="sans-serif">a</text><text>b</text>')[1] == []


def test_letters_that_no_family_has_are_told(tmp_path: Path) -> None:
    told = lettered(tmp_path, "<text>Up \u2192 a\u0627</text>")[1]
    assert told == ['no font has a letter for "\u0627" (U+0627), "\u2192" (U+2192), in labels of tides.svg']


def test_the_digest_is_of_the_fonts_too(tmp_path: Path) -> None:
    tabloid, berliner = (lettered(tmp_path, "<text>a</text>", style)[0] for style in ("tabloid", "broadsheet"))
    assert tabloid.labels != berliner.labels
    assert tabloid.digest != berliner.digest != "digest"
