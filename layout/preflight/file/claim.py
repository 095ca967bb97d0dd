"""A PDF and the press that it is for: what the rules of PDF/X are handed."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject, StreamObject

from layout.diagnostics import Finding, Place, Severity
from layout.model.press import Press, Product, Standard
from layout.preflight.file.opened import OpenFile, name, number, table
from layout.preflight.marks import Mark
from layout.record import record


@record
class Claim:
    """A file that is held against a press's standard, as one of the press's products; `marks` are what it paints."""

    file: OpenFile
    press: Press
    product: Product = Product.ISSUE
    marks: tuple[Mark, ...] = ()

    @property
    def is_x(self) -> bool:
        """Whether the press wants any PDF/X."""
        return self.press.standard is not Standard.NONE

    @property
    def is_x1a(self) -> bool:
        """Whether the press wants PDF/X-1a."""
        return self.press.standard is Standard.X1A


def of_kind(file: OpenFile, key: str, kind: str) -> Iterator[DictionaryObject]:
    """Every dictionary of the file that says of itself to be of this kind."""
    return (one for one in file.objects if name(one.get(key)) == kind)


def painted(file: OpenFile) -> Iterator[bytes]:
    """Every content stream of the file: of pages, forms, patterns and drawn glyphs."""
    for page in file.pages:
        yield file.painted(page)
    for one in file.objects:
        if isinstance(one, StreamObject):
            if name(one.get("/Subtype")) == "/Form" or number(one.get("/PatternType")) == 1:
                yield file.content(one)
        elif name(one.get("/Subtype")) == "/Type3":
            yield from (file.content(glyph) for glyph in table(one.get("/CharProcs")).values())


def missing(code: str, message: str, hint: str, place: Place | None = None) -> Finding:
    """An error of the file, or of a place on one of its pages."""
    return Finding(code, Severity.ERROR, message, hint, place=place)
