"""Where a story's fixtures stand in its rectangle, and which rows of which legs are left for text.

Takes fixtures, their depths and wishes; gives a `Well`. Rows count from the rectangle's own top. Knows no text.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from layout.makeup.fixtures import Fixture
from layout.model.issue import At
from layout.model.style import Makeup
from layout.record import record


class Edge(Enum):
    """Which part of its legs a fixture takes."""

    TOP = "top"
    FOOT = "foot"
    MIDDLE = "middle"


class Stand(NamedTuple):
    """Where a fixture stands: at the top, foot or middle of its legs, the first of which is `leg`."""

    edge: Edge
    leg: int


@record
class Spot:
    """A fixture's place: its first leg, its first row, its rows."""

    fixture: Fixture
    stand: Stand
    row: int
    rows: int


class Segment(NamedTuple):
    """Free rows of one leg, `top` inclusive to `foot` exclusive."""

    leg: int
    top: int
    foot: int


@record
class Well:
    """A rectangle of `rows` rows once fixtures have their spots: what is left for text, in reading order."""

    rows: int
    head: int
    segments: tuple[Segment, ...]
    spots: tuple[Spot, ...]

    @property
    def stands(self) -> tuple[Stand, ...]:
        """Where each fixture stands."""
        return tuple(spot.stand for spot in self.spots)

    @property
    def least(self) -> int:
        """The fewest rows of a segment."""
        return min((segment.foot - segment.top for segment in self.segments), default=0)

    @property
    def opening(self) -> int:
        """The rows of the first segment."""
        return self.segments[0].foot - self.segments[0].top if self.segments else 0

    def allows(self, smallest: int, other: "Well") -> bool:
        """Whether no segment is a stump, least of all the first, in which the story may begin; but for what another has."""
        return self.least >= min(smallest, other.least) and self.opening >= min(smallest, other.opening)

    def stumps(self, smallest: int) -> int:
        """The rows that segments above, below and between fixtures lack to a leg's smallest, all together."""
        rows = [segment.foot - segment.top for segment in self.segments if segment[1:] != (self.head, self.rows)]
        return sum(smallest - deep for deep in rows if 0 < deep < smallest)


@record
class Room:
    """A rectangle for a part of a story: `legs` legs over `rows` rows, under a head of `head` rows; `foot` rows at the
    end of its last leg are kept free for a jump line. Where advertisements stand under some legs, `ends` has the row
    before which each ends."""

    legs: int
    rows: int
    head: int = 0
    foot: int = 0
    ends: tuple[int, ...] = ()

    def end_of(self, leg: int) -> int:
        """The row before which a leg ends."""
        return max(self.head, min(self.rows, self.ends[leg])) if self.ends else self.rows

    @property
    def free(self) -> int:
        """The rows of all legs together."""
        return sum(self.end_of(leg) - self.head for leg in range(self.legs)) - self.foot

    @property
    def shallowest(self) -> int:
        """The row before which all legs go on."""
        return min(self.end_of(leg) for leg in range(self.legs))


def place_fixtures(
    room: Room, fixtures: Sequence[Fixture], depths: Sequence[int], makeup: Makeup, stands: Sequence[Stand] = ()
) -> Well:
    """Spots for fixtures, in order, at the given depths; `stands` says where, as far as that is decided.

    Otherwise a piece as wide as the story stands under the head, a narrower one at the top from the outer leg inward,
    then at the foot; where it would leave a stump of a leg only if there is no other spot. One that asks for the middle
    has that of what the others leave. The first that finds none ends the row: a well may have fewer spots than there are
    fixtures.
    """
    legs = _Legs([[(room.head, room.end_of(leg))] for leg in range(room.legs)], makeup)
    spots: dict[int, Spot] = {}
    for number in sorted(range(len(fixtures)), key=lambda number: fixtures[number].at is At.MIDDLE):
        fixture = fixtures[number]
        wished = (stands[number],) if number < len(stands) else tuple(_stands(fixture, room.legs, number))
        spot = legs.find(fixture, depths[number], wished)
        if spot is None:
            return place_fixtures(room, fixtures[:number], depths, makeup, stands)
        legs.take(spot)
        spots[number] = spot
    segments = [Segment(leg, top, foot) for leg, free in enumerate(legs.free) for top, foot in free]
    ordered = tuple(spots[number] for number in range(len(fixtures)))
    return Well(room.rows, room.head, tuple(_kept_free(segments, room.foot)), ordered)


