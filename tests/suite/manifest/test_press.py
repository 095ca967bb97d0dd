"""Press profiles: those that ship, those of a workspace, and what is wrong with one."""

from pathlib import Path

import pytest

from layout.diagnostics import Severity, UnusableInput
from layout.manifest.issue import read_issue
from layout.manifest.press import read_press
from layout.manifest.workspace import shipped
from layout.model.press import Colour, Standard
from layout.units import mm, pt

SHIPPED = shipped("styles")


def own(folder: Path, text: str) -> tuple[Path, ...]:
    (folder / "styles/press").mkdir(parents=True)
    (folder / "styles/press/own.yaml").write_text(f"layout: 1\n{text}")
    return (folder / "styles", SHIPPED)


def test_newsprint_is_what_newspaper_printers_ask_for() -> None:
    press = read_press("newsprint", (SHIPPED,))
    assert (press.standard, press.colour) == (Standard.X4, Colour.PROCESS)
    assert (press.ink.total, press.ink.pictures) == (2400, 2200)
    assert (press.type.solid, press.type.tinted, press.type.reversed) == (pt(6), pt(8), pt(10))
    assert (press.rules.solid, press.rules.tinted, press.rules.several) == (pt(0.25), pt(1), pt(1.5))
    assert (press.resolution.least, press.resolution.fair, press.resolution.line_least) == (100, 150, 550)
    assert press.pages.ad_tolerance == mm(0.5)
    assert press.intent.profile is not None and press.intent.profile.is_file()
    x1a = read_press("newsprint-x1a", (SHIPPED,))
    assert x1a.standard is Standard.X1A and x1a.ink == press.ink
    for name in ("proof", "digital"):
        assert read_press(name, (SHIPPED,)).standard is Standard.NONE


def test_a_workspace_extends_a_profile(tmp_path: Path) -> None:
    folders = own(tmp_path, "extends: newsprint\nink: {total: 230%}\nseverities: {I205: off, I204: warning}\n")
    press = read_press("own", folders)
    assert (press.ink.total, press.ink.pictures) == (2300, 2200)
    assert press.severities == {"I205": None, "I204": Severity.WARNING}


@pytest.mark.parametrize(
    ("text", "code", "remedy"),
    [
        ("extends: newsprnt\n", "M037", '"newsprint"'),
        ("extends: newsprint\ninks: {total: 230%}\n", "M010", '"ink"'),
        ("extends: newsprint\nink: {total: much}\n", "M012", "digits"),
        ("extends: newsprint\nink: {colour-pages: [first]}\n", "M012", "n/2"),
        ("extends: newsprint\nink: {total: 300}\n", "M012", "`total: 300%`"),
        ("extends: newsprint\nink: {pictures: 22%}\n", "M012", "`pictures: 220%`"),
        ("extends: newsprint\nink: {total: 2%}\n", "M012", "240%"),
        ("extends: newsprint\nstandard: pdf/x-5\n", "M012", "pdf/x-4"),
        ("extends: newsprint\nseverities: {I204: grave}\n", "M012", "warning"),
        ("extends: newsprint\nintent: {profile: none.icc}\n", "M071", "styles/press"),
        ("extends: newsprint\nintent: {profile: ../own.yaml}\n", "M071", "its name alone"),
        ("extends: newsprint\nintent: {profile: own.yaml}\n", "M071", "output profile"),
        ("standard: pdf/x-4\ncolour: process\n", "M071", "intent"),
        ("extends: own\n", "M031", "extends"),
    ],
)
def test_refused(text: str, code: str, remedy: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as refused:
        read_press("own", own(tmp_path, text))
    (finding,) = refused.value.findings
    assert finding.code == code and remedy in finding.hint
    assert finding.span is not None and finding.span.path.name == "own.yaml"


@pytest.mark.parametrize(
    ("booked", "colour"),
    [
        ("press: newsprint\n", range(1, 17)),
        ("press: {colour_pages: [1, n/2, n/2+1, n]}\n", (1, 8, 9, 16)),
        ("press: {profile: newsprint-x1a, colour_pages: [2-3, n-1]}\n", (2, 3, 15)),
        ("press: {colour_pages: []}\n", ()),
    ],
)
def test_an_issue_books_its_colour_pages(booked: str, colour: tuple[int, ...], tmp_path: Path) -> None:
    manifest = tmp_path / "issue.yaml"
    manifest.write_text(
        "layout: 1\npublication: The Tide\ndate: 2026-11-22\narticles: [{slug: a, headline: A, text: Words.}]\n"
        + booked
    )
    issue, _ = read_issue(manifest)
    assert [page for page in range(1, 17) if issue.press.in_colour(page, 16)] == list(colour)
