"""The checks that keep the house in order, each as whoever changes the program would run it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("lint-imports",)],
    ids=["ruff-check", "ruff-format", "mypy-strict", "imports-run-downhill"],
)
def test_house_is_in_order(command: tuple[str, ...]) -> None:
    ended = subprocess.run((BIN / command[0], *command[1:]), cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_nothing_but_rooms_and_houses_stands_at_the_top() -> None:
    listed = subprocess.run(("git", "ls-files"), cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    folders = {line.split("/")[0] for line in listed.stdout.splitlines() if "/" in line}
    assert folders <= {".ci", "layout", "issues", "fonts", "styles", "tests"}
