"""`layout diff`: which stories and pages differ, between manifests, PDFs and git revisions."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from layout.cli import run
from layout.diagnostics import ExitCode

THIRTY_WORDS = "Nobody on the quay would say that night who had paid for paint. " * 2 + "It was very green."
TIDE = f"---\nheadline: The man who reads the tide\nbyline: By our reporter\n---\n{'He has walked down the slip with a torch. ' * 17}\n"
BRIDGE = "      - {article: bridge, columns: 9-12, rows: 1-29, legs: 1}\n"
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
TOLD = re.compile(
    r"bridge: 30 words more and (\d) lines more, now \d+ words in \d+ lines; (?:fit: [^;]+; )?changed on page 1\npage 1 differs, of 2\n"
)


def git(folder: Path, *words: str) -> None:
    subprocess.run((*GIT, "-C", str(folder), *words), check=True, capture_output=True)


def story(manifest: Path, slug: str) -> Path:
    return manifest.parent / "stories" / f"{slug}.md"


@pytest.fixture
def paper(manifest: Path) -> Path:
    """A paper of two pages, its manifest's path from here, in git: since the first revision a story has grown."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    issue = manifest.read_text("utf-8").replace("pages: 1 ", "pages: 2 ")
    assert BRIDGE in issue
    issue = issue.replace("\n\npictures:", "\n  - story: stories/tide.md\n\npictures:", 1)
    second = "  - page: 2\n    slots: [{article: tide, columns: 1-12, rows: 1-13, legs: 3}]\n"
    manifest.write_text(issue + second, "utf-8")
    story(manifest, "tide").write_text(TIDE, "utf-8")
    bridge = story(manifest, "bridge")
    text = bridge.read_text("utf-8")
    bridge.write_text(text[: text.index("Drivers are sent")], "utf-8")
    folder = manifest.parents[2]
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "as it was")
    bridge.write_text(f"{bridge.read_text('utf-8')}{THIRTY_WORDS}\n", "utf-8")
    git(folder, "commit", "-qam", "grown")
    return manifest.relative_to(Path.cwd())


