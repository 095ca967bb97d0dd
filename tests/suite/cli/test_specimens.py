"""Specimens of styles and families: one page each, sound, with their names on it."""

from pathlib import Path

import pypdfium2
import pytest

from layout.build import build_specimen
from layout.cli import run
from layout.diagnostics import ExitCode, Severity
from layout.manifest.specimen import family_specimen, style_specimen
from layout.manifest.style import read_style
from layout.manifest.workspace import Workspace, shipped
from layout.typeset.faces import Faces

STYLES = ("a4", "berliner", "broadsheet", "tabloid")
FAMILIES = Faces((shipped("fonts"),)).families()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, (shipped("fonts"),), (shipped("styles"),))


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 1
        return document[0].get_textpage().get_text_range()
    finally:
        document.close()


@pytest.mark.parametrize("name", STYLES)
def test_a_style_shows_its_roles_on_one_sound_page(name: str, workspace: Workspace) -> None:
    style = read_style(name, workspace.styles)
    built = build_specimen(style_specimen(style), workspace)
    assert [finding for finding in built.findings if finding.severity is Severity.ERROR] == []
    words = " ".join(words_of(built.pdf).split()).casefold()
    roles = (
        "kicker",
        "deck",
        "byline",
        "subhead",
        "slogan",
        "slogan-banner",
        "pull-quote",
        "cutline",
        "box-headline",
        "box-body",
    )
    for role in (*roles, *(f"headline-{size}" for size in range(1, 5))):
        assert role in words.replace("\u00ad", "").replace("- ", "-"), role
    assert "continued on page 2" in words


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_shows_its_weights_and_letters_on_one_sound_page(family: str, workspace: Workspace) -> None:
    files = family_specimen(family, Faces(workspace.fonts), read_style("a4", workspace.styles))
    built = build_specimen(files, workspace)
    assert [finding for finding in built.findings if finding.severity is Severity.ERROR] == []
    words = words_of(built.pdf)
    assert family in words
    assert words.count("Hamburgefonts 400") == words.count("Hamburgefonts 700") == 2
    assert all(letter in words for letter in "ÀàÇçŁłŘřŐőŽžß")


def test_specimens_of_a_workspace_show_its_own_style(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["styles", str(manifest), "-o", "shown"]) == ExitCode.CLEAN
    assert {path.stem for path in Path("shown").iterdir()} == {*STYLES, "paper"}
    assert "paper.pdf" in capsys.readouterr().out
    assert "Paper" in words_of(Path("shown/paper.pdf").read_bytes())
