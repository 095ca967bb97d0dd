"""Short stories of a run side by side.

Across a whole page a short story is a strip of a few lines below a headline. So the stories of a run are divided into
bands: a band is one story across the page, or stacks of stories beside one another, each stack some legs wide with one
story or several below one another. Takes the stories and the rows that are left of a page, gives the cheapest bands that
stand there. Knows no pages and places nothing.

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
    """Stories below one another over `legs` legs from leg `leg` on."""

    leg: int
    legs: int
    stories: tuple[Stood, ...]

    def depth(self, white: int) -> int:
        """Its rows with so much white between its stories."""
        return sum(one.rows for one in self.stories) + white * (len(self.stories) - 1)


@record
class Band:
    """Stacks side by side, the rows of the deepest, and what they cost."""

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

    def may_stand_beside(self, first: int) -> bool:
        """Whether a story may stand beside those after it."""
        return any(len(band.stacks) > 1 for band in self.beginning(first))

    def divided(self, first: int, rows: int) -> tuple[Band, ...]:
        """The bands of the stories from `first` on that end in so many rows of a page."""
        return self._cheapest(first, rows)[1]

    def _found_cheapest(self, first: int, rows: int) -> tuple[int, tuple[Band, ...]]:
        """The least price of all that is left, and the bands that stand on this page for it."""
        if first == len(self._stories):
            return (hole_price(max(0, rows), self._makeup.costs) if self._issue.dummy else 0), ()
        ways = []
        for band in self.beginning(first):
            if band.rows <= rows:
                left = rows - band.rows - self._makeup.rows_between_stories
                price, bands = self._cheapest(first + len(band.stories), left)
                ways.append((band.price + price, (band, *bands)))
        if all(len(bands[0].stories) > 1 for _, bands in ways):
            ways.append((self._turned(first, rows), ()))
        return min(ways, key=lambda way: way[0])

    def _turned(self, first: int, rows: int) -> int:
        """What it costs that a story does not end on this page, with what follows: it goes on on the next where it may begin
        here, else what is left stays empty."""
        article, whole = self._stories[first], self._issue.style.page.rows
        legs = self._issue.legs_of(article)
        story, costs = self._set(first, legs), self._makeup.costs
        if article.start is not Start.HERE or rows >= whole:
            return hole_price(max(0, rows), costs)
        if least_rows(story) > rows:
            return hole_price(max(0, rows), costs) + self._cheapest(first, whole)[0]
        over = story.heads[0].rows + -(-story.galley.depth(0, len(story.galley.blocks)) // legs) - rows
        shallow = max(0, self._makeup.shallow_leg - over) ** 2 * legs * costs.shallow_row
        left = whole - over % whole - self._makeup.rows_between_stories
        return costs.over_page + shallow + self._cheapest(first + 1, left)[0]

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
            yield from self._bands([(first, first + 1, 0, across)])
        for after in range(first + 2, self._last(first) + 1):
            if any(self._looks_poor(number) for number in range(first, after)):
                for count in range(2, min(self._legs, after - first) + 1):
                    yield from self._of_stacks(first, after, count)

    def _last(self, first: int) -> int:
        """Before which story no band goes on that begins with a story."""
        near = self._stories[first : first + MOST_STORIES]
        apart = (n for n, article in enumerate(near) if not self._goes_beside(article, near[0].section))
        return first + next(apart, len(near))

    def _goes_beside(self, article: Article, section: str) -> bool:
        return article.start is Start.HERE and not article.legs and article.section == section

    def _of_stacks(self, first: int, after: int, count: int) -> Iterator[Band]:
        """The bands of so many stacks that hold stories `first` to before `after`."""
        for cuts in combinations(range(first + 1, after), count - 1):
            begins, ends = (first, *cuts), (*cuts, after)
            for legs in combinations(range(1, self._legs), count - 1):
                asked = list(zip(begins, ends, (0, *legs), (*legs, self._legs), strict=True))
                if all(self._stood(n, to - leg) for begin, end, leg, to in asked for n in range(begin, end)):
                    yield from self._bands(asked)

    def _bands(self, asked: Sequence[tuple[int, int, int, int]]) -> Iterator[Band]:
        """The bands of stacks, each given by its first story and that after its last, its first leg and that after its last:
        with headlines as small as may be, and larger so that one stack or another is deeper."""
        white = self._makeup.rows_between_stories
        small = [self._stack(one, 0) for one in asked]
        large = [self._stack(one, -1) for one in asked]
        least = max(stack.depth(white) for stack in small)
        for rows in sorted({least, *(stack.depth(white) for stack in large if stack.depth(white) > least)}):
            stacks = [self._filled(stack, first, rows) for stack, (first, *_) in zip(small, asked, strict=True)]
            deepest = max(stack.depth(white) for stack in stacks)
            yield Band(tuple(stacks), deepest, self._price(stacks, deepest))

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

    def _price(self, stacks: Sequence[Stack], rows: int) -> int:
        costs, spread = self._makeup.costs, self._makeup.spread_between_stories
        price = 0
        for stack in stacks:
            gap = rows - stack.depth(self._makeup.rows_between_stories)
            empty = max(0, gap - spread * (len(stack.stories) - 1))
            price += empty * empty * stack.legs * costs.empty_row + (gap - empty) * costs.spread_row
            price += sum(one.price for one in stack.stories)
        alike = sum(one.stories[0].size == other.stories[0].size > 0 for one, other in pairwise(stacks))
        return price + alike * costs.tombstone

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
