"""What is on the screen, as a value: pages with the build in which their ink last changed, findings, trouble.

Takes builds and refusals as they come, gives what is shown next. After a refusal the last good pages stay.
"""

from layout.build import Checked
from layout.diagnostics import Finding
from layout.model.issue import Issue
from layout.model.page import Clip, Page, Pages, Paint, Placed
from layout.record import record


@record
class Leaf:
    """A page; `version` is the serial number of the build in which its ink last changed."""

    page: Page
    version: int


@record
class Paper:
    """An issue that could be made up."""

    issue: Issue
    pages: Pages
    leaves: tuple[Leaf, ...]
    findings: tuple[Finding, ...]


@record
class Shown:
    """What is on the screen after build number `serial`; `trouble` is why its input could not be built."""

    serial: int = 0
    paper: Paper | None = None
    trouble: tuple[Finding, ...] = ()

    def leaf(self, number: int) -> Leaf | None:
        """The page of that number."""
        leaves = self.paper.leaves if self.paper else ()
        return next((leaf for leaf in leaves if leaf.page.number == number), None)

    def after(self, checked: Checked) -> "Shown":
        """What is shown when the issue was built again."""
        serial = self.serial + 1
        leaves = tuple(self._leaf_of(page, serial) for page in checked.pages.pages)
        return Shown(serial, Paper(checked.issue, checked.pages, leaves, checked.findings))

    def refused(self, trouble: tuple[Finding, ...]) -> "Shown":
        """What is shown when the issue cannot be built."""
        return Shown(self.serial + 1, self.paper, trouble)

    def _leaf_of(self, page: Page, serial: int) -> Leaf:
        old = self.leaf(page.number)
        return Leaf(page, old.version if old and _same_ink(old.page, page) else serial)


def _same_ink(one: Page, other: Page) -> bool:
    """Whether two pages print the same, whatever lines of whatever files their words came from."""
    sheets = [(page.width, page.depth, page.bleed) for page in (one, other)]
    return sheets[0] == sheets[1] and _same_paints(one.placed, other.placed)


def _same_paints(ones: tuple[Placed, ...], others: tuple[Placed, ...]) -> bool:
    return len(ones) == len(others) and all(
        one.x == other.x and one.y == other.y and _same_paint(one.paint, other.paint)
        for one, other in zip(ones, others, strict=True)
    )


def _same_paint(one: Paint, other: Paint) -> bool:
    if isinstance(one, Clip) and isinstance(other, Clip):
        return (one.width, one.depth) == (other.width, other.depth) and _same_paints(one.placed, other.placed)
    return one == other
