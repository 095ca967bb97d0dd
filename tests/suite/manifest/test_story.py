"""Stories in Markdown, case by case: what is written, and the body that it becomes."""

import re
from pathlib import Path

import pytest
from PIL import Image

from layout.diagnostics import Severity, UnusableInput
from layout.elements.box import Box
from layout.elements.item_list import ItemList
from layout.elements.picture import Picture
from layout.elements.slogan import Slogan
from layout.manifest.issue import read_issue
from layout.model.issue import Article, Body, Content
from layout.model.text import Emphasis, Text

SIGNS = {Emphasis.NONE: "", Emphasis.BOLD: "**", Emphasis.ITALIC: "_", Emphasis.BOLD | Emphasis.ITALIC: "**_"}


def shown(text: Text) -> str:
    """A text with emphasis, links and line breaks made visible."""
    parts = []
    for inline in text:
        sign, words = SIGNS[inline.emphasis], inline.text.replace("\n", "/")
        words = (
            f"[{words}]({inline.href})" if inline.href else f"[[{inline.refer}: {words}]]" if inline.refer else words
        )
        parts.append(f"{sign}{words}{sign[::-1]}")
    return "".join(parts)


def outline(body: Body) -> list[str]:
    """One line a piece: source line, kind, content."""
    return [f"{content.span.line} {line}" for content in body for line in told(content)]


def told(content: Content) -> list[str]:
    name = type(content).__name__
    if isinstance(content, ItemList):
        return [
            f"{name} {content.numbers or 'of bullets'}: " + " | ".join("; ".join(outline(i)) for i in content.items)
        ]
    if isinstance(content, Slogan):
        return [f"{name} {content.look} {content.legs}: " + " / ".join(shown(line) for line in content.lines)]
    if isinstance(content, Box):
        return [
            f"{name} {content.look} {content.legs} {content.columns} {shown(content.headline)}: {outline(content.body)}"
        ]
    if isinstance(content, Picture):
        return [f"{name} {content.legs} {content.credit} {content.alt} {content.focus}: {shown(content.cutline)}"]
    body = getattr(content, "body", None)
    return [f"{name}: {outline(body)}" if body is not None else f"{name}: {shown(getattr(content, 'text', ()))}"]


def read(tmp_path: Path, story: str, more: str = "") -> Article:
    (tmp_path / "issue.yaml").write_text(
        "layout: 1\npublication: P\ndate: 2026-11-22\narticles:\n  - story: ferry.md\n" + more, "utf-8"
    )
    (tmp_path / "ferry.md").write_text(story, "utf-8")
    return read_issue(tmp_path / "issue.yaml")[0].articles[0]


CASES = [
    ('One *two **three*** four.\nFive \\"six\\".', ['1 Paragraph: One _two _**_three_** four. Five "six".']),
    ("Soft  spaces\tand \u00ad\u200bmarks", ["1 Paragraph: Soft spaces and marks"]),
    ("Given\\\nbreak", ["1 Paragraph: Given/break"]),
    ("A\n\n## Sub\n## head *x*\n\nB", ["1 Paragraph: A", "3 Subhead: Sub/head _x_", "6 Paragraph: B"]),
    ("Sub\nhead\n----", ["1 Subhead: Sub/head"]),
    ("> Q\n> r\n\nS", ["1 Quotation: ['1 Paragraph: Q r']", "4 Paragraph: S"]),
    (
        "3. a\n4. b\n   - c",
        ["1 ItemList (3, 4): 1 Paragraph: a | 2 Paragraph: b; 3 ItemList of bullets: 3 Paragraph: c"],
    ),
    ("1. a\n4. b\n9. c", ["1 ItemList (1, 4, 9): 1 Paragraph: a | 2 Paragraph: b | 3 Paragraph: c"]),
    ("2. a\n2. b", ["1 ItemList (2, 3): 1 Paragraph: a | 2 Paragraph: b"]),
    ("A\n\n---\n\nB", ["1 Paragraph: A", "3 Ornament: ", "5 Paragraph: B"]),
    (
        "[a *b*](https://x.org/ü) on [[ferry]].",
        ["1 Paragraph: [a ](https://x.org/%C3%BC)_[b](https://x.org/%C3%BC)_ on [[ferry: page 00]]."],
    ),
    (
        "::: slogan {span=page look=banner}\nONE *FERRY*\n\n'EVERY' HOUR\n:::\n",
        ["1 Slogan banner 0: ONE _FERRY_ / ‘EVERY’ HOUR"],
    ),
    (
        "::: box {span=2 look=tinted columns=2}\n## Head\n\nText.\n\n::: signature\nA. B.\nEditor\n:::\n:::\nAfter",
        ["1 Box tinted 2 2 Head: ['4 Paragraph: Text.', '6 Signature: A. B./Editor']", "11 Paragraph: After"],
    ),
    (
        "::: letter\nSir,\n:::\n::: document\nX\n:::",
        ["1 Letter: ['2 Paragraph: Sir,']", "4 Document: ['5 Paragraph: X']"],
    ),
    ('::: pullquote {credit="A\'s"}\nOne\n\ntwo\n:::', ["1 PullQuote: One/two"]),
    (
        "A\n\n![Cut *x*](a.png){span=2 credit=\"'A'\" alt='b \"c\"' focus=0.4,0.5}\n\nB",
        ["1 Paragraph: A", '3 Picture 2 ‘A’ b "c" (400, 500): Cut _x_', "5 Paragraph: B"],
    ),
    ("::: put vote\n\nB", ["11 Slogan plain 1: VOTE", "3 Paragraph: B"]),
    ("---\nheadline: Night\n---\n\nA", ["5 Paragraph: A"]),
]


