"""Pull quotes: a sentence of the story, set large."""

from layout.diagnostics import Span
from layout.elements.setting import Display, Setting, moved, set_display_lines
from layout.model.issue import At, Need
from layout.model.page import Block, Part, Placed, Rule
from layout.model.text import Inline, Text
from layout.record import record
from layout.units import Emu


@record
class PullQuote:
    """A quotation displayed in the story; `credit` says whose words they are."""

    text: Text
    span: Span
    credit: str = ""
    legs: int = 1
    at: At = At.ANY
    need: Need = Need.REQUIRED


def set_pull_quote(setting: Setting, quote: PullQuote) -> tuple[Block, ...]:
    """A pull quote inside a leg. The white below one that must stand is that of what follows."""
    display = dress_pull_quote(setting, quote, setting.measure)
    below = 0 if quote.need is Need.REQUIRED else 1
    spread = setting.style.makeup.spread_rows
    return (
        Block(
            display.paint,
            display.rows + below,
            rows_above=1,
            spread=spread,
            words=display.words,
            kind="pull quote",
            span=quote.span,
        ),
    )


def dress_pull_quote(setting: Setting, quote: PullQuote, width: Emu) -> Display:
    """The quotation and its credit under a rule, `width` wide, without the white around it."""
    style, leading = setting.style, setting.style.page.leading
    words = set_display_lines(setting, quote.text, setting.role("pull-quote"), width, quote.span, Part.SLOGAN)
    credit = _credit(setting, quote, width)
    rows = 1 + words.rows + credit.rows
    thickness, ink = style.makeup.story_rule, style.makeup.rule_ink
    rules = tuple(
        Placed(0, y, Rule(width, 0, thickness, ink), Part.RULE, quote.span, setting.story)
        for y in (thickness // 2, rows * leading - thickness // 2)
        if thickness
    )
    lines = moved(words.paint, 0, leading // 2) + moved(credit.paint, 0, words.rows * leading + leading // 2)
    return Display(rules + lines, rows, words.words + credit.words, words.lines)


def _credit(setting: Setting, quote: PullQuote, width: Emu) -> Display:
    if not quote.credit:
        return Display()
    text = (Inline(quote.credit, quote.span),)
    return set_display_lines(setting, text, setting.role("pull-quote-credit"), width, quote.span, Part.SLOGAN)
