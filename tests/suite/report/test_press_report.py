"""The report on an issue that goes to press: whatever there is to tell, people get one page of it and programs get all."""

import datetime
import json
from dataclasses import replace

import pytest

from layout.diagnostics import Finding, Place, Severity
from layout.manifest.press import read_press
from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.page import Fill, Glyphs
from layout.model.press_report import FontUse, InkOnPage, MadeFile, PictureUse, PressReport, RuleResult
from layout.preflight.file_rules import FILE_RULES
from layout.preflight.results import results_of
from layout.preflight.rules import INK_RULES, RULES
from layout.report.press_page import press_page
from layout.report.press_report import press_json
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase
from layout.units import mm

STYLE = read_style("a4", (shipped("styles"),))
CASE = Typecase(Faces((shipped("fonts"),)))
DATE = datetime.date(2026, 12, 1)


def report_of(count: int) -> PressReport:
    """A report with so many of everything."""
    numbers = range(1, count + 1)
    return PressReport(
        "The Mooring Post", DATE, "newsprint", "pdf/x-4", "CGATS TR 002", count, mm(289), mm(380), 2400,
        rules=tuple(RuleResult(f"P{n}", f"title {n}", Severity.WARNING if n % 3 == 0 else None, "a figure") for n in numbers),
        inks=tuple(InkOnPage(n, (("Cyan", 50), ("Black", 200), ("Gold", 20)), 2399) for n in numbers),
        fonts=tuple(FontUse(f"ABCDEF+Face-{n}", "CIDFontType2", n != 2, (n,)) for n in numbers),
        pictures=tuple(PictureUse(Place(n, 0, 0, mm(90), mm(60)), (900, 600), 1000 - n, "CMYK") for n in numbers),
        files=tuple(MadeFile(f"A-name-that-is-long-enough-to-be-cut-{n:04}_4c.pdf", 10**6, "0" * 64) for n in numbers),
    )  # fmt: skip


@pytest.mark.parametrize("count", [1, 4, 36, 300])
def test_the_page_holds_whatever_there_is_to_tell(count: int) -> None:
    pages = press_page(report_of(count), CASE, STYLE)
    (page,) = pages.pages
    left, top, width, depth = page.live
    for placed in page.placed:
        assert left <= placed.x <= left + width
        assert top <= placed.y <= top + depth
        if isinstance(placed.paint, Fill):
            assert placed.x + placed.paint.width <= left + width
    told = " ".join(run.text for p in page.placed if isinstance(p.paint, Glyphs) for run in p.paint.words)
    assert "The Mooring Post" in told
    if count >= 2:
        assert "missing" in told
        assert f"{1000 - count} ppi" in told
    assert ("more in press-report.json" in told) is (count >= 36)


def test_nothing_that_matters_is_cut() -> None:
    """Every rule's name stands whole in its column, what was found goes on to more lines, and files keep their names."""
    press = read_press("newsprint", (shipped("styles"),))
    found = " ".join(f"the {n}th thing that is wrong with the advertisement" for n in range(12))
    files = tuple(
        MadeFile(f"The-Forme_20261129_{name}_4c.pdf", 10**7, "d" * 64) for name in ("Feuilleton014", "Back-page016")
    )
    report = replace(report_of(1), fonts=(), inks=(), pictures=(), files=files)
    for rules in (RULES, INK_RULES, FILE_RULES):
        told = words_of(
            replace(report, rules=(RuleResult("X108", "", Severity.ERROR, found), *results_of(rules, (), press)))
        )
        assert found in told
        assert "…" not in told
        assert all(file.name in told for file in files)
    long = MadeFile("The-Mooring-Post_20261201_Harbour-and-tides001_4c.pdf", 10**7, "d" * 64)
    assert "_Harbour-and-tides001_4c.pdf" in words_of(replace(report, files=(long,)))


def words_of(report: PressReport) -> str:
    (page,) = press_page(report, CASE, STYLE).pages
    lines = [placed.paint for placed in page.placed if isinstance(placed.paint, Glyphs)]
    return " ".join(run.text for line in lines for run in line.words)


def test_programs_get_all() -> None:
    told = json.loads(press_json(report_of(300)))
    assert [len(told[key]) for key in ("rules", "ink", "fonts", "pictures", "files")] == [300] * 5
    assert told["ink"][0] == {"page": 1, "mean_percent": {"Cyan": 5, "Black": 20, "Gold": 2}, "most_percent": 239.9}
    assert told["pictures"][0]["rect_mm"] == [0, 0, 90, 60]
    assert (told["rules"][1]["result"], told["rules"][2]["result"]) == ("passed", "warning")


def test_each_rule_has_its_result_and_figure() -> None:
    press = read_press("newsprint", (shipped("styles"),))
    found = (Finding("P101", Severity.WARNING, "five lines"), Finding("P101", Severity.ERROR, "nine lines"))
    results = {result.code: result for result in results_of(RULES, found, press, {"P102": "36 pages"})}
    assert len(results) == len(RULES)
    assert (results["P101"].severity, results["P101"].figure) == (Severity.ERROR, "nine lines (and 1 more)")
    assert (results["P102"].severity, results["P102"].figure) == (None, "36 pages")
    assert results["P102"].title == "the issue has another number of pages than was asked for"
