"""The size of a headline."""

from pathlib import Path

import pytest

from layout.makeup.pages import make_pages
from layout.manifest.issue import read_issue
from layout.manifest.workspace import shipped
from layout.model.page import Part, Placed
from layout.model.text import Glyphs
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase
from layout.units import pt


def head_of(folder: Path, priority: int, headline: str = "Ferries", deck: str = "") -> list[Placed]:
    """What is displayed of a story's head."""
    manifest = folder / "issue.yaml"
    manifest.write_text(
        "layout: 1\npublication: P\ndate: 2026-11-22\n"
        f"articles: [{{slug: a, text: Ferries run., headline: {headline}, deck: {deck!r}, priority: {priority}}}]\n",
        "utf-8",
    )
    issue, _ = read_issue(manifest)
    pages = make_pages(issue, Typecase(Faces((shipped("fonts"),)), {}))
    return [p for p in pages.pages[0].placed if p.part is Part.DISPLAY and p.story == "a"]


def size_of_headline(folder: Path, priority: int) -> float:
    return max(p.paint.size for p in head_of(folder, priority) if isinstance(p.paint, Glyphs)) / pt(1)


@pytest.mark.parametrize(("priority", "smaller"), [(1, 2), (2, 3), (3, 4)])
def test_a_story_of_less_weight_has_a_smaller_headline(priority: int, smaller: int, tmp_path: Path) -> None:
    assert size_of_headline(tmp_path, smaller) < size_of_headline(tmp_path, priority)


def test_what_weighs_less_than_any_role_has_the_smallest(tmp_path: Path) -> None:
    assert size_of_headline(tmp_path, 9) == size_of_headline(tmp_path, 4)


def test_a_deck_is_as_near_to_one_line_as_to_two(tmp_path: Path) -> None:
    near = set()
    for headline in ("Ferries", "Ferries that run at night and never come home before the milk of the morning"):
        *above, deck = head_of(tmp_path, 2, headline, "They ran.")
        near.add(deck.y - above[-1].y)
    assert len(near) == 1
