"""The finished PDF with what was found noted in its place, for whoever reads proofs.

Takes a PDF that layout made, its pages and the findings; gives the PDF with annotations (ISO 32000-2, 12.5). They are
annotations and not ink on the page, so that the page stays as it will be printed, a viewer lists them with their remedies
and hides them, and the next proof does not inherit them. Each brings its own appearance, so that all viewers, and the
pictures of `report.proof`, show the same: a red bar where a story breaks off, with what does not fit; a line under a loose
line; a frame round anything else; a flag at the page's head for what has no rectangle. Lettering is in Helvetica, which
viewers have, and is not embedded: a proof goes to no press, and its claim to be PDF/X is taken out.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from layout.diagnostics import Finding, Severity
from layout.model.extent import reach
from layout.model.page import Page, Pages, Part, Picture
from layout.model.style import PageStyle
from layout.model.text import Glyphs
from layout.record import record
from layout.units import Emu, to_pt

_Corner: TypeAlias = tuple[float, float]
"""The top left corner of the trimmed page in the PDF's space, points, y up."""

_RGB = {Severity.ERROR: "0.8 0 0", Severity.WARNING: "0.8 0.35 0", Severity.NOTE: "0 0.35 0.7"}
_UNITS, _ROWS = "0.1 0.55 0.85", "0.65 0.83 0.95"
_SIZE = 7
_LETTER = 0.5
"""Width of a letter of Helvetica in its size, generously."""

_OVERSET, _LOOSE = "P101", "T101"
_FLAGS_IN_WORDS = 2
_DESCENT = 3
"""Points below a baseline that descenders take, which no mark may hide."""
_PRINTED = 4
_READ_ONLY = 64


@record
class _Mark:
    """What is drawn: content operators, and the box (left, foot, right, top in points) outside of which they do not."""

    box: tuple[float, float, float, float]
    drawn: str


def annotate(pdf: bytes, findings: Sequence[Finding], pages: Pages, grid: PageStyle | None = None) -> bytes:
    """The PDF with an annotation for each finding; one without a page stands on the first. With `grid`, every page shows
    its units and rows, numbered as the dummy counts them."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    _disown(writer)
    for index, page in enumerate(pages.pages):
        trim = writer.pages[index].trimbox
        corner = (float(trim.left), float(trim.top))
        if grid is not None:
            writer.add_annotation(index, _annotation(writer, _grid(page, grid, corner), "", _PRINTED | _READ_ONLY))
        here = [one for one in findings if (one.place.page if one.place else pages.pages[0].number) == page.number]
        for finding, mark in _marked(here, page, pages, corner):
            told = f"{finding.code} {finding.message}" + (f"\n{finding.hint}" if finding.hint else "")
            writer.add_annotation(index, _annotation(writer, mark, told, _PRINTED))
    octets = io.BytesIO()
    writer.write(octets)
    return octets.getvalue()


def _disown(writer: PdfWriter) -> None:
    """Takes out what says that the file is fit for the press."""
    writer.root_object.pop("/Metadata", None)
    info = dict(writer.metadata or {})
    kept = {key: value for key, value in info.items() if not key.startswith(("/GTS_", "/Trapped"))}
    writer.metadata = {**kept, "/Title": f"{kept.get('/Title', '')} (proof)".lstrip()}


def _annotation(writer: PdfWriter, mark: _Mark, told: str, flags: int) -> DictionaryObject:
    appearance = DecodedStreamObject()
    appearance.set_data(mark.drawn.encode("cp1252", "replace"))
    helvetica = _dictionary(
        Type=_name("Font"), Subtype=_name("Type1"), BaseFont=_name("Helvetica"), Encoding=_name("WinAnsiEncoding")
    )
    box = ArrayObject(FloatObject(f"{value:.2f}") for value in mark.box)
    appearance.update(
        _dictionary(
            Type=_name("XObject"),
            Subtype=_name("Form"),
            BBox=box,
            Resources=_dictionary(
                Font=_dictionary(H=helvetica), ExtGState=_dictionary(M=_dictionary(BM=_name("Multiply")))
            ),
        )
    )
    entries = _dictionary(
        Type=_name("Annot"),
        Subtype=_name("Square"),
        Rect=box,
        F=NumberObject(flags),
        AP=_dictionary(N=writer._add_object(appearance)),  # noqa: SLF001 (pypdf has no other way),
    )
    if told:
        entries[NameObject("/Contents")] = TextStringObject(told)
        entries[NameObject("/T")] = TextStringObject("layout")
    return entries


def _marked(findings: Sequence[Finding], page: Page, pages: Pages, corner: _Corner) -> Iterator[tuple[Finding, _Mark]]:
    """A page's findings with their marks; what has no rectangle is flagged at the head, in the margin."""
    flags = 0
    for finding in findings:
        mark = _mark(finding, page, pages, corner)
        if mark is None:
            mark = _flag(finding, corner, to_pt(page.width), flags)
            flags += 1
        yield finding, mark


