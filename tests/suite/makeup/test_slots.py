"""Slots that do not suit what they take: one finding each, and none of its consequences."""

import re
from pathlib import Path
from typing import Any

import pytest

from layout.diagnostics import Finding, Severity
from layout.makeup.pages import make_pages
from layout.manifest.issue import read_issue
from layout.model.page import Part, Rule
from layout.model.text import Glyphs
from layout.preflight.check import check
from tests.pages.typecase import case_for

SENTENCE = "The press began to turn at ten, and by eleven the whole floor hummed like a kettle before it sings. "
TOP = "  - {page: 1, slots: [{article: a, columns: 1-12, rows: 1-60, legs: 4}]}\n"


def findings(folder: Path, manifest: str, paragraphs: int = 20, text: str = "") -> list[Finding]:
    """What preflight says of an issue with one story."""
    (folder / "issues").mkdir(parents=True, exist_ok=True)
    (folder / "issues" / "a.md").write_text(text or "\n\n".join([SENTENCE * 3] * paragraphs), "utf-8")
    path = folder / "issues" / "issue.yaml"
    path.write_text("layout: 1\npublication: P\ndate: 2026-11-22\n" + manifest, "utf-8")
    issue, _ = read_issue(path)
    return list(check(issue, make_pages(issue, case_for(path, issue))))


def said(folder: Path, manifest: str, paragraphs: int = 20) -> list[str]:
    manifest = "articles: [{story: a.md}]\n" + manifest
    return [f"{one.code} {one.message}" for one in findings(folder, manifest, paragraphs) if one.code != "P110"]


def test_a_slot_that_its_story_does_not_need_is_told_instead_of_the_hole_above(tmp_path: Path) -> None:
    dummy = "dummy:\n" + TOP + "  - {page: 2, slots: [{article: a, columns: 1-12, rows: 1-60, legs: 4}]}\n"
    assert said(tmp_path, "pages: 2\n" + dummy, 8) == ['P106 "a" ends before its slot on page 2, which stays empty']


def test_an_empty_page_is_told(tmp_path: Path) -> None:
    dummy = "dummy:\n" + TOP + "  - {page: 3, slots: [{article: a, columns: 1-12, rows: 1-60, legs: 4}]}\n"
    manifest = "pages: 4\n" + dummy.replace("rows: 1-60", "rows: 1-30", 1) + "  - {page: 4, run: [a]}\n"
    told = said(tmp_path, manifest.replace("  - {page: 4, run: [a]}\n", ""), 25)
    assert [one for one in told if one.startswith("P106 page")] == ["P106 page 2 is empty"]


@pytest.mark.parametrize(
    ("slot", "message"),
    [
        ("{box: b, columns: 1-3, rows: 62-70}", '"b" is deeper than its slot: '),
        ("{slogan: s, columns: 1-12, rows: 86-87}", 'the slot of "s" begins below page 1, which has '),
    ],
)
def test_a_piece_that_its_slot_does_not_hold_is_one_finding(slot: str, message: str, tmp_path: Path) -> None:
    dummy = "dummy:\n" + TOP.replace("]}", ", " + slot + "]}")
    pieces = f'boxes: [{{id: b, text: "{SENTENCE * 60}"}}]\nslogans: [{{id: s, lines: [ONE FERRY]}}]\n'
    told = [one for one in said(tmp_path, pieces + dummy) if one[:4] not in ("P103", "P106", "P120")]
    assert len(told) == 1
    assert told[0].startswith("P112 " + message)


