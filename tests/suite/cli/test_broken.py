"""What cannot be built is told with place and remedy, exit code 2, and nothing is written."""

import json
import re
from pathlib import Path

import pytest

from layout.cli import run
from layout.diagnostics import ExitCode
from tests.suite.manifest.broken import CASES, broken_inputs


@pytest.mark.parametrize("name", CASES)
def test_broken_input(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    broken = next(broken for broken in broken_inputs(tmp_path) if broken.name == name)
    assert run(["build", str(broken.manifest), "-o", "out"]) == ExitCode.UNUSABLE_INPUT
    said = capsys.readouterr()
    assert said.out == ""
    place = rf"^\S*{re.escape(broken.file)}:{broken.line}:\d+: error {broken.code} .+\n    \S"
    assert re.search(place, said.err, re.MULTILINE), said.err
    assert "Traceback" not in said.err
    assert not Path("out").exists()


def test_json_says_it_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = broken_inputs(tmp_path)[0]
    assert run(["check", str(broken.manifest), "--format", "json"]) == ExitCode.UNUSABLE_INPUT
    told = json.loads(capsys.readouterr().out)
    assert told["issue"] is None
    assert told["findings"][0]["file"].startswith("issues/one/")


def test_a_manifest_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(tmp_path / "issue.yaml")]) == ExitCode.UNUSABLE_INPUT
    assert "error M021" in capsys.readouterr().err
