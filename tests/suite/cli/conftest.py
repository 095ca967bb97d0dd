"""The paper that `layout new` writes in its smallest style, for every test of the command line."""

from pathlib import Path

import pytest

from layout.manifest.starter import Paper, starter
from layout.report.write import write_files


@pytest.fixture
def manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path / "paper", {name: text.encode() for name, text in starter(Paper(style="a4")).items()})
    return tmp_path / "paper" / "issues" / "first" / "issue.yaml"
