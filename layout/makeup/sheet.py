"""A page while it is made up: its furniture, the rows that are left, and what has been placed.

Gives a `Page` at the end. The only mutable thing in make-up.
"""

from dataclasses import replace

from layout.elements.setting import Setting, moved
from layout.furniture import FURNITURE
from layout.furniture.setting import PageSetting
from layout.makeup.ads import Booking, Floor, set_ad
from layout.model.issue import Ad, Issue
from layout.model.page import Page, Part, Placed, Rule
from layout.units import Emu


class Sheet:
    """One page. Rows count from the top of its well, which begins below its furniture; `bookings` are its
    advertisements, `floor` what they leave of that, `crowded_out` are those that find no room."""

    def __init__(self, issue: Issue, setting: Setting, number: int, furniture: str, section: str) -> None:
        style = issue.style
        self.number = number
        self.placed: list[Placed] = []
        self.score: dict[str, int] = {}
        self._style = style
        page = PageSetting(setting, issue, number, section)
        rows = 0
        for piece in style.furniture.get(furniture, ()):
            display = FURNITURE[piece.kind][1](page, piece.options)
            self.placed += moved(display.paint, self.left, self.top + rows * style.page.leading)
            rows += display.rows
        self.head_rows = rows
        self.rows = style.page.rows - rows
        self.floor = Floor(style.page, style.makeup, number, self.rows)
        self.bookings: list[Booking] = []
        self.crowded_out: list[Ad] = []
        for ad, booking in self.floor.book([ad for ad in issue.ads if ad.page == number]):
            if booking is None:
                self.crowded_out.append(ad)
            else:
                self.bookings.append(booking)
                self.place(set_ad(replace(setting, language=issue.language), booking), 0, 0)

    @property
    def left(self) -> Emu:
        """Left edge of the live area: the inside margin on a right-hand page."""
        page = self._style.page
        return page.margin_inside if self.number % 2 else page.margin_outside

    @property
    def top(self) -> Emu:
        """Top edge of the live area."""
        return self._style.page.margin_top

    def place(self, paint: tuple[Placed, ...], x: Emu, row: int) -> None:
        """Paints whose origin is `x` from the left of the live area and `row` rows down the well."""
        self.placed += moved(paint, self.left + x, self.row_top(row))

    def row_top(self, row: int) -> Emu:
        """Top of a row of the well on the page."""
        return self.top + (self.head_rows + row) * self._style.page.leading

    def rule_off(self, row: int, white: int, x: Emu, width: Emu, thickness: Emu) -> None:
        """The rule between two stories, or parts of one, one above the other: in the middle of the `white` rows above
        `row`."""
        makeup, page = self._style.makeup, self._style.page
        if thickness:
            y = (page.baseline + page.inset - page.leading - white * page.leading) // 2
            rule = Placed(0, y, Rule(width, 0, thickness, makeup.rule_ink), Part.RULE)
            self.place((rule,), x, row)

    def rule_between(self, first_row: int, last_row: int, x: Emu) -> None:
        """The rule between two stories side by side, over rows `first_row` to `last_row`, from capitals to baseline."""
        makeup, page = self._style.makeup, self._style.page
        if makeup.column_rule and last_row >= first_row:
            depth = (last_row - first_row) * page.leading + page.baseline - page.inset
            rule = Placed(0, page.inset, Rule(0, depth, makeup.column_rule, makeup.rule_ink), Part.RULE)
            self.place((rule,), x, first_row)

    def add(self, name: str, cost: int) -> None:
        """Adds to the page's score."""
        if cost:
            self.score[name] = self.score.get(name, 0) + cost

    def finished(self) -> Page:
        """The page as it goes to paper."""
        page = self._style.page
        live = (self.left, self.top, page.live_width, page.rows * page.leading)
        placed, score = tuple(self.placed), dict(self.score)
        return Page(self.number, page.width, page.depth, page.bleed, live, placed, score, self.rows)
