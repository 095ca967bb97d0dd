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
"""Codes between `[(` and `)]TJ`, the pen's advance in thousandths of the em as written, and the number of glyphs."""

SOFT_HYPHEN = "\u00ad"

# A carriage return in a string would be read as a line feed (ISO 32000-1, 7.3.4.2).
_BYTES = tuple({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r"}.get(chr(byte), chr(byte)) for byte in range(256))


class _Codes(dict[int, str]):
    """Each glyph's two bytes inside a literal string, in Latin-1."""

    def __missing__(self, glyph: int) -> str:
        found = self[glyph] = _BYTES[glyph >> 8] + _BYTES[glyph & 255]
        return found


_CODES = _Codes()


class FaceText:
    """What has been written in one face: the glyphs used, what they stand for, and each word's string (`words`)."""

    __slots__ = ("_hyphenated", "_taken", "name", "opened", "space", "space_width", "texts", "widths", "words")

    def __init__(self, face: Face, name: str) -> None:
        self.name = name
        self.opened = OpenFace(face)
        self.widths: dict[int, int] = {}
        self.texts: dict[int, str] = {}
        self._taken: dict[int, int] = {}
        self.words: dict[GlyphRun, Word] = {}
        self._hyphenated: dict[GlyphRun, Word] = {}
        # What these two stand for must not depend on which word comes first.
        for character in " -":
            self.texts.setdefault(self.opened.glyph_of(character), character)
        glyph = self.opened.glyph_of(" ")
        self.texts.pop(0, None)
        self.space, self.space_width = ("", 0) if glyph == 0 else (_CODES[glyph], self._use(glyph))

    def word(self, run: GlyphRun, size: Emu) -> Word:
        """A word's string."""
        found = self.words.get(run)
        if found is None:
            found = self._write(run, size)
            # A raised glyph's rise is in points, so such a word (there are few) is no good at another size.
            if not any(run.y_offsets):
                self.words[run] = found
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
        self._taken[glyph] = width * self.opened.face.units_per_em
        return width

    def _write(self, run: GlyphRun, size: Emu) -> Word:
        parts, pen = self._codes(run, size)
        codes = "".join(parts)
        if not self._is_told(run, len(parts), run.text):
            codes = f")]TJ{_actual_text(run.text)}[({codes})]TJ EMC[("
        return codes, pen, len(parts)

    def _write_hyphenated(self, run: GlyphRun, size: Emu) -> Word:
        parts, pen = self._codes(run, size)
        stem = "".join(parts[:-1])
        text = run.text[: run.clusters[-1]]
        if stem and not self._is_told(run, len(parts) - 1, text):
            stem = f")]TJ{_actual_text(text)}[({stem})]TJ EMC[("
        return f"{stem})]TJ{_actual_text(SOFT_HYPHEN)}[({parts[-1]})]TJ EMC[(", pen, len(parts)

    def _codes(self, run: GlyphRun, size: Emu) -> tuple[list[str], int]:
        """Each glyph's code, after the adjustment that it needs, and the pen's advance as written."""
        for glyph in run.glyph_ids:
            if glyph not in self.widths:
                self._use(glyph)
        if any(run.x_offsets) or any(run.y_offsets):
            return self._shifted_codes(run, size)
        units, widths, taken = run.face.units_per_em, self.widths, self._taken
        # A glyph inside a word may stand off by three quarters of a unit before an adjustment is worth its bytes.
        most = units * 3 // 4
        least = -most
        parts: list[str] = []
        off = steps = 0
        for glyph, advance in zip(run.glyph_ids, run.advances, strict=True):
            if least <= off <= most:
                parts.append(_CODES[glyph])
            else:
                step = (2 * off + units) // (2 * units)
                parts.append(f"){-step}({_CODES[glyph]}")
                off -= step * units
                steps += step
            off += advance * 1000 - taken[glyph]
        return parts, steps + sum([widths[glyph] for glyph in run.glyph_ids])

    def _shifted_codes(self, run: GlyphRun, size: Emu) -> tuple[list[str], int]:
        """The same for a word with glyphs that stand beside or above the pen."""
        widths, units = self.widths, run.face.units_per_em
        parts: list[str] = []
        pen = at = rise = 0
        for glyph, advance, right, up in zip(run.glyph_ids, run.advances, run.x_offsets, run.y_offsets, strict=True):
            code = _CODES[glyph]
            step = thousandths(at + right, units) - pen
            if step:
                code = f"){-step}({code}"
            if up != rise:
                rise = up
                code = f")]TJ {rise * size / (units * EMU_PER_PT):.3f} Ts[({code}"
            parts.append(code)
            pen += step + widths[glyph]
            at += advance
        if rise:
            parts[-1] += ")]TJ 0 Ts[("
        return parts, pen

    def _is_told(self, run: GlyphRun, count: int, text: str) -> bool:
        """Whether the first `count` glyphs by themselves say `text`; a glyph says what it stood for when first met.

        Several glyphs for as many characters (a letter and its loose accent) say one each; several for fewer or more
        say nothing certain, and the word has to be told as a whole.
        """
        glyphs, clusters, texts = run.glyph_ids[:count], run.clusters, self.texts
        if count == len(text) and list(map(texts.get, glyphs)) == list(text):
            return True
        told: list[str] = []
        first = 0
        while first < count:
            end = first + 1
            while end < count and clusters[end] == clusters[first]:
                end += 1
            own = text[clusters[first] : clusters[end] if end < count else len(text)]
            if end - first == 1:
                own_of = [own]
            elif len(own) == end - first:
                own_of = list(own)
            else:
                return False
            for glyph, said in zip(glyphs[first:end], own_of, strict=True):
                told.append(texts.setdefault(glyph, said) if said else texts.get(glyph, ""))
            first = end
        return "".join(told) == text


def _actual_text(text: str) -> str:
    return f"/Span<</ActualText<FEFF{text.encode('utf-16-be').hex().upper()}>>>BDC"
