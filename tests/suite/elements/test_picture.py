"""Pictures range with the type beside them, cutlines and all."""

from pathlib import Path
from typing import Any

import pytest

from layout.diagnostics import Span
from layout.elements.grid import Grid, set_grid
from layout.elements.picture import Picture, set_picture
from layout.elements.setting import Setting
from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.page import Part, PictureSource
from layout.model.page import Picture as PicturePaint
from layout.model.text import Inline
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase
from layout.units import mm

SPAN = Span(Path("issue.yaml"), 1, 1)
STYLE = read_style("tabloid", (shipped("styles"),))
PAGE = STYLE.page
SETTING = Setting(Typecase(Faces((shipped("fonts"),))), STYLE, "en-GB", mm(80))
WORDS = "The quay at six, before the first ferry has come in. "


def picture(sentences: int, **own: Any) -> Picture:
    source = PictureSource(Path("quay.jpg"), "0", (900, 600), "jpeg")
    return Picture("quay", source, SPAN, (Inline(WORDS * sentences, SPAN),) if sentences else (), **own)


@pytest.mark.parametrize("sentences", range(6))
def test_a_picture_fills_its_rows_from_the_capitals_to_the_last_baseline(sentences: int) -> None:
    display = set_picture(SETTING, picture(sentences), mm(80), 30)
    (shown,) = [one for one in display.paint if isinstance(one.paint, PicturePaint)]
    assert shown.y == PAGE.inset
    foot = max([one.y for one in display.paint if one.part is Part.CUTLINE] or [shown.y + shown.paint.depth])
    assert foot == 29 * PAGE.leading + PAGE.baseline


def test_pictures_of_a_row_are_equally_deep_whatever_is_said_of_them() -> None:
    grid = Grid("pair", (picture(1), picture(4)), 2, SPAN)
    shown = [one for one in set_grid(SETTING, grid, mm(160), 24).paint if isinstance(one.paint, PicturePaint)]
    assert len({(one.y, one.paint.depth) for one in shown}) == 1
