"""Advertisements as a manifest books them.

Takes a manuscript and the keys of its `ads`; gives each that can stand somewhere, its file measured.
"""

from collections.abc import Iterator

from layout.diagnostics import Span
from layout.manifest.keys import AdKeys
from layout.manifest.manuscript import Manuscript
from layout.manifest.node import Loc
from layout.manifest.pictures import measure_ad
from layout.manifest.workspace import inside
from layout.model.issue import Ad, PageCount
from layout.model.page import PictureSource


def read_ads(script: Manuscript, booked: tuple[AdKeys, ...], pages: PageCount) -> Iterator[Ad]:
    """The advertisements in the order in which they are booked."""
    units, known = script.desk.style.page.units, dict[str, Span]()
    for number, keys in enumerate(booked):
        loc = ("ads", number)
        where = script.place(*loc, "id")
        if keys.id in known:
            hint = f"it is used in line {known[keys.id].line} already; rename one"
            script.found.error("M020", f'the id "{keys.id}" is used twice', hint, where)
        known.setdefault(keys.id, where)
        if keys.columns > units:
            message = f"{keys.columns} columns are wider than the page's {units} units"
            hint = f"write {units} or fewer: columns are units of the grid"
            script.found.error("M012", message, hint, script.place(*loc, "columns"))
        if keys.page > pages.most:
            hint = "change the number, or `pages` of the issue"
            message = f"page {keys.page} is beyond page {pages.most}, the issue's last"
            script.found.error("M062", message, hint, script.place(*loc, "page"))
        depth, source = script.length(keys.depth, (*loc, "depth")), _source(script, keys.file, (*loc, "file"))
        if depth is not None and depth <= 0:
            script.found.error("M014", "an advertisement has a depth", "write 120mm", script.place(*loc, "depth"))
        if depth and source:
            yield Ad(keys.id, source, keys.columns, depth, keys.page, keys.at, script.place(*loc), keys.alt)


def _source(script: Manuscript, file: str, loc: Loc) -> PictureSource | None:
    span, desk = script.place(*loc), script.desk
    path = inside(desk.workspace, desk.folders, file, span, script.found)
    return desk.lettered(measure_ad(path, span, script.found), span) if path else None
