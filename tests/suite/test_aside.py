"""Work done aside gives what it would give here, whatever befalls the other process."""

import os
import signal
import threading
from collections.abc import Callable

import pytest

from layout.aside import aside, may_fork

HERE = os.getpid()
two_processors = pytest.mark.skipif(not may_fork(), reason="this machine has one processor")


def killed_elsewhere() -> str:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


@two_processors
def test_work_is_done_by_another_process_and_as_much_as_there_is_comes_back() -> None:
    process, octets = aside(lambda: (os.getpid(), bytes(30_000_000)))()
    assert process != HERE
    assert octets == bytes(30_000_000)


def test_what_fails_elsewhere_fails_here() -> None:
    def fail() -> None:
        raise ValueError("no ink")

    with pytest.raises(ValueError, match="no ink"):
        aside(fail)()


@pytest.mark.parametrize("work", [killed_elsewhere, lambda: lambda: "done"], ids=["killed", "not to be packed"])
def test_what_does_not_come_back_is_done_here(work: Callable[[], object]) -> None:
    made = aside(work)()
    assert (made() if callable(made) else made) == "done"


def test_beside_threads_nothing_is_forked() -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert aside(os.getpid)() == HERE
    finally:
        over.set()
        thread.join()
