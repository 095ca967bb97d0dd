"""Draws the cookbook's advertisements again, beside this file, with the sample's tools: `python issues/cookbook/ads/draw.py`.

Each is an SVG four units of the leaf wide, its lettering outlined, as an advertiser's own artwork would be.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "the-forme" / "pictures"))

from kit import INK, SAND, SANS, SERIF, Sheet, text_width  # noqa: E402

MM = 72 / 25.4
WIDTH = 58.333 * MM
MIDDLE = WIDTH / 2
SEA, STRAW, BRICK, PAPER = "#1d4a5f", "#c99a4b", "#b8432f", "#ffffff"


def draw_rope() -> None:
    """A coil of rope, seen from above."""
    sheet = Sheet(WIDTH, 112 * MM)
    sheet.box(0, 0, WIDTH, sheet.depth, SAND)
    _fitted(sheet, "ROPE", 62, weight=900)
    _fitted(sheet, "by the fathom", 92, name=SERIF, weight=500, optical=40)
    for turn in range(7):
        sheet.disc(MIDDLE, 168, 62 - 8.4 * turn, STRAW if turn % 2 == 0 else SAND)
    sheet.path("M126 192C142 210 140 226 150 232L146 239C134 232 134 216 117 199Z", STRAW)
    for line, y in (("Tarred, white or striped.", 264), ("Cut while you hold the end.", 277), ("The rope-walk, north door", 302)):
        sheet.words(line, MIDDLE, y, 8.6, weight=700 if y > 300 else 500, anchor="middle")
    sheet.save("../../cookbook/ads/rope.svg")


def draw_lamps() -> None:
    """A lamp and what it lights."""
    sheet = Sheet(WIDTH, 70 * MM)
    sheet.box(0, 0, WIDTH, sheet.depth, SEA)
    sheet.shape([(MIDDLE - 9, 58), (MIDDLE + 9, 58), (MIDDLE + 76, 144), (MIDDLE - 76, 144)], "#f0dca4")
    sheet.shape([(MIDDLE - 7, 36), (MIDDLE + 7, 36), (MIDDLE + 19, 58), (MIDDLE - 19, 58)], BRICK)
    sheet.box(MIDDLE - 2.5, 0, 5, 36, PAPER)
    sheet.words("Lamps", MIDDLE, 104, 24, SEA, name=SERIF, weight=700, optical=40, anchor="middle")
    sheet.words("mended", MIDDLE, 131, 29, SEA, name=SERIF, weight=700, optical=40, anchor="middle")
    sheet.words("while you wait in the dark", MIDDLE, 165, 11, PAPER, weight=700, anchor="middle")
    sheet.words("Wicks, glasses, a kind word. 9 Quay Steps", MIDDLE, 184, 7.4, PAPER, weight=600, anchor="middle")
    sheet.save("../../cookbook/ads/lamps.svg")


def draw_smoke() -> None:
    """A plain one, in type alone."""
    sheet = Sheet(WIDTH, 40 * MM)
    sheet.box(0, 0, WIDTH, sheet.depth, BRICK)
    sheet.box(4, 4, WIDTH - 8, sheet.depth - 8, PAPER)
    sheet.words("Smoked this morning,", MIDDLE, 38, 14, INK, name=SERIF, weight=600, optical=20, anchor="middle")
    sheet.words("gone by noon", MIDDLE, 66, 23, BRICK, name=SERIF, weight=700, optical=30, anchor="middle")
    sheet.words("Hut 3, Fish Quay, Fridays. Bring paper.", MIDDLE, 92, 7.4, INK, weight=600, anchor="middle")
    sheet.save("../../cookbook/ads/smoke.svg")


def _fitted(sheet: Sheet, words: str, baseline: float, **how) -> None:
    """Words as large as the sheet is wide, less its margins."""
    size = 10 * (WIDTH - 24) / text_width(words, 10, **{"name": SANS, **how})
    sheet.words(words, MIDDLE, baseline, size, INK, anchor="middle", **how)


if __name__ == "__main__":
    draw_rope()
    draw_lamps()
    draw_smoke()
