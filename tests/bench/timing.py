"""Whole processes, timed by the system's own account of each: wall seconds and peak memory."""

import os
import subprocess
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
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Run(wall, usage.ru_maxrss / 1024)


def middle(runs: list[Run]) -> Run:
    """Medians of both figures."""
    return Run(median(run.wall_s for run in runs), median(run.peak_mib for run in runs))
