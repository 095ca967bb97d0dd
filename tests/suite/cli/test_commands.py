"""Every command as it is typed: what it answers, what it writes, how it ends."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pypdf
import pytest
import yaml
from PIL import Image

import layout as package
from layout.cli import COMMANDS, run
from layout.diagnostics import ExitCode
from layout.manifest.codes import MANIFEST_CODES
from layout.manifest.starter import STYLES
from layout.manifest.workspace import shipped
from layout.preflight.check import explain

OVERSET = "More words than any slot can hold. " * 400


def lengthen(manifest: Path) -> None:
    story = manifest.parent / "stories" / "bridge.md"
    story.write_text(f"{story.read_text('utf-8')}\n{OVERSET}\n", "utf-8")


def test_build_writes_three_files(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", str(manifest), "-o", "out"]) == ExitCode.CLEAN
    assert {path.name for path in Path("out").iterdir()} == {"first.pdf", "findings.json", "geometry.json"}
    said = capsys.readouterr()
    assert said.out.splitlines() == ["out/first.pdf", "out/findings.json", "out/geometry.json"]
    assert said.err.startswith("1/4 reading\n") and said.err.endswith("\n1 page: nothing to complain of\n")
    assert Path("out/first.pdf").read_bytes().startswith(b"%PDF-")
    found = json.loads(Path("out/findings.json").read_text("utf-8"))
    assert (found["issue"], found["pages"], found["findings"]) == ("2026-11-22", 1, [])
    assert [story["slug"] for story in found["stories"]] == ["ferry", "bridge"]


def test_build_of_some_pages(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", str(manifest), "--pages", "1-4", "--digital"]) == ExitCode.CLEAN
    assert run(["build", str(manifest), "-o", "none", "--pages", "7"]) == ExitCode.UNUSABLE_INPUT
    assert run(["build", str(manifest), "-o", "none", "--pages", "5-3"]) == ExitCode.UNUSABLE_INPUT
    assert not Path("none").exists()
    assert "the issue has pages 1-1" in capsys.readouterr().err


def test_overset_is_an_error_that_says_what_cures_it(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lengthen(manifest)
    assert run(["check", str(manifest), "--format", "json"]) == ExitCode.FINDINGS
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["code"], finding["severity"], finding["story"], finding["page"]) == ("P101", "error", "bridge", 1)
    assert "lines" in finding["message"]
    assert "words" in finding["message"]
    assert "cm of column" in finding["message"]
    assert finding["hint"].startswith("cut ")
    assert finding["rect_mm"][2] > 0
    for command in ("build", "proof"):
        assert run([command, str(manifest), "-o", "out"]) == ExitCode.FINDINGS
        said = capsys.readouterr()
        assert 'error P101 "bridge" is overset by ' in said.err
        assert {Path(name) for name in said.out.split()} <= set(Path("out").iterdir())
    assert Path("out/first.pdf").exists()


def test_check_writes_nothing(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(Path().rglob("*"))
    assert run(["check", str(manifest)]) == ExitCode.CLEAN
    assert capsys.readouterr().out == "1 page: nothing to complain of\n"
    assert sorted(Path().rglob("*")) == before


def test_check_holds_pages_against_a_count(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(manifest), "--pages", "1"]) == ExitCode.CLEAN
    assert run(["check", str(manifest), "--pages", "16"]) == ExitCode.FINDINGS
    assert "error P102 the issue has 1 page, not 16" in capsys.readouterr().out


@pytest.mark.parametrize(("form", "sign"), [("github", "file="), ("sarif", '"uri": "'), ("text", "\n")])
@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_reports_for_a_ci_name_files_from_its_checkout(
    manifest: Path, form: str, sign: str, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lengthen(manifest)
    root = Path.cwd()
    monkeypatch.setenv(name, str(root))
    monkeypatch.chdir(manifest.resolve().parent)
    run(["check", "issue.yaml", "--format", form])
    file = str(manifest.resolve().relative_to(root)) if form != "text" else "issue.yaml"
    assert f"{sign}{file}" in "\n" + capsys.readouterr().out


def test_check_tells_what_is_new_since_a_baseline(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lengthen(manifest)
    run(["check", str(manifest), "--format", "json"])
    Path("known.json").write_text(capsys.readouterr().out, "utf-8")
    assert run(["check", str(manifest), "--baseline", "known.json"]) == ExitCode.CLEAN
    assert capsys.readouterr().out == "1 page: nothing new; 1 finding as in the baseline\n"
    assert run(["check", str(manifest), "--baseline", "known.json", "--pages", "4"]) == ExitCode.FINDINGS
    said = capsys.readouterr().out
    assert re.match(r"\S+issue\.yaml:\d+:8: error P102 the issue has 1 page, not 4\n", said)
    assert said.endswith("1 page: 1 error; 1 finding as in the baseline\n")
    for wrong in ("none.json", "paper", str(manifest)):
        assert run(["check", str(manifest), "--baseline", wrong]) == ExitCode.UNUSABLE_INPUT
        said = capsys.readouterr().err
        assert f"Error: the baseline {wrong}: " in said and "--format json > " in said
        assert "reading" not in said, "it is looked at before the pages are made"


def test_check_fails_on_warnings_if_asked(manifest: Path) -> None:
    story = manifest.parent / "stories" / "bridge.md"
    story.write_text("\n\n".join(story.read_text("utf-8").split("\n\n")[:-2]) + "\n", "utf-8")
    assert run(["check", str(manifest)]) == ExitCode.CLEAN
    assert run(["check", str(manifest), "--fail-on", "warning"]) == ExitCode.FINDINGS


def test_proof_shows_every_page_and_notes_findings_in_place(manifest: Path) -> None:
    assert run(["proof", str(manifest), "-o", "clean"]) == ExitCode.CLEAN
    assert {path.name for path in Path("clean").iterdir()} == {"page-01.png", "contact.png", "proof.pdf"}
    lengthen(manifest)
    issue = manifest.read_text("utf-8")
    manifest.write_text(issue.replace("slogans:", "slogans:\n  - {id: quay(1), lines: [SPARE]}\n #", 1), "utf-8")
    assert run(["proof", str(manifest), "-o", "marked"]) == ExitCode.FINDINGS
    red = [colour for _, colour in Image.open("marked/page-01.png").getcolors(1 << 24) or () if colour == (204, 0, 0)]
    assert red
    (page,) = pypdf.PdfReader("marked/proof.pdf").pages
    flag, note = sorted((note.get_object() for note in page["/Annots"]), key=lambda note: -float(note["/Rect"][1]))
    assert rb'(P103: "quay\(1\)" stands on no page) Tj' in flag["/AP"]["/N"].get_data(), "in words, at the page's head"
    assert note["/Contents"].startswith('P101 "bridge" is overset by ')
    assert "\ncut " in note["/Contents"]
    left, foot, right, _ = (float(value) for value in note["/Rect"])
    trim = page.trimbox
    assert float(trim.right) / 2 < left < right <= float(trim.right), "the bar stands under the last leg"
    assert float(trim.bottom) < foot < float(trim.top) / 2
    drawn = note["/AP"]["/N"].get_data().decode()
    assert re.search(r"\(P101: \d+ lines, \d+ words over\) Tj", drawn)


def test_proof_with_the_grid_numbers_units_and_rows(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["proof", str(manifest), "-o", "one", "--grid"]) == ExitCode.CLEAN
    (note,) = [note.get_object() for note in pypdf.PdfReader("one/proof.pdf").pages[0]["/Annots"]]
    drawn = note["/AP"]["/N"].get_data().decode()
    assert re.findall(r"\((\d+)\)", drawn)[:4] == ["1", "5", "10", "15"]
    assert re.findall(r"\((\d+)\)", drawn)[-1] == "12"
    assert run(["proof", str(manifest), "-o", "two", "--grid"]) == ExitCode.CLEAN
    assert Path("one/proof.pdf").read_bytes() == Path("two/proof.pdf").read_bytes()
    run(["build", str(manifest)])
    assert run(["proof", "out/first.pdf", "-o", "none", "--grid"]) == ExitCode.UNUSABLE_INPUT
    assert "name the manifest" in capsys.readouterr().err


def test_proof_does_not_claim_to_be_for_the_press(manifest: Path) -> None:
    run(["build", str(manifest)])
    run(["proof", str(manifest)])
    made, proof = (pypdf.PdfReader(path) for path in ("out/first.pdf", "proof/proof.pdf"))
    assert "/Metadata" in made.root_object
    assert "/Metadata" not in proof.root_object
    assert not [key for key in proof.metadata or {} if "GTS" in key]
    assert proof.metadata is not None and str(proof.metadata.title).endswith(" (proof)")


def test_proof_of_any_pdf_and_of_facing_pages(manifest: Path) -> None:
    manifest.write_text(re.sub(r"pages: 1\b", "pages: 3", manifest.read_text("utf-8"), count=1), "utf-8")
    text = manifest.read_text("utf-8")
    manifest.write_text(text + "  - page: 3\n    slots: [{slogan: vote, columns: 1-12, rows: 1-9}]\n", "utf-8")
    run(["build", str(manifest)])
    assert run(["proof", "out/first.pdf", "-o", "pictures"]) == ExitCode.CLEAN
    names = {path.name for path in Path("pictures").iterdir()}
    assert names == {"page-01.png", "page-02.png", "page-03.png", "spread-02-03.png", "contact.png"}
    with Image.open("pictures/spread-02-03.png") as spread:
        assert spread.size == (2 * round(210 / 25.4 * 100), round(297 / 25.4 * 100))
    with Image.open("pictures/contact.png") as contact:
        grey = contact.getpixel((0, 0))
        assert contact.getpixel((140, 200)) == grey, "the first page is a right one"
        assert contact.getpixel((304 + 280, 200)) != grey, "facing pages stand edge to edge"
    Path("no.pdf").write_bytes(b"no PDF")
    assert run(["proof", "no.pdf", "-o", "none"]) != ExitCode.CLEAN
    assert not Path("none").exists()


@pytest.mark.parametrize(
    ("style", "language"), [(style, language) for style in STYLES for language in ("en-GB", "de", "pl")]
)
def test_new_makes_a_paper_that_builds_clean(
    style: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", "my-paper", "--yes", "--style", style, "--language", language]) == ExitCode.CLEAN
    said = capsys.readouterr()
    assert {Path(name) for name in said.out.split()} == {path for path in Path().rglob("*") if path.is_file()}
    assert "layout build my-paper/issues/first/issue.yaml -o out\n" in said.err
    assert run(["check", "my-paper/issues/first/issue.yaml", "--format", "json"]) == ExitCode.CLEAN
    told = json.loads(capsys.readouterr().out)
    assert told["findings"] == []
    assert {"ferry": [1], "bridge": [1]}.items() <= {story["slug"]: story["pages"] for story in told["stories"]}.items()
    run(["styles", "my-paper"])
    sizes = dict(re.findall(r"^(\w+) +(\d+ x \d+ mm) ", capsys.readouterr().out, re.MULTILINE))
    assert sizes["paper"] == sizes[style], "the page is that of the style"
    assert set(STYLES) == {path.stem for path in shipped("styles").glob("*.yaml")}


def test_new_asks_on_a_terminal_and_again_where_the_answer_does_not_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    answers = ['The "Reed": news', "", "foolscap", "berliner"]
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: answers.pop(0))
    assert run(["new", "nobody-there"]) == ExitCode.CLEAN
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert run(["new", "nothing-asked", "--yes"]) == ExitCode.CLEAN
    assert len(answers) == 4
    assert run(["new", "asked"]) == ExitCode.CLEAN
    assert answers == []
    assert 'there is no style "foolscap"; choose of a4, berliner, broadsheet, tabloid' in capsys.readouterr().out
    manifest = yaml.safe_load(Path("asked/issues/first/issue.yaml").read_text("utf-8"))
    assert (manifest["publication"], manifest["language"]) == ('The "Reed": news', "en-GB")
    assert "extends: berliner" in Path("asked/styles/paper.yaml").read_text("utf-8")


def test_new_writes_over_nothing_and_nothing_that_would_not_build(manifest: Path) -> None:
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    assert run(["new", "paper"]) == run(["new", str(manifest)]) == ExitCode.UNUSABLE_INPUT
    for words in (["--style", "foolscap"], ["--language", "xx"], ["--publication", " "]):
        assert run(["new", "other", *words]) == ExitCode.UNUSABLE_INPUT
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before
    assert not Path("other").exists()


@pytest.mark.parametrize(
    "code", [*MANIFEST_CODES, *(f"P10{n}" for n in range(1, 10)), *(f"T10{n}" for n in range(1, 5))]
)
def test_explain_tells_what_why_and_fix(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", code.lower()]) == ExitCode.CLEAN
    said = capsys.readouterr().out
    assert said.startswith(code)
    assert [word in said for word in ("What: ", "Why: ", "Fix: ")] == [True, True, True]


def test_explain_lists_all_codes_that_the_program_tells_and_no_others(capsys: pytest.CaptureFixture[str]) -> None:
    """Those told stand in the sources as literals; what only explains or marks them is left out."""
    source = Path(package.__file__).parent
    told = set[str]()
    for path in source.rglob("*.py"):
        if path != source / "manifest" / "codes.py" and path.parent != source / "report":
            told |= set(re.findall(r'"([MTPIX]\d{3})"', path.read_text("utf-8")))
    assert run(["explain"]) == ExitCode.CLEAN
    lines = capsys.readouterr().out.splitlines()
    assert [line[:4] for line in lines] == sorted(told)
    for line in lines:
        assert re.fullmatch(r"[MTPIX]\d{3}  [A-Z`].{12,}\.", line), line
        assert run(["explain", line[:4]]) == ExitCode.CLEAN


def test_explain_does_not_guess(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "Q999"]) != ExitCode.CLEAN
    assert explain("Q999") is None
    assert "there is no code Q999" in capsys.readouterr().err


def test_lists(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del manifest
    assert run(["fonts"]) == run(["styles"]) == run(["schema"]) == ExitCode.CLEAN
    said = capsys.readouterr().out
    assert re.search(
        r"^Newsreader +roman wght 200-800 opsz 6-72; italic .+ \(fontpkg-newsreader\)$", said, re.MULTILINE
    )
    assert re.search(r"^PT Serif +roman 400, 700; italic 400, 700 ", said, re.MULTILINE)
    assert re.search(r"^tabloid +289 x 380 mm +\S+tabloid\.yaml$", said, re.MULTILINE)
    assert '"title": "issue.yaml"' in said


@pytest.mark.parametrize("source", ["paper", "paper/issues/first/issue.yaml"])
def test_lists_of_another_workspace(source: str, manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (manifest.parents[2] / "styles").mkdir(exist_ok=True)
    (manifest.parents[2] / "styles" / "house.yaml").write_text("layout: 1\nextends: tabloid\n", "utf-8")
    (manifest.parents[2] / "fonts" / "quay").mkdir(parents=True)
    declared = "family: Quay\npackage: fontpkg-quay\nfaces: [{file: quay.ttf}]\n"
    (manifest.parents[2] / "fonts" / "quay" / "family.yaml").write_text(declared, "utf-8")
    assert run(["styles", source]) == run(["fonts", source]) == ExitCode.CLEAN
    said = capsys.readouterr().out
    assert re.search(r"^house +289 x 380 mm +\S+house\.yaml$", said, re.MULTILINE)
    assert re.search(r"^Quay .+ run: pip install fontpkg-quay$", said, re.MULTILINE)
    assert run(["fonts", "nowhere"]) == ExitCode.UNUSABLE_INPUT


def test_a_style_that_is_wrong_is_listed_as_such(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del manifest
    Path("styles").mkdir()
    Path("styles/house.yaml").write_text("layout: 1\nextends: house\n", "utf-8")
    assert run(["styles"]) == ExitCode.CLEAN
    assert re.search(r"^house +\(1 error\) +\S+house\.yaml$", capsys.readouterr().out, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_words_and_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == ExitCode.CLEAN
    said = capsys.readouterr().out
    assert command in {"fonts", "styles"} or f"layout {command} " in said.split("Example")[1]


def test_help_answers_at_once() -> None:
    heavy = {"pydantic", "reportlab", "uharfbuzz", "PIL", "rich", "pypdfium2", "yaml", "markdown_it", "layout.build"}
    code = f"import sys; from layout.cli import run; run(['--help']); sys.exit(bool({heavy} & set(sys.modules)))"
    took = []
    for _ in range(3):
        begin = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
        took.append(time.perf_counter() - begin)
        assert done.returncode == 0
    assert min(took) < 0.5  # 0.1 s on a quiet machine; this one runs other tests as well


def test_module_runs_as_a_program() -> None:
    done = subprocess.run([sys.executable, "-m", "layout", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("layout, version ")


def test_a_misspelt_command_is_told_with_the_likely_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["buid", "x"]) == ExitCode.UNUSABLE_INPUT
    assert "No such command 'buid'. Did you mean build?" in capsys.readouterr().err


def test_a_package_that_is_not_there_is_a_fault_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "layout.build", None)
    monkeypatch.setitem(sys.modules, "layout.typeset.faces", None)
    assert run(["check", "issue.yaml"]) == ExitCode.PROGRAM_FAULT
    assert "a fault of the program" in capsys.readouterr().err
