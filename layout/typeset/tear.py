"""Words torn between two letters, where nothing else divides them: the last resort of a line.

Takes a paragraph and the narrowest of its measures, gives it with a break after every letter of those stretches that no
measure holds. No hyphen is printed: what is torn is mostly an address or a number, in which it would mislead.
"""

import unicodedata
from itertools import pairwise

from layout.typeset.justify import Paragraph, paragraph_of
from layout.typeset.linebreak import WORD_END
from layout.typeset.words import Word, WordSetter, divided

_PART = 512
"""Letters that are measured at once: the places of a part are looked for from its start."""


def tear(paragraph: Paragraph, measure: float) -> tuple[Paragraph, dict[int, int]]:
    """The torn paragraph, and by the row after which it may be torn the number of the word."""
    words: list[Word] = []
    tears: dict[int, int] = {}
    at = 0
    for number, word in enumerate(paragraph.words):
        made, own = word, set[int]()
        if max(row[3] + row[6] for row in word.rows) > measure:
            own = _places(word, measure)
            cuts = {row[9]: row[7] for row in word.rows[:-1]} | dict.fromkeys(own, WORD_END)
            source = _source(paragraph, number)
            made = divided(source[0][0], word.text, _parts(source), sorted(cuts.items()))
        tears |= {at + row: number for row, (*_, cut) in enumerate(made.rows) if cut in own}
        words.append(made)
        at += len(made.rows)
    return paragraph_of(words, paragraph.sources, paragraph.spans, paragraph.uniform), tears


def _source(paragraph: Paragraph, number: int) -> tuple[tuple[WordSetter, str], ...]:
    if paragraph.uniform is not None:
        return ((paragraph.uniform, paragraph.words[number].text),)
    return paragraph.sources[number]


def _parts(source: tuple[tuple[WordSetter, str], ...]) -> list[Word]:
    return [setter.part(text[at : at + _PART]) for setter, text in source for at in range(0, len(text), _PART)]


def _places(word: Word, measure: float) -> set[int]:
    """Offsets before the letters of stretches too wide for the measure; a mark stays with its letter."""
    places = set[int]()
    for (start, end), row in zip(pairwise((0, *(row[9] for row in word.rows))), word.rows, strict=True):
        if row[3] + row[6] > measure:
            places.update(at for at in range(start + 1, end) if not unicodedata.category(word.text[at]).startswith("M"))
    return places
