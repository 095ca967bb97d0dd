"""Work that a second processor does meanwhile.

Takes a function without arguments whose result can be pickled, gives a function that waits for its result. Where there is no
second processor, or beside other threads, for which fork(2) is not safe, or where the other process comes to grief, the work
is done when its result is asked for.
"""

import os
import pickle
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

_Made = TypeVar("_Made")


def may_fork() -> bool:
    """Whether a second process may be forked, and has a processor of its own."""
    if not hasattr(os, "memfd_create") or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def aside(work: Callable[[], _Made]) -> Callable[[], _Made]:
    """Begins the work elsewhere; what is given back returns its result, and is to be called once."""
    if not may_fork():
        return work
    # Memory, not a pipe: the other process ends when it is done, and a whole issue's files are handed over at once.
    result = os.memfd_create("aside")
    other = os.fork()
    if not other:
        _work_and_end(work, result)

    def fetch() -> _Made:
        os.waitpid(other, 0)
        with os.fdopen(result, "rb") as packed:
            packed.seek(0)
            try:
                made: _Made = pickle.load(packed)  # noqa: S301 (our own process wrote it)
            except (EOFError, pickle.UnpicklingError):
                return work()
        return made

    return fetch


def _work_and_end(work: Callable[[], object], result: int) -> None:
    """Never returns: what the process was before the fork is not this one's to end."""
    with suppress(BaseException), os.fdopen(result, "wb") as packed:
        pickle.dump(work(), packed, pickle.HIGHEST_PROTOCOL)
    os._exit(0)
