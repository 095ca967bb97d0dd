"""What a printer takes: a press profile as plain values.

Every number of the printing trade that the program uses stands here and comes from `styles/press/*.yaml`. Ink amounts
are tenths of a percent, lengths EMU, resolutions pixels an inch.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from enum import Enum
from pathlib import Path
from types import MappingProxyType

from layout.diagnostics import Severity
from layout.record import record
from layout.units import Emu, mm, pt


class Standard(Enum):
    """The standard that a PDF claims to keep."""

    NONE = "none"
    X4 = "pdf/x-4"
    X1A = "pdf/x-1a:2003"


class Colour(Enum):
    """What pictures are made of: PROCESS separates them for the press, AS_SUPPLIED leaves RGB as it is."""

    PROCESS = "process"
    AS_SUPPLIED = "as-supplied"


@record
class Intent:
    """The output intent: the printing condition's name in its registry, and the file of its ICC profile."""

    condition: str = ""
    registry: str = ""
    info: str = ""
    profile: Path | None = None


@record
class InkLimits:
    """The most ink anywhere (`total`), and that to which pictures are separated (`pictures`); the spot inks that the
    press has besides the four; the pages that have colour, as `1`, `n`, `n/2`, `n/2+1`, `2-5` or `all`."""

    total: int = 2400
    pictures: int = 2200
    spots: tuple[str, ...] = ()
    colour_pages: tuple[str, ...] = ("all",)


@record
class Resolution:
    """Effective resolutions: under `least` an error, under `fair` a warning, over `most` a note. What is over `most` is
    brought down to `target` when pictures are separated. `line_` is said of 1-bit art; `sharpen` is the amount of
    unsharp masking in percent."""

    least: int = 100
    fair: int = 150
    most: int = 450
    target: int = 300
    line_least: int = 550
    line_fair: int = 800
    line_most: int = 2400
    sharpen: int = 0


@record
class TypeLimits:
    """The smallest type in solid ink, in a tint, and reversed or in several inks; the least ground, in tenths of a
    percent, that reversed type may stand on."""

    solid: Emu = pt(6)
    tinted: Emu = pt(8)
    reversed: Emu = pt(10)
    reversed_ground: int = 450


@record
class RuleLimits:
    """The thinnest rule in solid ink, tinted or reversed in one ink, and tinted or reversed in several."""

    solid: Emu = pt(0.25)
    tinted: Emu = pt(1)
    several: Emu = pt(1.5)


@record
class Overprint:
    """Text under `text` and rules under `rules` in 100 K print over what is below them."""

    text: Emu = pt(12)
    rules: Emu = pt(2)


@record
class PageLimits:
    """The page count is a multiple of `multiple`; what touches the trim reaches `bleed` over it, text stays `safe` inside
    it; an advertisement may be off its booked size by `ad_tolerance`."""

    multiple: int = 4
    bleed: Emu = mm(3)
    safe: Emu = mm(5)
    ad_tolerance: Emu = mm(0.5)


class Mark(Enum):
    """What may be printed outside the bleed."""

    CROP = "crop"
    REGISTRATION = "registration"
    COLOUR_BAR = "colour-bar"
    SLUG = "slug"


class Product(Enum):
    """What `layout press` makes: the issue as one file, a file a page, pages as read side by side, pages as printed on
    sheets that are folded, and the two pages in the middle as one."""

    ISSUE = "issue"
    PAGES = "pages"
    READER_SPREADS = "reader-spreads"
    PRINTER_SPREADS = "printer-spreads"
    CENTRE = "centre"


@record
class Products:
    """The files that a press wants. `file` names a page's file: {publication}, {date:%Y%m%d}, {section}, {page:03} and
    {colour} (`4c`, or `1c` without colour). `signature` is the number of pages folded into one another, 0 for all."""

    make: tuple[Product, ...] = (Product.ISSUE,)
    file: str = "{publication}_{date:%Y%m%d}_{section}{page:03}_{colour}.pdf"
    signature: int = 0
    marks: tuple[Mark, ...] = ()


@record
class Press:
    """A press profile. `severities` says how grave a rule's findings are, where that is not as the rule has it; None
    switches the rule off."""

    name: str
    standard: Standard
    colour: Colour
    intent: Intent = Intent()
    ink: InkLimits = InkLimits()
    resolution: Resolution = Resolution()
    type: TypeLimits = TypeLimits()
    rules: RuleLimits = RuleLimits()
    overprint: Overprint = Overprint()
    pages: PageLimits = PageLimits()
    products: Products = Products()
    severities: Mapping[str, Severity | None] = field(default_factory=lambda: MappingProxyType({}))

    def on_screen(self) -> "Press":
        """The profile for a file that is read and not printed: all pages in colour, pictures as they came."""
        ink = InkLimits(spots=self.ink.spots)
        return replace(self, standard=Standard.NONE, colour=Colour.AS_SUPPLIED, ink=ink)

    def in_colour(self, page: int, pages: int) -> bool:
        """Whether the press prints page number `page` of `pages` in more than black."""
        return any(page in _numbers(words, pages) for words in self.ink.colour_pages)


UNPRINTED = Press("unprinted", Standard.NONE, Colour.AS_SUPPLIED)
"""For what never meets a press."""


def _numbers(words: str, pages: int) -> range:
    """The pages that `all`, `2-5` or `n/2+1` stands for in an issue of `pages`."""
    if words == "all":
        return range(1, pages + 1)
    if not words.startswith("n"):
        first, _, last = words.partition("-")
        return range(int(first), int(last or first) + 1)
    by, plus, sign = 1, 0, words.find("+") if "+" in words else words.find("-")
    if sign > 0:
        words, plus = words[:sign], int(words[sign:])
    if "/" in words:
        by = int(words[2:])
    return range(pages // by + plus, pages // by + plus + 1)
