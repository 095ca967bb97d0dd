"""Pairs and grids of pictures: several pictures as one piece, each with its own cutline.

Takes a `Grid` and the width and rows it may have; gives paints in whole grid rows, the pictures of one row of the grid
equally deep, their cutlines under them; what is said of all stands below the last row.
"""

from layout.diagnostics import Span
from layout.elements.display import Display
from layout.elements.picture import (
    Picture,
    as_wide_as_shown,
    depth_above,
    picture_rows,
    place_picture,
    set_cutline,
    set_words_below,
)
from layout.elements.setting import Setting, moved
from layout.model.issue import At
from layout.model.page import Placed
from layout.model.text import Text
from layout.record import record
from layout.units import Emu


@record
class Grid:
    """Pictures side by side, `across` in a row, as wide as `legs` legs of their story (0: all of them).

    Cutline and credit are of all of them. Depths bound the whole grid with its cutlines; None leaves its pictures' own.
    """

    id: str
    pictures: tuple[Picture, ...]
    across: int
    span: Span
    legs: int = 1
    at: At = At.ANY
    cutline: Text = ()
    credit: str = ""
    least_depth: Emu | None = None
    most_depth: Emu | None = None


def grid_rows(setting: Setting, grid: Grid, width: Emu) -> tuple[int, int]:
    """The fewest and most grid rows it may take, cutlines and the white between its rows included."""
    leading = setting.style.page.leading
    below = _words_below(setting, grid, width).rows
    least = most = barest = (len(_rows(grid)) - 1) * setting.style.makeup.rows_around_pictures + below
    for row in _rows(grid):
        bounds = [picture_rows(setting, picture, _cell(setting, grid, width)) for picture in row]
        words = [set_cutline(setting, picture, _cell(setting, grid, width)).rows for picture in row]
        bare = [(fewest - lines, greatest - lines) for (fewest, greatest), lines in zip(bounds, words, strict=True)]
        fewest = max(fewest for fewest, _ in bare)
        least += fewest + max(words)
        most += max(fewest, min(greatest for _, greatest in bare)) + max(words)
        barest += 1 + max(words)
    if grid.least_depth is not None:
        least = max(barest, -(-grid.least_depth // leading))
    if grid.most_depth is not None:
        most = grid.most_depth // leading
    return least, max(least, most)


def set_grid(setting: Setting, grid: Grid, width: Emu, rows: int) -> Display:
    """The grid in exactly `rows` grid rows, shared among its rows; what does not divide goes to the first."""
    cell, alley, leading = _cell(setting, grid, width), setting.style.page.alley, setting.style.page.leading
    white = setting.style.makeup.rows_around_pictures
    lines = _rows(grid)
    cutlines = [[set_cutline(setting, picture, cell) for picture in row] for row in lines]
    words = [max(cutline.rows for cutline in row) for row in cutlines]
    of_all = _words_below(setting, grid, width)
    left = rows - sum(words) - (len(lines) - 1) * white - of_all.rows
    paint: list[Placed] = []
    top, count = 0, 0
    for number, row in enumerate(lines):
        bare = left // len(lines) + (1 if number < left % len(lines) else 0)
        own = [
            as_wide_as_shown(setting, picture, cutline, cell, bare + cutline.rows)
            for picture, cutline in zip(row, cutlines[number], strict=True)
        ]
        deepest = max(own, key=lambda words: words.rows)
        depth = depth_above(setting, deepest, bare + deepest.rows)
        for column, (picture, below) in enumerate(zip(row, own, strict=True)):
            display = place_picture(setting, picture, below, cell, depth)
            paint += moved(display, column * (cell + alley), top * leading)
            count += below.words
        top += bare + words[number] + white
    foot = (rows - 1) * leading + setting.style.page.baseline
    paint += moved(of_all.paint, 0, foot - of_all.last)
    return Display(tuple(paint), rows, count + of_all.words)


def _words_below(setting: Setting, grid: Grid, width: Emu) -> Display:
    return set_words_below(setting, grid.cutline, grid.credit, width, grid.span)


def _rows(grid: Grid) -> list[tuple[Picture, ...]]:
    return [grid.pictures[at : at + grid.across] for at in range(0, len(grid.pictures), grid.across)]


def _cell(setting: Setting, grid: Grid, width: Emu) -> Emu:
    across = min(grid.across, len(grid.pictures))
    return (width - (across - 1) * setting.style.page.alley) // across
