"""A story through the rectangles that are meant for it: on one page or several, of one measure or several, with jumps.

Takes an article and its `Plot`s in reading order; gives a `Part` for each that it fills, and what found no place. Knows
no other stories.
"""

from collections.abc import Sequence
from dataclasses import replace

from layout.elements.display import Display
from layout.elements.jump import set_jump_head, set_jump_line
from layout.elements.legs import Galley
from layout.elements.setting import moved
from layout.makeup.ending import Ending
from layout.makeup.fit import end_story, fill_story, level_rows, overset_story
from layout.makeup.fixtures import Depth, Piece
from layout.makeup.frame import Frame, make_frames, rest_of, with_lines
from layout.makeup.galleys import Galleys, Rest, SetStory
from layout.makeup.wells import Room, Segment
from layout.model.issue import Article, Jumping
from layout.model.page import Block, Breaking
from layout.model.style import PageStyle
from layout.record import record
from layout.units import Emu

TRIES = 4
"""How often another line is sought where a paragraph cannot go on at another measure from the one found."""


@record
class Plot:
    """A rectangle of a page's well for a story: `x` from the left of the live area, rows from 0; `ends` as in `Room`."""

    page: int
    x: Emu
    width: Emu
    row: int
    rows: int
    legs: int
    ends: tuple[int, ...] = ()

    def measure(self, page: PageStyle) -> Emu:
        """The measure of its legs."""
        return page.measure_of(self.width, self.legs)


@record
class Part:
    """What a story has in one of its plots."""

    plot: Plot
    frame: Frame

    @property
    def text(self) -> range:
        """The rows of its page that it takes below its head."""
        return range(self.plot.row + self.frame.head.rows, self.plot.row + self.frame.used)


@record
class Placing:
    """The story of a slug in its plots; `rest` is what found no place, and `left` that set as it was to go on."""

    slug: str
    parts: tuple[Part, ...]
    rest: Rest | None = None
    left: tuple[Block, ...] = ()


def place_story(galleys: Galleys, article: Article, plots: Sequence[Plot], last_page: int) -> Placing:
    """The story in its plots: as many of them as it needs."""
    page = galleys.page_setting().style.page
    story = galleys.set_story(article, plots[0].width, plots[0].legs)
    parts: list[Part] = []
    first = 0
    while True:
        after = _course(article, plots, first, page)
        story = without(story, [piece for piece in story.pieces if not _stands(galleys, story, piece, plots[first:])])
        rooms = _needed(story, plots[first:after])
        course = plots[first : first + len(rooms)]
        ending = end_story(story, rooms)
        if ending is not None or after == len(plots):
            ending = ending or overset_story(story, rooms)
            parts += _parts(course, make_frames(ending))
            rest = rest_of(ending)
            return Placing(article.slug, tuple(parts), rest, left_of(galleys, story, rest))
        following = plots[after]
        jumps = _jumps(article, course[-1], following)
        ending, rest = _go_on(galleys, story, rooms, following, jumps_line=jumps)
        frames = make_frames(ending)
        head = Display()
        if jumps:
            frames = (*frames[:-1], _with_jump_line(story, frames[-1], ending.wells[-1].segments[-1], following.page))
            head = set_jump_head(story.setting, article, following.width, course[-1].page, last_page)
        parts += _parts(course, frames)
        story = galleys.set_rest(article, rest, following.measure(page), head)
        first = after


def left_of(galleys: Galleys, story: SetStory, rest: Rest | None) -> tuple[Block, ...]:
    """What is left of a story, set as it was to go on."""
    return galleys.set_rest(story.article, rest, story.setting.measure, Display()).galley.blocks if rest else ()


def without(story: SetStory, pieces: Sequence[Piece]) -> SetStory:
    """The story without pieces that are too deep for any of its places: it is made up as if they were not there."""
    if not pieces:
        return story
    return replace(story, pieces=tuple(piece for piece in story.pieces if piece not in pieces), known={})


def _stands(galleys: Galleys, story: SetStory, piece: Piece, plots: Sequence[Plot]) -> bool:
    """Whether a piece is not too deep for one of the plots that are left; the first has the story's head."""
    if story.fixture(piece, plots[0].legs).least <= plots[0].rows - story.heads[0].rows:
        return True
    sets = ((plot, galleys.set_story(story.article, plot.width, plot.legs)) for plot in plots[1:])
    return any(other.fixture(piece, plot.legs).least <= plot.rows for plot, other in sets)


