"""No word of a story is lost, doubled or moved on its way from Markdown to the body, in whatever marks it stands."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from layout.diagnostics import Span
from layout.manifest.found import Found
from layout.manifest.inlines import InlineReading, Refers, read_inlines
from layout.model.text import plain

WORDS = st.lists(st.text("abcäßéñ’,;", min_size=1, max_size=8), min_size=1, max_size=12)
DRESSES = st.lists(
    st.sampled_from(["{}", "*{}*", "**{}**", '"{}"', "***{}***", "[{}](https://x.org)"]), min_size=12, max_size=12
)


@settings(max_examples=150, deadline=None)
@given(WORDS, DRESSES, st.sampled_from(["en-GB", "de", "es", "en-US"]), st.sampled_from([" ", "\n"]))
def test_words_survive(words: list[str], dresses: list[str], language: str, space: str) -> None:
    words = ["x" + word + "x" for word in words]
    source = space.join(dress.format(word) for dress, word in zip(dresses, words, strict=False))
    reading = InlineReading(language, Refers(lambda _: "page 00"), Found())
    text = plain(read_inlines(source, Span(Path("x.md"), 1), reading))
    assert [word.strip("‘’“”„«»‚") for word in text.split(" ")] == words
    assert reading.found.findings() == ()
