"""Whole processes, timed by the system's own account of each: wall seconds and peak memory.

Each is started by a small process of its own (this file, run as a script): Linux counts what the parent held at the moment
of the start into the child's peak (getrusage(2), ru_maxrss), and the bench itself holds more than some that it times.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """One process: wall seconds, peak resident memory in MiB."""

    wall_s: float
    peak_mib: float


def run_once(command: list[str], cwd: Path, environment: dict[str, str]) -> Run:
    """Runs a command to its end. Raises RuntimeError if it fails."""
    starter = [sys.executable, "-S", str(Path(__file__).resolve()), *command]
    told = subprocess.run(starter, cwd=cwd, env=environment, stdout=subprocess.PIPE, check=True, text=True).stdout
    code, wall, kib = json.loads(told)
    if code:
        raise RuntimeError(f"{' '.join(command)} ended with {code}")
    return Run(wall, kib / 1024)


def middle(runs: list[Run]) -> Run:
    """Medians of both figures."""
    return Run(median(run.wall_s for run in runs), median(run.peak_mib for run in runs))


def _account(command: list[str]) -> tuple[int, float, int]:
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    began = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    return os.waitstatus_to_exitcode(status), time.perf_counter() - began, usage.ru_maxrss


if __name__ == "__main__":
    print(json.dumps(_account(sys.argv[1:])))
