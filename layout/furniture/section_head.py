"""The section head: a country or subject, on the first page of its section."""

from dataclasses import dataclass

from layout.elements.setting import Display
from layout.furniture.setting import PageSetting
from layout.model.page import Part, Placed, Rule
from layout.model.style import Align
from layout.units import Emu


@dataclass(frozen=True, slots=True)
class SectionHeadOptions:
    """A rule `rule` thick above the name; `rows_below` of white under it."""

    rule: Emu
    gap: Emu
    rows_below: int


def set_section_head(page: PageSetting, options: SectionHeadOptions) -> Display:
    """The section's name under its rule; nothing on a page where no section begins."""
    if not page.section:
        return Display()
    style = page.setting.style
    role = style.text["section-head"]
    name = page.line(page.section, role, Align.LEFT, page.width)
    rule = Placed(0, options.rule // 2, Rule(page.width, 0, options.rule, role.ink), Part.FURNITURE, page.issue.span)
    top = options.rule + options.gap
    depth = top - name.top + max(p.y for p in name.paint)
    lines = tuple(Placed(p.x, p.y - name.top + top, p.paint, Part.FURNITURE, p.span) for p in name.paint)
    return Display((rule, *lines), page.setting.rows(depth) + options.rows_below)
