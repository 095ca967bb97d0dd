"""What is told of an issue that goes to press: its rules with their figures, its ink, fonts, pictures and files."""

import datetime

from layout.diagnostics import Place, Severity
from layout.record import record
from layout.units import Emu

REPORTS = ("press-report.json", "press-report.pdf")
"""The names of the report's files, for programs and for people."""


@record
class RuleResult:
    """What became of a rule: `severity` is None if it found nothing, else that of its gravest finding. `figure` is what was
    measured, for people."""

    code: str
    title: str
    severity: Severity | None
    figure: str

    @property
    def result(self) -> str:
        """In one word: passed, or how grave."""
        return self.severity.value if self.severity else "passed"


@record
class InkOnPage:
    """The mean of each plate of a page by its name, and the most ink of all plates together, in tenths of a percent; `partial`
    if the ink of supplied PDFs comes on top."""

    page: int
    plates: tuple[tuple[str, int], ...]
    most: int
    partial: bool = False


@record
class FontUse:
    """A font of the file: `kind` is its subtype; `pages` are those that use it."""

    name: str
    kind: str
    embedded: bool
    pages: tuple[int, ...]


@record
class PictureUse:
    """A picture on a page, with its pixels across and down, its least effective resolution and its colour space."""

    place: Place
    pixels: tuple[int, int]
    ppi: int
    space: str


@record
class MadeFile:
    """A file of the press."""

    name: str
    octets: int
    sha256: str


@record
class PressReport:
    """All that is told of an issue that goes to press. `inks` is empty where ink was not measured."""

    publication: str
    date: datetime.date
    press: str
    standard: str
    condition: str
    pages: int
    width: Emu
    depth: Emu
    ink_limit: int
    rules: tuple[RuleResult, ...]
    inks: tuple[InkOnPage, ...]
    fonts: tuple[FontUse, ...]
    pictures: tuple[PictureUse, ...]
    files: tuple[MadeFile, ...]

    def count(self, severity: Severity) -> int:
        """How many rules have a gravest finding of this severity."""
        return sum(rule.severity is severity for rule in self.rules)
