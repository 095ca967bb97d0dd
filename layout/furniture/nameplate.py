"""The nameplate: the paper's title with its ears, its motto, and the issue line with number, date and price."""

from dataclasses import replace

from layout.elements.dates import weekday_date
from layout.elements.display import Display
from layout.elements.setting import moved
from layout.furniture.setting import PageSetting
from layout.model.page import Part, Placed, Rule
from layout.model.style import Align
from layout.model.text import Text
from layout.record import record
from layout.units import Emu


@record
class NameplateOptions:
    """The paper's title with its ears and motto, and the line with number, date and price."""

    ear_units: int
    """Units of the page's grid that each ear takes; the title takes what they leave."""
    title_gap: Emu
    """White between the title and the ears."""
    motto_gap: Emu
    """White above the motto and below the last line."""
    ear_rule: Emu
    """The thickness of the rules above and below an ear."""
    ear_gap: Emu
    """White between an ear's text and its rules."""
    issue_rule: Emu
    """The thickness of the rules above and below the line with number, date and price."""
    issue_rows: int
    """Grid rows that this line takes."""
    rows_below: int
    """Grid rows of white below it."""


def set_nameplate(page: PageSetting, options: NameplateOptions) -> Display:
    """Title, motto and ears, and under them the issue line between its rules."""
    style, width, leading = page.setting.style, page.width, page.setting.style.page.leading
    plate = page.issue.nameplate
    ear = style.page.width_of(options.ear_units) if plate.left_ear or plate.right_ear else 0
    room = width - 2 * (ear + options.title_gap if ear else 0)
    title = _set_title(page, room)
    middle = (width - room) // 2
    paint = list(moved(title.paint, middle, -title.top))
    foot = max(placed.y for placed in paint)
    if plate.motto:
        motto = page.line(plate.motto, style.text["motto"], Align.CENTRE, room)
        paint += moved(motto.paint, middle, foot + options.motto_gap - motto.top)
        foot = max(placed.y for placed in paint)
    for text, x in ((plate.left_ear, 0), (plate.right_ear, width - ear)):
        if text:
            paint += _set_ear(page, options, text, x, ear, foot)
    rows = page.setting.rows(foot + options.motto_gap)
    paint += moved(_set_issue_line(page, options), 0, rows * leading)
    return Display(tuple(paint), rows + options.issue_rows + options.rows_below)


def _set_title(page: PageSetting, room: Emu) -> Display:
    """The title on one line, as large as the style says or as the room allows."""
    role = page.setting.style.text["nameplate"]
    while (width := page.width_of(page.issue.nameplate.title, role)) > room:  # smaller type is cut wider
        size = role.size * room // width
        role = replace(role, size=size, leading=size)
    return page.line(page.issue.nameplate.title, role, Align.CENTRE, room)


def _set_ear(page: PageSetting, options: NameplateOptions, text: Text, x: Emu, ear: Emu, foot: Emu) -> list[Placed]:
    """An ear's lines in the middle of the nameplate's depth, between two rules."""
    style = page.setting.style
    lines = page.line(text, style.text["ear"], Align.CENTRE, ear)
    last = max(placed.y for placed in lines.paint) - lines.top
    top = max(0, (foot - last) // 2)
    rule = Rule(ear, 0, options.ear_rule, style.makeup.rule_ink)
    rules = [
        Placed(x, y, rule, Part.FURNITURE, page.issue.span)
        for y in (top - options.ear_gap, top + last + options.ear_gap)
    ]
    return [*rules, *moved(lines.paint, x, top - lines.top)]


def _set_issue_line(page: PageSetting, options: NameplateOptions) -> tuple[Placed, ...]:
    style, issue, width = page.setting.style, page.issue, page.width
    role, depth = style.text["issue-line"], options.issue_rows * style.page.leading
    number = page.words("number", number=issue.number) if issue.number else ""
    left = " · ".join(part for part in (number, issue.edition) if part)
    price = page.words("price", price=issue.price) if issue.price else ""
    texts = (
        (left, Align.LEFT),
        (weekday_date(issue.date, issue.language), Align.CENTRE),
        (price, Align.RIGHT),
    )
    paint: list[Placed] = []
    for text, align in texts:
        if text:
            line = page.line(text, role, align, width)
            middle = (depth + line.paint[0].y - line.top) // 2
            paint += moved(line.paint, 0, middle - line.paint[0].y)
    rule = Rule(width, 0, options.issue_rule, style.makeup.rule_ink)
    return (*paint, *(Placed(0, y, rule, Part.FURNITURE, issue.span) for y in (0, depth)))
