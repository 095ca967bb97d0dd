"""`layout press` as it is typed."""

import hashlib
import json
import re
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from layout.cli import run
from layout.diagnostics import ExitCode
from layout.manifest.starter import STYLES

PROFILE = """layout: 1
extends: newsprint
pages: {multiple: 1}
products: {make: [issue, pages, reader-spreads], file: "{publication}-{page:02}.pdf", marks: [crop, slug]}
"""


@pytest.fixture
def own(manifest: Path) -> Path:
    profile = manifest.parents[2] / "styles/press/own.yaml"
    profile.parent.mkdir(parents=True, exist_ok=True)
    profile.write_text(PROFILE)
    return manifest


def test_press_writes_the_products_and_a_report_on_them(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["press", str(own), "--press", "own"]) == ExitCode.CLEAN
    written = sorted(Path("press").iterdir())
    assert sorted(capsys.readouterr().out.split()) == [str(path) for path in written]
    report = json.loads(Path("press/press-report.json").read_text("utf-8"))
    assert (report["press"], report["pages"]) == ("own", 1)
    assert {rule["result"] for rule in report["rules"]} == {"passed"}
    assert all(font["embedded"] for font in report["fonts"])
    named = {file["name"]: file["sha256"] for file in report["files"]}
    assert {*named, "press-report.json", "press-report.pdf"} == {path.name for path in written}
    assert all(hashlib.sha256(Path("press", name).read_bytes()).hexdigest() == digest for name, digest in named.items())
    page = pypdfium2.PdfDocument("press/press-report.pdf")
    told = page[0].get_textpage().get_text_bounded()
    assert len(page) == 1
    assert all(name in told for name in named)


@pytest.mark.parametrize("style", STYLES)
def test_a_new_paper_goes_to_press(style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run(["new", ".", "--yes", "--style", style, "--publication", "Reed & Sea"])
    assert run(["press", "issues/first/issue.yaml"]) == ExitCode.CLEAN
    report = json.loads(Path("press/press-report.json").read_text("utf-8"))
    assert {rule["result"] for rule in report["rules"]} == {"passed"}


def test_what_is_told_of_a_page_is_not_told_of_the_file_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Image.new("RGB", (1300, 1600), (90, 120, 60)).save("coarse.jpg")
    Path("issue.yaml").write_text(
        "layout: 1\npublication: P\ndate: 2026-11-22\nstyle: a4\npages: 1\npress: {profile: proof}\n"
        "articles: [{slug: a, text: A., headline: A}]\npictures: [{id: p, file: coarse.jpg}]\n"
        "dummy: [{page: 1, furniture: none, slots: [{picture: p, bleed: true}]}]\n",
        "utf-8",
    )
    Path("styles/press").mkdir(parents=True)
    Path("styles/press/one.yaml").write_text("layout: 1\nextends: newsprint\npages: {multiple: 1}\n", "utf-8")
    run(["press", "issue.yaml", "--press", "one"])
    told = capsys.readouterr().err
    assert told.count("I204") == 1
    assert re.search(r"issue\.yaml:\d+:\d+: warning I204", told)


def test_press_makes_the_same_twice(own: Path) -> None:
    for folder in ("one", "two"):
        run(["press", str(own), "--press", "own", "-o", folder])
    assert {path.name: path.read_bytes() for path in Path("one").iterdir()} == {
        path.name: path.read_bytes() for path in Path("two").iterdir()
    }


def test_an_issue_with_errors_does_not_go_to_press(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = own.parent / "stories/bridge.md"
    story.write_text(story.read_text("utf-8") + "\n" + "More words than any slot can hold. " * 400, "utf-8")
    assert run(["press", str(own), "--press", "own"]) == ExitCode.FINDINGS
    said = capsys.readouterr()
    assert "error P101" in said.err
    assert "nothing was written" in said.err
    assert not said.out
    assert not Path("press").exists()


@pytest.mark.parametrize(
    ("profile", "code"),
    [
        (PROFILE.replace("{page:02}", "{number}"), "M072"),
        (PROFILE.replace("marks:", "signature: 6, marks:"), "M072"),
    ],
)
def test_a_profile_that_cannot_be_kept_is_refused_with_its_place(
    own: Path, profile: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (own.parents[2] / "styles/press/own.yaml").write_text(profile)
    assert run(["press", str(own), "--press", "own"]) == ExitCode.UNUSABLE_INPUT
    assert "own.yaml:4:" in (said := capsys.readouterr().err)
    assert f"error {code}" in said
    assert not Path("press").exists()
