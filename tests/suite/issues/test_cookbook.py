"""The cookbook keeps its word: every example builds without a warning, and is shown as it is."""

import re

import pytest
from PIL import Image, ImageChops, ImageStat

from issues.cookbook.draw import BLOCK, HERE, README, SHOWN, built, page_pictures, with_manifests
from layout.diagnostics import Severity

KIB = 1024
LIKE = 12
"""Of 255: by how much a page may differ on average from its picture, other inks and another PDFium included."""


@pytest.mark.parametrize("name", SHOWN)
def test_an_example_has_no_warning_and_is_shown_as_it_is(name: str) -> None:
    made = built(name)
    graver = [finding for finding in made.findings if finding.severity is not Severity.NOTE]
    assert [f"{finding.code} {finding.message}" for finding in graver] == []
    path = HERE / name / "shown.png"
    assert path.stat().st_size <= 20 * KIB
    with Image.open(path) as shown:
        now, then = (page.convert("L").reduce(4) for page in (page_pictures(name, made), shown.convert("RGB")))
    assert now.size == then.size
    assert ImageStat.Stat(ImageChops.difference(now, then)).mean[0] < LIKE, "draw it again: issues/cookbook/draw.py"


def test_every_example_stands_in_the_readme_word_by_word() -> None:
    text = README.read_text("utf-8")
    assert [block[1] for block in BLOCK.finditer(text)] == list(SHOWN)
    assert {path.parent.name for path in HERE.glob("*/issue.yaml")} == set(SHOWN)
    assert with_manifests(text) == text, "write it again: issues/cookbook/draw.py"
    for name in SHOWN:
        assert re.search(rf"!\[.+\]\({name}/shown\.png\)", text), name


def test_examples_are_told_in_three_to_six_sentences() -> None:
    sections = re.split(r"^## .*\n", README.read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert len(sections) == len(SHOWN)
    for section in sections:
        told = re.sub(r"`[^`]*`", "", section.partition("![")[0])
        assert 3 <= len(re.findall(r"[.!?](?=\s)", told)) <= 6, told


def test_what_lies_in_the_cookbook_is_used() -> None:
    manifests = "".join(path.read_text("utf-8") for path in HERE.glob("*/issue.yaml"))
    for path in (*HERE.glob("stories/*"), *HERE.glob("pictures/*"), *HERE.glob("ads/*.svg")):
        assert f"../{path.parent.name}/{path.name}" in manifests, path.name
