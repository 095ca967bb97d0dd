"""Draws the paper's strip advertisements again, beside this file: `python issues/gauntlet/ads/draw.py`.

Strips across the foot of a page, SVG with the lettering outlined; one user unit is one point at the printed size.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "the-forme" / "pictures"))

from kit import INK, ITALIC, RED, SANS, SERIF, Sheet, smooth, text_width  # noqa: E402

WIDE, DEEP = 263 / 25.4 * 72, 13 / 25.4 * 72
"""Twelve units of the tabloid's grid, and 13 mm."""


def strip(title: str, words: str, price: str) -> Sheet:
    """A framed strip: title at the left, what is offered after it, the price at the right."""
    sheet = Sheet(WIDE, DEEP)
    sheet.box(0.5, 0.5, WIDE - 1, DEEP - 1, "none", INK, 1)
    left = 78.0
    sheet.words(title, left, 25, 21, name=SERIF, weight=600, optical=24)
    sheet.words(words, left + text_width(title, 21, SERIF, 600, 24) + 14, 25, 11, name=ITALIC, weight=450, optical=12)
    sheet.words(price, WIDE - 14, 25, 14, RED, name=SANS, weight=800, anchor="end")
    return sheet


def draw_lifebelt() -> None:
    """Umbrellas, for those who stand on a landing without a roof."""
    sheet = strip("Umbrellas", "let by the hour at the far landing, until there is a roof; wet ones at half price", "50 cents")
    for x, ink in ((18, INK), (46, RED)):
        dome = smooth([(x - 11, 22), (x - 9, 12), (x, 6), (x + 9, 12), (x + 11, 22)])
        sheet.shape([*dome, (x + 11, 22)], ink)
        sheet.line([(x, 4), (x, 30)], INK, 1.4)
        sheet.line(smooth([(x, 30), (x + 2.5, 32.5), (x + 5, 30)]), INK, 1.4)
    sheet.save(str(HERE / "umbrellas.svg"))


def draw_whistle() -> None:
    """Lessons in whistling, across a ravine."""
    sheet = strip("Learn to whistle", "in six evenings, from one side of the harbour to the other; bring a finger", "Free in fog")
    for k, reach in enumerate((8, 14, 20)):
        sheet.line(smooth([(34 + reach, 18.6 - reach * 0.62), (36 + reach * 1.3, 18.6), (34 + reach, 18.6 + reach * 0.62)]), RED if k == 1 else INK, 1.6)
    sheet.shape(smooth([(12, 11), (30, 11), (30, 14), (37, 16), (37, 21.5), (30, 23), (26, 28), (16, 28), (11, 22), (12, 11)]), INK)
    sheet.disc(20, 19.5, 4, "#ffffff")
    sheet.save(str(HERE / "whistling.svg"))


if __name__ == "__main__":
    draw_lifebelt()
    draw_whistle()
