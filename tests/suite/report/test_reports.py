"""Findings and geometry in the shapes that other programs rely on."""

import json
from pathlib import Path
from types import MappingProxyType

from layout import __version__
from layout.diagnostics import Finding, Place, Severity, Span
from layout.model.ink import BLACK
from layout.model.page import Fill, Page, Pages, Part, Placed, Rule, StoryFit
from layout.model.text import Face, GlyphRun, Glyphs
from layout.report import FORMATS
from layout.report.account import Account
from layout.report.geometry import geometry_report
from layout.units import mm, pt

ROOT = Path("/paper")
SPAN = Span(ROOT / "issues" / "x" / "stories" / "ferry.md", 12, 1)
OVERSET = Finding(
    "P101", Severity.ERROR, "too long", "cut", SPAN, Place(4, mm(12), mm(30.5), mm(60), mm(80)), "ferry"
)  # fmt: skip
NOTE = Finding("M058", Severity.NOTE, "a character left out")
STORY = StoryFit("ferry", (1, 4), 812, 812, 143, fit=("picture quay 88 mm -> 84 mm",))
ACCOUNT = Account(ROOT, (OVERSET, NOTE), "2026-11-22", 16, (STORY,))


def test_json_has_the_shape_of_the_manual() -> None:
    assert json.loads(FORMATS["json"](ACCOUNT, Path("/elsewhere"))) == {
        "layout": __version__,
        "issue": "2026-11-22",
        "pages": 16,
        "findings": [
            {
                "code": "P101", "severity": "error", "message": "too long", "hint": "cut",
                "file": "issues/x/stories/ferry.md", "line": 12, "column": 1,
                "page": 4, "rect_mm": [12.0, 30.5, 60.0, 80.0], "story": "ferry",
            },
            {
                "code": "M058", "severity": "note", "message": "a character left out", "hint": "",
                "file": None, "line": None, "column": None, "page": None, "rect_mm": None, "story": None,
            },
        ],
        "stories": [
            {
                "slug": "ferry", "pages": [1, 4], "words": 812, "lines": 143, "overset_lines": 0, "overset_words": 0,
                "fit": ["picture quay 88 mm -> 84 mm"],
            }
        ],
    }  # fmt: skip


def test_text_is_one_line_and_a_remedy_the_gravest_last() -> None:
    assert FORMATS["text"](ACCOUNT, ROOT / "issues") == (
        "note M058 a character left out\n"
        "x/stories/ferry.md:12:1: error P101 too long (page 4, 12 mm from the left, 30 mm down)\n"
        "    cut\n"
        "16 pages: 1 error, 1 note\n"
    )


def test_geometry_is_exact() -> None:
    face = Face("T", "T", Path("t.ttf"), 0, (), 1000, 800, -200, 700, 500, 0.0, (0, -200, 1000, 800), "0")
    run = GlyphRun(face, "ab", (1, 2), (500, 500), (0, 0), (0, 0), (0, 1), 1000)
    text = Glyphs(face, pt(10), BLACK, (run, run), (0, pt(12)), letter_space=10, scale=990)
    placed = (
        Placed(1000, 500_000, text, Part.BODY, SPAN, "ferry"),
        Placed(0, 90, Fill(70, 80, BLACK), Part.BOX),
        Placed(50, 90, Rule(-20, 0, 5, BLACK), Part.RULE),
    )
    page = Page(1, mm(289), mm(380), 0, (1, 2, 3, 4), placed, MappingProxyType({"legs": 900}))
    told = json.loads(geometry_report(Pages("T", "en", (page,), ()), ROOT))
    assert told["files"] == ["issues/x/stories/ferry.md"]
    (made,) = told["pages"]
    assert (made["number"], made["size"], made["live"]) == (1, [mm(289), mm(380)], [1, 2, 3, 4])
    assert made["score"] == {"legs": 900}
    x_height, width = pt(5), pt(12) + pt(10) * 99 // 100 + 20
    assert made["placed"] == [
        ["body", "ferry", 0, 12, 1000, 500_000 - x_height, width, x_height, 500_000],
        ["box", None, None, None, 0, 90, 70, 80],
        ["rule", None, None, None, 30, 90, 20, 0],
    ]
