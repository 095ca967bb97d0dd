"""Short stories of a run: side by side, in bands that are level and lose no word."""

from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from layout.makeup.bands import Bands
from layout.makeup.galleys import Galleys
from layout.manifest.issue import read_issue
from layout.model.page import Page, Pages, Part, Picture, Rule
from layout.model.text import Glyphs
from tests.pages.typecase import case_for
from tests.suite.makeup.test_pages import LEADING, fit, make, story

SHORT = "The ferry was late again, and nobody who stood on the quay was surprised by it. "


class Stand(NamedTuple):
    """Where a story stands on a page: the left edges of its legs, first and last baseline, the size of its headline."""

    legs: tuple[int, ...]
    top: int
    foot: int
    size: int


def stand(page: Page, slug: str) -> Stand:
    """Where a story stands on a page."""
    own = [one for one in page.placed if one.story == slug and isinstance(one.paint, Glyphs)]
    legs = sorted({round((one.x - page.live[0]) / page.live[2] * 4) for one in own if one.part is Part.BODY})
    head = [one.paint for one in own if isinstance(one.paint, Glyphs) and one.paint.words[0].text == "News"]
    sizes = [paint.size for paint in head]
    return Stand(tuple(legs), min(one.y for one in own), max(one.y for one in own), max(sizes, default=0))


def shorts(folder: Path, *sentences: int, keys: str = "", after: str = "") -> Pages:
    """A run of stories, each of so many sentences."""
    slugs = "abcdefgh"[: len(sentences)]
    articles = ", ".join(f"{{story: {slug}.md, headline: News from the quay{keys}}}" for slug in slugs)
    texts = {slug: SHORT * count for slug, count in zip(slugs, sentences, strict=True)}
    return make(folder, f"style: tabloid\narticles: [{articles}]\n{after}", **texts)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "issues" / "x").mkdir(parents=True)
    return tmp_path / "issues" / "x"


def test_short_stories_stand_side_by_side_and_below_a_long_one(workspace: Path) -> None:
    pages = shorts(workspace, 60, 8, 8, 8)
    (page,) = pages.pages
    a, b, c, d = (stand(page, slug) for slug in "abcd")
    assert a.legs == (0, 1, 2, 3)
    assert a.foot < b.top
    assert (b.legs, c.legs, d.legs) == ((0,), (1, 2, 3), (1, 2, 3))
    assert c.foot < d.top
    assert abs(b.foot - d.foot) <= LEADING  # its own rows, or one of them short of the foot
    assert all(entry.words == entry.source_words for entry in pages.stories)


def test_headlines_are_smaller_over_fewer_legs_and_of_two_sizes_side_by_side(workspace: Path) -> None:
    (page,) = shorts(workspace, 60, 8, 8, 8).pages
    a, b, c, _ = (stand(page, slug) for slug in "abcd")
    assert a.size == c.size > b.size


def test_stories_of_a_band_are_parted_by_rules_beside_and_below_one_another(workspace: Path) -> None:
    (page,) = shorts(workspace, 60, 8, 8, 8).pages
    _, b, c, d = (stand(page, slug) for slug in "abcd")
    rules = [(one.y, one.paint.dx, one.paint.dy) for one in page.placed if isinstance(one.paint, Rule)]
    (beside,) = [(y, down) for y, _, down in rules if y < c.top and down and y + down > d.top]
    assert beside[1] > b.foot - b.top - LEADING
    (below,) = [across for y, across, _ in rules if across and c.foot < y < d.top]
    assert page.live[2] // 2 < below < page.live[2] * 3 // 4


def test_a_story_that_asks_for_its_columns_or_for_a_page_stands_across(workspace: Path) -> None:
    (page,) = shorts(workspace, 8, 8, 8, keys=", columns: 4").pages
    found = [stand(page, slug) for slug in "abc"]
    assert [one.legs for one in found] == [(0, 1, 2, 3)] * 3
    assert all(one.foot < other.top for one, other in pairwise(found))
    pages = shorts(workspace, 8, 8, 8, keys=", start: page")
    assert [fit(pages, slug).pages for slug in "abc"] == [(1,), (2,), (3,)]


def test_a_story_of_another_section_does_not_stand_beside(workspace: Path) -> None:
    articles = ", ".join(
        f"{{story: {s}.md, headline: News, section: {name}}}" for s, name in zip("ab", "XY", strict=True)
    )
    (page,) = make(workspace, f"articles: [{articles}]\n", a=SHORT * 8, b=SHORT * 8).pages
    assert stand(page, "a").foot < stand(page, "b").top


