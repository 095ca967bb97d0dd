"""The words in which style sheets ask for type.

Takes what a drawing says of its fonts, as attribute or in a style sheet; gives names, weights and postures. Knows no fonts.
Source: CSS 2.2, 15 (fonts).
"""

import re
from collections.abc import Iterator

_WEIGHTS = {"normal": 400, "bold": 700, "bolder": 700, "lighter": 300}
_SLANTED = ("italic", "oblique")
_GENERIC = frozenset(
    ("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-sans-serif", "ui-serif", "inherit")
)
_SHORT = re.compile(r"(.*?)\s*([\d.]+(?:[a-z]+|%)|(?:xx?-)?(?:small|large)|medium)(?:/\S+)?\s+(\D.*)")
_DECLARED = re.compile(r"(?<![\w-])(font|font-family|font-weight|font-style)\s*:\s*([^;{}]+)")


def declared(sheet: str) -> Iterator[tuple[str, str]]:
    """What a style sheet says of fonts, by property, the short way written out."""
    for name, said in _DECLARED.findall(sheet):
        yield from written_out(name, said.replace("!important", "").strip())


def written_out(name: str, said: str) -> Iterator[tuple[str, str]]:
    """One property; of `font`, all that it says: `italic bold 12px/1.2 Georgia, serif`."""
    if name != "font":
        yield name, said
    elif match := _SHORT.fullmatch(said):
        before = match[1].split()
        yield from (("font-weight", word) for word in before if word in _WEIGHTS or word.isdecimal())
        yield from (("font-style", word) for word in before if word in _SLANTED)
        yield from (("font-size", match[2]), ("font-family", match[3]))


def names_of(families: str) -> tuple[str, ...]:
    """The families of a list, the first choice first, as they are written."""
    return tuple(name for part in families.split(",") if (name := part.strip(" '\"\t\r\n")))


def is_generic(name: str) -> bool:
    """Whether any family of a kind will do."""
    return name.lower() in _GENERIC


def weight_of(said: str) -> int:
    """A weight of 1 to 1000; that of plain text where none is said."""
    return _WEIGHTS.get(said) or (min(1000, int(said)) if re.fullmatch(r"[1-9]\d{0,3}", said) else 400)


def is_slanted(said: str) -> bool:
    """Whether a style is italic or oblique."""
    return said.startswith(_SLANTED)
