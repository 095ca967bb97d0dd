"""A supplied PDF held against a press: what is wrong with what it paints, and how much ink it takes, where it is placed.

Takes its octets and the place where it stands, gives findings and ink. It is asked only what the finished file will be asked on
its account (`ARTWORK_RULES`), so that no advertisement is refused that the press would take, nor the reverse; and what of it is
not placed at all.
"""

from layout.artwork import Artwork, Unsuited, open_artwork
from layout.diagnostics import Finding, Place, Severity
from layout.matrix import Matrix
from layout.model.coverage import Coverage
from layout.model.press import Colour, Press
from layout.preflight.file.alone import ink_alone
from layout.preflight.file.claim import Claim
from layout.preflight.file.opened import OpenFile, Unreadable
from layout.preflight.file.sheets import artwork_marks
from layout.preflight.file_rules import ARTWORK_RULES
from layout.preflight.marks import Sheet
from layout.preflight.paper import Paper
from layout.preflight.rules import ARTWORK_INK_RULES
from layout.preflight.rules.left_behind import check_left_behind
from layout.units import to_pt

UNSUITED = "M045"


def look_into(
    octets: bytes, place: Place, pages: int, press: Press, program: str | None
) -> tuple[tuple[Finding, ...], Coverage | None]:
    """What is found in a supplied PDF, and its ink where that can be measured.

    Args:
        octets: the file.
        place: where it stands.
        pages: how many pages the issue has.
        press: the press that will print it.
        program: the path of Ghostscript; without it, ink is added up from what is said of areas and type.
    """
    try:
        artwork, file = open_artwork(octets), OpenFile(octets)
        painted = file.of_paper()
        marks = artwork_marks(painted, place.page, _placed(artwork, place), artwork.box)
        claim = Claim(painted, press, marks=marks)
        found = [finding for rule in ARTWORK_RULES for finding in rule(claim)]
    except (Unsuited, Unreadable) as error:
        return (Finding(UNSUITED, Severity.ERROR, f"it cannot be printed: {error}", "have it exported anew"),), None
    found += check_left_behind(Claim(file, press))
    if press.colour is Colour.AS_SUPPLIED:
        return tuple(found), None
    coverage = ink_alone(artwork, place, program) if program else None
    sheet = Sheet(place.page, place.width, place.depth, 0, marks)
    paper = Paper(press, (sheet,), (coverage,) if coverage else (), issue_pages=pages)
    found += (finding for rule in ARTWORK_INK_RULES for finding in rule(paper))
    return tuple(found), coverage


def _placed(artwork: Artwork, place: Place) -> Matrix:
    """The matrix that sets its page upright in its place, from the top left corner of the trim, up."""
    a, b, c, d, e, f = artwork.upright
    x, y, width, depth = (to_pt(length) for length in (place.x, place.y, place.width, place.depth))
    return (a * width, b * depth, c * width, d * depth, e * width + x, (f - 1) * depth - y)
