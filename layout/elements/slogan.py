"""Slogans: display lines, each broken where the editor broke it."""

from layout.diagnostics import Span
from layout.elements.display import Display, set_display_lines
from layout.elements.setting import Setting, moved
from layout.model.issue import At
from layout.model.page import Block, Part, Placed, Rule
from layout.model.style import SloganLook
from layout.model.text import Inline, LineFit, Text
from layout.record import record
from layout.units import Emu


@record
class Slogan:
    """One to eight display lines; `legs` wide (0: the story's or page's whole width)."""

    id: str
    lines: tuple[Text, ...]
    look: str
    legs: int
    span: Span
    at: At = At.ANY


def set_slogan(setting: Setting, slogan: Slogan) -> tuple[Block, ...]:
    """A slogan inside a leg; the white below it is that of what follows."""
    look = setting.style.slogans[slogan.look]
    display = dress_slogan(setting, slogan, setting.measure)
    return (
        Block(
            display.paint,
            display.rows,
            rows_above=look.rows_above,
            spread=setting.style.makeup.spread_rows,
            words=display.words,
            kind="slogan",
            fit=LineFit.OVERFULL if display.width > setting.measure else LineFit.FITS,
            span=slogan.span,
            piece=slogan.id,
        ),
    )


def dress_slogan(setting: Setting, slogan: Slogan, width: Emu) -> Display:
    """The slogan's lines between its look's rules, `width` wide, in whole rows without the white around it.

    The lines stand in the optical middle between the rules: as much white above the capitals as below the last
    baseline.
    """
    look = setting.style.slogans[slogan.look]
    display = set_display_lines(
        setting, _joined(slogan.lines), setting.role(look.role), width, slogan.span, Part.SLOGAN
    )
    ruled = bool(look.rule_above) + bool(look.rule_below)
    if not ruled:
        return display
    leading = setting.style.page.leading
    rows = display.rows + ruled
    depth = rows * leading
    foot = max(placed.y for placed in display.paint)
    middle = (depth - (foot - display.top)) // 2 - display.top
    paint = moved(display.paint, 0, middle) + _rules(setting, look, width, depth, slogan.span)
    return Display(paint, rows, display.words, display.lines, width=display.width)


def _joined(lines: tuple[Text, ...]) -> Text:
    joined: list[Inline] = []
    for line in lines:
        if joined and line:
            joined.append(Inline("\n", line[0].span))
        joined += line
    return tuple(joined)


def _rules(setting: Setting, look: SloganLook, width: Emu, depth: Emu, span: Span) -> tuple[Placed, ...]:
    rules = []
    for thickness, y in ((look.rule_above, look.rule_above // 2), (look.rule_below, depth - look.rule_below // 2)):
        if thickness:
            rule = Rule(width, 0, thickness, look.rule_ink)
            rules.append(Placed(0, y, rule, Part.RULE, span, setting.story))
    return tuple(rules)
