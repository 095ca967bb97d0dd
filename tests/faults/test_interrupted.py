"""Ctrl-C and a reader that goes away end a command quietly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from layout import build as pipeline
from layout.cli import INTERRUPTED, run
from layout.diagnostics import ExitCode

ROOT = Path(__file__).parents[2]


def test_ctrl_c(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read_issue", interrupted)
    monkeypatch.chdir(tmp_path)
    assert run(["build", "issue.yaml"]) == INTERRUPTED
    assert capsys.readouterr().err.endswith("stopped; nothing was written\n")
    assert list(tmp_path.iterdir()) == []


def test_reader_that_goes_away() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "layout", "schema"], cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (ExitCode.CLEAN, b"")


def test_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["proof", "no.pdf"]) == ExitCode.UNUSABLE_INPUT
    assert "check that the file is there" in capsys.readouterr().err