@pytest.mark.parametrize(
    ("slots", "code", "remedy"),
    [
        ("{article: a, columns: 1-11}, {box: b, columns: 12, rows: 1-9}", "P112", "like `columns: 1-12`"),
        ("{article: a, columns: 1-9}, {box: b, columns: 10-12, rows: 5}", "P112", "write `rows: 5-"),
        ("{article: a, rows: 60}", "P108", "like `rows: 1-60`"),
        ("{article: a, rows: 1-3}", "P108", "or give it more rows: rows: 1-"),
        ("{article: a, rows: 1-60}, {box: b, columns: 1-12, rows: 62-63}", "P112", "write `rows: 62-"),
        ("{article: a, rows: 1-74}, {box: b, columns: 1-12, rows: 77-78}", "P112", "rows higher and begin it there"),
    ],
)
def test_the_remedy_for_a_slot_too_small_is_what_its_page_has(
    slots: str, code: str, remedy: str, tmp_path: Path
) -> None:
    box = f'boxes: [{{id: b, text: "{SENTENCE * 9}"}}]\n'
    article = f"articles: [{{story: a.md, priority: 1, headline: {'Ferries all night ' * 3}}}]\n"
    told = findings(tmp_path, article + box + f"dummy: [{{page: 1, slots: [{slots}]}}]\n")
    (finding,) = (one for one in told if one.severity is Severity.ERROR)
    assert finding.code == code
    assert remedy in finding.hint
    assert finding.span is not None
    assert finding.span.line == 6
    assert not [one for one in told if one.code in ("T101", "T102")]


@pytest.mark.parametrize("rows", ["1-30", "1-9"])
def test_a_slogan_with_a_word_wider_than_its_slot_is_one_finding(rows: str, tmp_path: Path) -> None:
    slogans = "slogans: [{id: s, lines: [EVERY SHOP, HAS SOMETHING], look: banner}]\n"
    slots = f"{{article: a, columns: 1-9, legs: 3}}, {{slogan: s, columns: 10-12, rows: {rows}}}"
    manifest = f"articles: [{{story: a.md}}]\n{slogans}dummy: [{{page: 1, slots: [{slots}]}}]\n"
    (told,) = (one for one in findings(tmp_path, manifest, 20) if one.code in ("P104", "P105", "P112", "T102"))
    assert (told.code, told.severity) == ("P112", Severity.ERROR)
    assert '"s" is wider than its slot: ' in told.message
    columns = re.search(r"give it (\d) columns", told.hint)
    assert columns
    manifest = manifest.replace("columns: 1-9", f"columns: 1-{12 - int(columns[1])}").replace(
        "columns: 10-12", f"columns: {13 - int(columns[1])}-12"
    )
    assert not [one for one in findings(tmp_path, manifest, 20) if "wider" in one.message]


def test_a_word_wider_than_its_leg_is_told_of_a_slogan_in_the_text(tmp_path: Path) -> None:
    text = f"{SENTENCE * 20}\n\n::: slogan {{look=banner}}\nHAS SOMETHING\n:::\n\n{SENTENCE * 20}"
    manifest = "articles: [{story: a.md}]\ndummy: [{page: 1, slots: [{article: a, columns: 1-12, legs: 6}]}]\n"
    assert "T102" in [one.code for one in findings(tmp_path, manifest, text=text)]


AD = "<svg xmlns='http://www.w3.org/2000/svg' width='263mm' height='{0}mm'/>"


def above_an_ad(folder: Path, rows: str, depth: int, story: int) -> list[Finding]:
    """What is said of a story in a slot below a slogan, with an advertisement at the foot of its page."""
    (folder / "issues").mkdir(exist_ok=True)
    (folder / "issues" / "ad.svg").write_text(AD.format(depth), "utf-8")
    ads = (
        f"ads: [{{id: ad, file: ad.svg, columns: 12, depth: {depth}mm, page: 1}}]\nslogans: [{{id: s, lines: [ONE]}}]\n"
    )
    slots = f"{{slogan: s, rows: 1-9}}, {{article: a, columns: 1-12, rows: {rows}, legs: 4}}"
    manifest = f"articles: [{{story: a.md, headline: News}}]\n{ads}dummy: [{{page: 1, slots: [{slots}]}}]\n"
    return [one for one in findings(folder, manifest, story) if one.severity is Severity.ERROR]


