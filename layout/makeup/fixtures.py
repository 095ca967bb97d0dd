"""Pictures, boxes and other pieces that stand beside the text of a story.

Takes a story's pieces, gives `Fixture`s: how many legs wide, how few and how many rows deep, and how to make them at a
depth. Decides no place.
"""

from collections.abc import Callable
from dataclasses import dataclass

from layout.diagnostics import Span
from layout.elements.body import is_fixture, set_body
from layout.elements.box import Box, set_box
from layout.elements.picture import Picture, picture_rows, set_picture
from layout.elements.pull_quote import PullQuote, dress_pull_quote
from layout.elements.setting import Display, Setting, moved
from layout.elements.slogan import Slogan, dress_slogan
from layout.model.issue import Article, Content
from layout.units import Emu


@dataclass(frozen=True, slots=True)
class Fixture:
    """A piece `legs` wide that takes `least` to `most` grid rows; `natural` is what it takes if nothing presses."""

    id: str
    legs: int
    least: int
    natural: int
    most: int
    make: Callable[[int], Display]
    span: Span


def fixtures_of(setting: Setting, article: Article, legs: int) -> tuple[Fixture, ...]:
    """A story's fixtures in reading order: those of the manifest, then those of its body."""
    pieces = (*article.pieces, *article.body)
    return tuple(fixture_of(setting, piece, legs) for piece in pieces if is_fixture(piece))


def fixture_of(setting: Setting, piece: Content, legs: int) -> Fixture:
    """One piece as a fixture of a story `legs` legs wide; `setting` is that of a leg."""
    wide = min(getattr(piece, "legs", 1) or legs, legs)
    width = wide * setting.measure + (wide - 1) * setting.style.page.alley
    match piece:
        case Picture():
            least, most = picture_rows(setting, piece, width)
            return Fixture(
                piece.id,
                wide,
                least,
                (least + most) // 2,
                most,
                lambda rows: set_picture(setting, piece, width, rows),
                piece.span,
            )
        case Box():
            return _fixed(piece.id, wide, set_box(setting, piece, width, set_body), piece.span)
        case Slogan():
            look = setting.style.slogans[piece.look]
            display = dress_slogan(setting, piece, width)
            return _fixed(piece.id, wide, _with_white(setting, display, look.rows_above), piece.span)
        case PullQuote():
            return _fixed("pull quote", wide, dress_pull_quote(setting, piece, width), piece.span)
    raise TypeError(f"{type(piece).__name__} is no fixture")


def _with_white(setting: Setting, display: Display, rows: int) -> Display:
    paint = moved(display.paint, 0, rows * setting.style.page.leading)
    return Display(paint, display.rows + rows, display.words, display.lines)


def _fixed(name: str, legs: int, display: Display, span: Span) -> Fixture:
    return Fixture(name, legs, display.rows, display.rows, display.rows, lambda _: display, span)


def leg_measure(width: Emu, legs: int, alley: Emu) -> Emu:
    """The measure of each of `legs` legs with alleys between them in a width."""
    return (width - (legs - 1) * alley) // legs
