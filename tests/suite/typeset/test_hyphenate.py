"""Where words may be divided, by language and as written; and what is kept on disk of it."""

import time

import pytest

from layout.model.style import Hyphenation
from layout.typeset.faces import Faces
from layout.typeset.hyphenate import hyphenate, written_breaks
from layout.typeset.typecase import Typecase

LIMITS = Hyphenation()


@pytest.fixture(autouse=True)
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv("LAYOUT_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def divided(word, language="en-US", limits=LIMITS, exceptions=()):
    case = Typecase(Faces(()), {"en": exceptions})
    parts, start = [], 0
    for cut in (*hyphenate(case, word, language, limits), len(word)):
        parts.append(word[start:cut])
        start = cut
    return "-".join(parts)


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("hyphenation", "en-US", "hy-phen-ation"),
        ("hyphenation", "en-GB", "hy-phen-a-tion"),
        ("universidad", "es", "uni-ver-si-dad"),
        ("Rechtschreibung", "de", "Recht-schrei-bung"),
        ("typographie", "fr", "ty-po-gra-phie"),
        ("(hyphenation),", "en-US", "(hy-phen-ation),"),
        ("government’s", "en-US", "gov-ern-ment’s"),
        ("HYPHENATION", "en-US", "HYPHENATION"),
        ("hyph3nation", "en-US", "hyph3nation"),
        ("www.hyphenation.org/hyphenation", "en-US", "www.hyphenation.org/hyphenation"),
        ("hyphenation", "tlh", "hyphenation"),
        ("newspaper", "en-US", "news-pa-per"),
    ],
)
def test_words_are_divided_as_their_language_does(word, language, expected):
    assert divided(word, language) == expected


def test_limits_are_kept():
    assert divided("hyphenation", limits=Hyphenation(before=3)) == "hyphen-ation"
    assert divided("hyphenation", limits=Hyphenation(after=6)) == "hy-phenation"
    assert divided("hyphenation", limits=Hyphenation(shortest=12)) == "hyphenation"


def test_exceptions_win():
    assert divided("typesetter", exceptions=("type-setter",)) == "type-setter"
    assert divided("Typesetter", exceptions=("typesetter",)) == "Typesetter"


@pytest.mark.parametrize(
    ("word", "cuts"),
    [
        ("well-known", (5,)),
        ("1914–18", (5,)),
        ("one—two", (4,)),
        ("and/or", (4,)),
        ("2-1", ()),
        ("-ing", ()),
        ("e-mail", (2,)),
    ],
)
def test_breaks_as_written(word, cuts):
    assert written_breaks(word) == cuts


def test_addresses_are_divided_without_hyphens():
    word = "https://example.org/some/page"
    assert [word[:cut] for cut in written_breaks(word)][:2] == ["https://example", "https://example.org/"]


def test_what_is_no_word_takes_no_longer_than_its_letters():
    begin = time.perf_counter()
    divided("w" * 20_000)
    assert time.perf_counter() - begin < 2  # 0.1 s; it was a quarter of an hour when every stretch was looked up


def test_a_slip_of_a_dictionary_is_no_accident():
    assert divided("milimili", "id-ID")  # its line "mil12112211" has more figures than letters to stand before


@pytest.mark.parametrize("spoil", [lambda _: b"", lambda b: b[:-9], lambda b: b[:40] + b"x" + b[41:]])
def test_what_was_spoilt_on_disk_is_made_again(kept, spoil):
    first = _divided_and_kept()
    (file,) = kept.glob("divided-*")
    good = file.read_bytes()
    file.write_bytes(spoil(good))
    assert _divided_and_kept() == first
    assert file.read_bytes() == good


def test_divided_words_are_kept_for_the_next_run(kept, monkeypatch):
    first = _divided_and_kept()
    monkeypatch.setattr("layout.typeset.hyphenate._read_patterns", lambda _: {})
    assert _divided_and_kept() == first
    (file,) = kept.glob("divided-*")
    file.unlink()
    assert _divided_and_kept() != first


def _divided_and_kept():
    case = Typecase(Faces(()))
    cuts = hyphenate(case, "hyphenation", "en-US", LIMITS)
    case.keep()
    return cuts


def test_a_cache_that_cannot_be_written_costs_only_time(kept):
    kept.write_bytes(b"a file stands where the folder should")
    assert divided("hyphenation") == "hy-phen-ation"
