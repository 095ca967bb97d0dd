"""Lines reach their measures and lose no word, whatever the text."""

import string
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.diagnostics import Span
from layout.model.style import Align, Hyphenation, TextStyle
from layout.model.text import Emphasis, Inline, LineEnd, LineFit
from layout.typeset.faces import Faces
from layout.typeset.setting import Measures, set_display, set_text
from layout.typeset.typecase import Typecase
from layout.units import mm, pt

CASE = Typecase(Faces((Path(__file__).parents[2] / "fonts",)))
STYLE = TextStyle("body", "PT Serif", pt(9.2), pt(11), align=Align.JUSTIFY, hyphenation=Hyphenation())
SPAN = Span(Path("story.md"), 1)
WORDS = st.text(string.ascii_letters + "äéß’.,-–—“”1", min_size=1, max_size=14)
INLINES = st.lists(
    st.builds(
        lambda words, emphasis, end: Inline(" ".join(words) + end, SPAN, emphasis),
        st.lists(WORDS, max_size=20),
        st.sampled_from([Emphasis.NONE, Emphasis.NONE, Emphasis.BOLD, Emphasis.ITALIC]),
        st.sampled_from(["", " ", " ", "\n"]),
    ),
    max_size=5,
).map(tuple)


def right_edge(line):
    x, glyphs = line.glyphs[-1]
    run = glyphs.words[-1]
    width = run.width * glyphs.size / run.face.units_per_em * glyphs.scale / 1000
    return x + glyphs.offsets[-1] + width + (len(run.glyph_ids) - 1) * glyphs.letter_space


def text_of(lines):
    """The text as it stands on the lines, with a space wherever one is implied."""
    text = ""
    for line in lines:
        for _, glyphs in line.glyphs:
            text += " ".join(run.text for run in glyphs.words)
            if glyphs.end is LineEnd.SOFT_HYPHEN:
                text = text[:-1]
            elif glyphs.end is LineEnd.SPACE:
                text += " "
        text += "\n" if line.end is LineEnd.NOTHING and line is not lines[-1] else ""
    return text


@settings(max_examples=120, deadline=None)
@given(INLINES, st.integers(20, 90), st.integers(0, 8), st.sampled_from([0, 50]))
def test_justified_lines_reach_their_measure(text, measure, indent, hanging):
    style = replace(STYLE, hanging=hanging)
    measures = Measures((0, mm(measure)), ((mm(indent), mm(measure - indent)),))
    for line in set_text(CASE, text, style, "en-US", measures):
        if line.words > 1 and line.end is not LineEnd.NOTHING and line.fit is not LineFit.OVERFULL:
            past = right_edge(line) - line.indent - line.measure
            # A last word in two faces is rounded once for each.
            assert -1 <= past <= hanging * style.size / 1000 + 1
            if not hanging and len(line.glyphs) == 1:
                assert round(past) == 0


@settings(max_examples=120, deadline=None)
@given(INLINES, st.integers(5, 90), st.sampled_from(list(Align)), st.integers(-1, 1))
def test_no_word_is_lost_or_doubled(text, measure, align, looseness):
    written = "".join(inline.text for inline in text)
    words = written.split()
    lines = set_text(CASE, text, replace(STYLE, align=align), "en-US", Measures((0, mm(measure))), looseness)
    display = set_display(CASE, text, STYLE, "en-US", mm(measure))
    for found in (lines, display):
        assert "".join(text_of(found).split()) == "".join(words)
        assert sum(line.words for line in found) == len(words)
        assert [line.break_at for line in found] == sorted({line.break_at for line in found})


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=30, max_size=60))
def test_glyphs_stay_within_the_limits_of_the_style(words):
    text = (Inline(" ".join(words), SPAN),)
    em, spacing = STYLE.size, STYLE.spacing
    for line in set_text(CASE, text, STYLE, "en-US", Measures((0, mm(61.6)))):
        for _, glyphs in line.glyphs:
            assert spacing.scale_min <= glyphs.scale <= spacing.scale_max
            assert spacing.letter_min * em - 500 <= glyphs.letter_space * 1000 <= spacing.letter_max * em + 500
        if line.fit is LineFit.FITS and line.words > 1:
            assert spacing.word_min + spacing.letter_min - 6 <= line.word_space
            assert line.word_space <= spacing.word_max + spacing.letter_max + 6
