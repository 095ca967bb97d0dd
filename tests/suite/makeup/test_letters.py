"""Letters to the editor: apart from what stands around them, and their salutations not alone at the foot of a leg."""

from itertools import pairwise
from typing import Any

import pytest

from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.page import Part
from layout.model.text import Glyphs

LEADING = read_style("tabloid", (shipped("styles"),)).page.leading
MANIFEST = "articles: [{story: a.md, columns: 4}]\n"


def letter(greeting: str) -> str:
    return f":::: letter\n{greeting},\n\nI was not on it.\n\n::: signature\nA READER\n:::\n::::\n\n"


def lines(pages: Any) -> list[tuple[int, int, str]]:
    """Left and baseline, in rows, of each line of text on the first page, with its first word; leg by leg."""
    texts = [
        placed for placed in pages.pages[0].placed if isinstance(placed.paint, Glyphs) and placed.part is Part.BODY
    ]
    leg = pages.pages[0].live[2] // 4
    return sorted((t.x // leg, round(t.y / LEADING), t.paint.words[0].text) for t in texts if t.paint.words)


def test_a_row_of_white_stands_around_letters(press: Any) -> None:
    letters = f"{letter('Sir')}{letter('Madam')}Closing.\n\n## Subhead\n\n{letter('Friends')}"
    text = "News.\n\n" * 20 + letters + "End.\n\n" * 40
    gaps = {
        (above[2], below[2]): below[1] - above[1]
        for above, below in pairwise(lines(press(MANIFEST, a=text)))
        if above[0] == below[0]
    }
    around = {("News.", "Sir,"), ("A", "Madam,"), ("A", "Closing."), ("A", "End.")}
    met = {pair: gaps[pair] for pair in around if pair in gaps}
    assert len(met) >= 3
    assert set(met.values()) == {2}
    assert gaps["Subhead", "Friends,"] == gaps["Sir,", "I"] == gaps["I", "A"] == 1


@pytest.mark.parametrize("paragraphs", range(10, 22))
def test_a_salutation_is_not_alone_at_the_foot_of_a_leg(press: Any, paragraphs: int) -> None:
    text = "News.\n\n" * paragraphs + letter("Sir") + letter("Madam") + letter("Friends") + letter("Everybody")
    for above, below in pairwise(lines(press(MANIFEST, a=text))):
        assert above[0] == below[0] or not above[2].endswith(",")
