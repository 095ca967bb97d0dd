"""How much paper a stretch of glyphs takes. Gives EMU; knows nothing of where it stands."""

from layout.model.text import Glyphs
from layout.units import Emu


def reach(glyphs: Glyphs) -> Emu:
    """Distance from the origin of the first word to the end of the last, hanging punctuation and all."""
    words = glyphs.words
    if not words:
        return 0
    last = words[-1]
    width = last.width * glyphs.size * glyphs.scale // (glyphs.face.units_per_em * 1000)
    return glyphs.offsets[-1] + width + glyphs.letter_space * len(last.glyph_ids)


def x_height(glyphs: Glyphs) -> Emu:
    """Height of the small letters: where ink surely is, whatever ascenders and descenders do."""
    return glyphs.face.x_height * glyphs.size // glyphs.face.units_per_em
