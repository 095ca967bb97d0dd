"""Modular pages: what the dummy's slots take.

Takes the plans with slots, puts their stories, pieces and rules on the paste-up's sheets. A story with slots on several
pages goes through them in page order, the page that it jumps to last.
"""

from collections.abc import Sequence

from layout.elements.body import set_body
from layout.elements.box import Box, set_box
from layout.elements.grid import Grid, set_grid
from layout.elements.legs import Galley, level_legs, pour
from layout.elements.picture import Picture, set_bleeding, set_picture
from layout.elements.setting import moved
from layout.elements.slogan import Slogan, dress_slogan
from layout.furniture.contents import set_contents
from layout.furniture.setting import PageSetting
from layout.makeup.fixtures import leg_measure
from layout.makeup.pasteup import Pasteup
from layout.makeup.plots import Plot, place_story
from layout.makeup.sheet import Sheet
from layout.model.issue import Article, DummyPages, Issue, Jumping, Slot, SlotKind
from layout.units import Emu


def fill_slots(pasteup: Pasteup, plans: Sequence[DummyPages]) -> None:
    """Fills the slots of sheets that are open already."""
    issue = pasteup.issue
    articles = {article.slug: article for article in issue.articles}
    plots: dict[str, list[Plot]] = {}
    for plan in plans:
        sheet = pasteup.sheets[plan.first]
        for slot in plan.slots:
            if slot.kind is SlotKind.ARTICLE:
                plots.setdefault(slot.id, []).append(_plot(issue, sheet, slot, articles[slot.id]))
            else:
                _place_piece(pasteup, sheet, slot)
        _rule_slots(issue, sheet, [slot for slot in plan.slots if slot.kind is SlotKind.ARTICLE])
    for slug, own in plots.items():
        article = articles[slug]
        ordered = _in_order(article, own)
        pasteup.book(place_story(pasteup.galleys, article, ordered, pasteup.last_page))


def _in_order(article: Article, plots: list[Plot]) -> list[Plot]:
    """The pages in their order, but that which the story jumps to after all others."""
    if article.jump.kind is not Jumping.TO:
        return plots
    return sorted(plots, key=lambda plot: plot.page == article.jump.page)


def _plot(issue: Issue, sheet: Sheet, slot: Slot, article: Article) -> Plot:
    x, width = _across(issue, slot)
    return Plot(sheet.number, x, width, slot.first_row - 1, _rows(sheet, slot), issue.legs_of(article, slot))


def _across(issue: Issue, slot: Slot) -> tuple[Emu, Emu]:
    page = issue.style.page
    return page.left_of(slot.first_unit - 1), page.width_of(slot.last_unit - slot.first_unit + 1)


def _rows(sheet: Sheet, slot: Slot) -> int:
    return max(1, min(slot.last_row, sheet.rows) - slot.first_row + 1)


def _rule_slots(issue: Issue, sheet: Sheet, slots: Sequence[Slot]) -> None:
    """Rules between neighbouring stories of a modular page; none between two parts of one."""
    page = issue.style.page
    for slot in slots:
        x, width = _across(issue, slot)
        for other in slots:
            white = slot.first_row - other.last_row - 1
            near = 0 < white <= 2 * issue.style.makeup.rows_between_stories
            if near and other.id != slot.id and _share_units(slot, other):
                sheet.rule_off(slot.first_row - 1, white, x, width)
                break
        for other in slots:
            if other.first_unit == slot.last_unit + 1 and other.id != slot.id:
                first, last = max(slot.first_row, other.first_row), min(slot.last_row, other.last_row, sheet.rows)
                sheet.rule_between(first - 1, last - 1, x + width + page.alley // 2)


def _share_units(slot: Slot, other: Slot) -> bool:
    return slot.first_unit <= other.last_unit and other.first_unit <= slot.last_unit


def _place_piece(pasteup: Pasteup, sheet: Sheet, slot: Slot) -> None:
    issue, setting = pasteup.issue, pasteup.galleys.page_setting()
    leading = issue.style.page.leading
    x, width = _across(issue, slot)
    row, rows = slot.first_row - 1, _rows(sheet, slot)
    piece = issue.pieces.get(slot.id)
    pasteup.placed_pieces.add(slot.id)
    match piece:
        case Picture() if slot.bleeds:
            sheet.placed += set_bleeding(issue.style.page, piece)
        case Picture():
            sheet.place(set_picture(setting, piece, width, rows).paint, x, row)
        case Grid():
            sheet.place(set_grid(setting, piece, width, rows).paint, x, row)
        case Box():
            sheet.place(set_box(setting, piece, width, set_body).paint, x, row)
        case Slogan():
            display = dress_slogan(setting, piece, width)
            spare = max(0, rows - display.rows) * leading // 2
            sheet.place(moved(display.paint, 0, spare), x, row)
        case _ if slot.kind is SlotKind.MASTHEAD:
            _place_masthead(pasteup, sheet, slot)
        case _ if slot.kind is SlotKind.CONTENTS:
            contents, unlisted = set_contents(PageSetting(setting, issue, sheet.number), width, rows)
            sheet.place(contents.paint, x, row)
            pasteup.unlisted += [(slug, slot.span) for slug in unlisted]


def _place_masthead(pasteup: Pasteup, sheet: Sheet, slot: Slot) -> None:
    style, setting = pasteup.issue.style, pasteup.galleys.page_setting()
    x, width = _across(pasteup.issue, slot)
    legs = slot.legs or 1
    measure = leg_measure(width, legs, style.page.alley)
    galley = Galley(
        [strip.blocks for strip in set_body(setting.at(measure).inside("masthead"), pasteup.issue.masthead)]
    )
    breaks, _ = level_legs(galley, [0] * legs, style.makeup)
    begin = 0
    for leg, end in enumerate(breaks.ends):
        paint = pour(galley, begin, end, style.page.leading)
        sheet.place(paint, x + leg * (measure + style.page.alley), slot.first_row - 1)
        begin = end.end
