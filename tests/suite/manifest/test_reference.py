"""The reference's section on stories keeps its word: all that it shows is taken, and all that is taken it shows."""

import re
from pathlib import Path

import pytest

from layout.manifest.issue import read_issue
from layout.manifest.story import CONTAINERS, PICTURE_ATTRIBUTES

PAGE = (Path(__file__).parents[3] / "layout/manifest/README.md").read_text("utf-8")
(SECTION,) = re.findall(r"^## Stories\n(.*?)^## Style$", PAGE, re.MULTILINE | re.DOTALL)
TEXT, PIECES, ATTRIBUTES = (
    dict(re.findall(r"^\| (`.+?`) \| (.+) \|$", table, re.MULTILINE))
    for table in re.findall(
        r"(?:^\|.*\n)+", re.sub(r"^```.*?^```$", "", SECTION, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
)
SAMPLES = {name.strip("`"): re.findall(rf"`({name.strip('`')}=.+?)`", told) for name, told in ATTRIBUTES.items()}
ISSUE = """\
layout: 1
publication: The Harbour Courier
date: 2026-11-22
pictures:
  - {id: kilo, file: quay.svg}
  - {id: fair, grid: [kilo, kilo]}
boxes: [{id: timetable, text: Every hour.}]
articles: [{story: ferry.md}]
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><path d="M0 0h60v40z"/></svg>'


def complaints(folder: Path, written: str) -> list[str]:
    """What the reader has against a story in which this stands between two paragraphs."""
    (folder / "issue.yaml").write_text(ISSUE, "utf-8")
    (folder / "quay.svg").write_text(DRAWING, "utf-8")
    (folder / "ferry.md").write_text(f"The first boat.\n\n{written}\n\nThe last boat.\n", "utf-8")
    return [finding.message for finding in read_issue(folder / "issue.yaml")[1]]


@pytest.mark.parametrize("written", [sample for cell in TEXT for sample in re.findall(r"`(.+?)`", cell)])
def test_text_as_shown_is_taken(written: str, tmp_path: Path) -> None:
    assert complaints(tmp_path, written) == []


def test_every_container_is_shown_with_its_attributes_and_what_it_is() -> None:
    assert list(PIECES) == ["`![The quay](quay.jpg)`", *(f"`::: {name}`" for name in CONTAINERS)]
    for row, taken in zip(PIECES.values(), (PICTURE_ATTRIBUTES, *(one for one, _ in CONTAINERS.values())), strict=True):
        told, _, listed = row.rpartition(" |")
        assert told.endswith(".") and re.findall(r"`(\w+)`", listed) == list(taken)
    assert SAMPLES.keys() == {
        name for row in PIECES.values() for name in re.findall(r"`(\w+)`", row.rpartition("|")[2])
    }


@pytest.mark.parametrize("piece", ["picture", *CONTAINERS])
def test_every_piece_takes_each_attribute_as_shown(piece: str, tmp_path: Path) -> None:
    names = CONTAINERS[piece][0] if piece in CONTAINERS else PICTURE_ATTRIBUTES
    for attributes in ("", *(f"{{{sample}}}" for name in names for sample in SAMPLES[name])):
        written = f"::: {piece} {attributes}\nWords.\n:::"
        if piece == "picture":
            written = f"![The quay](quay.svg){attributes}"
        elif piece == "put":
            written = "::: put timetable"
        assert complaints(tmp_path, written) == [], attributes


def test_the_examples_are_taken(tmp_path: Path) -> None:
    whole, *others = re.findall(r"^```markdown\n(.*?)^```$", SECTION, re.MULTILINE | re.DOTALL)
    shown = Path(__file__).parents[3] / "issues/cookbook/stories/horn.md"
    assert whole == shown.read_text("utf-8"), "which the cookbook builds"
    assert len(others) == 1 and [complaints(tmp_path, written) for written in others] == [[]]
