"""Lengths, colours and small notations as an editor writes them.

Takes words, gives EMU, `Ink` and pairs of numbers; raises `Unclear` with message and remedy. Knows no files.
"""

import re
from collections.abc import Mapping

from layout.manifest.found import suggest
from layout.manifest.meant import meant_ink, meant_length, meant_range, remedy
from layout.model.ink import Ink
from layout.units import EMU_PER_MM, EMU_PER_PICA, EMU_PER_PT, Emu

_UNITS = {
    "pt": EMU_PER_PT,
    "mm": EMU_PER_MM,
    "cm": 10 * EMU_PER_MM,
    "in": 72 * EMU_PER_PT,
    "pica": EMU_PER_PICA,
    "picas": EMU_PER_PICA,
}
_LENGTH = re.compile(r"\s*(-?[0-9]{1,6}(?:\.[0-9]{1,6})?)\s*([a-z]+)\s*")
_CMYK = re.compile(r"cmyk\(\s*([^(),]+),([^(),]+),([^(),]+),([^(),]+)\)")
_GRAY = re.compile(r"gr[ae]y\(\s*([^()]+)\)")
_SPOT = re.compile(r"spot\(\s*([^(),]+?)\s*(?:,\s*([^(),]+))?\)")
_SHEET_PAGES = re.compile(r"[1-9][0-9]{0,3}(?:-[1-9][0-9]{0,3})?|n(?:/[1-9])?(?:[+-][0-9]{1,3})?")
_PERCENT = re.compile(r"\s*([0-9]{1,3}(?:\.[0-9])?)\s*%?\s*")


_POINT = "write two shares from 0 to 1, from the left and from the top, like [0.4, 0.5]"


class Unclear(Exception):
    """A notation that cannot be understood: code, message and remedy."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def read_length(words: str, leading: Emu | None) -> Emu:
    """`12pt`, `80mm`, `2.5cm`, `1in`, `1 pica` or `3 lines` (of `leading`; None where lines mean nothing) in EMU."""
    match = _LENGTH.fullmatch(words)
    if words.strip() == "0":
        return 0
    likely = meant_length(words)
    if match is None:
        bare = words.strip()
        unitless = f"write {bare}mm or {bare}pt" if re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,6})?", bare) else ""
        hint = unitless or remedy(likely, "write a number with its unit: 12pt, 80mm, 3 lines")
        raise Unclear("M014", f'"{words}" is not a length', hint)
    number, unit = float(match[1]), match[2]
    if unit in ("line", "lines"):
        if leading is None:
            raise Unclear("M014", f'"{words}": lines have no meaning here', "write it in mm or pt")
        return round(number * leading)
    if unit not in _UNITS:
        hint = remedy(likely, suggest(unit, (*_UNITS, "lines")))
        raise Unclear("M014", f'"{unit}" is not a unit of length', hint)
    return round(number * _UNITS[unit])


def read_depths(words: str, leading: Emu) -> tuple[Emu, Emu]:
    """`60mm-95mm`, or one depth for both."""
    least, dash, most = words.partition("-")
    return (read_length(least, leading), read_length(most, leading)) if dash else (read_length(words, leading),) * 2


def read_ink(words: str, inks: Mapping[str, Ink]) -> Ink:
    """A colour: the name of an ink of the style, `cmyk(0,100,80,0)`, `gray(20%)` or `spot(NAME)`, `spot(NAME,40%)`."""
    name = words.strip()
    if name in inks:
        return inks[name]
    if match := _CMYK.fullmatch(name):
        cyan, magenta, yellow, black = (_tenths(amount, words) for amount in match.groups())
        return Ink(cyan, magenta, yellow, black)
    if match := _GRAY.fullmatch(name):
        return Ink(black=_tenths(match[1], words))
    if match := _SPOT.fullmatch(name):
        tint = _tenths(match[2], words) if match[2] else 1000
        known = next((ink for ink in inks.values() if ink.spot == match[1]), Ink(black=1000))
        return Ink(known.cyan, known.magenta, known.yellow, known.black, match[1], tint)
    if "(" in name or name.startswith("#"):
        hint = remedy(meant_ink(name), "write cmyk(0,100,80,0), gray(20%) or spot(NAME)")
        if ")" not in name and "(" in name:
            hint = 'inside of braces put it in quotes: "cmyk(0,100,80,0)"'
        raise Unclear("M015", f'"{words}" is not a colour', hint)
    hint = suggest(name, inks, "name it under `inks` of the style, or write cmyk(0,100,80,0) or gray(20%)")
    raise Unclear("M034", f'unknown ink "{name}"', hint)


def read_range(words: str) -> tuple[int, int]:
    """`2-3` or `2`: two whole numbers from 1, in order."""
    match = re.fullmatch(r"\s*([0-9]{1,5})\s*(?:[-–]\s*([0-9]{1,5}))?\s*", words)
    if match is None or int(match[1]) < 1 or int(match[2] or match[1]) < int(match[1]):
        hint = remedy(meant_range(words), "write the first and the last number from 1, like 1-8")
        if words.strip() in ("all", "full", "page", "whole"):
            hint = "take the key out: without it all are meant"
        raise Unclear("M012", f'"{words}" is not a range', hint)
    return int(match[1]), int(match[2] or match[1])


def read_stretch(words: str) -> tuple[int, ...]:
    """A range, or `51-`: from there to the last, given as the first number alone."""
    match = re.fullmatch(r"\s*([1-9][0-9]{0,4})\s*[-–]\s*", words)
    return (int(match[1]),) if match else read_range(words)


def read_sheet_pages(words: str) -> str:
    """`all`, `3`, `2-5`, `n`, `n/2`, `n/2+1`, `n-1`: pages of a sheet, n being the last one of the issue."""
    bare = words.replace(" ", "")
    if bare != "all" and _SHEET_PAGES.fullmatch(bare) is None:
        raise Unclear("M012", f'"{words}" names no page', "write all, 3, 2-5, n (the last), n/2 or n/2+1")
    return bare


def read_focus(words: str) -> tuple[int, int]:
    """`0.4,0.5`: shares of the width and depth, in thousandths."""
    match = re.fullmatch(r"\s*([01](?:\.[0-9]{1,6})?)\s*,\s*([01](?:\.[0-9]{1,6})?)\s*", words)
    if match is None or float(match[1]) > 1 or float(match[2]) > 1:
        raise Unclear("M012", f'"{words}" is not a point of the picture', _POINT)
    return round(float(match[1]) * 1000), round(float(match[2]) * 1000)


def _tenths(amount: str, words: str) -> int:
    match = _PERCENT.fullmatch(amount)
    if match is None or float(match[1]) > 100:
        raise Unclear("M015", f'"{words}": an ink amount goes from 0 to 100', "write cmyk(0,100,80,0) or gray(20%)")
    return round(float(match[1]) * 10)
