"""Every house style makes up the same small issue: a front page, a section front, a run, boxes, slogans, in German too."""

from pathlib import Path

import pytest

from layout.build import check_issue
from layout.diagnostics import Severity
from layout.manifest.starter import FILES
from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.page import Part
from layout.report.write import write_files

STYLES = sorted(path.stem for path in shipped("styles").glob("*.yaml"))
MANIFEST = """\
layout: 1
publication: Hafenkurier
date: 2026-11-22
number: 7
price: 2 €
language: {language}
style: {style}
nameplate: {{motto: Alles vom Kai, left_ear: Flut um sechs, right_ear: Seite drei, skybox: Die Fähre fährt}}
slogans:
  - {{id: vote, lines: [ONE FERRY, EVERY HOUR], look: banner, span: page}}
boxes:
  - {{id: table, headline: Timetable, look: tinted, text: "- Six o'clock\\n- Seven o'clock"}}
articles:
  - {{story: stories/ferry.md, section: City, slogans: [vote], boxes: [table]}}
  - {{story: stories/bridge.md, section: Bridges, priority: 3}}
  - {{slug: tide, story: stories/bridge.md, section: Harbour, priority: 4}}
dummy:
  - {{page: 1, run: [ferry]}}
  - {{page: 2, furniture: section, run: [bridge]}}
  - {{page: 3, run: [tide]}}
"""


@pytest.mark.parametrize("language", ["en-GB", "de"])
@pytest.mark.parametrize("style", STYLES)
def test_a_small_issue_has_no_error(style: str, language: str, tmp_path: Path) -> None:
    stories = {name: text.encode() for name, text in FILES.items() if name.endswith(".md")}
    manifest = tmp_path / "issues" / "first" / "issue.yaml"
    write_files(
        tmp_path, {**stories, "issues/first/issue.yaml": MANIFEST.format(style=style, language=language).encode()}
    )
    checked = check_issue(manifest, lambda *_: None)
    assert [finding for finding in checked.findings if finding.severity is Severity.ERROR] == []
    section, inside = (
        max(getattr(placed.paint, "size", 0) for placed in page.placed if placed.part is Part.FURNITURE)
        for page in checked.pages.pages[1:3]
    )
    assert section > 2 * inside


@pytest.mark.parametrize("style", STYLES)
def test_styles_have_what_the_tabloid_has(style: str) -> None:
    house, own = (read_style(name, (shipped("styles"),)) for name in ("tabloid", style))
    assert house.text.keys() <= own.text.keys()
    assert house.boxes.keys() <= own.boxes.keys()
    assert house.slogans.keys() <= own.slogans.keys()
    assert own.furniture.keys() >= {"front", "inside", "section", "back"}
    assert own.page.units == 12
    measure = (own.page.live_width - (own.makeup.legs - 1) * own.page.alley) // own.makeup.legs
    assert 12 <= measure / own.text["body"].size <= 21
    for role in own.text.values():
        assert role.size >= own.makeup.smallest_size, role.role


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "it", "pt", "nl", "pl"])
def test_every_language_says_where_a_story_goes_on(language: str) -> None:
    words = read_style("tabloid", (shipped("styles"),)).words[language]
    assert all("{page}" in words[name] for name in ("page", "continued-on", "continued-from"))
    assert all(
        words[name] and "{" not in words[name] for name in ("continued-from-front", "continued-from-back", "contents")
    )
