"""Optical margins: how far punctuation hangs out of its line.

Takes a shaped word, gives the part of its first or last glyph that stands in the margin, so that the edge of the text
looks straight. Shares after Thành, Micro-typographic Extensions to the TeX Typesetting System (Brno 2000), chapter 3,
rounded; a style's `hanging` is the most it allows.
"""

from layout.model.text import GlyphRun

RIGHT = {"-": 0.7, "‐": 0.7, ".": 0.7, ",": 0.7, ":": 0.4, ";": 0.4, "’": 0.7, "”": 0.5, "“": 0.5, "‘": 0.7,
         "–": 0.3, "—": 0.2, "!": 0.2, "?": 0.2, "»": 0.3, "›": 0.5, ")": 0.1, "…": 0.2}  # fmt: skip
LEFT = {"‘": 0.7, "’": 0.7, "“": 0.5, "”": 0.5, "„": 0.5, "‚": 0.7, "«": 0.3, "‹": 0.5, "(": 0.1,
        "–": 0.3, "—": 0.2, "¿": 0.2, "¡": 0.2}  # fmt: skip


def hang_left(run: GlyphRun, most: float, scale: float) -> float:
    """EMU by which the word's first glyph hangs to the left, `most` at most; `scale` is EMU per font unit."""
    share = LEFT.get(run.text[:1], 0.0)
    return min(most, share * run.advances[0] * scale) if share and run.advances else 0.0


def hang_right(run: GlyphRun, most: float, scale: float) -> float:
    """EMU by which the word's last glyph hangs to the right, `most` at most."""
    share = RIGHT.get(run.text[-1:], 0.0)
    return min(most, share * run.advances[-1] * scale) if share and run.advances else 0.0
