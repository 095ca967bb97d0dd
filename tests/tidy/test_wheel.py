"""The wheel carries what the program needs away from its checkout: styles, font families, schema."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
OF_THE_BUILD = ("layout", "styles", "fonts", "pyproject.toml", "README.md", "LICENSE")


def test_wheel_builds_a_paper_away_from_its_checkout(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in OF_THE_BUILD:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    _run(source, "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    own = (ROOT / "layout" / "preview").iterdir()
    assert {path.name for path in own if path.suffix in {".html", ".css", ".js", ".svg"}} <= {
        path.name for path in (tmp_path / "installed" / "layout" / "preview").iterdir()
    }
    _run(tmp_path, "layout", "new", "paper")
    _run(tmp_path, "layout", "build", "paper/issues/first/issue.yaml")
    assert (tmp_path / "out" / "first.pdf").exists()
    _run(tmp_path, "layout", "check", "paper/issues/first/issue.yaml", "--format", "json")


def _run(folder: Path, module: str, *words: str) -> None:
    path = folder / "installed"
    env = {**os.environ, "PYTHONPATH": str(path)}
    done = subprocess.run(
        [sys.executable, "-P", "-m", module, *words], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
