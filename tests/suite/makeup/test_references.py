"""Page references say the right page wherever they are written: in text, heads, cutlines, boxes, slogans and furniture."""

from collections.abc import Callable
from typing import Any

import pytest

from layout.model.page import Link
from layout.model.text import Glyphs

PLACES = {
    "deck": 'deck: "See [[b]]"',
    "kicker": 'kicker: "See [[b]]"',
    "headline": 'headline: "See [[b]]"',
    "cutline": "pictures: [p]",
    "box headline": "boxes: [x]",
    "box": "boxes: [y]",
    "slogan": "slogans: [s]",
}
MANIFEST = """
nameplate: {title: P%s}
articles:
  - {story: a.md, %s}
  - {story: c.md}
  - {story: b.md}
pictures: [{id: p, file: grey.jpg, cutline: "See [[b]]"}]
boxes: [{id: x, headline: "See [[b]]", text: One.}, {id: y, headline: One, text: "See [[b]]."}]
slogans: [{id: s, lines: ["See [[b]]"], at: top}]
dummy: [{pages: 1-20, run: [a, c, b]}]
"""


def words_of(pages: Any) -> str:
    texts = [p for page in pages.pages for p in page.placed if isinstance(p.paint, Glyphs)]
    return " ".join(run.text for text in texts for run in text.paint.words)


@pytest.mark.parametrize("place", [*PLACES, "skybox", "left_ear", "subhead", "pull quote", "text"])
def test_a_reference_says_the_page_on_which_its_story_begins(
    press: Any, story: Callable[[int], str], place: str
) -> None:
    written = {
        "text": "See [[b]].\n\n",
        "subhead": "Text.\n\n## See [[b]]\n\n",
        "pull quote": "::: pullquote\nSee [[b]]\n:::\n\n",
    }.get(place, "")
    furniture = f', {place}: "See [[b]]"' if place in ("skybox", "left_ear") else ""
    manifest = MANIFEST % (furniture, PLACES.get(place, "kicker: A"))
    pages = press(manifest, a=written + story(30), b=story(4), c=story(55))
    page = next(fit.pages[0] for fit in pages.stories if fit.slug == "b")
    assert page > 2
    assert f"page {page}" in words_of(pages).lower()
    assert "00" not in words_of(pages)
    assert page in {p.paint.page for sheet in pages.pages for p in sheet.placed if isinstance(p.paint, Link)}
    assert "P123" not in press.codes


def test_a_reference_to_a_story_on_no_page_is_an_error(press: Any, story: Callable[[int], str]) -> None:
    press(
        (MANIFEST % ("", PLACES["deck"])).replace("run: [a, c, b]", "run: [a, c]"), a=story(4), b=story(4), c=story(4)
    )
    assert "P123" in press.codes
