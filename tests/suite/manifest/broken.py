"""Manifests that cannot be built, each with the code and the place of what is wrong.

`broken_inputs` writes them into a folder, for the suite of the manifest and of the command line.
"""

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HEAD = "layout: 1\npublication: The Harbour Courier\ndate: 2026-11-22\n"
ARTICLES = "articles:\n  - story: stories/ferry.md\n"
STORY = "The ferries will run all night from March.\n"


@dataclass(frozen=True, slots=True)
class Broken:
    """An input that cannot be built: its manifest, and the code, file and line of the first finding."""

    name: str
    manifest: Path
    code: str
    file: str
    line: int


def broken_inputs(folder: Path) -> tuple[Broken, ...]:
    """Writes each broken input into a folder of its own below `folder`."""
    return tuple(_written(folder / name, case) for name, case in CASES.items())


@dataclass(frozen=True, slots=True)
class _Case:
    code: str
    file: str
    line: int
    manifest: str = HEAD + ARTICLES
    story: str | None = STORY
    more: Callable[[Path], None] | None = None


def _written(folder: Path, case: _Case) -> Broken:
    (folder / "issues" / "one" / "stories").mkdir(parents=True)
    issue = folder / "issues" / "one"
    (issue / "issue.yaml").write_text(case.manifest, "utf-8")
    if case.story is not None:
        (issue / "stories" / "ferry.md").write_text(case.story, "utf-8")
    if case.more:
        case.more(issue)
    return Broken(folder.name, issue / "issue.yaml", case.code, case.file, case.line)


def _style(text: str) -> Callable[[Path], None]:
    def write(issue: Path) -> None:
        styles = issue.parent.parent / "styles"
        styles.mkdir()
        (styles / "house.yaml").write_text(text, "utf-8")

    return write


def _cyclic(issue: Path) -> None:
    _style("layout: 1\nextends: other\n")(issue)
    (issue.parent.parent / "styles" / "other.yaml").write_text("layout: 1\nextends: house\n", "utf-8")


def _cut_jpeg(issue: Path) -> None:
    frame = b"\xff\xc0\x00\x11\x08\x00\xc8\x01\x2c\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"
    scan = b"\xff\xda\x00\x0c\x03\x01\x00\x02\x11\x03\x11\x00\x3f\x00" + bytes(range(200))
    (issue / "quay.jpg").write_bytes(b"\xff\xd8" + frame + scan)


def _vast_png(issue: Path) -> None:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    (issue / "quay.png").write_bytes(png)


def _outside(issue: Path) -> None:
    (issue.parent.parent.parent / "secret.md").write_text("Not yours.\n", "utf-8")


def _link_out(issue: Path) -> None:
    _outside(issue)
    (issue / "stories" / "ferry.md").symlink_to(issue.parent.parent.parent / "secret.md")


def _file(name: str, content: str) -> Callable[[Path], None]:
    def write(issue: Path) -> None:
        (issue / name).write_text(content, "utf-8")

    return write


def _absent_font(issue: Path) -> None:
    _style("layout: 1\nextends: tabloid\ntext:\n  deck: {family: Quay Sans}\n")(issue)
    family = issue.parent.parent / "fonts" / "quay-sans"
    family.mkdir(parents=True)
    declared = "family: Quay Sans\npackage: fontpkg-quay-sans\nfaces: [{posture: roman, file: quay.ttf}]\n"
    (family / "family.yaml").write_text(declared, "utf-8")


_HOUSE = HEAD + "style: house\n" + ARTICLES
_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
_PICTURE = HEAD + ARTICLES + "    pictures: [quay]\npictures:\n  - {id: quay, file: "

_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
_TWO = HEAD + ARTICLES + "  - {slug: tide, text: High water at ten.}\ndummy:\n  - page: 1\n    slots:\n"

