"""Words of one text style, measured and divided.

Takes a style, a language and an emphasis; gives each distinct word once, with its glyphs, its natural width, what hangs
out of a line at its ends, and the rows that it adds to a paragraph's `Items`. Lengths are EMU, as floats.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from layout.model.style import Case, Posture, TextStyle
from layout.model.text import Emphasis, Face, GlyphRun
from layout.typeset.hang import LEFT, RIGHT
from layout.typeset.hyphenate import hyphenate, written_breaks
from layout.typeset.linebreak import HYPHENATED, WORD_END
from layout.typeset.shape import pieces_of, shaper_of, upper
from layout.typeset.typecase import Typecase
from layout.units import EMU_PER_PT, Emu

SOFT = 2
"""Kind of a break that prints a hyphen which is not in the source; HYPHENATED ends in one that is."""

_TAILS = (0.0, 0.0, 1.0)
"""How many hyphens each kind of break prints."""

SOFT_HYPHEN = "\u00ad"

Row: TypeAlias = tuple[float, float, float, float, float, float, float, int, int, int]
"""Advance natural, most and least (with the space before a word), own width natural, most and least (what hangs at the
left taken off), what a break after it adds, kind of that break, whether it ends the word, and where in the word it ends."""


class Word(NamedTuple):
    """A word as set: (run, size) pieces, and their number of glyphs."""

    pieces: tuple[tuple[GlyphRun, Emu], ...]
    text: str
    width: float
    glyphs: int
    left: float
    right: float
    rows: tuple[Row, ...]


class Limits(NamedTuple):
    """A style's spacing in EMU; letter space counts from the style's `tracking`, scale in thousandths of the width."""

    space: float
    space_most: float
    space_least: float
    letter_most: float
    letter_least: float
    scale_most: float
    scale_least: float
    tracking: float


class WordSetter:
    """The words of a style in one language and emphasis, kept for the run."""

    __slots__ = (
        "_case",
        "_language",
        "_parts",
        "_shaper",
        "_style",
        "_words",
        "face",
        "is_plain",
        "limits",
    )

    def __init__(self, case: Typecase, style: TextStyle, language: str, emphasis: Emphasis) -> None:
        self._case, self._style, self._language = case, style, language
        self.face = face_of(case, style, emphasis)
        self.limits = limits_of(style)
        self.is_plain = style.case is not Case.SMALL_CAPS
        self._shaper = shaper_of(case, self.face, style.features, language)
        self._words: dict[str, Word] = {}
        self._parts: dict[str, Word] = {}

    def words(self, texts: list[str]) -> list[Word]:
        """Words as written, each with its rows."""
        known = self._words
        try:
            return [known[text] for text in texts]
        except KeyError:
            for text in texts:
                if text not in known:
                    known[text] = self._divided(text)
            return [known[text] for text in texts]

    def part(self, text: str) -> Word:
        """A stretch of text that no line divides: a part of a word, with its hyphen if it has one."""
        found = self._parts.get(text)
        if found is None:
            found = self._parts[text] = self._measured(text)
        return found

    def _measured(self, text: str) -> Word:
        style = self._style
        drawn = text.replace(SOFT_HYPHEN, "") if SOFT_HYPHEN in text else text
        units = self.face.units_per_em
        if self.is_plain:
            run = self._shaper.run(drawn if style.case is Case.AS_WRITTEN else upper(drawn, self._language))
            pieces: tuple[tuple[GlyphRun, Emu], ...] = ((run, style.size),)
            glyphs = len(run.glyph_ids)
            width = run.width * style.size / units + glyphs * self.limits.tracking
        else:
            shaped = pieces_of(self._case, self.face, drawn, style.features, self._language, style.case)
            pieces = tuple([(run, style.size * share // 1000) for run, share in shaped])
            glyphs = sum([len(run.glyph_ids) for run, _ in pieces])
            width = sum([run.width * size for run, size in pieces]) / units + glyphs * self.limits.tracking
        left = right = 0.0
        if style.hanging and drawn:
            most = style.hanging * style.size / 1000
            if drawn[0] in LEFT:
                run, size = pieces[0]
                left = min(most, run.advances[0] * size / units * LEFT[drawn[0]] / 1000)
            if drawn[-1] in RIGHT:
                run, size = pieces[-1]
                right = min(most, run.advances[-1] * size / units * RIGHT[drawn[-1]] / 1000)
        return Word(pieces, text, width, glyphs, left, right, ())

    def _divided(self, text: str) -> Word:
        return divided(self, text, (self.part(text),))

    def cuts(self, text: str) -> tuple[tuple[int, int], ...]:
        """Offsets at which a word may be divided, ascending, each with its kind of break."""
        if SOFT_HYPHEN in text:
            return tuple((at + 1, SOFT) for at, sign in enumerate(text[:-1]) if sign == SOFT_HYPHEN and at)
        written = written_breaks(text)
        limits = self._style.hyphenation
        if not limits.on_end:
            return tuple([(cut, WORD_END) for cut in written])
        points = hyphenate(self._case, text, self._language, limits)
        if not written:
            return tuple([(cut, SOFT) for cut in points])
        cuts = dict.fromkeys(points, SOFT)
        for cut in written:
            cuts[cut] = HYPHENATED if text[cut - 1] in "-\u2010" else WORD_END
        return tuple(sorted(cuts.items()))


def divided(
    setter: WordSetter, text: str, parts: Sequence[Word], given: Sequence[tuple[int, int]] | None = None
) -> Word:
    """A word of one or more measured parts with the rows that it adds to a paragraph; `setter` is that of its start.

    It may be divided at the `given` offsets, each with its kind of break, else where its language and hyphens say.
    """
    whole = parts[0] if len(parts) == 1 else _joined(text, parts)
    limits = setter.limits
    space, cuts = limits.space, setter.cuts(text) if given is None else given
    pieces, _, full, count, first_left, right, _ = whole
    if not cuts:
        row = _row(limits, full, count, first_left, -right, (WORD_END, 1, len(text)), space)
        return Word(pieces, text, full, count, first_left, right, (row,))
    hyphen = setter.part("-")
    rows = []
    at, seen, left = 0.0, 0, first_left
    for cut, kind in cuts:
        width, glyphs = _advance(parts, cut, limits.tracking)
        tail = _TAILS[kind] * hyphen.width - (hyphen.right if kind else 0.0)
        rows.append(_row(limits, width - at, glyphs - seen, left, tail, (kind, 0, cut), space))
        at, seen, left, space = width, glyphs, 0.0, 0.0
    rows.append(_row(limits, full - at, count - seen, left, -right, (WORD_END, 1, len(text)), space))
    return Word(pieces, text, full, count, first_left, right, tuple(rows))


def fragment(parts: Sequence[tuple[WordSetter, str]], start: int, end: int, hyphen: str) -> Word:
    """The stretch of a word from one break to another, with the hyphen that the break prints."""
    cut: list[tuple[WordSetter, str]] = []
    at = 0
    for setter, text in parts:
        piece = text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            cut.append((setter, piece))
        at += len(text)
    setter, piece = cut[-1]
    cut[-1] = (setter, piece + hyphen)
    if len(cut) == 1:
        return setter.part(piece + hyphen)
    return _joined("".join(piece for _, piece in cut), [setter.part(piece) for setter, piece in cut])


def _joined(text: str, parts: Sequence[Word]) -> Word:
    return Word(
        tuple(piece for part in parts for piece in part.pieces),
        text,
        sum(part.width for part in parts),
        sum(part.glyphs for part in parts),
        parts[0].left,
        parts[-1].right,
        (),
    )


def _advance(parts: Sequence[Word], cut: int, tracking: float) -> tuple[float, int]:
    """Width and glyphs of a word up to an offset; a ligature is divided evenly among its letters."""
    width, glyphs = 0.0, 0
    for part in parts:
        if cut >= len(part.text):
            width, glyphs, cut = width + part.width, glyphs + part.glyphs, cut - len(part.text)
            continue
        if SOFT_HYPHEN in part.text:
            cut -= part.text.count(SOFT_HYPHEN, 0, cut)
        own, passed = _advance_in(part, cut, tracking)
        return width + own, glyphs + passed
    return width, glyphs


def _advance_in(part: Word, cut: int, tracking: float) -> tuple[float, int]:
    width, glyphs = 0.0, 0
    for run, size in part.pieces:
        scale, length = size / run.face.units_per_em, len(run.text)
        if cut >= length:
            width, glyphs, cut = width + run.width * scale, glyphs + len(run.glyph_ids), cut - length
            continue
        passed = bisect_left(run.clusters, cut)
        width += sum(run.advances[:passed]) * scale
        following = run.clusters[passed] if passed < len(run.clusters) else length
        if following != cut and passed:
            begun = run.clusters[passed - 1]
            width -= run.advances[passed - 1] * scale * (following - cut) / (following - begun)
        glyphs += passed
        break
    return width + glyphs * tracking, glyphs


def _row(
    limits: Limits, width: float, glyphs: int, left: float, tail: float, end: tuple[int, int, int], space: float
) -> Row:
    most = width + glyphs * limits.letter_most + width * limits.scale_most
    least = width + glyphs * limits.letter_least + width * limits.scale_least
    # No letter space follows a line's last glyph: taken off where the line starts, as it is the same for all lines.
    own = (
        width - left - limits.tracking,
        most - left - limits.tracking - limits.letter_most,
        least - left - limits.tracking - limits.letter_least,
        tail,
        *end,
    )
    if space:
        return (width + space, most + space + limits.space_most, least + space + limits.space_least, *own)
    return (width, most, least, *own)


def setter_of(case: Typecase, style: TextStyle, language: str, emphasis: Emphasis) -> WordSetter:
    """The typecase's words of a style, made when first asked for."""
    key = (style, language, emphasis)
    setter = case.setters.get(key)
    if setter is None:
        setter = case.setters[key] = WordSetter(case, style, language, emphasis)
    return setter


def face_of(case: Typecase, style: TextStyle, emphasis: Emphasis) -> Face:
    """The face of a style in an emphasis: bold takes the style's bold weight, italic the other posture."""
    weight = style.bold_weight if emphasis & Emphasis.BOLD else style.weight
    italic = (style.posture is Posture.ITALIC) != bool(emphasis & Emphasis.ITALIC)
    optical = style.optical_size_pt or style.size / EMU_PER_PT
    return case.faces.face(style.family, weight, Posture.ITALIC if italic else Posture.ROMAN, optical)


def limits_of(style: TextStyle) -> Limits:
    """A style's spacing at its size."""
    spacing, em = style.spacing, style.size / 1000
    return Limits(
        spacing.word_ideal * em,
        (spacing.word_max - spacing.word_ideal) * em,
        (spacing.word_min - spacing.word_ideal) * em,
        spacing.letter_max * em,
        spacing.letter_min * em,
        (spacing.scale_max - 1000) / 1000,
        (spacing.scale_min - 1000) / 1000,
        style.tracking * em,
    )
