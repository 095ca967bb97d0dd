"""Where words may be divided.

Takes a word and a language, gives the offsets of legal breaks. The patterns are Liang's (Word Hy-phen-a-tion by
Com-put-er, Stanford 1983) from pyphen's dictionaries, each parsed when a word first has its letters: a text meets few of
a language's hundred thousand. Divided words are kept in a cache folder (`keep`).
"""

import hashlib
import importlib.util
import re
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from layout.model.style import Hyphenation
from layout.typeset.keep import name_of, read_kept, write_kept
from layout.typeset.typecase import Typecase

_MOST_KEPT = 60_000
_HOME = {"en": "gb", "nb": "no", "sr": "latn", "el": "gr", "cs": "cz", "da": "dk", "sv": "se", "uk": "ua"}
_JOINT = re.compile("[-\u2010\u2011\u2013\u2014]")
_COMPOUND_PART = 10
"""Fewest letters of a part of a hyphenated compound that is divided elsewhere than at the hyphen."""

_FIGURES = re.compile(r"(\d?)(\D?)")
_UNDIVIDED = re.compile(r"[\d@/:_\\]")
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"://|@|^www\.|\w\.\w+/")
_ADDRESS_BREAK = re.compile(r"(?<=\w/)(?=\w)|(?=[.?&=#_%~@]\w)")
_WRITTEN_BREAK = re.compile(
    r"(?<=\w)[-\u2010](?=[^\W\d_]{2})|(?<=\w)[\u2013\u2014](?=\w)|(?<=\S)\u2014(?=\S)|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})"
)


def hyphenate(case: Typecase, word: str, language: str, limits: Hyphenation) -> tuple[int, ...]:
    """Offsets in a word as written at which it may be divided with a hyphen, ascending.

    A word is divided in its letters, whatever stands before and after them. Words with figures, in capitals and addresses
    are not divided; of what is written with hyphens or dashes, only long parts are. A language without patterns has no
    breaks but the style's exceptions.
    """
    if len(word) < limits.shortest:
        return ()
    patterns = case.patterns.get(language)
    if patterns is None:
        patterns = case.patterns[language] = patterns_for(language, case.exceptions)
    if word.isalpha():
        return () if word.isupper() else _within(patterns, word, limits)
    parts = list(_LETTERS.finditer(word))
    if not parts or _UNDIVIDED.search(word):
        return ()
    compound = _JOINT.search(word, parts[0].start(), parts[-1].end())
    shortest = max(limits.shortest, _COMPOUND_PART) if compound else limits.shortest
    found: list[int] = []
    for part in parts:
        letters, start = part.group(), part.start()
        if len(letters) >= shortest and not letters.isupper():
            found += [start + cut for cut in _within(patterns, letters, limits)]
    return tuple(found)


def written_breaks(word: str) -> tuple[int, ...]:
    """Offsets at which a word may be divided as it is written: after a hyphen between words, after a dash or a slash.

    Addresses are divided after slashes and before dots, without a hyphen.
    """
    if word.isalpha():
        return ()
    if _ADDRESS.search(word):
        return tuple([m.start() for m in _ADDRESS_BREAK.finditer(word) if 3 <= m.start() <= len(word) - 3])
    return tuple([m.end() for m in _WRITTEN_BREAK.finditer(word)])