@pytest.mark.parametrize(("story", "body"), CASES)
def test_story(story: str, body: list[str], tmp_path: Path) -> None:
    Image.new("L", (30, 20)).save(tmp_path / "a.png")
    more = "    slug: ferry\n    priority: 2\n    headline: H\nslogans:\n  -\n    {id: vote, lines: [VOTE]}\n"
    assert outline(read(tmp_path, story, more).body) == body


def test_front_matter_gives_keys_and_the_manifest_wins(tmp_path: Path) -> None:
    front = '---\nheadline: From *here*\nbyline: [A, B]\nbyline_note: For the "board"\nlanguage: de\n---\nText "x".'
    article = read(tmp_path, front, "    headline: From there\n")
    assert (shown(article.headline), article.byline, article.language) == ("From there", ("A", "B"), "de")
    assert article.byline_note == "For the „board“"
    assert outline(article.body) == ["7 Paragraph: Text „x“."]


REFUSED = [
    ("# Head", "M050", 1, "`headline:` at the head of the story"),
    ("A\n\n### Small", "M050", 3, "##"),
    ("A\n\n    code", "M053", 3, "spaces"),
    ("```\ncode\n```", "M053", 1, "line of backticks"),
    ("A `b` c", "M053", 1, "backticks"),
    ("A\nb <b>c</b>", "M053", 2, "**words**"),
    ("A\nb <u>c", "M053", 2, "remove it"),
    ("A <!-- b -->", "M053", 1, "take the comment out"),
    ("[a](www.x.org)", "M055", 1, "`https://www.x.org`"),
    ("[a](stories/tide.md)", "M055", 1, "`[[tide]]`"),
    ("[a](b@x.org)", "M055", 1, "`mailto:b@x.org`"),
    ("A[^1]\n\n[^1]: B", "M055", 3, "into the text"),
    ("![A](a.png) {span=2}", "M054", 1, "without a space"),
    ("::: slogan span=2\nX\n:::", "M056", 1, "`{span=2}`"),
    ("::: pullquote {credit=The baker}\nX\n:::", "M056", 1, '`credit="The baker"`'),
    ("::: letter {from=me}\nX\n:::", "M056", 1, "no attributes"),
    ("+++\nheadline = 1\n+++\nA", "M051", 1, "`---`"),
    ("\nheadline: A\nbyline: B\n\nC", "M051", 2, "`---`"),
    ("{\\rtf1 A}", "M002", 1, "plain text"),
    ("<div>\nx\n</div>", "M053", 1, "remove it"),
    ("| a | b |\n|---|---|\n| c | d | e |", "M075", 3, "head a cell more"),
    ("> | a | b |\n> |---|---|\n> | c | d |\n> | e | f | g |", "M075", 4, "head a cell more"),
    ("| a | b |\n| c | d |", "M075", 1, "| --- | --- |"),
    ("A\n\n::: slogan\n| a | b |\n|---|---|\n| c | d |\n:::", "M057", 3, "before or after"),
    ("A\n\n| a | b |\n|---|\n| c | d |", "M075", 3, "| --- | --- |"),
    ("A ![b](a.png) c", "M054", 1, "line of its own"),
    ("[a](javascript:alert)", "M055", 1, "https://"),
    ("[[fery]]", "M025", 1, '"ferry"'),
    ("A\n\n[a]: https://x.org", "M055", 3, "[text](https://...)"),
    ("A\n\n::: slogn\nX\n:::", "M052", 3, '"slogan"'),
    ("A\n\n::: box\nX\n", "M051", 3, ":::"),
    ("A\n:::\n", "M057", 2, "remove it"),
    ("::: slogan {loook=banner}\nX\n:::", "M056", 1, '"look"'),
    ("::: slogan {look=baner}\nX\n:::", "M033", 1, '"banner"'),
    ("::: slogan {span=x}\nX\n:::", "M012", 1, "span=page"),
    ("::: slogan\n:::", "M059", 1, "text"),
    ("![A]()", "M040", 1, "pictures/name.jpg"),
    ("![A](https://example.org/quay.jpg)", "M022", 1, "save the file"),
    ("::: put tmetable", "M024", 1, "issue.yaml"),
    ("---\nheadline: x\n", "M051", 1, "---"),
    ("", "M059", 1, "write some"),
    ("A \ue000", "M058", 1, "character"),
    ("> A\n> ::: box", "M057", 1, "outside of lists"),
    ("> " * 40 + "deep", "M006", 1, "flatten"),
]


