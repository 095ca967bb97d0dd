"""A content stream cut into operators and their operands.

Takes bytes, gives (operator, operands); operands are floats, `/names` as str, strings as bytes, arrays as lists, dictionaries
as dicts. Never fails: what makes no sense is passed over. Source: ISO 32000-1, 7.2 (lexical conventions), 7.3, 7.8.2
(content streams), 8.9.7 (inline images).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

MOST_OPERATORS = 5_000_000
"""More than any newspaper's page has; what has more is cut off there."""

# Possessive throughout: a file must not make the pattern go back over what it has read.
_NUMBER = rb"[+-]?+(?:\d++\.?+\d*+|\.\d++)"
_STRING = rb"\((?:[^()\\]++|\\[\s\S])*+\)"
_TOKEN = re.compile(
    rb"(?:[\x00\t\n\f\r ]++|%[^\r\n]*+)*+"
    # The steps of a path, the most of a drawing, at once.
    rb"(?:(?P<steps>(?:(?:(?:" + _NUMBER + rb"[\n ]){2}+(?:(?:(?:" + _NUMBER + rb"[\n ]){2}+){2}+c|[ml])|h)[\n ]){2,}+)"
    # A line of text and the moves in it at once.
    rb"|(?P<line>\[(?:[\n ]*+(?:" + _STRING + rb"|" + _NUMBER + rb"))*+[\n ]*+\][\n ]*+TJ)(?=[\n ]|$)"
    # Numbers and their operator at once.
    rb"|(?P<numbers>(?:" + _NUMBER + rb"[\n ]){1,6}+)(?P<operator>[a-zA-Z][a-zA-Z*]*+)(?=[\n ]|$)"
    rb"|(?P<number>" + _NUMBER + rb")(?![^\x00\t\n\f\r ()<>\[\]{}/%])"
    rb"|(?P<word>[A-Za-z'\"*][^\x00\t\n\f\r ()<>\[\]{}/%]*+)"
    rb"|/(?P<name>[^\x00\t\n\f\r ()<>\[\]{}/%]*+)"
    rb"|\((?P<plain>[^()\\]*+)\)"
    rb"|\((?P<string>)"
    rb"|<(?P<hex>[0-9A-Fa-f\x00\t\n\f\r ]*+)>"
    rb"|(?P<open>\[|<<)|(?P<close>\]|>>)"
    rb"|(?P<other>[^\x00\t\n\f\r ()<>\[\]{}/%]++|[<>(){}]))"
)
_STRINGS = re.compile(_STRING)
_WORDS = ("steps", "operator", "word")
_STEPS = b"mlch"
_IN_STRING = re.compile(rb"\\[\s\S]|[()]")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\r": b"", b"\n": b"", b"\r\n": b""}
_IMAGE_END = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r ]|$)")
_NAME_ESCAPE = re.compile(r"#([0-9A-Fa-f]{2})")


def operators(content: bytes) -> Iterator[tuple[str, list[Any]]]:
    """Each operator with its operands. An inline image is `EI` with its dictionary and its bytes; the steps of a path that
    follow on one another are one `l` with the numbers of all; the strings of a `TJ` are one, and the moves between them."""
    at, count, operands = 0, 0, list[Any]()
    nested: list[list[Any]] = []
    match_at = _TOKEN.match
    while (found := match_at(content, at)) is not None and count < MOST_OPERATORS:
        at = found.end()
        kind = found.lastgroup or ""
        if kind in _VALUES:
            operands.append(_VALUES[kind](found[kind]))
        elif kind in _WORDS:
            operands += map(float, (found["steps"] or found["numbers"] or b"").translate(None, _STEPS).split())
            word = "l" if kind == "steps" else found[kind].decode("latin-1")
            if word in _CONSTANTS:
                operands.append(_CONSTANTS[word])
            elif word == "BI":
                at, image = _inline_image(content, at)
                yield "EI", image
                operands = []
            else:
                count += 1
                yield word, operands
                operands, nested = [], []  # an array that an operator stands in was never closed
        elif kind == "line":
            count += 1
            yield "TJ", [*operands, _line(found["line"][1:-2].rstrip(b"]\n "))]
            operands, nested = [], []
        elif kind == "string":
            at, value = _string(content, found.start("string"))
            operands.append(value)
        elif kind == "open" and len(nested) < 64:
            nested.append(operands)
            operands = []
        elif kind == "close" and nested:
            inner, operands = operands, nested.pop()
            operands.append(inner if found["close"] == b"]" else _table(inner))


_CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None}


def _name(octets: bytes) -> str:
    name = "/" + octets.decode("latin-1")
    return _NAME_ESCAPE.sub(lambda code: chr(int(code[1], 16)), name) if "#" in name else name


def _hex(octets: bytes) -> bytes:
    digits = bytes(octet for octet in octets if octet > 32)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


_VALUES: Mapping[str, Callable[[bytes], Any]] = {"number": float, "name": _name, "plain": bytes, "hex": _hex}


def _line(array: bytes) -> list[Any]:
    """What is between the brackets of a TJ: all its octets, and all its moves added up."""
    strings = [string[1:-1] for string in _STRINGS.findall(array)]
    if b"\\" in array:
        strings = [_ESCAPE.sub(_meant, string) for string in strings]
    return [b"".join(strings), sum(map(float, _STRINGS.sub(b" ", array).split()))]


def _table(inner: list[Any]) -> dict[str, Any]:
    return {key: value for key, value in zip(inner[::2], inner[1::2], strict=False) if isinstance(key, str)}


def _string(content: bytes, at: int) -> tuple[int, bytes]:
    """A string that begins at `at`; parentheses in it may be balanced or escaped."""
    end, depth = len(content), 1
    for found in _IN_STRING.finditer(content, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if not depth:
            end = found.start()
            break
    return end + 1, _ESCAPE.sub(_meant, content[at:end])


def _meant(escape: re.Match[bytes]) -> bytes:
    digits, mark = escape.groups()
    return bytes([int(digits, 8) & 255]) if digits else _ESCAPES.get(mark, mark)


def _inline_image(content: bytes, at: int) -> tuple[int, list[Any]]:
    """The dictionary and the bytes of an inline image whose `BI` ended at `at`."""
    start = content.find(b"ID", at)
    if start < 0:
        return len(content), [{}, b""]
    entries = list[Any]()
    for _, operands in operators(content[at:start] + b" Q"):
        entries = operands
    end = _IMAGE_END.search(content, start + 2)
    stop = end.start() if end else len(content)
    return (end.end() if end else len(content)), [_table(entries), content[start + 3 : stop]]
