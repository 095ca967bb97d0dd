"""The rules that count: each against pages by hand, with the message as an editor reads it."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from layout.diagnostics import Finding, Severity, Span
from layout.model.ink import BLACK
from layout.model.issue import DummyPages, Issue, PageCount, Slot, SlotKind
from layout.model.page import HeadFit, Page, Pages, Part, Placed, Rule, StoryFit, Trouble
from layout.model.press import UNPRINTED
from layout.model.text import Face, GlyphRun, Glyphs, LineFit
from layout.preflight.check import check
from layout.units import mm, pt

SPAN = Span(Path("issue.yaml"), 7, 3)
FIT = StoryFit("ferry", (1,), source_words=100, words=100, lines=20, span=SPAN)
SLOT = Slot(SlotKind.ARTICLE, "ferry", 1, 8, 1, 30, 4, SPAN)
PLAN = DummyPages(1, 1, None, (SLOT,), (), SPAN)
RUN = DummyPages(1, 2, None, (), ("ferry",), SPAN)
FACE = Face("T", "T-Regular", Path("t.ttf"), 0, (), 1000, 800, -200, 700, 500, 0.0, (0, -200, 1000, 800), "0")


def issue(*plans: DummyPages, pages: PageCount | None = None) -> Issue:
    makeup = SimpleNamespace(hole_rows=2, largest_blank=150, smallest_size=pt(6), rows_between_stories=1, ad_gap=pt(22))
    sheet = SimpleNamespace(
        leading=pt(12), units=8, left_of=lambda unit: mm(10) * unit, width_of=lambda units: mm(10) * units
    )
    style = SimpleNamespace(makeup=makeup, page=sheet)
    quay = SimpleNamespace(id="quay", legs=5, span=SPAN)
    ferry = SimpleNamespace(slug="ferry", pieces=(quay,) if plans else (), body=())
    made = SimpleNamespace(
        style=style,
        dummy=plans,
        articles=(ferry,),
        pages=pages or PageCount(),
        press=UNPRINTED,
        nameplate=None,
        masthead=(),
    )
    made.legs_of = made.legs_asked = lambda article, slot=None: slot.legs if slot else 6
    made.width_of, made.pieces, made.ads, made.span = lambda slot: mm(80), {}, (), SPAN
    return cast("Issue", made)


def page(*placed: Placed) -> Page:
    something = (Placed(0, 0, Rule(mm(50), 0, pt(1), BLACK), Part.RULE),)
    return Page(1, mm(100), mm(100), 0, (0, 0, mm(100), mm(100)), placed or something, rows=40)


def letters(text: str, glyph_ids: tuple[int, ...], size_pt: float) -> Placed:
    count = len(text)
    run = GlyphRun(FACE, text, glyph_ids, (500,) * count, (0,) * count, (0,) * count, tuple(range(count)), 500 * count)
    return Placed(mm(10), mm(10), Glyphs(FACE, pt(size_pt), BLACK, (run,), (0,)), span=SPAN, story="ferry")


def found(pages: Pages, about: Issue | None = None) -> list[Finding]:
    return list(check(about or issue(), pages))


def test_a_sound_issue_has_no_findings() -> None:
    assert found(Pages("T", "en", (page(letters("quay", (4, 5, 6, 7), 9)),), (FIT,))) == []


@pytest.mark.parametrize(
    ("plans", "remedy"),
    [
        ((PLAN,), "make its slot or pictures give 4 rows: rows: 1-34"),
        ((replace(PLAN, slots=(SLOT, replace(SLOT, id="tide", first_row=35))),), "give it a slot on one page more"),
        ((replace(PLAN, slots=(replace(SLOT, last_row=37),)),), "give it a slot on one page more"),
        ((RUN,), "give the run another page (it has pages 1-2)"),
        ((), "print more pages"),
    ],
)
def test_overset(plans: tuple[DummyPages, ...], remedy: str) -> None:
    over = replace(FIT, words=88, overset_lines=13, overset_words=12, overset_depth=pt(13 * 12))
    finding, *_ = found(Pages("T", "en", (page(),), (over,)), issue(*plans))
    assert (finding.code, finding.severity, finding.span) == ("P101", Severity.ERROR, SPAN)
    assert finding.message == '"ferry" is overset by 13 lines, 12 words, 5.5 cm of column'
    assert finding.hint == f"cut 12 words, or {remedy}"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (PageCount(1, 1), []),
        (PageCount(2, 2), ["the issue has 1 page, not 2"]),
        (PageCount(0, 8, 4), ["the issue has 1 page, not 0 to 8 in multiples of 4"]),
    ],
)
def test_page_count(wanted: PageCount, said: list[str]) -> None:
    findings = found(Pages("T", "en", (page(),), ()), issue(pages=wanted))
    assert [finding.message for finding in findings if finding.code == "P102"] == said


def test_unused_piece() -> None:
    (finding,) = found(Pages("T", "en", (page(),), (), unused=(("quay", SPAN),)))
    assert (finding.code, finding.severity, finding.message) == ("P103", Severity.WARNING, '"quay" stands on no page')


def test_a_piece_that_its_story_has_no_place_for() -> None:
    (finding,) = found(Pages("T", "en", (page(),), (FIT,), unused=(("quay", SPAN),)), issue(replace(PLAN, slots=())))
    assert (finding.code, finding.severity) == ("P103", Severity.ERROR)
    assert finding.message == '"quay" finds no place in "ferry"'
    over = replace(FIT, words=88, overset_lines=13, overset_words=12, overset_depth=pt(13 * 12))
    findings = found(Pages("T", "en", (page(),), (over,), unused=(("quay", SPAN),)), issue(PLAN))
    assert "P103" not in [finding.code for finding in findings]
    assert findings[0].message.endswith('5.5 cm of column, and "quay" finds no place in it')
    assert findings[0].hint.startswith('make room for "quay" too, or take it out; without it: cut 12 words')


def test_pieces_of_a_story_that_stands_nowhere_wait_for_it() -> None:
    findings = found(Pages("T", "en", (page(),), (), unused=(("quay", SPAN),)), issue(replace(PLAN, slots=())))
    assert "P103" not in [finding.code for finding in findings]


def test_a_part_of_a_word_is_no_word_to_cut() -> None:
    over = replace(FIT, overset_lines=3, overset_depth=pt(36))
    (finding,) = found(Pages("T", "en", (page(),), (over,)), issue(RUN))
    assert finding.message == '"ferry" is overset by 3 lines, 1.3 cm of column'
    assert finding.hint.startswith("shorten it by 3 lines, or ")


def test_hole() -> None:
    assert found(Pages("T", "en", (page(),), (replace(FIT, gap_rows=2),))) == []
    (finding,) = found(Pages("T", "en", (page(),), (replace(FIT, gap_rows=3),)))
    assert (finding.code, finding.severity) == ("P106", Severity.WARNING)
    assert finding.message == '3 rows stay empty below "ferry"'
    (finding, *_) = found(Pages("T", "en", (page(),), (replace(FIT, gap_rows=3),)), issue(PLAN))
    assert finding.code == "P106" and finding.place is not None
    assert finding.place.depth == 3 * issue().style.page.leading, "the rows that stay empty are marked"


@pytest.mark.parametrize(("words", "said"), [(99, "1 of 100 words"), (102, "2 of 100 words")])
def test_words_lost_or_doubled(words: int, said: str) -> None:
    (finding,) = found(Pages("T", "en", (page(),), (replace(FIT, words=words),)))
    assert (finding.code, finding.severity) == ("P107", Severity.ERROR)
    assert finding.message.startswith(said)


@pytest.mark.parametrize(("kind", "code"), [(LineFit.LOOSE, "T101"), (LineFit.OVERFULL, "T102")])
def test_lines_that_miss_their_measure(kind: LineFit, code: str) -> None:
    line = Trouble(kind, 1, mm(10), mm(20), mm(50), pt(12), 612, "ferry", SPAN)
    (finding,) = found(Pages("T", "en", (page(),), (), troubles=(line,)))
    assert (finding.code, finding.severity, finding.span, finding.story) == (code, Severity.WARNING, SPAN, "ferry")
    assert finding.place is not None
    assert (finding.place.x, finding.place.width) == (mm(10), mm(50))


def test_many_loose_lines_of_a_story_are_one_finding() -> None:
    line = Trouble(LineFit.LOOSE, 1, mm(10), mm(20), mm(18), pt(12), 612, "ferry", SPAN)
    lines = tuple(replace(line, y=mm(20 + number)) for number in range(40))
    (finding,) = found(Pages("T", "en", (page(),), (), troubles=lines))
    assert finding.message.startswith("40 loose lines")
    assert "18 mm" in finding.hint


def test_a_line_of_one_word_has_no_word_space_to_tell() -> None:
    line = Trouble(LineFit.LOOSE, 1, mm(10), mm(20), mm(50), pt(12), 0, "ferry", SPAN)
    (finding,) = found(Pages("T", "en", (page(),), (), troubles=(line,)))
    assert finding.message == "a line of one word, which cannot be made to fill it"


@pytest.mark.parametrize(
    ("text", "said", "remedy"),
    [
        ("\u0283q\u0283", '"\u0283" (U+0283)', "take a family that has them"),
        ("\u05d0\u05d1", '"\u05d0" (U+05D0), "\u05d1" (U+05D1)', "from right to left is not supported"),
        ("ABCDEFGHIJ", '"H" (U+0048) and 2 more', "take a family"),
    ],
)
def test_missing_glyphs_are_one_finding(text: str, said: str, remedy: str) -> None:
    placed = letters(text, tuple(4 if character == "q" else 0 for character in text), 9)
    (finding,) = found(Pages("T", "en", (page(placed, replace(placed, y=mm(20))),), ()))
    assert finding.code == "T103"
    assert finding.message.startswith("T-Regular has no letter for ")
    assert finding.message.endswith(said)
    assert remedy in finding.hint


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (HeadFit(20, 20, mm(50), mm(50)), []),
        (HeadFit(60, 20, mm(50), mm(50)), ["deeper than its place: 60 rows of 20"]),
        (HeadFit(4, 20, mm(300), mm(50)), ["wider than its place: 300 mm of 50 mm"]),
    ],
)
def test_a_head_that_spills_is_one_finding(head: HeadFit, said: list[str]) -> None:
    headline = (
        replace(letters("quay", (4, 5, 6, 7), 9), x=mm(200), part=Part.DISPLAY) if said else letters("q", (4,), 9)
    )
    over = replace(FIT, head=head, overset_lines=9 if head.rows > 20 else 0)
    findings = found(
        Pages("T", "en", (page(headline, letters("tide", (4, 5, 6, 7), 9)),) if said else (page(),), (over,))
    )
    assert [finding.code for finding in findings] == ["P108"] * len(said)
    assert [finding.message.removeprefix('the head of "ferry" is ') for finding in findings] == said


def test_a_piece_wider_than_its_story() -> None:
    _, finding = found(Pages("T", "en", (page(),), (FIT,)), issue(PLAN))  # and that nothing else stands on the page
    assert (finding.code, finding.severity, finding.span) == ("P109", Severity.WARNING, SPAN)
    assert finding.message == '"quay" is to span 5 legs and was narrowed to the 4 of "ferry"'
    assert found(Pages("T", "en", (page(),), (FIT,)), issue(RUN)) == []


def test_small_type() -> None:
    (finding,) = found(Pages("T", "en", (page(letters("quay", (4, 5, 6, 7), 5.5)),), ()))
    assert (finding.code, finding.message) == ("T104", "type of 5.5 pt is smaller than 6 pt")


def test_a_profile_that_grades_no_rule_is_told_and_how_the_rule_is_written() -> None:
    about = issue(RUN)
    graded = {"P117": Severity.ERROR, "p117": None, "I999": None}
    about.press = replace(UNPRINTED, severities=graded)  # type: ignore[misc]
    told = [finding for finding in found(Pages("Test", "en", (page(),), (FIT,)), about) if finding.code == "P124"]
    assert [finding.message.split()[-5].strip(",") for finding in told] == ["p117", "I999"]
    assert "write P117" in told[0].hint
    assert "`layout explain`" in told[1].hint


@pytest.mark.parametrize(("lowest", "codes"), [("tide", {"P106", "P117"}), ("ferry", {"P106"})])
def test_an_open_foot_is_told_unless_it_is_the_hole_below_its_lowest_story(lowest: str, codes: set[str]) -> None:
    short = replace(FIT, gap_rows=8)
    low = Placed(0, mm(50), Rule(mm(50), 0, pt(1), BLACK), Part.BODY, SPAN, lowest)
    told = found(Pages("Test", "en", (page(low),), (short,)), issue(PLAN))
    assert {finding.code for finding in told} & {"P106", "P117"} == codes
