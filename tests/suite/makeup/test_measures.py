"""What a style's measures say is what make-up gives, in every style that ships."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from layout.build import Checked, check_issue
from layout.cli import run
from layout.makeup.measures import measure_style
from layout.manifest.specimen import PROSE
from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.page import Picture
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase

STYLES = ("tabloid", "broadsheet", "berliner", "a4")
HEAD = """\
layout: 1
publication: The Courier
date: 2026-11-22
style: {style}
nameplate: {{{nameplate}}}
pictures: [{{id: quay, file: quay.svg}}]
articles:
"""
DUMMY = """\
dummy:
  - {page: 1, furniture: front, slots: [{article: front, columns: 1-12, legs: 4}]}
  - {page: 2, furniture: inside, slots: [{article: inside, columns: 1-12, legs: 4}]}
  - {page: 3, furniture: section, slots: [{article: section, columns: 1-12, legs: 4}]}
  - {page: 4, furniture: back, slots: [{article: back, columns: 1-12, rows: 21-40, legs: 4}, {picture: quay, columns: 1-5, rows: 1-18}]}
"""
WHOLE = "motto: All the news, left_ear: High water, right_ear: Lamps lit, skybox: Tomorrow"


def made_up(style: str, nameplate: str, sections: Mapping[str, str], folder: Path) -> Checked:
    """An issue of four pages, each with a furniture set of its own and a story as long as the prose five times."""
    articles = "".join(
        f"  - {{slug: {name}, story: prose.md, {f'section: {sections[name]}' if name in sections else ''}}}\n"
        for name in ("front", "inside", "section", "back")
    )
    (folder / "quay.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="9"><path d="M0 0h90v9z"/></svg>', "utf-8"
    )
    (folder / "prose.md").write_text("\n\n".join([PROSE] * 5), "utf-8")
    (folder / "issue.yaml").write_text(HEAD.format(style=style, nameplate=nameplate) + articles + DUMMY, "utf-8")
    return check_issue(folder / "issue.yaml", lambda *_: None)


@pytest.mark.parametrize("style", STYLES)
def test_measures_are_those_of_make_up(style: str, tmp_path: Path) -> None:
    folders = (shipped("styles"),)
    measures = measure_style(read_style(style, folders), Typecase(Faces((shipped("fonts"),))), PROSE)
    bare = made_up(style, "", {}, tmp_path)
    whole = made_up(style, WHOLE, {"inside": "A", "section": "B", "back": "C"}, tmp_path)
    assert [well.furniture for well in measures.wells] == ["front", "inside", "section", "back"]
    assert [well.rows for well in measures.wells] == [page.rows for page in bare.pages.pages]
    assert [well.fewest for well in measures.wells] == [page.rows for page in whole.pages.pages]
    widths = {p.paint.width for p in bare.pages.pages[3].placed if isinstance(p.paint, Picture)}
    assert widths == {measures.units[4]}
    (told,) = (leg.words for leg in measures.legs if leg.legs == 4)
    (story,) = (story for story in bare.pages.stories if story.slug == "inside")
    assert story.lines > 150 and story.words / story.lines == pytest.approx(told, rel=0.04)


def test_measures_on_the_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    plain = told(capsys)
    assert plain[0] == "tabloid: trim 289 x 380 mm, live area 263.0 x 353.0 mm, a row 4.06 mm (11.5 pt)"
    assert {"3  62.4", "12  263.0", "4  62.4  6.9"} <= {"  ".join(line.split()) for line in plain}
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    drawn = [re.sub(r"\x1b\[\d+m", "", line) for line in told(capsys)]
    assert [line.split() for line in drawn if line.strip(" ─")] == [line.split() for line in plain if line.strip()]


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert run(["styles", "--measures", "tabloid"]) == 0
    return capsys.readouterr().out.splitlines()
