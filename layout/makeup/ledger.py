"""What became of each story: pages, lines and words placed, and what was overset.

Every word of the source is on a page, or in the count of what did not fit or was left out; preflight reads the sum. The
words of pieces beside the text count where the pieces stand: one that stands nowhere is told by its name.
"""

from dataclasses import dataclass, field

from layout.elements.body import is_fixture, running
from layout.elements.wording import count_words
from layout.makeup.frame import TEXT, Frame, paragraph_at
from layout.makeup.galleys import Rest
from layout.model.issue import Article
from layout.model.page import Block, HeadFit, StoryFit
from layout.units import Emu


@dataclass(slots=True)
class Entry:
    """One story's account, while its parts are placed."""

    article: Article
    leading: int
    pages: list[int] = field(default_factory=list)
    lines: int = 0
    words: int = 0
    written_beside: int = 0
    left_out: int = 0
    overset: tuple[Block, ...] = ()
    nearest_end: tuple[int, int] | None = None
    gap_rows: int = 0
    short_rows: int = 0
    white_area: int = 0
    deeper: str = ""
    notes: list[str] = field(default_factory=list)
    head: HeadFit = field(default_factory=HeadFit)
    left_behind: list[tuple[int, int]] = field(default_factory=list)

    def book(self, page: int, frame: Frame, gap_rows: int, measure: Emu) -> None:
        """Books a part of the story on a page, set to a measure, with the rows that stay empty below it."""
        if page not in self.pages:
            self.pages.append(page)
        self.lines += _lines(frame.blocks)
        self.words += _words(frame.blocks) + frame.beside[1]
        self.written_beside += frame.beside[0]
        self.left_out += frame.left_out
        self.gap_rows = gap_rows
        self.short_rows += frame.short
        self.deeper = frame.deeper
        self.white_area += frame.empty * self.leading * measure
        self.notes += frame.notes

    def jump(self, page: int) -> None:
        """Books that the story jumps from a page, with all that it has set so far."""
        self.left_behind.append((page, self.lines - sum(lines for _, lines in self.left_behind)))

    def leave(self, left: tuple[Block, ...], rest: Rest | None) -> None:
        """Books what found no place; `left` is that set."""
        self.overset = left
        if rest is not None and self.overset:
            to_come = sum(block.rows for block in rest.blocks)
            here = paragraph_at(self.article, self.overset[0])
            before = here - (self.overset[0].kind in TEXT)
            backward = rest.lines <= to_come and before > 0
            self.nearest_end = (before, -rest.lines) if backward else (here, to_come)

    def closed(self) -> StoryFit:
        """The account as preflight reads it."""
        written = count_words(tuple(c for c in running(self.article) if not is_fixture(c)))
        return StoryFit(
            slug=self.article.slug,
            pages=tuple(self.pages),
            source_words=written + self.written_beside - self.left_out,
            words=self.words,
            lines=self.lines,
            overset_lines=_lines(self.overset),
            overset_words=_words(self.overset),
            overset_depth=sum(block.rows for block in self.overset) * self.leading,
            nearest_end=self.nearest_end,
            gap_rows=self.gap_rows,
            short_rows=self.short_rows,
            white_area=self.white_area,
            deeper=self.deeper,
            fit=tuple(self.notes),
            span=self.article.span,
            head=self.head,
            left_behind=tuple(self.left_behind),
        )


def _lines(blocks: tuple[Block, ...]) -> int:
    return sum(block.rows for block in blocks if block.kind in TEXT)


def _words(blocks: tuple[Block, ...]) -> int:
    return sum(block.words for block in blocks if block.kind != "byline")
