"""PDFs as they were supplied, each held against the press once, before anything is drawn.

Takes an issue and its pages, gives a `Supplied` for each placed PDF, with findings and ink on its own account; what was found
is kept by content, place and press, so that a file is looked into when it is new. Imports what reads PDFs only for those.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from layout import __version__
from layout.diagnostics import Finding, Place, Severity, Span
from layout.model.coverage import Coverage, unpacked
from layout.model.issue import Issue
from layout.model.page import Page, Pages, Picture
from layout.model.press import Press, Standard
from layout.preflight.installed import ghostscript
from layout.preflight.placed import pictures_on
from layout.preflight.rules import colour_page
from layout.preflight.rules.turned_grey import remedy
from layout.record import record
from layout.typeset.keep import name_of, read_kept, write_kept
from layout.units import Emu


@record
class Supplied:
    """A placed PDF: what it is called, its line in the manifest and its place; what is found in it, as any file would be told of
    it; and its ink, None where that could not be measured."""

    name: str
    span: Span | None
    place: Place
    findings: tuple[Finding, ...] = ()
    coverage: Coverage | None = None

    def told(self, press: Press, pages: int) -> Iterator[Finding]:
        """The findings as those of an advertisement, told to who has booked it in an issue of so many pages."""
        for finding in self.findings:
            message = f"{self.name} on page {self.place.page}: {finding.message}"
            hint = _hint(finding, press)
            if finding.code == colour_page.CODE:
                hint = remedy(self.place.page, press.booked_in_colour(pages))
            yield replace(finding, message=message, hint=hint, span=self.span, place=finding.place or self.place)

    def holds(self, place: Place) -> bool:
        """Whether something stands within it."""
        own, near = self.place, _NEAR
        across = own.x - near <= place.x and place.x + place.width <= own.x + own.width + near
        return (
            own.page == place.page
            and across
            and own.y - near <= place.y
            and place.y + place.depth <= own.y + own.depth + near
        )


_NEAR: Emu = 2000
"""How far what a finished file says of places is off, in EMU: a sixth of a point."""
_FOR_THE_PRESS = {Standard.X4: "a PDF/X-4 file", Standard.X1A: "a PDF/X-1a file", Standard.NONE: "a PDF"}


def supplied_in(issue: Issue, pages: Pages) -> tuple[Supplied, ...]:
    """Every placed PDF with what is found in it. One that can no longer be read is left out: drawing it will say so."""
    return tuple(one for page in pages.pages for one in _on(page, issue, len(pages.pages)))


def with_supplied(measured: Coverage, page: Page, supplied: tuple[Supplied, ...]) -> Coverage:
    """The ink measured on a page, and that of the PDFs placed on it."""
    for one in supplied:
        if one.place.page != page.number:
            continue
        if one.coverage is None:
            measured = replace(measured, partial=True)
            continue
        share = one.place.width * one.place.depth / (page.width * page.depth)
        plates = dict(measured.plates)
        for name, mean in one.coverage.plates.items():
            plates[name] = plates.get(name, 0) + round(mean * share)
        fuller = one.coverage if one.coverage.most > measured.most else measured
        measured = replace(measured, plates=plates, most=fuller.most, where=fuller.where)
    return measured


def _on(page: Page, issue: Issue, count: int) -> Iterator[Supplied]:
    names = {ad.span: f'the advertisement "{ad.id}"' for ad in issue.ads}
    for one, picture, place in pictures_on(page):
        if picture.source.kind == "pdf":
            name = names.get(one.span, picture.source.path.name) if one.span else picture.source.path.name
            try:
                findings, coverage = _looked_into(picture, place, count, issue.press)
            except OSError:
                continue
            yield Supplied(name, one.span, place, findings, coverage)


def _looked_into(
    picture: Picture, place: Place, count: int, press: Press
) -> tuple[tuple[Finding, ...], Coverage | None]:
    limits = (press.standard, press.colour, press.ink, press.resolution, press.type, press.rules, press.overprint)
    program = ghostscript()
    asked = (count, _edges(place), program is not None, *limits)
    kept = name_of("supplied", __version__, picture.source.digest, repr(asked))
    known = read_kept(kept)
    if known is not None:
        return tuple(_unpacked(*one) for one in known[0]), unpacked(place.page, known[1]) if known[1] else None
    from layout.preflight.file.artwork import look_into

    findings, coverage = look_into(picture.source.path.read_bytes(), place, count, press, program)
    write_kept(kept, ([_packed(finding) for finding in findings], coverage.packed() if coverage else None))
    return findings, coverage


def _packed(finding: Finding) -> tuple[Any, ...]:
    return finding.code, finding.severity.value, finding.message, finding.hint, _edges(finding.place)


def _unpacked(code: str, severity: str, message: str, hint: str, edges: tuple[int, ...] | None) -> Finding:
    return Finding(code, Severity(severity), message, hint, place=Place(*edges) if edges else None)


def _edges(place: Place | None) -> tuple[int, ...] | None:
    return (place.page, place.x, place.y, place.width, place.depth) if place else None


def _hint(finding: Finding, press: Press) -> str:
    """The remedy for who has to ask for another file."""
    if finding.code.startswith("X"):
        colours = " and colours in CMYK" if press.standard is not Standard.NONE else ""
        return f"ask the advertiser for {_FOR_THE_PRESS[press.standard]} with fonts embedded{colours}"
    return f"ask the advertiser for another file: {finding.hint}"
