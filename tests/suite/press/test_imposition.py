"""Sheets are folded here as hands fold them: what is read must come out in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.model.press import Product
from layout.press.imposition import Side, centre_spread, printer_spreads, reader_spreads
from tests.suite.press.conftest import Make, read, words_at


def leafed_through(sides: tuple[Side, ...]) -> list[int | None]:
    """The pages of one signature, printed on both sides, laid on one another, folded in the middle and opened.

    A sheet lies with its front down and its back up; behind the left half of its front is the right half of its back. The
    first sheet lies lowest, so that it is outside when the pile is folded and its fronts are.
    """
    pile = [(front, back) for front, back in zip(sides[::2], sides[1::2], strict=True)]
    right_leaves = [(front[1], back[0]) for front, back in pile]
    left_leaves = [(back[1], front[0]) for front, back in pile]
    return [page for leaf in (*right_leaves, *reversed(left_leaves)) for page in leaf]


def bound(sides: tuple[Side, ...], signature: int) -> list[int | None]:
    """All signatures, one behind the other; each has half as many sides as pages."""
    step = signature // 2 or len(sides)
    return [page for at in range(0, len(sides), step) for page in leafed_through(sides[at : at + step])]


@given(st.integers(4, 64), st.sampled_from([0, 4, 8, 12, 16, 32]))
def test_folded_sheets_read_from_the_first_page_to_the_last(pages: int, signature: int) -> None:
    sides = printer_spreads(pages, signature)
    read_pages = bound(sides, signature)
    assert len(sides) * 2 == len(read_pages) == -(-pages // 4) * 4
    assert read_pages == [*range(1, pages + 1), *[None] * (len(read_pages) - pages)]


@given(st.integers(1, 64))
def test_readers_see_the_first_page_alone_and_all_others_beside_their_neighbours(pages: int) -> None:
    spreads = reader_spreads(pages)
    assert spreads[0] == (1,)
    assert [page for side in spreads for page in side] == list(range(1, pages + 1))
    assert all(side[0] is not None and side[0] % 2 == 0 for side in spreads[1:])


@given(st.integers(1, 16))
def test_the_centre_is_the_inside_of_the_innermost_sheet(sheets: int) -> None:
    pages = 4 * sheets
    assert centre_spread(pages) == printer_spreads(pages, 0)[-1] == (pages // 2, pages // 2 + 1)


@pytest.mark.parametrize(("pages", "signature"), [(16, 0), (36, 0), (36, 12), (36, 16), (10, 0)])
def test_printed_sheets_folded_on_paper(make: Make, pages: int, signature: int) -> None:
    (pdf,) = make(pages, Product.PRINTER_SPREADS, signature=signature).values()
    halves = ((0.0, 0.5), (0.5, 1.0))
    sides = []
    for sheet in range(len(read(pdf).pages)):
        told = [words_at(pdf, sheet, *half).split() for half in halves]
        assert all(len(words) in (0, 3) for words in told)
        sides.append(tuple(int(words[1]) if words else None for words in told))
    pages_read = bound(tuple(sides), signature)
    assert pages_read == [*range(1, pages + 1), *[None] * (-pages % 4)]
