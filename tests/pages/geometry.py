"""The rules of good pages (composition.md, Pages), read from `geometry.json` alone.

Takes the JSON and the folder that its file names start from; gives one sentence for each place where a rule is broken.
Paragraphs are told apart by the line of their source, subheads by the `##` that the line begins with.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, NamedTuple

LEADING_TOLERANCE = 2
"""EMU by which a baseline may miss its grid row: the widths of pages do not divide evenly."""


class Paint(NamedTuple):
    """One paint of `geometry.json`, its source file by name."""

    part: str
    story: str | None
    file: str | None
    line: int | None
    x: int
    y: int
    width: int
    depth: int
    baseline: int | None


@dataclass(frozen=True)
class Row:
    """A line of body text: its page, its left edge, its baseline and the source line of its paragraph."""

    page: int
    x: int
    baseline: int
    source: tuple[str | None, int | None]


@dataclass(frozen=True)
class Page:
    """One page of `geometry.json`."""

    number: int
    live: tuple[int, int, int, int]
    paints: tuple[Paint, ...]


def read_pages(geometry: dict[str, Any]) -> list[Page]:
    """The pages with their paints."""
    files = geometry["files"]
    pages = []
    for page in geometry["pages"]:
        paints = []
        for part, story, file, line, x, y, width, depth, *baseline in page["placed"]:
            name = None if file is None else files[file]
            paints.append(Paint(part, story, name, line, x, y, width, depth, baseline[0] if baseline else None))
        pages.append(Page(page["number"], tuple(page["live"]), tuple(paints)))
    return pages


def faults(geometry: dict[str, Any], stories: dict[str, list[int]], root: Path, leading: int) -> list[str]:
    """Every rule broken: the grid, orphans, widows, stranded subheads, feet. `stories` says through which pages each goes,
    in its own order."""
    pages = read_pages(geometry)
    found = list(off_grid(pages, leading))
    for story, numbers in stories.items():
        legs = legs_of([pages[number - 1] for number in numbers], story, leading)
        found += [f"{story}: {fault}" for fault in (*breaks(legs, root), *uneven(pages, story, legs, leading))]
    return found


def off_grid(pages: list[Page], leading: int) -> Iterator[str]:
    """Body lines that do not stand on the one grid of all pages."""
    phases: dict[int, str] = {}
    for page in pages:
        for paint in page.paints:
            if paint.part == "body" and paint.baseline is not None and paint.depth < leading:
                phase = (paint.baseline - page.live[1]) % leading
                phases.setdefault(phase, f"page {page.number}, {paint.file}:{paint.line}")
    if phases and max(phases) - min(phases) > LEADING_TOLERANCE:
        yield f"lines stand on more than one grid: {phases}"


def legs_of(pages: list[Page], story: str, leading: int) -> list[list[Row]]:
    """A story's legs in the order in which they are drawn, page by page in its own order; each a list of lines."""
    legs: list[list[Row]] = []
    for page in pages:
        rows: list[Row] = []
        for paint in page.paints:
            if paint.part != "body" or paint.story != story or paint.baseline is None or paint.depth >= leading:
                continue
            row = Row(page.number, paint.x, paint.baseline, (paint.file, paint.line))
            if rows and rows[-1].baseline == row.baseline and abs(rows[-1].x - row.x) < page.live[2]:
                continue
            if rows and row.baseline < rows[-1].baseline:
                legs.append(rows)
                rows = []
            rows.append(row)
        if rows:
            legs.append(rows)
    return legs


def breaks(legs: list[list[Row]], root: Path) -> Iterator[str]:
    """Orphans, widows and stranded subheads."""
    for leg, after in pairwise(legs):
        foot, head = leg[-1], after[0]
        if foot.source == head.source:
            last = [row for row in leg if row.source == foot.source]
            first = [row for row in after if row.source == head.source]
            begins = len(last) < len(leg) or leg is legs[0]
            if begins and len(last) == 1:
                yield f"orphan at the foot of a leg on page {foot.page}, line {foot.source[1]}"
            if len(first) == 1 and len(after) > 1:
                yield f"widow at the head of a leg on page {head.page}, line {head.source[1]}"
    for leg in legs:
        for row in leg[-2:]:
            if _is_subhead(root, row.source) and leg is not legs[-1]:
                yield f"a subhead in the last two lines of a leg on page {row.page}, line {row.source[1]}"


def _is_subhead(root: Path, source: tuple[str | None, int | None]) -> bool:
    file, line = source
    return file is not None and line is not None and _lines(root / file)[line - 1].startswith("##")


@cache
def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").split("\n")


def uneven(pages: list[Page], story: str, legs: list[list[Row]], leading: int) -> Iterator[str]:
    """Legs that end above their neighbours' foot with nothing of the story standing below them.

    Where the story ends, each leg may be a line short: lines do not always divide by legs.
    """
    by_page = {number: list(rows) for number, rows in groupby(legs, key=lambda leg: leg[0].page)}
    for page in pages:
        own = by_page.get(page.number, [])
        kinds = ("picture", "cutline", "box", "slogan", "display")
        blocks = [p for p in page.paints if p.part == "advertisement" or (p.story == story and p.part in kinds)]
        for group in _side_by_side(own, leading):
            foot = max(leg[-1].baseline for leg in group)
            for leg in group:
                short = (foot - leg[-1].baseline) // leading
                below = any(
                    paint.x < leg[0].x + page.live[2] // 6
                    and paint.x + paint.width > leg[0].x
                    and leg[-1].baseline < paint.y + paint.depth <= foot + leading
                    for paint in blocks
                )
                if short > (1 if legs[-1] in group else 0) and not below:
                    yield f"a leg on page {page.number} ends {short} lines above its neighbours"


def _side_by_side(legs: list[list[Row]], leading: int) -> Iterator[list[list[Row]]]:
    """Legs of one rectangle: drawn one after another, each beginning right of the one before."""
    group: list[list[Row]] = []
    for leg in legs:
        if group and min(row.x for row in leg) <= min(row.x for row in group[-1]):
            yield group
            group = []
        group.append(leg)
    if group:
        yield group
