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

_NARROWEST_EMS = 6
"""A leg of fewer ems holds no line: not even one word of every language."""


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
    """The trimmed page's width."""
    depth: Emu
    """The trimmed page's depth."""
    margin_top: Emu
    """White above the live area."""
    margin_foot: Emu
    """White below the live area."""
    margin_inside: Emu
    """White at the fold."""
    margin_outside: Emu
    """White at the fore-edge."""
    bleed: Emu
    """How far what bleeds reaches over the trim."""
    units: int
    """Grid units across: 12 divide into 2, 3, 4 and 6 legs."""
    alley: Emu
    """White between legs."""
    leading: Emu
    """The depth of a baseline row."""
    baseline: Emu
    """From the top of a row to the line of type in it."""
    inset: Emu
    """From the top of a row to the tops of its capitals: pictures and boxes range with them."""

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

    def measure_of(self, width: Emu, legs: int) -> Emu:
        """The measure of each of `legs` legs in a width."""
        return (width - (legs - 1) * self.alley) // legs

    def rows_of(self, depth: Emu) -> int:
        """The fewest rows in which something may be so deep: from the capitals of the first to the baseline of the last."""
        return max(1, -(-(depth + self.inset - self.baseline) // self.leading) + 1)

    def left_of(self, unit: int) -> Emu:
        """Distance of grid unit `unit` (0 is the first) from the left edge of the live area."""
        return (self.live_width + self.alley) * unit // self.units


@record
class Spacing:
    """How far a justified line may give, in thousandths of the em; `scale_` in thousandths of the glyph's width.

    Source of the shape: word space, then letter space, then glyph scaling, each within limits (composition.md, Lines).
    """

    word_min: int = 180
    """The narrowest word space."""
    word_ideal: int = 250
    """The word space that is aimed at."""
    word_max: int = 450
    """The widest word space before letters give."""
    letter_min: int = -15
    """How far letters may be drawn together."""
    letter_max: int = 25
    """How far letters may be spread."""
    scale_min: int = 980
    """The narrowest glyphs."""
    scale_max: int = 1020
    """The widest glyphs."""


@record
class Hyphenation:
    """Limits of hyphenation; `on_end` 0 turns it off."""

    before: int = 2
    """Letters before a hyphen, at least."""
    after: int = 3
    """Letters after it, at least."""
    shortest: int = 5
    """Letters of a word that may be hyphenated, at least."""
    on_end: int = 2
    """Lines in a row that may end with a hyphen; 0 turns hyphenation off."""


@record
class LineCosts:
    """What a paragraph's breaks cost, in demerits (Knuth and Plass 1981, with additions named in `linebreak`)."""

    line: int = 10
    """Of each line."""
    hyphen: int = 50
    """Of a hyphen."""
    hyphens_on_end: int = 3_000
    """Of a hyphen below a hyphen."""
    hyphen_before_last: int = 50_000
    """Of a hyphen before a paragraph's last line."""
    contrast: int = 3_000
    """Of a loose line beside a tight one."""
    runt: int = 100_000
    """Of a last line that is too short."""


@record
class TextStyle:
    """How a role of text is set."""

    role: str
    family: str
    """The font family: `layout fonts` lists them."""
    size: Emu
    """The size of type."""
    leading: Emu
    """From line to line; 1 line is a grid row."""
    weight: int = 400
    """The weight, 100 to 900."""
    posture: Posture = Posture.ROMAN
    """roman or italic."""
    optical_size_pt: float | None = None
    """The optical size; the size of type, if left out."""
    tracking: int = 0
    """Space between letters, thousandths of the em."""
    ink: Ink = BLACK
    """One of the style's inks, or cmyk(...), gray(...), spot(...)."""
    case: Case = Case.AS_WRITTEN
    """as-written, upper or small-caps."""
    features: tuple[str, ...] = ()
    """OpenType features: [onum, ss01]."""
    align: Align = Align.LEFT
    """justify, left, centre or right."""
    indent: Emu = 0
    """The first line's indent."""
    hang: Emu = 0
    """How far all lines stand in from the left."""
    gap: Emu = 0
    """White from what stands above to the tops of the capitals."""
    rows_above: int = 0
    """Grid rows of white above."""
    rows_below: int = 0
    """Grid rows of white below."""
    drop_cap_lines: int = 0
    """Lines that a drop cap takes; 0 for none."""
    drop_cap_role: str = "drop-cap"
    """The role that sets a drop cap."""
    drop_cap_gap: Emu = 0
    """White right of a drop cap."""
    bold_weight: int = 700
    """The weight of **bold**."""
    hanging: int = 0
    """How far punctuation may hang out of the measure, thousandths of the em."""
    runt_words: int = 2
    """Words that a last line has, at least, or runt_share of the measure."""
    runt_share: int = 250
    """The share of the measure, in thousandths, that makes a last line long enough."""
    hyphenation: Hyphenation = Hyphenation(on_end=0)
    """Limits of hyphenation."""
    spacing: Spacing = Spacing()
    """How far a justified line may give, in thousandths of the em and of the glyphs' width."""
    costs: LineCosts = LineCosts()
    """What a paragraph's breaks cost."""


@record
class BoxLook:
    """How a box is dressed. Its text speaks in the `box` voice."""

    name: str
    ground: Ink | None = None
    """The ink of the ground."""
    frame: Emu = 0
    """The thickness of the frame."""
    frame_ink: Ink = BLACK
    """The ink of frame and rules."""
    rule_above: Emu = 0
    """The thickness of a rule above."""
    rule_below: Emu = 0
    """The thickness of a rule below."""
    padding: Emu = 0
    """From the left and right edges to the type."""
    top: Emu = 0
    """From the top edge to the first capitals."""
    foot_rows: int = 0
    """Rows between the last line and the foot."""


@record
class SloganLook:
    """How a slogan is dressed."""

    name: str
    role: str = "slogan"
    """The role that sets the lines."""
    rule_above: Emu = 0
    """The thickness of a rule above."""
    rule_below: Emu = 0
    """The thickness of a rule below."""
    rule_ink: Ink = BLACK
    """The ink of the rules."""
    rows_above: int = 1
    """Grid rows of white above."""
    rows_below: int = 1
    """Grid rows of white below."""


@record
class FurniturePiece:
    """One piece of page furniture: its kind (a module of `layout.furniture`) and that kind's own options, by name."""

    kind: str
    options: object


@record
class FillCosts:
    """What a leg's or a page's make-up costs; the names appear in the score of `geometry.json`."""

    widow: int = 1_000_000
    """Of a widow or an orphan."""
    hyphen_at_page_end: int = 200_000
    """Of a hyphen at the end of a page."""
    hyphen_at_leg_end: int = 400
    """Of a hyphen at the end of a leg."""
    uneven_row: int = 600
    """Of a row between uneven feet, squared."""
    empty_row: int = 900
    """Of a row that stays empty at a foot, squared."""
    spread_row: int = 120
    """Of a row spread into white, squared."""
    loosening: int = 300
    """Of a paragraph set a line longer or shorter."""
    tracking: int = 700
    """Of a paragraph set in other tracking."""
    picture_row: int = 15
    """Of a row that a picture differs from its best depth."""
    picture_far: int = 60
    """Of a row between a picture and its place in the text."""
    stump_row: int = 400
    """Of a row that a leg's part above or below a piece lacks of the smallest leg."""
    left_out: int = 20_000
    """Of an optional piece left out."""
    shorter_headline: int = 30_000
    """Of a shorter headline."""


@record
class Makeup:
    """Limits and costs of make-up, in grid rows and lines."""

    orphan_lines: int = 2
    """Lines of a paragraph at the foot of a leg, at least."""
    widow_lines: int = 2
    """Lines of a paragraph at the head of a leg, at least."""
    spread_rows: int = 1
    """Rows by which the white at one place may grow, at most."""
    hole_rows: int = 2
    """Rows that may stay empty below a story."""
    smallest_leg: int = 5
    """Rows of a leg, at least."""
    rows_between_stories: int = 2
    """Rows of white between the stories of a run."""
    spread_between_stories: int = 2
    """Rows by which the white between two stories of a run may grow."""
    rows_around_pictures: int = 1
    """Rows of white above and below pictures in the text."""
    headline_lines: int = 3
    """Lines of a headline, at most."""
    legs: int = 4
    """Legs of a story that says nothing else."""
    first_run_page: int = 1
    """The page on which stories begin without a dummy."""
    crop_limit: int = 100
    """How much of a photograph may be cropped, in thousandths."""
    tracking_limit: int = 20
    """Tracking that may close a story, thousandths of the em."""
    jump_leaves: int = 6
    """Lines that stay where a story jumps, at least."""
    jump_carries: int = 8
    """Lines that a story takes to the page that it jumps to, at least."""
    column_rule: Emu = 0
    """The thickness of rules between legs."""
    story_rule: Emu = 0
    """The thickness of rules between stories."""
    rule_ink: Ink = BLACK
    """The ink of those rules."""
    smallest_size: Emu = 0
    """The smallest type in the paper."""
    widest_leg: Emu = 0
    """The widest leg of body text; 0 is no limit."""
    ad_gap: Emu = 0
    """White between text and an advertisement, at least."""
    ad_rule: Emu = 0
    """The thickness of the rule in the middle of that white."""
    ad_label: Emu = 0
    """How far above an advertisement the word that says so stands; 0 for none."""
    costs: FillCosts = FillCosts()
    """What make-up costs; lower is done sooner."""


@record
class Style:
    """A whole house style."""

    name: str
    page: PageStyle
    """The sheet of paper, its margins and its grid."""
    makeup: Makeup
    """How stories are fitted to pages: limits, rules between legs and stories, costs."""
    text: Mapping[str, TextStyle]
    """How each role of text is set: body, headline-1, kicker, ... `like: body` takes over the keys of another role."""
    inks: Mapping[str, Ink]
    """Colours by name, for use everywhere below: accent: cmyk(0,95,85,0)."""
    boxes: Mapping[str, BoxLook]
    """Looks of boxes by name, for `look:` in the manifest; plain is that of boxes without one."""
    slogans: Mapping[str, SloganLook]
    """Looks of slogans by name, for `look:` in the manifest; plain is that of slogans without one."""
    furniture: Mapping[str, tuple[FurniturePiece, ...]]
    """What stands at the head of pages, from the top: the sets front, inside, section and back, and others that a dummy
    names."""
    words: Mapping[str, Mapping[str, str]]
    """What the program writes itself, by language: en: {continued-on: "Continued on page {page}", ...}."""
    exceptions: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Words that are hyphenated at their hyphens alone, by language: en: [type-setter]."""

    def fewest_legs(self, width: Emu) -> int:
        """The fewest legs that a width is divided into, for none to be wider than the style allows."""
        alley, widest = self.page.alley, self.makeup.widest_leg
        return -(-(width + alley) // (widest + alley)) if widest else 1

    def most_legs(self, width: Emu) -> int:
        """The most legs that hold words in a width."""
        alley, narrowest = self.page.alley, _NARROWEST_EMS * self.text["body"].size
        return max(1, (width + alley) // (narrowest + alley))
