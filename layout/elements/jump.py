"""Jumps: the line that says where a story goes on, and the small head over the part that went.

Takes page numbers that are known from the dummy, so both have their depth and their words from the start.
"""

from layout.elements.display import Display, set_display_lines, stacked
from layout.elements.setting import Setting
from layout.elements.wording import phrase
from layout.model.issue import Article
from layout.model.text import Inline
from layout.units import Emu


def set_jump_line(setting: Setting, article: Article, page: int) -> Display:
    """Such as "Continued on page 4", in the story's language, at the measure of a leg."""
    words = phrase(setting.style, article.language, "continued-on").format(page=page)
    return set_display_lines(
        setting, (Inline(words, article.span),), setting.role("jump-line"), setting.measure, article.span
    )


def set_jump_head(setting: Setting, article: Article, width: Emu, page: int, last_page: int) -> Display:
    """The story's shortest headline and "Continued from page 1" over the part that jumped."""
    name = {1: "continued-from-front", last_page: "continued-from-back"}.get(page, "continued-from")
    words = phrase(setting.style, article.language, name).format(page=page)
    headline = min((article.headline, *article.headlines), key=lambda text: sum(len(inline.text) for inline in text))
    displays = [
        set_display_lines(setting, text, setting.role(role), width, article.span)
        for text, role in ((headline, "jump-headline"), ((Inline(words, article.span),), "from-line"))
        if text
    ]
    return stacked(displays, setting.style.page.leading, setting.role("jump-headline").rows_below)
