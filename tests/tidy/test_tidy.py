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
