"""The contents list: what stands inside, and on which page."""

from layout.elements.display import Display
from layout.elements.setting import moved
from layout.furniture.setting import PageSetting
from layout.model.issue import Article
from layout.model.page import Part, Placed, Rule
from layout.model.style import Align
from layout.units import Emu


def set_contents(page: PageSetting, width: Emu, rows: int) -> tuple[Display, tuple[str, ...], int]:
    """A heading and a line or more for each story that stands on another page, in page order, as many as `rows` rows hold;
    the slugs of those for which there is no room, the least in priority, the last first; and the rows that all would take."""
    style = page.setting.style
    heading = page.line(page.words("contents"), style.text["kicker"], Align.LEFT, width)
    pages = page.setting.pages
    elsewhere = [one for one in page.issue.articles if one.headline and pages.get(one.slug) != page.number]
    listed = sorted(elsewhere, key=lambda article: pages.get(article.slug, 0))
    entries = {article.slug: _set_entry(page, article, pages.get(article.slug), width) for article in listed}
    left = sorted(listed, key=lambda article: (article.priority, pages.get(article.slug, 0)))
    needed = heading.rows + sum(entry.rows for entry in entries.values())
    over = needed - rows
    unlisted: list[str] = []
    while over > 0 and left:
        unlisted.append(left.pop().slug)
        over -= entries.pop(unlisted[-1]).rows
    paint, row = list(heading.paint), heading.rows
    for entry in entries.values():
        paint += moved(entry.paint, 0, row * style.page.leading)
        row += entry.rows
    return Display(tuple(paint), row), tuple(unlisted), needed


def _set_entry(page: PageSetting, article: Article, number: int | None, width: Emu) -> Display:
    """A story's headline and, at the right, its page, under a hairline: of its headlines that take the fewest rows, the
    longest."""
    style = page.setting.style
    pages = page.line("00" if number is None else str(number), style.text["contents-page"], Align.RIGHT, width)
    room = width - 2 * style.text["contents-page"].size
    said = sorted((article.headline, *article.headlines), key=lambda text: -sum(len(inline.text) for inline in text))
    titles = [page.line(headline, style.text["contents"], Align.LEFT, room) for headline in said]
    title = min(titles, key=lambda title: title.rows)
    rule = Rule(width, 0, style.makeup.column_rule or style.makeup.story_rule, style.makeup.rule_ink)
    return Display((Placed(0, 0, rule, Part.FURNITURE, article.span), *title.paint, *pages.paint), title.rows)
