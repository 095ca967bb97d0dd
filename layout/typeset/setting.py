"""Text to lines: the one way into typesetting for whatever sets content.

Takes a text, its style, language and measures; gives `Line`s at distances from the left edge of their column. Baselines, rows
and columns are the caller's. Total: every text is set, and lines that do not fit say so.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from layout.diagnostics import Span
from layout.model.style import Align, Hyphenation, TextStyle
from layout.model.text import Emphasis, Line, LineFit, Text
from layout.record import record
from layout.typeset.display import break_evenly
from layout.typeset.justify import Paragraph, items_of, paragraph_of, set_lines, tied_rows
from layout.typeset.linebreak import Limits, break_lines
from layout.typeset.tear import tear
from layout.typeset.typecase import Typecase
from layout.typeset.words import WordSetter, divided, limits_of, setter_of
from layout.units import Emu

_RAG = 5
"""A ragged line may leave a fifth of its measure white before that is dear."""


@record
class Measures:
    """(indent, width) of the first lines, and of all the others."""

    rest: tuple[Emu, Emu]
    first: tuple[tuple[Emu, Emu], ...] = ()

    def of(self, line: int, count: int) -> list[tuple[Emu, Emu]]:
        """Those of `count` lines from number `line`, counted from 0."""
        first = self.first[line : line + count]
        return [*first, *[self.rest] * (count - len(first))]


def set_text(
    case: Typecase, text: Text, style: TextStyle, language: str, measures: Measures, looseness: int = 0
) -> tuple[Line, ...]:
    """Running text, broken as well as a whole paragraph allows. `style.indent` is for the caller to put into `measures`.

    With `looseness` it takes so many lines more or fewer than its best, as near as its style's limits allow. Raises
    `UnknownFamily` or `MissingFont` for a style without its font.
    """
    lines: list[Line] = []
    before, hyphenation = 0, style.hyphenation
    slack = 0.0 if style.align is Align.JUSTIFY else measures.rest[1] / _RAG
    limits = Limits(hyphenation.on_end or 1, style.runt_words, style.runt_share, slack)
    for paragraph in _paragraphs(case, text, style, language):
        rest = Measures(measures.rest, measures.first[len(lines) :])
        own = _set_paragraph(paragraph, style, rest, limits, looseness, before)
        if any(line.fit is LineFit.OVERFULL for line in own):
            torn, tears = tear(paragraph, min(measure for _, measure in (*rest.first, rest.rest)))
            own = _set_paragraph(torn, style, rest, limits, looseness, before)
            own = _with_tears_told(own, {before + row: word for row, word in tears.items()})
            before += len(torn.rows) - len(paragraph.rows)
        lines += own
        before += len(paragraph.rows)
    return tuple(lines)


@record
class Give:
    """How narrow and how wide running text could be set on one line, and how many letters it has: by these sums, whether
    it could stand in so many lines, a cheap no before a dear search."""

    least: float
    most: float
    letters: int
    size: Emu

    def may_take(self, measures: Measures, lines: int, tracking: int = 0) -> bool:
        """Whether it could stand in so many lines with `tracking` thousandths of the em more between its letters."""
        if lines < 1:
            return False
        more = self.letters * tracking * self.size / 1000
        full, last = sum(measure for _, measure in measures.of(0, lines)), measures.of(lines - 1, 1)[0][1]
        return self.least + more <= full and self.most + more > full - last


def give_of(case: Typecase, text: Text, style: TextStyle, language: str) -> Give:
    """What running text can give; given breaks count as spaces."""
    least = most = 0.0
    for paragraph in _paragraphs(case, text, style, language):
        items = items_of(paragraph, style.align)
        least += items.ends_least[-1] - items.starts_least[0]
        most += items.ends_most[-1] - items.starts_most[0]
    return Give(least, most, sum(len(inline.text) - inline.text.count(" ") for inline in text), style.size)


def _set_paragraph(
    paragraph: Paragraph, style: TextStyle, measures: Measures, limits: Limits, looseness: int, before: int
) -> list[Line]:
    """Words that belong together stay so, unless that makes a loose line."""
    first, ways = [measure for _, measure in measures.first], []
    for ties in dict.fromkeys((tuple(tied_rows(paragraph)), ())):
        items = items_of(paragraph, style.align, ties)
        breaks = break_lines(items, first, measures.rest[1], style.costs, limits, looseness)
        ways.append(set_lines(paragraph, breaks, style, measures.of(0, len(breaks)), before))
        if not _ill_fitting(ways[-1]):
            break
    return min(ways, key=_ill_fitting)


def _ill_fitting(lines: list[Line]) -> int:
    return sum(line.fit is not LineFit.FITS for line in lines)


def _with_tears_told(lines: list[Line], tears: dict[int, int]) -> list[Line]:
    """The lines that end in a torn word: the first of each word says so, the others are as full as letters allow."""
    told, words = list[Line](), set[int]()
    for line in lines:
        word = tears.get(line.break_at)
        if word is None or line.fit is LineFit.OVERFULL:
            told.append(line)
        else:
            told.append(replace(line, fit=LineFit.FITS if word in words else LineFit.TORN))
            words.add(word)
    return told


def reset_text(
    case: Typecase, text: Text, style: TextStyle, language: str, measures: Measures, breaks: tuple[int, ...]
) -> tuple[Line, ...]:
    """A text with slightly changed words, broken where it was: `breaks` are the lines' `break_at`.

    Where the changed words cannot be broken so, the text is set anew.
    """
    lines: list[Line] = []
    before, used = 0, 0
    for paragraph in _paragraphs(case, text, style, language):
        final = before + len(paragraph.rows) - 1
        own = [at - before for at in breaks[used:] if at <= final]
        if not own or own[-1] != final - before or any(b <= a for a, b in pairwise((-1, *own))):
            return set_text(case, text, style, language, measures)
        lines += set_lines(paragraph, own, style, measures.of(used, len(own)), before)
        before, used = final + 1, used + len(own)
    if used != len(breaks):
        return set_text(case, text, style, language, measures)
    return tuple(lines)


def set_display(case: Typecase, text: Text, style: TextStyle, language: str, measure: Emu) -> tuple[Line, ...]:
    """Headlines, decks and the like: as few lines as will do, as even as they can be, never hyphenated.

    Given breaks are kept; a word wider than the measure makes an overfull line.
    """
    style = _display_style(style)
    lines: list[Line] = []
    before = 0
    for paragraph in _paragraphs(case, text, style, language):
        breaks = break_evenly(paragraph, measure, language)
        lines += set_lines(paragraph, breaks, style, [(0, measure)] * len(breaks), before)
        before += len(paragraph.rows)
    return tuple(lines)


def reset_display(
    case: Typecase, text: Text, style: TextStyle, language: str, measure: Emu, breaks: tuple[int, ...]
) -> tuple[Line, ...]:
    """Display text with slightly changed words, broken where it was."""
    return reset_text(case, text, _display_style(style), language, Measures((0, measure)), breaks)


def text_width(case: Typecase, text: str, style: TextStyle, language: str) -> Emu:
    """Natural width of a text on one line."""
    words = setter_of(case, style, language, Emphasis.NONE).words([word for word in text.split(" ") if word])
    if not words:
        return 0
    spaces = (len(words) - 1) * limits_of(style).space
    return round(sum(word.width for word in words) + spaces - style.tracking * style.size / 1000)


@lru_cache(maxsize=256)
def _display_style(style: TextStyle) -> TextStyle:
    """The style without hyphens and without justification."""
    align = Align.LEFT if style.align is Align.JUSTIFY else style.align
    return replace(style, align=align, hyphenation=Hyphenation(on_end=0))


def _paragraphs(case: Typecase, text: Text, style: TextStyle, language: str) -> Iterator[Paragraph]:
    """The stretches between given breaks."""
    if len(text) == 1:
        inline = text[0]
        setter = setter_of(case, style, language, inline.emphasis)
        for stretch in inline.text.split("\n"):
            words = setter.words([word for word in stretch.split(" ") if word])
            if words and setter.is_plain:
                yield paragraph_of(words, [], [inline.span], setter)
            elif words:
                yield paragraph_of(words, [((setter, word.text),) for word in words], [inline.span], None)
        return
    for sources, spans in _mixed(case, text, style, language):
        words = []
        for parts in sources:
            if len(parts) == 1:
                words += parts[0][0].words([parts[0][1]])
            else:
                measured = [setter.part(piece) for setter, piece in parts]
                words.append(divided(parts[0][0], "".join(piece for _, piece in parts), measured))
        yield paragraph_of(words, sources, spans, None)


_Source = tuple[tuple[WordSetter, str], ...]


def _mixed(case: Typecase, text: Text, style: TextStyle, language: str) -> Iterator[tuple[list[_Source], list[Span]]]:
    """The words of several inlines between given breaks: each as the parts that it is made of, and where it begins."""
    sources: list[_Source] = []
    spans: list[Span] = []
    joins = False
    for inline in text:
        setter = setter_of(case, style, language, inline.emphasis)
        for number, stretch in enumerate(inline.text.split("\n")):
            if number:
                if sources:
                    yield sources, spans
                sources, spans, joins = [], [], False
            for place, word in enumerate(stretch.split(" ")):
                if place:
                    joins = False
                if not word:
                    continue
                if joins:
                    sources[-1] = (*sources[-1], (setter, word))
                else:
                    sources.append(((setter, word),))
                    spans.append(inline.span)
                joins = True
    if sources:
        yield sources, spans
