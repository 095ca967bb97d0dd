"""A small workspace, and what a slip of the hand, of a tool or of malice makes of it: the same for the same seed.

Takes a seed; gives the files as bytes by name, one or two of them mutated in a way that has a name.
"""

import re
import string
from collections.abc import Callable
from random import Random

MANIFEST = """\
layout: 1
publication: The Harbour Courier
date: 2026-11-22
number: 412
language: en-GB
style: house
pages: {min: 3, max: 8, multiple: 4}
nameplate: {title: The Courier, left_ear: "Fair\\nmild"}
masthead: {text: "Published by *nobody*."}
articles:
  - story: ferry.md
    headline: Ferries to run "all night"
    headlines: [Night ferries, Ferries]
    byline: [By the transport desk, A. Name]
    dateline: {place: Port Quay, date: 2026-11-21}
    boxes: [timetable]
    pictures: [quay]
    jump: {to: 2}
  - {slug: bridge, text: "Bridges *too*, as [[ferry]] says.", language: de, priority: 4, columns: 2}
  - {slug: tide, text: "Water goes up and comes down again.", start: page}
boxes: &pieces
  - {id: timetable, headline: New, text: "- 9.00", span: 2, look: tinted, optional: false, at: foot}
slogans:
  - {id: vote, lines: ["ONE FERRY", "EVERY HOUR"], look: banner, span: page}
pictures:
  - {id: quay, file: quay.svg, cutline: The quay., credit: A desk, span: 2, depth: {min: 20mm, max: 30mm}, focus: [0.5, 0.5]}
  - {id: pair, grid: [quay, quay], across: 2}
ads:
  - {id: chandler, file: quay.svg, columns: 3, depth: 31.125mm, page: 2, at: bottom-outer}
dummy:
  - page: 1
    slots:
      - {article: ferry, columns: 1-8, rows: 1-30, legs: 4}
      - {slogan: vote, columns: 1-12, rows: 40-46}
      - {contents: true, columns: 9-12, rows: 1-20}
  - page: 2
    furniture: inside
    slots:
      - {article: ferry, columns: 1-12, rows: 1-20, legs: 3}
      - {masthead: true, columns: 1-4, rows: 24-34}
  - {pages: 3-4, run: [bridge, tide]}
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

The last paragraph is longer than the others, so that it is broken into lines and one of them may have to be loose.
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
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z" fill="#345"/></svg>'
FILES = {"issue.yaml": MANIFEST, "ferry.md": STORY, "styles/house.yaml": STYLE}
OTHERS = {"quay.svg": SVG}

_KEY = re.compile(r"(?<=[\s{,-])[a-z][a-z_-]*(?=:)")
_VALUE = re.compile(r"(?<=: )[^\s{}\[\],][^{}\[\],\n]*")
_NUMBER = re.compile(r"(?<=[ \[-])[0-9]+(?=[\s,}\]m-])")
_WORDS = sorted(set(re.findall(r"[A-Za-z0-9-]+", MANIFEST + STYLE + STORY)))
_VALUES = (
    "", "~", "null", "true", "yes", "0", "-1", "1", "13", "99999", "9" * 400, "1.5", "1e309", "-0", ".nan", "0x1F", "08",
    "0mm", "-5mm", "900mm", "9e9mm", "12pt", "3 lines", "1 pica", "5", "1-0", "12-1", "0-0", "1-99999", "2-3", "page",
    '""', "'", '"', "*pieces", "&x", "!!python/object:os.system", "!!binary aGk=", "|", ">-", "{", "[", "}", "2026-02-30",
    "2026-11-22T10:00", "../../etc/passwd", "/etc/passwd", "ferry.md", "issue.yaml", ".", "..", "https://x.example/a", "xx",
    "de", "ferry", "quay", "tabloid", "house", "body", "\u202e", "\u0301", "\U0001f6a2", "{x!r}", "%s", "cmyk(0,0,0)",
)  # fmt: skip
_TYPES = (
    "[{}]",
    "[{}, {}]",
    "{{a: {}}}",
    "{{{}: {}}}",
    "[[[{}]]]",
    "!!set {{{}}}",
    "'{}'",
    "[]",
    "{{}}",
    "{{min: {}}}",
)
_LINES = (
    "---", "...", "\t- x", "- ", "? x", "<<: *pieces", "<<: [*pieces]", "articles: []", "dummy: []", "layout: 1", "  :", "%YAML 9",
    "a: &a [*a]", "x: " + "[" * 300, "x: " + "{y: " * 300, "b: &b [" + ", ".join(["lol"] * 9) + "]", "slots: [*pieces]", "# x", "}",
)  # fmt: skip
_MARKS = (
    ":::", "::: ", "::: box", "::: box {span=99}", "::: put quay", "::: put nothing", "::: letter\n\n::: letter", "::: pullquote {a=}",
    "> " * 60, "- " * 60, "1. " * 40, "#" * 9, "## ", "##", "*" * 400, "_" * 99, "[" * 300, "![" * 99, "`" * 77, "<b>", "<!-- x",
    "![](quay.svg)", "![x](nothing.svg){span=0}", "![x](quay.svg){depth=900mm}", "![x](quay.svg){at=text span=1}", "[[", "[[ferry]]",
    "[[nothing]]", "[x](javascript:y)", "\\", "\\\n", "&nbsp;&#0;&#x110000;", "w" * 3000, "schifffahrt" * 40, "\u00ad" * 50,
    "\u0645\u0631\u062d\u0628\u0627", "e" + "\u0301" * 60, "\U0001f6a2\u200d\U0001f6a2", "\u3042", "\ue000", "\ufeff", "\u2028", "\x00", "\x0c",
    "---\nheadline: x\n---", "***", "a\n===", "| a | b |\n|---|---|", "    code", "```\nx", "[^1]: x", "1)", "2026\\. x", "\n" * 50,
)  # fmt: skip


def mutated(seed: int) -> tuple[str, dict[str, bytes]]:
    """The mutation's name, and the files."""
    random = Random(seed)
    name = random.choice(sorted(MUTATIONS))
    files = {file: text.encode() for file, text in FILES.items()}
    kind, usual = MUTATIONS[name]
    file = random.choice(usual)
    text = FILES[file]
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        text = kind(random, text)
    files[file] = text.encode("utf-8", "surrogatepass")
    if name == "bytes":
        files[file] = _bytes(random, files[file])
    return f"{name} of {file}", {**files, **{other: text.encode() for other, text in OTHERS.items()}}