def test_a_story_that_grew_is_named_with_its_lines_and_pages_and_nothing_else(
    paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(Path().rglob("*"))
    for words in ([f"HEAD~1:{paper}", f"HEAD:{paper}"], [f"HEAD~1:{paper}", "HEAD"], ["HEAD~1", str(paper)]):
        assert run(["diff", *words]) == ExitCode.FINDINGS
        assert TOLD.fullmatch(capsys.readouterr().out)
    assert sorted(Path().rglob("*")) == before
    assert run(["diff", "HEAD", str(paper)]) == ExitCode.CLEAN
    assert capsys.readouterr().out == "no page differs\n"


def test_what_moved_jumps_came_and_went(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue = paper.read_text("utf-8").replace("story: stories/tide.md", "story: stories/tide.md\n    slug: notebooks")
    issue = issue.replace("article: tide", "article: notebooks")
    issue = issue.replace(BRIDGE, "").replace(
        "legs: 3}]", "legs: 3}, {article: ferry, columns: 1-8, rows: 15-55, legs: 2}]"
    )
    issue = issue.replace("rows: 1-43, legs: 2", "rows: 1-30, legs: 2").replace(
        "story: stories/ferry.md\n", "story: stories/ferry.md\n    jump: {to: 2}\n"
    )
    issue = issue.replace("  - {story: stories/bridge.md, priority: 4}\n", "")
    paper.write_text(issue, "utf-8")
    assert run(["diff", "HEAD", str(paper), "--format", "json"]) == ExitCode.FINDINGS
    told = json.loads(capsys.readouterr().out)
    stories = {one["slug"]: one for one in told["stories"]}
    assert list(stories) == ["ferry", "notebooks", "bridge", "tide"]
    assert "from page 1 to pages 1-2; jumps on page 1" in stories["ferry"]["told"]
    assert (stories["ferry"]["old"]["jumps"], stories["ferry"]["new"]["jumps"]) == ([], [1])
    assert stories["notebooks"]["told"].startswith("new, ") and stories["notebooks"]["old"] is None
    assert stories["bridge"]["told"].startswith("gone; ") and stories["bridge"]["new"] is None
    assert [page["number"] for page in told["pages"]] == [1, 2]


def test_what_is_of_no_story_is_told_by_page(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper.write_text(paper.read_text("utf-8").replace("ONE FERRY", "A FERRY"), "utf-8")
    story(paper, "bridge").write_text(
        story(paper, "bridge").read_text("utf-8").replace("nine days from Monday", "nine days from Friday"), "utf-8"
    )
    assert run(["diff", "HEAD", str(paper)]) == ExitCode.FINDINGS
    told = "bridge: reworded at the same length; changed on page 1\npage 1: slogan\npage 1 differs, of 2\n"
    assert capsys.readouterr().out == told


def test_pages_that_differ_by_the_same_are_told_together(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper.write_text(paper.read_text("utf-8").replace("2026-11-22", "2026-11-29"), "utf-8")
    assert run(["diff", "HEAD", str(paper)]) == ExitCode.FINDINGS
    assert capsys.readouterr().out == "pages 1-2: furniture\npages 1-2 differ, of 2\n"


def test_pdfs_are_compared_by_their_looks_and_with_manifests(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", str(paper), "-o", "new"])
    story(paper, "bridge").write_text("---\nheadline: Bridge open\n---\nIt is.\n", "utf-8")
    run(["build", str(paper), "-o", "old"])
    capsys.readouterr()
    assert run(["diff", "old/first.pdf", "new/first.pdf"]) == ExitCode.FINDINGS
    assert capsys.readouterr().out == "page 1 differs, of 2\n"
    assert run(["diff", "old/first.pdf", str(paper)]) == ExitCode.CLEAN
    Path("no.pdf").write_bytes(b"no PDF")
    assert run(["diff", "old/first.pdf", "no.pdf"]) == ExitCode.UNUSABLE_INPUT


def test_report_holds_the_pages_that_differ_and_needs_nothing_else(
    paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "HEAD~1", str(paper), "-o", "report"]) == ExitCode.FINDINGS
    page = Path("report/diff.html").read_text("utf-8")
    assert re.findall(r'<img alt="(.*?)"', page) == ["Page 1, old", "Page 1, new"]
    assert "<b>bridge</b>: 30 words more" in page
    assert not re.search(r"<script|https?:|url\(|src=\"(?!data:)", page)
    assert len(page) < 400_000


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nothing:{}", "{}"), 'git knows no revision "nothing"'),
        (("HEAD:issues/none.yaml", "{}"), "there is no file paper/issues/none.yaml in HEAD"),
        (("nothing", "nowhere"), '"nothing" is no file and no revision'),
        (("--", "--output=x:{}", "{}"), "no revision"),
        (("HEAD:/etc/passwd", "{}"), "/etc/passwd is in no git repository"),
    ],
)
def test_what_git_has_not_is_refused(
    paper: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = [word.replace("HEAD:issues", "HEAD:paper/issues").format(paper) for word in words]
    assert run(["diff", *typed]) == ExitCode.UNUSABLE_INPUT
    assert said.replace("file paper/", "file ") in capsys.readouterr().err


def test_what_is_wrong_in_a_revision_is_told_as_git_names_it(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = paper.read_text("utf-8")
    paper.write_text(good.replace("number:", "numbre:"), "utf-8")
    git(paper.parents[2], "commit", "-qam", "broken")
    paper.write_text(good, "utf-8")
    assert run(["diff", "HEAD", str(paper)]) == ExitCode.UNUSABLE_INPUT
    line = good[: good.index("number:")].count("\n") + 1
    assert f'HEAD:issues/first/issue.yaml:{line}:1: error M010 unknown key "numbre"' in capsys.readouterr().err
