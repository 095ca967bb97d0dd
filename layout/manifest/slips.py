"""What is wrong with a text that YAML cannot read, in an editor's words: the commonest slips of the hand.

Takes the parser's complaint and the lines, gives a `Slip` at the place where it is mended, which is often above the one
where the parser noticed. Knows the complaints of libyaml (its scanner.c and parser.c).
"""

import re
from collections.abc import Callable, Sequence

import yaml

from layout.manifest.keys import Keys
from layout.record import record

_KEY = re.compile(r"\s*(?:- )?(?P<key>[A-Za-z][\w-]*)(?P<rest>.*)")
_TEXT = re.compile(r"\s*(?:- )?(?P<key>[A-Za-z][\w-]*):\s+(?P<text>.+?)\s*")
_HEAD = re.compile(r"\s*(?:- )?[A-Za-z][\w-]*:\s*(?:#.*)?")
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
    return _outside_text(mark.line, lines) or _colon_lacks(mark.line, lines) or _hyphen_lacks(mark.line, mark.column)


def _colon_lacks(number: int, lines: Sequence[str]) -> Slip | None:
    match = _KEY.fullmatch(lines[number])
    if match is None:
        return None
    key, rest = match["key"], match["rest"]
    if rest[:1] not in ("", ":", " "):
        return _key_lacks(number, lines[number])
    if rest.startswith(":"):
        written = f"write `{key}: {rest[1:].strip()}`"
        return Slip(number, match.end("key"), f'a space is missing behind the colon of "{key}"', written)
    written = f"write `{key}: {rest.strip().lstrip('= ') or '...'}`"
    return Slip(number, match.end("key"), f'the colon is missing behind "{key}"', written)


def _key_lacks(number: int, line: str) -> Slip:
    """`- stories/ferry.md` with keys below it."""
    bare = line.strip().removeprefix("- ")
    key = "story" if bare.endswith(".md") else "..."
    start = line.index(bare)
    return Slip(number, start, f'the key is missing before "{bare}"', f"write `{key}: {bare}`")


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
        hint = f"put it in quotes: `{match['key']}: {_quoted(match['text'])}`"
        return Slip(mark.line, mark.column, f'the text of "{match["key"]}" has a colon in it', hint)
    above = next((number for number in range(mark.line - 1, -1, -1) if lines[number].strip()), None)
    if above is None:
        return None
    if not re.search(r":(?:\s|$)", lines[above]):
        return _colon_lacks(above, lines)
    start, wanted = _indent(lines[mark.line]), _indent(lines[above])
    if above and _HEAD.fullmatch(lines[above - 1]) and _indent(lines[above - 1]) == wanted:
        message = "this line begins further out than the one below, and both belong to the key above"
        return Slip(above, wanted, message, f"begin it with {_spaces(start)}")
    message = "this line stands further in than the one above, which has a value already"
    hint = f"begin it with {_spaces(wanted)}, as the line above; if it belongs to that, take out that value"
    return Slip(mark.line, start, message, hint)


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
        hint = _comma_lacks(lines[mark.line][: mark.column]) or "put all of the text in quotes"
        return Slip(
            mark.line, mark.column, "a text in braces has a colon in it, or the comma before a key is missing", hint
        )
    return Slip(mark.line, mark.column, f"a comma or the {closing} is missing here", f"write a comma, or {closing}")


def _comma_lacks(before: str) -> str:
    """`{columns: 9-12 rows: 1-33}`: what stands before the second colon ends with a key of the language."""
    match = re.search(r"[{,]\s*(?P<pair>[\w-]+:\s+[^,]*?)\s+(?P<key>\w+)$", before)
    if match is None or not any(match["key"] in kind.__annotations__ for kind in Keys.__subclasses__()):
        return ""
    return f"write `{match['pair'].rstrip(';')}, {match['key']}: ...`"


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
    if slip := _outside_text(mark.line, lines):
        return slip
    if re.match(r"-\w", line[column:]):
        hint = f"write `- {line[column + 1 :].strip()}`"
        return Slip(mark.line, column + 1, "a space is missing behind the hyphen", hint)
    if line[column:].startswith("- "):
        return _entry_misplaced(mark.line, column, lines)
    if "'-' indicator" in problem:
        if line[column : column + 1] in ("{", "[", '"', "'"):
            return _hyphen_lacks(mark.line, column)
        return _too_far(mark.line, column, start.column + 2)
    return _too_far(mark.line, column, start.column) if "key" in problem else None


def _entry_misplaced(number: int, column: int, lines: Sequence[str]) -> Slip | None:
    """An entry of a list that begins elsewhere than those above it; or the first, above it, has no hyphen."""
    above = [at for at in range(number) if lines[at].strip() and not lines[at].lstrip().startswith("#")]
    entries = [at for at in above if lines[at].lstrip().startswith("- ")]
    start = next((at for at in reversed(above) if _indent(lines[at]) < column and at not in entries), -1)
    hyphens = [_indent(lines[at]) for at in entries if at > start]
    if hyphens:
        return _too_far(number, column, min(hyphens, key=lambda indent: abs(indent - column)))
    first = next((at for at in above if at > start), None)
    if first is not None:
        return _hyphen_lacks(first, _indent(lines[first]))
    hint = f"take out what stands behind the colon in line {start + 1}, or this list"
    return Slip(number, column, "a list stands below a key that has a value already", hint)


