"""The whole issue, page by page.

Takes an `Issue`, gives `Pages`. A page of the dummy is either modular (slots) or running (stories one after another,
each across the whole well). Page numbers are known when all stories stand; stories that refer to them are then set
anew with the same breaks, and the pages made once more: two passes, never more.
"""

from collections.abc import Iterator

from layout.diagnostics import Span
from layout.elements.body import set_body
from layout.elements.box import Box, set_box
from layout.elements.legs import Galley, level_legs, pour
from layout.elements.picture import Picture, set_picture
from layout.elements.setting import moved
from layout.elements.slogan import Slogan, dress_slogan
from layout.elements.wording import refers
from layout.furniture.contents import set_contents
from layout.furniture.setting import PageSetting
from layout.makeup.fixtures import leg_measure
from layout.makeup.frame import Cursor, Frame, least_rows, make_frame, make_overset_frame, may_end, natural_rows
from layout.makeup.galleys import Galleys, SetStory
from layout.makeup.ledger import Entry
from layout.makeup.sheet import Sheet
from layout.model.issue import Article, DummyPages, Issue, Slot, SlotKind, Start
from layout.model.page import Bookmark, Pages, Trouble
from layout.typeset.typecase import Typecase


def make_pages(issue: Issue, case: Typecase) -> Pages:
    """Makes up the issue. Total: what finds no place is counted in the stories' accounts or named as unused."""
    galleys = Galleys(issue, case, {})
    first = _Making(issue, galleys).run()
    if any(refers(article) for article in issue.articles) or _lists_contents(issue):
        numbers = {story.slug: story.pages[0] for story in first.stories if story.pages}
        return _Making(issue, galleys.numbered(numbers)).run()
    return first


def _lists_contents(issue: Issue) -> bool:
    return any(slot.kind is SlotKind.CONTENTS for plan in issue.dummy for slot in plan.slots)


