"""What became of each story: pages, lines and words placed, and what was overset.

Every word of the source is on a page or in the count of what did not fit; preflight reads the sum.
"""

from dataclasses import dataclass, field

from layout.elements.body import is_fixture, running
from layout.elements.wording import count_words
from layout.makeup.frame import Cursor, Frame
from layout.makeup.galleys import SetStory
from layout.model.issue import Article
from layout.model.page import Block, StoryFit


@dataclass(slots=True)
class Entry:
    """One story's account, while its parts are placed."""

    article: Article
    pages: list[int] = field(default_factory=list)
    lines: int = 0
    words: int = 0
    overset: tuple[Block, ...] = ()
    gap_rows: int = 0
    notes: list[str] = field(default_factory=list)
    leading: int = 0

    def book(self, page: int, frame: Frame, story: SetStory) -> None:
        """Books a part of the story on a page."""
        if page not in self.pages:
            self.pages.append(page)
        self.lines += _lines(frame.blocks)
        self.words += _words(frame.blocks)
        self.gap_rows = frame.rows - frame.used
        self.notes += frame.notes
        self.leading = story.setting.style.page.leading

    def leave(self, story: SetStory, cursor: Cursor) -> None:
        """Books what found no place."""
        self.overset = story.galley.blocks[cursor.block :]
        self.leading = story.setting.style.page.leading

    def closed(self) -> StoryFit:
        """The account as preflight reads it."""
        return StoryFit(
            slug=self.article.slug,
            pages=tuple(self.pages),
            source_words=count_words(tuple(c for c in running(self.article) if not is_fixture(c))),
            words=self.words,
            lines=self.lines,
            overset_lines=_lines(self.overset),
            overset_words=_words(self.overset),
            overset_depth=sum(block.rows for block in self.overset) * self.leading,
            gap_rows=self.gap_rows,
            fit=tuple(self.notes),
            span=self.article.span,
        )


def _lines(blocks: tuple[Block, ...]) -> int:
    return sum(block.rows for block in blocks if block.kind in ("line", "lede"))


def _words(blocks: tuple[Block, ...]) -> int:
    return sum(block.words for block in blocks if block.kind != "byline")
