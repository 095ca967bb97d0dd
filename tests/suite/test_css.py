"""What drawings say of their type, in the words of style sheets."""

import pytest

from layout.css import declared, is_generic, is_slanted, names_of, weight_of, written_out


@pytest.mark.parametrize(
    ("said", "properties"),
    [
        ("12px sans-serif", {"font-size": "12px", "font-family": "sans-serif"}),
        (
            "italic bold 1.2em/1.3 'PT Serif', serif",
            {"font-style": "italic", "font-weight": "bold", "font-size": "1.2em", "font-family": "'PT Serif', serif"},
        ),
        ("600 small Newsreader", {"font-weight": "600", "font-size": "small", "font-family": "Newsreader"}),
        ("80% a", {"font-size": "80%", "font-family": "a"}),
        ("caption", {}),
        ("", {}),
    ],
)
def test_the_short_way_is_written_out(said: str, properties: dict[str, str]) -> None:
    assert dict(written_out("font", said)) == properties


def test_a_sheet_says_what_it_declares_of_fonts_and_nothing_else() -> None:
    sheet = '.a{fill:red;font-family:"Open Sans", Arial !important;x-font-style:b}\n.b { font: bold 9px PT Serif; font-style: oblique }'
    assert list(declared(sheet)) == [
        ("font-family", '"Open Sans", Arial'),
        ("font-weight", "bold"),
        ("font-size", "9px"),
        ("font-family", "PT Serif"),
        ("font-style", "oblique"),
    ]


def test_families_are_named_without_quotes_in_their_order() -> None:
    assert names_of(""" "Open Sans",'PT Serif' , serif,""") == ("Open Sans", "PT Serif", "serif")
    assert [is_generic(name) for name in ("Sans-Serif", "Sans")] == [True, False]


@pytest.mark.parametrize(
    ("said", "weight"), [("bold", 700), ("450", 450), ("9000", 1000), ("", 400), ("\u0663", 400), ("-7", 400)]
)
def test_weights_are_numbers(said: str, weight: int) -> None:
    assert weight_of(said) == weight


def test_slanted_is_italic_or_oblique() -> None:
    assert [is_slanted(said) for said in ("italic", "oblique 10deg", "normal", "")] == [True, True, False, False]