def _kept_free(segments: list[Segment], foot: int) -> list[Segment]:
    """The segments with `foot` rows kept free below the last that has any text: a jump line follows the text, whatever
    stands under it."""
    while foot and len(segments) > 1 and segments[-1].foot - segments[-1].top <= foot:
        segments = segments[:-1]
    last = segments[-1]
    return [*segments[:-1], last._replace(foot=max(last.top, last.foot - foot))]


class _Legs:
    """The free stretches of each leg while spots are taken: (first row, row after the last)."""

    def __init__(self, free: list[list[tuple[int, int]]], makeup: Makeup) -> None:
        self.free, self.white, self.smallest = free, makeup.rows_around_pictures, makeup.smallest_leg

    def find(self, fixture: Fixture, depth: int, stands: Sequence[Stand]) -> Spot | None:
        """The first of some stands that has room; one that would leave a stump of a leg comes last."""
        for least in (self.smallest, 0):
            for stand in stands:
                row = self._row(fixture, depth, stand, least)
                if row is not None:
                    return Spot(fixture, stand, row, depth)
        return None

    def _row(self, fixture: Fixture, depth: int, stand: Stand, least: int) -> int | None:
        legs = self.free[stand.leg : stand.leg + fixture.legs]
        at = 0 if stand.edge is not Edge.FOOT else -1
        if len(legs) < fixture.legs or not all(legs):
            return None
        stretches = [leg[at] for leg in legs]
        tops, feet = {top for top, _ in stretches}, {foot for _, foot in stretches}
        if stand.edge is Edge.MIDDLE:
            top, foot = max(tops), min(feet)
            around = foot - top - depth - 2 * self.white
            return None if around < 2 * max(least, 2) else top + self.white + around // 2
        if len(tops if stand.edge is Edge.TOP else feet) > 1:
            return None
        left = min(foot - top for top, foot in stretches) - depth - self.white
        if not (left >= least or -self.white <= left <= 0):
            return None
        return min(tops) if stand.edge is Edge.TOP else max(feet) - depth

    def take(self, spot: Spot) -> None:
        """Takes a spot's rows, and the white around it, from its legs."""
        first, after = spot.row - self.white, spot.row + spot.rows + self.white
        for number in range(spot.stand.leg, spot.stand.leg + spot.fixture.legs):
            kept = []
            for top, foot in self.free[number]:
                if after <= top or first >= foot:
                    kept.append((top, foot))
                    continue
                kept += [part for part in ((top, min(foot, first)), (max(top, after), foot)) if part[0] < part[1]]
            self.free[number] = kept or [(spot.row, spot.row)]


def _stands(fixture: Fixture, legs: int, placed: int) -> Iterator[Stand]:
    """Where a fixture may stand, in order of preference: away from the first leg, where the story begins."""
    for edge in edges_of(fixture, placed):
        for leg in range(legs - fixture.legs, -1, -1):
            yield Stand(edge, leg)


def edges_of(fixture: Fixture, placed: int = 0) -> tuple[Edge, ...]:
    """The edges that a fixture may take, after its editor's wish."""
    wished = {At.TOP: Edge.TOP, At.FOOT: Edge.FOOT, At.MIDDLE: Edge.MIDDLE, At.TEXT: Edge.MIDDLE}.get(fixture.at)
    if wished is not None:
        others = (Edge.TOP, Edge.FOOT) if wished is Edge.MIDDLE else (wished,)
        return tuple(dict.fromkeys((wished, *others)))
    return (Edge.TOP, Edge.FOOT) if placed % 2 == 0 else (Edge.FOOT, Edge.TOP)
