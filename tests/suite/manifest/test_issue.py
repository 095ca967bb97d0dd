"""issue.yaml: the smallest, the fullest, and what is refused in it."""

import datetime
from pathlib import Path

import pytest
from PIL import Image

from layout.diagnostics import Finding, UnusableInput
from layout.elements.box import Box
from layout.elements.grid import Grid
from layout.elements.picture import Picture
from layout.elements.slogan import Slogan
from layout.manifest.adapter import adapter
from layout.manifest.fast import fill_keys
from layout.manifest.found import Found
from layout.manifest.issue import read_issue
from layout.manifest.keys import IssueKeys, Keys
from layout.manifest.node import read_yaml, to_value
from layout.model.issue import PAGE_WIDE, At, Dateline, Issue, Need, PageCount, SlotKind, Start
from layout.model.text import plain
from layout.units import mm

HEAD = "layout: 1\npublication: The Harbour Courier\ndate: 2026-11-22\n"
SMALLEST = HEAD + "articles:\n  - story: ferry.md\n"
FULLEST = (
    HEAD
    + """\
slug: late
number: 412
edition: Late
price: €2.00
language: en-GB
style: tabloid
press: newsprint
pages: {min: 4, max: 8, multiple: 4}
nameplate: {title: The Courier, motto: 'All the "news"', left_ear: "Fair", right_ear: "Mild\\n9°", skybox: Inside}
masthead: {text: "Published by *nobody*."}
articles:
  - slug: ferry
    story: ferry.md
    section: City
    kicker: Harbour inquiry
    headline: Ferries to run "all night"
    headlines: [Night ferries from March, Night ferries]
    deck: Council votes 14--9
    byline: [By the transport desk, A. Name]
    byline_note: For the "board"
    dateline: {place: Port Quay, date: 2026-11-21}
    columns: 4
    priority: 1
    start: recto
    pictures: [quay]
    boxes: [timetable]
    slogans: [vote]
    jump: never
  - {slug: bridge, text: "Bridges *too*.", language: de}
boxes:
  - {id: timetable, headline: The new timetable, text: "- 9.00\\n- 9.30", span: 2, columns: 2, look: tinted, optional: false}
slogans:
  - {id: vote, lines: ["ONE FERRY", "EVERY HOUR"], look: banner, span: page}
pictures:
  - {id: quay, file: quay.png, cutline: The *quay*, credit: A, alt: B, span: 3, depth: {min: 60mm, max: 95mm},
     focus: [0.4, 0.5]}
dummy:
  - pages: 2-3
    run: [bridge]
  - page: 1
    furniture: front
    slots:
      - {article: ferry, columns: 1-8, rows: 1-30, legs: 4}
      - {box: timetable, columns: 9-12, rows: 1-20}
      - {masthead: true, columns: 9-12, rows: 21-30}
      - {contents: true, rows: 31-40}
"""
)


def read(tmp_path: Path, manifest: str) -> tuple[Issue, tuple[Finding, ...]]:
    Image.new("L", (30, 20)).save(tmp_path / "quay.png")
    (tmp_path / "ferry.md").write_text("The ferries.\n", "utf-8")
    (tmp_path / "issue.yaml").write_text(manifest, "utf-8")
    return read_issue(tmp_path / "issue.yaml")


def test_smallest(tmp_path: Path) -> None:
    issue, findings = read(tmp_path, SMALLEST)
    assert findings == ()
    assert (issue.slug, issue.root, issue.language, issue.style.name) == (tmp_path.name, tmp_path, "en-GB", "tabloid")
    assert (issue.nameplate.title, issue.pages, issue.dummy) == ("The Harbour Courier", PageCount(), ())
    assert [(article.slug, article.headline, article.priority) for article in issue.articles] == [("ferry", (), 2)]


