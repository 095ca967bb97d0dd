"""Files appear whole, together, or not at all."""

from pathlib import Path

import pytest

from layout.report.write import write_files


def test_files_are_written_into_folders_of_their_own(tmp_path: Path) -> None:
    paths = write_files(tmp_path / "a" / "b", {"one.txt": b"1", "c/two.txt": b"2"})
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert sorted(path.name for path in tmp_path.rglob("*.txt")) == ["one.txt", "two.txt"]


def test_nothing_changes_if_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b"old")
    with pytest.raises(OSError):  # noqa: PT011 (any will do)
        write_files(tmp_path, {"one.txt": b"new", "no" * 400: b""})
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("one.txt", b"old")]


def test_a_folder_in_the_way_is_seen_before_anything_is_changed(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b"old")
    (tmp_path / "two.txt").mkdir()
    with pytest.raises(IsADirectoryError, match="in the way"):
        write_files(tmp_path, {"one.txt": b"new", "two.txt": b"new"})
    assert (tmp_path / "one.txt").read_bytes() == b"old"


@pytest.mark.parametrize("folder", ["file", "file/below"])
def test_a_file_where_a_folder_is_wanted(folder: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    with pytest.raises(NotADirectoryError, match="a folder is wanted"):
        write_files(tmp_path / folder, {"a.pdf": b"new"})
    assert (tmp_path / "file").read_bytes() == b"kept"
