"""Small issues made up in a folder of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from layout.diagnostics import Finding
from layout.makeup.pages import make_pages
from layout.manifest.issue import read_issue
from layout.model.page import Pages
from layout.model.style import Style
from layout.preflight.check import check
from tests.pages.typecase import case_for

SENTENCE = "The press began to turn at ten, and by eleven the whole floor hummed like a kettle before it sings. "


class Press:
    """Makes up manifests; each story is given as Markdown. `findings` are what preflight says of the last, `style` its house style."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.findings: tuple[Finding, ...] = ()
        self.style: Style

    @property
    def codes(self) -> set[str]:
        """The codes of the findings."""
        return {finding.code for finding in self.findings}

    def __call__(self, manifest: str, **stories: str) -> Pages:
        for slug, text in stories.items():
            (self.folder / f"{slug}.md").write_text(text, "utf-8")
        path = self.folder / "issue.yaml"
        path.write_text("layout: 1\npublication: P\ndate: 2026-11-22\n" + manifest, "utf-8")
        issue, _ = read_issue(path)
        self.style = issue.style
        pages = make_pages(issue, case_for(path, issue))
        self.findings = tuple(check(issue, pages))
        return pages


@pytest.fixture
def press(tmp_path: Path) -> Press:
    folder = tmp_path / "issues" / "x"
    folder.mkdir(parents=True)
    Image.new("L", (600, 400), 128).save(folder / "grey.jpg")
    return Press(folder)


@pytest.fixture
def story() -> Callable[[int], str]:
    """A story of so many paragraphs."""
    return lambda paragraphs: "\n\n".join(SENTENCE * 3 for _ in range(paragraphs))
