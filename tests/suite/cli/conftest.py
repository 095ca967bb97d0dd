"""The paper that `layout new` writes, for every test of the command line."""

from pathlib import Path

import pytest

from layout.manifest.starter import FILES
from layout.report.write import write_files


@pytest.fixture
def manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path / "paper", {name: text.encode() for name, text in FILES.items()})
    return tmp_path / "paper" / "issues" / "first" / "issue.yaml"
