"""Which paragraph opens a body, and so stands without indent, and when its first letter drops."""

from pathlib import Path

import pytest

from layout.diagnostics import Span
from layout.elements.body import _roles, set_body, set_story_strips
from layout.elements.paragraph import Paragraph
from layout.elements.pull_quote import PullQuote
from layout.elements.setting import Setting
from layout.elements.subhead import Subhead
from layout.elements.table import Row, Table
from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.page import Breaking
from layout.model.text import Emphasis, Glyphs, Inline
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase
from layout.units import mm

AT = Span(Path("a.md"), 1)
TEXT = (Inline("Ferry", AT),)


def test_what_stands_between_paragraphs_opens_and_ends_nothing() -> None:
    said, paragraph, subhead = PullQuote(TEXT, AT), Paragraph(TEXT, AT), Subhead(TEXT, AT)
    roles = list(_roles((said, paragraph, said, paragraph, subhead, said, paragraph), "lede"))
    assert [role for role, content in zip(roles, "qpqpsqp", strict=True) if content == "p"] == ["lede", "body", "first"]


def test_a_bold_line_right_above_a_table_is_its_title() -> None:
    row = Row((TEXT, TEXT), AT)
    paragraph, table = Paragraph(TEXT, AT), Table(row, (row,), (None, None), AT)
    title = Paragraph((Inline("Results:", AT, Emphasis.BOLD),), AT)
    body = (paragraph, paragraph, table, title, table, title, paragraph)
    assert list(_roles(body, "lede")) == ["lede", "body", "body", "first", "body", "body", "body"]
    style = read_style("tabloid", (shipped("styles"),))
    setting = Setting(Typecase(Faces((shipped("fonts"),)), {}), style, "en-GB", mm(60))
    strips = set_body(setting, body)
    assert strips[3].blocks[-1].break_after is Breaking.FORBIDDEN
    assert [strips[number].blocks[0].rows_above for number in (2, 3, 4, 5)] == [1, 1, 0, 1]


@pytest.mark.parametrize(("words", "caps"), [(99, 0), (100, 1)])
def test_short_stories_begin_without_a_drop_cap(words: int, caps: int) -> None:
    style = read_style("tabloid", (shipped("styles"),))
    setting = Setting(Typecase(Faces((shipped("fonts"),)), {}), style, "en-GB", mm(60))
    body = (Paragraph((Inline("Ferry boats. " * 40, AT),), AT), Paragraph((Inline("Late. " * (words - 80), AT),), AT))
    (lede,), _ = set_story_strips(setting, body)
    sizes = [placed.paint.size for placed in lede.blocks[0].paint if isinstance(placed.paint, Glyphs)]
    assert sum(size > 2 * style.text["body"].size for size in sizes) == caps
