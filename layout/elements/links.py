"""Links of the digital edition: where the words of a link stand once their lines are set.

Takes a text and its lines, gives for each line the rectangles that lead somewhere: an address, or the page of a story
referred to. Print ignores them.
"""

from collections.abc import Iterator

from layout.elements.setting import Setting
from layout.model.page import Link, Placed
from layout.model.text import Glyphs, Line, LineEnd, Text
from layout.record import record
from layout.units import Emu


@record
class _Target:
    """Characters `start` to `end` of the text, its spaces left out, and where they lead."""

    start: int
    end: int
    href: str | None
    page: int | None


def links_of(setting: Setting, text: Text, lines: tuple[Line, ...], depth: Emu) -> Iterator[tuple[int, Placed]]:
    """(number of the line, link) for every word that leads somewhere, so deep; a divided word leads from both its lines."""
    targets = tuple(_targets(setting, text))
    if not targets:
        return
    passed = 0
    for number, line in enumerate(lines):
        for dx, glyphs in line.glyphs:
            for index, run in enumerate(glyphs.words):
                begin, passed = passed, passed + len(run.text) - _added(glyphs, index)
                for target in targets:
                    if begin < target.end and passed > target.start:
                        yield number, _placed(setting, line, dx, glyphs, index, target, depth)


def _targets(setting: Setting, text: Text) -> Iterator[_Target]:
    at = 0
    for inline in text:
        start, at = at, at + len("".join(inline.text.split()).replace("\u00ad", ""))
        page = setting.pages.get(inline.refer) if inline.refer else None
        if inline.href or page:
            yield _Target(start, at, inline.href, page)


def _added(glyphs: Glyphs, index: int) -> int:
    """1 where a word ends in a hyphen that is not in the text."""
    return int(glyphs.end is LineEnd.SOFT_HYPHEN and index == len(glyphs.words) - 1)


def _placed(setting: Setting, line: Line, dx: int, glyphs: Glyphs, index: int, target: _Target, depth: Emu) -> Placed:
    run = glyphs.words[index]
    width = run.width * glyphs.size * glyphs.scale // (glyphs.face.units_per_em * 1000)
    link = Link(width + len(run.glyph_ids) * glyphs.letter_space, depth, target.href, target.page)
    return Placed(dx + glyphs.offsets[index], 0, link, setting.part, line.span, setting.story)
