"""Which paragraph opens a body, and so stands without indent."""

from pathlib import Path

from layout.diagnostics import Span
from layout.elements.body import _roles
from layout.elements.paragraph import Paragraph
from layout.elements.pull_quote import PullQuote
from layout.elements.subhead import Subhead
from layout.model.text import Inline

AT = Span(Path("a.md"), 1)
TEXT = (Inline("Ferry", AT),)


def test_what_stands_between_paragraphs_opens_and_ends_nothing() -> None:
    said, paragraph, subhead = PullQuote(TEXT, AT), Paragraph(TEXT, AT), Subhead(TEXT, AT)
    roles = list(_roles((said, paragraph, said, paragraph, subhead, said, paragraph), "lede"))
    assert [role for role, content in zip(roles, "qpqpsqp", strict=True) if content == "p"] == ["lede", "body", "first"]
