"""A story through several slots of one page: how its parts are set off, and what is told where a reader is lost."""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from layout.diagnostics import Span
from layout.makeup.cutoff import opened
from layout.model.dogleg import share_units
from layout.model.issue import DummyPages, Slot, SlotKind
from layout.model.page import Page, Part, Placed, Rule
from layout.model.text import Glyphs

from .conftest import Press

Story = Callable[[int], str]
AT = Span(Path("issue.yaml"), 1)
L_SHAPE = ("article: a, columns: 1-12, rows: 1-30, legs: 4", "article: a, columns: 1-3, rows: {}-60, legs: 1")
PICTURE = "picture: p, columns: 4-12, rows: {}-60"


def manifest(slots: Sequence[str]) -> str:
    articles = "[{story: a.md}, {story: d.md}]" if any("article: d" in slot for slot in slots) else "[{story: a.md}]"
    listed = "".join(f"      - {{{slot}}}\n" for slot in slots)
    picture = "pictures: [{id: p, file: grey.jpg, alt: grey}]\n"
    return f"articles: {articles}\n{picture}dummy:\n  - page: 1\n    slots:\n{listed}"


def flat_rules(page: Page, thickness: int) -> list[Placed]:
    """The rules across the page of a thickness, furniture aside."""
    rules = [one for one in page.placed if isinstance(one.paint, Rule) and one.part is Part.RULE and not one.paint.dy]
    return [one for one in rules if isinstance(one.paint, Rule) and one.paint.thickness == thickness]


def feet_of(page: Page, above: int) -> list[int]:
    """The last baseline above a height, leg by leg."""
    feet: dict[int, int] = {}
    lines = [one for one in page.placed if isinstance(one.paint, Glyphs) and one.part is Part.BODY and one.y < above]
    for line in lines:
        leg = (line.x - page.live[0]) * 4 // page.live[2]
        feet[leg] = max(feet.get(leg, 0), line.y)
    return [feet[leg] for leg in sorted(feet)]


@pytest.mark.parametrize("first", [31, 32])
def test_legs_above_the_next_part_end_level_over_white_and_a_rule(first: int, press: Press, story: Story) -> None:
    slots = [slot.format(first) for slot in (*L_SHAPE, PICTURE)]
    (page,) = press(manifest(slots), a=story(19), d=story(6)).pages
    style = press.style
    (rule,) = flat_rules(page, style.makeup.cutoff_rule)
    assert (rule.x, getattr(rule.paint, "dx", 0)) == (page.live[0], page.live[2])
    feet = feet_of(page, rule.y)
    assert len(feet) == 4
    assert max(feet) - min(feet) <= style.page.leading
    below = min(one.y for one in page.placed if isinstance(one.paint, Glyphs) and one.y > rule.y)
    assert below - max(feet) == (style.makeup.cutoff_rows + 1) * style.page.leading


def test_two_parts_under_the_same_legs_have_one_rule_and_begin_level(press: Press, story: Story) -> None:
    slots = (L_SHAPE[0], L_SHAPE[1].format(31), "article: a, columns: 4-12, rows: 31-60, legs: 3")
    (page,) = press(manifest(slots), a=story(30)).pages
    (rule,) = flat_rules(page, press.style.makeup.cutoff_rule)
    heads: dict[int, int] = {}
    for one in page.placed:
        if isinstance(one.paint, Glyphs) and one.y > rule.y:
            leg = (one.x - page.live[0]) * 4 // page.live[2]
            heads[leg] = min(heads.get(leg, one.y), one.y)
    assert len(heads) == 4
    assert len(set(heads.values())) == 1


def test_beside_another_story_each_has_its_own_rule_above_the_next_part(press: Press, story: Story) -> None:
    slots = ("a, columns: 1-6, rows: 1-30", "d, columns: 7-12, rows: 1-30", "a, columns: 1-12, rows: 32-60")
    (page,) = press(manifest([f"article: {slot}" for slot in slots]), a=story(30), d=story(9)).pages
    makeup, middle = press.style.makeup, page.live[0] + page.live[2] // 2
    (own,), (others,) = flat_rules(page, makeup.cutoff_rule), flat_rules(page, makeup.story_rule)
    assert own.x == page.live[0] < own.x + getattr(own.paint, "dx", 0) < middle < others.x
    assert own.y == others.y


def test_parts_side_by_side_have_the_rule_of_legs_between_them(press: Press, story: Story) -> None:
    slots = ("article: a, columns: 1-6, rows: 1-60, legs: 2", "article: a, columns: 7-12, rows: 1-60, legs: 2")
    (page,) = press(manifest(slots), a=story(30)).pages
    rules = [one for one in page.placed if one.part is Part.RULE and isinstance(one.paint, Rule) and one.paint.dy]
    heads = sorted((one.x, one.y) for one in rules)
    assert len(heads) == 3
    assert heads[0][1] == heads[1][1], "it stands beside legs, not beside the headline"


def test_parts_that_something_stands_between_have_no_rule(press: Press, story: Story) -> None:
    across = "picture: p, columns: 1-12, rows: 32-45"
    slots = [L_SHAPE[0], across, "article: a, columns: 1-12, rows: 47-60"]
    (page,) = press(manifest(slots), a=story(19)).pages
    assert flat_rules(page, press.style.makeup.cutoff_rule) == []
    assert "P125" not in press.codes


