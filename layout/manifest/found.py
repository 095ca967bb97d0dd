"""What is found wrong while input is read: collected, never raised one by one.

Gives `Found`, which every reader of this folder is handed, and suggestions for misspelt words.
"""

from collections.abc import Iterable

from layout.diagnostics import Finding, Severity, Span, UnusableInput


class Found:
    """The findings of one reading, in the order in which they were made."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._errors = 0

    def error(self, code: str, message: str, hint: str, span: Span) -> None:
        """Something that must be mended before the issue can be built."""
        self._errors += 1
        self._findings.append(Finding(code, Severity.ERROR, message, hint, span))

    def warning(self, code: str, message: str, hint: str, span: Span) -> None:
        """Something that is likely not meant."""
        self._findings.append(Finding(code, Severity.WARNING, message, hint, span))

    def note(self, code: str, message: str, hint: str, span: Span) -> None:
        """Something that was done and should be known."""
        self._findings.append(Finding(code, Severity.NOTE, message, hint, span))

    @property
    def errors(self) -> int:
        """How many errors were found so far."""
        return self._errors

    def blames(self, span: Span) -> bool:
        """Whether an error lies in a stretch of source: what follows from it need not be told as well."""
        start, end = (span.line, span.column), (span.end_line, span.end_column)
        return any(
            one.severity is Severity.ERROR
            and one.span
            and one.span.path == span.path
            and start <= (one.span.line, one.span.column) < end
            for one in self._findings
        )

    def findings(self) -> tuple[Finding, ...]:
        """All findings; raises UnusableInput if an error is among them."""
        findings = tuple(dict.fromkeys(self._findings))
        if self._errors:
            raise UnusableInput(findings)
        return findings


def suggest(word: str, known: Iterable[str], remedy: str = "") -> str:
    """A hint for a word that is not known: the nearest known one, or what is known, or the remedy."""
    words = sorted(known)
    likely = near(word, words)
    if likely:
        return f'did you mean "{likely}"?'
    if remedy:
        return remedy
    return f"known here: {', '.join(words[:24])}" if words else "none is defined"


def near(word: str, known: Iterable[str]) -> str:
    """The known word that one may have been meant for; none if there is no such."""
    from difflib import get_close_matches

    from layout.manifest.meant import other_word

    words, bare = sorted(known), word.rpartition("/")[2].lower()
    return other_word(bare, words) or next(iter(get_close_matches(bare, words, 1, 0.6)), "")
