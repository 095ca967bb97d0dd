"""The rules, one a file: its CODE, its docstring (what, why, fix: the text of `layout explain`), its check."""

from collections.abc import Callable, Iterator

from layout.diagnostics import Finding
from layout.preflight.proof import Proof
from layout.preflight.rules.head_spills import check_heads
from layout.preflight.rules.hole import check_holes
from layout.preflight.rules.live_area import check_live_area
from layout.preflight.rules.loose_line import check_loose_lines
from layout.preflight.rules.missing_glyph import check_missing_glyphs
from layout.preflight.rules.narrowed import check_narrowed
from layout.preflight.rules.overfull_line import check_overfull_lines
from layout.preflight.rules.overlap import check_overlaps
from layout.preflight.rules.overset import check_overset
from layout.preflight.rules.page_count import check_page_count
from layout.preflight.rules.short_jump import check_jumps_left
from layout.preflight.rules.slot_spills import check_slots
from layout.preflight.rules.small_type import check_small_type
from layout.preflight.rules.uneven_feet import check_feet
from layout.preflight.rules.unlisted import check_unlisted
from layout.preflight.rules.unused import check_unused
from layout.preflight.rules.words_lost import check_words_lost

RULES: tuple[Callable[[Proof], Iterator[Finding]], ...] = (
    check_overset,
    check_page_count,
    check_unused,
    check_unlisted,
    check_live_area,
    check_overlaps,
    check_holes,
    check_feet,
    check_words_lost,
    check_heads,
    check_slots,
    check_jumps_left,
    check_narrowed,
    check_loose_lines,
    check_overfull_lines,
    check_missing_glyphs,
    check_small_type,
)
