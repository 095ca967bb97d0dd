"""Drawings in the inks of the press: nothing but DeviceCMYK, nothing that shows through, neutrals in black alone."""

import datetime
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pypdf
import pytest

from layout.draw.pdf import draw_pages
from layout.manifest.press import read_press
from layout.model.edition import Edition
from layout.model.page import Page, Pages, Picture, PictureSource, Placed
from layout.model.press import UNPRINTED, Overprint
from layout.press.pdfx import identify, made_on
from layout.press.separation.separator import separation_for
from layout.units import mm
from tests.pages.colours import delta_e, printed_lab, srgb_lab

ROOT = Path(__file__).parents[3]
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="60">'
CLIP = '<clipPath id="c"><rect width="9" height="9"/></clipPath>'
Drawn: TypeAlias = Callable[..., list[Any]]


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """The forms of a drawing on a page in colour and on one in black."""
    monkeypatch.setenv("LAYOUT_CACHE", str(tmp_path / "kept"))
    press = read_press("newsprint", (ROOT / "styles",))
    separation = separation_for(replace(press, ink=replace(press.ink, colour_pages=("1",))), 2)

    def draw(content: str) -> list[Any]:
        path = tmp_path / "drawing.svg"
        path.write_text(HEAD + content + "</svg>")
        source = PictureSource(path, hashlib.sha256(content.encode()).hexdigest(), (90, 60), "svg")
        placed = (Placed(0, 0, Picture(mm(90), mm(60), source)),)
        pages = tuple(Page(number, mm(90), mm(60), 0, (0, 0, 0, 0), placed) for number in (1, 2))
        pdf = draw_pages(
            Pages("", "en", pages, ()),
            Edition.PRINT,
            Overprint(),
            identify(UNPRINTED, "", made_on(datetime.date(2026, 3, 7))),
            separation,
        )
        (tmp_path / "drawing.pdf").write_bytes(pdf)
        read = pypdf.PdfReader(tmp_path / "drawing.pdf")
        forms = [page["/Resources"]["/XObject"].values() for page in read.pages]
        return [form.get_object() for (form,) in forms]

    return draw


def inks(form: Any) -> list[tuple[float, ...]]:
    """All inks that a form's operators set, but for solid black."""
    found = re.findall(r"((?:[\d.]+ ){4})k", form.get_data().decode(), re.IGNORECASE)
    return [ink for words in found if (ink := tuple(map(float, words.split()))) != (0, 0, 0, 1)]


def assert_looks(ink: tuple[float, ...], colour: tuple[int, int, int]) -> None:
    (printed,) = printed_lab(tuple(round(share * 255) for share in ink))
    assert delta_e(printed, srgb_lab(colour)[0]) < 3


def test_colours_go_through_the_profile_and_neutrals_to_black(drawn: Drawn) -> None:
    colour, black = drawn(
        '<rect width="9" height="9" fill="#96a5be"/><rect width="9" height="9" fill="#808080" stroke="#b47878"/>'
    )
    blue, *others = dict.fromkeys(inks(colour))
    assert_looks(blue, (150, 165, 190))
    (grey,) = (ink for ink in others if not any(ink[:3]))
    assert 0.4 < grey[3] < 0.7
    assert_looks(next(ink for ink in others if any(ink[:3])), (180, 120, 120))
    assert len(inks(black)) == 3 and not any(any(ink[:3]) for ink in inks(black))


def test_what_shows_through_is_laid_on_paper(drawn: Drawn) -> None:
    forms = drawn(
        '<style>.faint { opacity: .5 }</style><g class="faint"><rect width="9" height="9" fill="#4e0000"/></g>'
        '<g style="opacity:.8" fill-opacity=".625"><rect width="9" height="9" fill="#2d4b7d"/></g>'
        '<path d="M0 0L9 9" fill="none" stroke="#2d4b7d" stroke-opacity=".5"/><circle r="4" fill="rgba(45,75,125,0.5)"/>'
    )
    fill, blue = dict.fromkeys(inks(forms[0]))
    assert_looks(fill, (166, 128, 128))
    assert_looks(blue, (150, 165, 190))
    for form in forms:
        states = form["/Resources"]["/ExtGState"].values()
        assert {key for state in states for key in state} == {"/Type", "/OP", "/op", "/OPM"}


def lines(form: Any) -> list[bool]:
    """Whether each line overprints, in the order in which they are drawn."""
    return overprinting(form, "/OP", ("S", "B"))


