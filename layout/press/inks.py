"""The inks of the paper as the press has them: black alone on its black pages, no spot ink that it has not.

Takes `Pages` and a press profile, gives `Pages`. Text and rules in colour become solid black, not grey, where they are
dark: a tint of small type is a row of dots. Source of the grey of a colour: Adobe, PostScript Language Reference, 3rd
edition, 7.2.2 (CMYK to grey).
"""

from collections.abc import Callable
from dataclasses import replace

from layout.model.ink import BLACK, Ink
from layout.model.page import Clip, Fill, Pages, Placed, Rule
from layout.model.press import Press
from layout.model.text import Glyphs

_Inked = Callable[[Ink], Ink]


def in_press_inks(pages: Pages, press: Press) -> Pages:
    """The pages with every ink that the press would not print replaced by what it prints instead."""
    count = len(pages.pages)
    spots = frozenset(press.ink.spots)

    def printed(ink: Ink) -> Ink:
        return ink if ink.spot is None or ink.spot in spots else _in_process(ink)

    made = []
    for page in pages.pages:
        if press.in_colour(page.number, count):
            placed = _inked(page.placed, printed, printed)
        else:
            placed = _inked(page.placed, lambda ink: _type_in_black(ink, press), in_black)
        made.append(page if placed is page.placed else replace(page, placed=placed))
    return replace(pages, pages=tuple(made))


def in_black(ink: Ink) -> Ink:
    """An ink's grey: as dark as the ink, in black alone."""
    if ink.spot is not None:
        ink = _in_process(ink)
    if not (ink.cyan or ink.magenta or ink.yellow):
        return ink
    return Ink(black=min(1000, round(0.3 * ink.cyan + 0.59 * ink.magenta + 0.11 * ink.yellow) + ink.black))


def _type_in_black(ink: Ink, press: Press) -> Ink:
    grey = in_black(ink)
    return BLACK if grey is not ink and grey.black >= press.type.reversed_ground else grey


def _in_process(ink: Ink) -> Ink:
    """A tint of a spot ink as the process inks that stand for it."""
    cyan, magenta, yellow, black = (part * ink.tint // 1000 for part in (ink.cyan, ink.magenta, ink.yellow, ink.black))
    return Ink(cyan, magenta, yellow, black)


def _inked(placed: tuple[Placed, ...], of_type: _Inked, of_areas: _Inked) -> tuple[Placed, ...]:
    """The paints with other inks; the same tuple where none changes, as on most pages of most presses."""
    changed = False
    made = list(placed)
    for at, one in enumerate(placed):
        paint = one.paint
        if isinstance(paint, Glyphs | Rule):
            ink = of_type(paint.ink)
        elif isinstance(paint, Fill):
            ink = of_areas(paint.ink)
        elif isinstance(paint, Clip):
            inner = _inked(paint.placed, of_type, of_areas)
            if inner is not paint.placed:
                made[at], changed = replace(one, paint=replace(paint, placed=inner)), True
            continue
        else:
            continue
        if ink is not paint.ink:
            made[at], changed = replace(one, paint=replace(paint, ink=ink)), True
    return tuple(made) if changed else placed
