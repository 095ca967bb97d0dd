"""The workspace that `layout new` writes: a front page that builds clean, and whose comments teach the language.

Takes what an editor chooses, gives file names with their texts; writes nothing. The texts are in `first/`, with what is
chosen in angle brackets; a larger page has more of the stories. They are British whatever the issue's language, and say so.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from layout.manifest.schema import read_schema


class Paper(NamedTuple):
    """What an editor may choose before the paper is there."""

    publication: str = "The Harbour Courier"
    language: str = "en-GB"
    style: str = "tabloid"


class _Front(NamedTuple):
    """The front page in one house style: the size of its title, stories besides the first with their priorities, how deep
    the picture may be, and the slots."""

    title: str

    stories: Mapping[str, int]
    depth: str
    slots: tuple[str, ...]


MANIFEST = "issues/first/issue.yaml"
"""The issue's manifest among the files."""

_TEXTS = Path(__file__).parent / "first"
_ENGLISH = "language: en-GB                   # of this story, where it is not the issue's"
_FRONTS: Mapping[str, _Front] = {
    "tabloid": _Front(
        "48pt",
        {"bridge": 4, "library": 4, "choir": 4},
        "{min: 70mm, max: 110mm}",
        (
            "{article: ferry, columns: 1-9, rows: 1-51, legs: 3}",
            "{article: bridge, columns: 10-12, rows: 1-35, legs: 1}",
            "{box: timetable, columns: 10-12, rows: 38-51}",
            "{slogan: vote, columns: 1-12, rows: 53-58}",
            "{article: library, columns: 1-6, rows: 61-74, legs: 2}",
            "{article: choir, columns: 7-12, rows: 61-74, legs: 2}",
        ),
    ),
    "broadsheet": _Front(
        "74pt",
        {"bridge": 4, "library": 4, "found": 4, "whale": 2, "nets": 2, "choir": 3, "clock": 3},
        "{min: 90mm, max: 172mm}",
        (
            "{article: ferry, columns: 1-8, rows: 1-72, legs: 4}",
            "{article: bridge, columns: 9-12, rows: 1-18, legs: 2}",
            "{article: library, columns: 9-12, rows: 21-37, legs: 2}",
            "{article: found, columns: 9-12, rows: 40-57, legs: 2}",
            "{box: timetable, columns: 9-12, rows: 60-72}",
            "{slogan: vote, columns: 1-12, rows: 75-81}",
            "{article: whale, columns: 1-6, rows: 84-109, legs: 3}",
            "{article: nets, columns: 7-12, rows: 84-109, legs: 3}",
            "{article: choir, columns: 1-6, rows: 112-124, legs: 3}",
            "{article: clock, columns: 7-12, rows: 112-124, legs: 3}",
        ),
    ),
    "berliner": _Front(
        "51pt",
        {"bridge": 3, "whale": 2, "nets": 2},
        "{min: 80mm, max: 130mm}",
        (
            "{article: ferry, columns: 1-9, rows: 1-52, legs: 3}",
            "{article: bridge, columns: 10-12, rows: 1-33, legs: 1}",
            "{box: timetable, columns: 10-12, rows: 39-52}",
            "{slogan: vote, columns: 1-12, rows: 55-61}",
            "{article: whale, columns: 1-6, rows: 65-91, legs: 2}",
            "{article: nets, columns: 7-12, rows: 65-91, legs: 2}",
        ),
    ),
    "a4": _Front(
        "36pt",
        {"bridge": 4},
        "{min: 36mm, max: 62mm}",
        (
            "{article: ferry, columns: 1-8, rows: 1-43, legs: 2}",
            "{article: bridge, columns: 9-12, rows: 1-29, legs: 1}",
            "{box: timetable, columns: 9-12, rows: 31-43}",
            "{slogan: vote, columns: 1-12, rows: 46-50}",
        ),
    ),
}


STYLES = tuple(sorted(_FRONTS))
"""The house styles that a paper may begin from."""


def starter(paper: Paper) -> Mapping[str, str]:
    """The workspace's files by name, from its folder; what is not chosen is usual. The style is one of `STYLES`."""
    front, english = _FRONTS[paper.style], "" if paper.language == Paper().language else _ENGLISH
    chosen = {
        "manifest": MANIFEST,
        "publication": _quoted(paper.publication),
        "language": f"{paper.language:24}",
        "style": paper.style,
        "title": front.title,
        "english": f"\n    {english}" if english else "",
        "stories": "".join(
            f"  - {{story: stories/{name}.md, priority: {priority}}}\n" for name, priority in front.stories.items()
        ),
        "depth": f"{front.depth:22} ",
        "slots": "".join(f"      - {slot}\n" for slot in front.slots),
    }
    return MappingProxyType(
        {
            "styles/paper.yaml": _filled("style.yaml", chosen),
            "styles/press/paper.yaml": _filled("press.yaml", chosen),
            MANIFEST: _filled("issue.yaml", chosen),
            **{f"issues/first/stories/{name}.md": _story(name, english) for name in ("ferry", *front.stories)},
            "issues/first/pictures/heron.svg": _filled("heron.svg", chosen),
            **{f".layout/{name}.json": read_schema(name) for name in ("issue", "style", "press")},
        }
    )


def _filled(name: str, chosen: Mapping[str, str]) -> str:
    """A text with what was chosen in its places."""
    return re.sub(r"<<(\w+)>>", lambda place: chosen[place[1]], (_TEXTS / name).read_text("utf-8"))


def _story(name: str, english: str) -> str:
    """A story, which says in its head that it is English where the issue is not."""
    head, rest = (_TEXTS / "stories" / f"{name}.md").read_text("utf-8").removeprefix("---\n").split("\n---\n", 1)
    return "---\n" + "\n---\n".join((f"{head}\n{english}" if english else head, rest))


def _quoted(title: str) -> str:
    """A title as a YAML scalar, plain where that is safe."""
    return title if title.replace(" ", "").isalpha() else json.dumps(title, ensure_ascii=False)


FILES = starter(Paper())
"""Texts by file name as they are if nothing is chosen."""
