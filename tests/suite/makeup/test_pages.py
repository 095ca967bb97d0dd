"""Pages made up from small issues: what stands where, and what is said of what does not fit."""

from pathlib import Path

import pytest
from PIL import Image

from layout.makeup.pages import make_pages
from layout.manifest.issue import read_issue
from layout.model.page import Link, Page, Pages, Part, Picture, Rule, StoryFit
from layout.model.text import Glyphs
from layout.units import pt
from tests.pages.typecase import case_for

SENTENCE = "The press began to turn at ten, and by eleven the whole floor hummed like a kettle before it sings. "
LEADING = 11.5 * 12_700


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "issues" / "x").mkdir(parents=True)
    Image.new("L", (600, 400), 128).save(tmp_path / "issues" / "x" / "grey.jpg")
    return tmp_path / "issues" / "x"


def make(folder: Path, manifest: str, **stories: str) -> Pages:
    """The pages of an issue; each story is given as Markdown."""
    for slug, text in stories.items():
        (folder / f"{slug}.md").write_text(text, "utf-8")
    path = folder / "issue.yaml"
    path.write_text("layout: 1\npublication: P\ndate: 2026-11-22\n" + manifest, "utf-8")
    issue, _ = read_issue(path)
    return make_pages(issue, case_for(path, issue))


def story(paragraphs: int) -> str:
    return "\n\n".join(SENTENCE * 3 for _ in range(paragraphs))


def fit(pages: Pages, slug: str) -> StoryFit:
    return next(entry for entry in pages.stories if entry.slug == slug)


def body(page: Page) -> dict[int, list[int]]:
    """Baselines of body lines by the left edge of their leg, in rows from the first."""
    legs: dict[int, list[int]] = {}
    lines = [p for p in page.placed if p.part is Part.BODY and isinstance(p.paint, Glyphs)]
    for placed in lines:
        legs.setdefault(round((placed.x - page.live[0]) / page.live[2] * 4), []).append(placed.y)
    return legs


def texts(page: Page) -> list[tuple[int, str]]:
    """The lines of a page: baseline and words."""
    glyphs = [(one.y, one.paint) for one in page.placed if isinstance(one.paint, Glyphs)]
    return [(y, " ".join(run.text for run in paint.words)) for y, paint in glyphs]


def test_every_word_of_a_long_story_stands_on_some_page(workspace: Path) -> None:
    pages = make(workspace, "articles: [{story: a.md, columns: 4}]", a=story(120))
    account = fit(pages, "a")
    assert account.pages == (1, 2, 3)
    assert account.words == account.source_words == 120 * 60
    assert account.overset_words == 0


def test_a_leg_of_a_full_page_ends_on_the_last_row(workspace: Path) -> None:
    page = make(workspace, "articles: [{story: a.md, columns: 4}]", a=story(120)).pages[1]
    feet = {max(lines) for lines in body(page).values()}
    assert max(feet) - min(feet) <= LEADING
    assert page.live[1] + page.live[3] - max(feet) < LEADING


def test_a_story_that_ends_on_a_page_ends_level(workspace: Path) -> None:
    page = make(workspace, "articles: [{story: a.md, columns: 3}]", a=story(20)).pages[0]
    feet = [max(lines) for lines in body(page).values()]
    assert len(feet) == 3
    assert max(feet) - min(feet) <= LEADING


def test_stories_of_a_run_follow_one_another_on_a_page(workspace: Path) -> None:
    pages = make(workspace, "articles: [{story: a.md, columns: 3}, {story: b.md, columns: 4}]", a=story(8), b=story(9))
    assert fit(pages, "a").pages == fit(pages, "b").pages == (1,)


def test_a_section_is_named_where_a_story_of_it_begins_not_where_it_goes_on(workspace: Path) -> None:
    pages = make(
        workspace,
        "articles: [{story: a.md}, {story: b.md, section: Harbour}, {story: c.md, section: Harbour, start: page}]\n"
        "dummy: [{pages: 2-6, run: [a, b, c]}]\n",
        a=story(30),
        b=story(60),
        c=story(10),
    )
    named = [page.number for page in pages.pages if any(words == "Harbour" for _, words in texts(page))]
    assert len(fit(pages, "b").pages) > 1
    assert named == list(fit(pages, "c").pages)


