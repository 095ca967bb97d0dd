"""Pictures, boxes and other pieces that stand beside the text of a story.

Takes a story's pieces, gives `Fixture`s: how many legs wide, how few and how many rows deep, where they want to stand
and how to make them at a depth. Decides no place.
"""

from collections.abc import Callable, Sequence
from enum import Enum

from layout.diagnostics import Span
from layout.elements.body import is_fixture, running, set_body
from layout.elements.box import Box, set_box
from layout.elements.display import Display
from layout.elements.grid import Grid, grid_rows, set_grid
from layout.elements.picture import Picture, picture_rows, set_picture
from layout.elements.pull_quote import PullQuote, dress_pull_quote
from layout.elements.setting import Setting, moved
from layout.elements.slogan import Slogan, dress_slogan
from layout.elements.wording import count_words
from layout.model.issue import Article, At, Content, Need
from layout.record import record
from layout.units import Emu


class Depth(Enum):
    """One of the three depths of a piece that are known beforehand."""

    LEAST = "least"
    NATURAL = "natural"
    MOST = "most"


@record
class Fixture:
    """A piece `legs` wide that takes `least` to `most` grid rows; `natural` is what it takes if nothing presses.

    `strip` is the number of the galley's strip after which the text has it, None for pieces of the manifest; `need` says
    whether it may be left out, `words` how many words it has in the source.
    """

    id: str
    legs: int
    least: int
    natural: int
    most: int
    make: Callable[[int], Display]
    span: Span
    at: At = At.ANY
    strip: int | None = None
    need: Need = Need.REQUIRED
    words: int = 0

    def rows(self, depth: Depth) -> int:
        """Its rows at one of these depths."""
        return {Depth.LEAST: self.least, Depth.NATURAL: self.natural, Depth.MOST: self.most}[depth]


@record
class Piece:
    """A piece that is to be a fixture, and the strip after which the text has it."""

    content: Content
    strip: int | None


def pieces_of(article: Article, parts: Sequence[int]) -> tuple[Piece, ...]:
    """A story's fixtures-to-be: those of the manifest, then those of its body in reading order. `parts` are the numbers of
    the strips with which the pieces of its body begin."""
    given = [Piece(piece, None) for piece in article.pieces if is_fixture(piece)]
    body = zip(running(article), parts, strict=True)
    return (*given, *(Piece(piece, number) for piece, number in body if is_fixture(piece)))


def fixture_of(setting: Setting, piece: Piece, legs: int) -> Fixture:
    """One piece as a fixture of a place `legs` legs wide; `setting` is that of a leg."""
    content = piece.content
    wide = min(getattr(content, "legs", 1) or legs, legs)
    width = wide * setting.measure + (wide - 1) * setting.style.page.alley
    name = getattr(content, "id", "pull quote")
    at, need = getattr(content, "at", At.ANY), getattr(content, "need", Need.REQUIRED)
    least, natural, most, make = _depths(setting, content, width)
    return Fixture(name, wide, least, natural, most, make, content.span, at, piece.strip, need, count_words(content))


def _depths(setting: Setting, content: Content, width: Emu) -> tuple[int, int, int, Callable[[int], Display]]:
    match content:
        case Picture():
            least, most = picture_rows(setting, content, width)
            return least, (least + most) // 2, most, lambda rows: set_picture(setting, content, width, rows)
        case Grid():
            least, most = grid_rows(setting, content, width)
            return least, (least + most) // 2, most, lambda rows: set_grid(setting, content, width, rows)
        case Box():
            return _fixed(set_box(setting, content, width, set_body))
        case Slogan():
            display = dress_slogan(setting, content, width)
            return _fixed(_with_white(setting, display, setting.style.slogans[content.look].rows_above))
        case PullQuote():
            return _fixed(dress_pull_quote(setting, content, width))
    raise TypeError(f"{type(content).__name__} is no fixture")


def _with_white(setting: Setting, display: Display, rows: int) -> Display:
    paint = moved(display.paint, 0, rows * setting.style.page.leading)
    return Display(paint, display.rows + rows, display.words, display.lines)


def _fixed(display: Display) -> tuple[int, int, int, Callable[[int], Display]]:
    return display.rows, display.rows, display.rows, lambda _: display
