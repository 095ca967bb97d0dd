"""Built again from the same typecase, only what was changed is set, and the pages are those of a first build."""

from pathlib import Path

import pytest

from layout.makeup import galleys
from layout.makeup.pages import make_pages
from layout.manifest.issue import read_issue
from layout.manifest.workspace import find_workspace
from layout.model.page import Pages
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase

HEAD = "layout: 1\npublication: P\ndate: 2026-11-22\n"
STORIES = "articles: [{story: a.md}, {story: b.md}, {story: c.md}]\n"
WORDS = "The press began to turn at ten, and by eleven the whole floor hummed like a kettle. "


class Desk:
    """An issue of three stories, of which b refers to c; `set` are the slugs that the last build set."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = folder / "issue.yaml"
        self.write(HEAD + "style: a4\n" + STORIES, a=WORDS * 10, b=f"See [[c]]. {WORDS * 10}", c=WORDS * 6)
        self.case = self.new_case()
        self.set: list[str] = []
        original = galleys.set_story_strips
        monkeypatch.setattr(
            galleys, "set_story_strips", lambda setting, body: self.set.append(setting.story) or original(setting, body)
        )

    def write(self, manifest: str = "", **stories: str) -> None:
        if manifest:
            self.path.write_text(manifest, "utf-8")
        for slug, text in stories.items():
            self.path.with_name(f"{slug}.md").write_text(f"---\nheadline: On {slug}\n---\n{text}\n", "utf-8")

    def new_case(self) -> Typecase:
        issue, _ = read_issue(self.path)
        return Typecase(Faces(find_workspace(self.path).fonts), issue.style.exceptions)

    def build(self) -> Pages:
        self.set.clear()
        return make_pages(read_issue(self.path)[0], self.case)

    def anew(self) -> Pages:
        self.case.standing.clear()
        return self.build()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


def test_what_is_not_changed_stands(desk: Desk) -> None:
    first = desk.build()
    assert set(desk.set) == {"a", "b", "c"}
    assert desk.build() == first
    assert desk.set == []


def test_only_the_changed_story_is_set(desk: Desk) -> None:
    desk.build()
    desk.write(c=WORDS * 5)
    again = desk.build()
    assert set(desk.set) == {"c"}
    assert desk.anew() == again


def test_a_story_is_set_again_when_the_page_that_it_refers_to_is_another(desk: Desk) -> None:
    desk.build()
    desk.write(a=WORDS * 120)
    again = desk.build()
    assert set(desk.set) == {"a", "b"}
    assert desk.anew() == again


def test_another_style_or_language_sets_all(desk: Desk) -> None:
    desk.build()
    for line in ("style: berliner\n", "language: de-DE\n"):
        desk.write(HEAD + line + STORIES)
        again = desk.build()
        assert set(desk.set) == {"a", "b", "c"}
        assert desk.anew() == again
