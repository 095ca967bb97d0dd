"""A house style as plain values: page, text styles, looks, furniture, limits, costs and words.

Every number of taste that the program uses stands here and comes from `styles/*.yaml`.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from types import MappingProxyType

from layout.model.ink import BLACK, Ink
from layout.record import record
from layout.units import Emu


class Align(Enum):
    """How lines meet their measure."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Case(Enum):
    """How letters are cased when set; the source text stays as written."""

    AS_WRITTEN = "as-written"
    UPPER = "upper"
    SMALL_CAPS = "small-caps"


class Posture(Enum):
    """Upright or italic."""

    ROMAN = "roman"
    ITALIC = "italic"


@record
class PageStyle:
    """The sheet and its grid: `units` across with an `alley` between, `rows` of `leading` down the live area.

    `baseline` is how far below the top of its row a line of body text stands, `inset` how far below it the
    tops of its capitals are: pictures and boxes range with them.
    """

    width: Emu
    depth: Emu
    margin_top: Emu
    margin_foot: Emu
    margin_inside: Emu
    margin_outside: Emu
    bleed: Emu
    units: int
    alley: Emu
    leading: Emu
    baseline: Emu
    inset: Emu

    @property
    def live_width(self) -> Emu:
        """Width between the margins."""
        return self.width - self.margin_inside - self.margin_outside

    @property
    def rows(self) -> int:
        """Baseline rows in the live area."""
        return (self.depth - self.margin_top - self.margin_foot) // self.leading

    def width_of(self, units: int) -> Emu:
        """Width of `units` neighbouring grid units with the alleys between them."""
        return self.live_width - self.left_of(self.units - units)

    def left_of(self, unit: int) -> Emu:
        """Distance of grid unit `unit` (0 is the first) from the left edge of the live area."""
        return (self.live_width + self.alley) * unit // self.units


@record
class Spacing:
    """How far a justified line may give, in thousandths of the em; `scale_` in thousandths of the glyph's width.

    Source of the shape: word space, then letter space, then glyph scaling, each within limits (composition.md, Lines).
    """

    word_min: int = 180
    word_ideal: int = 250
    word_max: int = 450
    letter_min: int = -15
    letter_max: int = 25
    scale_min: int = 980
    scale_max: int = 1020


@record
class Hyphenation:
    """Limits of hyphenation; `on_end` 0 turns it off."""

    before: int = 2
    after: int = 3
    shortest: int = 5
    on_end: int = 2


@record
class LineCosts:
    """What a paragraph's breaks cost, in demerits (Knuth and Plass 1981, with additions named in `linebreak`)."""

    line: int = 10
    hyphen: int = 50
    hyphens_on_end: int = 3_000
    hyphen_before_last: int = 50_000
    contrast: int = 3_000
    runt: int = 100_000


@record
class TextStyle:
    """How a role of text is set. Sizes and leadings are EMU, `tracking` thousandths of the em, space in grid rows.

    `gap` is the white between what stands above and the top of the capitals, `hang` an inset from the left.
    """

    role: str
    family: str
    size: Emu
    leading: Emu
    weight: int = 400
    posture: Posture = Posture.ROMAN
    optical_size_pt: float | None = None
    tracking: int = 0
    ink: Ink = BLACK
    case: Case = Case.AS_WRITTEN
    features: tuple[str, ...] = ()
    align: Align = Align.LEFT
    indent: Emu = 0
    hang: Emu = 0
    gap: Emu = 0
    rows_above: int = 0
    rows_below: int = 0
    drop_cap_lines: int = 0
    drop_cap_role: str = "drop-cap"
    drop_cap_gap: Emu = 0
    bold_weight: int = 700
    hanging: int = 0
    runt_words: int = 2
    runt_share: int = 250
    hyphenation: Hyphenation = Hyphenation(on_end=0)
    spacing: Spacing = Spacing()
    costs: LineCosts = LineCosts()


@record
class BoxLook:
    """How a box is dressed. `padding` is the distance of type from the left and right edge, `top` from the top edge to
    the first capitals, `foot_rows` the rows between the last line and the foot. Its text speaks in the `box` voice."""

    name: str
    ground: Ink | None = None
    frame: Emu = 0
    frame_ink: Ink = BLACK
    rule_above: Emu = 0
    rule_below: Emu = 0
    padding: Emu = 0
    top: Emu = 0
    foot_rows: int = 0


@record
class SloganLook:
    """How a slogan is dressed; rules are thicknesses, rows are grid rows of white."""

    name: str
    role: str = "slogan"
    rule_above: Emu = 0
    rule_below: Emu = 0
    rule_ink: Ink = BLACK
    rows_above: int = 1
    rows_below: int = 1


@record
class FurniturePiece:
    """One piece of page furniture: its kind (a module of `layout.furniture`) and that kind's own options, by name."""

    kind: str
    options: object


@record
class FillCosts:
    """What a leg's or a page's make-up costs; the names appear in the score of `geometry.json`."""

    widow: int = 1_000_000
    hyphen_at_page_end: int = 200_000
    hyphen_at_leg_end: int = 400
    uneven_row: int = 600
    empty_row: int = 900
    spread_row: int = 120
    loosening: int = 300
    tracking: int = 700
    picture_row: int = 15
    picture_far: int = 60
    left_out: int = 20_000
    shorter_headline: int = 30_000


@record
class Makeup:
    """Limits and costs of make-up, in grid rows and lines."""

    orphan_lines: int = 2
    widow_lines: int = 2
    spread_rows: int = 1
    hole_rows: int = 2
    smallest_leg: int = 5
    rows_between_stories: int = 2
    rows_around_pictures: int = 1
    headline_lines: int = 3
    legs: int = 4
    first_run_page: int = 1
    crop_limit: int = 100
    tracking_limit: int = 20
    jump_leaves: int = 6
    jump_carries: int = 8
    column_rule: Emu = 0
    story_rule: Emu = 0
    rule_ink: Ink = BLACK
    smallest_size: Emu = 0
    costs: FillCosts = FillCosts()


@record
class Style:
    """A whole house style. `words` maps a language to the phrases of furniture and jumps in it."""

    name: str
    page: PageStyle
    makeup: Makeup
    text: Mapping[str, TextStyle]
    inks: Mapping[str, Ink]
    boxes: Mapping[str, BoxLook]
    slogans: Mapping[str, SloganLook]
    furniture: Mapping[str, tuple[FurniturePiece, ...]]
    words: Mapping[str, Mapping[str, str]]
    exceptions: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