def _outside_text(number: int, lines: Sequence[str]) -> Slip | None:
    """A line that should belong to the `text: |` above it, and begins further out than its other lines."""
    column = _indent(lines[number])
    above = next((at for at in range(number - 1, -1, -1) if lines[at].strip() and _indent(lines[at]) <= column), None)
    if above is None or not re.search(r":\s+[|>][-+]?$", lines[above].rstrip()):
        return None
    wanted = next((_indent(line) for line in lines[above + 1 : number] if line.strip()), None)
    if wanted is None:
        return None
    message = f"this line begins further out than the text that begins in line {above + 2}"
    return Slip(number, column, message, f"begin it with {_spaces(wanted)}, as that one")


def _first_key(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip | None:
    """The first key begins further in than those below it, or has no space behind its colon."""
    mark = error.problem_mark
    if not (error.problem or "").startswith("did not find expected <document start>") or mark is None:
        return None
    first = next((at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), mark.line)
    if _indent(lines[first]):
        return _too_far(first, _indent(lines[first]), 0)
    return _colon_lacks(first, lines) if re.match(r"[\w-]+:\S", lines[first]) else None


def _list_in_line(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip | None:
    """`articles: - story: ferry.md`."""
    mark = error.problem_mark
    if not (error.problem or "").startswith("block sequence entries are not allowed") or mark is None:
        return None
    entry = lines[mark.line][mark.column :].strip()
    hint = f"write `{entry}` on the line below, two spaces further in than this one"
    return Slip(mark.line, mark.column, "a list begins behind its key", hint)


def _goes_on(number: int, column: int, lines: Sequence[str]) -> Slip | None:
    line = lines[number]
    sign = line[column : column + 1]
    if sign and sign in "}]":
        return Slip(number, column, f"this {sign} closes nothing", "take it out")
    if sign == ",":
        return Slip(number, column, "a comma stands behind the end of an entry", "take it out")
    match = _TEXT.fullmatch(line)
    if match is not None and match["text"][0] in "[{":
        hint = f"put it in quotes: `{match['key']}: {_quoted(match['text'])}`"
        return Slip(number, match.start("text"), f"a text may not begin with {match['text'][0]}", hint)
    before = line[:column].rstrip()[-1:]
    if before and before in "}]":
        return Slip(number, column, f"words stand behind the closing {before}", f"take out that {before}, or the words")
    quote = next((mark for mark in line[column - 1 :: -1] if mark in "\"'"), "")
    if quote and line[:column].count(quote) % 2:
        above = next((at for at in range(number - 1, -1, -1) if lines[at].count(quote) % 2), number)
        return _open(above, lines[above].index(quote), quote, f"write {quote} where the text ends")
    if quote:
        hint = "put quotes of the other kind around all of the text, or none"
        if match is not None and match["text"][0] != match["text"][-1]:
            hint = f"put quotes around all of the text: `{match['key']}: {_quoted(match['text'])}`"
        return Slip(number, column, "the text goes on behind its closing quotation mark", hint)
    return None


def _too_far(number: int, column: int, wanted: int) -> Slip:
    message = f"this line begins with {_spaces(column)}, and those that belong with it with {_spaces(wanted)}"
    hint = f"begin it with {_spaces(wanted)}; what belongs to a key stands two further in"
    return Slip(number, column, message, hint)


def _first_sign(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip | None:
    """`price: @home`: signs with which no text may begin."""
    mark = error.context_mark
    if mark is None:
        return None
    sign = lines[mark.line][mark.column : mark.column + 1]
    if not sign or sign not in _SIGNS or "scanning" not in (error.context or ""):
        return None
    match = _TEXT.fullmatch(lines[mark.line])
    hint = "put all of the text in quotes"
    if match:
        hint = f"put it in quotes: `{match['key']}: {_quoted(match['text'])}`"
    return Slip(mark.line, mark.column, f"a text may not begin with {sign}", hint)


def _quoted(text: str) -> str:
    """A text in quotes of a kind that it does not hold itself; straight ones in it become single."""
    return f"'{text}'" if '"' in text and "'" not in text else '"{}"'.format(text.replace('"', "'"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spaces(count: int) -> str:
    return {0: "no space", 1: "1 space"}.get(count, f"{count} spaces")


_KNOWN: tuple[Callable[[yaml.MarkedYAMLError, Sequence[str]], Slip | None], ...] = (
    _first_key,
    _list_in_line,
    _without_colon,
    _colon_in_text,
    _open_quotes,
    _open_braces,
    _misplaced,
    _first_sign,
)