def test_a_remedy_gives_no_rows_that_an_advertisement_has(tmp_path: Path) -> None:
    told = above_an_ad(tmp_path, "12-50", 200, 14)
    assert [one.code for one in told] == ["P101", "P116"]
    assert "rows: " not in told[0].hint, "the advertisement stands in the slot already"


@pytest.mark.parametrize(("paragraphs", "remedy"), [(16, ": rows: 12-49"), (17, ": rows: 12-51"), (18, "page more")])
def test_rows_that_a_remedy_gives_above_an_advertisement_are_free(paragraphs: int, remedy: str, tmp_path: Path) -> None:
    (told,) = above_an_ad(tmp_path, "12-46", 100, paragraphs)
    assert remedy in told.hint
    rows = re.search(r"rows: (\d+-\d+)", told.hint)
    assert not rows or not above_an_ad(tmp_path, rows[1], 100, paragraphs)


def test_an_empty_page_is_told_where_its_number_is_written(tmp_path: Path) -> None:
    told = findings(tmp_path, "articles: [{story: a.md}]\npages: {min: 4, max: 8, multiple: 4}\n")
    assert {one.span.line for one in told if one.message.endswith("is empty") and one.span} == {5}


@pytest.mark.parametrize(("rows", "told"), [(2, ["P113"]), (40, [])])
def test_a_jump_that_leaves_hardly_a_line_behind_is_told(rows: int, told: list[str], tmp_path: Path) -> None:
    slots = f"  - {{page: 1, slots: [{{article: a, columns: 1-3, rows: 1-{rows}, legs: 1}}]}}\n"
    slots += "  - {page: 2, slots: [{article: a, columns: 1-12, rows: 1-80, legs: 4}]}\n"
    article = "articles: [{story: a.md, jump: {to: 2}}]\n"
    codes = [one.code for one in findings(tmp_path, article + "dummy:\n" + slots)]
    assert [code for code in codes if code == "P113"] == told


@pytest.mark.parametrize(("style", "legs"), [("broadsheet", 3), ("tabloid", 2), ("a4", 2)])
def test_no_leg_is_wider_than_the_style_allows(style: str, legs: int, tmp_path: Path) -> None:
    (told,) = (
        one.message
        for one in findings(tmp_path, f"style: {style}\narticles: [{{story: a.md, columns: 1}}]\n")
        if one.code == "P114"
    )
    assert told.startswith(f'"a" stands in {legs} legs, not in 1 of ')


def test_a_box_has_no_more_columns_than_hold_words(tmp_path: Path) -> None:
    box = f'boxes: [{{id: b, columns: 7, text: "{SENTENCE * 4}"}}]\n'
    told = findings(tmp_path, "articles: [{story: a.md, boxes: [b]}]\n" + box)
    (message,) = (one.message for one in told if one.code == "P114")
    assert message.startswith('the box "b" has 2 of the 7 columns asked for')


@pytest.mark.parametrize("place", ["boxes: [b]", "slot", "put"])
def test_a_loose_line_in_a_box_is_told(place: str, tmp_path: Path) -> None:
    words = "88888888888888888 " * 6
    style = "layout: 1\nextends: tabloid\ntext: {box-body: {align: justify}}\n"
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "own.yaml").write_text(style, "utf-8")
    at = "at: text, " if place == "put" else ""
    box = f'style: own\nboxes: [{{id: b, {at}text: "{words}"}}]\n'
    dummy = (
        "dummy: [{page: 1, slots: [{article: a, columns: 1-9, rows: 1-60}, {box: b, columns: 10-12, rows: 1-40}]}]\n"
    )
    given = f"articles: [{{story: a.md, {place if place.startswith('boxes') else 'columns: 3'}}}]\n"
    text = SENTENCE * 20 + ("\n\n::: put b\n" if place == "put" else "")
    told = findings(tmp_path, given + box + (dummy if place == "slot" else ""), text=text)
    assert any(one.code in ("T101", "T102") and one.place and one.place.depth for one in told)


