"""The rules, one a file: its CODE, its docstring (what, why, fix: the text of `layout explain`), its check.

`RULES` look at an issue and its pages, `INK_RULES` at marks on sheets, whoever made them.
`layout.preflight.file_rules.FILE_RULES` look at the objects of a finished PDF, and are apart because they need pypdf.
"""

from collections.abc import Callable, Iterator

from layout.diagnostics import Finding
from layout.preflight.paper import Paper
from layout.preflight.proof import Proof
from layout.preflight.rules.advertisement import check_advertisements
from layout.preflight.rules.black_type import check_black_type
from layout.preflight.rules.blank import check_blanks
from layout.preflight.rules.colour_page import check_colour_pages
from layout.preflight.rules.crowded_ads import check_crowded_ads
from layout.preflight.rules.dangling import check_references
from layout.preflight.rules.dogleg import check_doglegs
from layout.preflight.rules.empty_sheet import check_empty_sheets
from layout.preflight.rules.head_spills import check_heads
from layout.preflight.rules.hole import check_holes
from layout.preflight.rules.live_area import check_live_area
from layout.preflight.rules.loose_line import check_loose_lines
from layout.preflight.rules.marks_inside import check_marks
from layout.preflight.rules.missing_glyph import check_missing_glyphs
from layout.preflight.rules.nameless import check_headlines
from layout.preflight.rules.narrowed import check_narrowed
from layout.preflight.rules.no_bleed import check_bleed
from layout.preflight.rules.no_cutline import check_cutlines
from layout.preflight.rules.no_edge import check_edges
from layout.preflight.rules.open_foot import check_open_feet
from layout.preflight.rules.other_legs import check_legs_asked
from layout.preflight.rules.over_resolution import check_over_resolution
from layout.preflight.rules.overfull_line import check_overfull_lines
from layout.preflight.rules.overlap import check_overlaps
from layout.preflight.rules.overprint import check_overprint
from layout.preflight.rules.overset import check_overset
from layout.preflight.rules.page_count import check_page_count
from layout.preflight.rules.page_multiple import check_page_multiple
from layout.preflight.rules.resolution import check_resolution
from layout.preflight.rules.reversed_ground import check_reversed_grounds
from layout.preflight.rules.rule_thickness import check_rule_thickness
from layout.preflight.rules.safe_margin import check_safe_margin
from layout.preflight.rules.same_picture import check_same_pictures
from layout.preflight.rules.section_unnamed import check_sections
from layout.preflight.rules.short_jump import check_jumps_left
from layout.preflight.rules.slot_spills import check_slots
from layout.preflight.rules.small_type import check_small_type
from layout.preflight.rules.spot_ink import check_spot_inks
from layout.preflight.rules.total_ink import check_total_ink
from layout.preflight.rules.turned_grey import check_turned_grey
from layout.preflight.rules.type_size import check_type_size
from layout.preflight.rules.uneven_feet import check_feet
from layout.preflight.rules.unlisted import check_unlisted
from layout.preflight.rules.unused import check_unused
from layout.preflight.rules.words_lost import check_words_lost

RULES: tuple[Callable[[Proof], Iterator[Finding]], ...] = (
    check_overset,
    check_page_count,
    check_unused,
    check_unlisted,
    check_headlines,
    check_sections,
    check_references,
    check_live_area,
    check_overlaps,
    check_holes,
    check_open_feet,
    check_blanks,
    check_feet,
    check_words_lost,
    check_heads,
    check_slots,
    check_jumps_left,
    check_doglegs,
    check_narrowed,
    check_edges,
    check_cutlines,
    check_same_pictures,
    check_crowded_ads,
    check_advertisements,
    check_turned_grey,
    check_legs_asked,
    check_loose_lines,
    check_overfull_lines,
    check_missing_glyphs,
    check_small_type,
)

INK_RULES: tuple[Callable[[Paper], Iterator[Finding]], ...] = (
    check_black_type,
    check_overprint,
    check_total_ink,
    check_resolution,
    check_over_resolution,
    check_type_size,
    check_reversed_grounds,
    check_rule_thickness,
    check_page_multiple,
    check_colour_pages,
    check_empty_sheets,
    check_spot_inks,
    check_bleed,
    check_safe_margin,
    check_marks,
)

PAGE_INK_RULES: tuple[Callable[[Paper], Iterator[Finding]], ...] = (
    check_black_type,
    check_total_ink,
    check_resolution,
    check_type_size,
    check_reversed_grounds,
    check_rule_thickness,
    check_bleed,
    check_safe_margin,
)
"""Those of ink that can be told of an issue before it is drawn; overprint, black pages and spot inks are the program's own
doing."""

ARTWORK_INK_RULES: tuple[Callable[[Paper], Iterator[Finding]], ...] = (
    check_black_type,
    check_overprint,
    check_total_ink,
    check_resolution,
    check_over_resolution,
    check_type_size,
    check_reversed_grounds,
    check_rule_thickness,
    check_colour_pages,
    check_spot_inks,
)
"""Those of ink that a supplied PDF must keep wherever it stands; bleed and margins are matters of the page."""
