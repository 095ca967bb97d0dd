"""What a page's content says of ink and pictures, in its order.

Takes a page of a finished PDF, gives its operators that choose an ink or draw an object, with the object and the matrix
that it is drawn by; goes into forms. Paths and text are passed over. Source: ISO 32000-1:2008, 8.4 to 8.10.
"""

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject
from pypdf.generic import DictionaryObject, StreamObject

from layout.matrix import IDENTITY, Matrix, matrix_of, times
from layout.press.objects import entry
from layout.record import record

# In a string anything may look like an operator.
_STRING = re.compile(rb"\([^()\\]*(?:\\.[^()\\]*)*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
_OPERATOR = re.compile(rb"(?<!\S)(?:[qQkKgG]|cm|rg|RG|cs|CS|scn|SCN|Do|sh)(?!\S)")
_OPERANDS = {"q": 0, "Q": 0, "cm": 6, "k": 4, "g": 1, "rg": 3, "cs": 1, "scn": 1, "Do": 1, "sh": 1}
_KINDS = {"cs": "/ColorSpace", "scn": "/Pattern", "Do": "/XObject", "sh": "/Shading"}
_NAME = re.compile(rb"/[^\s/\[\]<>()]+")
_NUMBER = re.compile(rb"[-+]?(?:\d+\.?\d*|\.\d+)")
_LONGEST = 200
"""Bytes before an operator in which its operands stand."""

_DEEPEST = 16


@record
class Painted:
    """An operator (`k`, `g`, `rg`, `cs`, `scn`, `Do` or `sh`; those of strokes as those of areas), and its numbers, or what its
    name stands for: an object of the resources, or the name itself."""

    operator: str
    amounts: tuple[float, ...]
    value: Any
    matrix: Matrix


def scan(page: PageObject) -> Iterator[Painted]:
    """The operators of a page."""
    contents = page.get_contents()
    if contents is not None:
        yield from _scanned(contents.get_data(), entry(page, "/Resources", DictionaryObject()), IDENTITY, 0)


def _scanned(content: bytes, resources: DictionaryObject, matrix: Matrix, depth: int) -> Iterator[Painted]:
    kept: list[Matrix] = []
    for operator, operands in _operations(content):
        if operator == "q":
            kept.append(matrix)
        elif operator == "Q":
            matrix = kept.pop() if kept else matrix
        elif operator in _KINDS:
            value = _named(operands[0], entry(resources, _KINDS[operator], DictionaryObject()))
            if isinstance(value, StreamObject) and entry(value, "/Subtype") != "/Image":  # a form, or a pattern's cell
                if depth < _DEEPEST:
                    inner = times(matrix_of(entry(value, "/Matrix", IDENTITY)), matrix)
                    yield from _scanned(value.get_data(), entry(value, "/Resources", resources), inner, depth + 1)
            elif value is not None:
                yield Painted(operator, (), value, matrix)
        elif operator == "cm":
            matrix = times(matrix_of(map(float, operands)), matrix)
        else:
            yield Painted(operator, tuple(map(float, operands)), None, matrix)


def _operations(content: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """Operators with their operands; what has not those that it should have is none."""
    content = _STRING.sub(b" ", content)
    for match in _OPERATOR.finditer(content):
        operator, at = match[0].decode(), match.start()
        operator = operator if operator in _OPERANDS else operator.lower()
        count = _OPERANDS[operator]
        operands = content[max(0, at - _LONGEST) : at].split()[-count:] if count else []
        form = _NAME if operator in _KINDS else _NUMBER
        if len(operands) == count and all(map(form.fullmatch, operands)):
            yield operator, operands


def _named(key: bytes, table: DictionaryObject) -> Any:
    """What a name stands for: an object, a shading's pattern as the shading, or the name of a device's space itself."""
    words = key.decode("latin-1")
    value = entry(table, words, words)
    return entry(value, "/Shading", value) if isinstance(value, DictionaryObject) else value
