"""One page's content stream, as a list of strings joined once.

Takes `Placed` paints, gives operators and the names of what they use. Text of neighbouring `Glyphs` shares one text
object, and an operator is written only where its value changes. Source: ISO 32000-1, 8.4 (graphics state), 9.4 (text).
"""

import dataclasses
import functools
from collections.abc import Callable
from dataclasses import dataclass

from layout.draw.ink import KNOCKOUT, Inks
from layout.draw.pictures import Drawn
from layout.draw.placements import WHOLE
from layout.draw.text import FaceText
from layout.model.ink import Ink
from layout.model.page import Clip, Fill, Link, Page, Picture, Placed, Rule
from layout.model.text import Face, Glyphs, LineEnd
from layout.record import record
from layout.units import EMU_PER_PT, Emu, pt

# Members of an enum are slow to reach by way of their class.
_SPACE, _SOFT_HYPHEN = LineEnd.SPACE, LineEnd.SOFT_HYPHEN

_FINE_SIZE = pt(12)
"""From this size on, word spaces are written to a tenth of a thousandth of the em."""


@record
class PlacedLink:
    """A link's rectangle in points, origin bottom left of the media: left, bottom, right, top."""

    rectangle: tuple[float, float, float, float]
    link: Link


@dataclass(slots=True)
class _State:
    """The graphics state as the operators written so far have left it."""

    fill: Ink | None = None
    stroke: Ink | None = None
    overprint: str = ""
    font: FaceText | None = None
    size: Emu = 0
    letter_space: float = 0.0
    scale: int = 1000
    thickness: Emu = -1
    dash: tuple[Emu, ...] = ()


