"""What: an advertisement is not of the size that was booked.

Why: it is paid for by its size. Reduced it shows less than was paid for, and its small print may be too small; enlarged it
takes what others have paid for. It stands whole in the place that was booked, as large as that allows.

Fix: ask for it again at the booked size, or correct `columns` and `depth`. A PDF's size is that of its TrimBox, an
SVG's its width and height in mm, cm, in or pt; of other pictures only the proportions are checked. How much a size may be off
says the press profile (`ad_tolerance` under `pages`).
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.model.issue import Ad
from layout.model.page import Part, Picture
from layout.preflight.proof import Proof
from layout.units import Emu, to_mm

CODE = "I212"


def check_advertisements(proof: Proof) -> Iterator[Finding]:
    """One finding an advertisement."""
    issue = proof.issue
    for ad in issue.ads:
        booked = (issue.style.page.width_of(ad.units), ad.depth)
        size = ad.source.size or _at_width(ad, booked[0])
        if max(abs(one - other) for one, other in zip(size, booked, strict=True)) > issue.press.pages.ad_tolerance:
            message = f'the advertisement "{ad.id}" is {_said(size)} and was booked at {_said(booked)}'
            hint = "ask for it at the booked size, or correct `columns` and `depth`"
            yield Finding(CODE, Severity.ERROR, message, hint, ad.span, _place(proof, ad))


def _place(proof: Proof, ad: Ad) -> Place:
    """Where an advertisement stands; its page, where there is no room for it."""
    pages = (page for page in proof.pages.pages if page.number == ad.page)
    shown = (placed for page in pages for placed in page.placed if placed.part is Part.AD and placed.span == ad.span)
    for placed in shown:
        if isinstance(placed.paint, Picture):
            return Place(ad.page, placed.x, placed.y, placed.paint.width, placed.paint.depth)
    return Place(ad.page)


def _at_width(ad: Ad, width: Emu) -> tuple[Emu, Emu]:
    across, down = ad.source.pixels
    return width, width * down // across


def _said(size: tuple[Emu, Emu]) -> str:
    return f"{to_mm(size[0]):.1f} x {to_mm(size[1]):.1f} mm"
