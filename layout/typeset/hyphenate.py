"""Where words may be divided.

Takes a word and a language, gives the offsets of legal breaks. The patterns are Liang's (Word Hy-phen-a-tion by
Com-put-er, Stanford 1983) from pyphen's dictionaries, kept in a cache folder in a form that loads in milliseconds: the
folder may be deleted at any time, and a home that cannot be written to costs nothing but time.
"""

import hashlib
import importlib.util
import re
from collections.abc import Mapping
from pathlib import Path

from layout.model.style import Hyphenation
from layout.typeset.keep import name_of, read_kept, write_kept
from layout.typeset.typecase import Typecase

_MOST_KEPT = 60_000
_HOME = {"en": "gb", "nb": "no", "sr": "latn", "el": "gr", "cs": "cz", "da": "dk", "sv": "se", "uk": "ua"}
_JOINT = re.compile("[-\u2010\u2011\u2013\u2014]")
_COMPOUND_PART = 10
"""Fewest letters of a part of a hyphenated compound that is divided elsewhere than at the hyphen."""

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

    __slots__ = ("_dictionary", "_exceptions", "_kept", "_known", "_name", "_values")

    def __init__(self, dictionary: Path | None, exceptions: dict[str, tuple[int, ...]]) -> None:
        self._dictionary = dictionary
        self._exceptions = exceptions
        self._values: dict[str, bytes] | None = None
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

    def keep(self) -> None:
        """Keeps the divided words for the next run, unless there are too many to be worth reading."""
        if self._dictionary and self._kept < len(self._known) < _MOST_KEPT:
            write_kept(self._name, self._known)

    def _divide(self, word: str) -> tuple[int, ...]:
        if self._values is None:
            self._values = _load(self._dictionary) if self._dictionary else {}
        patterns, length = self._values, len(word)
        points = bytearray(length + 2)
        for start in range(length - 1):
            for end in range(start + 1, length + 1):
                part = word[start:end]
                if part not in patterns:
                    break
                if values := patterns[part]:
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


def _load(dictionary: Path) -> dict[str, bytes]:
    name = name_of("patterns", hashlib.sha256(dictionary.read_bytes()).hexdigest())
    values: dict[str, bytes] | None = read_kept(name)
    if values is None:
        values = _compile(dictionary)
        write_kept(name, values)
    return values


def _compile(dictionary: Path) -> dict[str, bytes]:
    """Patterns by their letters, each as its offset and its values, with the starts of all patterns as b"".

    Breaks that change the spelling (pyphen's alternatives) are left out.
    """
    from pyphen import HyphDict

    points: dict[str, bytes] = {}
    for letters, (offset, values) in HyphDict(dictionary).patterns.items():
        alters = any(getattr(value, "data", None) for value in values)
        points[letters] = bytes((offset, *(int(value) & ~1 if alters else value for value in values)))
    for letters in list(points):
        for end in range(1, len(letters)):
            points.setdefault(letters[:end], b"")
    return points
