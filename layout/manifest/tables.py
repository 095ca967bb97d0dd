"""Tables of a story's Markdown, as GitHub writes them.

Takes the tokens of a table and the lines that they come from, gives a `Table`. The parser drops the cells of a row for which
the head has no column, fills up a row that has too few, and takes rows without a line of dashes for a paragraph: all are
found here, so that no word is lost, no figure stands in the wrong column and no bar is printed. Source: GitHub Flavored Markdown 0.29, 4.10, by markdown-it-py.
"""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from layout.diagnostics import Span, counted
from layout.elements.table import Row, Table
from layout.manifest.inlines import InlineReading, read_inlines
from layout.model.style import Align
from layout.model.text import Text

_BAR = re.compile(r"(?<!\\)\|")
_QUOTED = re.compile(r"^(?:\s*>)+")
_DASHES = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*")
_ALIGNS = {"left": Align.LEFT, "center": Align.CENTRE, "right": Align.RIGHT}


def read_table(
    tokens: Sequence[Token], at: int, line: int, source: Sequence[str], span: Span, reading: InlineReading
) -> tuple[Table, int]:
    """The table that opens at a token, and the number of the token after it. `line` is that of the first of the `source`'s
    lines in its file."""
    rows, aligns, cells, place = list[Row](), list[Align | None](), list[Text](), span
    for token in tokens[at:]:
        at += 1
        match token.type:
            case "tr_open":
                cells, place = [], Span(span.path, line + (token.map or [0])[0])
            case "th_open":
                aligns.append(_ALIGNS.get(str(token.attrs.get("style", "")).removeprefix("text-align:")))
            case "inline":
                cells.append(read_inlines(token.content, place, reading))
            case "tr_close":
                _tell_uneven(source[place.line - line], len(aligns), place, reading)
                rows.append(Row(tuple(cells), place))
            case "table_close":
                break
    return Table(rows[0], tuple(rows[1:]), tuple(aligns), span), at


def looks_like_table(source: str) -> bool:
    """Whether a paragraph was meant as a table: its lines begin or end with bars, or its second is of dashes and bars."""
    if "|" not in source:
        return False
    lines = [line.strip() for line in source.split("\n")]
    barred = all("|" in (line[:1], line[-1:]) for line in lines)
    return barred or (len(lines) > 1 and _DASHES.fullmatch(lines[1]) is not None)


def tell_no_table(source: str, span: Span, reading: InlineReading) -> None:
    """Tells what keeps a paragraph from being the table that it was meant to be."""
    lines = source.split("\n")
    columns = len(_cells(lines[0]))
    dashes = " | ".join(["---"] * columns)
    hint = f"write this line below its head: | {dashes} |"
    if len(lines) > 1 and _DASHES.fullmatch(lines[1]):
        message = f"the head of the table has {columns} cells, and the line of dashes below it {len(_cells(lines[1]))}"
        reading.found.error("M075", message, hint, span)
    else:
        reading.found.error("M075", "a table has no line of dashes below its head", hint, span)


def _tell_uneven(source: str, columns: int, span: Span, reading: InlineReading) -> None:
    """Tells of a row with more cells than the head, whose last would be lost, or with fewer, which may stand in the wrong
    columns."""
    cells = _cells(source)
    if len(cells) < columns:
        message = f"the row has {counted(len(cells), 'cell')}, and the head of its table {columns}: its last stay empty"
        hint = "write an empty cell for each that it has not, or an empty line above it if it is no row"
        reading.found.warning("M075", message, hint, span)
    if len(cells) > columns:
        lost = f'"{cells[columns].strip()}" would be lost'
        message = f"the row has {len(cells)} cells, and the head of its table {columns}: {lost}"
        hint = "give the head a cell more, which may be empty, or write \\| for a bar that is meant as such"
        reading.found.error("M075", message, hint, span)


def _cells(line: str) -> list[str]:
    return _BAR.split(_QUOTED.sub("", line).strip().removeprefix("|").removesuffix("|"))
