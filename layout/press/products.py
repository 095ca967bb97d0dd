"""The files that a press wants, made from the finished PDF of single pages.

Takes the PDF taken to pieces, an issue's facts and the press's wishes, gives files by name. Each has what makes the PDF a
PDF/X (header, output intent, document information, metadata that agrees with it), boxes of its own, and an identifier that
follows from its content. Sources: ISO 15930-7:2010, 6 (PDF/X-4); ISO 16684-1:2019 (XMP).
"""

import re
from collections.abc import Iterator, Mapping
from html import escape
from uuid import UUID

from pypdf.generic import StreamObject

from layout.diagnostics import Finding, Severity, Span, UnusableInput
from layout.model.file_name import page_file_name
from layout.model.press import Product, Products
from layout.model.press_report import REPORTS
from layout.press.imposition import Side, centre_spread, printer_spreads, reader_spreads
from layout.press.imprint import Imprint
from layout.press.marks import Marks
from layout.press.objects import Entries, File, Object, Source, array, dictionary, stream, text
from layout.press.outlines import Outlines
from layout.press.plates import Plates, is_colour
from layout.press.sheets import Sheets
from layout.record import record

_OF_THE_ISSUE = ("Type", "Lang", "OutputIntents")
_TITLE = re.compile(rb"(<dc:title>.*?<rdf:li[^>]*>)[^<]*", re.DOTALL)
_DOCUMENT = re.compile(rb"(<xmpMM:(?:Document|Instance)ID>)[^<]*")


@record
class _Plan:
    """A file to be made: its name, what its title adds to the issue's, and its sides, each with what its slug adds."""

    name: str
    title: str
    sides: tuple[tuple[Side, str], ...]


def make_products(
    source: Source, plates: tuple[Plates, ...], imprint: Imprint, wanted: Products, outlines: Outlines
) -> Mapping[str, bytes]:
    """The files that a press wants, by name.

    Args:
        source: the finished PDF of single pages.
        plates: those of each of its pages.
        imprint: what the files are named after.
        wanted: which products, and which marks are on them.
        outlines: sets the slug.

    Raises:
        UnusableInput: two files would have the same name.
    """
    plans = [plan for product in dict.fromkeys(wanted.make) for plan in _plans(product, plates, imprint, wanted)]
    _refuse_same_names(plans, imprint.span)
    sheets = Sheets(source, plates, Marks(wanted.marks, outlines))
    return {
        plan.name: source.pdf
        if plan.name == f"{imprint.slug}.pdf" and not wanted.marks
        else _made(source, sheets, plan)
        for plan in plans
    }


def _plans(product: Product, plates: tuple[Plates, ...], imprint: Imprint, wanted: Products) -> Iterator[_Plan]:
    count = len(plates)
    singles = [((page,), f", page {page}") for page in range(1, count + 1)]
    match product:
        case Product.ISSUE:
            yield _Plan(f"{imprint.slug}.pdf", "", tuple(singles))
        case Product.PAGES:
            for (page,), words in singles:
                colour = "4c" if is_colour(plates[page - 1]) else "1c"
                section = imprint.sections[page - 1]
                name = page_file_name(wanted.file, imprint.publication, imprint.date, section, page, colour)
                yield _Plan(name, words, (((page,), words),))
        case Product.READER_SPREADS:
            sides = tuple((side, _pages_told(side)) for side in reader_spreads(count))
            yield _Plan(f"{imprint.slug}-reader-spreads.pdf", ", reader spreads", sides)
        case Product.PRINTER_SPREADS:
            sides = tuple(
                (side, f", sheet {at // 2 + 1} {'back' if at % 2 else 'front'}{_pages_told(side)}")
                for at, side in enumerate(printer_spreads(count, wanted.signature))
            )
            yield _Plan(f"{imprint.slug}-printer-spreads.pdf", ", printer spreads", sides)
        case Product.CENTRE:
            side = centre_spread(count)
            yield _Plan(f"{imprint.slug}-centre.pdf", ", centre spread", ((side, _pages_told(side)),))


def _pages_told(side: Side) -> str:
    pages = [str(page) for page in side if page]
    return f", page{'s' * (len(pages) > 1)} {' and '.join(pages)}" if pages else ", blank"


def _refuse_same_names(plans: list[_Plan], span: Span) -> None:
    """Names that differ in case alone are the same on many disks."""
    seen = dict.fromkeys(REPORTS, "the report")
    found = []
    for plan in plans:
        name, own = plan.name.casefold(), (plan.title or ", the issue")[2:]
        if name in seen:
            message = f"the files of {seen[name]} and {own} would both be named {plan.name}"
            hint = "part the fields of the press profile's `products: file` by - or _, and sections by more than case"
            found.append(Finding("M073", Severity.ERROR, message, hint, span))
        seen[name] = own
    if found:
        raise UnusableInput(tuple(found))


def _made(source: Source, sheets: Sheets, plan: _Plan) -> bytes:
    """A file of its own: pages first, then what is said of them, which has their digest in it."""
    file, tree, title = File(), Object(), source.title + plan.title
    leaves = [
        Object(dictionary({**sheets.leaf(side, source.title + words), "Parent": tree})) for side, words in plan.sides
    ]
    tree.parts = dictionary({"Type": b"/Pages", "Count": b"%d" % len(leaves), "Kids": array(leaves)})
    file.add(tree)
    catalog = {key: parts for key, parts in source.entries(source.catalog).items() if key in _OF_THE_ISSUE}
    if "/Metadata" in source.catalog:
        metadata = source.catalog["/Metadata"]
        assert isinstance(metadata, StreamObject)
        packet = _renamed(metadata.get_data(), title, file.digest())
        entries = source.entries(metadata, "Length", "Filter", "DecodeParms")
        catalog["Metadata"] = (Object(stream(entries, packet)),)
    info: Entries = {**source.entries(source.info), "Title": text(title)}
    return file.finish(source.header, Object(dictionary({**catalog, "Pages": tree})), Object(dictionary(info)))


def _renamed(packet: bytes, title: str, digest: bytes) -> bytes:
    """An XMP packet as `press.pdfx` writes it, with another title and as another document."""
    document = f"uuid:{UUID(bytes=digest[:16], version=4)}".encode()
    packet = _TITLE.sub(lambda found: found[1] + escape(title, quote=False).encode(), packet, count=1)
    return _DOCUMENT.sub(lambda found: found[1] + document, packet)
