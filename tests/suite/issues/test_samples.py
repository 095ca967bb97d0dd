"""The sample issue and the gauntlet, end to end: what an editor gets, what a printer reads, what a reader copies."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from layout.elements import ItemList, Ornament
from layout.elements.body import is_fixture, running
from layout.elements.wording import texts
from layout.makeup.pages import make_pages
from layout.manifest.issue import read_issue
from layout.model.issue import Article, Body, Issue, Jumping
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase
from tests.pages.geometry import faults
from tests.pages.glyphs import body_lines, ladders, legs_of, orphans, widows

ROOT = Path(__file__).parents[3]
GRID_PT, TOLERANCE_PT = 11.5, 0.02
WHITE_SHARE = 0.005
"""Of the area of pages that a story fills, what its legs may leave white at their ends."""


@dataclass(frozen=True)
class Sample:
    """An issue that ships, and its pages."""

    slug: str
    pages: int

    @property
    def manifest(self) -> Path:
        """From the workspace."""
        return Path("issues") / self.slug / "issue.yaml"


SAMPLES = (Sample("the-forme", 16), Sample("gauntlet", 36))


@dataclass
class Made:
    """A sample as it was built: its folder, and what was told."""

    sample: Sample
    out: Path

    @property
    def pdf(self) -> Path:
        """The finished PDF."""
        return self.out / f"{self.sample.slug}.pdf"

    @cached_property
    def told(self) -> dict[str, Any]:
        """`findings.json`."""
        return json.loads((self.out / "findings.json").read_text("utf-8"))

    @cached_property
    def geometry(self) -> dict[str, Any]:
        """`geometry.json`."""
        return json.loads((self.out / "geometry.json").read_text("utf-8"))

    @cached_property
    def issue(self) -> Issue:
        """The issue as it was read."""
        return read_issue(ROOT / self.sample.manifest)[0]


def build(sample: Sample, root: Path, out: Path, seed: str) -> subprocess.CompletedProcess[str]:
    """A build as a person would start it, in the workspace's folder."""
    command = [sys.executable, "-m", "layout", "build", str(sample.manifest), "-o", str(out)]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda sample: sample.slug)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    out = tmp_path_factory.mktemp(request.param.slug)
    done = build(request.param, ROOT, out, "1")
    assert done.returncode == 0, done.stderr
    return Made(request.param, out)


