"""What was likely meant is said as it is to be written, and nothing where there are two ways to take it."""

import pytest

from layout.manifest.meant import meant_count, meant_day, meant_language, meant_length, meant_range, other_word


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("22.11.2026", "2026-11-22"),
        ("2.11.2026", "2026-11-02"),
        ("2026/1/2", "2026-01-02"),
        ("22 November 2026", "2026-11-22"),
        ("November 22, 2026", "2026-11-22"),
        ("11/22/2026", "2026-11-22"),
        ("22/11/2026", "2026-11-22"),
        ("1/2/2026", ""),
        ("1/2/26", ""),
        ("22 Brumaire 2026", ""),
        ("31.11.2026", ""),
        ("0.0.0000", ""),
        ("today", ""),
    ],
)
def test_days(words: str, day: str) -> None:
    assert meant_day(words) == day


def test_ranges_and_counts() -> None:
    told = {words: meant_range(words) for words in ("1 to 8", "8-1", "0-8", "1, 8", "1..8", "2.5", "1-", "all")}
    assert (meant_range("51-end"), meant_range("51+"), meant_range("-8")) == ("51-", "51-", "1-8")
    assert told == {
        "1 to 8": "1-8",
        "8-1": "1-8",
        "0-8": "1-8",
        "1, 8": "1-8",
        "1..8": "1-8",
        "2.5": "",
        "1-": "",
        "all": "",
    }
    counts = {words: meant_count(words) for words in ("two", "2 legs", "10-12", "2.5", "many")}
    assert counts == {"two": "2", "2 legs": "2", "10-12": "3", "2.5": "", "many": ""}


def test_lengths_and_languages() -> None:
    lengths = {words: meant_length(words) for words in ("44,5mm", "12 PT", "2 inches", "3 rows", "60", "60px")}
    assert lengths == {
        "44,5mm": "44.5mm",
        "12 PT": "12pt",
        "2 inches": "2in",
        "3 rows": "3 lines",
        "60": "",
        "60px": "",
    }
    languages = {words: meant_language(words) for words in ("en_gb", "DE", "German", "Klingon")}
    assert languages == {"en_gb": "en-GB", "DE": "de", "German": "de", "Klingon": ""}


def test_words_of_other_programs() -> None:
    assert other_word("Title", ("headline", "deck")) == "headline"
    assert other_word("title", ("id", "file")) == ""