def _course(article: Article, plots: Sequence[Plot], first: int, page: PageStyle) -> int:
    """The end of the row of plots from `first` that are filled as one: of one measure, without a jump between."""
    after = first + 1
    while (
        after < len(plots)
        and plots[after].measure(page) == plots[first].measure(page)
        and not _jumps(article, plots[after - 1], plots[after])
    ):
        after += 1
    return after


def _needed(story: SetStory, course: Sequence[Plot]) -> list[Room]:
    """The rooms of a course up to that in which the story ends as it is; all of them where it needs all."""
    rooms = [Room(plot.legs, plot.rows, ends=plot.ends) for plot in course]
    rooms[0] = replace(rooms[0], head=story.heads[0].rows)
    for count in range(1, len(rooms)):
        if level_rows(story, rooms[:count], Depth.NATURAL) is not None:
            return rooms[:count]
    return rooms


def _jumps(article: Article, plot: Plot, following: Plot) -> bool:
    """Whether a story says that it goes on elsewhere."""
    return plot.page != following.page and article.jump.kind is not Jumping.NEVER


def _parts(plots: Sequence[Plot], frames: Sequence[Frame]) -> list[Part]:
    return [Part(plot, frame) for plot, frame in zip(plots, frames, strict=True)]


def _go_on(
    galleys: Galleys, story: SetStory, rooms: list[Room], following: Plot, *, jumps_line: bool
) -> tuple[Ending, Rest]:
    """The rooms filled, and what goes on: at least the style's lines, from a line where it can."""
    style = story.setting.style
    measure = following.measure(style.page)
    if jumps_line:
        rooms[-1] = replace(rooms[-1], foot=1)
    if measure != story.setting.measure:
        story = _whole_pieces(galleys, story)
    for _ in range(TRIES):
        ending = fill_story(story, rooms)
        rest = rest_of(ending)
        left = sum(block.rows for block in ending.breaks.galley.blocks[ending.breaks.ends[-1].end :])
        lacking = style.makeup.jump_carries - left if jumps_line else 0
        if lacking > 0 or rest is None:
            # A row less on all legs leaves no hole that the eye finds; a story cut off before its end needs no more.
            last = rooms[-1]
            rooms[-1] = replace(last, rows=last.rows - max(1, -(-lacking // last.legs)))
            continue
        if not rest.blocks or rest.measure == measure:
            return ending, rest
        going = galleys.set_rest(story.article, rest, measure, Display()).galley.strip(0)
        if len(going) >= style.makeup.widow_lines:
            return with_lines(ending, galleys.cut_lines(story.article, rest, measure)), rest
        story = _without_break(story, ending)
    return ending, rest or Rest(story.first + len(story.galley.at) - 1, ())


def _whole_pieces(galleys: Galleys, story: SetStory) -> SetStory:
    """The story with only its paragraphs divisible: nothing else can go on at another measure."""
    strips = story.galley.strips()
    for number, strip in enumerate(strips):
        if len(strip) > 1 and not galleys.divisible(story.article, story.setting.measure, story.first + number):
            whole = [replace(block, break_after=Breaking.FORBIDDEN) for block in strip[:-1]]
            strips[number] = (*whole, strip[-1])
    return replace(story, galley=Galley(strips), known={})


def _without_break(story: SetStory, ending: Ending) -> SetStory:
    """The story with no leg ending where the ending ended."""
    strips = story.galley.strips()
    galley, end = ending.breaks.galley, ending.breaks.ends[-1].end
    number = galley.strip_of[end]
    strip = list(strips[number])
    at = min(end - galley.at[number], len(strip)) - 1
    strip[at] = replace(strip[at], break_after=Breaking.FORBIDDEN)
    strips[number] = tuple(strip)
    return replace(story, galley=Galley(strips), known={})


def _with_jump_line(story: SetStory, frame: Frame, last: Segment, page: int) -> Frame:
    """The frame with its jump line on the row below its last segment."""
    style = story.setting.style.page
    line = set_jump_line(story.setting, story.article, page)
    paint = moved(line.paint, last.leg * (story.setting.measure + style.alley), last.foot * style.leading)
    return replace(frame, paint=(*frame.paint, *paint), jumps=True)
