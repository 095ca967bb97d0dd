"""The formats that CI reads, and what is new since an earlier report."""

import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import junitparser
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from layout.diagnostics import Finding, Place, Severity, Span
from layout.model.page import StoryFit
from layout.report import FORMATS
from layout.report.account import Account
from layout.report.baseline import new_findings, read_baseline

ROOT = Path("/paper")
STORY = ROOT / "issues" / "x" / "stories" / "fähre, 100%.md"
OVERSET = Finding(
    "P101", Severity.ERROR, 'too long by 3 lines: "A & B"', "cut: <12 words>", Span(STORY, 12, 1), Place(4), "ferry"
)
LOOSE = Finding("T101", Severity.WARNING, "a loose line: 0.52 em", "change a word\x07", Span(STORY, 14, 3), Place(4))
NOTE = Finding("M058", Severity.NOTE, "a character left out")
ACCOUNT = Account(ROOT, (OVERSET, LOOSE, NOTE), "2026-11-22", 16, meanings={"P101": "What: too much text.\n\nWhy: it."})


BROKEN = (
    ("sarif", '"version": "2.1.0"', '"version": "2.1"'),
    ("sarif", '"level": "error"', '"level": "grave"'),
    ("sarif", '"startLine": 12', '"startLine": 0'),
    ("junit", 'failures="1"', 'failures="one"'),
    ("junit", 'type="P101"', 'kind="P101"'),
    ("junit", 'name="layout 2026-11-22"', ""),
)


@pytest.mark.parametrize("account", [ACCOUNT, replace(ACCOUNT, findings=()), Account(ROOT, (OVERSET,))])
@pytest.mark.parametrize("form", ["sarif", "junit"])
def test_reports_suit_their_schemas(form: str, account: Account) -> None:
    assert not _against_schema(form, FORMATS[form](account, ROOT))


@pytest.mark.parametrize(("form", "right", "wrong"), BROKEN)
def test_the_schemas_find_what_is_wrong(form: str, right: str, wrong: str) -> None:
    report = FORMATS[form](ACCOUNT, ROOT)
    assert right in report
    assert _against_schema(form, report.replace(right, wrong, 1))


def _against_schema(form: str, report: str) -> list[str]:
    """What is wrong with a report by the schema beside this file."""
    folder = Path(__file__).parent
    if form == "junit":
        schema = etree.XMLSchema(etree.parse(folder / "junit.xsd"))
        return [] if schema.validate(etree.fromstring(report.encode())) else [str(schema.error_log)]
    validator = Draft202012Validator(json.loads((folder / "sarif.schema.json").read_text("utf-8")))
    return [error.message for error in validator.iter_errors(json.loads(report))]


def test_sarif_leads_to_file_line_and_rule() -> None:
    log = json.loads(FORMATS["sarif"](ACCOUNT, ROOT))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["M058", "P101", "T101"]
    assert rules[1]["shortDescription"]["text"] == "too much text."
    overset, loose, note = run["results"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["P101", "T101", "M058"]
    (location,) = overset["locations"]
    place = location["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == "issues/x/stories/fähre, 100%.md"
    assert re.fullmatch(r"[\w./%-]+", place["artifactLocation"]["uri"], re.ASCII)
    assert place["region"] == {"startLine": 12, "startColumn": 1}
    assert "locations" not in note and loose["message"]["text"].startswith("a loose line: 0.52 em. Change a word")
    assert len({result["partialFingerprints"]["layout/v1"] for result in run["results"]}) == 3


def test_junit_counts_errors_as_failures() -> None:
    suites = junitparser.JUnitXml.fromstring(FORMATS["junit"](ACCOUNT, ROOT).encode())
    (suite,) = suites
    assert (suite.tests, suite.failures, suite.errors) == (3, 1, 0)
    overset, loose, note = suite
    assert overset.classname == "issues/x/stories/fähre, 100%.md" and '"A & B"' in overset.name
    (failure,) = overset.result
    assert failure.type == "P101" and "fähre, 100%.md:12:1" in failure.text and "<12 words>" in failure.text
    assert loose.is_passed and "change a word" in loose.system_out
    assert note.is_passed and note.classname == "issue"


def test_junit_of_a_clean_issue_is_one_case_that_passed() -> None:
    (suite,) = junitparser.JUnitXml.fromstring(FORMATS["junit"](replace(ACCOUNT, findings=()), ROOT).encode())
    (case,) = suite
    assert case.is_passed and suite.tests == 1


def test_github_commands_name_the_place_and_escape_the_words() -> None:
    error, warning, note = FORMATS["github"](ACCOUNT, ROOT).splitlines()
    assert error == (
        "::error file=issues/x/stories/fähre%2C 100%25.md,line=12,col=1,title=P101::"
        'too long by 3 lines: "A & B" (page 4)%0Acut: <12 words>'
    )
    assert warning.startswith("::warning file=") and note == "::notice title=M058::a character left out"


def test_a_baseline_hides_what_was_there_wherever_it_stands_now() -> None:
    earlier = read_baseline(FORMATS["json"](ACCOUNT, ROOT).encode())
    moved = replace(OVERSET, message='too long by 2 lines: "A & B"', span=Span(STORY, 40, 1), place=Place(5))
    second = replace(LOOSE, message="a loose line: 0.61 em", span=Span(STORY, 50, 1))
    other = replace(OVERSET, story="bridge")
    assert new_findings((moved, LOOSE, second, other, NOTE), (), ROOT, earlier) == (second, other)
    assert new_findings((), (), ROOT, earlier) == ()
    assert new_findings((OVERSET,), (), ROOT, earlier) == ()


def test_a_baseline_hides_no_overset_that_grew() -> None:
    fits = {lines: StoryFit("ferry", (4,), 100, 90, 20, lines) for lines in (1, 3, 12)}
    earlier = read_baseline(FORMATS["json"](replace(ACCOUNT, stories=(fits[3],)), ROOT).encode())
    assert new_findings((OVERSET,), (fits[3],), ROOT, earlier) == ()
    assert new_findings((OVERSET,), (fits[1],), ROOT, earlier) == ()
    (grown,) = new_findings((OVERSET, LOOSE), (fits[12],), ROOT, earlier)
    assert grown.message == 'too long by 3 lines: "A & B"; it was 3 lines'


@pytest.mark.parametrize("written", [b"", b"[]", b"{}", b'{"findings": [{"code": "P101"}]}', b"\xff\xfe"])
def test_a_baseline_that_is_none_is_said(written: bytes) -> None:
    with pytest.raises(ValueError, match=r"no findings\.json"):
        read_baseline(written)
