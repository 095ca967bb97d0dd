"""The words of content as written, whatever is made of them: for counting and for finding references."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from layout.diagnostics import Span
from layout.model.style import Style
from layout.model.text import Inline, Text, plain

_NAMES = ("byline", "credit")
"""Fields of content that hold words as plain strings."""


def texts(content: Any) -> Iterator[Text]:
    """Every `Text` in a piece of content or a body, and the names that are set with it."""
    if isinstance(content, tuple):
        if content and all(isinstance(part, Inline) for part in content):
            yield content
        else:
            for part in content:
                yield from texts(part)
    elif is_dataclass(content) and not isinstance(content, type | Span):
        values: dict[str, Any] = {field.name: getattr(content, field.name) for field in fields(content)}
        for name, value in values.items():
            if name in _NAMES and value:
                yield (Inline(value if isinstance(value, str) else " ".join(value), values["span"]),)
            else:
                yield from texts(value)


def count_words(content: Any) -> int:
    """Source words: what stands between spaces and line breaks."""
    between = [plain(text).replace("\n", " ").split(" ") for text in texts(content)]
    return sum(len(words) - words.count("") for words in between)


def phrase(style: Style, language: str, name: str) -> str:
    """A phrase of the style in a language, else in English."""
    own = style.words.get(language) or style.words.get(language.split("-", maxsplit=1)[0]) or {}
    return own.get(name) or style.words["en"][name]


def references(content: Any) -> frozenset[str]:
    """The stories to whose pages a piece of content or a body refers."""
    inlines = (inline for text in texts(content) for inline in text)
    return frozenset(inline.refer for inline in inlines if inline.refer)
