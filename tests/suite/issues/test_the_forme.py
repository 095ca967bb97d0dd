"""The sample issue, end to end: what an editor gets, what a printer reads, what a reader copies."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from layout.elements import ItemList, Ornament
from layout.elements.body import is_fixture
from layout.elements.item_list import Marker
from layout.elements.wording import texts
from layout.manifest.issue import read_issue
from layout.model.issue import Article, Body

ROOT = Path(__file__).parents[3]
MANIFEST = Path("issues/the-forme/issue.yaml")
PAGES = 16
GRID_PT, TOLERANCE_PT = 11.5, 0.02


def build(root: Path, out: Path, seed: str) -> subprocess.CompletedProcess[str]:
    """A build as a person would start it, in the workspace's folder."""
    command = [sys.executable, "-m", "layout", "build", str(MANIFEST), "-o", str(out)]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("the-forme")
    done = build(ROOT, out, "1")
    assert done.returncode == 0, done.stderr
    return out


def tool(*command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed (Debian: qpdf, poppler-utils)")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_sixteen_pages_without_an_error(made: Path) -> None:
    told = json.loads((made / "findings.json").read_text("utf-8"))
    assert told["pages"] == PAGES
    assert [f for f in told["findings"] if f["severity"] == "error"] == []
    assert all(story["overset_words"] == 0 and story["pages"] for story in told["stories"])


def test_no_hole_below_a_story(made: Path) -> None:
    told = json.loads((made / "findings.json").read_text("utf-8"))
    assert [f["message"] for f in told["findings"] if f["code"] == "P106"] == []


def test_the_file_is_sound(made: Path) -> None:
    assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", str(made / "the-forme.pdf"))


def test_every_font_is_embedded_subset_and_readable(made: Path) -> None:
    lines = tool("pdffonts", str(made / "the-forme.pdf")).splitlines()[2:]
    assert lines
    for line in lines:
        assert re.match(r"[A-Z]{6}\+", line), line
        assert re.search(r"\byes +yes +yes\b", line), line


def test_two_builds_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "another workspace"
    shutil.copytree(ROOT / "issues" / "the-forme", elsewhere / "issues" / "the-forme")
    out = tmp_path / "out"
    done = build(elsewhere, out, "4711")
    assert done.returncode == 0, done.stderr
    for name in ("the-forme.pdf", "findings.json", "geometry.json"):
        assert (out / name).read_bytes() == (made / name).read_bytes(), name


def test_each_story_can_be_copied_word_by_word(made: Path) -> None:
    raw = tool("pdftotext", "-raw", "-enc", "UTF-8", str(made / "the-forme.pdf"), "-")
    assert not re.search("[\ue000-\uf8ff]", raw)
    pages = [squeezed(page) for page in raw.split("\f")]
    issue, _ = read_issue(ROOT / MANIFEST)
    stood = {story["slug"]: story["pages"] for story in json.loads((made / "findings.json").read_text())["stories"]}
    first = {slug: numbers[0] for slug, numbers in stood.items() if numbers}
    for article in issue.articles:
        left = squeezed(" ".join(written(article, article.body, first)))
        assert sum(page.count(left[:60]) for page in pages) == 1, f"{article.slug} stands once"
        for number in stood[article.slug]:
            left = left[common(left, pages[number - 1]) :]
        assert left == "", f"{article.slug}: {left[:80]}"


def written(article: Article, body: Body, pages: dict[str, int]) -> Iterator[str]:
    """A body's words as they should stand on paper: with figures and signs, page numbers in place."""
    for content in body:
        if is_fixture(content):
            continue
        if isinstance(content, ItemList):
            for number, item in enumerate(content.items, content.first):
                yield f"{number}." if content.marker is Marker.NUMBER else "•"
                yield from written(article, item, pages)
        elif isinstance(content, Ornament):
            yield "***"
        elif hasattr(content, "body"):
            yield from written(article, content.body, pages)
        else:
            for text in texts(content):
                yield "".join(i.text.replace("00", str(pages[i.refer])) if i.refer in pages else i.text for i in text)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", text).casefold()


def common(story: str, page: str) -> int:
    """How much of the story's beginning stands in one piece on the page."""
    at = page.find(story[:40])
    assert at >= 0, story[:80]
    length = 0
    while length < len(story) and at + length < len(page) and story[length] == page[at + length]:
        length += 1
    return length


def test_body_lines_stand_on_one_grid(made: Path) -> None:
    geometry = json.loads((made / "geometry.json").read_text("utf-8"))
    assert len(geometry["pages"]) == PAGES
    document = pypdfium2.PdfDocument(made / "the-forme.pdf")
    try:
        phases = {round(baseline % GRID_PT, 2) for page in document for baseline in body_baselines(page)}
    finally:
        document.close()
    assert max(phases) - min(phases) <= TOLERANCE_PT, sorted(phases)


def body_baselines(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Baselines of all text of the body's size, in points from the top of the page."""
    raw = pypdfium2.raw
    text = page.get_textpage()
    height = page.get_height()
    from ctypes import byref, c_double

    x, y = c_double(), c_double()
    for at in range(text.count_chars()):
        if abs(raw.FPDFText_GetFontSize(text, at) - 9.4) < 0.01 and raw.FPDFText_GetCharOrigin(
            text, at, byref(x), byref(y)
        ):
            yield height - y.value
    text.close()