def tool(*command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed (Debian: qpdf, poppler-utils)")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_all_pages_without_an_error(made: Made) -> None:
    assert made.told["pages"] == made.sample.pages
    assert [f for f in made.told["findings"] if f["severity"] == "error"] == []
    assert all(story["overset_words"] == 0 and story["pages"] for story in made.told["stories"])


def test_no_hole_below_a_story_and_no_ragged_foot(made: Made) -> None:
    assert [f["message"] for f in made.told["findings"] if f["code"] in ("P106", "P110")] == []


def test_the_pages_keep_the_rules_by_their_geometry(made: Made) -> None:
    assert len(made.geometry["pages"]) == made.sample.pages
    stories = {story["slug"]: story["pages"] for story in made.told["stories"]}
    assert faults(made.geometry, stories, ROOT, round(GRID_PT * 12_700)) == []


def test_the_pages_keep_the_rules_by_their_glyphs(made: Made) -> None:
    phases = set[float]()
    document = pypdfium2.PdfDocument(made.pdf)
    try:
        for number, page in enumerate(document, 1):
            lines = body_lines(page)
            legs = legs_of(lines)
            phases |= {round(line.baseline % GRID_PT, 2) for line in lines}
            assert ladders(legs) == 0, number
            assert list(widows(legs)) == [], number
            assert list(orphans(legs)) == [], number
    finally:
        document.close()
    assert max(phases) - min(phases) <= TOLERANCE_PT, sorted(phases)


def test_legs_leave_next_to_no_white_at_their_ends(made: Made) -> None:
    pages = make_pages(made.issue, Typecase(Faces((ROOT / "fonts",)), made.issue.style.exceptions))
    white = sum(story.white_area for story in pages.stories)
    page = made.issue.style.page
    assert white <= WHITE_SHARE * len(pages.pages) * page.live_width * page.rows * page.leading


def test_jumps_say_where_to_and_where_from(made: Made) -> None:
    raw = tool("pdftotext", "-raw", "-enc", "UTF-8", str(made.pdf), "-").split("\f")
    stood = {story["slug"]: story["pages"] for story in made.told["stories"]}
    jumping = [a for a in made.issue.articles if a.jump.kind is not Jumping.NEVER and len(stood[a.slug]) > 1]
    assert len(jumping) == (4 if made.sample.slug == "gauntlet" else 0)
    for article in jumping:
        first, second = stood[article.slug]
        words = made.issue.style.words[article.language.split("-")[0]]
        assert words["continued-on"].format(page=second) in raw[first - 1]
        ends = {1: "continued-from-front", made.sample.pages: "continued-from-back"}
        assert words[ends.get(first, "continued-from")].format(page=first) in raw[second - 1]


def test_the_file_is_sound(made: Made) -> None:
    assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", str(made.pdf))


def test_every_font_is_embedded_subset_and_readable(made: Made) -> None:
    lines = tool("pdffonts", str(made.pdf)).splitlines()[2:]
    assert lines
    for line in lines:
        assert re.match(r"[A-Z]{6}\+", line), line
        assert re.search(r"\byes +yes +yes\b", line), line


def test_two_builds_give_the_same_bytes(made: Made, tmp_path: Path) -> None:
    elsewhere = tmp_path / "another workspace"
    shutil.copytree(ROOT / "issues", elsewhere / "issues")
    out = tmp_path / "out"
    done = build(made.sample, elsewhere, out, "4711")
    assert done.returncode == 0, done.stderr
    for name in (made.pdf.name, "findings.json", "geometry.json"):
        assert (out / name).read_bytes() == (made.out / name).read_bytes(), name


def test_each_story_can_be_copied_word_by_word(made: Made) -> None:
    raw = tool("pdftotext", "-raw", "-enc", "UTF-8", str(made.pdf), "-")
    assert not re.search("[\ue000-\uf8ff]", raw)
    pages = [squeezed(page) for page in raw.split("\f")]
    stood = {story["slug"]: story["pages"] for story in made.told["stories"]}
    first = {slug: numbers[0] for slug, numbers in stood.items() if numbers}
    for article in made.issue.articles:
        left = squeezed(" ".join(written(article, running(article), first)))
        assert sum(page.count(left[:60]) for page in pages) == 1, f"{article.slug} stands once"
        for number in stood[article.slug]:
            left = left[common(left, pages[number - 1]) :]
        assert left == "", f"{article.slug}: {left[:80]}"


def written(article: Article, body: Body, pages: dict[str, int]) -> Iterator[str]:
    """A body's words as they should stand on paper: with figures and signs, page numbers in place."""
    for content in body:
        if is_fixture(content) or isinstance(content, Ornament):
            continue  # an ornament vanishes at the head of a leg
        if isinstance(content, ItemList):
            for item, number in zip_longest(content.items, content.numbers):
                yield f"{number}." if number else "•"
                yield from written(article, item, pages)
        elif hasattr(content, "body"):
            yield from written(article, content.body, pages)
        else:
            for text in texts(content):
                yield "".join(i.text.replace("00", str(pages[i.refer])) if i.refer in pages else i.text for i in text)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad]+|\* \* \*", "", text).casefold()


def common(story: str, page: str) -> int:
    """How much of the story's beginning stands in one piece on the page."""
    at = page.find(story[:40])
    assert at >= 0, story[:80]
    length = 0
    while length < len(story) and at + length < len(page) and story[length] == page[at + length]:
        length += 1
    return length
