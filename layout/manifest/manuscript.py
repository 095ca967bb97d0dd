"""A manifest while its values are read: where each is written, and what its words become.

Gives places, marked-up text, bodies of Markdown, lengths and languages; problems become findings. What the values mean is
for those who read the sections of the manifest.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from layout.diagnostics import Span
from layout.manifest.found import Found
from layout.manifest.front import StoryText, is_file, split_front
from layout.manifest.inlines import read_inlines
from layout.manifest.lengths import Unclear, read_length
from layout.manifest.meant import meant_language, remedy
from layout.manifest.node import Listing, Loc, Table, Words, place_of
from layout.manifest.story import Desk, read_story
from layout.manifest.workspace import inside, read_text
from layout.model.issue import Body
from layout.model.style import Style
from layout.model.text import Text
from layout.record import record
from layout.units import Emu

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")


@record
class Manuscript:
    """A manifest's table, the desk at which its texts are read, and those of its files by the place of the entry that names
    them: None for one that is not there."""

    path: Path
    table: Table
    desk: Desk
    stories: Mapping[Span, StoryText | None]

    @property
    def found(self) -> Found:
        """What is wrong so far."""
        return self.desk.found

    def place(self, *loc: int | str) -> Span:
        """Where the value of a key is written."""
        return place_of(self.table, loc)

    def language(self, written: str | None, loc: Loc) -> str:
        """A language, that of the issue if none is written."""
        return read_language(written, self.place(*loc), self.desk.language, self.desk.style, self.found)

    def length(self, written: str, loc: Loc) -> Emu | None:
        """A length in EMU; None with a finding."""
        try:
            return read_length(written, self.desk.style.page.leading)
        except Unclear as unclear:
            self.found.error(unclear.code, unclear.message, unclear.hint, self.place(*loc))
            return None

    def text(self, written: str, loc: Loc, desk: Desk, breaks: str = "\n") -> Text:
        """A line of words with emphasis; line breaks in it become `breaks`."""
        return read_inlines(written, self.place(*loc), desk.inline_reading(), breaks) if written else ()

    def markdown(self, written: str, loc: Loc, desk: Desk) -> Body:
        """Markdown as written in the manifest, or the file that it names."""
        span = self.place(*loc)
        if not is_file(written):
            return self.written(written, loc, desk)
        path = inside(desk.workspace, desk.folders, written, span, self.found)
        text = read_text(path, self.found, span) if path else None
        if path is None or text is None:
            return ()
        front, story = split_front(StoryText(text, 1, path), self.found)
        for key, entry in front.entries.items() if front else ():
            hint = "take the front matter out"
            self.found.error("M010", f'"{key}" has no meaning here: this text has no keys', hint, entry.key)
        return self._body(story, desk, span) if story else ()

    def written(self, words: str, loc: Loc, desk: Desk) -> Body:
        """Markdown as written in the manifest."""
        return self._body(StoryText(words, self._first_line(loc), self.path), desk, self.place(*loc))

    def filed(self, loc: Loc, desk: Desk) -> Body:
        """Markdown of the file that an entry names; nothing where it is not there, which was told."""
        story = self.stories.get(self.place(*loc))
        return self._body(story, desk, self.place(*loc)) if story else ()

    def _body(self, story: StoryText, desk: Desk, span: Span) -> Body:
        if story.path.parent not in desk.folders:
            desk = desk._replace(folders=(*desk.folders, story.path.parent))
        before = self.found.errors
        body = read_story(story.text, story.first_line, story.path, desk)
        if not body and self.found.errors == before:
            where = span if story.path == self.path else Span(story.path, story.first_line)
            self.found.error("M059", "there is no text here", "write some, or take out the entry", where)
        return body

    def _first_line(self, loc: Loc) -> int:
        node = self.table.get(str(loc[0]))
        for step in loc[1:]:
            if isinstance(node, Listing) and isinstance(step, int):
                node = node.items[step]
            elif isinstance(node, Table):
                node = node.get(str(step))
        return node.first_line if isinstance(node, Words) else 1


def read_language(written: str | None, span: Span, default: str, style: Style, found: Found) -> str:
    """A language's tag, for which the style has words; the default where none or no tag is written."""
    if written is None:
        return default
    if _LANGUAGE.fullmatch(written) is None:
        hint = remedy(meant_language(written), "write its tag: en-GB, en-US, de, es, fr, ...")
        found.error("M012", f'"{written}" is not a language', hint, span)
        return default
    if written not in style.words and written.split("-")[0] not in style.words:
        hint = f"add `{written.split('-')[0]}` under `words` of the style"
        found.error("M038", f'the style "{style.name}" has no words in "{written}"', hint, span)
    return written
