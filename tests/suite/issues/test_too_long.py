"""A story of the sample that is forty words too long for its closed slot: what check says is right to the line."""

import json
import re
import shutil
from pathlib import Path

import pytest

from layout.build import check_issue
from layout.cli import run
from layout.diagnostics import ExitCode
from layout.model.page import StoryFit

SAMPLE = Path(__file__).parents[3] / "issues" / "the-forme"
FORTY_WORDS = (
    "The press began to turn at ten and by eleven the whole floor hummed like a kettle before it sings. " * 2
).split()
ROWS = 38
SLOT = f"{{article: letters, columns: 10-12, rows: 1-{ROWS}, legs: 1}}"
ALONE = """
layout: 1
publication: The Forme
date: 2026-11-22
language: en-GB
articles: [{story: stories/letters.md, priority: 4}]
dummy: [{page: 2, slots: [{article: letters, columns: 10-12, rows: 1-%d, legs: 1}]}]
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample with forty words more in its letters, which end at a box."""
    manifest = tmp_path / "issues" / "the-forme" / "issue.yaml"
    shutil.copytree(SAMPLE, manifest.parent)
    assert SLOT in manifest.read_text("utf-8")
    story = manifest.parent / "stories" / "letters.md"
    story.write_text(f"{story.read_text('utf-8')}\n{' '.join(FORTY_WORDS)}\n", "utf-8")
    return manifest


def test_what_is_said_of_forty_words_too_many_is_right_to_the_line(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(FORTY_WORDS) == 40
    assert run(["check", str(sample), "--format", "json"]) == ExitCode.FINDINGS
    findings = json.loads(capsys.readouterr().out)["findings"]
    (told,) = [finding for finding in findings if finding["code"] == "P101"]
    assert (told["story"], told["page"], told["severity"]) == ("letters", 2, "error")
    assert [finding["code"] for finding in findings if finding["severity"] == "error"] == ["P101"]
    said = re.fullmatch(r'"letters" is overset by (\d+) lines, (\d+) words, ([\d.]+) cm of column', told["message"])
    assert said is not None and told["hint"].startswith(f"cut {said[2]} words")
    lines, words = int(said[1]), int(said[2])
    assert (words, said[3]) == (40, f"{lines * 11.5 / 72 * 2.54:.1f}")
    assert not alone(sample, ROWS + lines).overset_lines, "a slot deeper by what was told has room for all"
    assert alone(sample, ROWS + lines - 1).overset_lines, "one row less has not"
    story = sample.parent / "stories" / "letters.md"
    whole = story.read_text("utf-8")
    for cut, fits in ((words, True), (words - 1, False)):
        story.write_text(whole.removesuffix(" ".join(FORTY_WORDS[-cut:]) + "\n"), "utf-8")
        assert bool(alone(sample, ROWS).overset_lines) is not fits, f"with {cut} words cut"


def alone(sample: Path, rows: int) -> StoryFit:
    """The letters in a slot of so many rows, on a page of their own: another count of what they need."""
    manifest = sample.with_name("alone.yaml")
    manifest.write_text(ALONE % rows, "utf-8")
    (fit,) = check_issue(manifest, lambda *_: None).pages.stories
    return fit
