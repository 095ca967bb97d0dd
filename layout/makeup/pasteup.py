"""The issue while it is made up: its sheets, and the accounts of its stories.

The one mutable value of make-up. Takes what has been decided, gives `Pages` at the end; decides nothing but which
furniture a page has.
"""

from collections.abc import Iterator, Sequence

from layout.diagnostics import Span
from layout.elements.box import Box
from layout.elements.grid import Grid
from layout.elements.picture import Picture
from layout.elements.setting import with_pages
from layout.elements.slogan import Slogan
from layout.makeup.galleys import Galleys
from layout.makeup.ledger import Entry
from layout.makeup.plots import Placing
from layout.makeup.sheet import Sheet
from layout.model.issue import Article, Issue
from layout.model.page import AdFit, Bookmark, HeadFit, ListFit, Misfit, Pages, SlotFit, Trouble
from layout.units import Emu

PIECES = (Picture, Box, Slogan, Grid)
"""What has an id and must stand somewhere."""


class Pasteup:
    """Sheets by page number, and an entry a story."""

    def __init__(self, issue: Issue, galleys: Galleys, last_page: int) -> None:
        self.issue, self.galleys, self.last_page = issue, galleys, last_page
        self.sheets: dict[int, Sheet] = {}
        self.entries = {article.slug: Entry(article, issue.style.page.leading) for article in issue.articles}
        self.placed_pieces: set[str] = set()
        self.lists: list[ListFit] = []
        self.slots: list[SlotFit] = []
        self.ads: list[AdFit] = []
        self._named: set[str] = set()
        self._outline: dict[str, Bookmark] = {}
        self._troubles: list[Trouble] = []

    def open(self, number: int, furniture: str | None, section: str) -> Sheet:
        """A page with its furniture; `section` is one that begins on it, or nothing."""
        sets = self.issue.style.furniture
        kind = furniture or ("front" if number == 1 else "back" if number == self.last_page else "inside")
        name = kind if kind in sets or kind == "none" else "inside"
        sheet = Sheet(self.issue, self.galleys.page_setting(), number, name, section)
        if any(piece.kind == "section_head" for piece in sets.get(name, ())):
            self._named.add(section)
        self.sheets[number] = sheet
        self.ads += [AdFit(ad.id, number, ad.span) for ad in sheet.crowded_out]
        return sheet

    def book(self, placing: Placing) -> None:
        """Puts a story's parts on their sheets and into its account."""
        entry = self.entries[placing.slug]
        article = entry.article
        for number, part in enumerate(placing.parts, 1):
            plot, frame = part.plot, part.frame
            sheet = self.sheets[plot.page]
            self._list(article, sheet, plot.row)
            gap = plot.rows - frame.used if number == len(placing.parts) else 0
            entry.book(plot.page, frame, gap, plot.measure(self.issue.style.page))
            if number == 1:
                entry.head = HeadFit(frame.head.rows, min((plot.rows, *plot.ends)), frame.head.width, plot.width)
            if frame.jumps:
                entry.jump(plot.page)
            self.placed_pieces.update(frame.pieces)
            sheet.add("legs", frame.cost)
            sheet.place(frame.paint, plot.x, plot.row)
            self.tell(sheet, frame.misfits, plot.x, plot.row, article.slug)
        if placing.rest is not None:
            entry.leave(placing.left, placing.rest)

    def _list(self, article: Article, sheet: Sheet, row: int) -> None:
        if article.headline and article.slug not in self._outline:
            headline = with_pages(self.galleys.page_setting(), article.headline)
            title = " ".join("".join(inline.text for inline in headline).split())
            self._outline[article.slug] = Bookmark(title, sheet.number, sheet.row_top(row))

    def tell(self, sheet: Sheet, misfits: Sequence[Misfit], x: Emu, row: int, slug: str | None = None) -> None:
        """Keeps lines that did not meet their measure, of a story or a piece that stands at a place of a sheet."""
        leading = self.issue.style.page.leading
        self._troubles += [
            Trouble(
                misfit.block.fit,
                sheet.number,
                sheet.left + x + misfit.x,
                sheet.row_top(row + misfit.row),
                misfit.measure,
                misfit.block.rows * leading,
                misfit.block.word_space,
                slug,
                misfit.block.span,
            )
            for misfit in misfits
        ]

    def finished(self) -> Pages:
        """All pages; those with nothing on them, between others or to make up the count, get their furniture."""
        for number in range(1, self._count() + 1):
            if number not in self.sheets:
                self.open(number, None, "")
        title = f"{self.issue.publication}, {self.issue.date.isoformat()}"
        outline = sorted(self._outline.values(), key=lambda bookmark: (bookmark.page, bookmark.y))
        return Pages(
            title,
            self.issue.language,
            tuple(self.sheets[number].finished() for number in sorted(self.sheets)),
            tuple(entry.closed() for entry in self.entries.values()),
            tuple(outline),
            self._unused(),
            tuple(self._troubles),
            tuple(self.lists),
            tuple(self.slots),
            tuple(self.ads),
            tuple(self._unnamed()),
        )

    def _count(self) -> int:
        """How many pages: as many as are needed, or where the manifest leaves a choice, the next number that it allows."""
        needed, wanted = max([1, *self.sheets, *(ad.page for ad in self.issue.ads)]), self.issue.pages
        if wanted.least == wanted.most:
            return needed
        allowed = range(max(needed, wanted.least), wanted.most + 1)
        return next((count for count in allowed if count % wanted.multiple == 0), needed)

    def _unnamed(self) -> Iterator[tuple[str, str, Span]]:
        """Sections whose names stand on no page, each with its first story and where that is written."""
        named = {"", *self._named}
        for article in self.issue.articles:
            if article.section not in named:
                named.add(article.section)
                yield article.section, article.slug, article.span

    def _unused(self) -> tuple[tuple[str, Span], ...]:
        """Pieces, of the manifest or of a story, that found no place; of a grid all pictures have that of the grid."""
        named = {piece.id: piece.span for piece in self.issue.pieces.values() if isinstance(piece, PIECES)}
        for article in self.issue.articles:
            named |= {p.id: p.span for p in (*article.pieces, *article.body) if isinstance(p, PIECES)}
        placed = set(self.placed_pieces)
        for piece in self.issue.pieces.values():
            if isinstance(piece, Grid):
                placed.update(picture.id for picture in piece.pictures)
        return tuple((name, span) for name, span in named.items() if name not in placed)
