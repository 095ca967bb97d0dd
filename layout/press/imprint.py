"""What an issue's files are named after.

Takes an issue and its pages, gives their `Imprint`. The section of a page is that of the topmost story on it that has one,
else that of the page before.
"""

import datetime
from collections.abc import Iterator

from layout.diagnostics import Span
from layout.model.issue import Issue
from layout.model.page import Pages
from layout.record import record


@record
class Imprint:
    """`slug` names the files of all pages; `sections` has one for each page, which may be nothing; `span` is where the
    issue begins in its manifest."""

    slug: str
    publication: str
    date: datetime.date
    sections: tuple[str, ...]
    span: Span


def imprint_of(issue: Issue, pages: Pages) -> Imprint:
    """The imprint of an issue."""
    return Imprint(issue.slug, issue.publication, issue.date, tuple(_sections(issue, pages)), issue.span)


def _sections(issue: Issue, pages: Pages) -> Iterator[str]:
    named = {article.slug: article.section for article in issue.articles if article.section}
    section = ""
    for page in pages.pages:
        found = [(placed.y, placed.x, named[placed.story]) for placed in page.placed if placed.story in named]
        section = min(found)[2] if found else section
        yield section
