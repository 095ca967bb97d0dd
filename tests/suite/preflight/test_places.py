"""Where things must not stand: on one another, or outside the live area. Pages by hand, a millimetre grid."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from layout.diagnostics import Finding
from layout.model.ink import BLACK
from layout.model.issue import Issue
from layout.model.page import Fill, Page, Pages, Part, Picture, PictureSource, Placed
from layout.model.text import Face, GlyphRun, Glyphs
from layout.preflight.proof import Proof
from layout.preflight.rules.live_area import check_live_area
from layout.preflight.rules.overlap import check_overlaps
from layout.units import mm, pt

FACE = Face("T", "T", Path("t.ttf"), 0, (), 1000, 800, -200, 700, 500, 0.0, (0, -200, 1000, 800), "0")
SOURCE = PictureSource(Path("quay.png"), "0", (10, 10), "png")


def words(x: float, y: float, text: str = "quay", part: Part = Part.BODY, story: str | None = "ferry") -> Placed:
    """Letters half an em wide in 10 pt."""
    count = len(text)
    run = GlyphRun(
        FACE, text, (1,) * count, (500,) * count, (0,) * count, (0,) * count, tuple(range(count)), 500 * count
    )
    return Placed(mm(x), mm(y), Glyphs(FACE, pt(10), BLACK, (run,), (0,)), part, None, story)


def picture(x: float, y: float, width: float, depth: float) -> Placed:
    return Placed(mm(x), mm(y), Picture(mm(width), mm(depth), SOURCE), Part.PICTURE, None, "ferry")


def ground(x: float, y: float, width: float, depth: float, part: Part = Part.RULE) -> Placed:
    return Placed(mm(x), mm(y), Fill(mm(width), mm(depth), BLACK), part, None, "ferry")


def proof_of(*placed: Placed) -> Proof:
    live = (mm(10), mm(10), mm(80), mm(80))
    page = Page(1, mm(100), mm(100), 0, live, placed)
    issue = cast("Issue", SimpleNamespace(date=datetime.date(2026, 3, 7)))
    return Proof(issue, Pages("T", "en", (page,), ()))


def codes(found: Iterator[Finding]) -> list[str]:
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    ("placed", "said"),
    [
        ((words(20, 20), words(20, 24)), []),
        ((words(20, 20), words(22, 21, "tide")), ['"tide" stands upon "quay"']),
        ((words(20, 20), words(29, 20)), []),
        ((picture(20, 20, 20, 20), words(25, 30)), ['"quay" stands upon a picture']),
        ((picture(20, 20, 20, 20), words(20, 44)), []),
        ((ground(20, 20, 20, 20), words(25, 30)), ['"quay" stands upon a box']),
        ((ground(20, 20, 20, 20), words(25, 30, part=Part.BOX)), []),
        ((ground(10, 10, 80, 10, Part.FURNITURE), words(25, 15, part=Part.FURNITURE)), []),
        ((picture(20, 20, 20, 20), picture(40, 20, 20, 20)), []),
        ((picture(20, 20, 20, 20), picture(39, 30, 20, 20)), ['two pictures of "ferry" stand upon each other']),
    ],
)
def test_overlaps(placed: tuple[Placed, ...], said: list[str]) -> None:
    assert codes(check_overlaps(proof_of(*placed))) == said


@pytest.mark.parametrize(
    ("placed", "said"),
    [
        (words(10, 20), []),
        (words(9.5, 20), []),  # a mark may hang
        (words(85, 20), ['"quay" stands 0.9 mm outside the live area']),
        (words(20, 92), ['"quay" stands 2.0 mm outside the live area']),
        (picture(10, 10, 80, 80), []),
        (picture(10, 10, 81, 80), ["a picture stands 1.0 mm outside the live area"]),
        (ground(8, 10, 20, 20), ["a ground stands 2.0 mm outside the live area"]),
        (ground(0, 0, 100, 20, Part.FURNITURE), []),
    ],
)
def test_live_area(placed: Placed, said: list[str]) -> None:
    assert codes(check_live_area(proof_of(placed))) == said
