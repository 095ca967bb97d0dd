"""Lines of words at their measures.

Takes measured words, the breaks between them and a style, gives `Line`s: justified ones reach their measure to the EMU, with
punctuation hung into the margin; ragged ones keep their natural spaces. Letter space and glyph scaling give before word
space does, for the eye sees a word space first; all three stay within the style's limits, beyond which a line is loose or
overfull. Total: a line that fits nowhere is set, and says so.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, chain
from operator import add, sub
from typing import NamedTuple

from layout.diagnostics import Span
from layout.model.style import Align, TextStyle
from layout.model.text import Face, GlyphRun, Glyphs, Line, LineEnd, LineFit
from layout.record import record
from layout.typeset.linebreak import NEVER, Items
from layout.typeset.words import SOFT, Limits, Row, Word, WordSetter, fragment, limits_of
from layout.units import Emu

_AHEAD = 1.6
"""How much sooner than word space letter space and glyph scaling come to their limits."""

_SIGNS, _ALONE = frozenset("%‰°"), frozenset("–—€£$")
"""What begins a word, or is one, that should begin no line."""

_COUNTED = "page pages p. pp. seite seiten página páginas pagina pagine str. no. nr. n.º n° §"
_NUMBERED = frozenset(_COUNTED.split())
"""Words that say what is numbered."""

_NEGLIGIBLE = 5
"""Thousandths of the em that a word space may lie outside its limits before anybody is told."""


@record
class Paragraph:
    """Words between two given breaks. `sources` are the parts that each word was made of, `spans` where each was written;
    of words of one style and one span there is only one of either."""

    words: list[Word]
    sources: list[tuple[tuple[WordSetter, str], ...]]
    spans: list[Span]
    uniform: WordSetter | None
    rows: tuple[Row, ...]
    ended: list[int]


def paragraph_of(
    words: list[Word],
    sources: list[tuple[tuple[WordSetter, str], ...]],
    spans: list[Span],
    uniform: WordSetter | None,
) -> Paragraph:
    """The words with the rows of all of them, and for each row the number of words that have ended with it."""
    rows = tuple(chain.from_iterable([word.rows for word in words]))
    return Paragraph(words, sources, spans, uniform, rows, list(accumulate([row[8] for row in rows])))


def items_of(paragraph: Paragraph, align: Align, ties: Sequence[int] = ()) -> Items:
    """What line breaking needs to know of a paragraph. Ragged lines neither stretch nor shrink; none ends with a row of
    `ties`."""
    natural, most, least, own, own_most, own_least, tails, kinds, _, _ = zip(*paragraph.rows, strict=True)
    at = list(accumulate(natural))
    ends = list(map(add, at, tails))
    starts = list(map(sub, at, own))
    if align is not Align.JUSTIFY:
        for row in ties:
            ends[row] = NEVER
        return Items(ends, ends, ends, starts, starts, starts, kinds, paragraph.ended)
    at_most, at_least = list(accumulate(most)), list(accumulate(least))
    ends_least = list(map(add, at_least, tails))
    for row in ties:
        ends[row] = ends_least[row] = NEVER
    return Items(
        ends,
        list(map(add, at_most, tails)),
        ends_least,
        starts,
        list(map(sub, at_most, own_most)),
        list(map(sub, at_least, own_least)),
        kinds,
        paragraph.ended,
    )


def tied_rows(paragraph: Paragraph) -> list[int]:
    """The rows after which no line should end, since the word that follows should begin none: a dash between clauses, the sign of a
    unit after its number, the number of a page, the second of two initials or of two abbreviated words."""
    before, tied = "", []
    for number, (_, text, *_) in enumerate(paragraph.words):
        if (
            text[0] in _SIGNS
            or text in _ALONE
            or text[1:] == before[1:] == "."
            or (text[0].isdigit() and before.lstrip("([").lower() in _NUMBERED)
        ):
            tied.append(number)
        before = text
    return [bisect_left(paragraph.ended, number) for number in tied if number]


def set_lines(
    paragraph: Paragraph, breaks: Sequence[int], style: TextStyle, measures: Sequence[tuple[Emu, Emu]], before: int
) -> list[Line]:
    """One line for each break, at its (indent, width); `before` rows stand before the paragraph's in the text."""
    limits, lines = limits_of(style), []
    last, start = len(paragraph.rows) - 1, 0
    justified = style.align is Align.JUSTIFY
    for number, row in enumerate(breaks):
        words, begun, end, span = _words_of(paragraph, start, row)
        indent, measure = place = measures[number]
        if justified and row != last:
            spacing = _justified(words, limits, style, measure)
        elif justified:
            spacing = _ended(words, limits, style, measure)
        else:
            spacing = _ragged(words, limits, style, measure)
        glyphs, width = _placed(words, spacing, style, place, paragraph.uniform, end)
        lines.append(
            Line(
                glyphs,
                indent,
                measure,
                measure if spacing.flush else width,
                begun,
                before + row,
                spacing.word_space if len(words) > 1 else 0,
                end,
                spacing.fit,
                span,
            )
        )
        start = row + 1
    return lines