def _at(random: Random, pattern: re.Pattern[str], text: str, made: Callable[[str], str]) -> str:
    """The text with one find of a pattern made another."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    one = random.choice(found)
    return text[: one.start()] + made(one[0]) + text[one.end() :]


def _key(random: Random, text: str) -> str:
    ways: tuple[Callable[[str], str], ...] = (
        lambda key: key[:-1],
        lambda key: key + "s",
        lambda key: random.choice(_WORDS),
        lambda key: f"{key}: {key}",
        lambda key: key.upper(),
        lambda key: random.choice(("", "1", "~", "? ", "[a]", '""', "\u00e9", "__class__", "x" * 300)),
    )
    return _at(random, _KEY, text, random.choice(ways))


def _value(random: Random, text: str) -> str:
    return _at(random, _VALUE, text, lambda _: random.choice((*_VALUES, random.choice(_WORDS))))


def _number(random: Random, text: str) -> str:
    return _at(
        random, _NUMBER, text, lambda _: str(random.choice((0, 1, 2, 3, 5, 7, 11, 12, 13, 24, 33, 60, 99, 1000)))
    )


def _type(random: Random, text: str) -> str:
    form = random.choice(_TYPES)
    return _at(random, _VALUE, text, lambda value: form.format(*[value] * 2))


def _structure(random: Random, text: str) -> str:
    lines = text.split("\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    ways: tuple[Callable[[], list[str]], ...] = (
        lambda: lines[:at] + lines[at + 1 :],
        lambda: lines[:at] + lines[at : at + random.choice((1, 3, 20))] * 2 + lines[at:],
        lambda: [*lines[:at], random.choice((" ", "  ", "\t", "- ")) + lines[at], *lines[at + 1 :]],
        lambda: [*lines[:at], lines[at].lstrip(), *lines[at + 1 :]],
        lambda: [*lines[:at], random.choice(_LINES), *lines[at:]],
        lambda: [*lines[:at], lines[other], *lines[at + 1 :]],
        lambda: lines[:at],
        lambda: lines[at:],
    )
    return "\n".join(random.choice(ways)())


def _markdown(random: Random, text: str) -> str:
    mark, at = random.choice(_MARKS), random.randint(0, len(text))
    if random.random() < 0.6:
        return text[:at] + random.choice(("", "\n", "\n\n")) + mark + random.choice(("", "\n", "\n\n")) + text[at:]
    end = min(len(text), at + random.choice((1, 3, 12, 60)))
    return text[:at] + random.choice(("", mark, text[at:end] * 3)) + text[end:]


def _letters(random: Random, text: str) -> str:
    start = random.randint(0, len(text))
    end = min(len(text), start + random.randint(0, 12))
    typed = "".join(random.choice(string.printable + "\u00e4\u00df\u201c\u202f") for _ in range(random.randint(0, 4)))
    return text[:start] + random.choice((typed, text[start:end] * 2, "")) + text[end:]


def _bytes(random: Random, octets: bytes) -> bytes:
    at = random.randint(0, len(octets))
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: octets[:at],
        lambda: octets[:at] + random.randbytes(random.choice((1, 1, 4, 40))) + octets[at:],
        lambda: octets[:at] + b"\x00" + octets[at:],
        lambda: b"\xef\xbb\xbf" + octets,
        lambda: octets.decode("utf-8", "ignore").encode("utf-16"),
        lambda: octets.decode("utf-8", "ignore").encode("latin-1", "replace") + b"\xe9",
        lambda: octets.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", b"\xe2\x80\xa8"))),
        lambda: octets[:at] + b"\xed\xa0\x80" + octets[at:],
        lambda: random.randbytes(200),
        lambda: b"",
    )
    return random.choice(ways)()


_YAML, _ALL = ("issue.yaml", "issue.yaml", "styles/house.yaml"), tuple(FILES)
MUTATIONS: dict[str, tuple[Callable[[Random, str], str], tuple[str, ...]]] = {
    "key": (_key, (*_YAML, "ferry.md")),
    "value": (_value, (*_YAML, "ferry.md")),
    "number": (_number, _YAML),
    "type": (_type, (*_YAML, "ferry.md")),
    "structure": (_structure, _YAML),
    "markdown": (_markdown, ("ferry.md",)),
    "letters": (_letters, _ALL),
    "bytes": (lambda _, text: text, _ALL),
}
"""What is done to a text, and to which, by name."""