def _mark(finding: Finding, page: Page, pages: Pages, corner: _Corner) -> _Mark | None:
    """How a finding shows where it is; None if it has no rectangle."""
    place, rgb = finding.place, _RGB[finding.severity]
    if place is None or not place.width:
        return None
    left, foot, right, top = _box(corner, place.x, place.y, place.width, place.depth)
    if finding.code == _OVERSET and (end := _end(page, finding.story)) is not None:
        left, foot, right, _ = _box(corner, *end)
        label, foot = _left_over(finding, pages), foot - _DESCENT
        drawn = f"{rgb} rg {left:.2f} {foot - 2:.2f} {right - left:.2f} 2 re f\n"
        at = min(left, corner[0] + to_pt(page.width) - _wide(label)), foot - 2 - _SIZE - 2
        return _labelled(drawn, (left, foot - 2, right, foot), label, at, rgb)
    if finding.code == _LOOSE:
        foot -= _DESCENT / 2
        drawn = f"{rgb} RG 1.2 w {left:.2f} {foot:.2f} m {right:.2f} {foot:.2f} l S\n"
        return _labelled(drawn, (left, foot - 1, right, top), "", (left, foot), rgb)
    frame = (left - 2, foot - 2, right + 2, top + 2)
    drawn = f"{rgb} RG 1 w {frame[0]:.2f} {frame[1]:.2f} {frame[2] - frame[0]:.2f} {frame[3] - frame[1]:.2f} re S\n"
    if _is_picture(page, finding):
        label = _cut(f"{finding.code}: {finding.message}", right - left)
        return _labelled(drawn, frame, label, (left, top - _SIZE - 2), rgb)
    return _labelled(drawn, frame, finding.code, (frame[0], frame[3] + 1), rgb)


def _is_picture(page: Page, finding: Finding) -> bool:
    """Whether a finding's rectangle is a picture's: there is no text in it that a label would hide."""
    place = finding.place
    return place is not None and any(
        isinstance(placed.paint, Picture)
        and (placed.x, placed.y, placed.paint.width, placed.paint.depth) == (place.x, place.y, place.width, place.depth)
        for placed in page.placed
    )


def _flag(finding: Finding, corner: _Corner, width: float, number: int) -> _Mark:
    """At the head of the page: the first ones in words, a row each, then codes, side by side."""
    row, place = min(number, _FLAGS_IN_WORDS), max(0, number - _FLAGS_IN_WORDS)
    at = corner[0] + 8 + 36 * place, corner[1] - 14 - 10 * row
    label = _cut(f"{finding.code}: {finding.message}", width - 16) if row < _FLAGS_IN_WORDS else finding.code
    return _labelled("", (*at, *at), label, at, _RGB[finding.severity])


def _cut(label: str, room: float) -> str:
    """As much of a label as is no wider than there is room."""
    while _wide(label) > room:
        label = label.removesuffix("...")[:-1].rstrip() + "..."
    return label


def _labelled(drawn: str, box: tuple[float, float, float, float], label: str, at: _Corner, rgb: str) -> _Mark:
    """A drawing with a label in white on its colour, `at` the label's lower left corner."""
    if not label:
        return _Mark((box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1), drawn)
    (x, y), width, depth = at, _wide(label), _SIZE + 2
    text = f"1 g BT /H {_SIZE} Tf {x + 2:.2f} {y + 2.2:.2f} Td ({_escaped(label)}) Tj ET"
    plate = f"{rgb} rg {x:.2f} {y:.2f} {width:.2f} {depth} re f\n{text}\n"
    edges = min(box[0] - 1, x), min(box[1] - 1, y), max(box[2] + 1, x + width), max(box[3] + 1, y + depth)
    return _Mark(edges, f"{drawn}{plate}")


def _escaped(label: str) -> str:
    return label.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _wide(label: str) -> float:
    return _LETTER * _SIZE * len(label) + 4


def _left_over(finding: Finding, pages: Pages) -> str:
    fit = next((story for story in pages.stories if story.slug == finding.story), None)
    return f"{finding.code}: {fit.overset_lines} lines, {fit.overset_words} words over" if fit else finding.code


def _end(page: Page, story: str | None) -> tuple[Emu, Emu, Emu, Emu] | None:
    """The last line of a story on a page, as a rectangle: x, y, width, depth."""
    texts = [
        (placed.x, placed.y, reach(placed.paint))
        for placed in reversed(page.placed)
        if placed.story == story and placed.part is Part.BODY and isinstance(placed.paint, Glyphs)
    ]
    if not texts:
        return None
    left, foot, width = texts[0]
    right = left + width
    for x, y, _ in texts[1:]:
        if y != foot or x > left:
            break
        left = x
    return left, foot, right - left, 0


def _grid(page: Page, grid: PageStyle, corner: _Corner) -> _Mark:
    """Units and rows of the live area, darkening what is white but not the type; rows are numbered from the top of the well."""
    x, y, width, depth = page.live
    left, foot, right, top = _box(corner, x, y, width, depth)
    rows, units = [f"/M gs {_ROWS} RG {_UNITS} rg 0.25 w"], [f"{_UNITS} RG"]
    for row in range(1, page.rows + 1):
        above = y + (grid.rows - page.rows + row - 1) * grid.leading + grid.baseline
        at = corner[1] - to_pt(above)
        rows.append(f"{left:.2f} {at:.2f} m {right:.2f} {at:.2f} l S")
        if row % 5 == 0 or row == 1:
            rows.append(f"BT /H 5 Tf {left - 9:.2f} {at:.2f} Td ({row}) Tj ET")
    for unit in range(grid.units):
        at = left + to_pt(grid.left_of(unit))
        units.append(f"{at:.2f} {foot:.2f} {to_pt(grid.width_of(1)):.2f} {top - foot:.2f} re S")
        units.append(f"BT /H 5 Tf {at + 1:.2f} {top + 2:.2f} Td ({unit + 1}) Tj ET")
    return _Mark((left - 10, foot - 2, right + 2, top + 8), "\n".join((*rows, *units)))


def _box(corner: _Corner, x: Emu, y: Emu, width: Emu, depth: Emu) -> tuple[float, float, float, float]:
    """A rectangle of the page in the PDF's space: left, foot, right, top."""
    left, top = corner[0] + to_pt(x), corner[1] - to_pt(y)
    return left, top - to_pt(depth), left + to_pt(width), top


def _name(name: str) -> NameObject:
    return NameObject(f"/{name}")


def _dictionary(**entries: Any) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})