def overprinting(form: Any, key: str, operators: tuple[str, ...]) -> list[bool]:
    """Whether what these operators paint overprints by a key of the graphics state."""
    states = form["/Resources"]["/ExtGState"]
    over, outside, found = False, [], []
    for words in map(str.split, form.get_data().decode().splitlines()):
        match words[-1]:
            case "q":
                outside.append(over)
            case "Q":
                over = outside.pop()
            case "gs":
                over = bool(states[words[0]][key])
            case operator if operator in operators:
                found.append(over)
    return found


def test_black_lines_overprint_and_others_do_not(drawn: Drawn) -> None:
    for form in drawn(
        '<path d="M0 0L9 9" stroke="#000"/><path d="M0 9L9 0" stroke="#96a5be"/><path d="M0 0L9 9" stroke="#000"/>'
    ):
        assert lines(form) == [True, False, True]


def test_black_areas_as_small_as_letters_overprint_and_nothing_else_does(drawn: Drawn) -> None:
    letter, large = '<path d="M4 4H8V9H4z"{}/>', '<path d="M10 10H50V50H10z"{}/>'
    red, black, stroke = ' fill="#c8281e"', ' fill="#000"', ' stroke="#000"'
    shapes = (
        letter.format(black),
        letter.format(red),
        large.format(black),
        letter.format(black),
        letter.format(stroke),
    )
    assert overprinting(drawn("".join(shapes))[0], "/op", ("f", "f*", "B")) == [True, False, False, False, False]
    assert overprinting(drawn(letter.format(black) * 2)[0], "/op", ("f", "f*")) == [True, True]
    on_red = '<rect width="60" height="60" fill="#c8281e"/>' + letter.format(black)
    assert overprinting(drawn(on_red)[0], "/op", ("f", "f*")) == [False, False]


@pytest.mark.parametrize(
    ("content", "over"),
    [
        ('<rect width="9" height="9" fill="#c8281e"/><path d="M4 4L60 4" stroke="#000"/>', False),
        ('<rect width="9" height="9" fill="#96a5be"/><path d="M4 4L60 4" stroke="#000"/>', True),
        ('<rect width="9" height="9" fill="#c8281e"/><path d="M4 20L60 20" stroke="#000"/>', True),
        ('<rect width="9" height="9" fill="#c8281e"/><path d="M4 9.8L60 9.8" stroke="#000" stroke-width="2"/>', False),
        ('<path d="M4 4L60 4" stroke="#000"/><rect width="9" height="9" fill="#c8281e"/>', True),
        (f'{CLIP}<rect width="90" height="60" fill="#c8281e" clip-path="url(#c)"/><path d="M4 20L60 20" stroke="#000"/>', True),
        (f'{CLIP}<rect width="90" height="60" fill="#c8281e" clip-path="url(#c)"/><path d="M4 4L60 4" stroke="#000"/>', False),
        ('<path d="M0 0L60 9" stroke="#c8281e"/><path d="M4 4L60 4" stroke="#000"/>', False),
        ('<rect width="9" height="9" fill="#c8281e" stroke="#000"/>', False),
        ('<g transform="translate(50 0) scale(2)"><circle r="4" fill="#c8281e"/></g><path d="M4 4L60 4" stroke="#000"/>', False),
        ('<g transform="translate(50 40) rotate(45)"><path d="M0 0H4V4z" fill="#c8281e"/></g><path d="M4 4L60 4" stroke="#000"/>', True),
    ],
)  # fmt: skip
def test_black_lines_knock_out_where_ground_and_line_are_too_much_ink(content: str, over: bool, drawn: Drawn) -> None:  # noqa: FBT001
    colour, black = drawn(content)
    assert lines(colour)[-1:] == [over]
    assert lines(black)[-1:] == [True]


@pytest.mark.parametrize("kind", ["linear", "radial"])
def test_gradients_are_ink(kind: str, drawn: Drawn) -> None:
    stops = '<stop offset="0" stop-color="#96a5be"/><stop offset=".5" stop-color="#000" stop-opacity=".5"/><stop offset="1"/>'
    forms = drawn(
        f'<defs><{kind}Gradient id="g">{stops}</{kind}Gradient></defs><rect width="90" height="60" fill="url(#g)"/>'
    )
    for form, plates in zip(forms, (4, 1), strict=True):
        (shading,) = form["/Resources"]["/Shading"].values()
        assert shading.get_object()["/ColorSpace"] == "/DeviceCMYK"
        function = shading.get_object()["/Function"].get_object()
        steps = [step.get_object() for step in function["/Functions"]]
        used = [[float(share) for share in step[end]] for step in steps for end in ("/C0", "/C1")]
        assert sum(any(ink[plate] for ink in used) for plate in range(4)) == plates
        assert used[1][:3] == [0, 0, 0] and 0 < used[1][3] < 1 and used[-1] == [0, 0, 0, 1]
