"""Short stories of a run side by side.

Across a whole page a short story is a strip of a few lines below a headline. So the stories of a run are divided into
bands: a band is one story across the page, or stacks of stories beside one another, each stack some legs wide with one
story or several below one another. Takes the stories and the rows that are left of each leg of a page, gives the cheapest
bands that stand there. Above advertisements under some of the legs bands are level as elsewhere; the last may go down
beside them, each stack to the end of its own legs. Knows no pages and places nothing.

The division is a shortest path over places in the run and rows that are left (as lines are broken: Knuth and Plass,
Software: Practice and Experience 11, 1981); what a band costs is said in the style's terms.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

from layout.makeup.ending import hole_price
from layout.makeup.fit import least_rows, level_rows
from layout.makeup.fixtures import Depth
from layout.makeup.galleys import Galleys, SetStory
from layout.makeup.wells import Room
from layout.model.issue import Article, Issue, Start
from layout.model.text import Glyphs
from layout.record import record
from layout.units import Emu

MOST_STORIES = 6
"""Stories of a band, at most: each more doubles the ways to stack them."""

Asked = tuple[tuple[int, int, int, int], ...]
"""Stacks side by side, each by its first story and that after its last, its first leg and that after its last."""


@record
class Stood:
    """A story as it would stand, the rows in which it ends level, and what it costs that it stands so."""

    story: SetStory
    rows: int
    price: int

    @property
    def size(self) -> Emu:
        """The size of its headline, the largest type of its head; 0 without one."""
        paints = (placed.paint for placed in self.story.heads[0].paint)
        return max((paint.size for paint in paints if isinstance(paint, Glyphs)), default=0)


@record
class Stack:
    """Stories below one another over `legs` legs from leg `leg` on, in a place of `rows` rows."""

    leg: int
    legs: int
    stories: tuple[Stood, ...]
    rows: int = 0

    def depth(self, white: int) -> int:
        """Its rows with so much white between its stories."""
        return sum(one.rows for one in self.stories) + white * (len(self.stories) - 1)


@record
class Band:
    """Stacks side by side, the rows of the deepest place, and what they cost."""

    stacks: tuple[Stack, ...]
    rows: int
    price: int

    @property
    def stories(self) -> tuple[Stood, ...]:
        """Its stories in reading order."""
        return tuple(one for stack in self.stacks for one in stack.stories)


class Bands:
    """The stories of one run, and the ways to divide them that were found."""

    def __init__(self, issue: Issue, galleys: Galleys, stories: Sequence[Article]) -> None:
        self._issue, self._galleys, self._stories = issue, galleys, tuple(stories)
        self._makeup, self._legs = issue.style.makeup, issue.style.makeup.legs
        self.beginning = cache(self._found)
        self._cheapest = cache(self._found_cheapest)
        self._stood = cache(self._found_stood)
        self._beside = cache(self._found_beside)

    def may_stand_beside(self, first: int) -> bool:
        """Whether a story may stand beside those after it."""
        return any(len(band.stacks) > 1 for band in self.beginning(first))

    def divided(self, first: int, ends: Sequence[int]) -> tuple[Band, ...]:
        """The bands of the stories from `first` on that end on a page of which each leg has so many rows left."""
        return self._cheapest(first, _left_of(ends, 0))[1]

    def _found_cheapest(self, first: int, ends: tuple[int, ...]) -> tuple[int, tuple[Band, ...]]:
        """The least price of all that is left, and the bands that stand on this page for it."""
        if first == len(self._stories):
            return (self._last_price(ends) if self._issue.dummy else 0), ()
        ways = []
        level = (band for band in self.beginning(first) if band.rows <= min(ends))
        for band in (*level, *self._beside_ads(first, ends)):
            left = _left_of(ends, band.rows + self._makeup.rows_between_stories)
            price, bands = self._cheapest(first + len(band.stories), left)
            ways.append((band.price + price, (band, *bands)))
        if all(len(bands[0].stories) > 1 for _, bands in ways):
            ways.append((self._turned(first, ends), ()))
        return min(ways, key=lambda way: way[0])

    def _turned(self, first: int, ends: tuple[int, ...]) -> int:
        """What it costs that a story does not end on this page, with what follows: it goes on on the next where it may begin
        here, else what is left stays empty."""
        article, whole = self._stories[first], self._issue.style.page.rows
        legs, next_page = self._issue.legs_of(article), (whole,) * self._legs
        story, costs = self._set(first, legs), self._makeup.costs
        if article.start is not Start.HERE or min(ends) >= whole:
            return self._white_price(ends)
        if least_rows(story) > min(ends):
            return self._white_price(ends) + self._cheapest(first, next_page)[0]
        text = -(-story.galley.depth(0, len(story.galley.blocks)) // legs)
        over = story.heads[0].rows + text - sum(ends) // len(ends)
        shallow = max(0, self._makeup.shallow_leg - over) ** 2 * legs * costs.shallow_row
        left = _left_of(next_page, over % whole + self._makeup.rows_between_stories)
        return costs.over_page + shallow + self._cheapest(first + 1, left)[0]

    def _last_price(self, ends: Sequence[int]) -> int:
        """What the rows cost that the run leaves. Where another story could stand there it is no matter how many they are:
        strips of text do not fill such a hole."""
        deeper = max(0, min(ends) - 2 * self._makeup.smallest_leg)
        return self._white_price([end - deeper for end in ends])

    def _white_price(self, rows: Sequence[int]) -> int:
        """What rows cost that stay white at the foot of each leg: those of all legs as a hole, more of them below some
        as short legs; where another story could stand below all, they are one hole, whatever its foot is."""
        common, costs = min(rows), self._makeup.costs
        if common >= self._makeup.smallest_leg:
            return sum(hole_price(one, costs) for one in rows) // len(rows)
        return hole_price(common, costs) + sum(2 * hole_price(one - common, costs) for one in rows)

    def _beside_ads(self, first: int, ends: tuple[int, ...]) -> Iterator[Band]:
        """The bands that begin with a story and go down beside advertisements, to the end of every leg; where there is too
        little text for that it ends level above them."""
        if min(ends) == max(ends):
            return
        across = self._legs
        if self._issue.legs_of(self._stories[first]) == across and self._stories[first].start is Start.HERE:
            for one in self._stood(first, across):
                room = Room(across, max(ends), one.story.heads[0].rows, ends=ends)
                if (
                    one.rows > min(ends) >= least_rows(one.story)
                    and level_rows(one.story, [room], Depth.LEAST) is not None
                ):
                    yield Band((Stack(0, across, (one,), room.rows),), room.rows, one.price)
        for asked in self._beside(first):
            places = [min(ends[leg:to]) for _, _, leg, to in asked]
            stacks = [self._filled(self._stack(one, 0), one[0], rows) for one, rows in zip(asked, places, strict=True)]
            white = self._makeup.rows_between_stories
            spare = [rows - stack.depth(white) for stack, rows in zip(stacks, places, strict=True)]
            if 0 <= min(spare) < self._makeup.smallest_leg:
                yield self._band(stacks, places, ends)

    def _found(self, first: int) -> tuple[Band, ...]:
        """All bands that begin with a story: of those with as many stories and rows the cheapest."""
        cheapest: dict[tuple[int, int], Band] = {}
        for band in self._stacked(first):
            known = cheapest.get((len(band.stories), band.rows))
            if known is None or band.price < known.price:
                cheapest[len(band.stories), band.rows] = band
        return tuple(cheapest.values())

    def _stacked(self, first: int) -> Iterator[Band]:
        across = self._issue.legs_of(self._stories[first])
        if self._stories[first].start is Start.HERE and self._stood(first, across):
            yield from self._bands(((first, first + 1, 0, across),))
        for asked in self._beside(first):
            yield from self._bands(asked)

    def _found_beside(self, first: int) -> tuple[Asked, ...]:
        """The ways to stack a story and some of those after it side by side."""
        return tuple(
            asked
            for after in range(first + 2, self._last(first) + 1)
            if any(self._looks_poor(number) for number in range(first, after))
            for count in range(2, min(self._legs, after - first) + 1)
            for asked in self._of_stacks(first, after, count)
        )

    def _last(self, first: int) -> int:
        """Before which story no band goes on that begins with a story."""
        near = self._stories[first : first + MOST_STORIES]
        apart = (n for n, article in enumerate(near) if not self._goes_beside(article, near[0].section))
        return first + next(apart, len(near))

    def _goes_beside(self, article: Article, section: str) -> bool:
        """Whether a story may stand beside one of a section; one that says no section goes on in that."""
        return article.start is Start.HERE and not article.legs and article.section in (section, "")

    def _of_stacks(self, first: int, after: int, count: int) -> Iterator[Asked]:
        """The ways to stack stories `first` to before `after` in so many stacks."""
        for cuts in combinations(range(first + 1, after), count - 1):
            begins, ends = (first, *cuts), (*cuts, after)
            for legs in combinations(range(1, self._legs), count - 1):
                asked = tuple(zip(begins, ends, (0, *legs), (*legs, self._legs), strict=True))
                if all(self._stood(n, to - leg) for begin, end, leg, to in asked for n in range(begin, end)):
                    yield asked

    def _bands(self, asked: Asked) -> Iterator[Band]:
        """The bands of stacks: with headlines as small as may be, and larger so that one stack or another is deeper."""
        white = self._makeup.rows_between_stories
        small = [self._stack(one, 0) for one in asked]
        large = [self._stack(one, -1) for one in asked]
        least = max(stack.depth(white) for stack in small)
        for rows in sorted({least, *(stack.depth(white) for stack in large if stack.depth(white) > least)}):
            stacks = [self._filled(stack, first, rows) for stack, (first, *_) in zip(small, asked, strict=True)]
            yield self._band(stacks, [max(stack.depth(white) for stack in stacks)] * len(stacks))

    def _band(self, stacks: Sequence[Stack], places: Sequence[int], ends: Sequence[int] = ()) -> Band:
        """A band of stacks in places of so many rows; `ends` are those of all legs of the page, where it takes what is left."""
        placed = tuple(replace(stack, rows=rows) for stack, rows in zip(stacks, places, strict=True))
        alike = sum(one.stories[0].size == other.stories[0].size > 0 for one, other in pairwise(placed))
        price, holes = alike * self._makeup.costs.tombstone, list[int]()
        for stack in placed:
            gap = stack.rows - stack.depth(self._makeup.rows_between_stories)
            spread = min(gap, self._makeup.spread_between_stories * (len(stack.stories) - 1))
            price += spread * self._makeup.costs.spread_row + sum(one.price for one in stack.stories)
            feet = ends[stack.leg : stack.leg + stack.legs] or (stack.rows,) * stack.legs
            holes += [foot - stack.rows + gap - spread for foot in feet]
        return Band(placed, max(places), price + self._white_price(holes))

    def _stack(self, asked: tuple[int, int, int, int], way: int) -> Stack:
        begin, end, leg, to = asked
        return Stack(leg, to - leg, tuple(self._stood(number, to - leg)[way] for number in range(begin, end)))

    def _filled(self, stack: Stack, first: int, rows: int) -> Stack:
        """A stack in which headlines are larger where that fills its rows better."""
        for number, one in enumerate(stack.stories):
            spare = rows - stack.depth(self._makeup.rows_between_stories)
            larger = [other for other in self._stood(first + number, stack.legs) if 0 < other.rows - one.rows <= spare]
            if larger:
                stories = list(stack.stories)
                stories[number] = larger[-1]
                stack = replace(stack, stories=tuple(stories))
        return stack

    def _looks_poor(self, number: int) -> bool:
        """Whether a story has too little text to stand across the page."""
        return any(one.price for one in self._stood(number, self._issue.legs_of(self._stories[number])))

    def _found_stood(self, number: int, legs: int) -> tuple[Stood, ...]:
        """The ways in which a story may stand over so many legs, with the smallest headline first; none where it cannot."""
        if legs == self._issue.legs_of(self._stories[number]):
            # Pictures across the page are shared out when all that stands there is known.
            return tuple(self._ways_to_stand(number, legs, (0,), Depth.LEAST))
        return tuple(self._ways_to_stand(number, legs, self._steps(legs), Depth.NATURAL))

    def _steps(self, legs: int) -> Sequence[int]:
        """The sizes by which a headline over so many legs is smaller than across the page."""
        steps = self._makeup.headline_steps
        if legs == 1:
            return 2 * steps, steps
        return (steps, 0) if 2 * legs <= self._legs else (0,)

    def _ways_to_stand(self, number: int, legs: int, steps: Sequence[int], depth: Depth) -> Iterator[Stood]:
        for grown, step in enumerate(steps):
            story = self._set(number, legs, step)
            head = story.heads[0]
            wide = any(getattr(piece.content, "legs", 1) > legs for piece in story.pieces)
            if head.width <= self._width(legs) and not wide:
                rows = level_rows(story, [Room(legs, self._issue.style.page.rows, head.rows)], depth)
                if rows is not None:
                    price = self._poverty(story, legs, rows, depth) + grown * self._makeup.costs.larger_headline
                    yield Stood(story, rows, price)

    def _poverty(self, story: SetStory, legs: int, rows: int, depth: Depth) -> int:
        """What it costs that a story has few rows of text, fewer than its head has or than the pieces beside it are deep."""
        makeup, head = self._makeup, story.heads[0].rows
        deep = rows - head
        shallow = max(0, max(makeup.shallow_leg, head) - deep)
        beside = sum((one.rows(depth) + makeup.rows_around_pictures) * one.legs for one in story.fixtures(legs))
        white = max(0, deep * legs - beside - story.galley.depth(0, len(story.galley.blocks)) - legs)
        return shallow * shallow * legs * makeup.costs.shallow_row + white * white // legs * makeup.costs.empty_row

    def _set(self, number: int, legs: int, steps: int = 0) -> SetStory:
        article, page = self._stories[number], self._issue.style.page
        width = page.live_width if legs == self._issue.legs_of(article) else self._width(legs)
        return self._galleys.set_story(article, width, legs, steps)

    def _width(self, legs: int) -> Emu:
        """The width of so many legs of the page's."""
        page = self._issue.style.page
        return legs * (page.measure_of(page.live_width, self._legs) + page.alley) - page.alley


def _left_of(ends: Sequence[int], rows: int) -> tuple[int, ...]:
    """What is left of each leg below so many rows."""
    return tuple(max(0, end - rows) for end in ends)
