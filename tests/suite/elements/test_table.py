"""Tables: where columns stand, what is broken, where legs may end, and that no word is lost."""

from itertools import pairwise
from pathlib import Path

import pytest

from layout.diagnostics import Span
from layout.elements.setting import Setting
from layout.elements.table import Row, Table, set_table
from layout.elements.wording import count_words, references
from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.extent import reach
from layout.model.page import Block, Breaking, Part
from layout.model.page import Rule as Line
from layout.model.style import Align
from layout.model.text import Glyphs, Inline, LineFit
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase
from layout.units import Emu, mm, pt

AT = Span(Path("a.md"), 1)
STYLE = read_style("tabloid", (shipped("styles"),))
CASE = Typecase(Faces((shipped("fonts"),)))
LEG = mm(62)
RESULTS = ("Home|Away|Result", "Harbour Rovers|Ropewalk United|3–1", "Dredgers|Fish Market Athletic|12–0")
CLUBS = ("|Club|P|W|Goals|Pts", "1|Dredgers|12|9|31–9|29", "2|Harbour Rovers|12|11|128–114|127")


def row(line: str) -> Row:
    return Row(tuple((Inline(cell, AT),) if cell else () for cell in line.split("|")), AT)


def table(lines: tuple[str, ...], aligns: dict[int, Align] | None = None) -> Table:
    head, *rows = map(row, lines)
    return Table(head, tuple(rows), tuple((aligns or {}).get(column) for column in range(len(head.cells))), AT)


def blocks(given: Table, measure: Emu = LEG) -> tuple[Block, ...]:
    return set_table(Setting(CASE, STYLE, "en-GB", measure), given).blocks


def cells(block: Block) -> list[tuple[str, Emu, Emu]]:
    """The words of each line of a cell, with its left and right edges."""
    return [
        (" ".join(run.text for run in one.paint.words), one.x, one.x + reach(one.paint))
        for one in block.paint
        if isinstance(one.paint, Glyphs)
    ]


def test_words_range_left_and_figures_right_at_the_edges_of_the_leg() -> None:
    head, *rows = blocks(table(RESULTS))
    assert [word for word, _, _ in cells(head)] == ["Home", "Away", "Result"]
    for column in (0, 1):
        assert len({cells(one)[column][1] for one in (head, *rows)}) == 1
    assert all(abs(cells(one)[-1][2] - LEG) < pt(0.1) for one in (head, *rows))
    assert [one.rows for one in (head, *rows)] == [1, 1, 1]
    assert {one.y for one in head.paint if isinstance(one.paint, Glyphs)} == {STYLE.page.baseline}


def test_what_is_said_of_a_column_goes_before_its_figures() -> None:
    _, first, second = blocks(table(CLUBS, {4: Align.CENTRE, 5: Align.LEFT}))
    assert cells(first)[5][1] == cells(second)[5][1]
    middles = [(left + right) // 2 for _, left, right in (cells(first)[4], cells(second)[4])]
    assert abs(middles[0] - middles[1]) < pt(0.1)


@pytest.mark.parametrize("measure", [LEG, mm(50), mm(45)])
def test_cells_of_words_are_broken_before_those_of_figures_and_never_meet(measure: Emu) -> None:
    for given in (RESULTS, CLUBS):
        for block, line in zip(blocks(table(given), measure), given, strict=True):
            figures = [word for word in line.split("|") if word[:1].isdigit()]
            assert [word for word, _, _ in cells(block) if word[:1].isdigit()] == figures
            on_top = [
                edges for one, edges in zip(block.paint, cells(block), strict=False) if one.y == STYLE.page.baseline
            ]
            for (_, _, right), (_, left, _) in pairwise(on_top):
                assert left - right >= STYLE.makeup.smallest_table_gap - pt(0.1)
            assert block.fit is LineFit.FITS


def test_a_leg_too_narrow_for_the_longest_words_is_told() -> None:
    assert {block.fit for block in blocks(table(CLUBS), mm(20))} == {LineFit.OVERFULL}


def test_rules_stand_below_the_head_and_the_last_row() -> None:
    def ruled(lines: tuple[str, ...]) -> list[bool]:
        made = blocks(table(lines))
        return [any(isinstance(one.paint, Line) and one.part is Part.RULE for one in block.paint) for block in made]

    assert ruled(RESULTS) == [True, False, True]
    assert ruled(("||", *RESULTS[1:])) == [False, True], "a head of empty cells is none"


@pytest.mark.parametrize("rows", [3, 40])
def test_a_leg_ends_within_a_long_table_alone_and_leaves_two_rows_on_either_side(rows: int) -> None:
    made = blocks(table(("Boat|At", *("Heron|00.15" for _ in range(rows)))))
    ends = [number for number, block in enumerate(made[:-1], 1) if block.break_after is not Breaking.FORBIDDEN]
    assert ends == ([] if rows == 3 else list(range(3, rows)))


def test_every_word_is_counted_and_every_reference_found() -> None:
    given = table(RESULTS)
    assert sum(block.words for block in blocks(given)) == count_words(given) == 13
    referring = Table(row("A"), (Row(((Inline("page 00", AT, refer="tide"),),), AT),), (None,), AT)
    assert references(referring) == {"tide"}
