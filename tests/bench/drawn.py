"""`python -m tests.bench.drawn`: two hundred drawn issues, and how evenly make-up takes its time.

Prints the median of the processor's time a word for reading, making up and checking an issue, and those issues that take
over three times that. What seems slow is made twice more and counts by its fastest, since other programs only add to it.
"""

import tempfile
from functools import cache
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median

from layout.makeup.pages import make_pages
from layout.manifest.issue import read_issue
from layout.manifest.workspace import shipped
from layout.preflight.check import check
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase
from tests.properties.issues import write_issue

SEEDS, BOUND, AGAIN = 200, 3.0, 2


def main() -> None:
    """Draws, makes up, prints."""
    with tempfile.TemporaryDirectory() as folder:
        manifests = [write_issue(seed, Path(folder) / str(seed) / "issues" / "x") for seed in range(SEEDS)]
        _time_a_word(manifests[0])  # opens the fonts
        times = [_time_a_word(manifest) for manifest in manifests]
        typical = median(times)
        for seed, manifest in enumerate(manifests):
            if times[seed] > BOUND * typical:
                times[seed] = min(times[seed], *(_time_a_word(manifest) for _ in range(AGAIN)))
    slowest = sorted(range(SEEDS), key=lambda seed: -times[seed])
    over = [f"seed {seed} ({times[seed] / typical:.1f}x)" for seed in slowest if times[seed] > BOUND * typical]
    print(f"{SEEDS} issues: median {typical * 1e6:.0f} µs a word, slowest {times[slowest[0]] / typical:.1f} times that")
    print(f"over {BOUND:g} times: {len(over)}{': ' if over else ''}{', '.join(over)}")


def _time_a_word(manifest: Path) -> float:
    """Seconds of the processors a word of one issue, from a typecase that has set nothing yet."""
    case = Typecase(_faces(), {})
    began = _used()
    issue, _ = read_issue(manifest)
    pages = make_pages(issue, case)
    check(issue, pages)
    return (_used() - began) / sum(story.source_words for story in pages.stories)


def _used() -> float:
    """Seconds that this process and those that it forked have had."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


@cache
def _faces() -> Faces:
    return Faces((shipped("fonts"),))


if __name__ == "__main__":
    main()
