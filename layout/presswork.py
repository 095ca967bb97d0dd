"""What a press gets of an issue that is built: its files, and the report on them.

Takes a `Built` and the ink measured on its pages, gives files by name; writes nothing and checks nothing.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from layout.build import Built
from layout.draw.pdf import draw_pages
from layout.manifest.style import read_style
from layout.manifest.workspace import shipped
from layout.model.coverage import Coverage
from layout.model.edition import Edition
from layout.model.issue import Issue
from layout.model.page import Pages
from layout.model.press import Press
from layout.model.press_report import REPORTS, FontUse, InkOnPage, MadeFile, PictureUse, PressReport
from layout.preflight.file_rules import FILE_RULES
from layout.preflight.results import results_of
from layout.preflight.rules import INK_RULES, RULES, page_multiple, resolution, total_ink, x_fonts
from layout.preflight.rules.left_behind import check_left_behind
from layout.press.imprint import imprint_of
from layout.press.inventory import fonts_of, pictures_of
from layout.press.objects import Source
from layout.press.outlines import Outlines
from layout.press.pdfx import identify, made_on
from layout.press.plates import plates_of
from layout.press.products import make_products
from layout.press.scan import scan
from layout.record import record
from layout.report.press_page import press_page
from layout.report.press_report import press_json
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase
from layout.units import to_pt

_REPORT_STYLE = "a4"
_SLUG_ROLE = "folio"


@record
class Imposed:
    """The files of a press by name, and the fonts and pictures of the PDF that they are made of."""

    files: Mapping[str, bytes]
    fonts: tuple[FontUse, ...]
    pictures: tuple[PictureUse, ...]


def impose(issue: Issue, pages: Pages, pdf: bytes, fonts: tuple[Path, ...]) -> Imposed:
    """The files that the issue's press asks for; `fonts` are the folders of its workspace. Raises `UnusableInput` if two
    would have the same name."""
    source = Source(pdf)
    painted = tuple(tuple(scan(page)) for page in source.pages)
    faces, role = Faces(fonts), issue.style.text[_SLUG_ROLE]
    outlines = Outlines(faces.face(role.family, role.weight, role.posture, to_pt(role.size)))
    plates = tuple(map(plates_of, painted))
    files = make_products(source, plates, imprint_of(issue, pages), issue.press.products, outlines)
    pictures = tuple(
        picture
        for number, (page, on_it) in enumerate(zip(source.pages, painted, strict=True), 1)
        for picture in pictures_of(number, page, on_it)
    )
    return Imposed(files, fonts_of(source.pages), pictures)


def report(built: Built, imposed: Imposed, coverage: tuple[Coverage, ...]) -> Mapping[str, bytes]:
    """What was checked and what is in the files, for a program and on a page."""
    told = _told(built, imposed, coverage)
    page = press_page(told, Typecase(Faces((shipped("fonts"),))), read_style(_REPORT_STYLE, (shipped("styles"),)))
    named = identify(built.issue.press.on_screen(), page.title, made_on(built.issue.date))
    drawn = draw_pages(page, Edition.PRINT, built.issue.press.overprint, named)
    return dict(zip(REPORTS, (press_json(told).encode(), drawn), strict=True))


def _told(built: Built, imposed: Imposed, coverage: tuple[Coverage, ...]) -> PressReport:
    press, pages = built.issue.press, built.pages.pages
    inks = tuple(InkOnPage(one.page, tuple(one.plates.items()), one.most, one.partial) for one in coverage)
    measured = _measured(press, len(pages), inks, imposed)
    return PressReport(
        built.issue.publication, built.issue.date, press.name, press.standard.value, press.intent.condition,
        len(pages), pages[0].width, pages[0].depth, press.ink.total,
        results_of((*FILE_RULES, *INK_RULES, *RULES, check_left_behind), built.findings, press, measured),
        inks, imposed.fonts, imposed.pictures,
        tuple(MadeFile(name, len(pdf), hashlib.sha256(pdf).hexdigest()) for name, pdf in imposed.files.items()),
    )  # fmt: skip


def _measured(press: Press, pages: int, inks: tuple[InkOnPage, ...], imposed: Imposed) -> Mapping[str, str]:
    """What rules have measured where they found nothing to tell of."""
    told = {
        page_multiple.CODE: f"{pages} pages; the press folds a multiple of {press.pages.multiple}",
        x_fonts.CODE: f"{len(imposed.fonts)} fonts, all in the file",
    }
    if inks:
        fullest = max(inks, key=lambda ink: ink.most)
        told[total_ink.CODE] = f"at most {fullest.most / 10:.0f} % of ink, on page {fullest.page}"
    if imposed.pictures:
        coarsest = min(imposed.pictures, key=lambda picture: picture.ppi)
        told[resolution.CODE] = f"pictures have {coarsest.ppi} pixels an inch or more, on page {coarsest.place.page}"
    return told
