"""Mutated manifests, stories and style sheets: never a traceback, and every finding has a place."""

import string
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.diagnostics import UnusableInput
from layout.manifest.issue import read_issue
from layout.model.issue import Issue

MANIFEST = """\
layout: 1
publication: The Harbour Courier
date: 2026-11-22
style: house
pages: {min: 4, max: 8, multiple: 4}
nameplate: {title: The Courier, left_ear: "Fair\\nmild"}
masthead: {text: "Published by *nobody*."}
articles:
  - story: ferry.md
    headline: Ferries to run "all night"
    byline: [By the transport desk, A. Name]
    dateline: {place: Port Quay, date: 2026-11-21}
    boxes: [timetable]
  - {slug: bridge, text: "Bridges *too*.", language: de}
boxes: &pieces
  - {id: timetable, headline: New, text: "- 9.00", span: 2, look: tinted, optional: false}
slogans:
  - {id: vote, lines: ["ONE FERRY", "EVERY HOUR"], look: banner, span: page}
dummy:
  - {pages: 2-3, run: [bridge]}
  - page: 1
    slots:
      - {article: ferry, columns: 1-8, rows: 1-30, legs: 4}
      - {box: timetable, columns: 9-12, rows: 1-20}
"""
STORY = """\
---
kicker: Harbour
---
The *first **paragraph*** of "the story" -- see [[bridge]] and [more](https://example.org).

## Subhead

1. one
2. two
   > - nested

::: box {span=2 look=tinted columns=2}
## Head
Text.
::: signature
A. Name
:::
:::

::: slogan {look=banner}
ONE FERRY
:::

![Cutline](quay.svg){span=2 credit="A" depth=60mm-95mm}

::: put vote

---
"""
STYLE = """\
layout: 1
extends: tabloid
page: {leading: 11pt, margins: {inside: 14mm}}
inks: {house: 'cmyk(0,100,80,0)'}
text:
  body: {spacing: {word: [180, 250, 450]}, hyphenation: {on-end: 1}}
  deck: {like: body, ink: house, optical-size: 12}
boxes: {tinted: {ground: gray(8%), padding: 2mm}}
"""
FILES = {"issue.yaml": MANIFEST, "ferry.md": STORY, "styles/house.yaml": STYLE}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'
PIECES = st.sampled_from(
    [":::", "::: ", "---\n", "\t", "  ", "\n", "'", '"', "[[", "]]", "{", "}", "![", "](", "*", "**", "&a ", "*a", "<<: ",
     "- ", "> ", "# ", "|", "\\", "`", "<b>", "\u00ad", "\ue000", "\x00", "é", "é", ": ", "0", "-1", "99999", "!!x "]
)  # fmt: skip
TEXTS = st.one_of(PIECES, st.text(string.printable + "äß“\u202f", max_size=4))


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, str]:
    """The files with some cuts, doublings and insertions in one of them."""
    files = dict(FILES)
    name = draw(st.sampled_from(sorted(files)))
    text = files[name]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(st.one_of(TEXTS, st.just(text[start:end] * 2))) + text[end:]
    return {**files, name: text}


def read(files: dict[str, str]) -> Issue | UnusableInput:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "styles").mkdir()
        for name, text in files.items():
            (root / name).write_text(text, "utf-8", newline="")
        (root / "quay.svg").write_text(SVG, "utf-8")
        try:
            return read_issue(root / "issue.yaml")[0]
        except UnusableInput as refused:
            return refused


def test_the_model_is_sound() -> None:
    assert isinstance(read(FILES), Issue)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_mutations_are_read_or_refused_with_a_place(files: dict[str, str]) -> None:
    result = read(files)
    if isinstance(result, UnusableInput):
        assert result.findings
        for finding in result.findings:
            assert finding.span is not None and finding.span.line >= 1 and finding.span.column >= 1
            assert finding.hint and finding.message
