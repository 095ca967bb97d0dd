"""Tables: results, timetables, prices; rows on the baseline grid, a rule below the head and the last row.

Takes a `Table`, gives a strip of a block a row. Columns are as wide as their longest cell where all have room, and what is
over goes to those of words; else each has its longest word and of the rest what its cells want of it (as CSS 2.2 lays out
tables by itself, 17.5.2.2). Cells are broken as display lines are: by sense, and nowhere in a word.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from layout.diagnostics import Span
from layout.elements.display import set_display_lines
from layout.elements.setting import Setting, moved
from layout.elements.strip import Strip
from layout.model.page import Block, Breaking, Part, Placed, Rule
from layout.model.style import Align
from layout.model.text import LineFit, Text, plain
from layout.record import record
from layout.typeset.setting import set_display
from layout.units import Emu, pt

_FIGURES = re.compile(r"(?:[^\w\s]{0,2}\d[\d\s.,:/×–−’'-]*[^\w\s]{0,2}|[–—-])?")
"""A number, price, time or score, with signs before and after it; or nothing."""
_ON_ONE_LINE = pt(10_000)


@record
class Row:
    """A cell for each of the table's columns."""

    cells: tuple[Text, ...]
    span: Span


@record
class Table:
    """Rows below a head, whose cells may all be empty; `aligns` are the columns' where they are said."""

    head: Row
    rows: tuple[Row, ...]
    aligns: tuple[Align | None, ...]
    span: Span


@record
class _Column:
    x: Emu
    measure: Emu
    align: Align


def set_table(setting: Setting, table: Table) -> Strip:
    """No leg divides a table that is no deeper than the style's `whole-table`, and of a deeper one no leg has less than its
    head and two rows, or less than its last two."""
    makeup, leading = setting.style.makeup, setting.style.page.leading
    columns = _columns(setting, table)
    blocks = [_set_row(setting, "table-head", table.head, columns)] if any(table.head.cells) else []
    heads = len(blocks)
    blocks += [_set_row(setting, "table", row, columns) for row in table.rows]
    whole = sum(block.rows for block in blocks) <= makeup.whole_table
    last = len(blocks) - 1
    for number, block in enumerate(blocks):
        paint = block.paint
        if makeup.table_rule and number in (heads - 1, last):
            rule, foot = Rule(setting.measure, 0, makeup.table_rule, makeup.rule_ink), block.rows * leading
            paint += (Placed(0, foot + makeup.table_rule_drop, rule, Part.RULE, block.span, setting.story),)
        kept = number != last and (whole or number <= heads or number == last - 1)
        blocks[number] = replace(block, paint=paint, break_after=Breaking.FORBIDDEN if kept else Breaking.ALLOWED)
    return Strip(tuple(blocks))


def _set_row(setting: Setting, role: str, row: Row, columns: list[_Column]) -> Block:
    style = setting.role(role)
    cells = [
        set_display_lines(setting, cell, replace(style, align=column.align), column.measure, row.span, setting.part)
        for cell, column in zip(row.cells, columns, strict=True)
    ]
    paint = tuple(
        placed for cell, column in zip(cells, columns, strict=True) for placed in moved(cell.paint, column.x, 0)
    )
    over = any(cell.width > column.measure for cell, column in zip(cells, columns, strict=True))
    return Block(
        paint,
        max(1, *(cell.rows for cell in cells)),
        words=sum(cell.words for cell in cells),
        kind="row",
        fit=LineFit.OVERFULL if over else LineFit.FITS,
        span=row.span,
    )


def _columns(setting: Setting, table: Table) -> list[_Column]:
    makeup = setting.style.makeup
    figures = [all(_FIGURES.fullmatch(plain(cell)) for cell in cells) for cells in _cells(table)]
    widest, least = _widths(setting, table, figures)
    between = max(1, len(figures) - 1)
    gap = min(makeup.table_gap, max(makeup.smallest_table_gap, (setting.measure - sum(widest)) // between))
    measures = _measures(setting.measure - gap * (len(figures) - 1), widest, least, figures)
    columns, x = list[_Column](), 0
    for align, is_figures, measure in zip(table.aligns, figures, measures, strict=True):
        columns.append(_Column(x, measure, align or (Align.RIGHT if is_figures else Align.LEFT)))
        x += measure + gap
    return columns


def _widths(setting: Setting, table: Table, figures: list[bool]) -> tuple[list[Emu], list[Emu]]:
    """How wide each column is if nothing is broken, and if all words stand below one another but those of figures."""
    widest = [_width(setting, cell, "table-head") for cell in table.head.cells]
    least = [_longest_word(setting, cell, "table-head") for cell in table.head.cells]
    for column, cells in enumerate(_cells(table)):
        for cell in cells:
            width = _width(setting, cell, "table")
            widest[column] = max(widest[column], width)
            word = width if figures[column] else _longest_word(setting, cell, "table")
            least[column] = max(least[column], word)
    return widest, least


def _measures(room: Emu, widest: list[Emu], least: list[Emu], figures: list[bool]) -> list[Emu]:
    spare = room - sum(widest)
    if spare >= 0:
        taking = [column for column, is_figures in enumerate(figures) if not is_figures] or range(len(figures))
        return [width + (spare // len(taking) if column in taking else 0) for column, width in enumerate(widest)]
    spare = room - sum(least)
    if spare < 0:
        return [width * room // sum(least) for width in least]
    wanted = sum(widest) - sum(least)
    return [short + spare * (long - short) // wanted for short, long in zip(least, widest, strict=True)]


def _cells(table: Table) -> Iterator[tuple[Text, ...]]:
    """The cells of each column, without its head."""
    for column in range(len(table.aligns)):
        yield tuple(row.cells[column] for row in table.rows)


def _longest_word(setting: Setting, cell: Text, role: str) -> Emu:
    words = (replace(inline, text=word) for inline in cell for word in inline.text.split())
    return max((_width(setting, (word,), role) for word in words), default=0)


def _width(setting: Setting, cell: Text, role: str) -> Emu:
    lines = set_display(setting.case, cell, setting.role(role), setting.language, _ON_ONE_LINE)
    return max((line.width for line in lines), default=0)
