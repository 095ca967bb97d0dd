"""Typographic marks: straight quotes, `--` and `...` become what the language uses.

Takes a paragraph as stretches of text (some literal: escaped by the editor), gives the stretches with the marks of its
language. Quotation marks are told by depth, so a quotation inside a quotation takes the inner marks however it was
typed; depth runs on across emphasis. Sources: Unicode CLDR 45 delimiters; The Oxford Guide to Style 5.10 and 5.13;
Lexique des règles typographiques en usage à l'Imprimerie nationale; Duden K 12; Ortografía de la RAE 3.4.
"""

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

_NARROW = "\u202f"
_STRAIGHT = re.compile(r"[\"']|-{2,}|\.{3}")
_INNER_APOSTROPHE = re.compile(r"'(?<=\w')(?=\w)")
_CLIPPED = re.compile(r"\d\ds?\b|(?:t(?:is|was|were|will)|em|til|cause|n)\b", re.IGNORECASE)
_OPENERS = frozenset(" \t\n\u00a0\u202f([{-–—/«‹“‘„‚¿¡|")
_FRENCH_HIGH = re.compile(r"[ \u00a0]([;!?:»])|(?<=«) ")
_AFTER_CLOSING = frozenset(" \t\n.,;:!?)]}-–—…/»”’|")


class Dash(Enum):
    """How a dash between clauses is set."""

    EN_SPACED = " – "
    EM_CLOSED = "—"
    EM_AS_WRITTEN = "—|"


