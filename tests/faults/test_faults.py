"""What breaks around the program: no half-written file, a message for people, the right exit code."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from layout import build as pipeline
from layout.cli import run
from layout.diagnostics import ExitCode
from layout.manifest.starter import FILES
from layout.report.write import write_files

ROOT = Path(__file__).parents[2]


@pytest.fixture
def manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path / "paper", {name: text.encode() for name, text in FILES.items()})
    return tmp_path / "paper" / "issues" / "first" / "issue.yaml"


def test_folder_that_cannot_be_made(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("out").write_text("a file in the way", "utf-8")
    assert run(["build", str(manifest), "-o", "out"]) == ExitCode.UNUSABLE_INPUT
    assert "error: out" in capsys.readouterr().err
    assert Path("out").read_text("utf-8") == "a file in the way"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_folder_that_may_not_be_written(manifest: Path) -> None:
    Path("out").mkdir(mode=0o500)
    assert run(["build", str(manifest), "-o", "out"]) == ExitCode.UNUSABLE_INPUT


def test_full_disk(manifest: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if "geometry" in path.name:
            write(path, content[:10])
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert run(["build", str(manifest), "-o", "deep/out"]) == ExitCode.UNUSABLE_INPUT
    assert "No space left on device" in capsys.readouterr().err
    assert not Path("deep").exists()


def test_a_paper_that_finds_no_room_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.suffix == ".part" and "heron" in path.name:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "write_bytes", full)
    assert run(["new", "demo", "--yes"]) == ExitCode.UNUSABLE_INPUT
    assert list(tmp_path.iterdir()) == []


def test_killed_build_leaves_what_was_there(manifest: Path) -> None:
    Path("out").mkdir()
    Path("out/first.pdf").write_text("yesterday's", "utf-8")
    code = (
        "import os, pathlib\n"
        "pathlib.Path.replace = lambda part, path: os.kill(os.getpid(), 9)\n"
        f"from layout.cli import run; run(['build', {str(manifest)!r}, '-o', 'out'])"
    )
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == -9
    assert Path("out/first.pdf").read_text("utf-8") == "yesterday's"
    assert [path.name for path in Path("out").iterdir() if not path.name.startswith(".")] == ["first.pdf"]
    assert run(["build", str(manifest), "-o", "out"]) == ExitCode.CLEAN


def test_font_that_is_not_there(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    family = manifest.parents[2] / "fonts" / "newsreader"
    family.mkdir(parents=True)
    (family / "family.yaml").write_text("family: Newsreader\nfaces: [{posture: roman, file: gone.ttf}]\n", "utf-8")
    assert run(["build", str(manifest), "-o", "out"]) == ExitCode.UNUSABLE_INPUT
    said = capsys.readouterr().err
    assert "gone.ttf" in said
    assert "Traceback" not in said
    assert not Path("out").exists()


def test_fault_of_the_program(
    manifest: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(pipeline, "make_pages", broken)
    assert run(["build", str(manifest), "-o", "out"]) == ExitCode.PROGRAM_FAULT
    said = capsys.readouterr().err
    assert "ZeroDivisionError: by nothing" in said
    assert "report" in said
    assert "Traceback" not in said
    assert not Path("out").exists()
    monkeypatch.setenv("LAYOUT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["build", str(manifest), "-o", "out"])
