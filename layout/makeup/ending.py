"""A story as it stands in its rooms, and what that costs.

Takes a set story, the wells of its rooms and where its legs end; gives the price of it all in the style's costs, which is
kept in `geometry.json` and which make-up compares endings by. Tries nothing.
"""

from collections.abc import Sequence

from layout.elements.legs import WINDOW, Breaks, Galley, Leg, Turn, break_legs
from layout.makeup.fixtures import Fixture
from layout.makeup.galleys import SetStory
from layout.makeup.wells import Room, Well
from layout.model.issue import Need
from layout.model.style import FillCosts
from layout.record import record


@record
class Ending:
    """A way for a story to stand in its rooms: a well a room, and the breaks of all their segments.

    `head` is the number of the head that was taken, `left_out` are pieces left out to make it fit.
    """

    story: SetStory
    wells: tuple[Well, ...]
    breaks: Breaks
    head: int = 0
    left_out: tuple[Fixture, ...] = ()

    @property
    def troubled(self) -> tuple[int, ...]:
        """The segments that are short, or spread more than a row."""
        return tuple(n for n, leg in enumerate(self.breaks.ends) if leg.empty or leg.spread > 1)

    @property
    def foot(self) -> int:
        """The row of the last room below which all is white."""
        well = self.wells[-1]
        ends = self.breaks.ends[-len(well.segments) :]
        feet = [segment.foot - end.empty for segment, end in zip(well.segments, ends, strict=True)]
        return max((*feet, *(spot.row + spot.rows for spot in well.spots)))

    @property
    def sound(self) -> bool:
        """Whether nothing is left to mend: no leg short, no line alone at an end of one."""
        return not self.troubled and self.breaks.cost < self.story.makeup.costs.widow

    @property
    def price(self) -> int:
        """What it costs in all."""
        return self.least_price + self.breaks.cost + self._far() * self.story.makeup.costs.picture_far

    @property
    def least_price(self) -> int:
        """What it costs at least in these wells, however its paragraphs are set."""
        makeup = self.story.makeup
        costs = makeup.costs
        strayed = sum(abs(spot.rows - spot.fixture.natural) for well in self.wells for spot in well.spots)
        dropped = sum(piece.need is Need.OPTIONAL for piece in self.left_out)
        return (
            strayed * costs.picture_row
            + sum(well.stumps(makeup.smallest_leg) for well in self.wells) * costs.stump_row
            + dropped * costs.left_out
            + self.head * costs.shorter_headline
        )

    def _far(self) -> int:
        """By how many legs pictures are away from the text that has them, all together."""
        spots = [(number, spot) for number, well in enumerate(self.wells) for spot in well.spots]
        if all(spot.fixture.strip is None for _, spot in spots):
            return 0
        legs = [(number, segment.leg) for number, well in enumerate(self.wells) for segment in well.segments]
        far = 0
        for room, spot in spots:
            strip = spot.fixture.strip
            if strip is None or strip < self.story.first:
                continue
            block = self.breaks.galley.at[min(strip - self.story.first, len(self.breaks.galley.at) - 1)]
            segment = next((n for n, end in enumerate(self.breaks.ends) if end.end > block), len(legs) - 1)
            its_room, leg = legs[segment]
            first, last = spot.stand.leg, spot.stand.leg + spot.fixture.legs - 1
            far += 3 * abs(its_room - room) if its_room != room else max(0, first - leg, leg - last)
        return far


def total_price(ending: Ending, rooms: Sequence[Room]) -> int:
    """What an ending costs with the rows that it leaves white below all legs."""
    return ending.price + hole_price(rooms[-1].rows - ending.foot, ending.story.makeup.costs)


def least_total_price(ending: Ending, rooms: Sequence[Room]) -> int:
    """The same at least, however its paragraphs are set: none makes its last well deeper."""
    return ending.least_price + hole_price(rooms[-1].rows - ending.wells[-1].rows, ending.story.makeup.costs)


def hole_price(hole: int, costs: FillCosts) -> int:
    """Rows white below all legs are seen less than those below one, and the deeper the hole is, the less a row more is
    seen of it."""
    near = min(hole, WINDOW)
    return near * (2 * hole - near) * (costs.empty_row // 2)


def broken(galley: Galley, wells: Sequence[Well], story: SetStory, last: Turn = Turn.LEG) -> Breaks:
    """The cheapest legs for wells; `last` says what follows the last of them."""
    legs: list[Leg] = []
    for number, well in enumerate(wells, 1):
        legs += [Leg(segment.foot - segment.top) for segment in well.segments]
        legs[-1] = legs[-1]._replace(turn=last if number == len(wells) else Turn.PAGE)
    return break_legs(galley, legs, story.makeup)