CASES = {
    "unknown-key": _Case("M010", "issue.yaml", 6, HEAD + ARTICLES + "    headlin: Ferries\n"),
    "bad-date": _Case("M013", "issue.yaml", 3, HEAD.replace("11-22", "11-31") + ARTICLES),
    "missing-story": _Case("M021", "issue.yaml", 5, HEAD + "articles:\n  - story: stories/fery.md\n"),
    "duplicate-slug": _Case("M020", "issue.yaml", 6, HEAD + ARTICLES + "  - {slug: ferry, text: More.}\n"),
    "cyclic-extends": _Case("M031", "other.yaml", 2, _HOUSE, more=_cyclic),
    "yaml-tab": _Case("M004", "issue.yaml", 6, HEAD + ARTICLES + "\theadline: Ferries\n"),
    "alias-bomb": _Case("M006", "issue.yaml", 6, _BOMB + HEAD + ARTICLES),
    "outside": _Case("M022", "issue.yaml", 5, HEAD + "articles:\n  - story: ../../../secret.md\n", more=_outside),
    "missing-picture": _Case("M040", "issue.yaml", 8, _PICTURE + "quay.jpg}\n"),
    "truncated-jpeg": _Case("M041", "issue.yaml", 8, _PICTURE + "quay.jpg}\n", more=_cut_jpeg),
    "vast-png": _Case("M042", "issue.yaml", 8, _PICTURE + "quay.png}\n", more=_vast_png),
    "unknown-font": _Case(
        "M035",
        "house.yaml",
        4,
        _HOUSE,
        more=_style("layout: 1\nextends: tabloid\ntext:\n  deck: {family: Newsreadr}\n"),
    ),
    "unknown-role": _Case(
        "M032", "house.yaml", 4, _HOUSE, more=_style("layout: 1\nextends: tabloid\ntext:\n  deck: {like: headline-l}\n")
    ),
    "unclosed-container": _Case("M051", "ferry.md", 3, story=STORY + "\n::: slogan\nONE FERRY\n"),
    "box-in-a-box": _Case("M070", "ferry.md", 5, story=STORY + "\n::: box\nOut.\n::: box\nIn.\n:::\n:::\n"),
    "picture-in-a-letter": _Case(
        "M070",
        "ferry.md",
        5,
        story=STORY + "::: letter\nSir,\n\n![Quay](../quay.svg)\n:::\n",
        more=_file("quay.svg", _DRAWING.format("<g/>")),
    ),
    "wide-slogan-in-a-box": _Case(
        "M070",
        "issue.yaml",
        9,
        HEAD + ARTICLES + "boxes:\n  - id: tide\n    text: |\n      ::: slogan {span=2}\n      ONE\n      :::\n",
    ),
    "unknown-key-of-a-box": _Case(
        "M010",
        "tide.md",
        2,
        HEAD + ARTICLES + "boxes:\n  - {id: tide, text: tide.md}\n",
        more=_file("tide.md", "---\nheadlin: High water\n---\nTen to six.\n"),
    ),
    "keys-for-the-masthead": _Case(
        "M010",
        "staff.md",
        2,
        HEAD + ARTICLES + "masthead: {text: staff.md}\n",
        more=_file("staff.md", "---\nheadline: Staff\n---\nTwo people.\n"),
    ),
    "unknown-key-of-a-slot": _Case(
        "M010",
        "issue.yaml",
        11,
        _TWO + "      - {article: ferry, columns: 1-6}\n      - {article: tide, colunms: 7-12}\n",
    ),
    "misspelt-story": _Case(
        "M021",
        "issue.yaml",
        5,
        _TWO.replace("ferry", "fery") + "      - {article: ferry, rows: 1-9}\n      - {article: tide, rows: 10-20}\n",
    ),
    "misspelt-key-of-a-story": _Case(
        "M010",
        "issue.yaml",
        5,
        _TWO.replace("story", "sory") + "      - {article: ferry, rows: 1-9}\n      - {article: tide, rows: 10-20}\n",
    ),
    "section-twice": _Case(
        "M005", "issue.yaml", 5, HEAD + "articles:\n" + ARTICLES + "dummy: [{page: 1, slots: [{article: ferry}]}]\n"
    ),
    "misspelt-slot": _Case(
        "M025", "issue.yaml", 10, _TWO + "      - {article: fery, rows: 1-9}\n      - {article: tide, rows: 10-20}\n"
    ),
    "misspelt-articles": _Case("M010", "issue.yaml", 4, HEAD + ARTICLES.replace("articles", "artcles")),
    "empty-manifest": _Case("M008", "issue.yaml", 1, "# nothing yet\n"),
    "front-matter-list": _Case("M008", "ferry.md", 2, story="---\n- headline\n---\n" + STORY),
    "empty-jpeg": _Case("M041", "issue.yaml", 8, _PICTURE + "quay.jpg}\n", more=_file("quay.jpg", "")),
    "link-out": _Case("M022", "issue.yaml", 5, story=None, more=_link_out),
    "only-a-picture": _Case(
        "M059", "ferry.md", 1, story="![Quay](../quay.svg)\n", more=_file("quay.svg", _DRAWING.format("<g/>"))
    ),
    "bent-text-in-a-drawing": _Case(
        "M044",
        "quay.svg",
        2,
        _PICTURE + "quay.svg}\n",
        more=_file("quay.svg", _DRAWING.format('\n<text><textPath href="#a">Quay</textPath></text>')),
    ),
    "absent-font": _Case("M039", "house.yaml", 4, _HOUSE, more=_absent_font),
    "empty-issue": _Case("M023", "issue.yaml", 4, HEAD + "articles: []\n"),
}
