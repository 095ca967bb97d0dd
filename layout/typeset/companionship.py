"""Two compositors at one long text.

Takes pieces of work and how to do one, gives what was made of them, in order, as if one process had done them all. The
second compositor is a forked process; both draw lots, the numbers of pieces, from one pipe, so neither waits for a share
that was badly measured out. What the second has set, shaped and divided comes back at the end; what does not come back, for
whatever reason, is done here. Where there is no second processor, or beside other threads, for which fork(2) is not safe,
one process does it all.
"""

import io
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any, TypeVar

from layout.aside import may_fork
from layout.model.text import GlyphRun
from layout.typeset.shape import Shaper, shape_of, shaper_of
from layout.typeset.typecase import Typecase

_Piece = TypeVar("_Piece")
_Made = TypeVar("_Made")

_LOTS = 100
"""Into how many stacks the work is divided: the wait at the end is at most for one. Each number is one byte."""


def share_out(case: Typecase, pieces: Sequence[_Piece], make: Callable[[_Piece], _Made]) -> list[_Made]:
    """What `make` makes of each piece, by two processes if there can be two. It must write to nothing but `case`."""
    size = -(-len(pieces) // _LOTS) or 1
    stacks = [pieces[start : start + size] for start in range(0, len(pieces), size)]
    if len(stacks) < 2 or not may_fork():
        return [make(piece) for piece in pieces]

    def make_stack(number: int) -> list[_Made]:
        return [make(piece) for piece in stacks[number]]

    # The first is made before the fork: it opens the fonts and patterns that both need.
    made = {0: make_stack(0), **_made_by_two(case, make_stack, len(stacks))}
    return [*chain.from_iterable(made[at] if at in made else make_stack(at) for at in range(len(stacks)))]


def _made_by_two(case: Typecase, make_stack: Callable[[int], _Made], count: int) -> dict[int, _Made]:
    lots, lots_in = os.pipe()
    os.write(lots_in, bytes(range(1, count)))
    os.close(lots_in)
    basket, basket_in = os.pipe()
    companion = os.fork()
    if not companion:
        _work_as_companion(case, make_stack, lots, basket_in)
    try:
        os.close(basket_in)
        case.meanwhile()
        made = {lot: make_stack(lot) for lot in _drawn(lots)}
        with open(basket, "rb", closefd=False) as received:
            return made | _unpacked(case, received.read())
    finally:
        os.close(basket)
        os.close(lots)
        os.kill(companion, signal.SIGKILL)
        os.waitpid(companion, 0)


def _drawn(lots: int) -> Iterator[int]:
    while lot := os.read(lots, 1):
        yield lot[0]


def _work_as_companion(case: Typecase, make_stack: Callable[[int], object], lots: int, basket: int) -> None:
    """Never returns: what the process was before the fork is not this one's to end."""
    with suppress(BaseException):
        shaped = {shaper: shaper.count() for shaper in case.shapers.values()}
        divided = {language: patterns.count() for language, patterns in case.patterns.items()}
        packed = io.BytesIO()
        packer, lots_drawn = _packer(case, packed), []
        for lot in _drawn(lots):
            packer.dump(make_stack(lot))
            lots_drawn.append(lot)
        runs = [run for shaper in case.shapers.values() for run in shaper.since(shaped.get(shaper, 0))]
        words = {name: patterns.since(divided.get(name, 0)) for name, patterns in case.patterns.items()}
        packer.dump((lots_drawn, words, runs))
        with open(basket, "wb") as sent:
            sent.write(packed.getvalue())
    os._exit(0)


def _packer(case: Typecase, packed: io.BytesIO) -> pickle.Pickler:
    """Packs stacks as they are made. A shaped word is one object wherever it stands: it is sent as what its shaper takes
    for it, once for all stacks."""

    def adoption(run: GlyphRun) -> tuple[Any, ...]:
        owner = next(shaper for shaper in case.shapers.values() if shaper.has_set(run))
        return Shaper.adopt, (owner, run.text, shape_of(run))

    packer = pickle.Pickler(packed, pickle.HIGHEST_PROTOCOL)
    packer.dispatch_table = {
        Typecase: lambda _: (_own_case, ()),
        Shaper: lambda shaper: (shaper_of, (case, *shaper.key)),
        GlyphRun: adoption,
    }
    return packer


class _Unpacker(pickle.Unpickler):
    """Puts the typecase of this process where the other process had its own."""

    def __init__(self, case: Typecase, packed: bytes) -> None:
        super().__init__(io.BytesIO(packed))
        self._case = case

    def find_class(self, module: str, name: str) -> Any:
        return (lambda: self._case) if name == _own_case.__name__ else super().find_class(module, name)


def _own_case() -> Typecase:
    raise NotImplementedError("a name for the typecase, which the unpacker resolves")


def _unpacked(case: Typecase, packed: bytes) -> dict[int, Any]:
    """The companion's stacks by lot; none if it came to grief. What words it met, `case` knows from now on."""
    unpacker = _Unpacker(case, packed)
    things: list[Any] = []
    try:
        with suppress(EOFError):
            while True:
                things.append(unpacker.load())
    except pickle.UnpicklingError:
        return {}
    if not things:
        return {}
    *stacks, (lots, words, _) = things
    for language, divided in words.items():
        if language in case.patterns:
            case.patterns[language].adopt(divided)
    return dict(zip(lots, stacks, strict=True))
