"""What `findings.json` and `layout check --format json` tell: the shape that other programs rely on.

Lengths are millimetres, file names start at the workspace. None stands for what cannot be said.
"""

from typing import Annotated, TypeAlias

from layout.diagnostics import Severity
from layout.record import record

Count: TypeAlias = Annotated[int, 0]
"""A number from 0."""
Number: TypeAlias = Annotated[int, 1]
"""A number from 1."""


@record
class ToldFinding:
    """One thing that a person should know."""

    code: Annotated[str, "^[MTPIX][0-9]{3}$"]
    """The rule's code, such as P101; `layout explain P101` tells more."""
    severity: Severity
    """How grave it is: note, warning or error."""
    message: str
    """What is wrong."""
    hint: str
    """How to mend it; empty if nothing can be said."""
    file: str | None
    """The file in which it is to be mended, from the workspace's folder."""
    line: Number | None
    """The line of the file, from 1."""
    column: Number | None
    """The column of the line, from 1."""
    page: Number | None
    """The page of the paper, from 1."""
    rect_mm: tuple[float, float, float, float] | None
    """The place on the page: x, y, width and depth from its top left corner, in millimetres."""
    story: str | None
    """The slug of the story."""


@record
class ToldStory:
    """How a story fared."""

    slug: str
    """The story's short name."""
    pages: tuple[Number, ...]
    """The pages on which it stands."""
    words: Count
    """Words on these pages."""
    lines: Count
    """Lines on these pages."""
    overset_lines: Count
    """Lines for which there is no room."""
    overset_words: Count
    """Words for which there is no room."""
    fit: tuple[str, ...]
    """What was changed to make the story fit."""


@record
class FindingsReport:
    """All findings of an issue, and how its stories fared."""

    layout: str
    """The version of the program."""
    issue: str | None
    """The date of the issue, year-month-day; null if it cannot be built."""
    pages: Count
    """Pages of the issue; 0 if it cannot be built."""
    findings: tuple[ToldFinding, ...]
    """What a person should know, in order."""
    stories: tuple[ToldStory, ...]
    """How each story fared."""