class Marks(NamedTuple):
    """The marks of a language: outer and inner quotation marks, opening and closing, and the dash between clauses."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    dash: Dash = Dash.EN_SPACED


_ENGLISH_US = Marks(("“", "”"), ("‘", "’"), Dash.EM_CLOSED)
_GUILLEMETS = ("«", "»")
_LOW_HIGH = ("„", "“")
_MARKS = {
    "en": Marks(("‘", "’"), ("“", "”")),
    "en-US": _ENGLISH_US,
    "en-CA": _ENGLISH_US,
    "de": Marks(_LOW_HIGH, ("‚", "‘")),
    "de-CH": Marks(_GUILLEMETS, ("‹", "›")),
    "es": Marks(_GUILLEMETS, ("“", "”"), Dash.EM_AS_WRITTEN),
    "ca": Marks(_GUILLEMETS, ("“", "”")),
    "fr": Marks((f"«{_NARROW}", f"{_NARROW}»"), ("“", "”")),
    "fr-CH": Marks(_GUILLEMETS, ("‹", "›")),
    "it": Marks(_GUILLEMETS, ("“", "”")),
    "pt": Marks(_GUILLEMETS, ("“", "”")),
    "pt-BR": Marks(("“", "”"), ("‘", "’")),
    "gl": Marks(_GUILLEMETS, ("“", "”")),
    "nl": Marks(("‘", "’"), ("“", "”")),
    "af": Marks(("“", "”"), ("‘", "’")),
    "pl": Marks(("„", "”"), _GUILLEMETS),
    "cs": Marks(_LOW_HIGH, ("‚", "‘")),
    "sk": Marks(_LOW_HIGH, ("‚", "‘")),
    "sl": Marks(_LOW_HIGH, ("‚", "‘")),
    "hr": Marks(("„", "”"), ("‚", "’")),
    "hu": Marks(("„", "”"), ("»", "«")),
    "ro": Marks(("„", "”"), _GUILLEMETS),
    "bg": Marks(_LOW_HIGH, ("‚", "‘")),
    "ru": Marks(_GUILLEMETS, _LOW_HIGH),
    "uk": Marks(_GUILLEMETS, _LOW_HIGH),
    "el": Marks(_GUILLEMETS, ("“", "”")),
    "da": Marks(("»", "«"), ("›", "‹")),
    "nb": Marks(_GUILLEMETS, ("‘", "’")),
    "no": Marks(_GUILLEMETS, ("‘", "’")),
    "nn": Marks(_GUILLEMETS, ("‘", "’")),
    "sv": Marks(("”", "”"), ("’", "’")),
    "fi": Marks(("”", "”"), ("’", "’")),
    "et": Marks(_LOW_HIGH, ("‚", "‘")),
    "lv": Marks(_GUILLEMETS, _LOW_HIGH),
    "lt": Marks(_LOW_HIGH, ("‚", "‘")),
    "tr": Marks(("“", "”"), ("‘", "’")),
    "eo": Marks(("“", "”"), ("‘", "’")),
    "ga": Marks(("“", "”"), ("‘", "’")),
    "cy": Marks(("‘", "’"), ("“", "”")),
    "eu": Marks(_GUILLEMETS, ("“", "”")),
}


def marks_of(language: str) -> Marks:
    """The marks of a language tag, of its base language, or English."""
    return _MARKS.get(language) or _MARKS.get(language.split("-", maxsplit=1)[0]) or _MARKS["en"]


def set_marks(text: str, language: str) -> str:
    """One stretch of text with the marks of its language."""
    if "'" in text or '"' in text or "--" in text or "..." in text or language.startswith("fr"):
        return set_marks_across((text,), (False,), language)[0]
    return text


def set_marks_across(texts: Sequence[str], literal: Sequence[bool], language: str) -> list[str]:
    """The stretches of one paragraph with the marks of its language; literal ones stay, but are seen as neighbours."""
    result = [text if kept else _easy(text) for text, kept in zip(texts, literal, strict=True)]
    if any(not kept and _is_straight(text) for text, kept in zip(result, literal, strict=True)):
        result = _Marking(result, literal, marks_of(language)).run()
    if language.split("-", maxsplit=1)[0] == "fr":
        result = [text if kept else _french(text) for text, kept in zip(result, literal, strict=True)]
    return result


def _is_straight(text: str) -> bool:
    return "'" in text or '"' in text or "--" in text


def _easy(text: str) -> str:
    """The marks that need no neighbours: apostrophes inside words and the ellipsis."""
    if "'" in text:
        text = _INNER_APOSTROPHE.sub("’", text)
    return text.replace("...", "…") if "..." in text else text


def _french(text: str) -> str:
    return _FRENCH_HIGH.sub(lambda match: _NARROW + (match[1] or ""), text)


class _Marking:
    """One paragraph's quotation marks and dashes; `open` holds the straight quotes that are open, outermost first."""

    def __init__(self, texts: Sequence[str], literal: Sequence[bool], marks: Marks) -> None:
        self.texts, self.literal, self.marks = texts, literal, marks
        self.whole = "".join(texts)
        self.open: list[str] = []

    def run(self) -> list[str]:
        result, start = [], 0
        for text, kept in zip(self.texts, self.literal, strict=True):
            result.append(text if kept else self._stretch(text, start))
            start += len(text)
        return result

    def _stretch(self, text: str, start: int) -> str:
        pieces, at = [], 0
        for match in _STRAIGHT.finditer(text):
            before = text[at : match.start()]
            at = match.end()
            sign = match[0]
            if sign[0] == "-":
                trimmed, mark, skipped = self._dash(before, sign, start + match.start(), text, at)
                pieces += [trimmed, mark]
                at += skipped
            else:
                pieces += [before, "…" if sign == "..." else self._quote(sign, start + match.start())]
        pieces.append(text[at:])
        return "".join(pieces)

    def _dash(self, before: str, sign: str, index: int, text: str, at: int) -> tuple[str, str, int]:
        left, right = self._at(index - 1), self._at(index + len(sign))
        if len(sign) > 2:
            return before, "—", 0
        habit = self.marks.dash
        if left.isdigit() and right.isdigit():
            return before, "–", 0
        if habit is Dash.EM_AS_WRITTEN:
            return before, "—", 0
        spaced = left == " " and right == " "
        if not spaced and (left in ("", " ") or right in ("", " ") or not (left.isalnum() and right.isalnum())):
            return before, "–" if habit is Dash.EN_SPACED else "—", 0
        skipped = 1 if spaced and text[at : at + 1] == " " else 0
        trimmed = before.removesuffix(" ")
        mark = habit.value
        if spaced and len(trimmed) == len(before):
            mark = mark.lstrip(" ")
        if spaced and not skipped:
            mark = mark.rstrip(" ")
        return trimmed, mark, skipped

    def _quote(self, sign: str, index: int) -> str:
        left, right = self._at(index - 1), self._at(index + 1)
        opens = (left == "" or left in _OPENERS or left in "\"'") and right not in ("", " ", "\n", "\t")
        if opens and left in ("'", '"') and self._closes_neighbour(index, right):
            opens = False
        if sign == "'" and opens and (_CLIPPED.match(self.whole, index + 1) or not self._closed_later(index)):
            return "’"
        if opens and not (sign in self.open and right in _AFTER_CLOSING):
            self.open.append(sign)
            return self._pair(len(self.open) - 1)[0]
        if sign in self.open:
            while self.open[-1] != sign:
                self.open.pop()
            self.open.pop()
            return self._pair(len(self.open))[1]
        if sign == "'":
            return "’"
        return sign if left.isdigit() else self._pair(0)[1]

    def _closes_neighbour(self, index: int, right: str) -> bool:
        """Whether the quote stands in a row of closing quotes: `'...' "` typed without a space."""
        before = self.whole[:index].rstrip("\"'")
        return bool(before) and before[-1] not in _OPENERS and (right == "" or right in _AFTER_CLOSING)

    def _closed_later(self, index: int) -> bool:
        return re.search(r"(?<![\s(\[])'(?!\w)", self.whole[index + 1 :]) is not None

    def _pair(self, depth: int) -> tuple[str, str]:
        return self.marks.inner if depth % 2 else self.marks.outer

    def _at(self, index: int) -> str:
        return self.whole[index] if 0 <= index < len(self.whole) else ""
