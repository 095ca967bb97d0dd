"""The rules of PDF/X over a finished file; first whether it is one, since most else follows from that."""

from collections.abc import Callable, Iterator

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim
from layout.preflight.rules.x_annotations import check_annotations
from layout.preflight.rules.x_boxes import check_boxes
from layout.preflight.rules.x_colour import check_colour
from layout.preflight.rules.x_encryption import check_encryption
from layout.preflight.rules.x_filters import check_filters
from layout.preflight.rules.x_fonts import check_fonts
from layout.preflight.rules.x_forbidden import check_forbidden
from layout.preflight.rules.x_group import check_groups
from layout.preflight.rules.x_identification import check_identification
from layout.preflight.rules.x_identifier import check_identifier
from layout.preflight.rules.x_info import check_info
from layout.preflight.rules.x_intent import check_intent
from layout.preflight.rules.x_spots import check_spots
from layout.preflight.rules.x_transparency import check_transparency
from layout.preflight.rules.x_version import check_version

FILE_RULES: tuple[Callable[[Claim], Iterator[Finding]], ...] = (
    check_identification,
    check_encryption,
    check_identifier,
    check_intent,
    check_info,
    check_boxes,
    check_fonts,
    check_colour,
    check_spots,
    check_transparency,
    check_groups,
    check_filters,
    check_forbidden,
    check_annotations,
    check_version,
)

ARTWORK_RULES: tuple[Callable[[Claim], Iterator[Finding]], ...] = (
    check_fonts,
    check_colour,
    check_spots,
    check_transparency,
    check_groups,
    check_filters,
    check_forbidden,
)
"""Those that what a supplied PDF paints must keep: it becomes a part of our file. Identification, boxes, output intent and the
like are our file's own."""