def test_fullest(tmp_path: Path) -> None:
    issue, findings = read(tmp_path, FULLEST)
    assert findings == ()
    assert (issue.slug, issue.number, issue.edition, issue.price) == ("late", "412", "Late", "€2.00")
    assert (issue.pages.least, issue.pages.most, issue.pages.multiple) == (4, 8, 4)
    plate = issue.nameplate
    assert [plain(text) for text in (plate.motto, plate.right_ear)] == ["All the ‘news’", "Mild\n9°"]
    ferry, bridge = issue.articles
    assert (plain(ferry.headline), plain(ferry.deck)) == ("Ferries to run ‘all night’", "Council votes 14–9")
    assert [plain(headline) for headline in ferry.headlines] == ["Night ferries from March", "Night ferries"]
    assert (ferry.byline, ferry.byline_note) == (("By the transport desk", "A. Name"), "For the ‘board’")
    assert ferry.dateline == Dateline("Port Quay", datetime.date(2026, 11, 21))
    assert (ferry.legs, ferry.priority, ferry.start, ferry.section) == (4, 1, Start.RECTO, "City")
    quay, vote = ferry.pieces
    timetable = issue.pieces["timetable"]  # which has a slot
    assert isinstance(quay, Picture) and isinstance(timetable, Box) and isinstance(vote, Slogan)
    assert (quay.least_depth, quay.most_depth, quay.focus, quay.legs) == (mm(60), mm(95), (400, 500), 3)
    assert (timetable.need, timetable.columns, timetable.look) == (Need.REQUIRED, 2, "tinted")
    assert ([plain(line) for line in vote.lines], vote.legs) == (["ONE FERRY", "EVERY HOUR"], PAGE_WIDE)
    assert set(issue.pieces) == {"quay", "timetable", "vote"}
    assert (bridge.language, len(issue.masthead)) == ("de", 1)
    first, second = issue.dummy
    assert (first.first, first.furniture, second.first, second.last, second.run) == (1, "front", 2, 3, ("bridge",))
    assert [slot.kind for slot in first.slots] == [
        SlotKind.ARTICLE, SlotKind.BOX, SlotKind.MASTHEAD, SlotKind.CONTENTS
    ]  # fmt: skip
    contents = first.slots[3]
    assert (contents.first_unit, contents.last_unit, contents.first_row, contents.last_row) == (1, 12, 31, 40)


def tree(value: object) -> object:
    """Keys with all their values, those left out among them."""
    if isinstance(value, Keys):
        return {name: tree(getattr(value, name)) for name in type(value).__annotations__}
    return tuple(tree(one) for one in value) if isinstance(value, tuple) else value


def test_both_readings_of_the_keys_agree() -> None:
    for manifest in (SMALLEST, FULLEST):
        value = to_value(read_yaml(manifest, Path("x"), Found()))
        assert tree(fill_keys(IssueKeys, value)) == tree(adapter().validate_python(value))


DUMMY = "dummy:\n  - page: 1\n    slots:\n      - {article: ferry, columns: 1-6, rows: 1-30}\n"


