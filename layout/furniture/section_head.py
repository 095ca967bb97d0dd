"""The section head: a country or subject, on the first page of its section; small, or as the nameplate of a section front."""

from enum import Enum

from layout.elements.display import Display
from layout.elements.setting import moved
from layout.furniture.setting import PageSetting
from layout.model.page import Part, Placed, Rule
from layout.record import record
from layout.units import Emu


class SectionRole(Enum):
    """The text roles that a section's name may be set in."""

    HEAD = "section-head"
    NAMEPLATE = "section-nameplate"


@record
class SectionHeadOptions:
    """The name of the section that begins on the page, under a rule."""

    rule: Emu
    """The thickness of the rule above the name."""
    gap: Emu
    """White between that rule and the capitals of the name."""
    rows_below: int
    """Grid rows of white below all."""
    role: SectionRole = SectionRole.HEAD
    """How the name is set: section-head, or section-nameplate on a section's own front."""
    rule_below: Emu = 0
    """The thickness of a rule below the name; 0pt for none."""
    gap_below: Emu = 0
    """From the name's line of type to that rule."""


def set_section_head(page: PageSetting, options: SectionHeadOptions) -> Display:
    """The section's name under its rule; nothing on a page where no section begins."""
    if not page.section:
        return Display()
    role = page.setting.style.text[options.role.value]
    name = page.line(page.section, role, role.align, page.width)
    lines = moved(name.paint, 0, options.rule + options.gap - name.top)
    foot = max(placed.y for placed in lines) + options.gap_below
    rules = tuple(
        Placed(0, y, Rule(page.width, 0, thickness, ink), Part.FURNITURE, page.issue.span)
        for thickness, y, ink in (
            (options.rule, options.rule // 2, role.ink),
            (options.rule_below, foot, page.setting.style.makeup.rule_ink),
        )
        if thickness
    )
    return Display((*rules, *lines), page.setting.rows(foot) + options.rows_below)