class _Spacing(NamedTuple):
    """How one line is spaced: from `left` of its indent, with `space` between words, ending at `right` if it is flush."""

    left: float
    right: float
    space: float
    letter_space: Emu
    scale: int
    word_space: int
    flush: bool
    fit: LineFit


def _words_of(paragraph: Paragraph, start: int, row: int) -> tuple[list[Word], int, LineEnd, Span]:
    """The words from one row to another, how many begin there, what follows them, and where the first was written."""
    rows, ended, words = paragraph.rows, paragraph.ended, paragraph.words
    _, _, _, _, _, _, _, kind, is_end, cut = rows[row]
    first = ended[start] - rows[start][8]
    final = ended[row] - is_end
    span = paragraph.spans[first] if len(paragraph.spans) > 1 else paragraph.spans[0]
    begin = 0 if start == 0 or rows[start - 1][8] else rows[start - 1][9]
    line = words[first : final + 1]
    begun = len(line)
    if is_end:
        end = LineEnd.SPACE if row + 1 < len(rows) else LineEnd.NOTHING
        if begin:
            line[0] = _cut(paragraph, first, begin, len(words[first].text), "")
            begun -= 1
        return line, begun, end, span
    hyphen = "-" if kind == SOFT else ""
    end = LineEnd.SOFT_HYPHEN if hyphen else LineEnd.NOTHING
    if begin:
        begun -= 1
        if first == final:
            line[0] = _cut(paragraph, first, begin, cut, hyphen)
            return line, begun, end, span
        line[0] = _cut(paragraph, first, begin, len(words[first].text), "")
    line[-1] = _cut(paragraph, final, 0, cut, hyphen)
    return line, begun, end, span


def _cut(paragraph: Paragraph, index: int, start: int, end: int, hyphen: str) -> Word:
    if paragraph.uniform is not None:
        return paragraph.uniform.part(paragraph.words[index].text[start:end] + hyphen)
    return fragment(paragraph.sources[index], start, end, hyphen)


def _justified(words: list[Word], limits: Limits, style: TextStyle, measure: Emu) -> _Spacing:
    tracking = style.tracking * style.size / 1000
    spaces, gaps = len(words) - 1, sum([word.glyphs for word in words]) - 1
    inked = sum([word.width for word in words]) - (gaps + 1) * tracking
    left, right = words[0].left, words[-1].right
    reach = measure + left + right
    gap = reach - inked - gaps * tracking - spaces * limits.space
    if gap >= 0:
        most, letter, scaling = limits.space_most, limits.letter_most, limits.scale_most
    else:
        most, letter, scaling = limits.space_least, limits.letter_least, limits.scale_least
    inner = gaps * letter + inked * scaling
    room = inner + spaces * most
    # Never more than there is to give: a word space must not give the other way.
    ahead = min(1.0, gap * _AHEAD / room, gap / inner) if inner else 0.0
    scale = 1000 + round(1000 * ahead * scaling)
    letter_space = round(tracking + ahead * letter)
    spare = reach - inked * scale / 1000 - gaps * letter_space
    em = style.size
    if not spaces:
        fit = _fit_of_one(spare, em * _NEGLIGIBLE / 1000 + inked / 2000)  # scale is in whole thousandths
        return _Spacing(left, right, 0.0, letter_space, scale, 0, fit is LineFit.FITS, fit)
    space = spare / spaces
    least = limits.space + limits.space_least
    if space < least - em * _NEGLIGIBLE / 1000:
        return _Spacing(left, right, least, letter_space, scale, round(least * 1000 / em), False, LineFit.OVERFULL)
    most = limits.space + limits.space_most + em * _NEGLIGIBLE / 1000
    fit = LineFit.FITS if space <= most else LineFit.LOOSE
    return _Spacing(left, right, space, letter_space, scale, round((space + letter_space) * 1000 / em), True, fit)


