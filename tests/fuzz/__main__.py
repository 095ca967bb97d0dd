"""`python -m tests.fuzz 2000`: that many mutated workspaces, read and made up; says what came of them.

A second number is the first seed. The exit code is 1 if there was trouble; `python -m tests.fuzz 1 SEED` shows one again.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.fuzz.attempts import attempt


def main(words: list[str]) -> int:
    """Attempts, and a summary."""
    count, first = int(words[0]) if words else 2000, int(words[1]) if words[1:] else 0
    with tempfile.TemporaryDirectory() as folder:
        outcomes = [attempt(seed, Path(folder).resolve()) for seed in range(first, first + count)]
    for outcome in outcomes:
        if outcome.trouble:
            print(f"seed {outcome.seed}, {outcome.mutation}: {outcome.trouble}")
    kinds = Counter((outcome.mutation.partition(" ")[0], outcome.refused) for outcome in outcomes)
    for kind in sorted({kind for kind, _ in kinds}):
        print(f"{kind:10} {kinds[kind, True]:5} refused {kinds[kind, False]:5} made up")
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    print(
        f"{sum(bool(outcome.trouble) for outcome in outcomes)} in trouble; the slowest took {slowest.seconds:.2f} s (seed {slowest.seed})"
    )
    return int(any(outcome.trouble for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
