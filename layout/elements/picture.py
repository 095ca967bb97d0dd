"""Pictures with cutline and credit, one or several legs wide."""

from dataclasses import dataclass

from layout.diagnostics import Span
from layout.model.page import PictureSource
from layout.model.text import Text
from layout.units import Emu


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a story. `focus` is the point, in thousandths across and down, that a crop keeps in view.

    Depths bound the picture itself, without its cutline; None leaves its own proportions.
    """

    id: str
    source: PictureSource
    span: Span
    cutline: Text = ()
    credit: str = ""
    alt: str = ""
    legs: int = 1
    least_depth: Emu | None = None
    most_depth: Emu | None = None
    focus: tuple[int, int] = (500, 500)
