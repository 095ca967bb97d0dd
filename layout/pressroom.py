"""The way to the press on one screen: a manifest goes in, all files that the press wants come out, with a report on them.

An issue with an error does not get so far: what a printer is given, the printer prints.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from layout.aside import aside
from layout.build import Built, Progress, build_issue
from layout.diagnostics import Severity
from layout.draw.pdf import draw_pages
from layout.draw.plates import draw_films
from layout.manifest.style import read_style
from layout.manifest.workspace import find_workspace, shipped
from layout.model.coverage import Coverage
from layout.model.edition import Edition
from layout.model.page import Clip, Picture, Placed
from layout.model.press import Press
from layout.model.press_report import REPORTS, FontUse, InkOnPage, MadeFile, PictureUse, PressReport
from layout.preflight.check import check_file
from layout.preflight.coverage import measure_films
from layout.preflight.file_rules import FILE_RULES
from layout.preflight.results import results_of
from layout.preflight.rules import INK_RULES, RULES, page_multiple, resolution, total_ink, x_fonts
from layout.press.imprint import imprint_of
from layout.press.inventory import fonts_of, pictures_of
from layout.press.objects import Source
from layout.press.outlines import Outlines
from layout.press.pdfx import identify, made_on
from layout.press.plates import plates_of
from layout.press.products import make_products
from layout.press.scan import Painted, scan
from layout.press.separation.separator import separation_for
from layout.record import record
from layout.report.press_page import press_page
from layout.report.press_report import press_json
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase
from layout.units import to_pt

_REPORT_STYLE = "a4"
_SLUG_ROLE = "folio"


@record
class Pressed:
    """An issue with the files of its press by name, the report on them among them; none where a finding is an error."""

    built: Built
    files: Mapping[str, bytes]


def press_issue(manifest: Path, press: str | None, progress: Progress) -> Pressed:
    """All that its own press, or that of a name, wants of an issue. Raises `UnusableInput` with all that is wrong with the
    input, or if two files would have the same name."""
    made_up = build_issue(manifest, Edition.PRINT, progress, press=press)
    coverage = cache(aside(partial(_coverage_of, made_up)))
    progress("imposing", 0, 2)
    issue, source = made_up.issue, Source(made_up.pdf)
    painted = tuple(tuple(scan(page)) for page in source.pages)
    faces, role = Faces(find_workspace(manifest).fonts), issue.style.text[_SLUG_ROLE]
    outlines = Outlines(faces.face(role.family, role.weight, role.posture, to_pt(role.size)))
    plates = tuple(map(plates_of, painted))
    made = make_products(source, plates, imprint_of(issue, made_up.pages), issue.press.products, outlines)
    progress("checking as a printer would", 1, 2)
    built = replace(made_up, findings=made_up.findings + check_file(made_up.pdf, issue.press, coverage))
    if any(finding.severity is Severity.ERROR for finding in built.findings):
        return Pressed(built, {})
    report = _report(built, coverage(), source, painted, made)
    page = press_page(report, Typecase(Faces((shipped("fonts"),))), read_style(_REPORT_STYLE, (shipped("styles"),)))
    named = identify(issue.press.on_screen(), page.title, made_on(issue.date))
    told = (press_json(report).encode(), draw_pages(page, Edition.PRINT, issue.press.overprint, named))
    return Pressed(built, {**made, **dict(zip(REPORTS, told, strict=True))})


def _coverage_of(built: Built) -> tuple[Coverage, ...]:
    """The ink on each page, as measured on plates; nothing where pictures keep colours that are no inks."""
    press, pages = built.issue.press, built.drawn.pages
    separation = separation_for(press, len(pages))
    if separation is None:
        return ()
    films = draw_films(built.drawn, press.ink.spots, press.overprint, separation)
    numbers, first = tuple(page.number for page in pages), pages[0]
    measured = measure_films(films, numbers, (first.bleed, first.width, first.depth))
    return tuple(replace(one, partial=_has_supplied(page.placed)) for page, one in zip(pages, measured, strict=True))


def _has_supplied(placed: tuple[Placed, ...]) -> bool:
    """Whether a PDF is among what is placed, whose ink is not drawn on films."""
    paints = [one.paint for one in placed]
    return any(isinstance(paint, Picture) and paint.source.kind == "pdf" for paint in paints) or any(
        _has_supplied(paint.placed) for paint in paints if isinstance(paint, Clip)
    )


def _report(
    built: Built,
    coverage: tuple[Coverage, ...],
    source: Source,
    painted: tuple[tuple[Painted, ...], ...],
    made: Mapping[str, bytes],
) -> PressReport:
    press, page = built.issue.press, built.pages.pages[0]
    inks = tuple(InkOnPage(one.page, tuple(one.plates.items()), one.most, one.partial) for one in coverage)
    pictures = tuple(
        picture
        for number, (one, on_it) in enumerate(zip(source.pages, painted, strict=True), 1)
        for picture in pictures_of(number, one, on_it)
    )
    fonts = fonts_of(source.pages)
    measured = _measured(press, len(source.pages), inks, fonts, pictures)
    return PressReport(
        built.issue.publication, built.issue.date, press.name, press.standard.value, press.intent.condition,
        len(source.pages), page.width, page.depth, press.ink.total,
        results_of((*FILE_RULES, *INK_RULES, *RULES), built.findings, press, measured), inks, fonts, pictures,
        tuple(MadeFile(name, len(pdf), hashlib.sha256(pdf).hexdigest()) for name, pdf in made.items()),
    )  # fmt: skip


def _measured(
    press: Press, pages: int, inks: tuple[InkOnPage, ...], fonts: tuple[FontUse, ...], pictures: tuple[PictureUse, ...]
) -> Mapping[str, str]:
    """What rules have measured where they found nothing to tell of."""
    told = {
        page_multiple.CODE: f"{pages} pages; the press folds a multiple of {press.pages.multiple}",
        x_fonts.CODE: f"{len(fonts)} fonts, all in the file",
    }
    if inks:
        fullest = max(inks, key=lambda ink: ink.most)
        told[total_ink.CODE] = f"at most {fullest.most / 10:.0f} % of ink, on page {fullest.page}"
    if pictures:
        coarsest = min(pictures, key=lambda picture: picture.ppi)
        told[resolution.CODE] = f"pictures have {coarsest.ppi} pixels an inch or more, on page {coarsest.place.page}"
    return told
