"""Lines in a face whose every glyph is one em: every expectation is a whole number of tenths of an em."""

from dataclasses import replace

import pytest

from layout.model.style import Align, Case, Hyphenation, LineCosts, Spacing, TextStyle
from layout.model.text import LineEnd, LineFit
from layout.typeset.setting import Measures, reset_text, set_display, set_text, text_width

EM = 1000
RAGGED = TextStyle("plain", "Em", EM, EM)
JUSTIFIED = replace(
    RAGGED,
    align=Align.JUSTIFY,
    spacing=Spacing(200, 300, 500, -20, 20, 980, 1020),
    hyphenation=Hyphenation(),
    costs=LineCosts(),
)


def shown(lines):
    """Each line as its words, with what follows it."""
    signs = {LineEnd.SPACE: "", LineEnd.NOTHING: "|", LineEnd.SOFT_HYPHEN: "~"}
    return [" ".join(run.text for _, g in line.glyphs for run in g.words) + signs[line.end] for line in lines]


def set_ragged(case, text, ems, style=RAGGED, language="en-US"):
    return set_text(case, text, style, language, Measures((0, ems * EM)))


def right_edge(line):
    x, glyphs = line.glyphs[-1]
    run = glyphs.words[-1]
    units, count = run.face.units_per_em, len(run.glyph_ids)
    width = round(run.width * glyphs.size / units * glyphs.scale / 1000 + count * glyphs.letter_space)
    return x + glyphs.offsets[-1] + width - glyphs.letter_space


def test_words_stand_a_space_apart(case, written):
    (line,) = set_ragged(case, written("to be or"), 20)
    ((x, glyphs),) = line.glyphs
    assert (x, glyphs.offsets, line.width, line.words, line.word_space) == (0, (0, 2250, 4500), 6500, 3, 250)


def test_a_justified_line_reaches_its_measure(case, written):
    lines = set_text(case, written("aaaa bbb cc dddd eee ff"), JUSTIFIED, "en", Measures((300, 10 * EM)))
    assert shown(lines) == ["aaaa bbb cc", "dddd eee ff|"]
    assert right_edge(lines[0]) == 300 + 10 * EM
    assert [line.fit for line in lines] == [LineFit.FITS] * 2


def test_letter_space_and_scale_give_before_word_space(case, written):
    first = set_text(case, written("aaaa bbb cc dddd eee ff"), JUSTIFIED, "en", Measures((0, 9 * EM + 800)))[0]
    glyphs = first.glyphs[0][1]
    assert 0 < glyphs.letter_space < 20
    assert 1000 < glyphs.scale < 1020
    assert 0 < (first.word_space - glyphs.letter_space - 300) / 200 < glyphs.letter_space / 20


def test_a_line_beyond_the_limits_is_loose(case, written):
    lines = set_text(case, written("aaaa bbb " + "c" * 9), JUSTIFIED, "en", Measures((0, 12 * EM)))
    assert [line.fit for line in lines] == [LineFit.LOOSE, LineFit.FITS]
    assert right_edge(lines[0]) == 12 * EM


@pytest.mark.parametrize("style", [RAGGED, JUSTIFIED])
@pytest.mark.parametrize("text", ["a bbbbbbbbbbbbbbbbbbbbbbbbb c", "a bbbbb*bbbbbbbbbb*bbbbbbbbbb c"])
def test_a_word_wider_than_the_measure_is_torn_and_told_once(case, written, style, text):
    measures = Measures((0, 10 * EM), ((3 * EM, 7 * EM),))
    lines = set_text(case, written(text), style, "xx", measures)
    assert "".join(run.text for line in lines for _, g in line.glyphs for run in g.words) == f"a{'b' * 25}c"
    assert all(right_edge(line) <= 10.1 * EM for line in lines)
    assert [line.fit for line in lines].count(LineFit.TORN) == 1
    assert {line.fit for line in lines} <= {LineFit.TORN, LineFit.FITS}
    assert sum(line.words for line in lines) == 3


