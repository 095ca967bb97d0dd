"""A band on its page: stories side by side and below one another, and the rules between them.

Takes a `Band` and the row on which it begins, gives a `Placing` for each of its stories. Decides nothing but how the rows
are shared that a stack is shallower than its band.
"""

from collections.abc import Iterator, Sequence

from layout.makeup.bands import Band, Stack
from layout.makeup.fit import end_story, overset_story
from layout.makeup.frame import make_frames, rest_of
from layout.makeup.galleys import Galleys
from layout.makeup.plots import Part, Placing, Plot, left_of
from layout.makeup.sheet import Sheet
from layout.makeup.wells import Room
from layout.model.style import Makeup, Style


def lay_band(galleys: Galleys, band: Band, page: int, row: int) -> tuple[Placing, ...]:
    """The stories of a band that begins on a row of a page, stack by stack."""
    return tuple(placing for stack in band.stacks for placing in _lay_stack(galleys, stack, page, row))


def _lay_stack(galleys: Galleys, stack: Stack, page: int, row: int) -> Iterator[Placing]:
    """Each story in the rows in which it ends level, the last in those that are left; between them what may be spread."""
    style = galleys.page_setting().style
    white, foot = style.makeup.rows_between_stories, row + stack.rows
    mores = spread(foot - row - stack.depth(white), len(stack.stories) - 1, style.makeup)
    for stood, more in zip(stack.stories, (*mores, None), strict=True):
        story = stood.story
        room = Room(stack.legs, foot - row if more is None else stood.rows, story.heads[0].rows)
        ending = end_story(story, [room]) or overset_story(story, [room])
        step = story.setting.measure + style.page.alley
        plot = Plot(page, stack.leg * step, stack.legs * step - style.page.alley, row, room.rows, stack.legs)
        (frame,), rest = make_frames(ending), rest_of(ending)
        yield Placing(story.article.slug, (Part(plot, frame),), rest, left_of(galleys, story, rest))
        row += room.rows + white + (more or 0)


def rule_band(sheet: Sheet, band: Sequence[Placing], style: Style) -> None:
    """The rules between stories of a band: beside one another from its top to its foot, or to where the first of two stacks
    ends above an advertisement, and between those of a stack."""
    plots = [placing.parts[0].plot for placing in band]
    texts = [placing.parts[0].text for placing in band]
    top, foot = min(plot.row for plot in plots), max(text.stop for text in texts)
    for number, plot in enumerate(plots):
        if number and plot.x == plots[number - 1].x:
            white = plot.row - texts[number - 1].stop
            sheet.rule_off(plot.row, white, plot.x, plot.width, style.makeup.story_rule)
        elif plot.x:
            ends = (max(one.row + one.rows for one in plots if one.x == x) for x in (plots[number - 1].x, plot.x))
            sheet.rule_between(top, min(foot, *ends) - 1, plot.x - style.page.alley // 2)


def spread(spare: int, gaps: int, makeup: Makeup) -> tuple[int, ...]:
    """What each of the gaps between stories takes of the rows left below the last; nothing where that would not close the
    hole."""
    if not gaps or spare > gaps * makeup.spread_between_stories + makeup.hole_rows:
        return (0,) * gaps
    return tuple(min(makeup.spread_between_stories, (spare + gap) // gaps) for gap in range(gaps))
