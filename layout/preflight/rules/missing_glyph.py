"""What: the font has no letter for a character of the text; an empty box would be printed.

Why: readers would see the box instead of the letter.

Fix: check the character, or give the role a family that has it (`layout fonts` lists them).
"""

from collections.abc import Iterator
from itertools import chain

from layout.diagnostics import Finding, Severity
from layout.model.text import GlyphRun, Glyphs
from layout.preflight.proof import Proof

CODE = "T103"


def check_missing_glyphs(proof: Proof) -> Iterator[Finding]:
    """One finding a character and face, where it is first."""
    # Shaping gives one object for equal words, so few are looked into; the order of the set is never seen.
    words = set(chain.from_iterable(_words(extent.placed.paint) for _, texts in proof.texts for extent in texts))
    lacking = {word for word in words if 0 in word.glyph_ids}
    if not lacking:
        return
    told = set[tuple[str, str]]()
    for page, texts in proof.texts:
        for extent in texts:
            runs = _words(extent.placed.paint)
            if lacking.isdisjoint(runs):
                continue
            for run in runs:
                for character in _missing(run):
                    if (character, run.face.id) not in told:
                        told.add((character, run.face.id))
                        message = f'{run.face.postscript_name} has no letter for "{character}" (U+{ord(character):04X})'
                        hint = "check the character, or take a family that has it"
                        placed = extent.placed
                        yield Finding(
                            CODE, Severity.ERROR, message, hint, placed.span, extent.place(page), placed.story
                        )


def _words(paint: object) -> tuple[GlyphRun, ...]:
    return paint.words if isinstance(paint, Glyphs) else ()


def _missing(run: GlyphRun) -> list[str]:
    return [run.text[at] for glyph, at in zip(run.glyph_ids, run.clusters, strict=True) if glyph == 0]