def test_a_story_that_starts_on_a_verso_waits_for_one(workspace: Path) -> None:
    manifest = "articles: [{story: a.md}, {story: b.md, start: verso}, {story: c.md, start: recto}]"
    pages = make(workspace, manifest, a=story(3), b=story(3), c=story(3))
    assert [fit(pages, slug).pages for slug in "abc"] == [(1,), (2,), (3,)]


def test_a_story_that_needs_the_first_of_its_slots_only_ends_level_there(workspace: Path) -> None:
    slot = "slots: [{article: a, columns: 1-12, rows: 1-60, legs: 4}]"
    manifest = f"articles: [{{story: a.md}}]\npages: 2\ndummy: [{{page: 1, {slot}}}, {{page: 2, {slot}}}]\n"
    pages = make(workspace, manifest, a=story(8))
    feet = [max(lines) for lines in body(pages.pages[0]).values()]
    assert fit(pages, "a").pages == (1,)
    assert len(feet) == 4
    assert max(feet) - min(feet) <= 2 * LEADING


def test_what_does_not_fit_its_slot_is_counted(workspace: Path) -> None:
    manifest = "articles: [{story: a.md}]\ndummy: [{page: 1, slots: [{article: a, columns: 1-6, rows: 1-20, legs: 2}]}]"
    account = fit(make(workspace, manifest, a=story(12)), "a")
    assert account.overset_lines > 0
    assert account.overset_depth == account.overset_lines * LEADING
    assert account.words + account.overset_words == account.source_words


def test_a_picture_gives_so_that_the_story_ends_at_the_foot_of_its_slot(workspace: Path) -> None:
    manifest = """
articles: [{story: a.md, pictures: [p]}]
pictures: [{id: p, file: grey.jpg, span: 2, depth: {min: 30mm, max: 140mm}}]
dummy: [{page: 1, slots: [{article: a, columns: 1-12, rows: 1-%d, legs: 3}]}]
"""
    shallow = make(workspace, manifest % 40, a=story(16))
    deep = make(workspace, manifest % 47, a=story(16))
    assert fit(shallow, "a").gap_rows == fit(deep, "a").gap_rows == 0
    assert fit(shallow, "a").overset_words == fit(deep, "a").overset_words == 0
    assert picture(shallow).depth < picture(deep).depth


def test_a_story_that_cannot_fit_leaves_out_as_little_as_it_can(workspace: Path) -> None:
    manifest = """
articles: [{story: a.md, pictures: [p]}]
pictures: [{id: p, file: grey.jpg, span: 2, depth: {min: 30mm, max: 140mm}}]
dummy: [{page: 1, slots: [{article: a, columns: 1-12, rows: 1-34, legs: 3}]}]
"""
    pages = make(workspace, manifest, a=story(16))
    assert fit(pages, "a").overset_lines < 20
    assert picture(pages).depth < 32 * 36_000


def picture(pages: Pages) -> Picture:
    return picture_of(pages.pages[0])


def picture_of(page: Page) -> Picture:
    return next(p.paint for p in page.placed if isinstance(p.paint, Picture))


def test_a_drawing_in_more_room_than_it_fills_keeps_its_cutline_close(workspace: Path) -> None:
    Image.new("L", (600, 400), 128).save(workspace / "drawing.png")
    manifest = "pictures: [{id: p, file: drawing.png, cutline: Rivers, depth: 120mm}]\narticles: [{story: a.md, pictures: [p]}]\n"
    page = make(workspace, manifest, a=story(20)).pages[0]
    drawn, paint = next((one, one.paint) for one in page.placed if isinstance(one.paint, Picture))
    cutline = next(one for one in page.placed if one.part is Part.CUTLINE)
    assert cutline.x == drawn.x
    assert 0 < cutline.y - (drawn.y + paint.depth) < 2 * LEADING


