"""The head of a story: kicker, headline, deck across the story; byline and dateline at the top of its first leg."""

from dataclasses import replace

from layout.elements.dates import long_date
from layout.elements.display import Display, set_display_lines, stacked
from layout.elements.setting import Setting
from layout.model.issue import Article
from layout.model.page import Block, Breaking
from layout.model.style import TextStyle
from layout.model.text import Inline, Text
from layout.units import Emu


def set_head(setting: Setting, article: Article, width: Emu) -> Display:
    """Kicker, headline and deck, `width` wide.

    The headline takes the size of the story's priority, or the next smaller one until it stands in the style's number
    of lines. The deck is the style's `deck`, or its `deck-3` where it has one and the headline is a `headline-3`.
    """
    displays = []
    if article.kicker:
        displays.append(
            set_display_lines(setting, article.kicker, setting.role("kicker"), width, article.kicker[0].span)
        )
    headline, size = _set_headline(setting, article, width)
    if article.headline:
        displays.append(headline)
    if article.deck:
        displays.append(set_display_lines(setting, article.deck, _deck(setting, size), width, article.deck[0].span))
    below = setting.role("deck" if article.deck else "headline-1").rows_below if displays else 0
    return stacked(displays, setting.style.page.leading, below)


def _set_headline(setting: Setting, article: Article, width: Emu) -> tuple[Display, int]:
    """The headline, and the number of the role that it is set in."""
    roles = [size for size in range(1, 10) if f"headline-{size}" in setting.style.text]
    sizes = [size for size in roles if size >= article.priority] or roles[-1:]
    display, size = Display(), 1
    span = article.headline[0].span if article.headline else article.span
    for size in sizes:
        display = set_display_lines(setting, article.headline, setting.role(f"headline-{size}"), width, span)
        if display.lines <= setting.style.makeup.headline_lines and display.width <= width:
            break
    return display, size


def _deck(setting: Setting, size: int) -> TextStyle:
    own = f"deck-{size}"
    return setting.role(own if own in setting.style.text else "deck")


def set_byline(setting: Setting, article: Article) -> tuple[Block, ...]:
    """Who wrote it, for whom they sign, and where and when it was filed: blocks that keep with the lede."""
    blocks: list[Block] = []
    for text, role in (
        (_names(article), "byline"),
        (_note(article), "byline-note"),
        (_filed(setting, article), "dateline"),
    ):
        if text:
            display = set_display_lines(setting, text, setting.role(role), setting.measure, article.span)
            blocks.append(
                Block(
                    display.paint,
                    display.rows,
                    Breaking.FORBIDDEN,
                    words=display.words,
                    kind="byline",
                    span=article.span,
                )
            )
    if blocks:
        last = blocks[-1]
        blocks[-1] = replace(last, rows=last.rows + setting.role("byline").rows_below)
    return tuple(blocks)


def _names(article: Article) -> Text:
    return (Inline(", ".join(article.byline), article.span),) if article.byline else ()


def _note(article: Article) -> Text:
    return (Inline(article.byline_note, article.span),) if article.byline_note else ()


def _filed(setting: Setting, article: Article) -> Text:
    dateline = article.dateline
    if dateline is None:
        return ()
    parts = [dateline.place] if dateline.place else []
    if dateline.date is not None:
        parts.append(long_date(dateline.date, setting.language))
    return (Inline(", ".join(parts), article.span),) if parts else ()