def _fit_of_one(spare: float, negligible: float) -> LineFit:
    """How a line of one word fits: it has no word space to give."""
    if spare < -negligible:
        return LineFit.OVERFULL
    return LineFit.LOOSE if spare > negligible else LineFit.FITS


def _ended(words: list[Word], limits: Limits, style: TextStyle, measure: Emu) -> _Spacing:
    """The last line of a justified paragraph: natural, or as much tighter as it must be."""
    width = sum(word.width for word in words) + (len(words) - 1) * limits.space
    if width - words[0].left - words[-1].right > measure:
        return _justified(words, limits, style, measure)
    letter_space = round(style.tracking * style.size / 1000)
    word_space = round((limits.space + letter_space) * 1000 / style.size)
    return _Spacing(words[0].left, 0.0, limits.space, letter_space, 1000, word_space, False, LineFit.FITS)


def _ragged(words: list[Word], limits: Limits, style: TextStyle, measure: Emu) -> _Spacing:
    tracking = style.tracking * style.size / 1000
    width = sum(word.width for word in words) + (len(words) - 1) * limits.space - tracking
    left, right = words[0].left, words[-1].right
    fit = LineFit.OVERFULL if width - left - right > measure + 1 else LineFit.FITS
    if style.align is Align.CENTRE:
        left, right = (width - measure) / 2, 0.0
    elif style.align is Align.RIGHT:
        left = width - right - measure
    word_space = round((limits.space + tracking) * 1000 / style.size)
    return _Spacing(left, right, limits.space, round(tracking), 1000, word_space, False, fit)


def _placed(
    words: list[Word],
    spacing: _Spacing,
    style: TextStyle,
    line: tuple[Emu, Emu],
    uniform: WordSetter | None,
    end: LineEnd,
) -> tuple[tuple[tuple[Emu, Glyphs], ...], Emu]:
    """The paints of a line at (indent, measure), and how far from the indent it reaches."""
    letter_space, space, share = spacing.letter_space, spacing.space, spacing.scale / 1000
    # A word's width holds the style's tracking; what a line adds to it is the same for all glyphs.
    more = letter_space - style.tracking * style.size / 1000 * share
    steps = [word.width * share + word.glyphs * more + space for word in words]
    # Cutting off parts of an EMU is as good as rounding, and soon done.
    offsets = list(map(int, accumulate(steps[:-1], initial=0.0)))
    final = words[-1]
    width = round(final.width * share + final.glyphs * more) - letter_space
    left, (indent, measure) = round(spacing.left), line
    if spacing.flush and len(words) > 1:
        offsets[-1] = left + measure + round(spacing.right) - width
    reach = offsets[-1] + width - left
    if uniform is None:
        return _paints(words, offsets, spacing, style, indent - left, end), reach
    runs = tuple([word.pieces[0][0] for word in words])
    paint = Glyphs(uniform.face, style.size, style.ink, runs, tuple(offsets), letter_space, spacing.scale, end)
    return ((indent - left, paint),), reach


def _paints(
    words: list[Word], offsets: list[Emu], spacing: _Spacing, style: TextStyle, x: Emu, end: LineEnd
) -> tuple[tuple[Emu, Glyphs], ...]:
    """The paints of words in several faces or sizes: a new one at each change, also inside a word."""
    paints: list[tuple[Emu, Face, Emu, list[GlyphRun], list[Emu], LineEnd]] = []
    letter_space, share = spacing.letter_space, spacing.scale / 1000
    for word, offset in zip(words, offsets, strict=True):
        at, before = float(offset), LineEnd.SPACE
        for run, size in word.pieces:
            face, place = run.face, round(at)
            if paints and before is LineEnd.SPACE and paints[-1][1].id == face.id and paints[-1][2] == size:
                paints[-1][3].append(run)
                paints[-1][4].append(place - paints[-1][0])
            else:
                if paints:
                    paints[-1] = (*paints[-1][:5], before)
                paints.append((place, face, size, [run], [0], end))
            at += run.width * size / face.units_per_em * share + len(run.glyph_ids) * letter_space
            before = LineEnd.NOTHING
    return tuple(
        (x + at, Glyphs(face, size, style.ink, tuple(runs), tuple(places), letter_space, spacing.scale, after))
        for at, face, size, runs, places, after in paints
    )