class PageInk:
    """The content of one page while it is written.

    `face_of` gives the document's `FaceText` of a face, `picture_of` what is drawn for a picture on a page. `faces`, `pictures` and `links` collect what the page needs beside its content.
    """

    def __init__(
        self,
        page: Page,
        inks: Inks,
        face_of: Callable[[Face], FaceText],
        picture_of: Callable[[Picture, int], Drawn],
    ) -> None:
        self.faces: dict[str, FaceText] = {}
        self.pictures: dict[str, None] = {}
        self.links: list[PlacedLink] = []
        self._code: list[str] = []
        self._inks = inks
        self._face_of = face_of
        self._picture_of = picture_of
        self._number = page.number
        self._state = _State()
        self._pen: tuple[int, int] | None = None
        self._last_face: Face | None = None
        self._last_text: FaceText
        self._paint(page.placed, page.bleed, page.bleed + page.depth)

    def content(self) -> bytes:
        """The operators as bytes."""
        self._end_text()
        return "\n".join(self._code).encode("latin-1")

    def _paint(self, placed: tuple[Placed, ...], left: Emu, top: Emu) -> None:
        """Paint everything, with the origin of the places at (left, top), y up."""
        for one in placed:
            paint, x, y = one.paint, left + one.x, top - one.y
            if isinstance(paint, Glyphs):
                if paint.words:
                    self._paint_glyphs(paint, x, y)
            elif isinstance(paint, Rule):
                self._paint_rule(paint, x, y)
            elif isinstance(paint, Fill):
                self._paint_fill(paint, x, y)
            elif isinstance(paint, Picture):
                self._paint_picture(paint, x, y)
            elif isinstance(paint, Clip):
                self._paint_clip(paint, x, y)
            else:
                right, bottom = x + paint.width, y - paint.depth
                corners = tuple(round(edge / EMU_PER_PT, 3) for edge in (x, bottom, right, y))
                self.links.append(PlacedLink((corners[0], corners[1], corners[2], corners[3]), paint))

    # A kernel: one pass over the words of a line, with the state's comparisons inlined, since 25,000 words go this way.
    def _paint_glyphs(self, glyphs: Glyphs, x: Emu, y: Emu) -> None:
        words = glyphs.words
        face, size, scale = self._face(glyphs.face), glyphs.size, glyphs.scale
        parts = [self._move(x, y)]
        spacing = self._set_text(parts, glyphs, face)
        share = 1_000_000 / (size * scale)
        digits = None if size <= _FINE_SIZE else 1
        space, step = face.space, face.space_width + spacing if face.space else 0.0
        last = len(words) - 1 if glyphs.end is _SOFT_HYPHEN else -1
        known = face.words
        pen = 0.0
        for index, (word, offset) in enumerate(zip(words, glyphs.offsets, strict=True)):
            found = known.get(word) or face.word(word, size) if index != last else face.hyphenated(word, size)
            codes, width, count = found
            if index:
                pen += step
                back = round(pen - offset * share, digits)
                pen -= back
                parts.append(f"{space}){back}({codes}" if back else space + codes)
            else:
                parts.append(f"[({codes}")
            pen += width + count * spacing
        parts.append(f"{space})]TJ" if glyphs.end is _SPACE else ")]TJ")
        self._code.append("".join(parts))

    def _face(self, face: Face) -> FaceText:
        # Telling faces apart by their values takes longer than a line; nearly always the last one is meant.
        if face is not self._last_face:
            self._last_face, self._last_text = face, self._face_of(face)
            self.faces[self._last_text.name] = self._last_text
        return self._last_text

    def _move(self, x: Emu, y: Emu) -> str:
        """Begin the line at (x, y), from where the last began, in whole thousandths of a point so that nothing adds up."""
        to_x, to_y = round(x * 1000 / EMU_PER_PT), round(y * 1000 / EMU_PER_PT)
        if self._pen is None:
            self._pen = (to_x, to_y)
            return f"BT {_mils(to_x)} {_mils(to_y)} Td "
        from_x, from_y = self._pen
        self._pen = (to_x, to_y)
        return f"{_mils(to_x - from_x)} {_mils(to_y - from_y)} Td "

    def _set_text(self, parts: list[str], glyphs: Glyphs, face: FaceText) -> float:
        """Write what of font, ink, letter space and scaling has changed; give the letter space in thousandths of the em.

        Tc is stretched by Tz, the letter space of `Glyphs` is not, so it is written as what the stretching makes of it.
        """
        state, size, ink = self._state, glyphs.size, glyphs.ink
        if state.font is not face or state.size != size:
            state.font, state.size = face, size
            parts.append(f"/{face.name} {_mils(round(size * 1000 / EMU_PER_PT))} Tf ")
        if state.fill is not ink and state.fill != ink:
            state.fill = ink
            parts.append(f"{self._inks.fill(ink)} ")
        if (overprint := self._inks.text_state(ink, size)) is not state.overprint:
            state.overprint = overprint
            parts.append(f"/{overprint} gs ")
        if state.scale != glyphs.scale:
            state.scale = glyphs.scale
            parts.append(f"{glyphs.scale / 10:g} Tz ")
        letter_space = 0.0
        if glyphs.letter_space:
            letter_space = round(glyphs.letter_space * 1000 / (glyphs.scale * EMU_PER_PT), 4)
        if state.letter_space != letter_space:
            state.letter_space = letter_space
            parts.append(f"{letter_space:.4f} Tc ")
        return letter_space * 1000 * EMU_PER_PT / size

    def _end_text(self) -> None:
        if self._pen is not None:
            self._code.append("ET")
            self._pen = None

    def _paint_rule(self, rule: Rule, x: Emu, y: Emu) -> None:
        self._end_text()
        state, code = self._state, self._code
        if state.stroke != rule.ink:
            state.stroke = rule.ink
            code.append(self._inks.stroke(rule.ink))
        if (overprint := self._inks.rule_state(rule.ink, rule.thickness)) != state.overprint:
            state.overprint = overprint
            code.append(f"/{overprint} gs")
        if state.thickness != rule.thickness:
            state.thickness = rule.thickness
            code.append(f"{_points(rule.thickness)} w")
        if state.dash != rule.dash:
            state.dash = rule.dash
            code.append(f"[{' '.join(_points(length) for length in rule.dash)}] 0 d")
        code.append(f"{_points(x)} {_points(y)} m {_points(x + rule.dx)} {_points(y - rule.dy)} l S")

    def _paint_fill(self, fill: Fill, x: Emu, y: Emu) -> None:
        self._end_text()
        state, code = self._state, self._code
        if state.fill != fill.ink:
            state.fill = fill.ink
            code.append(self._inks.fill(fill.ink))
        if state.overprint != KNOCKOUT:
            state.overprint = KNOCKOUT
            code.append(f"/{KNOCKOUT} gs")
        code.append(f"{_rectangle(x, y, fill.width, fill.depth)} f")

    def _paint_picture(self, picture: Picture, x: Emu, y: Emu) -> None:
        self._end_text()
        drawn = self._picture_of(picture, self._number)
        self.pictures[drawn.name] = None
        crop = tuple(share / WHOLE for share in picture.crop)
        across, down = picture.width / (crop[2] - crop[0]), picture.depth / (crop[3] - crop[1])
        left, top, right, bottom = drawn.part
        code = self._code
        code.append("q")
        if self._state.overprint != KNOCKOUT:
            code.append(f"/{KNOCKOUT} gs")
        if crop != drawn.part:
            code.append(f"{_rectangle(x, y, picture.width, picture.depth)} W n")
        foot = y - (bottom - crop[1]) * down
        code.append(
            f"{_points((right - left) * across)} 0 0 {_points((bottom - top) * down)}"
            f" {_points(x + (left - crop[0]) * across)} {_points(foot)} cm"
        )
        code.append(f"{drawn.matrix}/{drawn.name} Do Q")

    def _paint_clip(self, clip: Clip, x: Emu, y: Emu) -> None:
        self._end_text()
        outside = self._state
        self._state = dataclasses.replace(outside)
        self._code.append(f"q {_rectangle(x, y, clip.width, clip.depth)} W n")
        self._paint(clip.placed, x, y)
        self._end_text()
        self._code.append("Q")
        self._state = outside


def _rectangle(x: Emu, y: Emu, width: Emu, depth: Emu) -> str:
    return f"{_points(x)} {_points(y - depth)} {_points(width)} {_points(depth)} re"


def _points(length: float) -> str:
    """EMU as points, to a thousandth."""
    return _mils(round(length * 1000 / EMU_PER_PT))


@functools.cache
def _mils(thousandths: int) -> str:
    """Thousandths of a point as a PDF number, exactly."""
    whole, rest = divmod(thousandths, 1000)
    return str(thousandths / 1000) if rest else str(whole)
