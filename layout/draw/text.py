"""Shaped words as content-stream strings, by glyph id.

Takes `Face`s and `GlyphRun`s; gives for each face its measures and for each word a string of glyph codes with its
adjustments, made once. Positions are counted in thousandths of the em, the unit of a TJ array, against the very
widths that the font is written with (ISO 32000-1, 9.4.3 and 9.4.4), so no rounding adds up.
Text that a glyph does not stand for by itself is told by ActualText (ISO 32000-1, 14.9.4).
"""

from layout.draw.fonts import OpenFace, thousandths
from layout.model.text import Face, GlyphRun
from layout.units import EMU_PER_PT, Emu

Word = tuple[str, int, int]
"""Codes between `[<` and `>]TJ`, the pen's advance in thousandths of the em as written, and the number of glyphs."""

SOFT_HYPHEN = "\u00ad"

_DRIFT = 0.75
"""Thousandths of the em that a glyph inside a word may stand off before an adjustment is worth its bytes."""

_CODES = tuple(f"{glyph:04X}" for glyph in range(0x10000))


class FaceText:
    """What has been written in one face: the glyphs used, what they stand for, and each word's string."""

    __slots__ = ("_hyphenated", "_words", "name", "opened", "space", "space_width", "texts", "widths")

    def __init__(self, face: Face, name: str) -> None:
        self.name = name
        self.opened = OpenFace(face)
        self.widths: dict[int, int] = {}
        self.texts: dict[int, str] = {}
        self._words: dict[GlyphRun, Word] = {}
        self._hyphenated: dict[GlyphRun, Word] = {}
        # What these two stand for must not depend on which word comes first.
        for character in " -":
            self.texts.setdefault(self.opened.glyph_of(character), character)
        glyph = self.opened.glyph_of(" ")
        self.texts.pop(0, None)
        self.space, self.space_width = ("", 0) if glyph == 0 else (_CODES[glyph], self._use(glyph))

    def word(self, run: GlyphRun, size: Emu) -> Word:
        """A word's string."""
        found = self._words.get(run)
        if found is None:
            found = self._write(run, size)
            # A raised glyph's rise is in points, so such a word (there are few) is no good at another size.
            if not any(run.y_offsets):
                self._words[run] = found
        return found

    def hyphenated(self, run: GlyphRun, size: Emu) -> Word:
        """A word's string with its last glyph told as a soft hyphen."""
        found = self._hyphenated.get(run)
        if found is None:
            found = self._write_hyphenated(run, size)
            if not any(run.y_offsets):
                self._hyphenated[run] = found
        return found

    def _use(self, glyph: int) -> int:
        width = thousandths(self.opened.advance(glyph), self.opened.face.units_per_em)
        self.widths[glyph] = width
        return width

    def _write(self, run: GlyphRun, size: Emu) -> Word:
        parts, pen = self._codes(run, size)
        codes = "".join(parts)
        if not self._is_told(run, len(parts), run.text):
            codes = f">]TJ{_actual_text(run.text)}[<{codes}>]TJ EMC[<"
        return codes, pen, len(parts)

    def _write_hyphenated(self, run: GlyphRun, size: Emu) -> Word:
        parts, pen = self._codes(run, size)
        stem = "".join(parts[:-1])
        text = run.text[: run.clusters[-1]]
        if stem and not self._is_told(run, len(parts) - 1, text):
            stem = f">]TJ{_actual_text(text)}[<{stem}>]TJ EMC[<"
        return f"{stem}>]TJ{_actual_text(SOFT_HYPHEN)}[<{parts[-1]}>]TJ EMC[<", pen, len(parts)

    def _codes(self, run: GlyphRun, size: Emu) -> tuple[list[str], int]:
        """Each glyph's code, after the adjustment that it needs, and the pen's advance as written."""
        widths, advances, x_offsets, y_offsets = self.widths, run.advances, run.x_offsets, run.y_offsets
        units = run.face.units_per_em
        share = 1000 / units
        parts: list[str] = []
        pen = at = rise = 0
        for index, glyph in enumerate(run.glyph_ids):
            code = _CODES[glyph]
            off = (at + x_offsets[index]) * share - pen
            if off > _DRIFT or off < -_DRIFT:
                step = round(off)
                code = f">{-step}<{code}"
                pen += step
            if y_offsets[index] != rise:
                rise = y_offsets[index]
                code = f">]TJ {rise * size / (units * EMU_PER_PT):.3f} Ts[<{code}"
            parts.append(code)
            pen += widths[glyph] if glyph in widths else self._use(glyph)
            at += advances[index]
        if rise:
            parts[-1] += ">]TJ 0 Ts[<"
        return parts, pen

    def _is_told(self, run: GlyphRun, count: int, text: str) -> bool:
        """Whether the first `count` glyphs by themselves say `text`; a glyph says what it stood for when first met."""
        clusters, texts = run.clusters, self.texts
        told = []
        for index, glyph in enumerate(run.glyph_ids[:count]):
            end = clusters[index + 1] if index + 1 < count else len(text)
            own = text[clusters[index] : end]
            said = texts.get(glyph)
            if said is None and own:
                said = texts[glyph] = own
            told.append(said or "")
        return "".join(told) == text


def _actual_text(text: str) -> str:
    return f"/Span<</ActualText<FEFF{text.encode('utf-16-be').hex().upper()}>>>BDC"