class _Making:
    """One pass over the issue."""

    def __init__(self, issue: Issue, galleys: Galleys) -> None:
        self.issue, self.galleys = issue, galleys
        self.sheets: list[Sheet] = []
        self.articles = {article.slug: article for article in issue.articles}
        self.entries = {article.slug: Entry(article) for article in issue.articles}
        self.outline: list[Bookmark] = []
        self.troubles: list[Trouble] = []
        self.section = ""
        self.last_page = max([issue.pages.least, *(plan.last for plan in issue.dummy)])
        self.placed_pieces: set[str] = set()

    def run(self) -> Pages:
        for plan in self.issue.dummy or (_default_plan(self.issue),):
            while len(self.sheets) < plan.first - 1:
                self._open(len(self.sheets) + 1, None, "")
            if plan.slots:
                self._fill_slots(plan)
            if plan.run:
                self._run_stories(plan)
        return self._finished()

    def _open(self, number: int, furniture: str | None, section: str) -> Sheet:
        """The next page, with the section head if a section begins on it."""
        begins = section if section and section != self.section else ""
        self.section = section or self.section
        sets = self.issue.style.furniture
        kind = furniture or ("front" if number == 1 else "back" if number == self.last_page else "inside")
        name = kind if kind in sets else "inside"
        sheet = Sheet(self.issue, self.galleys.page_setting(), number, name, begins)
        self.sheets.append(sheet)
        return sheet

    # Slots

    def _fill_slots(self, plan: DummyPages) -> None:
        sections = [self.articles[s.id].section for s in plan.slots if s.kind is SlotKind.ARTICLE]
        sheet = self._open(plan.first, plan.furniture, next((s for s in sections if s), ""))
        for slot in plan.slots:
            if slot.kind is SlotKind.ARTICLE:
                self._place_article(sheet, slot)
            else:
                self._place_piece(sheet, slot)
        self._rule_slots(sheet, [slot for slot in plan.slots if slot.kind is SlotKind.ARTICLE])

    def _rule_slots(self, sheet: Sheet, slots: list[Slot]) -> None:
        """Rules between neighbouring stories of a modular page."""
        page = self.issue.style.page
        for slot in slots:
            x, width = page.left_of(slot.first_unit - 1), page.width_of(slot.last_unit - slot.first_unit + 1)
            for other in slots:
                white = slot.first_row - other.last_row - 1
                if 0 < white <= 2 * self.issue.style.makeup.rows_between_stories and _share_units(slot, other):
                    sheet.rule_off(slot.first_row - 1, white, x, width)
                    break
            for other in slots:
                if other.first_unit == slot.last_unit + 1:
                    first, last = max(slot.first_row, other.first_row), min(slot.last_row, other.last_row, sheet.rows)
                    sheet.rule_between(first - 1, last - 1, x + width + page.alley // 2)

    def _place_article(self, sheet: Sheet, slot: Slot) -> None:
        article, page = self.articles[slot.id], self.issue.style.page
        x, width = page.left_of(slot.first_unit - 1), page.width_of(slot.last_unit - slot.first_unit + 1)
        legs = slot.legs or article.legs or self._legs_for(slot)
        story = self.galleys.set_story(article, width, legs)
        row, rows = slot.first_row - 1, min(slot.last_row, sheet.rows) - slot.first_row + 1
        frame = make_frame(story, Cursor(), rows)
        if frame.next is not None:
            frame = make_overset_frame(story, rows)
        self._book(sheet, story, frame, x, row)
        if frame.next is not None:
            self.entries[article.slug].leave(story, frame.next)

    def _legs_for(self, slot: Slot) -> int:
        page, makeup = self.issue.style.page, self.issue.style.makeup
        return max(1, (slot.last_unit - slot.first_unit + 1) * makeup.legs // page.units)

    def _place_piece(self, sheet: Sheet, slot: Slot) -> None:
        page = self.issue.style.page
        x, width = page.left_of(slot.first_unit - 1), page.width_of(slot.last_unit - slot.first_unit + 1)
        row, rows = slot.first_row - 1, min(slot.last_row, sheet.rows) - slot.first_row + 1
        setting = self.galleys.page_setting()
        piece = self.issue.pieces.get(slot.id)
        self.placed_pieces.add(slot.id)
        match piece:
            case Picture():
                sheet.place(set_picture(setting, piece, width, rows).paint, x, row)
            case Box():
                sheet.place(set_box(setting, piece, width, set_body).paint, x, row)
            case Slogan():
                display = dress_slogan(setting, piece, width)
                spare = (rows - display.rows) * page.leading // 2
                sheet.place(moved(display.paint, 0, spare), x, row)
            case _ if slot.kind is SlotKind.MASTHEAD:
                self._place_masthead(sheet, slot, x, width, row)
            case _ if slot.kind is SlotKind.CONTENTS:
                furnished = PageSetting(setting, self.issue, sheet.number)
                sheet.place(set_contents(furnished, width, rows).paint, x, row)

    def _place_masthead(self, sheet: Sheet, slot: Slot, x: int, width: int, row: int) -> None:
        setting, page = self.galleys.page_setting(), self.issue.style.page
        legs = slot.legs or 1
        measure = leg_measure(width, legs, page.alley)
        inside = setting.at(measure).inside("masthead")
        galley = Galley(set_body(inside, self.issue.masthead))
        breaks, _ = level_legs(galley, 0, [0] * legs, self.issue.style.makeup)
        begin = 0
        for leg, end in enumerate(breaks.ends):
            sheet.place(pour(galley, begin, end, page.leading), x + leg * (measure + page.alley), row)
            begin = end.end

    # Runs

    def _run_stories(self, plan: DummyPages) -> None:
        numbers = iter(range(plan.first, plan.last + 1))
        sheet: Sheet | None = None
        row = 0
        waiting = [self.articles[slug] for slug in plan.run]
        for position, article in enumerate(waiting):
            cursor: Cursor | None = Cursor()
            while cursor is not None:
                if sheet is None or not self._may_begin(sheet, row, article, cursor):
                    number = self._next_number(numbers, article, cursor)
                    if number is None:
                        self._leave(article, cursor)
                        break
                    sheet, row = self._open(number, plan.furniture, article.section), 0
                story = self._story_across(article)
                follower = waiting[position + 1] if position + 1 < len(waiting) else None
                frame = self._run_frame(sheet, row, story, cursor, follower)
                if row:
                    sheet.rule_off(
                        row, self.issue.style.makeup.rows_between_stories, 0, self.issue.style.page.live_width
                    )
                self._book(sheet, story, frame, 0, row)
                row += frame.used + self.issue.style.makeup.rows_between_stories
                if frame.next is not None:
                    sheet = None
                cursor = frame.next

    def _story_across(self, article: Article) -> SetStory:
        legs = article.legs or self.issue.style.makeup.legs
        return self.galleys.set_story(article, self.issue.style.page.live_width, legs)

    def _may_begin(self, sheet: Sheet, row: int, article: Article, cursor: Cursor) -> bool:
        if row == 0:
            return True
        if cursor.block == 0 and article.start is not Start.HERE:
            return False
        return sheet.rows - row >= least_rows(self._story_across(article))

    def _next_number(self, numbers: Iterator[int], article: Article, cursor: Cursor) -> int | None:
        """The next page, or the next that the story may begin on."""
        for number in numbers:
            wrong = {Start.RECTO: number % 2 == 0, Start.VERSO: number % 2 == 1}
            if cursor.block or not wrong.get(article.start, False):
                return number
            self._open(number, None, "")
        return None

    def _leave(self, article: Article, cursor: Cursor) -> None:
        self.entries[article.slug].leave(self._story_across(article), cursor)

    def _run_frame(self, sheet: Sheet, row: int, story: SetStory, cursor: Cursor, follower: Article | None) -> Frame:
        """The story at its natural depth where another can begin below it, else stretched to the foot of the page."""
        left = sheet.rows - row
        if not may_end(story, cursor, left):
            return make_frame(story, cursor, left)
        natural = natural_rows(story, cursor)
        below = left - natural - self.issue.style.makeup.rows_between_stories
        if follower is None or follower.start is not Start.HERE:
            return make_frame(story, cursor, left)
        if below >= least_rows(self._story_across(follower)):
            return make_frame(story, cursor, natural)
        return make_frame(story, cursor, left)

    # Accounts

    def _book(self, sheet: Sheet, story: SetStory, frame: Frame, x: int, row: int) -> None:
        article = story.article
        entry = self.entries[article.slug]
        if not entry.pages and article.headline:
            title = " ".join("".join(inline.text for inline in article.headline).split())
            self.outline.append(Bookmark(title, sheet.number, sheet.row_top(row)))
        entry.book(sheet.number, frame, story)
        self.placed_pieces.update(frame.pieces)
        sheet.add("legs", frame.cost)
        sheet.place(frame.paint, x, row)
        leading, measure = self.issue.style.page.leading, story.setting.measure
        self.troubles += [
            Trouble(
                misfit.block.fit,
                sheet.number,
                sheet.left + x + misfit.x,
                sheet.row_top(row + misfit.row),
                measure,
                misfit.block.rows * leading,
                misfit.block.word_space,
                article.slug,
                misfit.block.span,
            )
            for misfit in frame.misfits
        ]

    def _finished(self) -> Pages:
        title = f"{self.issue.publication}, {self.issue.date.isoformat()}"
        pages = tuple(sheet.finished() for sheet in self.sheets)
        stories = tuple(entry.closed() for entry in self.entries.values())
        return Pages(
            title, self.issue.language, pages, stories, tuple(self.outline), self._unused(), tuple(self.troubles)
        )

    def _unused(self) -> tuple[tuple[str, Span], ...]:
        """Pieces, of the manifest or of a story, that found no place."""
        named = {piece.id: piece.span for piece in self.issue.pieces.values() if hasattr(piece, "id")}
        for article in self.issue.articles:
            named |= {p.id: p.span for p in (*article.pieces, *article.body) if isinstance(p, Picture | Box | Slogan)}
        return tuple((name, span) for name, span in named.items() if name not in self.placed_pieces)


def _default_plan(issue: Issue) -> DummyPages:
    """Without a dummy all stories run in order, from the page that the style says."""
    first = issue.style.makeup.first_run_page
    return DummyPages(first, issue.pages.most, None, (), tuple(a.slug for a in issue.articles), issue.articles[0].span)


def _share_units(slot: Slot, other: Slot) -> bool:
    return slot.first_unit <= other.last_unit and other.first_unit <= slot.last_unit