def test_white_below_the_last_piece_of_a_page_is_told_with_its_rows(tmp_path: Path) -> None:
    slots = "dummy:\n" + TOP.replace("rows: 1-60", "rows: 1-30").replace(
        "]}", ", {box: b, columns: 1-12, rows: 32-40}]}"
    )
    box = 'boxes: [{id: b, columns: 4, look: framed, text: "' + SENTENCE * 6 + '"}]\n'
    told = {one.code: one for one in findings(tmp_path / "high", "articles: [{story: a.md}]\n" + box + slots, 24)}
    note = told["P117"]
    rows = int(note.message.split()[0])
    assert note.severity is Severity.WARNING and note.place is not None and note.place.page == 1
    little = slots.replace("rows: 32-40", f"rows: {28 + rows}-{36 + rows}")
    (near,) = (
        one
        for one in findings(tmp_path / "near", "articles: [{story: a.md}]\n" + box + little, 24)
        if one.code == "P117"
    )
    assert (near.message.split()[0], near.severity) == ("4", Severity.NOTE)
    down = slots.replace("rows: 32-40", f"rows: {32 + rows}-{40 + rows}")
    assert "P117" not in {
        one.code for one in findings(tmp_path / "low", "articles: [{story: a.md}]\n" + box + down, 24)
    }


BLANK = "dummy: [{page: 1, slots: [{article: a, columns: 1-%d, rows: 1-60, legs: 2}%s]}]\n"


@pytest.mark.parametrize(
    ("columns", "more", "blank"),
    [
        (8, "", "columns 9-12, rows 1-"),
        (8, ", {slogan: s, columns: 9-12, rows: 1-10}", "columns 9-12, rows 11-"),
        (8, ", {slogan: s, columns: 9-12, rows: 1-87}", None),
        (11, "", None),
        (12, "", None),
    ],
)
def test_paper_that_no_slot_takes_is_told(tmp_path: Path, columns: int, more: str, blank: str | None) -> None:
    slogan = "slogans: [{id: s, lines: [NOW]}]\n" if more else ""
    more = more.replace("87", "64")
    manifest = "articles: [{story: a.md}]\n" + slogan + BLANK % (columns, more)
    told = [one for one in findings(tmp_path, manifest, 24) if one.code == "P120"]
    assert [one.message.startswith(blank) for one in told] == ([True] if blank else [])
    assert all(one.place is not None and one.place.width and one.place.depth for one in told)


def test_an_advertisement_takes_paper(tmp_path: Path) -> None:
    (tmp_path / "issues").mkdir()
    (tmp_path / "issues" / "ad.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 847 2300"><path d="M0 0h9v9z"/></svg>', "utf-8"
    )
    ad = "ads: [{id: n, file: ad.svg, columns: 4, depth: 230mm, page: 1}]\n"
    deep = BLANK.replace("1-60", "1-79") % (8, "")
    told = {one.code for one in findings(tmp_path, "articles: [{story: a.md}]\n" + ad + deep, 24)}
    assert "P120" not in told


ONE = "dummy:\n  - page: 1\n    slots:\n      - {%s}\n"
BOX = f'boxes: [{{id: b, columns: 2, text: "{SENTENCE * 8}"}}]\n'
STORY = "article: a, columns: 1-12, legs: 4"


