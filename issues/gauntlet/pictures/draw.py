"""Draws every picture of the issue again, beside this file: `python issues/gauntlet/pictures/draw.py [name ...]`.

Takes the names of the pictures wanted (all without any), gives the same bytes each time with the same Pillow, fontTools
and font packages. Refuses a name that it does not know. The tools are those of the sample issue's art desk.
"""

import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore", category=DeprecationWarning)  # Pillow renames what we use; both names do the same
sys.path.append(str(Path(__file__).resolve().parents[2] / "the-forme" / "pictures"))

import charts  # noqa: E402
import colours  # noqa: E402
import engravings  # noqa: E402

PICTURES = {
    "moonrise.png": colours.draw_moonrise,
    "stack.png": colours.draw_stack,
    "chart.png": colours.draw_chart,
    "cover-knots.png": colours.draw_cover_knots,
    "cover-slack.png": colours.draw_cover_slack,
    "gale.png": engravings.draw_gale,
    "bollard.png": engravings.draw_bollard,
    "high.png": engravings.draw_high,
    "low.png": engravings.draw_low,
    "light-rock.png": engravings.draw_light_rock,
    "light-piles.png": engravings.draw_light_piles,
    "light-stripes.png": engravings.draw_light_stripes,
    "light-mast.png": engravings.draw_light_mast,
    "sandy.png": engravings.draw_sandy,
    "epos.png": engravings.draw_epos,
    "wait.svg": charts.draw_flags,
    "clock.svg": charts.draw_clock,
    "gauges.svg": charts.draw_gauges,
    "escalier.svg": charts.draw_staircase,
    "bruecke.svg": charts.draw_bridge,
    "fortnight.svg": charts.draw_fortnight,
    "arms.svg": charts.draw_arms,
    "fresnel.svg": charts.draw_fresnel,
    "canals.svg": charts.draw_canals,
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
