"""The house is in order: lint, format, types, and imports that run downhill. Plain pytest is the whole gate."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

GATES = {
    "ruff check": [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise", "."],
    "ruff format": [sys.executable, "-m", "ruff", "format", "--no-cache", "--check", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "imports": [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run(['--no-logo'])"],
}


@pytest.mark.parametrize("gate", GATES)
def test_gate(gate: str, tmp_path: Path) -> None:
    env = {**os.environ, "MYPY_CACHE_DIR": str(ROOT / ".mypy_cache"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(GATES[gate], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout[-4000:]}\n{done.stderr[-2000:]}"


def test_only_the_rooms_stand_at_the_top() -> None:
    listed = subprocess.run(("git", "ls-files"), cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    folders = {line.split("/")[0] for line in listed.stdout.splitlines() if "/" in line}
    assert folders <= {".ci", "layout", "issues", "fonts", "styles", "tests"}
