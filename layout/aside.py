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
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def aside(work: Callable[[], _Made]) -> Callable[[], _Made]:
    """Begins the work elsewhere; what is given back returns its result, and is to be called once."""
    if not may_fork():
        return work
    result, result_in = os.pipe()
    other = os.fork()
    if not other:
        _work_and_end(work, result_in)
    os.close(result_in)

    def fetch() -> _Made:
        with os.fdopen(result, "rb") as received:
            packed = received.read()
        os.waitpid(other, 0)
        try:
            made: _Made = pickle.loads(packed)  # noqa: S301 (our own process wrote it)
        except (EOFError, pickle.UnpicklingError):
            return work()
        return made

    return fetch


def _work_and_end(work: Callable[[], object], result: int) -> None:
    """Never returns: what the process was before the fork is not this one's to end."""
    with suppress(BaseException):
        packed = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(result, "wb") as sent:
            sent.write(packed)
    os._exit(0)
