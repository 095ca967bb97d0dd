"""What a style's pages measure, for whoever books advertisements and plans pages.

Takes a style, the typecase and some prose, gives lengths in EMU and rows of the grid: those that make-up itself goes by.
"""

import datetime
from pathlib import Path

from layout.diagnostics import Span
from layout.elements.setting import Setting
from layout.makeup.sheet import Sheet
from layout.model.issue import Issue, Nameplate, PageCount
from layout.model.style import Style
from layout.model.text import Inline, Text
from layout.record import record
from layout.typeset.setting import Measures, set_text
from layout.typeset.typecase import Typecase
from layout.units import Emu

LANGUAGE = "en-GB"
_SPAN = Span(Path(), 1)
_MOST_LEGS = 6


@record
class LegMeasure:
    """One of `legs` legs across the page: its width, and the words in a row of body text, on average."""

    legs: int
    width: Emu
    words: float


@record
class WellMeasure:
    """The rows that a furniture set leaves of a page: below a title or folio alone, and the fewest, below a nameplate with
    motto, ears and skybox, or below the head of a section that begins there."""

    furniture: str
    rows: int
    fewest: int


@record
class StyleMeasures:
    """The widths of 1, 2, ... units, of legs across the page, and the wells of each furniture set."""

    units: tuple[Emu, ...]
    legs: tuple[LegMeasure, ...]
    wells: tuple[WellMeasure, ...]


def measure_style(style: Style, case: Typecase, prose: str) -> StyleMeasures:
    """The measures of a style's pages; words are counted in `prose`, paragraphs of English.

    Raises:
        MissingFont: a font of the style is not there.
    """
    page, text = style.page, "\n".join(" ".join(paragraph.split()) for paragraph in prose.split("\n\n"))
    return StyleMeasures(
        tuple(page.width_of(units) for units in range(1, page.units + 1)),
        tuple(
            _leg(style, case, text, legs)
            for legs in range(style.fewest_legs(page.live_width), _MOST_LEGS + 1)
            if legs <= style.most_legs(page.live_width)
        ),
        tuple(
            WellMeasure(name, _rows(style, case, name, ""), _rows(style, case, name, "Harbour"))
            for name in style.furniture
        ),
    )


def _leg(style: Style, case: Typecase, text: str, legs: int) -> LegMeasure:
    width = style.page.measure_of(style.page.live_width, legs)
    lines = set_text(case, (Inline(text, _SPAN),), style.text["body"], LANGUAGE, Measures((0, width)))
    return LegMeasure(legs, width, sum(line.words for line in lines) / len(lines))


def _rows(style: Style, case: Typecase, furniture: str, words: str) -> int:
    """Rows below a furniture set on a page with these words round its title and as its section, or with none."""
    told: Text = (Inline(words, _SPAN),) if words else ()
    issue = Issue(
        publication="The Courier",
        date=datetime.date(2026, 11, 22),
        language=LANGUAGE,
        style=style,
        root=Path(),
        slug="measures",
        span=_SPAN,
        articles=(),
        dummy=(),
        nameplate=Nameplate("The Courier", told, told, told, told),
        pages=PageCount(),
    )
    setting = Setting(case, style, LANGUAGE, style.page.live_width)
    return Sheet(issue, setting, 1, furniture, words).rows
