"""What: the font has no letter for characters of the text. Empty boxes would be printed.

Why: readers would see the boxes instead of the letters.

Fix: check the characters, or give the role a family that has them (`layout fonts` lists them). Scripts that run from
right to left, such as Arabic and Hebrew, are not set by this version.
"""

import unicodedata
from collections.abc import Iterator
from itertools import chain

from layout.diagnostics import Finding, Severity
from layout.model.page import Page
from layout.model.text import GlyphRun, Glyphs
from layout.preflight.proof import Extent, Proof

CODE = "T103"

_NAMED = 8
"""How many of the characters a finding names."""


def check_missing_glyphs(proof: Proof) -> Iterator[Finding]:
    """One finding a story and face, where the first such character is."""
    # Shaping gives one object for equal words, so few are looked into; the order of the set is never seen.
    words = set(chain.from_iterable(_words(extent.placed.paint) for _, texts in proof.texts for extent in texts))
    lacking = {word for word in words if 0 in word.glyph_ids}
    if not lacking:
        return
    first = dict[tuple[str | None, str], tuple[Page, Extent]]()
    missing = dict[tuple[str | None, str], dict[str, None]]()
    for page, texts in proof.texts:
        for extent in texts:
            for run in _words(extent.placed.paint):
                if run in lacking:
                    key = (extent.placed.story, run.face.postscript_name)
                    first.setdefault(key, (page, extent))
                    missing.setdefault(key, {}).update(dict.fromkeys(_missing(run)))
    for (story, face), (page, extent) in first.items():
        characters = list(missing[story, face])
        yield Finding(
            CODE,
            Severity.ERROR,
            f"{face} has no letter for {_listed(characters)}",
            _hint(characters),
            extent.placed.span,
            extent.place(page),
            story,
        )


def _words(paint: object) -> tuple[GlyphRun, ...]:
    return paint.words if isinstance(paint, Glyphs) else ()


def _missing(run: GlyphRun) -> list[str]:
    return [run.text[at] for glyph, at in zip(run.glyph_ids, run.clusters, strict=True) if glyph == 0]


def _listed(characters: list[str]) -> str:
    named = ", ".join(f'"{character}" (U+{ord(character):04X})' for character in characters[:_NAMED])
    more = len(characters) - _NAMED
    return named if more <= 0 else f"{named} and {more} more"


def _hint(characters: list[str]) -> str:
    if any(unicodedata.bidirectional(character) in ("R", "AL") for character in characters):
        return "text that runs from right to left is not supported; take it out, or make a picture of it"
    return "check the characters, or take a family that has them"
