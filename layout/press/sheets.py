"""Pages placed on sheets: the page dictionaries of what is printed.

Takes the pages of a finished PDF and those of a side, gives a page dictionary with boxes of its own. A page is placed
whole, as a form XObject (ISO 32000-1, 8.10) cut at the edges of its part of the sheet: at a fold there is no bleed, outside
there is. A page that stands alone and gets no marks stays as it is.
"""

import zlib

from pypdf import PageObject
from pypdf.generic import ArrayObject, StreamObject

from layout.press.imposition import Side
from layout.press.marks import SPACES, Marked, Marks
from layout.press.objects import Entries, Object, Parts, Source, Value, dictionary, entry, stream
from layout.press.plates import Plates, in_order
from layout.press.rectangle import Rectangle, box, points
from layout.record import record

_OF_ITS_FILE = ("Parent", "Annots")


@record
class _Sheet:
    """Where things are on a sheet; `lefts` are the left edges of its pages."""

    trim: Rectangle
    bleed: Rectangle
    media: Rectangle
    lefts: tuple[float, ...]


class Sheets:
    """The sheets of one source with its plates, page by page. Sheets have the size of its first page."""

    def __init__(self, source: Source, plates: tuple[Plates, ...], marks: Marks) -> None:
        self._source, self._plates, self._marks = source, plates, marks

    def leaf(self, side: Side, words: str) -> Entries:
        """The page dictionary of a side, but for its parent; `words` are those of its slug."""
        if len(side) == 1 and side[0] is not None and not self._marks.margin:
            return self._source.entries(self._source.pages[side[0] - 1], *_OF_ITS_FILE)
        sheet = self._sheet(len(side))
        content, resources = self._pages(side, sheet)
        if self._marks.margin:
            plates = self._plates_of(side)
            content += self._marks.content(_marked(sheet, words, tuple(plates)))
            own = {name: self._source.parts(space) for name, space in plates.items() if space is not None}
            resources["ColorSpace"] = dictionary({**SPACES, **own})
        leaf: Entries = {
            "Type": b"/Page", "MediaBox": sheet.media.written(), "CropBox": sheet.media.written(),
            "BleedBox": sheet.bleed.written(), "TrimBox": sheet.trim.written(),
            "Contents": Object(stream({"Filter": b"/FlateDecode"}, zlib.compress(content))),
            "Resources": dictionary(resources),
        }  # fmt: skip
        group = self._source.entries(self._source.pages[0]).get("Group")
        return leaf if group is None else {**leaf, "Group": group}

    def _sheet(self, pages: int) -> _Sheet:
        first, margin = self._source.pages[0], self._marks.margin
        page, bled = box(first, "/TrimBox"), box(first, "/BleedBox")
        around = (page.left - bled.left, page.foot - bled.foot, bled.right - page.right, bled.head - page.head)
        left, foot = margin + around[0], margin + around[1]
        trim = Rectangle(left, foot, left + pages * page.width, foot + page.depth)
        bleed = trim.within(*around)
        media = bleed.within(margin, margin, margin, margin)
        return _Sheet(trim, bleed, media, tuple(left + place * page.width for place in range(pages)))

    def _pages(self, side: Side, sheet: _Sheet) -> tuple[bytes, dict[str, Parts]]:
        """The pages of a side on their places: operators, and the resources that they name."""
        content, forms = b"", {}
        for place, (number, left) in enumerate(zip(side, sheet.lefts, strict=True)):
            if number is None:
                continue
            page = self._source.pages[number - 1]
            trim, bleed = box(page, "/TrimBox"), box(page, "/BleedBox")
            left_edge = trim.left if place else bleed.left
            right_edge = bleed.right if place == len(side) - 1 else trim.right
            cut = Rectangle(left_edge, bleed.foot, right_edge, bleed.head)
            forms[f"P{number}"] = self._form(page, cut)
            at = points(left - trim.left, sheet.trim.foot - trim.foot)
            content += b"q 1 0 0 1 %s cm /P%d Do Q\n" % (at, number)
        return content, {"XObject": dictionary(forms)}

    def _form(self, page: PageObject, cut: Rectangle) -> Object:
        """A page as a form, its content as compressed as it was."""
        contents = entry(page, "/Contents")
        if isinstance(contents, ArrayObject) and len(contents) == 1:
            contents = contents[0].get_object()
        if isinstance(contents, StreamObject):
            entries, data = self._source.entries(contents, "Length"), StreamObject.get_data(contents)
        else:
            joined = page.get_contents()
            entries, data = {"Filter": (b"/FlateDecode",)}, zlib.compress(b"" if joined is None else joined.get_data())
        form: dict[str, Value] = {"Type": b"/XObject", "Subtype": b"/Form", "BBox": cut.written()}
        resources = self._source.entries(page).get("Resources", dictionary({}))
        return Object(stream({**form, "Resources": resources, **entries}, data))

    def _plates_of(self, side: Side) -> Plates:
        """The plates of all pages of a side, process inks first."""
        return in_order({name: space for page in side if page for name, space in self._plates[page - 1].items()})


def _marked(sheet: _Sheet, words: str, plates: tuple[str, ...]) -> Marked:
    half = (sheet.trim.right - sheet.trim.left) / len(sheet.lefts) / 2
    middles = tuple(left + half for left in sheet.lefts)
    return Marked(words, sheet.trim, sheet.bleed, middles, sheet.lefts[1:], plates)
