"""What is wrong with a text that YAML cannot read, in an editor's words: the commonest slips of the hand.

Takes the parser's complaint and the lines, gives a `Slip` at the place where it is mended, which is often above the one
where the parser noticed. Knows the complaints of libyaml (its scanner.c and parser.c).
"""

import re
from collections.abc import Callable, Sequence

import yaml

from layout.record import record

_KEY = re.compile(r"\s*(?:- )?(?P<key>[A-Za-z][\w-]*)(?P<rest>.*)")
_TEXT = re.compile(r"\s*(?:- )?(?P<key>[A-Za-z][\w-]*):\s+(?P<text>.+?)\s*")
_SIGNS = "@`%*&>|"


@record
class Slip:
    """A slip of the hand; line and column count from 0."""

    line: int
    column: int
    message: str
    hint: str


def find_slip(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip:
    """The slip behind a complaint; the complaint itself where it is none of those that are known."""
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark is not None]
    if all(
        mark.line < len(lines) and mark.column <= len(lines[mark.line]) for mark in marks
    ):  # YAML knows more line ends
        for known in _KNOWN:
            slip = known(error, lines)
            if slip is not None:
                return slip
    mark = next(iter(marks), None)
    problem = (error.problem or error.context or "unclear").strip()
    hint = "check the indentation, the quotes and the colons just above; put text with a colon in quotes"
    return Slip(mark.line if mark else 0, mark.column if mark else 0, f"not readable as YAML: {problem}", hint)


def _without_colon(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip | None:
    """`date 2026-11-22`, `date:2026-11-22`; or an entry of a list without its hyphen."""
    mark = error.context_mark
    if not (error.problem or "").startswith("could not find expected ':'") or mark is None:
        return None
    return _colon_lacks(mark.line, lines) or _hyphen_lacks(mark.line, mark.column)


def _colon_lacks(number: int, lines: Sequence[str]) -> Slip | None:
    match = _KEY.fullmatch(lines[number])
    if match is None:
        return None
    key, rest = match["key"], match["rest"]
    if rest.startswith(":"):
        written = f"write `{key}: {rest[1:].strip()}`"
        return Slip(number, match.end("key"), f'a space is missing behind the colon of "{key}"', written)
    written = f"write `{key}: {rest.strip() or '...'}`"
    return Slip(number, match.end("key"), f'the colon is missing behind "{key}"', written)


def _hyphen_lacks(line: int, column: int) -> Slip:
    hint = "write a hyphen and a space before it, below those of the entries above"
    return Slip(line, column, "an entry of a list has no hyphen before it", hint)


def _colon_in_text(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip | None:
    """`headline: Ferries: the truth`; or a line further in than the one above, which is no list of keys."""
    mark = error.problem_mark
    if not (error.problem or "").startswith("mapping values are not allowed") or mark is None:
        return None
    match = _TEXT.fullmatch(lines[mark.line])
    if match is not None and match.start("text") < mark.column:
        key, text = match["key"], match["text"].replace('"', "'")
        return Slip(
            mark.line, mark.column, f'the text of "{key}" has a colon in it', f'put it in quotes: `{key}: "{text}"`'
        )
    above = next((number for number in range(mark.line - 1, -1, -1) if lines[number].strip()), None)
    if above is None:
        return None
    if ":" not in lines[above]:
        return _colon_lacks(above, lines)
    start, wanted = _indent(lines[mark.line]), _indent(lines[above])
    message = "this line stands further in than the one above, which has a value already"
    return Slip(mark.line, start, message, f"begin it with {_spaces(wanted)}, as the line above")


def _open_quotes(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip | None:
    mark = error.context_mark
    if "quoted scalar" not in (error.context or "") or mark is None:
        return None
    sign = lines[mark.line][mark.column : mark.column + 1]
    return _open(mark.line, mark.column, sign, f"write {sign} where the text ends")


def _open_braces(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip | None:
    """`{slug: a, headline: One` without its brace; a comma that lacks, or a colon in a text, inside of braces."""
    start, mark = error.context_mark, error.problem_mark
    if "flow" not in (error.context or "") or start is None or mark is None:
        return None
    sign = lines[start.line][start.column : start.column + 1]
    closing = "}" if sign == "{" else "]"
    if mark.line != start.line:
        return _open(start.line, start.column, sign, f"write {closing} where the entry ends")
    if lines[mark.line][mark.column : mark.column + 1] == ":":
        hint = "put all of the text in quotes"
        return Slip(
            mark.line, mark.column, "a text in braces has a colon in it, or the comma before a key is missing", hint
        )
    return Slip(mark.line, mark.column, f"a comma or the {closing} is missing here", f"write a comma, or {closing}")


def _open(line: int, column: int, sign: str, hint: str) -> Slip:
    return Slip(line, column, f"the {sign} opens here and is not closed", hint)


def _misplaced(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip | None:
    """A line that stands where none can: behind a closing quotation mark, without hyphen, or too far in or out."""
    problem, mark, start = error.problem or "", error.problem_mark, error.context_mark
    if not problem.startswith("did not find expected") or mark is None or start is None:
        return None
    line, column = lines[mark.line], mark.column
    if line[:column].strip():
        return _goes_on(mark.line, column, lines)
    if "'-' indicator" in problem:
        if line[column : column + 1] in ("{", "[", '"', "'"):
            return _hyphen_lacks(mark.line, column)
        return _too_far(mark.line, column, start.column + 2)
    return _too_far(mark.line, column, start.column) if "key" in problem else None


def _goes_on(number: int, column: int, lines: Sequence[str]) -> Slip | None:
    line = lines[number]
    sign = line[column : column + 1]
    if sign and sign in "}]":
        return Slip(number, column, f"this {sign} closes nothing", "take it out")
    quote = next((mark for mark in line[column - 1 :: -1] if mark in "\"'"), "")
    if quote and line[:column].count(quote) % 2:
        above = next((at for at in range(number - 1, -1, -1) if lines[at].count(quote) % 2), number)
        return _open(above, lines[above].index(quote), quote, f"write {quote} where the text ends")
    if quote:
        hint = "put quotes of the other kind around all of the text, or none"
        return Slip(number, column, "the text goes on behind its closing quotation mark", hint)
    return None


def _too_far(number: int, column: int, wanted: int) -> Slip:
    message = f"this line begins with {_spaces(column)}, and those that belong with it with {_spaces(wanted)}"
    return Slip(
        number, column, message, f"begin it with {_spaces(wanted)}; what belongs to a key stands two further in"
    )


def _first_sign(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip | None:
    """`price: @home`: signs with which no text may begin."""
    mark = error.context_mark
    if mark is None:
        return None
    sign = lines[mark.line][mark.column : mark.column + 1]
    if not sign or sign not in _SIGNS or "scanning" not in (error.context or ""):
        return None
    match = _TEXT.fullmatch(lines[mark.line])
    hint = f'put it in quotes: `{match["key"]}: "{match["text"]}"`' if match else "put all of the text in quotes"
    return Slip(mark.line, mark.column, f"a text may not begin with {sign}", hint)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spaces(count: int) -> str:
    return {0: "no space", 1: "1 space"}.get(count, f"{count} spaces")


_KNOWN: tuple[Callable[[yaml.MarkedYAMLError, Sequence[str]], Slip | None], ...] = (
    _without_colon,
    _colon_in_text,
    _open_quotes,
    _open_braces,
    _misplaced,
    _first_sign,
)
