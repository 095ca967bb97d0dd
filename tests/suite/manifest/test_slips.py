"""Slips of the hand in YAML are told in an editor's words, at the place where they are mended, with a remedy that works."""

from pathlib import Path

import pytest

from layout.diagnostics import Finding, UnusableInput
from layout.manifest.found import Found
from layout.manifest.node import read_yaml

SLIPS = {
    "no colon": ("a: 1\ndate 2026-11-22\nb: 2\n", "2:5", "the colon is missing", "date: 2026-11-22"),
    "no colon in a list": ("a:\n  - b: 1\n    c 2\n    d: 3\n", "3:6", "the colon is missing", "c: 2"),
    "no colon on the first line": ("a 1\nb: 2\n", "1:2", "the colon is missing", "a: 1"),
    "no space behind a colon": ("a: 1\nb:two\nc: 3\n", "2:2", "a space is missing", "b: two"),
    "a colon in a text": ("a: Ferries: the truth\n", "1:11", "has a colon in it", 'a: "Ferries: the truth"'),
    "a colon in braces": ("a: {b: one: two}\n", "1:11", "has a colon in it", "quotes"),
    "open quotes": ("a: 1\nb: 'two\nc: 3\n", "2:4", "' opens here and is not closed", "write '"),
    "quotes closed by those of another line": ('a: "x\nb: 2\nc: "y"\n', "1:4", '" opens here', 'write "'),
    "words behind quotes": ("a: 'It's late'\n", "1:8", "goes on behind its closing", "around all"),
    "an open brace": ("a:\n  - {b: 1, c: 2\n  - {d: 3}\n", "2:5", "{ opens here and is not closed", "write }"),
    "an open bracket": ("a: [one, two\nb: 3\n", "1:4", "[ opens here and is not closed", "write ]"),
    "a brace too many": ("a: {x: 1}}\nb: 2\n", "1:10", "closes nothing", "take it out"),
    "no hyphen": ("a:\n  - {b: 1}\n    {b: 2}\n", "3:5", "no hyphen", "hyphen and a space"),
    "no hyphen before the first": ("a:\n  {b: 2}\n  - {b: 1}\n", "2:3", "no hyphen", "hyphen and a space"),
    "no hyphen before any but the last": ("a:\n    b: 1\n  - b: 2\n", "2:5", "no hyphen", "hyphen and a space"),
    "an entry too far out": ("a:\n    - b\n   - c\n", "3:4", "begins with 3 spaces", "begin it with 4 spaces"),
    "an entry too far in": ("a:\n  - {b: 1}\n   - {b: 2}\n", "3:4", "begins with 3 spaces", "begin it with 2 spaces"),
    "a list below a text": ("a: one\n  - b: 1\n", "2:3", "has a value already", "take out that value"),
    "a list behind its key": ("a: - b: 1\n", "1:4", "begins behind its key", "`- b: 1` on the line below"),
    "no space behind a hyphen": ("a:\n  - b: 1\n  -c: 2\n", "3:4", "space is missing", "`- c: 2`"),
    "no key in a list": ("a:\n  - b/c.md\n    d: 1\n", "2:5", "key is missing", "`story: b/c.md`"),
    "a text that goes on further out": ("a:\n  b: |\n    One\n\n  - two\n", "5:3", "further out", "4 spaces"),
    "words of a text further out": ("b: |\n    One\n\ntwo\nc: 1\n", "4:1", "further out", "4 spaces"),
    "a comma behind an entry": ("a:\n  - {b: 1},\n  - {b: 2}\n", "2:11", "comma", "take it out"),
    "no comma": ("a: {columns: 1-2 rows: 3-4}\n", "1:22", "comma before a key", "`columns: 1-2, rows: ...`"),
    "a bracket too early": ("a:\n  - [b] two\n", "2:9", "behind the closing ]", "take out that ]"),
    "no space behind the first colon": ("a:1 # x\nb: 2\n", "1:2", "a space is missing", "a: 1"),
    "no space behind the colon of the first line": ("a:1\nb: 2\n", "1:2", "a space is missing", "a: 1"),
    "a first line too far in": ("# x\n  a: 1\nb: 2\n", "2:3", "begins with 2 spaces", "begin it with no space"),
    "semicolons": ("a: {article: b; rows: 3-4}\n", "1:21", "comma before a key", "`article: b, rows: ...`"),
    "words behind a bracket": ("a: [Late] edition\n", "1:4", "may not begin with [", 'a: "[Late] edition"'),
    "words in and behind quotes": ("a: 'Late' edition\n", "1:11", "goes on behind", "`a: \"'Late' edition\"`"),
    "an equals sign": ("a: 1\nb = 2\nc: 3\n", "2:2", "the colon is missing", "`b: 2`"),
    "the first key of a table too far out": ("a:\nb: 1\n  c: 2\n", "2:1", "further out", "begin it with 2 spaces"),
    "a line too far out": ("a:\n  - b: 1\n   c: 2\n", "3:4", "begins with 3 spaces", "begin it with 4 spaces"),
    "a line too far in": ("a: 1\n  b: 2\n", "2:3", "further in than the one above", "begin it with no space"),
    "a sign": ("a: @home\n", "1:4", "may not begin with @", 'a: "@home"'),
    "an asterisk": ("a: *Late* edition\n", "1:4", "may not begin with *", 'a: "*Late* edition"'),
    "something else": ("? [a]\n: 1\n", "1:3", "", ""),
}


def refused(text: str) -> Finding:
    found = Found()
    read_yaml(text, Path("issue.yaml"), found)
    with pytest.raises(UnusableInput) as told:
        found.findings()
    (finding,) = told.value.findings
    return finding


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_where_it_is_mended(name: str) -> None:
    text, place, message, hint = SLIPS[name]
    finding = refused(text)
    assert finding.code == "M003" and finding.span is not None
    assert f"{finding.span.line}:{finding.span.column}" == place
    assert message in finding.message
    assert hint in finding.hint
    if message:
        assert "YAML" not in finding.message + finding.hint


@pytest.mark.parametrize(
    "name",
    [
        "no colon",
        "no colon in a list",
        "no space behind a colon",
        "no space behind a hyphen",
        "an equals sign",
        "a sign",
        "a colon in a text",
        "words behind a bracket",
        "words in and behind quotes",
    ],
)
def test_what_a_remedy_says_is_the_cure(name: str) -> None:
    finding = refused(SLIPS[name][0])
    assert finding.span is not None
    lines = SLIPS[name][0].split("\n")
    line = lines[finding.span.line - 1]
    lines[finding.span.line - 1] = line[: len(line) - len(line.lstrip())] + finding.hint.split("`")[1]
    found = Found()
    assert read_yaml("\n".join(lines), Path("issue.yaml"), found) is not None
    assert found.findings() == ()
