"""The contents list and the names of sections: what is said in them, and what is told of those that are left out."""

from collections.abc import Callable
from typing import Any

import pytest

from layout.model.page import Part
from layout.model.text import Glyphs

MANIFEST = """
articles:
  - {slug: a, text: A., %s}
  - {story: b.md, headline: B}
dummy:
  - {page: 1, slots: [{contents: true, columns: 1-%d, rows: 1-20}]}
  - {page: 2, slots: [{article: a, rows: 1-20}]}
  - {page: 3, run: [b]}
"""


def listed(pages: Any) -> list[str]:
    """The lines of furniture on the first page."""
    texts = [placed for placed in pages.pages[0].placed if isinstance(placed.paint, Glyphs)]
    return [" ".join(run.text for run in text.paint.words) for text in texts if text.part is not Part.BODY]


@pytest.mark.parametrize(
    ("columns", "title"), [(12, "The ferry that never came back"), (2, "The lost ferry"), (1, "Ferry")]
)
def test_the_longest_headline_on_one_line_is_listed(
    press: Any, story: Callable[[int], str], columns: int, title: str
) -> None:
    heads = "headline: The ferry that never came back, headlines: [Ferry, The lost ferry]"
    lines = listed(press(MANIFEST % (heads, columns), b=story(40)))
    assert title in lines
    assert not {"The ferry that never came back", "The lost ferry", "Ferry"} - {title} & set(lines)


def test_a_story_without_a_headline_is_told(press: Any, story: Callable[[int], str]) -> None:
    press(MANIFEST % ("kicker: News", 6), b=story(40))
    assert [finding.story for finding in press.findings if finding.code == "P121"] == ["a"]
    press(
        (MANIFEST % ("kicker: News", 6)).replace("contents: true", "article: a").replace("page: 2", "page: 9"),
        b=story(4),
    )
    assert "P121" not in press.codes


@pytest.mark.parametrize(
    ("dummy", "told"),
    [
        ("{page: 2, slots: [{article: a, rows: 1-30}, {article: b, rows: 33-60}]}", ["Quay"]),
        ("{page: 2, slots: [{article: a, rows: 1-30}]}, {page: 3, slots: [{article: b, rows: 1-60}]}", []),
        ("{page: 1, slots: [{article: a, rows: 1-20}, {article: b, rows: 22-60}]}", ["City", "Quay"]),
        ("{pages: 2-3, run: [a, b]}", ["Quay"]),
    ],
)
def test_a_section_that_is_named_nowhere_is_told(
    press: Any, story: Callable[[int], str], dummy: str, told: list[str]
) -> None:
    articles = "articles: [{story: a.md, section: City, headline: A}, {story: b.md, section: Quay, headline: B}]\n"
    press(f"{articles}dummy: [{dummy}]\n", a=story(3), b=story(3))
    assert [f.message.split('"')[1] for f in press.findings if f.code == "P122"] == told
