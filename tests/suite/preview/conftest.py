"""A paper of four pages, each with a story of its own, and a preview of it that runs as a person would start it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

MANIFEST = """\
layout: 1
publication: The Harbour Courier
date: 2026-11-22
style: a4
pages: 4
articles:
  - {story: stories/one.md}
  - {story: stories/two.md}
  - {story: stories/three.md}
  - {story: stories/four.md}
dummy:
  - {page: 1, slots: [{article: one, columns: 1-12, rows: 1-30, legs: 1}]}
  - {page: 2, slots: [{article: two, columns: 1-12, rows: 1-30, legs: 1}]}
  - {page: 3, slots: [{article: three, columns: 1-12, rows: 1-30, legs: 1}]}
  - {page: 4, slots: [{article: four, columns: 1-12, rows: 1-30, legs: 1}]}
"""
STORY = """\
---
headline: Story number {name}
---
The first paragraph of story {name} is short.

The second paragraph stands on line six. The press began to turn at ten, and by eleven the whole floor hummed like a
kettle before it sings.
"""


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paper") / "issues" / "first"
    (folder / "stories").mkdir(parents=True)
    (folder / "issue.yaml").write_text(MANIFEST, "utf-8")
    for name in ("one", "two", "three", "four"):
        story_of(folder / "issue.yaml", name).write_text(STORY.format(name=name), "utf-8")
    return folder / "issue.yaml"


@pytest.fixture(scope="module")
def address(manifest: Path) -> Iterator[str]:
    """Where a preview of the paper is to be seen."""
    command = (sys.executable, "-m", "layout", "preview", str(manifest), "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.terminate()


def story_of(manifest: Path, name: str) -> Path:
    return manifest.parent / "stories" / f"{name}.md"
