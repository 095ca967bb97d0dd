"""The contents list: what stands inside, and on which page."""

from layout.elements.setting import Display, moved
from layout.furniture.setting import PageSetting
from layout.model.issue import Article
from layout.model.page import Part, Placed, Rule
from layout.model.style import Align
from layout.units import Emu


def set_contents(page: PageSetting, width: Emu, rows: int) -> Display:
    """A heading and a line or more for each story that stands on another page, as many as `rows` rows hold."""
    style = page.setting.style
    heading = page.line(page.words("contents"), style.text["kicker"], Align.LEFT, width)
    paint, row = list(heading.paint), heading.rows
    for article in page.issue.articles:
        number = page.setting.pages.get(article.slug)
        if number == page.number or not article.headline:
            continue
        entry = _set_entry(page, article, number, width)
        if row + entry.rows > rows:
            break
        paint += moved(entry.paint, 0, row * style.page.leading)
        row += entry.rows
    return Display(tuple(paint), row)


def _set_entry(page: PageSetting, article: Article, number: int | None, width: Emu) -> Display:
    """A story's shortest headline and, at the right, its page, under a hairline."""
    style = page.setting.style
    pages = page.line("00" if number is None else str(number), style.text["contents-page"], Align.RIGHT, width)
    room = width - 2 * style.text["contents-page"].size
    title = page.line((article.headlines or (article.headline,))[-1], style.text["contents"], Align.LEFT, room)
    rule = Rule(width, 0, style.makeup.column_rule or style.makeup.story_rule, style.makeup.rule_ink)
    return Display((Placed(0, 0, rule, Part.FURNITURE, article.span), *title.paint, *pages.paint), title.rows)
