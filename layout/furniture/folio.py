"""The folio: page number on the outer edge, the paper's name beside it, the date on the inner edge; mirrored."""

from layout.elements.dates import weekday_date
from layout.elements.display import Display
from layout.elements.setting import moved
from layout.furniture.setting import PageSetting
from layout.model.page import Part, Placed, Rule
from layout.model.style import Align
from layout.record import record
from layout.units import Emu


@record
class FolioOptions:
    """The line with the page number, the paper's name and the date."""

    rows: int
    """Grid rows that it takes, with the white below."""
    gap: Emu
    """White between the page number and the paper's name."""
    rule: Emu
    """The thickness of the rule below the line; 0pt for none."""
    baseline: Emu
    """From the top of the page's live area to the line of type."""
    rule_at: Emu
    """From the top of the page's live area to the rule."""


def set_folio(page: PageSetting, options: FolioOptions) -> Display:
    """One line across the page and its rule, `options.rows` deep with the white below."""
    style, width = page.setting.style, page.width
    outer, inner = (Align.RIGHT, Align.LEFT) if page.recto else (Align.LEFT, Align.RIGHT)
    number = page.line(str(page.number), style.text["folio-page"], outer, width)
    aside = page.width_of(str(page.number), style.text["folio-page"]) + options.gap
    name = page.line(page.issue.publication, style.text["folio"], outer, width - aside)
    date = page.line(weekday_date(page.issue.date, page.issue.language), style.text["folio"], inner, width)
    shift = 0 if page.recto else aside
    paint = (
        *_on_baseline(number, options.baseline, 0),
        *_on_baseline(name, options.baseline, shift),
        *_on_baseline(date, options.baseline, 0),
    )
    if options.rule:
        rule = Rule(width, 0, options.rule, style.makeup.rule_ink)
        paint = (*paint, Placed(0, options.rule_at, rule, Part.FURNITURE, page.issue.span))
    return Display(paint, options.rows)


def _on_baseline(display: Display, baseline: Emu, dx: Emu) -> tuple[Placed, ...]:
    return moved(display.paint, dx, baseline - display.paint[0].y) if display.paint else ()
