"""What is kept between builds, and for how long."""

import os
from pathlib import Path

import pytest

from layout.typeset import keep


def test_what_was_not_read_for_longest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAYOUT_CACHE", str(tmp_path))
    for age, name in enumerate("dcba"):
        keep.write_kept(name, b"x" * 1000)
        os.utime(tmp_path / name, (1e9 - age, 1e9 - age))
    assert keep.read_kept("a")  # the oldest, but wanted now
    monkeypatch.setattr(keep, "ROOM", 4000)
    keep._make_room.cache_clear()
    keep.write_kept("e", b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "d", "e"]
