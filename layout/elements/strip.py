"""Strips: what a galley is made of, and how each can be set again.

A strip is a paragraph, or a piece that is set as one. Containers give the strips of what they hold, changed in their own
way, so that a list in a letter may still end a leg, be set looser, or go on at another measure.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from layout.elements.display import Display
from layout.elements.legs import Way
from layout.elements.setting import Setting, moved
from layout.model.issue import Body
from layout.model.page import Block, Breaking
from layout.record import record
from layout.units import Emu

Blocks: TypeAlias = tuple[Block, ...]


@record
class Cut:
    """A strip's first `lines` rows stand in a leg that is `wider` than the rest of it."""

    lines: int
    wider: Emu


@record
class Strip:
    """A strip as it is naturally set; `ways` gives the other ways to set it, `cut` its blocks when it goes on at another
    measure (None where it cannot)."""

    blocks: Blocks
    ways: Callable[[], tuple[Way, ...]] = tuple
    cut: Callable[[Cut], Blocks] | None = None

    def changed(self, change: Callable[[Blocks], Blocks]) -> "Strip":
        """The strip with all of its settings changed alike."""
        own_ways, own_cut = self.ways, self.cut
        return Strip(
            change(self.blocks),
            lambda: tuple(replace(way, blocks=change(way.blocks)) for way in own_ways()),
            None if own_cut is None else lambda how: change(own_cut(how)),
        )

    def moved(self, dx: Emu) -> "Strip":
        """The strip set in from the left."""
        return self.changed(
            lambda blocks: tuple(
                replace(block, paint=moved(block.paint, dx, 0), paint_above=moved(block.paint_above, dx, 0))
                for block in blocks
            )
        )

    def below(self, display: Display, leading: Emu) -> "Strip":
        """The strip under something that stands in its white, and vanishes with that at the head of a leg."""

        def under(blocks: Blocks) -> Blocks:
            if not blocks:
                return blocks
            rows = blocks[0].rows_above + display.rows
            paint = moved(display.paint, 0, -rows * leading)
            return (replace(blocks[0], rows_above=rows, paint_above=blocks[0].paint_above + paint), *blocks[1:])

        return self.changed(under)

    def kept_with_next(self) -> "Strip":
        """The strip with no leg ending after it."""
        return self.changed(lambda blocks: (*blocks[:-1], replace(blocks[-1], break_after=Breaking.FORBIDDEN)))


SetBody: TypeAlias = Callable[[Setting, Body], tuple[Strip, ...]]
"""Sets content inside content; handed to the kinds that hold others."""
