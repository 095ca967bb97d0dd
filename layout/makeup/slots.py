"""Modular pages: what the dummy's slots take.

Takes the plans with slots, puts their stories, pieces and rules on the paste-up's sheets. A story with slots on several
pages goes through them in page order, the page that it jumps to last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from layout.diagnostics import Place
from layout.elements.body import set_body
from layout.elements.box import Box, set_box
from layout.elements.display import Display
from layout.elements.grid import Grid, set_grid
from layout.elements.legs import Galley, level_legs, pour
from layout.elements.picture import Picture, set_bleeding, set_cutline, set_half, set_picture
from layout.elements.setting import Setting, moved
from layout.elements.slogan import Slogan, dress_slogan
from layout.furniture.contents import set_contents
from layout.furniture.setting import PageSetting
from layout.makeup.cutoff import opened, rule_off_parts
from layout.makeup.pasteup import Pasteup
from layout.makeup.plots import Placing, Plot, place_story
from layout.makeup.sheet import Sheet
from layout.model.dogleg import share_units
from layout.model.issue import Article, Body, DummyPages, Edges, Issue, Jumping, Slot, SlotKind
from layout.model.page import AdFit, ListFit, Part, Placed, SlotFit
from layout.units import Emu

_SHARED = 600
"""From so many rows of legs on, half of the stories take longer to place than a process to start."""


def fill_slots(pasteup: Pasteup, plans: Sequence[DummyPages]) -> None:
    """Fills the slots of sheets that are open already."""
    issue = pasteup.issue
    articles = {article.slug: article for article in issue.articles}
    plots: dict[str, list[tuple[Plot, Slot]]] = {}
    plans = [opened(issue, plan) for plan in plans]
    for plan in plans:
        sheet = pasteup.sheets[plan.first]
        for slot in plan.slots:
            if slot.kind is SlotKind.ARTICLE:
                plots.setdefault(slot.id, []).append((_plot(issue, sheet, slot, articles[slot.id]), slot))
            else:
                _place_piece(pasteup, sheet, slot)
            _check_ads(pasteup, sheet, slot)
    text: dict[Slot, range] = {}
    courses = [_in_order(articles[slug], own) for slug, own in plots.items()]
    asked = [(articles[slug], tuple(plot for plot, _ in course)) for slug, course in zip(plots, courses, strict=True)]
    for placing, ordered in zip(_placings(pasteup, asked), courses, strict=True):
        pasteup.book(placing)
        text |= {slot: part.text for part, (_, slot) in zip(placing.parts, ordered, strict=False)}
        for plot, slot in ordered[len(placing.parts) :]:
            pasteup.slots.append(_slot_fit(issue, pasteup.sheets[plot.page], slot, 0))
    for plan in plans:
        sheet = pasteup.sheets[plan.first]
        stand = tuple(slot for slot in plan.slots if slot in text or slot.kind is not SlotKind.ARTICLE)
        rule_off_parts(issue, sheet, replace(plan, slots=stand))
        _rule_slots(issue, sheet, text, [slot for slot in stand if slot in text])


def _placings(pasteup: Pasteup, asked: Sequence[tuple[Article, tuple[Plot, ...]]]) -> list[Placing]:
    """Stories in their plots; those that no pass has placed there yet are shared with a second process where they are
    long enough."""
    galleys, last_page = pasteup.galleys, pasteup.last_page

    def place(one: tuple[Article, tuple[Plot, ...]]) -> Placing:
        return place_story(galleys, *one, last_page)

    new = [(article, plots) for article, plots in asked if (plots, last_page) not in galleys.known(article)]
    if sum(plot.rows * plot.legs for _, plots in new for plot in plots) < _SHARED:
        made = [place(one) for one in new]
    else:
        from layout.typeset.companionship import share_out

        made = share_out(galleys.case, new, place)
    for (article, plots), placing in zip(new, made, strict=True):
        galleys.known(article)[plots, last_page] = placing
    return [galleys.known(article)[plots, last_page] for article, plots in asked]


def _in_order(article: Article, plots: list[tuple[Plot, Slot]]) -> list[tuple[Plot, Slot]]:
    """The pages in their order, but that which the story jumps to after all others."""
    if article.jump.kind is not Jumping.TO:
        return plots
    return sorted(plots, key=lambda plot: plot[0].page == article.jump.page)


def _plot(issue: Issue, sheet: Sheet, slot: Slot, article: Article) -> Plot:
    x, width = _across(issue, slot)
    legs, row = issue.legs_of(article, slot), _top(sheet, slot)
    ends = tuple(end - row for end in sheet.floor.ends(slot.first_unit - 1, _units(slot), legs))
    rows = max(1, min(slot.last_row - row, max(ends)))
    return Plot(sheet.number, x, width, row, rows, legs, ends if min(ends) < rows else ())


def _across(issue: Issue, slot: Slot) -> tuple[Emu, Emu]:
    page = issue.style.page
    return page.left_of(slot.first_unit - 1), page.width_of(_units(slot))


def _units(slot: Slot) -> int:
    return slot.last_unit - slot.first_unit + 1


def _free(sheet: Sheet, slot: Slot) -> tuple[int, int]:
    """The rows that advertisements leave in the units of a slot, the last exclusive."""
    across = slice(slot.first_unit - 1, slot.last_unit)
    return max(sheet.floor.tops[across]), min(sheet.floor.feet[across])


def _top(sheet: Sheet, slot: Slot) -> int:
    """The first row of a slot, from 0; one as deep as its page begins below the advertisements at its head."""
    whole = slot.first_row == 1 and slot.last_row >= sheet.rows and not slot.bleeds
    return _free(sheet, slot)[0] if whole else slot.first_row - 1


def _rows(sheet: Sheet, slot: Slot) -> int:
    """The rows of a slot: where it goes down to the foot of its page, those above the advertisements there."""
    return min(slot.last_row, _free(sheet, slot)[1]) - _top(sheet, slot)


def _check_ads(pasteup: Pasteup, sheet: Sheet, slot: Slot) -> None:
    """Notes a slot upon which an advertisement stands. In slots that go down to the foot of their page a story goes round
    one, and all else ends above it."""
    top = _top(sheet, slot)
    foot = top + 1 if slot.last_row >= sheet.rows and not slot.bleeds else slot.last_row
    first, last = _free(sheet, slot)
    for one in sheet.bookings:
        beside = one.unit >= slot.last_unit or one.unit + one.ad.units < slot.first_unit
        if not beside and one.row < foot and top < one.row + one.rows:
            pasteup.ads.append(AdFit(one.ad.id, sheet.number, slot.span, slot.id, (first + 1, last)))


def _rule_slots(issue: Issue, sheet: Sheet, text: Mapping[Slot, range], slots: Sequence[Slot]) -> None:
    """Rules between neighbouring stories of a modular page, to the foot of the deeper; between two parts of one as between
    its legs. `text` are the rows of each below its head."""
    page = issue.style.page
    for slot in slots:
        _rule_above(issue, sheet, slot, slots)
        x, width = _across(issue, slot)
        for other in slots:
            if other.first_unit == slot.last_unit + 1:
                first = max(slot.first_row, other.first_row) - 1
                if other.id == slot.id:
                    first = max(text[slot].start, text[other].start)
                    if min(text[slot].stop, text[other].stop) <= first:
                        continue
                free = sheet.floor.feet[slot.last_unit - 1 : slot.last_unit + 1]
                last = min(slot.last_row, other.last_row, max(text[slot].stop, text[other].stop), *free)
                sheet.rule_between(first, last - 1, x + width + page.alley // 2)


def _rule_above(issue: Issue, sheet: Sheet, slot: Slot, slots: Sequence[Slot]) -> None:
    """The rule above a story that stands near below another; where a part of its own stands there too, only below the
    other."""
    whites = {other: slot.first_row - other.last_row - 1 for other in slots if share_units(slot, other)}
    near = [other for other, white in whites.items() if 0 < white <= 2 * issue.style.makeup.rows_between_stories]
    others = [other for other in near if other.id != slot.id]
    for other in others if len(others) < len(near) else others[:1]:
        first, last = slot.first_unit, slot.last_unit
        if len(others) < len(near):
            first, last = max(first, other.first_unit), min(last, other.last_unit)
        x, width = _across(issue, replace(slot, first_unit=first, last_unit=last))
        sheet.rule_off(slot.first_row - 1, whites[other], x, width, issue.style.makeup.story_rule)


def _place_piece(pasteup: Pasteup, sheet: Sheet, slot: Slot) -> None:
    piece = pasteup.issue.pieces.get(slot.id)
    pasteup.placed_pieces.add(slot.id)
    if isinstance(piece, Picture) and (slot.bleeds or slot.across):
        _bleed(pasteup, sheet, slot, piece)
        return
    x, width = _across(pasteup.issue, slot)
    display = _set_piece(pasteup, sheet, slot, width)
    sheet.place(display.paint, x, _top(sheet, slot))
    pasteup.tell(sheet, display.misfits, x, _top(sheet, slot))
    style = pasteup.issue.style
    needed = display.foot // style.page.leading or display.rows
    spare = _rows(sheet, slot) - needed
    if spare < 0 or spare > style.makeup.hole_rows or display.width > width:
        pasteup.slots.append(_slot_fit(pasteup.issue, sheet, slot, needed, display.width))


def _bleed(pasteup: Pasteup, sheet: Sheet, slot: Slot, picture: Picture) -> None:
    """A picture that reaches over the fold, or over the trim wherever its slot touches an edge."""
    setting, page = pasteup.galleys.page_setting(), pasteup.issue.style.page
    x, width = _across(pasteup.issue, slot)
    first, last = slot.first_row - 1, min(slot.last_row, sheet.rows)
    depth = max(1, last - first - 1) * page.leading + page.baseline - page.inset
    place = Place(sheet.number, sheet.left + x, sheet.row_top(first) + page.inset, width, depth)
    if slot.across is None:
        sheet.placed += set_bleeding(setting, picture, place, slot.edges(page, sheet.rows))
    else:
        sheet.placed += _half(setting, picture, place, slot, sheet.rows, slot.across)


def _half(
    setting: Setting, picture: Picture, place: Place, slot: Slot, rows: int, across: tuple[int, int]
) -> tuple[Placed, ...]:
    """The half of a picture across the fold in a place of its page of so many rows; its cutline below the wider half."""
    page, is_left = setting.style.page, place.page % 2 == 0
    edges = slot.edges(page, rows) if slot.bleeds else Edges(left=False, top=False, right=False, foot=False)
    left, right = page.width_of(page.units - across[0] + 1), page.width_of(across[1] - page.units)
    words = Display() if edges.foot else set_cutline(setting, picture, max(left, right))
    place = replace(place, depth=place.depth - words.last)
    beyond = page.margin_inside + (right if is_left else left)
    if slot.bleeds and (across[1] == 2 * page.units if is_left else across[0] == 1):
        beyond += page.margin_outside + page.bleed
    half = set_half(setting, picture, place, edges, beyond)
    return half if is_left is not (left >= right) else half + moved(words.paint, place.x, place.y + place.depth)


def _set_piece(pasteup: Pasteup, sheet: Sheet, slot: Slot, width: Emu) -> Display:
    """What a slot takes that is no story; as deep as it must be."""
    issue, setting, rows = pasteup.issue, pasteup.galleys.page_setting(), max(1, _rows(sheet, slot))
    match issue.pieces.get(slot.id):
        case Picture() as piece:
            return set_picture(setting, piece, width, max(rows, set_cutline(setting, piece, width).rows + 1))
        case Grid() as piece:
            return set_grid(setting, piece, width, rows)
        case Box() as piece:
            return set_box(setting, piece, width, set_body, rows)
        case Slogan() as piece:
            display = dress_slogan(setting, piece, width)
            spare = max(0, rows - display.rows) * issue.style.page.leading // 2
            return replace(display, paint=moved(display.paint, 0, spare), rows=max(rows, display.rows), foot=0)
        case _ if slot.kind is SlotKind.MASTHEAD:
            return _set_masthead(setting, issue.masthead, width, slot.legs or 1)
    contents, unlisted, needed = set_contents(PageSetting(setting, issue, sheet.number), width, rows)
    if unlisted:
        pasteup.lists.append(ListFit(unlisted, needed, rows, slot.span))
    return contents


def _set_masthead(setting: Setting, masthead: Body, width: Emu, legs: int) -> Display:
    """The masthead in level legs, on a grid of its own where its type is smaller than body text."""
    page = setting.style.page
    measure = page.measure_of(width, legs)
    inner = replace(setting.at(measure).inside("masthead"), part=Part.BOX).on_grid_of("body")
    leading = inner.style.page.leading
    galley = Galley([strip.blocks for strip in set_body(inner, masthead)])
    breaks, deepest = level_legs(galley, [0] * legs, setting.style.makeup)
    paint: list[Placed] = []
    begin = 0
    for leg, end in enumerate(breaks.ends):
        paint += moved(pour(galley, begin, end, leading), leg * (measure + page.alley), 0)
        begin = end.end
    return Display(tuple(paint), setting.rows(deepest * leading))


def _slot_fit(issue: Issue, sheet: Sheet, slot: Slot, rows: int, width: Emu = 0) -> SlotFit:
    x, of_width = _across(issue, slot)
    of_rows, over = _rows(sheet, slot), max(0, width - of_width)
    top, depth = sheet.row_top(_top(sheet, slot)), max(rows, of_rows) * issue.style.page.leading
    place = Place(sheet.number, sheet.left + x - over // 2, top, of_width + over, depth)
    return SlotFit(slot.id, rows, of_rows, place, slot.span, width, of_width)