class Patterns:
    """The patterns of one language, read when a word is met that no earlier run has divided."""

    __slots__ = ("_dictionary", "_exceptions", "_kept", "_known", "_longest", "_name", "_patterns", "_values")

    def __init__(self, dictionary: Path | None, exceptions: dict[str, tuple[int, ...]]) -> None:
        self._dictionary = dictionary
        self._exceptions = exceptions
        self._patterns: dict[str, str] | None = None
        self._longest = 0
        self._values: dict[str, bytes] = {}
        digest = hashlib.sha256(dictionary.read_bytes()).hexdigest() if dictionary else ""
        self._name = name_of("divided", digest) if dictionary else ""
        self._known: dict[str, tuple[int, ...]] = (read_kept(self._name) or {}) if dictionary else {}
        self._kept = len(self._known)

    def breaks(self, word: str) -> tuple[int, ...]:
        """All offsets in a word of letters before which a line may start, whatever the style's limits."""
        if self._exceptions:
            own = self._exceptions.get(word.lower())
            if own is not None:
                return own
        found = self._known.get(word)
        if found is None:
            lower = word.lower()
            # A letter that grows in lower case (the Turkish I) would shift what follows.
            found = self._known[word] = self._divide(f".{lower}.") if len(lower) == len(word) else ()
        return found

    def count(self) -> int:
        """How many words it knows."""
        return len(self._known)

    def since(self, count: int) -> dict[str, tuple[int, ...]]:
        """The words that it has divided after the first `count`."""
        return dict(islice(self._known.items(), count, None))

    def adopt(self, divided: dict[str, tuple[int, ...]]) -> None:
        """Words that another process has divided."""
        self._known.update(divided)

    def keep(self) -> None:
        """Keeps the divided words for the next run, unless there are too many to be worth reading."""
        if self._dictionary and self._kept < len(self._known) < _MOST_KEPT:
            write_kept(self._name, self._known)

    def _divide(self, word: str) -> tuple[int, ...]:
        if self._patterns is None:
            self._patterns = _read_patterns(self._dictionary) if self._dictionary else {}
            self._longest = max(map(len, self._patterns), default=0)
        patterns, values_of, length, longest = self._patterns, self._values, len(word), self._longest
        points = bytearray(length + 2)
        for start in range(length - 1):
            for end in range(start + 1, min(start + longest, length) + 1):
                part = word[start:end]
                if part in patterns:
                    values = values_of.get(part)
                    if values is None:
                        values = values_of[part] = _values(patterns[part])
                    at = start + values[0]
                    for value in values[1:]:
                        if value > points[at]:  # noqa: PLR1730 - max() would be a call a letter
                            points[at] = value
                        at += 1
        return tuple([place - 1 for place in range(2, length - 1) if points[place] & 1])


def patterns_for(language: str, exceptions: Mapping[str, tuple[str, ...]]) -> Patterns:
    """The patterns of a language such as "en-GB", or of its nearest relative; empty where there are none.

    `exceptions` are words with a hyphen at each break ("news-paper"), by language or its prefix; they win.
    """
    known = {}
    for prefix, words in exceptions.items():
        if language == prefix or language.startswith(f"{prefix}-"):
            known.update({word.replace("-", "").lower(): _offsets(word) for word in words})
    return Patterns(_dictionary(language), known)


def _within(patterns: Patterns, word: str, limits: Hyphenation) -> tuple[int, ...]:
    if len(word) < limits.shortest:
        return ()
    first, last = limits.before, len(word) - limits.after
    return tuple([cut for cut in patterns.breaks(word) if first <= cut <= last])


def _offsets(word: str) -> tuple[int, ...]:
    offsets, letters = [], 0
    for character in word:
        if character == "-":
            offsets.append(letters)
        else:
            letters += 1
    return tuple(offsets)


def _dictionary(language: str) -> Path | None:
    """pyphen's dictionary for a language or its nearest relative, found without importing pyphen."""
    package = importlib.util.find_spec("pyphen")
    if package is None or package.origin is None:
        return None
    folder = Path(package.origin).parent / "dictionaries"
    found = {name[5:-4].lower(): name for name in sorted(path.name for path in folder.glob("*.dic"))}
    parts = language.lower().replace("-", "_").split("_")
    prefix = parts[0]
    choices = ["_".join(parts[:length]) for length in range(len(parts), 0, -1)]
    choices += [f"{prefix}_{_HOME.get(prefix, prefix)}", *(name for name in found if name.startswith(f"{prefix}_"))]
    return next((folder / found[choice] for choice in choices if choice in found), None)


def _read_patterns(dictionary: Path) -> dict[str, str]:
    """The lines of a dictionary that hold figures, by their letters; comments and settings among them match no word.

    The first line names the charset, then comes a pattern a line: "1b2r", or "c1k/k=k" where a break changes the spelling
    (hyphen(4), hunspell's).
    """
    charset, _, content = dictionary.read_bytes().partition(b"\n")
    name = charset.decode("ascii").strip().lower().removeprefix("microsoft-")
    # Deleting the figures from the whole file at once takes a hundredth of the time of parsing line by line.
    lines, letters = content.decode(name).split("\n"), content.translate(None, b"0123456789").decode(name).split("\n")
    return {
        (key.partition("/")[0] if "=" in key else key).strip(): line
        for key, line in zip(letters, lines, strict=True)
        if key != line
    }


def _values(pattern: str) -> bytes:
    """A pattern's values as the offset of the first and all from there on; breaks that change the spelling are left out."""
    letters = pattern.strip()
    changes = "=" in letters
    if changes:
        letters = letters.partition("/")[0]
    values = [int(figure or 0) for figure, _ in _FIGURES.findall(letters)]
    # Of figures on end, as one dictionary has them by mistake, only the first has a letter to stand before.
    del values[1 + sum(not letter.isdigit() for letter in letters) :]
    first = next((place for place, value in enumerate(values) if value), 0)
    return bytes((first, *(value & ~1 if changes else value for value in values[first:])))
