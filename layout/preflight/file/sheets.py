"""A PDF's pages as sheets of marks.

Takes an `OpenFile`, gives `Sheet`s; what its pages' content says is `reading`'s to know.
"""

from functools import partial

from layout.aside import aside
from layout.matrix import Box, Matrix, placed
from layout.preflight.file.colours import CMYK
from layout.preflight.file.opened import OpenFile, PageObject, Unreadable
from layout.preflight.file.reading import MOST_MARKS, Fonts, Reading, State
from layout.preflight.marks import Mark, Sheet
from layout.units import pt

_MANY_PAGES = 8
"""From so many on, another process is worth beginning."""


def sheets_of(file: OpenFile) -> tuple[Sheet, ...]:
    """Every page's marks; of many pages a second process reads half. Raises Unreadable where there are more of them than in
    any newspaper."""
    pages = tuple(enumerate(file.pages, start=1))
    half = len(pages) // 2 if len(pages) >= _MANY_PAGES else len(pages)
    others = aside(partial(_read, file, pages[half:])) if pages[half:] else tuple
    sheets = _read(file, pages[:half]) + others()
    _refuse_more(sum(len(sheet.marks) for sheet in sheets))
    return sheets


def _read(file: OpenFile, pages: tuple[tuple[int, PageObject], ...]) -> tuple[Sheet, ...]:
    fonts: Fonts = {}
    sheets, count = list[Sheet](), 0
    for number_of_page, page in pages:
        sheets.append(_sheet(file, number_of_page, page, fonts))
        count += len(sheets[-1].marks)
        _refuse_more(count)
    return tuple(sheets)


def _refuse_more(marks: int) -> None:
    if marks >= MOST_MARKS:
        raise Unreadable("it paints more than any newspaper does")


def artwork_marks(file: OpenFile, page_number: int, matrix: Matrix, box: Box) -> tuple[Mark, ...]:
    """The marks of a file's first page inside a box of it, once a matrix has placed it on a page of this number. Raises
    Unreadable where there are more of them than in any newspaper."""
    reading, page = Reading(file, page_number, (0.0, 0.0), {}), file.pages[0]
    solid = CMYK.initial()
    state = State(matrix, placed(matrix, box), CMYK, CMYK, solid, solid)
    reading.carry_out(file.painted(page), page.resources, state, 0)
    _refuse_more(len(reading.marks))
    return tuple(reading.marks)


def _sheet(file: OpenFile, page_number: int, page: PageObject, fonts: Fonts) -> Sheet:
    media = page.box("/MediaBox") or (0.0, 0.0, 612.0, 792.0)
    trim = page.box("/TrimBox") or media
    bleed = page.box("/BleedBox") or trim
    reading = Reading(file, page_number, (trim[0], trim[3]), fonts)
    reading.carry_out(file.painted(page), page.resources, State(), 0)
    reach = max(0.0, min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]))
    return Sheet(page_number, pt(trim[2] - trim[0]), pt(trim[3] - trim[1]), pt(reach), tuple(reading.marks))
