"""Stories of slots placed by two processes stand where one would place them, and their accounts say the same."""

import os
from pathlib import Path
from typing import Any

import pytest

from layout.makeup import pages as passes
from layout.makeup import slots
from layout.makeup.pages import make_pages
from layout.makeup.pasteup import Pasteup
from layout.manifest.issue import read_issue
from layout.manifest.workspace import shipped
from layout.model.issue import Issue
from layout.model.page import Pages
from layout.report.geometry import geometry_report
from layout.typeset import companionship
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase

SENTENCE = "The press began to turn at ten, and by eleven the whole floor hummed like a kettle before it sings. "
SLOTS = "\n".join(
    f"      - {{article: {slug}, columns: 1-12, rows: {row}-{row + 24}, legs: 3}}"
    for slug, row in (("a", 1), ("b", 28), ("c", 55))
)
MANIFEST = f"""
layout: 1
publication: P
date: 2026-11-22
articles: [{{story: a.md, headline: A}}, {{story: b.md, headline: B}}, {{story: c.md}}, {{story: d.md}}, {{story: e.md}}]
dummy:
  - page: 1
    slots:
{SLOTS}
  - {{pages: 2-3, run: [d, e]}}
"""


def issue_of(folder: Path, c: str = "") -> Issue:
    """Three stories in slots, one of them overset, and two in a run; `c` is more text of the third."""
    folder = folder / "issues"
    folder.mkdir()
    for slug, sentences in (("a", 30), ("b", 50), ("c", 90), ("d", 150), ("e", 150)):
        text = "\n\n".join(SENTENCE * 5 for _ in range(sentences // 5))
        (folder / f"{slug}.md").write_text(text + (c if slug == "c" else ""), "utf-8")
    (folder / "issue.yaml").write_text(MANIFEST, "utf-8")
    return read_issue(folder / "issue.yaml")[0]


def made(issue: Issue) -> Pages:
    return make_pages(issue, Typecase(Faces((shipped("fonts"),))))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_two_processes_place_stories_as_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    issue = issue_of(tmp_path)
    alone = made(issue)
    monkeypatch.setattr(slots, "_SHARED", 0)
    monkeypatch.setattr(companionship, "may_fork", lambda: True)
    shared = made(issue)
    assert geometry_report(shared, issue.root) == geometry_report(alone, issue.root)
    assert shared.stories == alone.stories
    assert shared.stories[2].overset_lines > 0


def passes_of(issue: Issue, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the pages of an issue are made."""
    opened: list[Pasteup] = []

    def open_pasteup(*words: Any) -> Pasteup:
        opened.append(Pasteup(*words))
        return opened[-1]

    monkeypatch.setattr(passes, "Pasteup", open_pasteup)
    made(issue)
    return len(opened)


@pytest.mark.parametrize(("refers", "passes_made"), [("", 1), ("\n\nSee [[e]].", 2)])
def test_pages_are_made_again_only_for_a_number_that_is_written(
    refers: str, passes_made: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert passes_of(issue_of(tmp_path, refers), monkeypatch) == passes_made