@pytest.mark.parametrize("text", ["newspaper " * 4, "x" * 40])
def test_small_capitals_are_divided_like_any_other_word(case, written, text):
    style = replace(JUSTIFIED, case=Case.SMALL_CAPS)
    lines = set_text(case, written(text), style, "en", Measures((0, 10 * EM)))
    assert "".join(run.text for line in lines for _, g in line.glyphs for run in g.words).replace("-", "") == "".join(
        text.upper().split()
    )
    assert len(lines) > 2


def test_a_letter_wider_than_the_measure_is_overfull(case, written):
    assert [line.fit for line in set_ragged(case, written("ab"), 0.5)] == [LineFit.OVERFULL] * 2


def test_lines_have_measures_of_their_own(case, written):
    measures = Measures((0, 9 * EM), ((4 * EM, 5 * EM),))
    lines = set_text(case, written("aaaaa bbbb cccc dd"), RAGGED, "en", measures)
    assert [(line.glyphs[0][0], line.measure) for line in lines] == [(4 * EM, 5 * EM), (0, 9 * EM), (0, 9 * EM)]


def test_ragged_text_stands_where_it_is_aligned(case, written):
    for align, x in ((Align.LEFT, 0), (Align.CENTRE, 3 * EM), (Align.RIGHT, 6 * EM)):
        (line,) = set_ragged(case, written("abcd"), 10, replace(RAGGED, align=align))
        assert line.glyphs[0][0] == x


def test_a_divided_word_ends_in_a_soft_hyphen_and_counts_once(case, written):
    lines = set_text(case, written("a newspaper"), JUSTIFIED, "en-US", Measures((0, 7 * EM)))
    assert shown(lines) == ["a news-~", "paper|"]
    assert [line.words for line in lines] == [2, 0]


def test_soft_hyphens_are_hints_and_never_printed(case, written):
    text = written("ab cdef\u00adghij")
    assert shown(set_ragged(case, text, 8)) == ["ab cdef-~", "ghij|"]
    assert shown(set_ragged(case, text, 20)) == ["ab cdefghij|"]


def test_words_are_divided_after_written_hyphens_and_dashes(case, written):
    assert shown(set_ragged(case, written("well-known"), 6)) == ["well-|", "known|"]
    assert shown(set_ragged(case, written("one—two"), 4)) == ["one—|", "two|"]


def test_no_break_at_a_no_break_space(case, written):
    lines = set_ragged(case, written("aaa bb\u00a0cc"), 7)
    assert [line.words for line in lines] == [1, 1]


@pytest.mark.parametrize(
    ("ems", "expected"),
    [
        (8, ["it is at", "4 °C or so|"]),
        (7, ["dddd", "as – so|"]),
        (9, ["aaa", "(page 13|"]),
        (7, ["aaaa", "W. H. Sm|"]),
        (7, ["aaaa", "z. B. hh|"]),
    ],
)
def test_no_line_begins_with_what_belongs_to_the_last(case, written, ems, expected):
    source = " ".join(expected).removesuffix("|")
    assert shown(set_ragged(case, written(source), ems)) == expected
    assert shown(set_display(case, written(source), RAGGED, "en", ems * EM)) == expected


def test_what_belongs_together_is_parted_before_a_line_is_loose(case, written):
    assert shown(set_ragged(case, written("it is at 4 °C or so"), 8, JUSTIFIED)) == ["it is at 4", "°C or so|"]


def test_emphasis_changes_the_face_also_inside_a_word(case, written):
    (line,) = set_ragged(case, written("say *new*s _now_, sir"), 30)
    assert [(g.face.id, [r.text for r in g.words], g.end) for _, g in line.glyphs] == [
        ("Em-Roman-w400", ["say"], LineEnd.SPACE),
        ("Em-Roman-w700", ["new"], LineEnd.NOTHING),
        ("Em-Roman-w400", ["s"], LineEnd.SPACE),
        ("Em-Italic-w400", ["now"], LineEnd.NOTHING),
        ("Em-Roman-w400", [",", "sir"], LineEnd.NOTHING),
    ]
    assert [x for x, _ in line.glyphs] == [0, 3250, 6250, 7500, 10500]
    assert line.words == 4


