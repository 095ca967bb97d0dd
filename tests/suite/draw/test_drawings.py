"""Drawings are looked into once, those with gradients too."""

import hashlib
from pathlib import Path

import pytest

from layout.draw import vector
from layout.draw.drawings import begin_drawings
from layout.model.page import Picture, PictureSource, Placed
from layout.units import mm

from .conftest import page_of

PLAIN = '<rect width="9" height="9" fill="red"/>'
FADED = (
    '<linearGradient id="a"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
)
FADED += '<rect width="9" height="9" fill="url(#a)"/>'


@pytest.mark.parametrize(("drawn", "count"), [(PLAIN, 3), (FADED, 0)], ids=["plain", "faded"])
def test_a_drawing_is_looked_into_once(drawn: str, count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAYOUT_CACHE", str(tmp_path / "kept"))
    path = tmp_path / "a.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{drawn}</svg>')
    source = PictureSource(path, hashlib.sha256(path.read_bytes()).hexdigest(), (9, 9), "svg")
    pages = (page_of(Placed(0, 0, Picture(mm(9), mm(9), source))),)
    (first,) = begin_drawings(pages, None)().values()
    assert len(first) == count
    monkeypatch.setattr(vector, "find_operators", None)
    (again,) = begin_drawings(pages, None)().values()
    assert again == first
