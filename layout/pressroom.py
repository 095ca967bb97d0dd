"""The way to the press on one screen: a manifest goes in, all files that the press wants come out, with a report on them.

An issue with an error does not get so far: what a printer is given, the printer prints. While the issue's file is looked at,
others are made and ink is measured in processes of their own.
"""

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from layout.aside import aside
from layout.build import STAGES, Built, MadeUp, Progress, draw_issue, make_up, open_drawing
from layout.diagnostics import Finding, Severity
from layout.manifest.workspace import Workspace, find_workspace
from layout.model.coverage import Coverage
from layout.model.edition import Edition
from layout.model.issue import Issue
from layout.model.page import Pages
from layout.record import record
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase

if TYPE_CHECKING:
    from layout.preflight.supplied import Supplied


@record
class Pressed:
    """An issue with the files of its press by name, the report on them among them; none where a finding is an error."""

    built: Built
    files: Mapping[str, bytes]


def press_issue(manifest: Path, press: str | None, progress: Progress) -> Pressed:
    """All that its own press, or that of a name, wants of an issue. Raises `UnusableInput` with all that is wrong with the
    input, or if two files would have the same name."""
    made_up = make_up(manifest, Edition.PRINT, progress, _pressing_case, press)
    issue, pages = made_up.issue, made_up.pages
    progress("checking", 2, len(STAGES))
    looked_at = cache(aside(partial(_look_at, made_up)))
    progress("drawing", 3, len(STAGES))
    pdf = draw_issue(issue, pages, Edition.PRINT, len(pages.pages))
    progress("imposing", 0, 2)
    from layout.preflight.check import check_file
    from layout.presswork import impose, report

    imposed = aside(partial(impose, issue, pages, pdf, find_workspace(manifest).fonts))
    progress("checking as a printer would", 1, 2)
    in_file = check_file(pdf, issue.press, lambda: looked_at().coverage, supplied=lambda: looked_at().supplied)
    of_pages, made = made_up.told + looked_at().findings, imposed()
    built = Built(issue, pages, of_pages + _untold(in_file, of_pages), pages, pdf)
    if any(finding.severity is Severity.ERROR for finding in built.findings):
        return Pressed(built, {})
    return Pressed(built, {**made.files, **report(built, made, _of_all(pages, looked_at()))})


def _pressing_case(workspace: Workspace, issue: Issue) -> Typecase:
    """A new typecase that has what a press needs imported while a second process sets type."""
    return Typecase(Faces(workspace.fonts), issue.style.exceptions, _open_press)


def _open_press() -> None:
    open_drawing()
    import layout.platework
    import layout.preflight.file.sheets
    import layout.presswork  # noqa: F401


def _untold(in_file: tuple[Finding, ...], of_pages: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is found in the file, without what was told of its pages: that names the line to mend as well."""
    known = {_about(finding) for finding in of_pages}
    return tuple(finding for finding in in_file if _about(finding) not in known)


def _about(finding: Finding) -> tuple[str, str, int]:
    return finding.code, finding.message, finding.place.page if finding.place else 0


@record
class _Looked:
    """What is found in the pages, the ink of all on each but the PDFs as they were supplied, and these."""

    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    supplied: "tuple[Supplied, ...]"


def _look_at(made: MadeUp) -> _Looked:
    from layout.platework import ink_on
    from layout.preflight.check import check_with
    from layout.preflight.supplied import supplied_in

    made.case.keep()
    issue, pages = made.issue, made.pages
    supplied = supplied_in(issue, pages)
    return _Looked(check_with(issue, pages, supplied), ink_on(issue.press, pages), supplied)


def _of_all(pages: Pages, looked_at: _Looked) -> tuple[Coverage, ...]:
    """The ink on each page, supplied PDFs with it."""
    from layout.preflight.supplied import with_supplied

    return tuple(
        with_supplied(measured, page, looked_at.supplied)
        for measured, page in zip(looked_at.coverage, pages.pages, strict=False)
    )