@pytest.mark.parametrize(
    ("more", "code", "line", "remedy"),
    [
        ("style: tablod\n", "M030", 6, '"tabloid"'),
        ("press: newsprnt\n", "M037", 6, '"newsprint"'),
        ("language: english\n", "M012", 6, "en-GB"),
        ("language: cy\n", "M038", 6, "words"),
        ("price:\n", "M012", 6, "take out"),
        ("pages: {min: 5, max: 7, multiple: 4}\n", "M012", 6, "multiple"),
        ("pages: many\n", "M012", 6, "write 16"),
        ("pages: 1-4\n", "M012", 6, "{min: 1, max: 4}"),
        ("language: en_GB\n", "M012", 6, "`en-GB`"),
        ("nameplate: {moto: x}\n", "M010", 6, '"motto"'),
        ("nameplate: {title: Weir, motto: Every month, if dry}\n", "M010", 6, '`motto: "Every month, if dry"`'),
        ("    jump: {to: 4}\n", "M066", 6, "slot"),
        ("    jump: somewhere\n", "M012", 6, "never"),
        ("    text: More.\n", "M011", 5, "one of the two"),
        ("  - {slug: quay, text: stories/quay.md}\n", "M012", 6, "`story: stories/quay.md`"),
        ("    title: Ferries\n", "M010", 6, '"headline"'),
        ("    pictures: [a]\nboxes:\n  - {id: a, text: b}\n", "M024", 6, "`boxes:`"),
        ("slogans:\n  - {id: a, lines: []}\n", "M059", 7, "lines: ["),
        ("slogans:\n  - {id: a, text: ONE FERRY}\n", "M010", 7, '"lines"'),
        (
            "    boxes: [a]\npictures:\n  - {id: a, headline: A, look: framed, text: b}\n",
            "M010",
            8,
            "the line `boxes:`",
        ),
        ("    slogans: [a]\nboxes:\n  - {id: a, lines: [ONE FERRY]}\n", "M010", 8, "the line `slogans:`"),
        ("    pictures: [a]\n  - {id: a, file: quay.png, alt: A quay}\n", "M010", 7, "the line `pictures:`"),
        (DUMMY.replace("article: ferry", "ad: chandler"), "M010", 9, "`ads:`"),
        (DUMMY.replace("rows: 1-30", "rows: 31-end"), "M012", 9, "`31-`"),
        (DUMMY.replace("rows: 1-30", "rows: all"), "M012", 9, "take the key out"),
        ("    columns: two\n", "M012", 6, "write 2"),
        (
            "pictures:\n  - {id: a, file: quay.png, alt: A}\n  - {id: g, grid: [a], alt: B}\n",
            "M010",
            8,
            "at its pictures",
        ),
        ("foto: quay.png\n", "M010", 6, '"pictures"'),
        ("    jump: 4\n", "M012", 6, "`jump: {to: 4}`"),
        ("    priority: 0\n", "M012", 6, "1 or more"),
        ("    headline: #1\n", "M012", 6, "quotes"),
        ("    dateline: {date: 22.11.2026}\n", "M013", 6, "`2026-11-22`"),
        ("    slug: the ferry\n", "M012", 6, "`the-ferry`"),
        ("    pictures: [img/quay.png]\npictures:\n  - {id: quay, file: quay.png}\n", "M024", 6, '"quay"'),
        ("pictures:\n  - {id: a, file: quay.png, at: bottom}\n", "M012", 7, '"foot"'),
        ("pictures:\n  - {name: a, file: quay.png}\n", "M010", 7, '"id"'),
        (DUMMY.replace("1-6", "1, 6"), "M010", 9, "`columns: 1-6`"),
        (DUMMY.replace("rows: ", "rows:"), "M010", 9, "`rows: 1-30`"),
        (DUMMY.replace("1-6", "6, legs: 2"), "M069", 9, "`columns: 1-6`"),
        (DUMMY.replace("article", "story"), "M010", 9, '"article"'),
        (DUMMY.replace("article", "box: b, article"), "M011", 9, "article and box"),
        (DUMMY.replace("page: 1", "page: 0"), "M012", 7, "1 or more"),
        ("    columns: 13\n", "M012", 6, "12 or fewer"),
        ("    start: rekto\n", "M012", 6, "recto"),
        ("    pictures: [quai]\n", "M024", 6, "pictures"),
        ("    dateline: {date: 2026-02-30}\n", "M013", 6, "February has 28 days"),
        ("    dateline: {date: 2026-13-30}\n", "M013", 6, "2026-11-22"),
        ("    dateline: {place: A, date 2026-11-30}\n", "M010", 6, "write `date: 2026-11-30`"),
        ("    byline-not: x\n", "M010", 6, '"byline_note"'),
        ("boxes:\n  - {id: a, text: b, look: tintd}\n", "M033", 7, '"tinted"'),
        ("boxes:\n  - {id: a, text: b, colums: 2}\n", "M010", 7, '"columns"'),
        ("boxes:\n  - {id: a, text: |\n", "M003", 7, "quotes"),
        ("boxes:\n  - id: a\n    text: |\n      One.\n\n      # Two\n", "M050", 11, "##"),
        ("slogans:\n  - {id: a, lines: [b]}\nboxes:\n  - {id: a, text: b}\n", "M020", 9, "in line 7 already"),
        ("pictures:\n  - {id: a, file: quay.png, depth: {min: 9mm, max: 8mm}}\n", "M014", 7, "smaller"),
        ("pictures:\n  - {id: a, file: quay.png, focus: [2, 0]}\n", "M012", 7, "0 to 1"),
        ("pictures:\n  - {id: a, file: 'https://example.org/a.jpg'}\n", "M022", 7, "save the file"),
        ("pictures:\n  - {id: a, file: ferry.md}\n", "M043", 7, "JPEG"),
        (DUMMY + "      - {article: fery, columns: 7-8}\n", "M025", 10, '"ferry"'),
        (DUMMY + "      - {masthead: true, columns: 7-8}\n", "M025", 10, "masthead"),
        (DUMMY + "      - {columns: 7-8}\n", "M011", 10, "article"),
        (DUMMY + "      - {contents: true, columns: 7-13}\n", "M060", 10, "12"),
        (DUMMY + "      - {contents: true, rows: 1-99}\n", "M060", 10, "rows: 1-"),
        (DUMMY + "      - {contents: true, rows: 99-}\n", "M060", 10, "rows: 87-"),
        (DUMMY + "      - {contents: true, columns: 6-7}\n", "M061", 10, "line 9"),
        (DUMMY + "  - {page: 2, run: [ferry]}\n", "M068", 10, "slot"),
        ("dummy:\n  - {page: 1, run: [ferry]}\n  - {page: 2, run: [ferry]}\n", "M068", 8, "one of them"),
        ("dummy:\n  - {page: 1, run: [ferry, ferry]}\n", "M068", 7, "one of them"),
        ("    jump: {to: 1}\n" + DUMMY, "M066", 6, "another page"),
        (
            "    jump: {to: 3}\n" + DUMMY + "  - {page: 4, slots: [{article: ferry}]}\n",
            "M066",
            6,
            "write `jump: {to: 4}`, where it has one",
        ),
        (
            "    jump: {to: 2}\n" + DUMMY.replace("page: 1", "page: 3") + "  - {page: 4, slots: [{article: ferry}]}\n",
            "M066",
            6,
            "write `jump: {to: 3}`",
        ),
        ('nameplate: {skybox: "Boats, [[fery]]"}\n', "M025", 6, '"ferry"'),
        (DUMMY.replace("1-30}", "1-30, legs: 9}"), "M069", 9, "legs: 5"),
        ("pictures:\n  - {id: a}\n", "M011", 7, "grid"),
        ("pictures:\n  - {id: a, grid: [b]}\n", "M024", 7, "above"),
        (DUMMY + "  - {pages: 1-2, run: [ferry]}\n", "M064", 10, "line 7"),
        (DUMMY + "  - {pages: 2-3, run: [fery]}\n", "M025", 10, '"ferry"'),
        ("press: {profile: newsprnt}\n", "M037", 6, '"newsprint"'),
        ("press: {colour_pages: [1, m/2]}\n", "M012", 6, "n/2"),
        (DUMMY + "  - {pages: 2-3, furniture: insde}\n", "M036", 10, '"inside"'),
        ("pages: 1\n" + DUMMY + "  - {page: 2, run: [ferry]}\n", "M062", 11, "pages"),
    ],
)
def test_refused(more: str, code: str, line: int, remedy: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as refused:
        read(tmp_path, SMALLEST + more)
    finding = refused.value.findings[0]
    assert finding.span is not None
    assert (finding.code, finding.span.line) == (code, line)
    assert remedy in finding.hint


@pytest.mark.parametrize("there", ["Ferry.md", "ferry.txt", "fery.md", "ferry"])
def test_a_file_that_may_be_meant_is_named(there: str, tmp_path: Path) -> None:
    (tmp_path / there).write_text("A.", "utf-8")
    (tmp_path / "issue.yaml").write_text(HEAD + "articles:\n  - story: ferry.md\n", "utf-8")
    with pytest.raises(UnusableInput) as refused:
        read_issue(tmp_path / "issue.yaml")
    assert [(one.code, one.hint) for one in refused.value.findings] == [("M021", f'did you mean "{there}"?')]


def test_a_misspelt_picture_of_a_story_is_sought_from_the_storys_folder(tmp_path: Path) -> None:
    for folder in ("stories", "pictures"):
        (tmp_path / folder).mkdir()
    (tmp_path / "pictures" / "portrait.jpg").write_bytes(b"x")
    (tmp_path / "stories" / "lamp.md").write_text("A.\n\n![](../pictures/potrait.jpg)\n", "utf-8")
    with pytest.raises(UnusableInput) as refused:
        read(tmp_path, HEAD + "articles:\n  - story: stories/lamp.md\n")
    found = [(one.code, one.hint) for one in refused.value.findings]
    assert found == [("M040", 'did you mean "portrait.jpg"?')]


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("ferry.md", '"stories/ferry.md"'),
        ("text/ferry.md", '"stories/ferry.md"'),
        ("stories\\ferry.md", "write / between folders"),
        ("a?.md", "spelling"),
    ],
)
def test_a_file_of_another_folder_is_named(written: str, remedy: str, tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "ferry.md").write_text("A.", "utf-8")
    (tmp_path / "issue.yaml").write_text(HEAD + f"articles:\n  - story: {written}\n", "utf-8")
    with pytest.raises(UnusableInput) as refused:
        read_issue(tmp_path / "issue.yaml")
    (finding,) = refused.value.findings
    assert (finding.code, finding.message) == ("M021", f"there is no file {written}")
    assert remedy in finding.hint


