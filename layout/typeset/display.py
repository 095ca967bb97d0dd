"""Where the lines of display text end: as few as will do, then as even as they can be.

Takes measured words and a measure, gives break indices. An optimum over all breaks (dynamic programming), with three rules of
the headline desk: lines end where the sense pauses, none ends with a word that leans on the next, such as an article or a
preposition, and no last line is one short word, where that costs little.
"""

from math import inf

from layout.typeset.justify import Paragraph, tied_rows
from layout.units import Emu

_WEAK_END = 0.3
"""What a line that ends with a word that leans on the next costs, as a share of the measure left white."""

_PAUSE = 0.3
"""What a line saves that ends with a comma, a colon or the end of a sentence, likewise."""

_PAUSES = frozenset(",;:.!?…–—")
_CLOSING = "”’“‘»«›‹)\u202f"
"""What may stand between a pause and the end of its word."""

_SHORT_END = 0.4
"""What a last line of one short word costs, likewise."""

_SHORT = 0.3
"""A word is short that takes less than this share of the measure."""

_WRITTEN_BREAK = 0.3
"""What a line that ends inside a compound costs, likewise."""

_LEANING = {
    "en": "a an and as at but by for from her his if in into its my nor of on or our over per than that the their to upon via "
    "with your",
    "de": "als am an auf aus bei beim bis das dem den der des die ein eine einem einen einer eines für gegen im in ins mit "
    "nach oder ohne über um und unter vom von vor zu zum zur",
    "es": "a al con de del desde e el en entre la las los ni o para por que se sin sobre su sus un una unos y",
    "fr": "à au aux avec ce ces dans de des du en et la le les ou par pour que sa ses son sous sur un une",
    "it": "a al alla ai con da dal dei del della delle di e ed gli i il in la le lo nel nella o per su sul un una",
    "nl": "aan als bij dat de der door een en het in met naar of om op over te ten ter tot uit van voor",
    "pl": "a do i ku na nad o od po pod przez przy u w we z za ze że",
    "pt": "a ao aos as à com da das de do dos e em na nas no nos o os ou para pela pelo por que se sem um uma",
}
_SETS = {language: frozenset(words.split()) for language, words in _LEANING.items()}


def break_evenly(paragraph: Paragraph, measure: Emu, language: str) -> tuple[int, ...]:
    """The rows after which lines end."""
    rows, leaning = paragraph.rows, _SETS.get(language[:2], frozenset())
    ends, starts, at = [], [], 0.0
    for row in rows:
        at += row[0]
        ends.append(at + row[6])
        starts.append(at - row[3])
    extra = [0.0] * len(rows)
    for index, row in enumerate(rows):
        word = paragraph.words[paragraph.ended[index] - row[8]].text
        if not row[8]:
            extra[index] = (_WRITTEN_BREAK * measure) ** 2
        elif word.lower() in leaning:
            extra[index] = (_WEAK_END * measure) ** 2
        elif word.rstrip(_CLOSING)[-1:] in _PAUSES:
            extra[index] = -((_PAUSE * measure) ** 2)
    for index in tied_rows(paragraph):
        extra[index] = float(measure) ** 2
    if len(rows) > 1 and rows[-2][8] and rows[-1][3] < _SHORT * measure:
        extra[-2] += (_SHORT_END * measure) ** 2
    return _fewest_and_most_even(starts, ends, extra, measure)


def _fewest_and_most_even(starts: list[float], ends: list[float], extra: list[float], measure: Emu) -> tuple[int, ...]:
    last = len(ends) - 1
    best: list[tuple[int, float, int]] = [(0, 0.0, -1)]
    for row in range(last + 1):
        least = (0, inf, -1)
        for start in range(row, -1, -1):
            white = measure - (ends[row] - starts[start])
            if white < -1 and start != row:
                break
            lines, cost, _ = best[start]
            # A row wider than the measure is a line of its own; its excess cannot be helped.
            way = (lines + 1, cost + max(white, 0.0) ** 2 + (extra[row] if row != last else 0.0), start)
            if least[0] == 0 or way < least:
                least = way
        best.append(least)
    breaks, row = [], last + 1
    while row > 0:
        breaks.append(row - 1)
        row = best[row][2]
    return tuple(reversed(breaks))
