"""Where pieces stand in a rectangle, and what they leave of its legs."""

from pathlib import Path

from layout.diagnostics import Span
from layout.elements.display import Display
from layout.makeup.fixtures import Fixture
from layout.makeup.wells import Edge, Room, Stand, place_fixtures
from layout.model.issue import At
from layout.model.style import Makeup

MAKEUP = Makeup(smallest_leg=9)
ROOM = Room(legs=4, rows=60, head=10)


def piece(legs: int, rows: int, at: At = At.ANY) -> Fixture:
    return Fixture("p", legs, rows, rows, rows, lambda _: Display(), Span(Path("a.md"), 1), at)


def test_the_middle_is_that_of_what_other_pieces_leave() -> None:
    clock, banner = piece(2, 18, At.MIDDLE), piece(4, 9, At.TOP)
    well = place_fixtures(ROOM, (clock, banner), (18, 9), MAKEUP)
    assert [spot.fixture for spot in well.spots] == [clock, banner]
    around = [foot - top for leg, top, foot in well.segments if leg in (2, 3)]
    assert max(around) - min(around) <= 1
    assert well.stumps(MAKEUP.smallest_leg) == 0


def test_stumps_are_counted_where_a_piece_makes_them() -> None:
    assert place_fixtures(ROOM, (piece(1, 45),), (45,), MAKEUP).stumps(9) == 5
    assert place_fixtures(Room(legs=2, rows=4), (), (), MAKEUP).stumps(9) == 0


def test_a_piece_that_finds_no_spot_ends_the_row() -> None:
    well = place_fixtures(ROOM, (piece(4, 20, At.MIDDLE), piece(4, 60)), (20, 60), MAKEUP)
    assert [spot.rows for spot in well.spots] == [20]


def test_a_story_does_not_begin_in_a_stump() -> None:
    beside, under = (place_fixtures(ROOM, (piece(1, 45),), (45,), MAKEUP, (Stand(Edge.FOOT, leg),)) for leg in (1, 0))
    assert beside.least == under.least == 4
    assert beside.allows(9, beside)
    assert not under.allows(9, beside)