@pytest.mark.parametrize(("path", "code", "remedy"), [("ferry.md", "M008", "articles"), (".", "M001", '"issue.yaml"')])
def test_what_is_no_manifest_is_told(path: str, code: str, remedy: str, tmp_path: Path) -> None:
    read(tmp_path, SMALLEST)
    with pytest.raises(UnusableInput) as refused:
        read_issue(tmp_path / path)
    (finding,) = refused.value.findings
    assert finding.code == code
    assert remedy in finding.hint


BOX_A, SLOT_A = "boxes:\n  - {id: a, text: b}\n", "      - {box: a, columns: 7-12}\n"


@pytest.mark.parametrize(
    ("manifest", "line", "words"),
    [
        (SMALLEST + BOX_A + DUMMY + SLOT_A.replace("12", "9") + SLOT_A.replace("7", "10"), 13, "a slot in line 12 already"),
        (SMALLEST + "    boxes: [a, a]\n" + BOX_A, 5, 'it stands with "ferry" already'),
        (SMALLEST + "    pictures: [quay, quay]\n" + "pictures: [{id: quay, file: quay.png, alt: A quay}]\n", 5, "already"),
        (HEAD + 'articles:\n  - {slug: ferry, text: "Ferries.\\n\\n::: put a\\n"}\n' + BOX_A + DUMMY + SLOT_A, 5, "a slot in line 12"),
    ],
)  # fmt: skip
def test_what_is_printed_twice_is_told(tmp_path: Path, manifest: str, line: int, words: str) -> None:
    _, findings = read(tmp_path, manifest)
    (finding,) = findings
    assert finding.span is not None
    assert (finding.code, finding.span.line) == ("M068", line)
    assert words in finding.message


