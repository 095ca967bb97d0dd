"""The advertisements of a page: where they stand, and which rows of which units they leave.

Takes a page's advertisements and its rows, gives a `Booking` for each that finds room. They are stacked from the foot (or
the head) of the page, the largest first, each as low and as far outward as it can: a pyramid, beside and above which text
stands. An advertisement is never enlarged, reduced in one direction or cut.
"""

from collections.abc import Iterator, Sequence

from layout.elements.display import set_display_lines
from layout.elements.setting import Setting, moved
from layout.elements.wording import phrase
from layout.model.issue import Ad, Corner
from layout.model.page import Part, Picture, Placed, Rule
from layout.model.style import Makeup, PageStyle
from layout.model.text import Inline
from layout.record import record
from layout.units import Emu

_AT_THE_TOP = (Corner.TOP, Corner.TOP_INNER, Corner.TOP_OUTER)
_IN_THE_MIDDLE = (Corner.TOP, Corner.BOTTOM)
_INNER = (Corner.TOP_INNER, Corner.BOTTOM_INNER)


@record
class Booking:
    """An advertisement's place: its first unit, its first row and its rows, from 0; the white between it and the text is
    among them."""

    ad: Ad
    unit: int
    row: int
    rows: int


class Floor:
    """The rows of each unit of a page that advertisements leave: from `tops` to before `feet`."""

    def __init__(self, page: PageStyle, makeup: Makeup, number: int, rows: int) -> None:
        self._page, self._gap, self._number = page, makeup.ad_gap, number
        self.tops, self.feet = [0] * page.units, [rows] * page.units

    def book(self, ads: Sequence[Ad]) -> Iterator[tuple[Ad, Booking | None]]:
        """Places for advertisements, the largest first; None for one that finds no room."""
        for ad in sorted(ads, key=lambda ad: -ad.units * ad.depth):
            found = [booking for unit in self._order(ad) if (booking := self._at(ad, unit)) is not None]
            down = 1 if ad.at in _AT_THE_TOP else -1
            booking = min(found, key=lambda booking: down * booking.row, default=None)
            if booking is not None:
                self._take(booking)
            yield ad, booking

    def ends(self, unit: int, units: int, legs: int) -> tuple[int, ...]:
        """The rows before which each of the legs in some units ends."""
        page = self._page
        left, width = page.left_of(unit), page.width_of(units)
        measure = page.measure_of(width, legs)
        starts = [left + leg * (measure + page.alley) for leg in range(legs)]
        return tuple(
            min(foot for at, foot in enumerate(self.feet) if self._over(at, start, start + measure)) for start in starts
        )

    def _over(self, unit: int, left: Emu, right: Emu) -> bool:
        at = self._page.left_of(unit)
        return at < right and left < at + self._page.width_of(1)

    def _order(self, ad: Ad) -> list[int]:
        """The units at which it may begin, those that it asks for first."""
        first = list(range(self._page.units - ad.units + 1))
        if ad.at in _IN_THE_MIDDLE:
            return sorted(first, key=lambda unit: abs(2 * unit + ad.units - self._page.units))
        rightward = (ad.at in _INNER) == bool(self._number % 2)
        return first if rightward else first[::-1]

    def _at(self, ad: Ad, unit: int) -> Booking | None:
        """The advertisement at a unit; where it has all rows to the furniture, no white is left there."""
        page, across = self._page, slice(unit, unit + ad.units)
        top, foot = max(self.tops[across]), min(self.feet[across])
        rows, bare = -(-(ad.depth + self._gap) // page.leading), page.rows_of(ad.depth)
        if foot - top < rows:
            if foot - top < bare or top:
                return None
            rows = foot - top
        return Booking(ad, unit, top if ad.at in _AT_THE_TOP else foot - rows, rows)

    def _take(self, booking: Booking) -> None:
        for unit in range(booking.unit, booking.unit + booking.ad.units):
            if booking.ad.at in _AT_THE_TOP:
                self.tops[unit] = booking.row + booking.rows
            else:
                self.feet[unit] = booking.row


def set_ad(setting: Setting, booking: Booking) -> tuple[Placed, ...]:
    """The advertisement from the top left corner of the well: whole, no larger than booked, in the middle of its place;
    with the style's rule and word in the white beside it."""
    ad, page, makeup = booking.ad, setting.style.page, setting.style.makeup
    x, width = page.left_of(booking.unit), page.width_of(ad.units)
    at_top = ad.at in _AT_THE_TOP
    top = booking.row * page.leading + page.inset
    if not at_top:
        top = (booking.row + booking.rows - 1) * page.leading + page.baseline - ad.depth
    across, down = ad.source.size or ad.source.pixels
    shown, tall = min(width, ad.depth * across // max(1, down)), min(ad.depth, width * down // max(1, across))
    paint = Picture(shown, tall, ad.source, alt=ad.alt)
    placed = [Placed(x + (width - shown) // 2, top + (ad.depth - tall) // 2, paint, Part.AD, ad.span)]
    white = booking.rows * page.leading - ad.depth >= makeup.ad_gap
    if white and makeup.ad_rule:
        y = top + ad.depth + makeup.ad_gap // 2 if at_top else top - makeup.ad_gap // 2
        placed.append(Placed(x, y, Rule(width, 0, makeup.ad_rule, makeup.rule_ink), Part.AD, ad.span))
    if white and makeup.ad_label and not at_top:
        placed += _label(setting, ad, x, top - makeup.ad_label, width)
    return tuple(placed)


def _label(setting: Setting, ad: Ad, x: Emu, baseline: Emu, width: Emu) -> tuple[Placed, ...]:
    """The word that tells readers that this is an advertisement, on a baseline."""
    word = Inline(phrase(setting.style, setting.language, "advertisement"), ad.span)
    display = set_display_lines(setting, (word,), setting.role("ad-label"), width, ad.span, Part.AD)
    return moved(display.paint, x, baseline - max(placed.y for placed in display.paint))