@pytest.mark.parametrize(("story", "code", "line", "remedy"), REFUSED)
def test_refused(story: str, code: str, line: int, remedy: str, tmp_path: Path) -> None:
    Image.new("L", (30, 20)).save(tmp_path / "a.png")
    with pytest.raises(UnusableInput) as refused:
        read(tmp_path, story)
    finding = next(finding for finding in refused.value.findings if finding.severity.value == "error")
    assert finding.span is not None
    assert (finding.code, finding.span.path.name, finding.span.line) == (code, "ferry.md", line)
    assert remedy in finding.hint


@pytest.mark.parametrize(
    "story", ["A\n\n::: box\nX\nY\n\nZ\n", "::: slogan\n\nX\n::: box\nY\n:::\n", "A\n\n::: box\nX"]
)
def test_colons_written_where_the_finding_says_close_a_container(story: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as refused:
        read(tmp_path, story)
    (hint,) = (finding.hint for finding in refused.value.findings if finding.code == "M051")
    line = re.search(r"below line (\d+)", hint)
    assert line is not None
    lines = story.split("\n")
    lines.insert(int(line[1]), ":::")
    assert read(tmp_path, "\n".join(lines)).body


@pytest.mark.parametrize("row", ["| Leith | 14.05 |", "Times are those of the harbour office."])
def test_a_row_with_too_few_cells_is_told_and_printed(row: str, tmp_path: Path) -> None:
    read(tmp_path, f"| Harbour | Low | High |\n|---|--:|--:|\n| Wick | 7.50 | 13.50 |\n{row}")
    _, findings = read_issue(tmp_path / "issue.yaml")
    (finding,) = (finding for finding in findings if finding.code == "M075")
    assert finding.severity is Severity.WARNING
    assert finding.span is not None
    assert finding.span.line == 4
    assert "empty" in finding.hint


@pytest.mark.parametrize(
    ("story", "line", "remedy"),
    [
        ("A\n\n##Later\n\nB", 3, "`## Later`"),
        ("A\n\n:: box\n\nB", 3, "`::: box`"),
        ("A\n---\nB", 1, "empty line"),
        ("A ~~b~~", 1, "struck out"),
        ("![A][b]", 1, "![words](file)"),
        ("![A](my quay.png)", 1, "<>"),
        ("A\n**b", 2, "\\*\\*"),
        ("A\nThe *Heron sails", 2, "right at its words; write \\*"),
        ("---\nheadline: Room # 4\n---\nA", 2, '`headline: "Room # 4"`'),
        ("A:\n• one\n• two", 2, "`- `"),
        ("- A\n• one", 2, "`- `"),
        ("A [b] (https://x.org) [[c]", 1, "[[slug]]"),
    ],
)
def test_what_is_likely_meant_as_a_sign_is_told(story: str, line: int, remedy: str, tmp_path: Path) -> None:
    read(tmp_path, story)
    _, findings = read_issue(tmp_path / "issue.yaml")
    (finding,) = (finding for finding in findings if finding.code == "M074")
    assert finding.span is not None
    assert finding.span.line == line
    assert remedy in finding.hint


@pytest.mark.parametrize(
    "story", [r"2 \*\* 3", "#MeToo", "A * b * c", "a ### b", "Note: x", "A\n\n---\n\nB", "1] 2[ x"]
)
def test_signs_that_are_meant_are_left_in_peace(story: str, tmp_path: Path) -> None:
    read(tmp_path, story)
    _, findings = read_issue(tmp_path / "issue.yaml")
    assert findings == ()


@pytest.mark.parametrize("story", ["\n\n---\nheadline: A\n---\nB", "--- \nheadline: A\n---  \nB"])
def test_front_matter_may_have_white_before_it(story: str, tmp_path: Path) -> None:
    article = read(tmp_path, story)
    assert (shown(article.headline), outline(article.body)) == ("A", [f"{story.count(chr(10)) + 1} Paragraph: B"])


@pytest.mark.parametrize("head", ["--\n", "", "—\n", "# Notes.\n", "---\n# Notes.\n"])
def test_front_matter_without_its_lines_is_one_finding(head: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as refused:
        read(tmp_path, head + "headline: A\nbyline: B\n\nC\n\n# D\n")
    assert [finding.code for finding in refused.value.findings] == ["M051"]


def test_a_subhead_with_nothing_below_it_is_told(tmp_path: Path) -> None:
    read(tmp_path, "Ferries run.\n\n## Afterwards\n")
    _, findings = read_issue(tmp_path / "issue.yaml")
    told = [(finding.code, finding.span.line) for finding in findings if finding.span]
    assert ("M063", 3) in told
