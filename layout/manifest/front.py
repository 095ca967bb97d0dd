"""The texts that a manifest names: whole files and the front matter at their heads.

Takes a manifest's table, gives it with the keys of all front matter (the manifest's own win), and each text by the place of
the entry that names it.
"""

import re
from pathlib import Path
from typing import NamedTuple

from layout.diagnostics import Span
from layout.manifest.found import Found
from layout.manifest.node import Listing, Node, Table, Words, read_yaml
from layout.manifest.sheet import merge
from layout.manifest.workspace import Workspace, inside, read_text

_START = re.compile(r"\s*^---[ \t]*\n", re.MULTILINE)
_CUT_SHORT = re.compile(
    r"^(?P<key>headline|kicker|deck|byline(?:_note)?|dateline|section): +(?P<text>[^\s\"'#|>\[{&*](?:[^\n#]*[^\s#])?) (?P<lost>#.*)$",
    re.MULTILINE,
)
_UNOPENED = re.compile(
    r"\s*^(?:[^\w\s+]{1,8}[ \t]*\n)?(?:#.*\n)*(?P<first>\+\+\+|(?:headlines?|kicker|deck|byline(?:_note)?|dateline|slug|priority|pictures|boxes|slogans):(?=\s))",
    re.MULTILINE,
)


class StoryText(NamedTuple):
    """A story's Markdown without its front matter."""

    text: str
    first_line: int
    path: Path


def with_front_matter(
    table: Table, workspace: Workspace, folder: Path, found: Found
) -> tuple[Table, dict[Span, StoryText | None]]:
    """The manifest with the front matter of its stories and boxes, and their text by the place of article or box."""
    stories, entries = dict[Span, StoryText | None](), dict(table.entries)
    for section, key in (("articles", "story"), ("boxes", "text")):
        listing, whole = table.get(section), list[Node]()
        if not isinstance(listing, Listing):
            continue
        for item in listing.items:
            written = item.get(key) if isinstance(item, Table) else None
            front = None
            if isinstance(written, Words) and written.text and (key == "story" or is_file(written.text)):
                path = inside(workspace, (folder,), written.text, written.span, found)
                text = read_text(path, found, written.span) if path else None
                story = StoryText(text, 1, path) if path and text is not None else None
                front, stories[item.span] = split_front(story, found) if story else (None, None)
            whole.append(merge(front, item) if front and isinstance(item, Table) else item)
        entries[section] = entries[section]._replace(value=Listing(tuple(whole), listing.span))
    return Table(entries, table.span), stories


def is_file(written: str) -> bool:
    """Whether Markdown of the manifest is the name of a file that holds it."""
    return written.endswith(".md") and "\n" not in written


def split_front(story: StoryText, found: Found) -> tuple[Table | None, StoryText | None]:
    """Front matter: what stands between a first line `---` and the next; and the text below it, or None where nobody knows
    which is which."""
    start = _START.match(story.text)
    if start is None:
        return None, story if _is_opened(story, found) else None
    end = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE).search(story.text, start.end())
    if end is None:
        hint = "write `---` on the line after the last key"
        found.error("M051", "the front matter is not closed", hint, Span(story.path, 1))
        return None, None
    written, first_line = story.text[start.end() : end.start()], start[0].count("\n")
    front = read_yaml(written, story.path, found, first_line)
    _tell_comments(written, story.path, first_line, found)
    lines = story.text.count("\n", 0, end.end())
    table = front
    for key in ("story", "text"):
        if front and key in front.entries:
            hint = "take it out: the story is this file"
            found.error("M010", f'"{key}" has no meaning in a story', hint, front.entries[key].key)
            table = Table({name: entry for name, entry in front.entries.items() if name != key}, front.span)
    return table, StoryText(story.text[end.end() :], 1 + lines, story.path)


def _tell_comments(written: str, path: Path, above: int, found: Found) -> None:
    """Tells of words of a text that YAML takes for a comment: `headline: Room # 4`. A real one stands two spaces away."""
    for match in _CUT_SHORT.finditer(written):
        line = 1 + above + written.count("\n", 0, match.start("lost"))
        column = match.start("lost") - written.rfind("\n", 0, match.start("lost"))
        text = f"{match['text']} {match['lost']}".rstrip()
        hint = f'put it in quotes: `{match["key"]}: "{text}"`; two spaces before the # if it is a comment'
        message = f'"{match["lost"].strip()}" is taken for a comment and not printed'
        found.warning("M074", message, hint, Span(path, line, column))


def _is_opened(story: StoryText, found: Found) -> bool:
    """Whether there is no front matter without its first line, or between the signs of another program."""
    match = _UNOPENED.match(story.text)
    if match is None:
        return True
    here = Span(story.path, 1 + story.text.count("\n", 0, match.start("first")))
    if match["first"].startswith("+++"):
        hint = "write `---` for both lines of +++, and `headline: words` between them"
        found.error("M051", "front matter stands between lines of ---, not of +++", hint, here)
    else:
        hint = "write `---` on a line of its own above it, and below its last key"
        found.error("M051", f"front matter begins without its `---`, at `{match['first']}`", hint, here)
    return False
