"""Names of files: what a template may say, and what becomes of words in it."""

import datetime

import pytest

from layout.model.file_name import page_file_name, safe_name, trouble_of
from layout.model.press import Products

DATE = datetime.date(2026, 3, 7)


def test_the_usual_name_is_in_order() -> None:
    usual = Products().file
    assert trouble_of(usual) == ("", "")
    assert page_file_name(usual, "Göteborgs Tidning / Lördag", DATE, "B", 7, "1c") == (
        "Goteborgs-Tidning-Lordag_20260307_B007_1c.pdf"
    )


@pytest.mark.parametrize(
    "template",
    [
        "{issue}{page}.pdf", "{page.__class__}.pdf", "{page:{date}}.pdf", "{page:999999999}.pdf", "{page!x}.pdf", "{page.pdf",
        "{date:%A}_{page}.pdf", "{0}{page}.pdf", "{}{page}.pdf", "{publication}.pdf", "{page}", "../{page}.pdf", "a b{page}.pdf",
        "{date:/}{page}.pdf", ".{page}.pdf", "{colour:9}{page}.pdf", "{page!s:03}.pdf",
    ],
)  # fmt: skip
def test_what_is_no_name_is_refused_with_a_remedy(template: str) -> None:
    assert all(trouble_of(template))


@pytest.mark.parametrize("template", ["{section}-{page}.pdf", "{section}.{page}.pdf", "{section}-.{page}.pdf"])
def test_a_page_of_no_section_has_no_hidden_name(template: str) -> None:
    assert trouble_of(template) == ("", "")
    assert page_file_name(template, "Paper", DATE, "", 7, "1c") == "7.pdf"


@pytest.mark.parametrize("words", ["../../etc", "C:\\con", "-rf", "a\x00b\n", "  ", "…"])
def test_no_words_lead_out_of_a_folder(words: str) -> None:
    safe = safe_name(words)
    assert not {*safe} & {*"/\\: \x00\n"}
    assert not safe.startswith((".", "-"))