def test_mixed_lines_reach_their_measure(case, written):
    text = written("aaaa *bbb* c_c_ dddd eee ff ggg *hhh iii* jj")
    lines = set_text(case, text, JUSTIFIED, "en", Measures((0, 10 * EM)))
    assert [right_edge(line) for line in lines[:-1]] == [10 * EM] * (len(lines) - 1)


def test_given_breaks_are_kept(case, written):
    assert shown(set_ragged(case, written("one\ntwo three"), 20)) == ["one|", "two three|"]
    lines = set_display(case, written("one\n*two* three"), RAGGED, "en", 20 * EM)
    assert [line.words for line in lines] == [1, 2]


def test_breaks_are_the_same_when_numbers_are_written_in(case, written):
    style, measures = replace(JUSTIFIED, align=Align.LEFT), Measures((0, 12 * EM))
    before = set_text(case, written("see the page *00* for more of it\nand so on"), style, "en", measures)
    breaks = tuple(line.break_at for line in before)
    after = reset_text(case, written("see the page *7* for more of it\nand so on"), style, "en", measures, breaks)
    assert tuple(line.break_at for line in after) == breaks
    assert [line.words for line in after] == [line.words for line in before]


def test_resetting_with_breaks_of_another_text_sets_anew(case, written):
    measures = Measures((0, 12 * EM))
    text = written("quite another text than before")
    assert shown(reset_text(case, text, RAGGED, "en", measures, (1, 99))) == shown(
        set_text(case, text, RAGGED, "en", measures)
    )


@pytest.mark.parametrize(
    ("source", "ems", "expected"),
    [
        ("aaaa bbbb cccc dddd", 15, ["aaaa bbbb", "cccc dddd|"]),
        ("aaaa bbbb cccc ddd of eeee", 19, ["aaaa bbbb cccc", "ddd of eeee|"]),
        ("council votes to close the old mill", 22, ["council votes", "to close the old mill|"]),
        (
            "three hundred and eighty words, none of them wasted",
            40,
            ["three hundred and eighty words,", "none of them wasted|"],
        ),
        ("the sea keeps its appointments", 20, ["the sea keeps", "its appointments|"]),
        ("extraordinarily a", 10, ["extraordinarily", "a|"]),
    ],
)
def test_display_lines_are_few_and_even(case, written, source, ems, expected):
    assert shown(set_display(case, written(source), JUSTIFIED, "en", ems * EM)) == expected


def test_display_is_never_hyphenated(case, written):
    (line,) = set_display(case, written("newspaper"), JUSTIFIED, "en-US", 5 * EM)
    assert line.fit is LineFit.OVERFULL


def test_tracking_stands_between_letters_only(case):
    style = replace(RAGGED, tracking=100)
    assert text_width(case, "abc", style, "en") == 3200
    assert text_width(case, "ab cd", style, "en") == 4000 + 250 + 300


def test_punctuation_hangs(case, written):
    style = replace(RAGGED, hanging=50, align=Align.RIGHT)
    (line,) = set_ragged(case, written("abc."), 10, style)
    assert right_edge(line) == 10 * EM + 50
    (line,) = set_ragged(case, written("“abc"), 10, replace(style, align=Align.LEFT))
    assert line.glyphs[0][0] == -50


def test_small_capitals_that_a_font_lacks_are_smaller_capitals(case, written):
    (line,) = set_ragged(case, written("Ab"), 10, replace(RAGGED, case=Case.SMALL_CAPS))
    assert [(g.words[0].text, g.size) for _, g in line.glyphs] == [("A", 1000), ("B", 800)]
    assert line.width == 1800


def test_capitals_follow_the_language(case, written):
    (line,) = set_ragged(case, written("title"), 10, replace(RAGGED, case=Case.UPPER), "tr")
    assert shown([line]) == ["TİTLE|"]


def test_no_text_gives_no_lines(case, written):
    measures = Measures((0, EM))
    assert set_text(case, (), RAGGED, "en", measures) == ()
    assert set_text(case, written(" \n "), RAGGED, "en", measures) == ()
    assert set_display(case, (), RAGGED, "en", EM) == ()
    assert text_width(case, "", RAGGED, "en") == 0
