"""Words shaped by the fonts that ship."""

from pathlib import Path

import pytest

from layout.model.style import Case, Posture
from layout.typeset.faces import Faces
from layout.typeset.shape import missing, pieces_of, run_width, shape_word
from layout.typeset.typecase import Typecase

SHIPPED = Path(__file__).parents[3] / "fonts"


@pytest.fixture
def news():
    case = Typecase(Faces((SHIPPED,)))
    return case, case.faces.face("Newsreader", 400, Posture.ROMAN, 9.0)


def test_the_same_word_is_the_same_object(news):
    case, face = news
    assert shape_word(case, face, "word", (), "en", Case.AS_WRITTEN) is shape_word(
        case, face, "word", (), "en", Case.AS_WRITTEN
    )


def test_clusters_ascend_and_name_characters(news):
    run = shape_word(*news, "affluent", ("liga",), "en", Case.AS_WRITTEN)
    assert list(run.clusters) == sorted(run.clusters)
    assert run.clusters[0] == 0
    assert len(run.glyph_ids) == len(run.advances) == len(run.x_offsets) == len(run.y_offsets) == len(run.clusters)
    assert run.width == sum(run.advances)


def test_features_can_be_turned_off(news):
    kerned = shape_word(*news, "AVAToV", (), "en", Case.AS_WRITTEN)
    plain = shape_word(*news, "AVAToV", ("-kern",), "en", Case.AS_WRITTEN)
    assert kerned.width < plain.width


def test_optical_sizes_differ(news):
    case, small = news
    large = case.faces.face("Newsreader", 400, Posture.ROMAN, 60.0)
    widths = [shape_word(case, face, "word", (), "en", Case.AS_WRITTEN).width for face in (small, large)]
    assert widths[0] > widths[1]


def test_missing_characters_are_named(news):
    assert missing(shape_word(*news, "a漢b", (), "en", Case.AS_WRITTEN)) == ("漢",)


def test_small_capitals_without_a_drawing_are_smaller(news):
    pieces = pieces_of(*news, "Nato", (), "en", Case.SMALL_CAPS)
    assert [(run.text, size) for run, size in pieces] == [("N", 1000), ("ATO", 800)]


def test_width_at_a_size(news):
    run = shape_word(*news, "m", (), "en", Case.AS_WRITTEN)
    assert run_width(run, 1_000_000) == round(run.width * 1_000_000 / run.face.units_per_em)


def test_shaped_words_are_kept_for_the_next_run(tmp_path, monkeypatch):
    monkeypatch.setenv("LAYOUT_CACHE", str(tmp_path))
    words = [f"word{number}" for number in range(250)]

    def shaped():
        case = Typecase(Faces((SHIPPED,)))
        face = case.faces.face("PT Serif", 400, Posture.ROMAN, 9.0)
        runs = [shape_word(case, face, word, (), "en", Case.AS_WRITTEN) for word in words]
        case.keep()
        return [(r.text, r.glyph_ids, r.advances, r.x_offsets, r.y_offsets, r.clusters, r.width) for r in runs]

    first = shaped()
    (file,) = tmp_path.iterdir()
    written = file.stat().st_ino
    assert shaped() == first
    assert file.stat().st_ino == written
