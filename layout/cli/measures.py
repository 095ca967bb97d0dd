"""What `layout styles --measures` tells: a style's pages in millimetres, rows and words."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import click

from layout.diagnostics import ExitCode
from layout.units import EMU_PER_PT, Emu, to_mm

if TYPE_CHECKING:
    from layout.makeup.measures import StyleMeasures
    from layout.manifest.workspace import Workspace
    from layout.model.style import PageStyle


class _Table(NamedTuple):
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tell_measures(name: str, workspace: "Workspace") -> int:
    """Prints the measures of a style: tables on a terminal, plain columns elsewhere."""
    from layout.makeup.measures import measure_style
    from layout.manifest.specimen import PROSE
    from layout.manifest.style import read_style
    from layout.typeset.faces import Faces
    from layout.typeset.typecase import Typecase

    style = read_style(name, workspace.styles)
    case = Typecase(Faces(workspace.fonts), style.exceptions)
    measures = measure_style(style, case, PROSE)
    case.keep()
    click.echo(_page(name, style.page))
    show = _drawn if sys.stdout.isatty() else _plain
    for table in _tables(measures, style.page.leading):
        click.echo(f"\n{table.title}")
        show(table)
    return ExitCode.CLEAN


def _page(name: str, page: "PageStyle") -> str:
    live = f"{_mm(page.live_width)} x {_mm(page.rows * page.leading)} mm"
    row = f"a row {to_mm(page.leading):.2f} mm ({page.leading / EMU_PER_PT:g} pt)"
    return f"{name}: trim {to_mm(page.width):g} x {to_mm(page.depth):g} mm, live area {live}, {row}"


def _tables(measures: "StyleMeasures", leading: Emu) -> Iterable[_Table]:
    units = tuple((str(units), _mm(width)) for units, width in enumerate(measures.units, 1))
    yield _Table("Widths of slots and advertisements", ("units", "mm"), units)
    legs = tuple((str(leg.legs), _mm(leg.width), f"{leg.words:.1f}") for leg in measures.legs)
    yield _Table("Legs across the page", ("legs", "mm", "words a row"), legs)
    wells = tuple(
        (well.furniture, str(well.rows), _mm(well.rows * leading), str(well.fewest), _mm(well.fewest * leading))
        for well in measures.wells
    )
    title = "Rows below the furniture; fewest below a whole nameplate, or where a section begins"
    yield _Table(title, ("furniture", "rows", "mm", "fewest", "mm"), wells)


def _mm(length: Emu) -> str:
    return f"{to_mm(length):.1f}"


def _plain(table: _Table) -> None:
    widths = [max(map(len, column)) for column in zip(table.heads, *table.rows, strict=True)]
    for row in (table.heads, *table.rows):
        first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join((first.strip().ljust(widths[0]), *others)))


def _drawn(table: _Table) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    shown = Table(box=SIMPLE)
    for number, head in enumerate(table.heads):
        shown.add_column(head, justify="right" if number else "left")
    for row in table.rows:
        shown.add_row(*row)
    Console().print(shown)