def test_a_piece_that_a_story_names_stands_in_its_slot_alone(tmp_path: Path) -> None:
    issue, findings = read(tmp_path, SMALLEST + "    boxes: [a]\n" + BOX_A + DUMMY + SLOT_A)
    assert not findings
    assert issue.articles[0].pieces == ()
    assert "a" in issue.pieces


def test_unplaced_article_is_a_warning(tmp_path: Path) -> None:
    _, findings = read(tmp_path, SMALLEST + "  - {slug: b, text: B}\n" + DUMMY)
    assert [(finding.code, finding.severity.value) for finding in findings] == [("M065", "warning")]


def test_links_out_of_the_workspace_are_refused(tmp_path: Path) -> None:
    (tmp_path / "outside.md").write_text("Not yours.", "utf-8")
    issue = tmp_path / "issue"
    issue.mkdir()
    (issue / "link.md").symlink_to(tmp_path / "outside.md")
    (issue / "issue.yaml").write_text(SMALLEST.replace("ferry.md", "link.md"), "utf-8")
    with pytest.raises(UnusableInput) as refused:
        read_issue(issue / "issue.yaml")
    assert [finding.code for finding in refused.value.findings] == ["M022"]


@pytest.mark.parametrize(("octets", "code", "line"), [(b"layout: 1\nx: \xff\n", "M002", 2), (b"", "M008", 1)])
def test_unreadable_manifest(octets: bytes, code: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "issue.yaml").write_bytes(octets)
    with pytest.raises(UnusableInput) as refused:
        read_issue(tmp_path / "issue.yaml")
    finding = refused.value.findings[0]
    assert finding.span is not None
    assert (finding.code, finding.span.line) == (code, line)


def test_a_story_that_goes_on_far_away_without_a_jump_is_warned_of(tmp_path: Path) -> None:
    _, findings = read(tmp_path, SMALLEST + DUMMY + "  - {page: 9, slots: [{article: ferry}]}\n")
    assert [(finding.code, finding.severity.value) for finding in findings] == [("M067", "warning")]


def test_a_grid_is_made_of_the_pictures_above_it(tmp_path: Path) -> None:
    pictures = (
        "pictures:\n  - {id: a, file: quay.png}\n  - {id: b, file: quay.png}\n  - {id: c, grid: [a, b], at: foot}\n"
    )
    issue, _ = read(tmp_path, SMALLEST + pictures)
    grid = issue.pieces["c"]
    assert isinstance(grid, Grid)
    assert ([one.id for one in grid.pictures], grid.across, grid.at) == (["a", "b"], 2, At.FOOT)


def test_front_matter_of_a_box_is_the_boxs(tmp_path: Path) -> None:
    (tmp_path / "tide.md").write_text(
        "---\nheadline: High *water*\nkicker: Tides\nspan: 2\n---\nTen to six.\n", "utf-8"
    )
    issue, _ = read(tmp_path, SMALLEST + "boxes:\n  - {id: tide, text: tide.md, kicker: Today}\n")
    box = issue.pieces["tide"]
    assert isinstance(box, Box)
    assert (plain(box.headline), plain(box.kicker), box.legs, len(box.body)) == ("High water", "Today", 2, 1)


@pytest.mark.parametrize("ear", [r'"Mild\n9°"', r"Mild\n9°", "|\n    Mild\n    9°"])
def test_line_breaks_of_ears_are_kept_with_and_without_quotes(ear: str, tmp_path: Path) -> None:
    issue, _ = read(tmp_path, SMALLEST + f"nameplate:\n  right_ear: {ear}\n")
    assert plain(issue.nameplate.right_ear).strip() == "Mild\n9°"
