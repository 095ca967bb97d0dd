"""Pictures across the fold: two halves that meet, and what is told of those that cannot."""

from pathlib import Path
from typing import NamedTuple

import pytest

from layout.diagnostics import UnusableInput
from layout.makeup.pages import make_pages
from layout.manifest.issue import read_issue
from layout.model.page import Page, Pages, Part, Picture, Placed
from layout.model.text import Glyphs
from layout.preflight.check import check
from tests.pages.typecase import case_for

HEAD = """layout: 1
publication: P
date: 2026-11-22
pages: 4
articles: [{story: a.md}]
pictures: [{id: p, file: p.svg, cutline: The quay at noon, alt: A quay, focus: [0.5, 0.5]}]
dummy:
"""
FACING = "  - page: 3\n    slots: [{article: a, columns: 1-12, rows: 45-80}]\n"


class Half(NamedTuple):
    """What stands of the picture on a page."""

    page: Page
    at: Placed
    paint: Picture

    def seen_at(self, x: int) -> float:
        """Which part of the picture's width is printed there, in millionths."""
        left, _, right, _ = self.paint.crop
        return left + (right - left) * (x - self.at.x) / self.paint.width


def issue_of(folder: Path, dummy: str) -> Path:
    home = folder / "issues"
    home.mkdir(parents=True, exist_ok=True)
    (home / "a.md").write_text("The press began to turn at ten. " * 60, "utf-8")
    (home / "p.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"/>', "utf-8")
    (home / "issue.yaml").write_text(HEAD + dummy, "utf-8")
    return home / "issue.yaml"


def made(folder: Path, slot: str, facing: str = FACING) -> tuple[Pages, list[str]]:
    """The pages of an issue with this slot on page 2, and the codes of what is told."""
    path = issue_of(folder, f"  - page: 2\n    slots: [{{picture: p, {slot}}}]\n{facing}")
    issue, _ = read_issue(path)
    pages = make_pages(issue, case_for(path, issue))
    return pages, [finding.code for finding in check(issue, pages)]


def halves(pages: Pages) -> tuple[Half, Half]:
    """The picture on pages 2 and 3."""
    found = [
        Half(page, one, one.paint)
        for page in pages.pages
        for one in page.placed
        if isinstance(one.paint, Picture) and one.part is Part.PICTURE
    ]
    left, right = found
    assert (left.page.number, right.page.number) == (2, 3)
    return left, right


@pytest.mark.parametrize("columns", ["1-24", "5-16", "9-24", "12-13", "1-13"])
@pytest.mark.parametrize("bleed", ["false", "true"])
def test_the_halves_meet_at_the_fold(columns: str, bleed: str, tmp_path: Path) -> None:
    left, right = halves(made(tmp_path, f"columns: {columns}, rows: 1-40, bleed: {bleed}")[0])
    fold, over = left.page.width, left.page.bleed
    assert left.seen_at(fold) == pytest.approx(right.seen_at(0), abs=3)
    assert left.at.x + left.paint.width == fold + over
    assert right.at.x == -over
    assert (left.at.y, left.paint.depth) == (right.at.y, right.paint.depth)
    assert left.paint.crop[1::2] == right.paint.crop[1::2]
    scales = [(half.paint.crop[2] - half.paint.crop[0]) / half.paint.width for half in (left, right)]
    assert scales[0] == pytest.approx(scales[1], rel=1e-4)


def test_it_stands_within_the_margins_or_bleeds_at_the_outer_edges(tmp_path: Path) -> None:
    left, right = halves(made(tmp_path, "columns: 1-24, rows: 1-40")[0])
    assert left.at.x == left.page.live[0]
    assert right.at.x + right.paint.width == pytest.approx(right.page.live[0] + right.page.live[2], abs=12)
    left, right = halves(made(tmp_path, "columns: 1-24, rows: 1-40, bleed: true")[0])
    assert left.at.x == -left.page.bleed
    assert right.at.x + right.paint.width == right.page.width + right.page.bleed


@pytest.mark.parametrize(("columns", "page"), [("1-24", 2), ("1-18", 2), ("7-24", 3)])
def test_its_cutline_stands_below_the_wider_half(columns: str, page: int, tmp_path: Path) -> None:
    pages, _ = made(tmp_path, f"columns: {columns}, rows: 1-40")
    words = [
        (one.number, placed.y)
        for one in pages.pages
        for placed in one.placed
        if placed.part is Part.CUTLINE and isinstance(placed.paint, Glyphs)
    ]
    assert [number for number, _ in words] == [page]
    half = halves(pages)[page - 2]
    assert words[0][1] > half.at.y + half.paint.depth


@pytest.mark.parametrize("facing", ["", FACING])
@pytest.mark.parametrize("bleed", ["false", "true"])
def test_nothing_is_told_of_it(facing: str, bleed: str, tmp_path: Path) -> None:
    _, told = made(tmp_path, f"columns: 5-20, rows: 1-40, bleed: {bleed}", facing)
    assert not {"P115", "P118", "P105", "I204"} & set(told)


@pytest.mark.parametrize(
    ("dummy", "code", "message", "line"),
    [
        ("  - page: 3\n    slots: [{picture: p, columns: 1-24}]\n", "M060", "page 3 has no page beside it", 9),
        ("  - page: 4\n    slots: [{picture: p, columns: 1-24}]\n", "M060", "page 4 has no page beside it", 9),
        ("  - page: 2\n    slots: [{picture: p, columns: 1-25}]\n", "M060", "leaves the grid", 9),
        ("  - page: 2\n    slots: [{picture: p, columns: 13-24}]\n", "M060", "leaves the grid", 9),
        ("  - page: 2\n    slots: [{article: a, columns: 1-24}]\n", "M060", "leaves the grid", 9),
        (
            "  - page: 2\n    slots: [{picture: p, columns: 1-20, rows: 1-45}]\n" + FACING,
            "M061",
            'slots of "a" and "p" overlap',
            9,
        ),
        (
            "  - page: 2\n    slots: [{picture: p, columns: 1-24, rows: 1-40}]\n  - pages: 3-4\n    run: [a]\n",
            "M016",
            '"p" goes on on page 3, which has a run',
            9,
        ),
    ],
)
def test_what_cannot_go_across_is_told_at_its_slot(
    dummy: str, code: str, message: str, line: int, tmp_path: Path
) -> None:
    path = issue_of(tmp_path, dummy)
    with pytest.raises(UnusableInput) as refused:
        read_issue(path)
    (finding,) = (one for one in refused.value.findings if one.severity.value == "error")
    assert (finding.code, message in finding.message) == (code, True)
    assert finding.span is not None and finding.span.line == line
