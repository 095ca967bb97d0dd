"""The whole pipeline on one screen: a manifest goes in, PDF bytes and findings come out.

Only this module knows every stage. It decides nothing about any of them.
"""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, TypeAlias

from layout.aside import aside
from layout.diagnostics import Finding
from layout.makeup.pages import make_pages
from layout.manifest.issue import read_issue
from layout.manifest.press import read_press
from layout.manifest.specimen import MANIFEST
from layout.manifest.workspace import Workspace, find_workspace
from layout.model.edition import Edition
from layout.model.issue import Issue
from layout.model.page import Pages
from layout.model.press import Press, Product
from layout.record import record
from layout.report.write import write_files
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase


class Progress(Protocol):
    """Told what is being done, how much of it is done and how much there is."""

    def __call__(self, stage: str, done: int, of: int) -> None: ...


@record
class MadeUp:
    """An issue, what is told of it as it is written, its pages, and the typecase that they were set from."""

    issue: Issue
    told: tuple[Finding, ...]
    pages: Pages
    case: Typecase


@record
class Checked:
    """An issue made up and checked."""

    issue: Issue
    pages: Pages
    findings: tuple[Finding, ...]


@record
class Built:
    """An issue made up, checked and drawn; `drawn` are the pages of the PDF, all of `pages` or those asked for."""

    issue: Issue
    pages: Pages
    findings: tuple[Finding, ...]
    drawn: Pages
    pdf: bytes


STAGES = ("reading", "making up", "checking", "drawing")

CaseFor: TypeAlias = Callable[[Workspace, Issue], Typecase]
"""What gives the typecase that an issue is set from."""


def new_case(workspace: Workspace, issue: Issue) -> Typecase:
    """A typecase that knows what earlier runs kept on disk."""
    return Typecase(Faces(workspace.fonts), issue.style.exceptions)


def check_issue(manifest: Path, progress: Progress, case_for: CaseFor = new_case) -> Checked:
    """Everything but the PDF. Raises `UnusableInput` with all that is wrong with the input."""
    made = make_up(manifest, Edition.PRINT, progress, case_for)
    progress("checking", 2, len(STAGES))
    return Checked(made.issue, made.pages, made.told + look_over(made))


def make_up(
    manifest: Path, edition: Edition, progress: Progress, case_for: CaseFor, press: str | None = None
) -> MadeUp:
    """The issue read and made up, for its own press or that of a name."""
    progress("reading", 0, len(STAGES))
    issue, told = read_issue(manifest)
    if press is not None:
        issue = replace(issue, press=read_press(press, find_workspace(manifest).styles))
    if edition is Edition.DIGITAL:
        issue = replace(issue, press=issue.press.on_screen())
    progress("making up", 1, len(STAGES))
    case = case_for(find_workspace(manifest), issue)
    pages = make_pages(issue, case)
    from layout.press.inks import in_press_inks

    return MadeUp(issue, told, in_press_inks(pages, issue.press), case)


def look_over(made: MadeUp) -> tuple[Finding, ...]:
    """What the rules find in the pages; what was set for them is kept for the next run."""
    from layout.preflight.check import check

    made.case.keep()
    return check(made.issue, made.pages)


def build_issue(
    manifest: Path, edition: Edition, progress: Progress, wanted: range | None = None, press: str | None = None
) -> Built:
    """The issue, or its pages in `wanted`, as a PDF, for its own press or that of a name. Raises `UnusableInput` with all
    that is wrong with the input."""
    made = make_up(manifest, edition, progress, drawing_case, press)
    issue, pages = made.issue, made.pages
    progress("checking", 2, len(STAGES))
    findings = aside(partial(look_over, made))
    progress("drawing", 3, len(STAGES))
    drawn = pages
    if wanted is not None:
        drawn = replace(drawn, pages=tuple(page for page in drawn.pages if page.number in wanted))
    pdf = draw_issue(issue, drawn, edition, len(pages.pages))
    built = Built(issue, pages, made.told + findings(), drawn, pdf)
    progress("done", len(STAGES), len(STAGES))
    return built


def draw_issue(issue: Issue, drawn: Pages, edition: Edition, count: int) -> bytes:
    """Pages of an issue of `count` pages as a PDF. Raises OSError if a font or picture can no longer be read."""
    from layout.draw.pdf import draw_pages
    from layout.press.pdfx import identify, made_on
    from layout.press.separation.separator import separation_for

    press = issue.press
    named, separation = identify(press, drawn.title, made_on(issue.date)), separation_for(press, count)
    return draw_pages(drawn, edition, press.overprint, named, separation)


def drawing_case(workspace: Workspace, issue: Issue) -> Typecase:
    """A new typecase that has what draws imported meanwhile."""
    return Typecase(Faces(workspace.fonts), issue.style.exceptions, open_drawing)


def open_drawing() -> None:
    """Imports what checks and draws pages: a tenth of a second, in which a second process may set text already."""
    import layout.draw.pdf
    import layout.preflight.check
    import layout.press.pdfx
    import layout.press.separation.separator  # noqa: F401


def preflight_pdf(pdf: bytes, press: Press, product: Product = Product.ISSUE) -> tuple[tuple[Finding, ...], int] | str:
    """The findings in any PDF, as one of a press's products, and the number of its pages; or why it cannot be looked into."""
    from layout.preflight.check import check_file
    from layout.preflight.file.opened import OpenFile, Unreadable
    from layout.preflight.ghostscript import coverage_of
    from layout.preflight.installed import ghostscript

    try:
        pages = len(OpenFile(pdf).pages)
        program = ghostscript()
        coverage = partial(coverage_of, pdf, program) if program else tuple
        return check_file(pdf, press, coverage, product), pages
    except Unreadable as error:
        return str(error)


def build_specimen(files: Mapping[str, str], workspace: Workspace) -> Built:
    """The first page of an issue that exists only as texts, set with the workspace's own styles and fonts."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for own in (workspace.root / "styles", workspace.root / "fonts"):
            if own.is_dir():
                shutil.copytree(own, folder / own.name)
        write_files(folder, {name: text.encode() for name, text in files.items()})
        return build_issue(folder / MANIFEST, Edition.PRINT, _unseen, range(1, 2))


def _unseen(stage: str, done: int, of: int) -> None:
    """Progress that nobody watches."""
