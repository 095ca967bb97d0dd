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
    """The width of the trimmed page: 289mm."""
    depth: Emu
    """The depth of the trimmed page: 380mm."""
    margin_top: Emu
    """White above the live area, where all that is printed stands: 12mm."""
    margin_foot: Emu
    """White below the live area: 12mm."""
    margin_inside: Emu
    """White at the fold: 13mm."""
    margin_outside: Emu
    """White at the outer edge: 13mm."""
    bleed: Emu
    """How far pictures that bleed reach over the trimmed edge: 3mm."""
    units: int
    """Units of the grid across the page, in which a dummy counts: 12 divide into 2, 3, 4 and 6 legs."""
    alley: Emu
    """White between legs: 4.5mm."""
    leading: Emu
    """The depth of a row of the grid, from line to line of body text: 11.5pt."""
    baseline: Emu
    """From the top of a row to the line on which its type stands: 9pt."""
    inset: Emu
    """From the top of a row to the tops of its capitals, with which pictures and boxes range: 2.7pt."""

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
    """The narrowest space between words."""
    word_ideal: int = 250
    """The space between words that is aimed at."""
    word_max: int = 450
    """The widest space between words before letters give way: [180, 250, 450], in thousandths of the type size."""
    letter_min: int = -15
    """How far letters may be drawn together."""
    letter_max: int = 25
    """How far letters may be spread: [-15, 25], in thousandths of the type size."""
    scale_min: int = 980
    """How narrow letters may be made."""
    scale_max: int = 1020
    """How wide letters may be made: [980, 1020], in thousandths of their own width; [1000, 1000] leaves them."""


@record
class Hyphenation:
    """Which words may be hyphenated, and how often."""

    before: int = 2
    """Letters of a word before its hyphen, at least."""
    after: int = 3
    """Letters of a word after its hyphen, at least."""
    shortest: int = 5
    """Letters of a word that may be hyphenated, at least."""
    on_end: int = 2
    """Lines in a row that may end with a hyphen; 0 turns hyphenation off."""


@record
class LineCosts:
    """What a paragraph's breaks cost, in demerits.

    Source: Knuth and Plass 1981, with additions named in `linebreak`.
    """

    line: int = 10
    """The cost of each line: what is set in fewer lines is cheaper."""
    hyphen: int = 50
    """The cost of a hyphen at the end of a line."""
    hyphens_on_end: int = 3_000
    """The cost of a hyphen right below another."""
    hyphen_before_last: int = 50_000
    """The cost of a hyphen before a paragraph's last line."""
    contrast: int = 3_000
    """The cost of a loose line beside a tight one."""
    runt: int = 100_000
    """The cost of a last line that is too short."""


@record
class TextStyle:
    """How a role of text is set."""

    role: str
    family: str
    """The font family: Newsreader. `layout fonts` lists them."""
    size: Emu
    """The size of type: 9.4pt."""
    leading: Emu
    """From line to line: 54pt, or 1 line for a row of the page's grid."""
    weight: int = 400
    """How bold, from 100 to 900: 400 is regular, 700 bold."""
    posture: Posture = Posture.ROMAN
    """Upright or italic: roman or italic."""
    optical_size_pt: float | None = None
    """The size of type, in points, for which letters are drawn, in families that have several drawings: 10. The
    size of type itself, if left out."""
    tracking: int = 0
    """Space added between letters, in thousandths of the type size: 60 spreads capitals, -15 draws a headline
    together."""
    ink: Ink = BLACK
    """The colour of type: one of the style's inks by name, or cmyk(0,100,80,0), gray(20%), spot(NAME)."""
    case: Case = Case.AS_WRITTEN
    """as-written, upper (ALL CAPITALS) or small-caps; the text itself stays as written."""
    features: tuple[str, ...] = ()
    """OpenType features of the font, by their tags: [onum, ss01]."""
    align: Align = Align.LEFT
    """How lines meet the edges: justify (both), left, centre or right."""
    indent: Emu = 0
    """How far a paragraph's first line stands in: 9pt."""
    hang: Emu = 0
    """How far all lines stand in from the left: 12pt."""
    gap: Emu = 0
    """White from what stands above to the tops of the capitals: 7pt."""
    rows_above: int = 0
    """Rows of the grid that stay white above."""
    rows_below: int = 0
    """Rows of the grid that stay white below."""
    drop_cap_lines: int = 0
    """Lines that the letter is deep: 3; 0 for none."""
    drop_cap_role: str = "drop-cap"
    """The role of text that sets the letter."""
    drop_cap_gap: Emu = 0
    """White right of the letter: 3pt."""
    drop_cap_least: int = 0
    """Words that a story needs to begin with such a letter: 100."""
    bold_weight: int = 700
    """How bold **bold** is, from 100 to 900."""
    hanging: int = 0
    """How far punctuation may hang out at the edges, in thousandths of the type size: 50."""
    runt_words: int = 2
    """Words on a paragraph's last line, at least, unless it is as wide as `share`."""
    runt_share: int = 250
    """The share of the full width, in thousandths, at which a last line is long enough: 250 is a quarter."""
    hyphenation: Hyphenation = Hyphenation(on_end=0)
    """Which words may be hyphenated, and how often: {before: 2, after: 3, shortest: 5, on-end: 2}."""
    spacing: Spacing = Spacing()
    """How far spaces and letters of a justified line may give way."""
    costs: LineCosts = LineCosts()
    """What is bad in a paragraph's lines, and how bad: breaks are chosen for the lowest sum."""


