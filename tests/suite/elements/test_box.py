"""Boxes: their own grid, and white that is even."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from layout.diagnostics import Span
from layout.elements.body import set_body
from layout.elements.box import Box, set_box
from layout.elements.display import Display
from layout.elements.paragraph import Paragraph
from layout.elements.setting import Setting
from layout.elements.table import Row, Table
from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.issue import Content
from layout.model.page import Rule
from layout.model.style import Style
from layout.model.text import Glyphs, Inline
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase
from layout.units import Emu, mm, pt

AT = Span(Path("a.md"), 1)
STYLE = read_style("tabloid", (shipped("styles"),))
CASE = Typecase(Faces((shipped("fonts"),)))
WORDS = "The last boat leaves at half past eleven and comes back without anybody on it. "


def box(look: str, *texts: str, style: Style = STYLE, rows: int = 1, headline: str = "The night boats") -> Display:
    """A box of paragraphs, a leg wide."""
    body: tuple[Content, ...] = tuple(Paragraph((Inline(text, AT),), AT) for text in texts)
    head = (Inline(headline, AT),) if headline else ()
    given = Box("a", body, AT, headline=head, look=look)
    return set_box(Setting(CASE, style, "en-GB", mm(62)), given, mm(62), set_body, rows)


def baselines(display: Display, size: Emu) -> list[Emu]:
    """Those of the lines of a size."""
    return sorted({one.y for one in display.paint if isinstance(one.paint, Glyphs) and one.paint.size == size})


def capitals(display: Display, size: Emu) -> Emu:
    """How tall the capitals of a size are."""
    faces = (one.paint.face for one in display.paint if isinstance(one.paint, Glyphs) and one.paint.size == size)
    face = next(faces)
    return face.cap_height * size // face.units_per_em


def with_leading(leading: Emu) -> Style:
    """The style with another leading of text in boxes."""
    roles = {
        name: replace(role, leading=leading) if name in ("box-body", "box-first") else role
        for name, role in STYLE.text.items()
    }
    return replace(STYLE, text=roles)


@pytest.mark.parametrize("leading", [pt(9.6), pt(10.4), STYLE.page.leading])
def test_lines_stand_at_the_boxs_own_leading(leading: Emu) -> None:
    display = box("tinted", WORDS * 4, style=with_leading(leading))
    lines = baselines(display, STYLE.text["box-body"].size)
    assert len(lines) > 3
    assert {below - above for above, below in pairwise(lines)} == {leading}


def test_lines_at_the_leading_of_body_text_stand_on_the_pages_grid() -> None:
    display = box("framed", WORDS * 4, style=with_leading(STYLE.page.leading), rows=20)
    lines = baselines(display, STYLE.text["box-body"].size)
    assert {(line - STYLE.page.baseline) % STYLE.page.leading for line in lines} == {0}


@pytest.mark.parametrize("more", [0, 1, 2, 3])
@pytest.mark.parametrize("look", ["tinted", "framed"])
def test_what_is_over_is_shared_between_head_and_foot(look: str, more: int) -> None:
    least = box(look, WORDS * 4)
    display = box(look, WORDS * 4, rows=least.rows + more)
    assert display.rows == least.rows + more
    assert display.foot == least.foot
    headline, body = STYLE.text["box-headline"], STYLE.text["box-body"]
    head, *_ = baselines(display, headline.size)
    *_, last = baselines(display, body.size)
    foot = (display.rows - 1) * STYLE.page.leading + STYLE.page.baseline
    look_of = STYLE.boxes[look]
    over_head = head - capitals(display, headline.size) - STYLE.page.inset - look_of.top
    over_foot = foot - last - look_of.foot_rows * STYLE.page.leading
    assert over_head == pytest.approx(over_foot, abs=2)
    assert over_foot < (more + 1) * STYLE.page.leading // 2


def test_a_box_without_edges_begins_at_its_top_whatever_is_over() -> None:
    high, deep = (baselines(box("plain", WORDS * 4, rows=rows), STYLE.text["box-body"].size) for rows in (1, 20))
    assert high == deep


def test_head_and_body_stand_apart() -> None:
    display = box("framed", WORDS)
    head, first = (
        baselines(display, STYLE.text["box-headline"].size)[0],
        baselines(display, STYLE.text["box-body"].size)[0],
    )
    assert pt(12) < first - head < pt(20)
    alone = baselines(box("framed", WORDS, headline=""), STYLE.text["box-body"].size)[0]
    assert alone < first - STYLE.text["box-headline"].size


def test_the_rule_of_a_table_clears_the_row_below_it() -> None:
    rows = [Row((((Inline(word, AT),)), ((Inline("12", AT),))), AT) for word in ("Tide", "High", "Low")]
    table = Table(rows[0], tuple(rows[1:]), (None, None), AT)
    given = Box("a", (table,), AT, look="framed")
    display = set_box(Setting(CASE, STYLE, "en-GB", mm(62)), given, mm(62), set_body)
    rule = next(one for one in display.paint if isinstance(one.paint, Rule) and one.x == STYLE.boxes["framed"].padding)
    head, first, _ = baselines(display, size := STYLE.text["box-table"].size)
    assert head + pt(1.5) < rule.y < first - capitals(display, size) - pt(1)
