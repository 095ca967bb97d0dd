"""Words to glyphs, by HarfBuzz.

Takes a word and a face, gives a `GlyphRun` in font units; the same word gives the same object. Shapes on the variable font
itself (OpenType 1.9, HVAR), left to right. Small capitals that a font does not draw are capitals of a smaller size, so a
cased word may come in pieces of two sizes.
"""

from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

import uharfbuzz as hb

from layout.model.style import Case
from layout.model.text import Face, GlyphRun
from layout.typeset.keep import name_of, read_kept, write_kept
from layout.typeset.typecase import Typecase
from layout.units import Emu

Shape: TypeAlias = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...], int]

_FEWEST_KEPT, _MOST_KEPT = 200, 40_000

SMALL_CAPITAL = 800
"""Size of a capital that stands in for a small capital, in thousandths."""


class Shaper:
    """Shapes words of one face with one set of OpenType features in one language."""

    __slots__ = ("_buffer", "_features", "_font", "_kept", "_name", "_runs", "face", "key", "small_capitals")

    def __init__(self, face: Face, features: tuple[str, ...], language: str) -> None:
        self.face, self.key = face, (face, features, language)
        opened = hb.Face(hb.Blob.from_file_path(str(face.path)), face.index)
        self._font = hb.Font(opened)
        if face.variations:
            self._font.set_variations(dict(face.variations))
        self._features = dict(_feature(tag) for tag in features)
        self._buffer = hb.Buffer()
        self._runs: dict[str, GlyphRun] = {}
        place = repr((face.digest, face.index, face.variations, features, language))
        self._name = name_of("shaped", hb.__version__, hb.version_string(), place)
        self._kept: dict[str, Shape] = read_kept(self._name) or {}
        self.small_capitals = "smcp" not in features and _draws_small_capitals(opened)

    def run(self, word: str) -> GlyphRun:
        """The shaped word. A character that the font lacks becomes glyph 0."""
        found = self._runs.get(word)
        if found is None:
            shape = self._kept.get(word)
            found = self._runs[word] = self._shape(word) if shape is None else GlyphRun(self.face, word, *shape)
        return found

    def count(self) -> int:
        """How many words it has met."""
        return len(self._runs)

    def since(self, count: int) -> Iterator[GlyphRun]:
        """The words that it has met after the first `count`, in their order."""
        return islice(self._runs.values(), count, None)

    def has_set(self, run: GlyphRun) -> bool:
        """Whether a run is its own."""
        return self._runs.get(run.text) is run

    def adopt(self, word: str, shape: Shape) -> GlyphRun:
        """A word that another process has shaped: its own of the same text if it has one."""
        found = self._runs.get(word)
        if found is None:
            found = self._runs[word] = GlyphRun(self.face, word, *shape)
        return found

    def keep(self) -> None:
        """Keeps the shaped words for the next run, where there are enough to be worth it and not too many."""
        runs = self._runs
        if len(runs) < _FEWEST_KEPT or all(word in self._kept for word in runs):
            return
        kept = self._kept if len(self._kept) < _MOST_KEPT else {}
        write_kept(self._name, {**kept, **{word: shape_of(run) for word, run in runs.items()}})

    def _shape(self, word: str) -> GlyphRun:
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        buffer.language = self.key[2]
        hb.shape(self._font, buffer, self._features)
        infos, positions = buffer.glyph_infos or (), buffer.glyph_positions or ()
        advances = tuple([position.x_advance for position in positions])
        return GlyphRun(
            self.face,
            word,
            tuple([info.codepoint for info in infos]),
            advances,
            tuple([position.x_offset for position in positions]),
            tuple([position.y_offset for position in positions]),
            tuple([info.cluster for info in infos]),
            sum(advances),
        )


def shape_word(
    case: Typecase, face: Face, word: str, features: tuple[str, ...], language: str, letter_case: Case
) -> GlyphRun:
    """A word as one run of one size: capitals also where small capitals are asked for but not drawn by the font.

    `pieces_of` gives such small capitals their own size. The same word gives the same object.
    """
    shaper = shaper_of(case, face, features, language)
    if letter_case is Case.SMALL_CAPS and shaper.small_capitals:
        return shaper_of(case, face, (*features, "smcp"), language).run(word)
    return shaper.run(word if letter_case is Case.AS_WRITTEN else upper(word, language))


def pieces_of(
    case: Typecase, face: Face, word: str, features: tuple[str, ...], language: str, letter_case: Case
) -> tuple[tuple[GlyphRun, int], ...]:
    """A word as runs and their sizes in thousandths: one run, but for small capitals that the font does not draw."""
    shaper = shaper_of(case, face, features, language)
    if letter_case is not Case.SMALL_CAPS or shaper.small_capitals:
        return ((shape_word(case, face, word, features, language, letter_case), 1000),)
    pieces: list[tuple[GlyphRun, int]] = []
    start = 0
    for end in range(1, len(word) + 1):
        if end == len(word) or word[end].islower() != word[start].islower():
            piece = word[start:end]
            size = SMALL_CAPITAL if piece[0].islower() else 1000
            pieces.append((shaper.run(upper(piece, language)), size))
            start = end
    return tuple(pieces)


def shaper_of(case: Typecase, face: Face, features: tuple[str, ...], language: str) -> Shaper:
    """The typecase's shaper of a face, made when first asked for."""
    key = (face, features, language)
    shaper = case.shapers.get(key)
    if shaper is None:
        shaper = case.shapers[key] = Shaper(face, features, language)
    return shaper


def shape_of(run: GlyphRun) -> Shape:
    """A run without its face and text."""
    return run.glyph_ids, run.advances, run.x_offsets, run.y_offsets, run.clusters, run.width


def run_width(run: GlyphRun, size: Emu) -> Emu:
    """Width of a shaped word at a size."""
    return round(run.width * size / run.face.units_per_em)


def missing(run: GlyphRun) -> tuple[str, ...]:
    """The characters of a word that its font cannot draw, in their order."""
    pairs = zip(run.glyph_ids, run.clusters, strict=True)
    return tuple(run.text[cluster] for glyph, cluster in pairs if glyph == 0)


def upper(word: str, language: str) -> str:
    """Capitals as a language writes them (Unicode 15, SpecialCasing: Turkic i; Greek capitals carry no tonos)."""
    prefix = language[:2]
    if prefix in ("tr", "az"):
        word = word.replace("i", "İ")
    elif prefix == "el":
        word = word.translate(_GREEK)
    return word.upper()


_GREEK = str.maketrans("άέήίόύώϊϋΐΰΆΈΉΊΌΎΏ", "αεηιουωϊϋϊϋΑΕΗΙΟΥΩ")


def _feature(tag: str) -> tuple[str, bool]:
    return (tag[1:], False) if tag.startswith("-") else (tag, True)


def _draws_small_capitals(opened: hb.Face) -> bool:
    tags = opened.get_table_script_tags("GSUB")
    return any("smcp" in opened.get_language_feature_tags("GSUB", script, 0xFFFF) for script in range(len(tags)))
