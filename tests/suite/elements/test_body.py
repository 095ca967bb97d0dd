"""Which paragraph opens a body, and so stands without indent, and when its first letter drops."""

from pathlib import Path

import pytest

from layout.diagnostics import Span
from layout.elements.body import _roles, set_story_strips
from layout.elements.paragraph import Paragraph
from layout.elements.pull_quote import PullQuote
from layout.elements.setting import Setting
from layout.elements.subhead import Subhead
from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.text import Glyphs, Inline
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase
from layout.units import mm

AT = Span(Path("a.md"), 1)
TEXT = (Inline("Ferry", AT),)


def test_what_stands_between_paragraphs_opens_and_ends_nothing() -> None:
    said, paragraph, subhead = PullQuote(TEXT, AT), Paragraph(TEXT, AT), Subhead(TEXT, AT)
    roles = list(_roles((said, paragraph, said, paragraph, subhead, said, paragraph), "lede"))
    assert [role for role, content in zip(roles, "qpqpsqp", strict=True) if content == "p"] == ["lede", "body", "first"]


@pytest.mark.parametrize(("words", "caps"), [(99, 0), (100, 1)])
def test_short_stories_begin_without_a_drop_cap(words: int, caps: int) -> None:
    style = read_style("tabloid", (shipped("styles"),))
    setting = Setting(Typecase(Faces((shipped("fonts"),)), {}), style, "en-GB", mm(60))
    body = (Paragraph((Inline("Ferry boats. " * 40, AT),), AT), Paragraph((Inline("Late. " * (words - 80), AT),), AT))
    (lede,), _ = set_story_strips(setting, body)
    sizes = [placed.paint.size for placed in lede.blocks[0].paint if isinstance(placed.paint, Glyphs)]
    assert sum(size > 2 * style.text["body"].size for size in sizes) == caps
