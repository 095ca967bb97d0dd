"""Style sheets: what ships is sound, what is wrong is told with its place."""

from pathlib import Path

import pytest

from layout.diagnostics import UnusableInput
from layout.manifest.style import read_style
from layout.manifest.workspace import find_workspace, list_styles, shipped
from layout.model.ink import Ink
from layout.model.style import Align, Style
from layout.units import mm, pt


def house(tmp_path: Path, text: str) -> Style:
    (tmp_path / "house.yaml").write_text("layout: 1\nextends: tabloid\n" + text, "utf-8")
    return read_style("house", (tmp_path, shipped("styles")))


def test_every_shipped_style_is_sound() -> None:
    for path in sorted(shipped("styles").glob("*.yaml")):
        style = read_style(path.stem, (shipped("styles"),))
        assert style.page.rows > 40
        assert style.text["body"].size < style.page.leading


def test_extends_merges_key_by_key_and_like_takes_over(tmp_path: Path) -> None:
    style = house(
        tmp_path,
        "page: {margins: {inside: 20mm}}\ninks: {house: 'cmyk(100,0,0,0)'}\n"
        "text:\n  body: {size: 10pt, spacing: {word: [200, 260, 400], letter: [0, 10]}, runt: {words: 3}}\n"
        "  deck: {like: body, ink: house, align: right, rows-above: 2, hang: 1 lines, optical-size: 12}\n"
        "boxes:\n  house: {ground: house, rule-above: 2pt}\nmakeup: {costs: {uneven-row: 7}}\n",
    )
    base = read_style("tabloid", (shipped("styles"),))
    body, deck = style.text["body"], style.text["deck"]
    assert (style.page.margin_inside, style.page.margin_outside) == (mm(20), base.page.margin_outside)
    assert (body.size, body.family, body.runt_words, body.runt_share) == (pt(10), base.text["body"].family, 3, 250)
    assert (body.spacing.word_min, body.spacing.word_ideal, body.spacing.word_max) == (200, 260, 400)
    assert (body.spacing.letter_min, body.spacing.letter_max, body.spacing.scale_max) == (0, 10, 1020)
    assert (deck.size, deck.ink, deck.align, deck.rows_above) == (
        base.text["deck"].size,
        Ink(cyan=1000),
        Align.RIGHT,
        2,
    )
    assert (deck.hang, deck.optical_size_pt) == (style.page.leading, 12.0)
    assert (style.boxes["house"].ground, style.boxes["house"].rule_above) == (Ink(cyan=1000), pt(2))
    assert (style.makeup.costs.uneven_row, style.makeup.costs.empty_row) == (7, base.makeup.costs.empty_row)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("pgae: {}", "M010", 3),
        ("text:\n  body: {siz: 9pt}", "M010", 4),
        ("text:\n  body: {hyphenation: {on_end: 2}}", "M010", 4),
        ("text:\n  body: {hyphenation: {on-end: x}}", "M012", 4),
        ("text:\n  body: {hyphenation: {on-end: -1}}", "M012", 4),
        ("text:\n  lede: {drop-cap: {lines: -1}}", "M012", 4),
        ("text:\n  deck: {like: [body]}", "M032", 4),
        ("slogans:\n  loud: {role: {a: b}}", "M012", 4),
        ("text:\n  body: {size: 9}", "M014", 4),
        ("text:\n  body: {leading: 11 pints}", "M014", 4),
        ("text:\n  body: {weight: 400pt}", "M012", 4),
        ("text:\n  body: {ink: blakc}", "M034", 4),
        ("text:\n  body: {align: justified}", "M012", 4),
        ("text:\n  lede: {drop-cap: {role: dropcap}}", "M032", 4),
        ("text:\n  a: {like: b}\n  b: {like: a}", "M031", 5),
        ("text:\n  kickr: {like: kicker}", "M032", 4),
        ("slogans:\n  loud: {role: slogan-bannner}", "M032", 4),
        ("inks: {new: 'cmyk(0,0,0)'}", "M015", 3),
        ("page: {units: 0}", "M012", 3),
        ("page: {leading: 3 lines}", "M014", 3),
        ("furniture:\n  front:\n    - {kind: foliio}", "M036", 5),
        ("furniture:\n  inside:\n    - {kind: folio, rule: thick}", "M014", 5),
        ("words:\n  sv: {page: x}", "M011", 4),
        ("extends: tabloid", "M005", 3),
    ],
)
def test_refused(text: str, code: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as refused:
        house(tmp_path, text + "\n")
    finding = refused.value.findings[0]
    assert finding.span is not None
    assert (finding.code, finding.span.path.name, finding.span.line) == (code, "house.yaml", line)
    assert finding.hint


@pytest.mark.parametrize(
    ("text", "code", "remedy"),
    [
        ("text:\n  body: {font: Newsreader}", "M010", '"family"'),
        ("text:\n  body: {color: black}", "M010", '"ink"'),
        ("text:\n  body: {weight: bold}", "M012", "`700`"),
        ("text:\n  body: {size: 9}", "M014", "9pt"),
        ("text:\n  headline: {size: 40pt}", "M032", '"headline-'),
        ("text: [body]", "M012", "`key: value`"),
        ("inks:", "M012", "`key: value`"),
        ("text:\n  deck:", "M012", "`key: value`"),
        ("furniture: front", "M012", "`key: value`"),
        ("page: {height: 297mm}", "M010", '"depth"'),
        ("page: {units: two}", "M012", "`2`"),
        ("inks: {new: cmyk(0,100,80,0)}", "M015", "in quotes"),
        ("inks:\n  new: rgb(255,0,0)", "M015", "`cmyk(0,100,100,0)`"),
        ("inks:\n  new: '#800000'", "M015", "`cmyk(0,100,100,50)`"),
        ("inks:\n  new: #800000", "M015", "is a comment"),
    ],
)
def test_one_slip_in_a_style_is_one_finding_with_what_to_write(
    text: str, code: str, remedy: str, tmp_path: Path
) -> None:
    with pytest.raises(UnusableInput) as refused:
        house(tmp_path, text + "\n")
    (finding,) = refused.value.findings
    assert finding.code == code
    assert remedy in finding.hint


def test_a_misspelt_extends_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("layout: 1\nextend: tabloid\ninks: {new: gray(20%)}\n", "utf-8")
    with pytest.raises(UnusableInput) as refused:
        read_style("house", (tmp_path, shipped("styles")))
    (finding,) = refused.value.findings
    assert (finding.code, finding.hint) == ("M010", 'did you mean "extends"?')


def test_unknown_style_is_suggested() -> None:
    with pytest.raises(UnusableInput) as refused:
        read_style("tablod", (shipped("styles"),))
    assert refused.value.findings[0].hint == 'did you mean "tabloid"?'


def test_workspace_styles_hide_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "tabloid.yaml").write_text("layout: 1\n", "utf-8")
    (tmp_path / "issues" / "one").mkdir(parents=True)
    workspace = find_workspace(tmp_path / "issues" / "one" / "issue.yaml")
    assert workspace.root == tmp_path
    assert dict(list_styles(workspace))["tabloid"] == tmp_path / "styles" / "tabloid.yaml"
