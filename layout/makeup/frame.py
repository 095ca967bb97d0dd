"""A story, or what is left of it, made up in a rectangle of the page.

Takes a set story and the rows it may have; finds places for its fixtures, depths for its pictures and ends for its legs,
and gives a `Frame`. Rows count from the frame's own top. Knows nothing of other stories.

Pictures give before anything else does: for each sensible sum of their depths the legs are broken anew, and the cheapest
whole is taken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layout.elements.legs import Breaks, Galley, break_legs, level_legs, pour, standing
from layout.elements.setting import moved
from layout.makeup.fixtures import Fixture
from layout.makeup.galleys import Loosening, SetStory
from layout.model.page import Block, Part, Placed, Rule
from layout.model.style import Makeup
from layout.model.text import LineFit
from layout.units import Emu

LOOSENINGS = 3
"""Most paragraphs of one story that are set longer or shorter."""

CANDIDATES = 8
"""Most paragraphs that are tried for each."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a story goes on: the next block of its galley and its next fixture."""

    block: int = 0
    fixture: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A fixture's place: its first leg, its first row, its rows."""

    fixture: Fixture
    leg: int
    row: int
    rows: int


@dataclass(frozen=True, slots=True)
class Well:
    """The free rows of each leg, `tops` inclusive to `feet` exclusive, once fixtures have their spots."""

    tops: tuple[int, ...]
    feet: tuple[int, ...]
    spots: tuple[Spot, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """Free rows by leg."""
        return tuple(foot - top for top, foot in zip(self.tops, self.feet, strict=True))


@dataclass(frozen=True, slots=True)
class Ending:
    """A way for a story to end in a well; `loosening` names the paragraphs set longer or shorter for it."""

    galley: Galley
    well: Well
    breaks: Breaks
    loosening: Loosening = ()

    @property
    def uneven(self) -> bool:
        """Whether a leg is more than a row short, or spreads more than one."""
        return any(leg.empty > 1 or leg.spread > 1 for leg in self.breaks.ends)

    @property
    def level(self) -> bool:
        """Whether every leg ends within two rows of the foot."""
        return all(leg.empty <= 2 for leg in self.breaks.ends)

    def price(self, makeup: Makeup) -> int:
        """What the legs and the loosened paragraphs cost."""
        return self.breaks.cost + makeup.costs.loosening * len(self.loosening)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A line that did not meet its measure: its block, the left edge and the row of it."""

    block: Block
    x: Emu
    row: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a story on a page. `rows` is its depth, `next` where the story goes on, None at its end.

    `used` is the depth that it fills: less than `rows` where a story is too short for its place.
    """

    paint: tuple[Placed, ...]
    blocks: tuple[Block, ...]
    rows: int
    used: int
    next: Cursor | None
    cost: int
    notes: tuple[str, ...]
    misfits: tuple[Misfit, ...]
    pieces: tuple[str, ...]


def natural_rows(story: SetStory, cursor: Cursor) -> int:
    """The depth at which the rest of a story ends level with its pictures at their natural depth."""
    fixtures = story.fixtures[cursor.fixture :]
    well = place_fixtures(story, cursor, _deep_enough(story, cursor), [f.natural for f in fixtures])
    return _level(story, cursor, well)[1]


def may_end(story: SetStory, cursor: Cursor, rows: int) -> bool:
    """Whether the rest of the story, its pictures at their least, could fit in so many rows at all."""
    head = 0 if cursor.block else story.head.rows
    need = story.galley.depth(cursor.block, len(story.galley.blocks))
    taken = sum(fixture.least * fixture.legs for fixture in story.fixtures[cursor.fixture :])
    return need + taken <= (rows - head) * story.legs


def least_rows(story: SetStory) -> int:
    """The fewest rows in which a story may begin."""
    return story.head.rows + story.setting.style.makeup.smallest_leg


def make_frame(story: SetStory, cursor: Cursor, rows: int) -> Frame:
    """The story from `cursor` on, in exactly `rows` rows if its pictures can make it so.

    Ends with the story if it can; else fills all legs to the foot and says where it goes on. A story too short for its
    rows ends level above the foot.
    """
    if not may_end(story, cursor, rows):
        return _going_on(story, cursor, rows)
    full = _cheapest_end(story, cursor, rows)
    if full is not None:
        full = _loosened(story, cursor, full)
        if full.level:
            return _frame(story, cursor, rows, full, None)
    short, used = _short_end(story, cursor, rows)
    if used < rows and (full is None or short.breaks.cost < full.breaks.cost):
        return _frame(story, cursor, rows, short, None, used)
    return _going_on(story, cursor, rows) if full is None else _frame(story, cursor, rows, full, None)


def _short_end(story: SetStory, cursor: Cursor, rows: int) -> tuple[Ending, int]:
    """The story ending level with its pictures at their deepest, and the rows that takes."""
    depths = [fixture.most for fixture in story.fixtures[cursor.fixture :]]
    _, used = _level(story, cursor, place_fixtures(story, cursor, rows, depths))
    well = place_fixtures(story, cursor, min(used, rows), depths)
    breaks, used = _level(story, cursor, well)
    return _loosened(story, cursor, Ending(story.galley, well, breaks)), used


def _cheapest_end(story: SetStory, cursor: Cursor, rows: int) -> Ending | None:
    """The cheapest way to end the story on the last row: over picture depths near what the text leaves."""
    best: tuple[int, Ending] | None = None
    makeup, last = story.setting.style.makeup, len(story.galley.blocks)
    for depths in _depths(story, cursor, rows):
        well = place_fixtures(story, cursor, rows, depths)
        if len(well.spots) < len(depths):
            continue
        breaks = break_legs(story.galley, cursor.block, well.rows, makeup)
        if breaks.ends[-1].end != last:
            continue
        strayed = sum(abs(depth - f.natural) for depth, f in zip(depths, story.fixtures[cursor.fixture :], strict=True))
        cost = breaks.cost + strayed * makeup.costs.picture_row
        if best is None or cost < best[0]:
            best = (cost, Ending(story.galley, well, breaks))
    return None if best is None else best[1]


def _loosened(story: SetStory, cursor: Cursor, ending: Ending) -> Ending:
    """The same well with paragraphs a line longer or shorter, where that levels the legs.

    The first step of the fit ladder (composition.md, Pages). Tried only where a leg is more than a row short or
    spreads more than one, on one paragraph after another, for as long as each makes the whole cheaper; the first that
    leaves nothing to mend is taken.
    """
    for _ in range(LOOSENINGS):
        if cursor.block or not ending.uneven:
            break
        better = min(_looser(story, ending), key=lambda other: other.price(story.setting.style.makeup), default=ending)
        if better.price(story.setting.style.makeup) >= ending.price(story.setting.style.makeup):
            break
        ending = better
    return ending


def _looser(story: SetStory, ending: Ending) -> Iterator[Ending]:
    """The ending with one more paragraph changed; stops at the first that leaves nothing to mend."""
    makeup = story.setting.style.makeup
    known = {number for number, _ in ending.loosening}
    for number in _paragraphs(ending, known):
        for looseness in (1, -1):
            loosening = tuple(sorted((*ending.loosening, (number, looseness))))
            galley = story.loosened(loosening)
            if len(galley.blocks) == len(ending.galley.blocks) or _ends_in_runt(galley, number):
                continue
            breaks = break_legs(galley, 0, ending.well.rows, makeup)
            if breaks.ends[-1].end == len(galley.blocks):
                other = Ending(galley, ending.well, breaks, loosening)
                yield other
                if not other.uneven:
                    return


def _ends_in_runt(galley: Galley, number: int) -> bool:
    """Whether a paragraph's last line holds one word."""
    return next((block.words < 2 for block in reversed(galley.blocks) if block.paragraph == number), False)


def _paragraphs(ending: Ending, known: set[int]) -> list[int]:
    """Paragraphs of the legs that are short or spread, and of those before them: the ones that could mend it."""
    troubled = max(n for n, leg in enumerate(ending.breaks.ends) if leg.empty > 1 or leg.spread > 1)
    blocks = ending.galley.blocks[: ending.breaks.ends[troubled].end]
    numbers = {block.paragraph for block in blocks if block.kind in ("line", "lede")} - known
    return sorted(numbers, reverse=True)[:CANDIDATES]


def _depths(story: SetStory, cursor: Cursor, rows: int) -> Iterator[list[int]]:
    """Fixture depths whose sum leaves about as many rows as the text needs."""
    fixtures = story.fixtures[cursor.fixture :]
    head = 0 if cursor.block else story.head.rows
    white = story.setting.style.makeup.rows_around_pictures
    need = story.galley.depth(cursor.block, len(story.galley.blocks))
    depths = [f.natural for f in fixtures]
    free = (rows - head) * story.legs - sum((d + white) * f.legs for d, f in zip(depths, fixtures, strict=True))
    spare = free - need
    for position, fixture in enumerate(fixtures):
        by = spare // fixture.legs
        new = min(max(fixture.natural + by, fixture.least), fixture.most)
        spare -= (new - fixture.natural) * fixture.legs
        depths[position] = new
    seen: set[tuple[int, ...]] = set()
    for by in (0, -1, 1, -2, 2, -3, 3, -4, -5, -6):
        for position, fixture in enumerate(fixtures):
            tried = list(depths)
            tried[position] = min(max(tried[position] + by, fixture.least), fixture.most)
            if tuple(tried) not in seen:
                seen.add(tuple(tried))
                yield tried
    if not fixtures:
        yield depths


def make_overset_frame(story: SetStory, rows: int) -> Frame:
    """A story too long for a frame that it cannot leave: its pictures at their least, so that as little as can be is
    overset."""
    return _filled(story, Cursor(), rows, [fixture.least for fixture in story.fixtures])


def _going_on(story: SetStory, cursor: Cursor, rows: int) -> Frame:
    """All legs filled; fixtures come along in order while at least a third of the frame stays text."""
    depths: list[int] = []
    area = 0
    for fixture in story.fixtures[cursor.fixture :]:
        area += fixture.natural * fixture.legs
        if area * 3 > rows * story.legs * 2:
            break
        depths.append(fixture.natural)
    return _filled(story, cursor, rows, depths)


def _filled(story: SetStory, cursor: Cursor, rows: int, depths: Sequence[int]) -> Frame:
    well = place_fixtures(story, cursor, rows, depths)
    breaks = break_legs(story.galley, cursor.block, well.rows, story.setting.style.makeup)
    end = breaks.ends[-1].end
    placed = cursor.fixture + len(well.spots)
    finished = end == len(story.galley.blocks) and placed == len(story.fixtures)
    following = None if finished else Cursor(end, placed)
    return _frame(story, cursor, rows, Ending(story.galley, well, breaks), following)


def _level(story: SetStory, cursor: Cursor, well: Well) -> tuple[Breaks, int]:
    """The rest of the story in level legs under the fixtures at the top; gives the depth of the whole frame."""
    taken = [top + (foot_of - foot) for top, foot, foot_of in zip(well.tops, well.feet, _depth_of(well), strict=True)]
    breaks, depth = level_legs(story.galley, cursor.block, taken, story.setting.style.makeup)
    at_top = (spot for spot in well.spots if spot.row < well.feet[spot.leg])
    return breaks, max(depth, max((spot.row + spot.rows for spot in at_top), default=0))


def _depth_of(well: Well) -> list[int]:
    deepest = max([*well.feet, *(spot.row + spot.rows for spot in well.spots)])
    return [deepest] * len(well.feet)


def _deep_enough(story: SetStory, cursor: Cursor) -> int:
    white = story.setting.style.makeup.rows_around_pictures
    pieces = sum((f.natural + white) for f in story.fixtures[cursor.fixture :])
    need = story.galley.depth(cursor.block, len(story.galley.blocks))
    return story.head.rows + pieces + need


def place_fixtures(story: SetStory, cursor: Cursor, rows: int, depths: Sequence[int]) -> Well:
    """Spots for the next fixtures, in order, at the given depths, in a frame of `rows` rows.

    A piece as wide as the story stands under the head, a narrower one at the top from the outer leg inward, then at the
    foot; where it would leave a stump of a leg only if there is no other spot. One that finds none ends the row.
    """
    makeup = story.setting.style.makeup
    head = 0 if cursor.block else story.head.rows
    tops, feet = [head] * story.legs, [rows] * story.legs
    spots: list[Spot] = []
    for fixture, depth in zip(story.fixtures[cursor.fixture :], depths, strict=False):
        taken = depth + makeup.rows_around_pictures
        spot = next(
            (
                (at_top, leg)
                for least in (makeup.smallest_leg, 0)
                for at_top, leg in _candidates(fixture, story.legs, len(spots))
                if _ranges(tops if at_top else feet, leg, fixture)
                and _has_room(tops, feet, leg, fixture, taken, least, makeup)
            ),
            None,
        )
        if spot is None:
            break
        at_top, leg = spot
        start = tops[leg] if at_top else feet[leg]
        spots.append(Spot(fixture, leg, start if at_top else start - depth, depth))
        for i in range(leg, leg + fixture.legs):
            if at_top:
                tops[i] = min(start + taken, feet[i])
            else:
                feet[i] = max(start - taken, tops[i])
    return Well(tuple(tops), tuple(feet), tuple(spots))


def _ranges(edges: list[int], leg: int, fixture: Fixture) -> bool:
    """Whether these legs begin, or end, on one row."""
    return len(set(edges[leg : leg + fixture.legs])) == 1


def _has_room(
    tops: list[int], feet: list[int], leg: int, fixture: Fixture, taken: int, least: int, makeup: Makeup
) -> bool:
    """Whether a piece leaves each of these legs either full or at least `least` rows of text."""
    left = min(feet[i] - tops[i] - taken for i in range(leg, leg + fixture.legs))
    return left >= least or -makeup.rows_around_pictures <= left <= 0


def _candidates(fixture: Fixture, legs: int, placed: int) -> Iterator[tuple[bool, int]]:
    """(at the top?, first leg) in order of preference: away from the first leg, where the story begins."""
    for at_top in (True, False) if placed % 2 == 0 else (False, True):
        for leg in range(legs - fixture.legs, -1, -1):
            yield at_top, leg


def _frame(
    story: SetStory,
    cursor: Cursor,
    rows: int,
    ending: Ending,
    following: Cursor | None,
    used: int | None = None,
) -> Frame:
    leading, alley = story.setting.style.page.leading, story.setting.style.page.alley
    step = story.setting.measure + alley
    galley, well, breaks = ending.galley, ending.well, ending.breaks
    paint = [] if cursor.block else list(story.head.paint)
    for leg, (top, end) in enumerate(zip(well.tops, breaks.ends, strict=True)):
        begin = breaks.ends[leg - 1].end if leg else cursor.block
        paint += moved(pour(galley, begin, end, leading), leg * step, top * leading)
    for spot in well.spots:
        paint += moved(spot.fixture.make(spot.rows).paint, spot.leg * step, spot.row * leading)
    paint += _column_rules(story, cursor, ending)
    blocks = galley.blocks[cursor.block : breaks.ends[-1].end]
    misfits = tuple(_misfits(story, cursor, ending)) if any(b.fit is not LineFit.FITS for b in blocks) else ()
    filled = rows if used is None else used
    pieces = tuple(spot.fixture.id for spot in well.spots) + tuple(block.piece for block in blocks if block.piece)
    return Frame(tuple(paint), blocks, rows, filled, following, breaks.cost, _notes(ending), misfits, pieces)


def _notes(ending: Ending) -> tuple[str, ...]:
    """The steps of the fit ladder that were taken, in its order."""
    loosened = [f"looseness {looseness:+d} in paragraph {number + 1}" for number, looseness in ending.loosening]
    pictures = [
        f"picture {spot.fixture.id} {spot.fixture.natural} rows -> {spot.rows} rows"
        for spot in ending.well.spots
        if spot.rows != spot.fixture.natural
    ]
    return (*loosened, *pictures)


def _misfits(story: SetStory, cursor: Cursor, ending: Ending) -> Iterator[Misfit]:
    begin, step = cursor.block, story.setting.measure + story.setting.style.page.alley
    for leg, end in enumerate(ending.breaks.ends):
        for row, block in standing(ending.galley, begin, end):
            if block.fit is not LineFit.FITS:
                yield Misfit(block, leg * step, ending.well.tops[leg] + row)
        begin = end.end


def _column_rules(story: SetStory, cursor: Cursor, ending: Ending) -> list[Placed]:
    """Rules in the alleys, beside the deeper of two neighbouring legs."""
    well, breaks = ending.well, ending.breaks
    style = story.setting.style
    page, thickness = style.page, style.makeup.column_rule
    if not thickness:
        return []
    begins = [cursor.block, *(leg.end for leg in breaks.ends)]
    feet = [
        top + ending.galley.depth(begin, leg.end) + leg.spread
        for top, begin, leg in zip(well.tops, begins, breaks.ends, strict=False)
    ]
    rules = []
    for leg in range(story.legs - 1):
        top, foot = max(well.tops[leg : leg + 2]), max(feet[leg : leg + 2])
        if foot > top:
            x = (leg + 1) * (story.setting.measure + page.alley) - page.alley // 2
            y = top * page.leading + page.inset
            depth = (foot - 1) * page.leading + page.baseline - y
            rule = Rule(0, depth, thickness, style.makeup.rule_ink)
            rules.append(Placed(x, y, rule, Part.RULE, story.article.span, story.article.slug))
    return rules
