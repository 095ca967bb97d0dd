"""`python -m tests.bench`: prints the composition table and the ratios of time and memory."""

import os
import sys
import tempfile
from pathlib import Path

from tests.bench.corpus import stories
from tests.bench.engines import NAMES, command
from tests.bench.gauntlet import gauntlet_stories, write_gauntlets
from tests.bench.measure import Figures, measure
from tests.bench.sources import write_sources
from tests.bench.timing import Run, middle, run_once

ROOT = Path(__file__).parents[2]
WORDS, MANY_WORDS, ROUNDS = 25_000, 250_000, 5


def main() -> None:
    """Sets, measures, times, prints."""
    kept = Path(os.environ.get("LAYOUT_BENCH", Path(tempfile.gettempdir()) / "layout-bench"))
    small, large = kept / "small", kept / "large"
    text = stories(WORDS, kept)
    write_sources(small, text)
    write_sources(large, stories(MANY_WORDS, kept))
    different = {word for story in text for part in story.paragraphs for word in part.split()}
    print(f"{sum(story.words for story in text)} words, {len(different)} of them different, {len(text)} headings\n")
    timed = _time(small)
    _print_lines({name: measure(small / f"{'bench' if name == 'ours' else name}.pdf") for name in NAMES})
    _print_times(timed)
    _print_growth(small, large)
    _print_gauntlet(kept / "gauntlet")


def _print_gauntlet(folder: Path) -> None:
    """The gauntlet, cold, against Typst's plain columns of its text, and ten gauntlets against one."""
    once, many = write_gauntlets(folder / "workspace")
    write_sources(folder, gauntlet_stories())
    commands = {
        "typst": command("typst", folder),
        "once": [sys.executable, "-m", "layout", "build", str(once), "-o", str(folder)],
        "many": [sys.executable, "-m", "layout", "build", str(many), "-o", str(folder)],
    }
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(3):
        for name, line in commands.items():
            with tempfile.TemporaryDirectory() as empty:
                runs[name].append(run_once(line, ROOT, _environment(Path(empty))))
    typst, one, ten = (middle(runs[name]).wall_s for name in ("typst", "once", "many"))
    print(
        f"\nthe gauntlet, cold: {one:.2f} s, {one / typst:.1f} times Typst's plain columns of its text ({typst:.2f} s)"
    )
    print(f"ten gauntlets: {ten:.2f} s, {ten / one:.1f} times the time of one")


def _print_growth(small: Path, large: Path) -> None:
    """How much longer ten times the text takes, few and many in turn, each with an empty cache folder."""
    few: list[Run] = []
    many: list[Run] = []
    for _ in range(3):
        for folder, taken in ((small, few), (large, many)):
            with tempfile.TemporaryDirectory() as empty:
                taken.append(run_once(command("ours", folder), ROOT, _environment(Path(empty))))
    longer = middle(many).wall_s / middle(few).wall_s
    print(f"\n{MANY_WORDS} words, cold: {middle(many).wall_s:.2f} s, {longer:.1f} times the time of {WORDS}")


def _environment(cache: Path) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return environment | {"LAYOUT_CACHE": str(cache), "PYTHONPATH": str(ROOT)}


def _time(folder: Path) -> dict[str, Run]:
    """Medians over alternating rounds; the first round warms the system's own caches and is not counted."""
    runs: dict[str, list[Run]] = {name: [] for name in ("ours, cold", "ours", "typst", "weasyprint", "platypus")}
    for number in range(ROUNDS + 1):
        for name, taken in runs.items():
            with tempfile.TemporaryDirectory() as empty:
                cache = Path(empty) if name == "ours, cold" else folder.parent / "cache"
                run = run_once(command(name.split(",")[0], folder), ROOT, _environment(cache))
            if number:
                taken.append(run)
            print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return {name: middle(taken) for name, taken in runs.items()}


def _print_lines(found: dict[str, Figures]) -> None:
    print("| | " + " | ".join(found) + " | ours, at most |\n" + "|---" * (len(found) + 2) + "|")
    rows = (
        ("lines", "lines", "{:.0f}", ""),
        ("mean word space, em", "mean", "{:.3f}", ""),
        ("lines with mean word space > 0.5 em", "over_half", "{:.2f} %", "3 %"),
        ("> 0.75 em", "over_three_quarters", "{:.2f} %", "0.05 %"),
        ("variation of word space (s.d./mean)", "variation", "{:.2f}", "0.22"),
        ("lines ending in a hyphen", "hyphens", "{:.1f} %", "18 %"),
        ("ladders of 3 or more", "ladders", "{:.0f}", "0"),
        ("body lines off the baseline grid", "off_grid", "{:.1f} %", "0 %"),
    )
    for title, name, form, most in rows:
        print(f"| {title} | " + " | ".join(form.format(getattr(f, name)) for f in found.values()) + f" | {most} |")


def _print_times(timed: dict[str, Run]) -> None:
    typst = timed["typst"]
    print("\n| | wall | times Typst | peak | times Typst |\n|---|---|---|---|---|")
    for name, run in timed.items():
        ratios = f"{run.wall_s / typst.wall_s:.2f} | {run.peak_mib:.0f} MiB | {run.peak_mib / typst.peak_mib:.2f}"
        print(f"| {name} | {run.wall_s:.2f} s | {ratios} |")


if __name__ == "__main__":
    main()