def test_a_story_that_says_no_section_stands_beside_the_one_that_opens_it(workspace: Path) -> None:
    articles = (
        "{story: a.md, headline: News, section: In brief, priority: 5}, {story: b.md, headline: News, priority: 5}"
    )
    (page,) = make(workspace, f"articles: [{articles}]\n", a=SHORT * 8, b=SHORT * 8).pages
    assert stand(page, "a").legs[-1] < stand(page, "b").legs[0]


AD = "ads: [{id: ad, file: ad.svg, columns: %d, depth: %dmm, page: 1, at: bottom-outer}]\n"


@pytest.fixture
def artwork(workspace: Path) -> None:
    (workspace / "ad.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm"/>', "utf-8")


@pytest.mark.usefixtures("artwork")
def test_short_stories_stand_side_by_side_above_an_advertisement_under_some_legs(workspace: Path) -> None:
    (page,) = shorts(workspace, 8, 8, 8, after=AD % (6, 60)).pages
    found = [stand(page, slug).legs for slug in "abc"]
    assert any(other[0] > one[-1] for one, other in pairwise(found)), found


@pytest.mark.usefixtures("artwork")
def test_the_last_band_goes_down_beside_an_advertisement_as_deep_as_each_leg(workspace: Path) -> None:
    pages = shorts(workspace, 10, 10, 10, 10, 10, 10, keys=", priority: 5", after=AD % (6, 250))
    (page,) = pages.pages
    assert all(entry.words == entry.source_words for entry in pages.stories)
    found = [stand(page, slug) for slug in "abcdef"]
    (ad,) = [one for one in page.placed if one.part is Part.AD and isinstance(one.paint, Picture)]
    beside = [one for one in found if one.foot > ad.y]
    assert beside
    assert all(one.legs[-1] < 2 for one in beside), found
    rules = [one for one in page.placed if isinstance(one.paint, Rule) and one.paint.dy and one.story is None]
    assert rules
    assert all(one.y + one.paint.dy < ad.y for one in rules if isinstance(one.paint, Rule))


@pytest.mark.usefixtures("artwork")
def test_a_page_with_little_text_ends_level_above_its_advertisement(workspace: Path) -> None:
    (page,) = shorts(workspace, *[6] * 7, keys=", priority: 5", after=AD % (8, 150)).pages
    found = [stand(page, slug) for slug in "abcdefg"]
    feet = [max(one.foot for one in found if leg in one.legs) for leg in range(4)]
    assert max(feet) - min(feet) <= LEADING, found


@pytest.mark.parametrize(("count", "sentences"), [(3, 6), (4, 8), (6, 10)])
def test_no_strips_are_set_to_fill_a_page_that_lacks_more_stories(count: int, sentences: int, workspace: Path) -> None:
    slugs = "abcdef"[:count]
    dummy = f"dummy: [{{page: 1, furniture: inside, run: [{', '.join(slugs)}]}}]\n"
    (page,) = shorts(workspace, *[sentences] * count, keys=", priority: 5", after=dummy).pages
    assert all(len(stand(page, slug).legs) < 4 for slug in slugs)


def test_long_stories_run_as_if_there_were_no_bands(workspace: Path) -> None:
    pages = make(workspace, "articles: [{story: a.md}, {story: b.md}]", a=story(20), b=story(14))
    assert [stand(pages.pages[0], slug).legs for slug in "ab"] == [(0, 1, 2, 3)] * 2


@pytest.mark.parametrize("sentences", [(9, 5, 14, 7), (4, 30, 6, 6, 11), (12, 7, 7, 9, 25, 5)])
def test_the_bands_of_a_page_are_the_cheapest_of_all(workspace: Path, sentences: tuple[int, ...]) -> None:
    shorts(workspace, *sentences)
    issue, _ = read_issue(workspace / "issue.yaml")
    bands = Bands(issue, Galleys(issue, case_for(workspace / "issue.yaml", issue), {}), issue.articles)
    rows, white = issue.style.page.rows, issue.style.makeup.rows_between_stories

    def cheapest(first: int, left: int) -> int:
        """By trying all bands one after another, none of which needs another page."""
        if first == len(sentences):
            return 0
        tried = [band for band in bands.beginning(first) if band.rows <= left]
        ways = (band.price + cheapest(first + len(band.stories), left - band.rows - white) for band in tried)
        return min(ways, default=10**12)

    chosen = bands.divided(0, [rows] * issue.style.makeup.legs)
    assert sum(len(band.stories) for band in chosen) == len(sentences)
    assert sum(band.price for band in chosen) == cheapest(0, rows)
    assert any(len(band.stacks) > 1 for band in chosen)
