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
    """The printing condition that a PDF is made for."""

    condition: str = ""
    """The name of the printing condition: CGATS TR 002."""
    registry: str = ""
    """Where the condition is registered: http://www.color.org."""
    info: str = ""
    """What the condition is, in words for people."""
    profile: Path | None = None
    """The file of the press's CMYK output profile (ICC), which lies in styles/press/: newsprint-tr002.icc."""


@record
class InkLimits:
    """How much ink, which inks, and where colour."""

    total: int = 2400
    """The most ink anywhere, all plates together: 240%."""
    pictures: int = 2200
    """The most ink that pictures are given when they are separated: 220%."""
    spots: tuple[str, ...] = ()
    """Names of the inks that the press has besides cyan, magenta, yellow and black: [PANTONE 300]."""
    colour_pages: tuple[str, ...] = ("all",)
    """The pages that are printed in colour: [all], or [1, n/2, n/2+1, n], n being the last; all others are
    black alone."""


@record
class Resolution:
    """Effective resolutions; `line_` is said of 1-bit art."""

    least: int = 100
    """Pixels an inch of the printed size under which a picture is refused."""
    fair: int = 150
    """Pixels an inch under which a picture is warned of."""
    most: int = 450
    """Pixels an inch over which a picture is brought down to `target`."""
    target: int = 300
    """Pixels an inch to which a picture with too many is brought down."""
    line_least: int = 550
    """Pixels an inch under which line art is refused."""
    line_fair: int = 800
    """Pixels an inch under which line art is warned of."""
    line_most: int = 2400
    """Pixels an inch over which line art is brought down."""
    sharpen: int = 0
    """How much pictures are sharpened, in percent, for newsprint softens: 40; 0 for not at all."""


@record
class TypeLimits:
    """The smallest type."""

    solid: Emu = pt(6)
    """The smallest type in one solid ink: 6pt."""
    tinted: Emu = pt(8)
    """The smallest type in a tint: 8pt."""
    reversed: Emu = pt(10)
    """The smallest type that is white on a ground, or in several inks: 10pt."""
    reversed_ground: int = 450
    """The least ink of a ground on which white type may stand: 45%."""


@record
class RuleLimits:
    """The thinnest rules."""

    solid: Emu = pt(0.25)
    """The thinnest rule in one solid ink: 0.25pt."""
    tinted: Emu = pt(1)
    """The thinnest rule that is in a tint, or white on a ground: 1pt."""
    several: Emu = pt(1.5)
    """The thinnest rule in several inks: 1.5pt."""


@record
class Overprint:
    """What in 100 K prints over what is below it."""

    text: Emu = pt(12)
    """Black text under this size is printed over what is below it, so that no white shows around it: 12pt."""
    rules: Emu = pt(2)
    """Black rules under this thickness are printed over what is below them: 2pt."""


@record
class PageLimits:
    """What a page and an issue keep to."""

    multiple: int = 4
    """The number of pages is a multiple of this, as sheets are folded: 4."""
    bleed: Emu = mm(3)
    """How far what touches the trimmed edge reaches over it, at least: 3mm."""
    safe: Emu = mm(5)
    """How far from the trimmed edge text stays: 5mm."""
    ad_tolerance: Emu = mm(0.5)
    """How far an advertisement may be off its booked size: 0.5mm."""


SHEET_PAGES = 4
"""A sheet folded once has four pages."""


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
    """The files that a press wants; `{colour}` is `4c`, or `1c` without colour."""

    make: tuple[Product, ...] = (Product.ISSUE,)
    """What `layout press` makes: issue (one file), pages (a file each), reader-spreads (facing pages),
    printer-spreads (pages as they stand on sheets), centre (the two in the middle as one)."""
    file: str = "{publication}_{date:%Y%m%d}_{section}{page:03}_{colour}.pdf"
    """The name of a page's file, from {publication}, {date:%Y%m%d}, {section}, {page:03} and {colour}, which is
    4c, or 1c without colour."""
    signature: int = 0
    """Pages of each set of sheets that are folded into one another, a multiple of 4: 16; 0 for all."""
    marks: tuple[Mark, ...] = ()
    """What is printed outside the trimmed page: crop, registration, colour-bar, slug."""


@record
class Press:
    """A press profile. A rule whose severity is None is off."""

    name: str
    standard: Standard
    """The standard that the PDF keeps: pdf/x-4, pdf/x-1a:2003 or none."""
    colour: Colour
    """What becomes of pictures: process separates them into the inks of the press, as-supplied leaves their
    colours."""
    intent: Intent = Intent()
    """The printing condition that the PDF is made for."""
    ink: InkLimits = InkLimits()
    """How much ink, which inks, and where colour."""
    resolution: Resolution = Resolution()
    """Pixels an inch of the printed size that pictures need, and how many are too many."""
    type: TypeLimits = TypeLimits()
    """The smallest type that the press holds."""
    rules: RuleLimits = RuleLimits()
    """The thinnest rules that the press holds."""
    overprint: Overprint = Overprint()
    """Which black is printed over what is below it."""
    pages: PageLimits = PageLimits()
    """The number of pages, bleed and margins that the press needs."""
    products: Products = Products()
    """The files that the press wants."""
    severities: Mapping[str, Severity | None] = field(default_factory=lambda: MappingProxyType({}))
    """How grave a rule's findings are, by its code: {I204: warning, P101: off}; error, warning, note or off.
    `layout explain` lists the codes."""

    def on_screen(self) -> "Press":
        """The profile for a file that is read and not printed: all pages in colour, pictures as they came."""
        ink = InkLimits(spots=self.ink.spots)
        return replace(self, standard=Standard.NONE, colour=Colour.AS_SUPPLIED, ink=ink)

    def in_colour(self, page: int, pages: int) -> bool:
        """Whether the press prints page number `page` of `pages` in more than black."""
        return any(page in _numbers(words, pages) for words in self.ink.colour_pages)

    def booked_in_colour(self, pages: int) -> tuple[int, ...]:
        """The pages of an issue of `pages` that the press prints in more than black."""
        return tuple(page for page in range(1, pages + 1) if self.in_colour(page, pages))


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