def test_a_slot_that_its_story_does_not_reach_has_no_rule_and_one_finding(press: Press, story: Story) -> None:
    slots = ["article: a, columns: 1-12, rows: 40-84", "article: a, columns: 1-12, rows: 1-38"]
    (page,) = press(manifest(slots), a=story(4)).pages
    assert flat_rules(page, press.style.makeup.cutoff_rule) == []
    assert "P106" in press.codes and "P125" not in press.codes


@pytest.mark.parametrize(
    ("slots", "said"),
    [
        (("a, columns: 1-12, rows: 40-79", "a, columns: 1-12, rows: 1-38"), "above its beginning"),
        (("a, columns: 1-6, rows: 9-79", "a, columns: 7-12, rows: 1-79"), "above its beginning"),
        (("a, columns: 7-12, rows: 1-79", "a, columns: 1-6, rows: 1-79"), "left of where it came from"),
        (("a, columns: 1-12, rows: 1-30", "a, columns: 4-9, rows: 32-79"), "under a leg in the middle"),
        (("a, columns: 1-12, rows: 1-30", "a, columns: 4-12, rows: 32-79", "P1-3, rows: 32-79"), "in the middle"),
        (("a, columns: 1-6, rows: 1-30", "d, columns: 1-6, rows: 32-79", "a, columns: 7-12, rows: 32-79"), "apart"),
        (("a, columns: 1-12, rows: 1-30", "d, columns: 1-12, rows: 32-60", "a, columns: 1-12, rows: 62-79"), 'beyond "d"'),
        (("a, columns: 1-6, rows: 1-79", "d, columns: 7-12, rows: 1-40", "a, columns: 7-12, rows: 42-79"), 'below "d"'),
        (
            ("a, columns: 1-12, rows: 1-39", "P1-6, rows: 41-60", "a, columns: 7-12, rows: 41-79", "d, columns: 1-6, rows: 62-79"),
            "in the middle",
        ),
    ],
)  # fmt: skip
def test_a_reader_who_is_lost_is_told_of_with_the_cure(
    slots: tuple[str, ...], said: str, press: Press, story: Story
) -> None:
    lines = [f"picture: p, columns: {one[1:]}" if one.startswith("P") else f"article: {one}" for one in slots]
    press(manifest(lines), a=story(40), d=story(9))
    (finding,) = (one for one in press.findings if one.code == "P125")
    assert said in finding.message
    assert finding.span is not None and finding.place is not None and finding.place.depth > 0
    first = manifest(lines).splitlines().index(f"      - {{{lines[0]}}}") + 4
    press(manifest(typed(lines, finding.hint, first, finding.span.line)), a=story(40), d=story(9))
    assert "P125" not in press.codes, finding.hint


def typed(slots: Sequence[str], hint: str, first: int, line: int) -> list[str]:
    """The slots, the first of which is in line `first`, with a remedy for that in `line` typed as it is told."""
    told = re.findall(r"`([^`]+)`", hint)
    lines = list(slots)
    if hint.startswith("take this slot out"):
        del lines[line - first]
    elif hint.startswith("write its slots in this order"):
        places = [number for number, slot in enumerate(slots) if any(one in slot for one in told)]
        for number, one in zip(places, told, strict=True):
            lines[number] = f"article: a, {one}"
    else:
        at = [int(number) - first for number in re.findall(r"\(line (\d+)\)", hint)] or [line - first]
        for number, one in zip(at, told, strict=True):
            for pair in one.split(", "):
                lines[number] = re.sub(pair.split(":")[0] + r": [\d-]+", pair, lines[number])
    return lines


@pytest.mark.parametrize("rows", [1, 2, 4])
def test_white_is_opened_between_any_parts_and_each_keeps_a_row(rows: int) -> None:
    """Slots drawn at random, some shallower than the white."""
    made: Any = SimpleNamespace(
        articles=[SimpleNamespace(slug="a"), SimpleNamespace(slug="b")],
        style=SimpleNamespace(makeup=SimpleNamespace(cutoff_rows=rows)),
        legs_of=lambda _, slot: slot.legs,
    )
    for seed in range(1500):
        plan = DummyPages(1, 1, None, drawn_slots(random.Random(seed)), (), AT)
        assert all(slot.first_row <= slot.last_row for slot in opened(made, plan).slots), seed


def drawn_slots(lots: random.Random) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    for line in range(12):
        unit, row = lots.randint(1, 11), lots.randint(1, 9)
        kind = lots.choice((SlotKind.ARTICLE, SlotKind.ARTICLE, SlotKind.PICTURE))
        last_unit, last_row = min(12, unit + lots.randint(1, 5)), row + lots.randint(0, 3)
        span = Span(AT.path, line + 1)
        slot = Slot(kind, lots.choice("aab"), unit, last_unit, row, last_row, lots.randint(1, 3), span)
        if not any(share_units(slot, one) and row <= one.last_row and one.first_row <= last_row for one in slots):
            slots.append(slot)
    return tuple(slots)


@pytest.mark.parametrize("second", ["columns: 1-3, rows: 86-87", "columns: 10-12, rows: 86-87"])
def test_a_part_below_the_page_is_no_fault(second: str, press: Press, story: Story) -> None:
    slots = (
        "article: a, columns: 4-9, rows: 81-87, legs: 2",
        f"article: a, {second}",
        "article: a, columns: 1-3, rows: 2-9",
    )
    press(manifest(slots).replace("page: 1", "page: 1\n    furniture: front"), a=story(20))
    assert "P125" in press.codes
