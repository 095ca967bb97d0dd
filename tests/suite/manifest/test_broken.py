"""Each broken input is refused with its place and a remedy, and nothing else is found in it."""

from pathlib import Path

import pytest

from layout.diagnostics import UnusableInput
from layout.manifest.codes import MANIFEST_CODES
from layout.manifest.issue import read_issue
from tests.suite.manifest.broken import CASES, broken_inputs


@pytest.mark.parametrize("name", CASES)
def test_broken_input_is_refused(name: str, tmp_path: Path) -> None:
    broken = next(broken for broken in broken_inputs(tmp_path) if broken.name == name)
    with pytest.raises(UnusableInput) as refused:
        read_issue(broken.manifest)
    finding, *others = refused.value.findings
    assert finding.span is not None
    assert (finding.code, finding.span.path.name, finding.span.line) == (broken.code, broken.file, broken.line)
    assert finding.hint
    assert finding.code in MANIFEST_CODES
    assert others == []


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "a.md").write_text(
        "---\nheadlin: x\n---\nText.\n\n# Headline\n\n::: slogn\nX\n:::\n", "utf-8"
    )
    (tmp_path / "issue.yaml").write_text(
        "layout: 1\npublication: P\ndate: 22.11.2026\npress: newsprnt\narticles:\n"
        "  - story: stories/a.md\n    columns: four\n  - story: stories/b.md\n",
        "utf-8",
    )
    with pytest.raises(UnusableInput) as refused:
        read_issue(tmp_path / "issue.yaml")
    told = {(f.code, f.span.path.name, f.span.line) for f in refused.value.findings if f.span}
    assert told == {
        ("M010", "a.md", 2),
        ("M013", "issue.yaml", 3),
        ("M037", "issue.yaml", 4),
        ("M012", "issue.yaml", 7),
        ("M021", "issue.yaml", 8),
        ("M050", "a.md", 6),
        ("M052", "a.md", 8),
    }
