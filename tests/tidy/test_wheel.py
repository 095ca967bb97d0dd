"""The wheel carries what the program needs away from its checkout: styles, font families, schema."""

import json
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
    empty = tmp_path / "empty"
    empty.mkdir()
    _run(empty, "layout", "new", "demo", "--yes")
    _run(empty, "layout", "build", "demo/issues/first/issue.yaml", "-o", "out")
    assert {path.name for path in (empty / "out").iterdir()} == {"first.pdf", "findings.json", "geometry.json"}
    found = json.loads((empty / "out" / "findings.json").read_bytes())["findings"]
    assert [finding for finding in found if finding["severity"] != "note"] == []


def _run(folder: Path, module: str, *words: str) -> None:
    """Runs a module as if the wheel were installed, far from any checkout."""
    wheel = folder if (folder / "installed").is_dir() else folder.parent
    env = {**os.environ, "PYTHONPATH": str(wheel / "installed")}
    done = subprocess.run(
        [sys.executable, "-P", "-m", module, *words], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