@record
class BoxLook:
    """How a box is dressed. Its text speaks in the `box` voice."""

    name: str
    ground: Ink | None = None
    """The colour behind the text: one of the style's inks, or cmyk(...), gray(8%), spot(...); none, if left
    out."""
    frame: Emu = 0
    """The thickness of the frame: 0.5pt; 0pt for none."""
    frame_ink: Ink = BLACK
    """The colour of frame and rules."""
    rule_above: Emu = 0
    """The thickness of a rule above: 1pt; 0pt for none."""
    rule_below: Emu = 0
    """The thickness of a rule below; 0pt for none."""
    padding: Emu = 0
    """From the left and right edges to the type: 9pt."""
    top: Emu = 0
    """From the top edge to the first capitals: 9pt."""
    foot_rows: int = 0
    """Rows of the grid between the last line and the foot."""

    @property
    def is_dressed(self) -> bool:
        """Whether its edges are seen."""
        return self.ground is not None or bool(self.frame)


@record
class SloganLook:
    """How a slogan is dressed."""

    name: str
    role: str = "slogan"
    """The role of text that sets the lines: slogan-banner."""
    rule_above: Emu = 0
    """The thickness of a rule above: 1pt; 0pt for none."""
    rule_below: Emu = 0
    """The thickness of a rule below; 0pt for none."""
    rule_ink: Ink = BLACK
    """The colour of the rules."""
    rows_above: int = 1
    """Rows of the grid that stay white above."""
    rows_below: int = 1
    """Rows of the grid that stay white below."""


@record
class FurniturePiece:
    """One piece of page furniture: its kind (a module of `layout.furniture`) and that kind's own options, by name."""

    kind: str
    options: object


@record
class FillCosts:
    """What a leg's or a page's make-up costs; the names appear in the score of `geometry.json`."""

    widow: int = 1_000_000
    """The cost of a widow or an orphan: a paragraph's last line alone at a head, or its first alone at a foot."""
    hyphen_at_page_end: int = 200_000
    """The cost of a hyphen at the end of a page."""
    hyphen_at_leg_end: int = 400
    """The cost of a hyphen at the end of a leg."""
    uneven_row: int = 600
    """The cost of each row by which feet of legs are uneven, squared."""
    empty_row: int = 900
    """The cost of each row that stays empty at a foot, squared."""
    spread_row: int = 120
    """The cost of each row that is spread into white, squared."""
    loosening: int = 300
    """The cost of a paragraph set a line longer or shorter."""
    tracking: int = 700
    """The cost of a paragraph with its letters drawn together or spread."""
    picture_row: int = 15
    """The cost of each row that a picture differs from its best depth."""
    picture_far: int = 60
    """The cost of each row between a picture and its place in the text."""
    stump_row: int = 400
    """The cost of each row by which text above or below a piece is shorter than the smallest leg."""
    shallow_row: int = 150
    """The cost of each row by which a story of a run is shallower than `shallow-leg`, squared, by legs."""
    over_page: int = 8_000
    """The cost of a story of a run that goes on on the next page, where it might end on this or begin on that."""
    larger_headline: int = 6_000
    """The cost of a headline that is a size larger than it need be beside other stories, so that its story fills its rows."""
    tombstone: int = 9_000
    """The cost of two headlines of a size side by side, where a run may choose."""
    left_out: int = 20_000
    """The cost of an optional piece that is left out."""
    shorter_headline: int = 30_000
    """The cost of a shorter headline."""


