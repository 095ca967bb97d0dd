"""`python -m tests.bench.press`: what the files for the press take beside the build, on the gauntlet.

Whole processes of `layout build` and `layout press` in turn, which keep what they made as an editor's do: once with nothing
changed, once with a story changed before each.
"""

import os
import sys
import tempfile
from itertools import count
from pathlib import Path
from statistics import median

from tests.bench.gauntlet import write_gauntlets
from tests.bench.timing import run_once

ROOT = Path(__file__).parents[2]
ROUNDS = 8
STORY = "leader.md"
ADDED = "\n\nSeen at tide {}.\n"


def main() -> None:
    """Builds and presses in turn, and prints the medians."""
    with tempfile.TemporaryDirectory() as folder:
        manifest, _ = write_gauntlets(Path(folder))
        story, environment = manifest.parent / "stories" / STORY, {**os.environ, "LAYOUT_CACHE": f"{folder}/kept"}
        text, tides = story.read_text("utf-8"), count()
        for title, changes in (("nothing changed", False), ("one story changed", True)):
            taken: dict[str, list[float]] = {"build": [], "press": []}
            for _ in range(ROUNDS + 1):
                for command, times in taken.items():
                    if changes:
                        story.write_text(text + ADDED.format(next(tides)), "utf-8")
                    line = [sys.executable, "-m", "layout", command, str(manifest), "-o", f"{folder}/{command}"]
                    times.append(run_once(line, ROOT, environment).wall_s)
            build, press = (median(times[1:]) for times in taken.values())
            print(f"{title}: build {build:.2f} s, press {press:.2f} s: {press / build - 1:.0%} more")


if __name__ == "__main__":
    main()
