"""What page furniture needs to know: the issue, the page, and how to set text."""

from dataclasses import replace

from layout.elements.display import Display, set_display_lines
from layout.elements.setting import Setting
from layout.elements.wording import phrase
from layout.model.issue import Issue
from layout.model.page import Part
from layout.model.style import Align, TextStyle
from layout.model.text import Inline, Text
from layout.record import record
from layout.typeset.setting import text_width
from layout.units import Emu


@record
class PageSetting:
    """One page to be furnished. `section` is the section that begins on it, or nothing."""

    setting: Setting
    issue: Issue
    number: int
    section: str = ""

    @property
    def width(self) -> Emu:
        """Width of the live area."""
        return self.issue.style.page.live_width

    @property
    def recto(self) -> bool:
        """Whether this is a right-hand page: odd, as page 1 is."""
        return self.number % 2 == 1

    def words(self, name: str, **values: object) -> str:
        """A phrase of the style in the issue's language, else in English, with its values filled in."""
        return phrase(self.issue.style, self.issue.language, name).format(**values)

    def line(self, text: str | Text, role: TextStyle, align: Align, width: Emu) -> Display:
        """Furniture text, aligned as its place asks."""
        inlines = (Inline(text, self.issue.span),) if isinstance(text, str) else text
        return set_display_lines(
            self.setting, inlines, replace(role, align=align), width, self.issue.span, Part.FURNITURE
        )

    def width_of(self, text: str, role: TextStyle) -> Emu:
        """Width of a text on one line."""
        setting = self.setting
        return text_width(setting.case, text, role, setting.language)