@pytest.mark.parametrize("span", [1, 2, 3, 4])
def test_a_drawing_is_as_wide_as_its_place(workspace: Path, span: int) -> None:
    Image.new("L", (610, 400), 128).save(workspace / "drawing.png")
    manifest = f"pictures: [{{id: p, file: drawing.png, span: {span}}}]\narticles: [{{story: a.md, pictures: [p]}}]\n"
    page = make(workspace, manifest, a=story(20)).pages[0]
    alley = 4.5 * 36_000
    assert abs(picture_of(page).width - (page.live[2] + alley) * span // 4 + alley) < 36_000


def test_the_rule_between_two_stories_ends_with_the_deeper(workspace: Path) -> None:
    slots = "{article: a, columns: 1-6, rows: 1-60, legs: 2}, {article: b, columns: 7-12, rows: 1-60, legs: 2}"
    manifest = f"articles: [{{story: a.md}}, {{story: b.md}}]\ndummy: [{{page: 1, slots: [{slots}]}}]"
    page = make(workspace, manifest, a=story(2), b=story(4)).pages[0]
    foot = max(y for lines in body(page).values() for y in lines)
    down = [p.y + p.paint.dy for p in page.placed if isinstance(p.paint, Rule) and p.paint.dy and p.story is None]
    assert down == [foot]


def test_a_crop_keeps_the_focus_in_view(workspace: Path) -> None:
    manifest = """
articles: [{story: a.md, pictures: [p]}]
pictures: [{id: p, file: grey.jpg, span: 4, depth: {min: 30mm, max: 31mm}, focus: [0.5, 1]}]
"""
    left, top, right, foot = picture(make(workspace, manifest, a=story(3))).crop
    assert (left, right, foot) == (0, 1_000_000, 1_000_000)
    assert top > 500_000


def test_a_reference_names_the_page_of_its_story(workspace: Path) -> None:
    manifest = "articles: [{story: a.md}, {story: b.md, start: page}]"
    pages = make(workspace, manifest, a="See [[b]] for more.", b=story(2))
    words = [run.text for p in pages.pages[0].placed if isinstance(p.paint, Glyphs) for run in p.paint.words]
    at = words.index("page")
    assert words[at + 1] == "2"


def test_a_piece_without_a_place_is_named(workspace: Path) -> None:
    manifest = "articles: [{story: a.md}]\nslogans: [{id: s, lines: [NEVER SEEN]}]"
    assert [name for name, _ in make(workspace, manifest, a=story(1)).unused] == ["s"]


def test_a_slogan_given_to_a_story_closes_it(workspace: Path) -> None:
    manifest = "articles: [{story: a.md, slogans: [s]}]\nslogans: [{id: s, lines: [THE END]}]"
    pages = make(workspace, manifest, a=story(2))
    paints = [p for p in pages.pages[0].placed if isinstance(p.paint, Glyphs) and p.story == "a"]
    assert [run.text for run in paints[-1].paint.words] == ["THE", "END"]
    assert pages.unused == ()


def test_white_below_a_slogan_is_no_part_of_the_leg_that_it_ends(workspace: Path) -> None:
    manifest = """articles: [{story: a.md, slogans: [s]}]
slogans: [{id: s, lines: [THE END], look: closing}]
dummy: [{page: 1, slots: [{article: a, columns: 1-12, rows: 1-30, legs: 2}]}]"""
    page = make(workspace, manifest, a=(SENTENCE * 9 + "\n\n") * 3).pages[0]
    lines = [p for p in page.placed if isinstance(p.paint, Glyphs) and p.part in (Part.BODY, Part.SLOGAN)]
    closing = next(p for p in lines if p.part is Part.SLOGAN)
    assert closing.y == max(p.y for p in lines)


def test_the_rules_of_a_pull_quote_range_with_the_type_beside_it(workspace: Path) -> None:
    text = SENTENCE * 6 + "\n\n::: pullquote\nA sentence, set large.\n:::\n\n" + SENTENCE * 6
    page = make(
        workspace, "articles: [{story: a.md}]\ndummy: [{page: 1, slots: [{article: a, columns: 1-6, legs: 1}]}]", a=text
    ).pages[0]
    row = min(p.y for p in page.placed if p.part is Part.BODY)
    above, below = (p.y - row for p in page.placed if p.part is Part.RULE and p.story == "a")
    assert (above - pt(2.7 - 9)) % LEADING == below % LEADING == 0


def test_a_cutline_at_the_foot_stands_on_the_last_baseline(workspace: Path) -> None:
    manifest = """articles: [{story: a.md, pictures: [p]}]
pictures: [{id: p, file: grey.jpg, cutline: A grey., alt: grey, span: 2, at: foot}]
dummy: [{page: 1, slots: [{article: a, columns: 1-12, rows: 1-40, legs: 4}]}]"""
    page = make(workspace, manifest, a=story(12)).pages[0]
    (cutline,) = (p for p in page.placed if p.part is Part.CUTLINE)
    assert cutline.y == max(p.y for p in page.placed if p.part is Part.BODY)


def test_a_drop_cap_is_no_bolder_for_bold_words(workspace: Path) -> None:
    opened = [
        make(workspace, "articles: [{story: a.md}]", a=text).pages[0] for text in (story(2), f"**The** {story(2)}")
    ]
    caps = [max((p.paint for p in page.placed if p.part is Part.BODY), key=lambda paint: paint.size) for page in opened]
    assert caps[0].face.id == caps[1].face.id


def test_figures_of_a_list_stand_units_under_units(workspace: Path) -> None:
    items = "\n".join(f"{number}. That ferries run." for number in range(8, 12))
    manifest = "articles: [{story: a.md}]\ndummy: [{page: 1, slots: [{article: a, columns: 1-6, legs: 1}]}]"
    page = make(workspace, manifest, a=items).pages[0]
    figures = [p for p in page.placed if isinstance(p.paint, Glyphs) and p.paint.words[0].text[0].isdigit() and p.story]
    ends = [p.x + p.paint.words[0].width * p.paint.size // p.paint.face.units_per_em for p in figures]
    assert (len(ends), max(ends) - min(ends)) == (4, pytest.approx(0, abs=10))


def test_an_ornament_stands_in_white(workspace: Path) -> None:
    manifest = "articles: [{story: a.md}]\ndummy: [{page: 1, slots: [{article: a, columns: 1-6, rows: 1-40, legs: 1}]}]"
    page = make(workspace, manifest, a="\n\n---\n\n".join([SENTENCE * 3] * 2)).pages[0]
    sign = next(
        p for p in page.placed if isinstance(p.paint, Glyphs) and [run.text for run in p.paint.words] == ["*"] * 3
    )
    above = max(p.y for p in page.placed if p.part is Part.BODY and p.y < sign.y)
    assert sign.y - above == 2 * LEADING


@pytest.mark.parametrize(("legs", "signs"), [(1, 2), (3, 0)])
def test_an_ornament_vanishes_at_the_head_of_a_leg(workspace: Path, legs: int, signs: int) -> None:
    dummy = f"\ndummy: [{{page: 1, slots: [{{article: a, columns: 1-12, rows: 1-40, legs: {legs}}}]}}]"
    pages = make(workspace, "articles: [{story: a.md}]" + dummy, a="\n\n---\n\n".join([SENTENCE * 9] * 3))
    assert [words for _, words in texts(pages.pages[0])].count("* * *") == signs


def test_the_same_issue_gives_the_same_pages(workspace: Path) -> None:
    manifest = "articles: [{story: a.md, columns: 3}, {story: b.md}]"
    once, again = (make(workspace, manifest, a=story(9), b=story(7)) for _ in range(2))
    assert [(p.x, p.y, type(p.paint)) for page in once.pages for p in page.placed] == [
        (p.x, p.y, type(p.paint)) for page in again.pages for p in page.placed
    ]


def test_a_link_covers_its_words_and_nothing_else(workspace: Path) -> None:
    text = "Read [the whole report](https://example.org/r) tonight. " + SENTENCE
    page = make(workspace, "articles: [{story: a.md, columns: 2}]", a=text).pages[0]
    links = [p.paint for p in page.placed if isinstance(p.paint, Link)]
    assert [link.href for link in links] == ["https://example.org/r"] * 3


def test_a_reference_leads_to_the_page_of_its_story(workspace: Path) -> None:
    manifest = "articles: [{story: a.md}, {story: b.md, start: page}]"
    page = make(workspace, manifest, a="See [[b]] for more.", b=story(2)).pages[0]
    assert [p.paint.page for p in page.placed if isinstance(p.paint, Link)] == [2, 2]


def test_words_of_pieces_are_in_the_account_wherever_they_stand(workspace: Path) -> None:
    pieces = (
        "boxes: [{id: tide, headline: High water, byline: A. Pilot, text: Ten to six., span: 2}]\n"
        "pictures: [{id: quay, file: grey.jpg, cutline: The old quay, credit: A. Name}]\n"
    )
    words = "::: letter\nSir,\n\n![Seen by night](grey.jpg){at=text}\n:::\n\n::: pullquote {span=2 credit=Someone}\nIt hums.\n:::"
    pages = make(
        workspace,
        "articles: [{story: a.md, columns: 4, boxes: [tide], pictures: [quay]}]\n" + pieces,
        a=f"{story(9)}\n\n{words}",
    )
    account = fit(pages, "a")
    assert account.words == account.source_words == 9 * 60 + (2 + 2 + 3) + (3 + 2) + (1 + 3) + (1 + 2)


@pytest.mark.parametrize("span", [1, 2, "page"])
def test_a_jump_line_follows_the_text_above_a_picture_at_the_foot(workspace: Path, span: int | str) -> None:
    pages = make(
        workspace,
        "pages: 2\n"
        f"pictures: [{{id: p, file: grey.jpg, at: foot, span: {span}, cutline: Grey all over, depth: 40mm}}]\n"
        "articles: [{story: a.md, pictures: [p], jump: {to: 2}}]\n"
        "dummy:\n- page: 1\n  slots: [{article: a, columns: 1-12, rows: 1-40, legs: 4}]\n"
        "- page: 2\n  slots: [{article: a, columns: 1-12, rows: 1-80, legs: 4}]\n",
        a=story(24),
    )
    page = pages.pages[0]
    above = next(one.y for one in page.placed if isinstance(one.paint, Picture))
    line = next(y for y, words in texts(page) if words.startswith("Continued"))
    assert max(body(page)[3]) < line < above


@pytest.mark.parametrize(
    "dummy", ["", "dummy: [{page: 1, slots: [{article: a, columns: 1-12, rows: 1-60, legs: 4}]}]\n"]
)
def test_a_piece_deeper_than_its_page_does_not_spoil_the_story(workspace: Path, dummy: str) -> None:
    manifest = "pictures: [{id: p, file: grey.jpg, depth: 500mm}]\narticles: [{story: a.md, pictures: [p]}]\n"
    pages = make(workspace, manifest + dummy, a=story(8))
    feet = [max(lines) for lines in body(pages.pages[0]).values()]
    assert [name for name, _ in pages.unused] == ["p"]
    assert (len(pages.pages), len(feet)) == (1, 4)
    assert max(feet) - min(feet) <= 2 * LEADING


def test_a_picture_too_deep_for_two_legs_waits_for_a_page_of_four(workspace: Path) -> None:
    slots = "".join(
        f"- {{page: {page}, slots: [{{article: a, columns: 1-12, rows: 1-36, legs: {legs}}}]}}\n"
        for page, legs in ((1, 2), (2, 4))
    )
    manifest = "pictures: [{id: p, file: grey.jpg, span: 2}]\narticles: [{story: a.md, pictures: [p]}]\ndummy:\n"
    pages = make(workspace, manifest + slots, a=story(14))
    assert pages.unused == ()
    assert any(isinstance(one.paint, Picture) for one in pages.pages[1].placed)


def test_what_stays_empty_below_the_stories_of_a_run_is_counted(workspace: Path) -> None:
    stories = "articles: [{story: a.md}, {story: b.md, start: page}, {story: c.md}]\n"
    pages = make(workspace, stories + "dummy: [{pages: 2-4, run: [a, b, c]}]\n", a=story(8), b=story(8), c=story(4))
    assert [fit(pages, slug).gap_rows > 20 for slug in "abc"] == [True, False, True]
    unplanned = make(workspace, stories)
    assert [fit(unplanned, slug).gap_rows > 20 for slug in "abc"] == [True, False, False]


@pytest.mark.parametrize(("paragraphs", "left", "white"), [(21, 6, 2), (22, 2, 4), (23, 1, 4), (24, 0, 3)])
def test_rows_left_at_the_foot_of_a_run_are_spread_between_its_stories(
    workspace: Path, paragraphs: int, left: int, white: int
) -> None:
    manifest = (
        "articles: [{story: a.md}, {story: b.md}, {story: c.md, start: page}]\ndummy: [{pages: 1-2, run: [a, b, c]}]\n"
    )
    pages = make(workspace, manifest, a=story(paragraphs), b=story(14), c=story(3))
    lines = {slug: {p.y for p in pages.pages[0].placed if p.story == slug and p.part is Part.BODY} for slug in "ab"}
    assert round((min(lines["b"]) - max(lines["a"])) / LEADING) - 1 == white
    assert fit(pages, "b").gap_rows == left


def test_a_story_of_a_run_carries_enough_lines_to_its_last_page(workspace: Path) -> None:
    made = [make(workspace, "articles: [{story: a.md}]", a=story(paragraphs)) for paragraphs in range(36, 44)]
    carried = [sum(map(len, body(pages.pages[1]).values())) for pages in made if len(pages.pages) == 2]
    assert carried
    assert min(carried) >= 8
