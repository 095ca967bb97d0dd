"""What was likely meant, where a word or a value is written in another way than this language takes it.

Takes words as they stand, gives them as they are to be written; nothing where there is more than one way to take them.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_UNITS = MappingProxyType(
    {
        '"': "in",
        "inch": "in",
        "inches": "in",
        "point": "pt",
        "points": "pt",
        "millimetre": "mm",
        "millimetres": "mm",
        "millimeter": "mm",
        "millimeters": "mm",
        "centimetre": "cm",
        "centimetres": "cm",
        "centimeter": "cm",
        "centimeters": "cm",
        "row": " lines",
        "rows": " lines",
    }
)
_LANGUAGES = MappingProxyType(
    {
        "english": "en-GB",
        "dutch": "nl",
        "french": "fr",
        "german": "de",
        "italian": "it",
        "polish": "pl",
        "portuguese": "pt",
        "spanish": "es",
    }
)
_OTHER_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "adverts": ("ads",),
        "author": ("byline",),
        "body": ("text",),
        "bottom": ("foot", "bottom-outer"),
        "by": ("byline",),
        "caption": ("cutline",),
        "center": ("middle",),
        "centre": ("middle",),
        "color": ("ink",),
        "colour": ("ink",),
        "content": ("text",),
        "description": ("alt", "deck"),
        "font": ("family",),
        "foto": ("picture", "pictures", "file"),
        "fotos": ("pictures",),
        "height": ("depth", "rows"),
        "image": ("picture", "pictures", "file"),
        "images": ("pictures",),
        "issue": ("number",),
        "left": ("verso",),
        "location": ("dateline", "place"),
        "name": ("id", "slug", "profile", "publication"),
        "newspaper": ("publication",),
        "paper": ("publication",),
        "path": ("file", "story"),
        "photo": ("picture", "pictures", "file"),
        "photographer": ("credit",),
        "photos": ("pictures",),
        "position": ("at",),
        "right": ("recto",),
        "sidebar": ("box", "boxes"),
        "sidebars": ("boxes",),
        "span": ("columns",),
        "standfirst": ("deck",),
        "stories": ("articles",),
        "story": ("article",),
        "subtitle": ("deck",),
        "summary": ("deck",),
        "table": ("box",),
        "template": ("style",),
        "text": ("lines",),
        "title": ("headline", "publication"),
        "width": ("span", "columns"),
        "writer": ("byline",),
    }
)


def remedy(likely: str, otherwise: str) -> str:
    """The hint to write what was likely meant; another where that is not known."""
    return f"write `{likely}`" if likely else otherwise


def other_word(word: str, known: Iterable[str]) -> str:
    """The known word for what other programs, or other people, call so."""
    words = set(known)
    return next((own for own in _OTHER_WORDS.get(word.lower(), ()) if own in words), "")


def meant_day(words: str) -> str:
    """`22.11.2026`, `2026/1/2`, `22 November 2026` or `November 22, 2026` as year-month-day."""
    numbers, months = re.findall(r"[0-9]+", words), re.findall(r"[a-z]{3,}", words.lower())
    if len(numbers) == 2 and len(months) == 1 and months[0][:3] in _MONTHS:
        year, day = sorted(numbers, key=len, reverse=True)
        return _day(year, str(_MONTHS.index(months[0][:3]) + 1), day)
    if len(numbers) != 3 or months:
        return ""
    if len(numbers[0]) == 4:
        return _day(*numbers)
    first, second, year = numbers
    if "." in words or int(first) > 12:
        return _day(year, second, first)
    return _day(year, first, second) if int(second) > 12 else ""


def meant_range(words: str) -> str:
    """`1 to 8`, `8-1`, `0-8` or `-8` as `1-8`, `51-end` or `51+` as `51-`."""
    if match := re.fullmatch(r"\s*([1-9][0-9]{0,4})\s*(?:\+|[-–—,:]\s*(?:end|last|foot|bottom))\s*", words):
        return f"{match[1]}-"
    if match := re.fullmatch(r"\s*[-–—]\s*([1-9][0-9]{0,4})\s*", words):
        return f"1-{match[1]}"
    match = re.fullmatch(r"\s*([0-9]{1,5})\s*(?:[-–—,:/]|\.{2,3}|to|until)\s*([0-9]{1,5})\s*", words)
    ends = [max(1, int(number)) for number in match.groups()] if match else []
    return f"{min(ends)}-{max(ends)}" if ends else ""


def meant_length(words: str) -> str:
    """`44,5mm`, `12 PT` or `2 inches` with the units and the point of this language."""
    match = re.fullmatch(r"\s*([0-9]{1,6}(?:[.,][0-9]{1,6})?)\s*([A-Za-z\"]+)\s*", words)
    if match is None:
        return ""
    number, unit = match[1].replace(",", "."), match[2].lower()
    unit = _UNITS.get(unit, unit)
    return f"{number}{unit}" if unit in {"pt", "mm", "cm", "in", "pica", "picas", *_UNITS.values()} else ""


def meant_count(words: str) -> str:
    """`two`, `2 legs` or `1-3` (three of them) in digits."""
    bare = words.strip().lower()
    if bare in _NUMBERS:
        return str(_NUMBERS.index(bare) + 1)
    if match := re.fullmatch(r"([0-9]{1,4})\s*[-–]\s*([0-9]{1,4})", bare):
        return str(abs(int(match[2]) - int(match[1])) + 1)
    match = re.fullmatch(r"([0-9]{1,4})\s*[a-z%]+", bare)
    return match[1] if match else ""


def meant_ink(words: str) -> str:
    """`#ff0000` or `rgb(255, 0, 0)` as amounts of ink: what is common to the three is black."""
    match = re.fullmatch(r"#([0-9A-Fa-f]{6})|rgb\(\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})\s*\)", words)
    if match is None:
        return ""
    lights = [int(light) for light in match.groups()[1:]] if match[2] else list(bytes.fromhex(match[1]))
    most = max(lights)
    if most > 255:
        return ""
    inks = [round(100 * (most - light) / most) if most else 0 for light in lights]
    return f"cmyk({','.join(str(ink) for ink in (*inks, round(100 * (255 - most) / 255)))})"


def meant_language(words: str) -> str:
    """`en_GB`, `EN` or `English` as the tag of a language."""
    match = re.fullmatch(r"([A-Za-z]{2})(?:[-_]([A-Za-z]{2}))?", words)
    if match:
        return match[1].lower() + (f"-{match[2].upper()}" if match[2] else "")
    return _LANGUAGES.get(words.lower(), "")


def _day(year: str, month: str, day: str) -> str:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat() if len(year) == 4 else ""
    except ValueError:
        return ""
