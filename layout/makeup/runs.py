"""Running make-up: stories one after another through whole pages.

Takes a plan with a run, opens its pages as they are needed and puts its stories on them. A story takes what is left of
its page and as many pages more as it needs; below it the next begins, if that leaves it room enough. Short stories stand
side by side in bands. Rows that nobody takes at the foot of a page are spread between its bands, within the style's limit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from layout.makeup.bands import Band, Bands
from layout.makeup.ending import Ending
from layout.makeup.fit import end_story, least_rows, level_rows, may_end, overset_story
from layout.makeup.fixtures import Depth
from layout.makeup.frame import last_rows, make_frames, rest_of
from layout.makeup.galleys import SetStory
from layout.makeup.pasteup import Pasteup
from layout.makeup.plots import Part, Placing, Plot, left_of, without
from layout.makeup.sheet import Sheet
from layout.makeup.stacks import lay_band, rule_band, spread
from layout.makeup.wells import Room
from layout.model.issue import Article, DummyPages, Start
from layout.record import record


def run_stories(pasteup: Pasteup, plan: DummyPages, section: str) -> None:
    """Runs a plan's stories; `section` is the one that is open before its first page."""
    _Run(pasteup, plan, section).run()


@record
class _Stretch:
    """The rows of its last page in which a story ends level: with its pictures at their least, natural and greatest
    depth."""

    least: int
    natural: int
    most: int

    @staticmethod
    def of(story: SetStory, rooms: Sequence[Room]) -> "_Stretch | None":
        """A story's; None where it cannot end in the rooms."""
        least = level_rows(story, rooms, Depth.LEAST)
        if least is None:
            return None
        natural = level_rows(story, rooms, Depth.NATURAL)
        most = level_rows(story, rooms, Depth.MOST)
        last = rooms[-1].rows
        return _Stretch(least, natural or last, most or last)

    def share(self, spare: int, others: "Sequence[_Stretch]") -> int:
        """Its rows where `spare` more or fewer than natural are to be had with others, each after what it can give."""
        if spare >= 0:
            give = [one.most - one.natural for one in (self, *others)]
        else:
            give = [one.natural - one.least for one in (self, *others)]
        own = abs(spare) * give[0] // max(1, sum(give))
        return (
            self.natural + min(own, give[0])
            if spare >= 0
            else self.natural - min(-(-abs(spare) * give[0] // max(1, sum(give))), give[0])
        )


class _Run:
    """One run while it goes on: the page that is open, the first free row of it, and the stories that end on it.

    What stays empty below the last story of a page is a hole, but for the last page of an issue that nobody planned.
    """

    def __init__(self, pasteup: Pasteup, plan: DummyPages, section: str) -> None:
        self.pasteup, self.plan, self.section = pasteup, plan, section
        articles = {article.slug: article for article in pasteup.issue.articles}
        self.stories = [articles[slug] for slug in plan.run]
        self.numbers: Iterator[int] = iter(range(plan.first, plan.last + 1))
        self.bands = Bands(pasteup.issue, pasteup.galleys, self.stories)
        self.sheet: Sheet | None = None
        self.row = self.spare = 0
        self.waiting: list[tuple[Placing, ...]] = []

    def run(self) -> None:
        first = 0
        while first < len(self.stories):
            band = self._next_band(first)
            if band is not None and self.sheet is not None and len(band.stories) > 1:
                self._lay(band, self.sheet)
                first += len(band.stories)
            else:
                self._place(first)
                first += 1
        self._close(self.spare if self.pasteup.issue.dummy else 0)

    def _next_band(self, first: int) -> Band | None:
        """The band that a story begins, where it may stand beside others: here, or on a page that is opened for it."""
        if not self.bands.may_stand_beside(first):
            return None
        bands = self._divided(first)
        if bands:
            return bands[0]
        article = self.stories[first]
        if self.sheet is not None and self._may_begin(self.sheet, article, self._set(article)):
            return None
        number = self._next_number(article, began=False)
        if number is None:
            return None
        self._close(self.spare)
        self.sheet = self._open(number, article.section)
        self.row = max(self.sheet.floor.tops)
        return next(iter(self._divided(first)), None)

    def _divided(self, first: int) -> tuple[Band, ...]:
        """The bands in what is left of the open page."""
        return self.bands.divided(first, [end - self.row for end in self._ends(self.sheet)]) if self.sheet else ()

    def _ends(self, sheet: Sheet) -> tuple[int, ...]:
        """The rows before which each leg of a page ends."""
        return sheet.floor.ends(0, self.pasteup.issue.style.page.units, self.pasteup.issue.style.makeup.legs)

    def _lay(self, band: Band, sheet: Sheet) -> None:
        white = self.pasteup.issue.style.makeup.rows_between_stories
        self.waiting.append(lay_band(self.pasteup.galleys, band, sheet.number, self.row))
        self.row += band.rows + white
        self.spare = max(0, max(self._ends(sheet)) - self.row + white)

    def _place(self, number: int) -> None:
        article = self.stories[number]
        story = self._set(article)
        sheets = self._rooms_of(article, story)
        if not sheets:
            self.pasteup.entries[article.slug].leave(story.galley.blocks, None)
            return
        story = _standing(self.pasteup, story, sheets)
        rooms = self._rooms(story, sheets)
        ending = self._ending(number, story, rooms)
        rest = rest_of(ending)
        width = self.pasteup.issue.style.page.live_width
        parts = tuple(
            Part(Plot(sheet.number, 0, width, row, room.rows, room.legs), frame)
            for (sheet, row), room, frame in zip(sheets, rooms, make_frames(ending), strict=True)
        )
        white = self.pasteup.issue.style.makeup.rows_between_stories
        first, row = sheets[0]
        if first is not self.sheet:
            self._close(self.spare)
        elif self.waiting and len(sheets) > 1:
            first.rule_off(row, white, 0, width, self.pasteup.issue.style.makeup.story_rule)
            self._close(0)
        self.waiting.append((Placing(article.slug, parts, rest, left_of(self.pasteup.galleys, story, rest)),))
        self.sheet, last_row = sheets[-1]
        self.row = last_row + parts[-1].frame.used + white
        self.spare = rooms[-1].rows - parts[-1].frame.used

    def _close(self, spare: int) -> None:
        """Books the stories that end on the open page, `spare` rows at its foot spread between them where they are few."""
        makeup = self.pasteup.issue.style.makeup
        gaps, shift = len(self.waiting) - 1, 0
        is_level = self.sheet is not None and len(set(self.sheet.floor.feet)) == 1
        mores = spread(spare, gaps, makeup) if is_level else (0,) * gaps
        for band, more in zip(self.waiting, (0, *mores), strict=False):
            shift += more
            lower = [_lowered(placing, shift) for placing in band]
            plot = lower[0].parts[-1].plot
            if band is not self.waiting[0]:
                white, width = makeup.rows_between_stories + more, self.pasteup.issue.style.page.live_width
                self.pasteup.sheets[plot.page].rule_off(plot.row, white, 0, width, makeup.story_rule)
            if len(lower) > 1:
                rule_band(self.pasteup.sheets[plot.page], lower, self.pasteup.issue.style)
            for placing in lower:
                self.pasteup.book(placing)
                if len(lower) == 1:
                    self.pasteup.entries[placing.slug].gap_rows = 0
        if self.waiting:
            self.pasteup.entries[self.waiting[-1][-1].slug].gap_rows += spare - shift
        self.waiting = []

    def _ending(self, number: int, story: SetStory, rooms: list[Room]) -> Ending:
        """The story ending in its share of its last page: with those that can end below it, they fill the page together;
        above one that can only begin there, it has its natural depth; above none, all that is left."""
        shared = [*rooms[:-1], replace(rooms[-1], rows=self._share(number, story, rooms))]
        ending = end_story(story, shared) or end_story(story, rooms)
        if ending is None:
            return overset_story(story, rooms)
        return _carrying_more(ending, shared) or ending

    def _share(self, number: int, story: SetStory, rooms: list[Room]) -> int:
        """The rows of the last page that the story should have."""
        white, left = self.pasteup.issue.style.makeup.rows_between_stories, rooms[-1].rows
        own = _Stretch.of(story, rooms)
        if own is None or rooms[-1].ends:
            return left
        bands = self.bands.divided(number + 1, [left - own.least - white] * self.pasteup.issue.style.makeup.legs)
        below = [self._stretch(band, left) for band in bands]
        taken = own.least + sum(white + stretch.least for stretch in below)
        following = self.stories[number + 1 + sum(len(band.stories) for band in bands) :]
        if (
            following
            and following[0].start is Start.HERE
            and taken + white + least_rows(self._set(following[0])) <= left
        ):
            return min(own.natural, left - sum(white + stretch.least for stretch in below))
        if not below:
            return left
        return own.share(left - own.natural - sum(white + stretch.natural for stretch in below), below)

    def _stretch(self, band: Band, rows: int) -> _Stretch:
        """A band's; of stories side by side it is the rows in which they were found to be level."""
        if len(band.stories) == 1:
            story = band.stories[0].story
            room = Room(story_legs(self.pasteup, story.article), rows, story.heads[0].rows)
            found = _Stretch.of(story, [room])
            if found is not None:
                return found
        return _Stretch(band.rows, band.rows, band.rows)

    def _rooms_of(self, article: Article, story: SetStory) -> list[tuple[Sheet, int]]:
        """The sheets that the story needs, each with its first free row: what is left of this page, then whole pages."""
        sheets: list[tuple[Sheet, int]] = []
        if self.sheet is not None and self._may_begin(self.sheet, article, story):
            sheets.append((self.sheet, self.row))
        while not sheets or not self._holds(story, sheets):
            number = self._next_number(article, began=bool(sheets))
            if number is None:
                break
            # A section is named where a story of it begins, not where one goes on.
            sheet = self._open(number, "" if sheets else article.section)
            row = max(sheet.floor.tops)
            room = self._room(article, sheet, row)
            least = least_rows(story) if room.ends and not sheets else story.makeup.smallest_leg
            if room.shallowest >= least or (sheets and room.rows >= least):
                sheets.append((sheet, row))
        return sheets

    def _room(self, article: Article, sheet: Sheet, row: int) -> Room:
        """What is left of a page from a row on, around its advertisements."""
        legs = story_legs(self.pasteup, article)
        ends = tuple(end - row for end in sheet.floor.ends(0, self.pasteup.issue.style.page.units, legs))
        return Room(legs, max(ends), ends=ends if len(set(ends)) > 1 else ())

    def _rooms(self, story: SetStory, sheets: Sequence[tuple[Sheet, int]]) -> list[Room]:
        rooms = [self._room(story.article, sheet, row) for sheet, row in sheets]
        rooms[0] = replace(rooms[0], head=story.heads[0].rows)
        return rooms

    def _holds(self, story: SetStory, sheets: list[tuple[Sheet, int]]) -> bool:
        """Whether the story can end in these sheets, without pieces that are deeper than a page."""
        story = _standing(self.pasteup, story, sheets)
        return may_end(story, self._rooms(story, sheets))

    def _may_begin(self, sheet: Sheet, article: Article, story: SetStory) -> bool:
        """Whether the story begins on the open page: where it leaves room to begin well, or to hold all of it."""
        room = replace(self._room(article, sheet, self.row), head=story.heads[0].rows)
        if article.start is not Start.HERE or room.shallowest <= room.head:
            return False
        if room.shallowest >= least_rows(story):
            return True
        return level_rows(story, [room], Depth.LEAST) is not None

    def _next_number(self, article: Article, *, began: bool) -> int | None:
        """The next page, or the next that the story may begin on."""
        for number in self.numbers:
            wrong = {Start.RECTO: number % 2 == 0, Start.VERSO: number % 2 == 1}
            if began or not wrong.get(article.start, False):
                return number
            self._open(number, "")
        return None

    def _open(self, number: int, section: str) -> Sheet:
        begins = section if section != self.section else ""
        self.section = section or self.section
        return self.pasteup.open(number, self.plan.furniture, begins)

    def _set(self, article: Article) -> SetStory:
        width = self.pasteup.issue.style.page.live_width
        return self.pasteup.galleys.set_story(article, width, story_legs(self.pasteup, article))


def _carrying_more(ending: Ending, rooms: list[Room]) -> Ending | None:
    """The same story with rows less on the page before its last, where too few lines stand on that: as after a jump."""
    story = ending.story
    lacking = story.makeup.jump_carries - last_rows(ending) if len(rooms) > 1 else 0
    if lacking <= 0:
        return None
    before = rooms[-2]
    shorter = replace(before, rows=before.rows - -(-lacking // before.legs))
    if shorter.rows - shorter.head < story.makeup.smallest_leg:
        return None
    return end_story(story, [*rooms[:-2], shorter, rooms[-1]])


def _lowered(placing: Placing, rows: int) -> Placing:
    """A story with its last part so many rows further down."""
    *others, last = placing.parts
    return replace(placing, parts=(*others, replace(last, plot=replace(last.plot, row=last.plot.row + rows))))


def _standing(pasteup: Pasteup, story: SetStory, sheets: Sequence[tuple[Sheet, int]]) -> SetStory:
    """The story without pieces too deep for the whole pages among its sheets, if there are any yet."""
    deepest = max((sheet.rows - row for sheet, row in sheets if row == max(sheet.floor.tops)), default=None)
    if deepest is None:
        return story
    legs = story_legs(pasteup, story.article)
    return without(story, [piece for piece in story.pieces if story.fixture(piece, legs).least > deepest])


def story_legs(pasteup: Pasteup, article: Article) -> int:
    """The legs that a story has across a whole page."""
    return pasteup.issue.legs_of(article)
