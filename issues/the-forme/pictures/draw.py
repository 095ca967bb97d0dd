"""Draws every picture of the issue again, beside this file: `python issues/the-forme/pictures/draw.py [name ...]`.

Takes the names of the pictures wanted (all without any), gives the same bytes each time with the same Pillow, fontTools
and font packages. Refuses a name that it does not know.
"""

import sys
import warnings

warnings.filterwarnings("ignore", category=DeprecationWarning)  # Pillow renames what we use; both names do the same

import diagrams  # noqa: E402
import plans  # noqa: E402
import scenes  # noqa: E402
import tones  # noqa: E402

PICTURES = {
    "hall.jpg": scenes.draw_hall,
    "dawn.jpg": scenes.draw_dawn,
    "sorts.jpg": tones.draw_sorts,
    "fibres.jpg": tones.draw_fibres,
    "rosette.jpg": tones.draw_rosette,
    "inks.png": tones.draw_inks,
    "pears.png": tones.draw_pears,
    "traps.png": tones.draw_traps,
    "grid.svg": diagrams.draw_crossword,
    "patterns.svg": diagrams.draw_patterns,
    "sheet.svg": diagrams.draw_sheet,
    "sizes.svg": diagrams.draw_sizes,
    "curve.svg": diagrams.draw_curve,
    "isobars.svg": plans.draw_isobars,
    "route.svg": plans.draw_route,
    "anatomy.svg": plans.draw_anatomy,
    "tower.svg": plans.draw_tower,
}


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in PICTURES]
    if unknown:
        print(f"no picture {', '.join(unknown)}; there are: {', '.join(PICTURES)}", file=sys.stderr)
        return 2
    for name in wanted or PICTURES:
        PICTURES[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
