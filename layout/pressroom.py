"""The way to the press on one screen: a manifest goes in, all files that the press wants come out, with a report on them.

An issue with an error does not get so far: what a printer is given, the printer prints. While files are made and looked at,
a second process measures ink; what only they need is not imported before it has begun.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from layout.aside import aside
from layout.build import STAGES, Built, Progress, check_pages, draw_issue, drawing_case, make_up
from layout.diagnostics import Finding, Severity
from layout.manifest.workspace import find_workspace
from layout.model.coverage import Coverage
from layout.model.edition import Edition
from layout.model.issue import Issue
from layout.model.page import Clip, Pages, Picture, Placed
from layout.model.press import Press
from layout.record import record


@record
class Pressed:
    """An issue with the files of its press by name, the report on them among them; none where a finding is an error."""

    built: Built
    files: Mapping[str, bytes]


def press_issue(manifest: Path, press: str | None, progress: Progress) -> Pressed:
    """All that its own press, or that of a name, wants of an issue. Raises `UnusableInput` with all that is wrong with the
    input, or if two files would have the same name."""
    issue, told, pages = make_up(manifest, Edition.PRINT, progress, drawing_case, press)
    progress("checking", 2, len(STAGES))
    looked_at = cache(aside(partial(_look_at, issue, pages)))
    progress("drawing", 3, len(STAGES))
    pdf = draw_issue(issue, pages, Edition.PRINT, len(pages.pages))
    progress("imposing", 0, 2)
    from layout.preflight.check import check_file
    from layout.presswork import impose, report

    imposed = impose(issue, pages, pdf, find_workspace(manifest).fonts)
    progress("checking as a printer would", 1, 2)
    in_file = check_file(pdf, issue.press, lambda: looked_at()[1])
    in_pages, coverage = looked_at()
    built = Built(issue, pages, told + in_pages + in_file, pages, pdf)
    if any(finding.severity is Severity.ERROR for finding in built.findings):
        return Pressed(built, {})
    return Pressed(built, {**imposed.files, **report(built, imposed, coverage)})


def _look_at(issue: Issue, pages: Pages) -> tuple[tuple[Finding, ...], tuple[Coverage, ...]]:
    """What is found in the pages, and the ink on each."""
    return check_pages(issue, pages), _coverage_of(issue.press, pages)


def _coverage_of(press: Press, pages: Pages) -> tuple[Coverage, ...]:
    """The ink on each page, as measured on plates; nothing where pictures keep colours that are no inks."""
    from layout.draw.plates import draw_films
    from layout.preflight.coverage import measure_films
    from layout.press.separation.separator import separation_for

    separation = separation_for(press, len(pages.pages))
    if separation is None:
        return ()
    films = draw_films(pages, press.ink.spots, press.overprint, separation)
    measured = measure_films(films, tuple(page.number for page in pages.pages), pages.pages[0].bleed)
    return tuple(
        replace(one, partial=_has_supplied(page.placed)) for page, one in zip(pages.pages, measured, strict=True)
    )


def _has_supplied(placed: tuple[Placed, ...]) -> bool:
    """Whether a PDF is among what is placed, whose ink is not drawn on films."""
    paints = [one.paint for one in placed]
    return any(isinstance(paint, Picture) and paint.source.kind == "pdf" for paint in paints) or any(
        _has_supplied(paint.placed) for paint in paints if isinstance(paint, Clip)
    )