@record
class Makeup:
    """Limits and costs of make-up, in grid rows and lines."""

    orphan_lines: int = 2
    """Lines of a paragraph that begins at the foot of a leg, at least."""
    widow_lines: int = 2
    """Lines of a paragraph that ends at the head of a leg, at least."""
    spread_rows: int = 1
    """Rows by which the white above a subhead, slogan or picture in the text may grow, at most."""
    hole_rows: int = 2
    """Rows that may stay empty below a story without being told."""
    largest_blank: int = 150
    """How much of a planned page may be in no slot without a warning, in thousandths: 150 is about a seventh."""
    smallest_leg: int = 5
    """Rows of a leg, at least."""
    cutoff_rows: int = 1
    """Rows of white, at least, below legs of a story that goes on right under them."""
    rows_between_stories: int = 2
    """Rows of white between the stories of a run."""
    spread_between_stories: int = 2
    """Rows by which the white between two stories of a run may grow, so that they fill their page."""
    shallow_leg: int = 10
    """Rows of text below which a story of a run looks like a strip: it is set beside others."""
    headline_steps: int = 1
    """By how many sizes a headline is smaller where a run sets its story beside others; over one leg twice as many."""
    rows_around_pictures: int = 1
    """Rows of white above and below pictures in the text."""
    headline_lines: int = 3
    """Lines of a headline, at most."""
    legs: int = 4
    """Legs across the page for stories that do not say how many (`columns`)."""
    first_run_page: int = 1
    """The page on which stories begin where there is no dummy."""
    table_gap: Emu = 0
    """White between the columns of a table: 9pt."""
    smallest_table_gap: Emu = 0
    """White between them where there is little room, before cells are broken: 5pt."""
    table_rule: Emu = 0
    """The thickness of the rules below the head and the last row of a table: 0.25pt; 0pt for none."""
    table_rule_drop: Emu = 0
    """From the foot of a row to the rule below it: 0.9pt."""
    whole_table: int = 20
    """Rows of the grid to which a table is never divided between legs."""
    crop_limit: int = 100
    """How much of a photograph may be cropped to fit, where it gives no depths, in thousandths: 100 is a tenth."""
    tracking_limit: int = 20
    """How far letters may be drawn together or spread to make a story fit, in thousandths of the type size."""
    jump_leaves: int = 6
    """Lines that stay on the page from which a story jumps, at least."""
    jump_carries: int = 8
    """Lines that a story takes to the page to which it jumps, at least."""
    column_rule: Emu = 0
    """The thickness of the rules between legs: 0.25pt; 0pt for none."""
    story_rule: Emu = 0
    """The thickness of the rules between stories: 0.5pt; 0pt for none."""
    cutoff_rule: Emu = 0
    """The thickness of the rule below legs of a story that goes on right under them: 0.25pt; 0pt for none."""
    rule_ink: Ink = BLACK
    """The colour of these rules."""
    smallest_size: Emu = 0
    """The smallest type that the paper allows: 6pt. What is smaller is told."""
    widest_leg: Emu = 0
    """The widest leg of body text: 135mm. A story that asks for fewer legs gets as many as it needs. 0pt: any
    width."""
    ad_gap: Emu = 0
    """White between text and an advertisement, at least: 22pt."""
    ad_rule: Emu = 0
    """The thickness of the rule in the middle of that white; 0pt for none."""
    ad_label: Emu = 0
    """How far above an advertisement the word stands that says what it is: 3pt; 0pt for no word."""
    costs: FillCosts = FillCosts()
    """What is bad on a page, and how bad: what costs least is done first to make stories fit."""


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
