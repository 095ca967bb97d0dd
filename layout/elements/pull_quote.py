"""Pull quotes: a sentence of the story, set large."""

from layout.diagnostics import Span
from layout.elements.display import Display, set_display_lines
from layout.elements.setting import Setting, moved
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
    role, spread = setting.role("pull-quote"), setting.style.makeup.spread_rows
    below = 0 if quote.need is Need.REQUIRED else role.rows_below
    return (
        Block(
            display.paint,
            display.rows + below,
            rows_above=role.rows_above,
            spread=spread,
            words=display.words,
            kind="pull quote",
            span=quote.span,
        ),
    )


def dress_pull_quote(setting: Setting, quote: PullQuote, width: Emu) -> Display:
    """The quotation and its credit between rules, `width` wide, without the white around it.

    As pictures do, the rules reach from the height of the capitals beside them to a baseline; between them is as much white
    above the quotation's capitals as below the last baseline.
    """
    page, makeup = setting.style.page, setting.style.makeup
    words = set_display_lines(setting, quote.text, setting.role("pull-quote"), width, quote.span, Part.SLOGAN)
    credit = _credit(setting, quote, width)
    rows = 1 + words.rows + credit.rows
    rules = tuple(
        Placed(0, y, Rule(width, 0, makeup.story_rule, makeup.rule_ink), Part.RULE, quote.span, setting.story)
        for y in (page.inset, (rows - 1) * page.leading + page.baseline)
        if makeup.story_rule
    )
    lines = words.paint + moved(credit.paint, 0, words.rows * page.leading)
    below = (rows - 1) * page.leading + page.baseline - max(line.y for line in lines)
    middle = moved(lines, 0, (page.inset + below - words.top) // 2)
    return Display(rules + middle, rows, words.words + credit.words, words.lines)


def _credit(setting: Setting, quote: PullQuote, width: Emu) -> Display:
    if not quote.credit:
        return Display()
    text = (Inline(quote.credit, quote.span),)
    return set_display_lines(setting, text, setting.role("pull-quote-credit"), width, quote.span, Part.SLOGAN)
