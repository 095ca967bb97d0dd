"""What: a picture or advertisement in colour turns grey. The press prints its page in black alone.

Why: a map loses its key, and an advertiser who has paid for colour will not pay.

Fix: put it on a page that prints in colour, the nearest of which are named, or book the page in colour:
`press: {colour_pages: [...]}`. A picture that is as good in grey needs nothing; save it in grey, and nothing is told.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.model.page import Page, Part, Picture, Placed
from layout.model.press import Colour
from layout.preflight.hue import in_colour
from layout.preflight.placed import pictures_on
from layout.preflight.proof import Proof

CODE = "I218"


def check_turned_grey(proof: Proof) -> Iterator[Finding]:
    """A warning for each advertisement, and one note for all pictures of a page."""
    press, pages = proof.issue.press, proof.pages.pages
    if press.colour is Colour.AS_SUPPLIED:
        return
    booked = press.booked_in_colour(len(pages))
    ads = {ad.span: ad.id for ad in proof.issue.ads}
    for page in pages:
        if page.number in booked:
            continue
        grey = list(_in_colour(page))
        for one, _, place in grey:
            if one.part is Part.AD:
                name = ads.get(one.span, "") if one.span else ""
                message = f'the advertisement "{name}" is in colour, but page {page.number} prints in black'
                yield Finding(CODE, Severity.WARNING, message, remedy(page.number, booked), one.span, place)
        shown = [(one, picture, place) for one, picture, place in grey if one.part is not Part.AD]
        if shown:
            one, _, place = shown[0]
            names = ", ".join(dict.fromkeys(picture.source.path.name for _, picture, _ in shown))
            message = f"page {page.number} prints in black, and pictures in colour turn grey on it: {names}"
            yield Finding(CODE, Severity.NOTE, message, remedy(page.number, booked), one.span, place, one.story)


def remedy(page: int, booked: tuple[int, ...]) -> str:
    """How something on a page comes to be printed in colour."""
    before, after = [one for one in booked if one < page][-1:], [one for one in booked if one > page][:1]
    book = f"book page {page} in colour (`press: {{colour_pages: [...]}}`)"
    if not booked:
        return f"{book}, or supply it in grey"
    return f"put it on page {' or '.join(map(str, before + after))}, which prints in colour, or {book}"


def _in_colour(page: Page) -> Iterator[tuple[Placed, Picture, Place]]:
    """The pictures in colour; supplied PDFs do not turn grey, and are told of by another rule."""
    return (found for found in pictures_on(page) if found[1].source.kind != "pdf" and in_colour(found[1].source))