@pytest.mark.parametrize(
    ("code", "pieces", "slots"),
    [
        ("P101", "", (STORY + ", rows: 1-20",)),
        ("P101", BOX, (STORY + ", rows: 58-", "box: b, columns: 1-12, rows: 1-10")),
        ("P106", "", (STORY + ", rows: 1-",)),
        ("P106", "", (STORY + ", rows: 12-60",)),
        ("P106", BOX, ("box: b, columns: 1-6, rows: 1-30",)),
        ("P106", "masthead: {text: Made by hand.}\n", ("masthead: true, columns: 1-6, rows: 43-79",)),
        ("P112", BOX, ("box: b, columns: 1-6, rows: 1-5", STORY + ", rows: 30-")),
        ("P112", BOX, ("box: b, columns: 1-6, rows: 76-", STORY + ", rows: 1-40")),
    ],
)
def test_rows_that_a_remedy_names_are_the_cure(code: str, pieces: str, slots: tuple[str, ...], tmp_path: Path) -> None:
    dummy = ONE % "}\n      - {".join(slots)
    manifest = "articles: [{story: a.md}]\n" + pieces + dummy
    told = next(one for one in findings(tmp_path / "ill", manifest, 16) if one.code == code)
    rows = re.search(r"rows: (\d+-\d+)", told.hint)
    assert rows is not None and told.span is not None
    lines = ("layout: 1\npublication: P\ndate: 2026-11-22\n" + manifest).split("\n")
    lines[told.span.line - 1] = re.sub(r"rows: [\d-]+", rows[0], lines[told.span.line - 1])
    healthy = findings(tmp_path / "well", "\n".join(lines[3:]), 16)
    assert (code, told.span.line) not in {(one.code, one.span.line) for one in healthy if one.span}


def test_a_contents_list_says_how_many_rows_would_hold_all(tmp_path: Path) -> None:
    stories = "".join(f"  - {{slug: s{number}, headline: Story {number}, text: Words.}}\n" for number in range(9))
    slots = "{contents: true, columns: 1-4, rows: %s}, {article: s0, columns: 5-12, rows: 1-9}"
    manifest = f"articles:\n{stories}dummy:\n  - {{page: 1, slots: [{slots}]}}\n  - {{page: 2, run: [{{}}]}}\n"
    manifest = manifest.replace("{}", ", ".join(f"s{number}" for number in range(1, 9)))
    (told,) = [one for one in findings(tmp_path / "ill", manifest % "1-6") if one.code == "P111"]
    rows = re.search(r"give the list (\d+) rows more, `rows: (\d+-(\d+))`", told.hint)
    assert rows is not None and int(rows[3]) == 6 + int(rows[1])
    assert "P111" not in {one.code for one in findings(tmp_path / "well", manifest % rows[2])}
    fewer = f"1-{int(rows[3]) - 1}"
    assert "P111" in {one.code for one in findings(tmp_path / "near", manifest % fewer)}


def test_a_box_is_as_deep_as_its_slot_and_its_text_stands_in_the_middle(press: Any) -> None:
    def drawn(rows: str) -> tuple[int, int]:
        manifest = "articles: [{story: a.md}]\nboxes: [{id: b, look: framed, text: Words.}]\ndummy:\n"
        slots = f"{{box: b, columns: 1-6, rows: {rows}}}, {{article: a, columns: 7-12, rows: 1-9}}"
        (page,) = press(f"{manifest}  - {{page: 1, slots: [{slots}]}}\n", a="Words.").pages
        depths = [one.paint.dy for one in page.placed if isinstance(one.paint, Rule) and one.part is Part.RULE]
        (baseline,) = [one.y for one in page.placed if isinstance(one.paint, Glyphs) and one.part is Part.BOX]
        return max(depths), baseline

    (small, high), (large, low) = drawn("11-15"), drawn("11-25")
    assert large - small == 2 * (low - high) > 0
    assert "P106" in press.codes


def test_a_slot_with_an_open_end_goes_down_to_the_foot(tmp_path: Path) -> None:
    open_end = findings(tmp_path / "open", "articles: [{story: a.md}]\n" + ONE % (STORY + ", rows: 11-"), 40)
    said_in_full = findings(tmp_path / "full", "articles: [{story: a.md}]\n" + ONE % (STORY + ", rows: 11-79"), 40)
    assert [one.message for one in open_end] == [one.message for one in said_in_full]


def test_a_story_whose_piece_finds_no_place_is_not_told_to_be_shorter_too(tmp_path: Path) -> None:
    box = f'boxes: [{{id: b, text: "{SENTENCE * 30}"}}]\n'
    manifest = "articles: [{story: a.md, boxes: [b]}]\n" + box + ONE % (STORY + ", rows: 1-30")
    codes = {one.code for one in findings(tmp_path, manifest, 3)}
    assert "P103" in codes and "P106" not in codes
