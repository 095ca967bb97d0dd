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

    def findings(self) -> tuple[Finding, ...]:
        """All findings; raises UnusableInput if an error is among them."""
        findings = tuple(dict.fromkeys(self._findings))
        if self._errors:
            raise UnusableInput(findings)
        return findings


def suggest(word: str, known: Iterable[str], remedy: str = "") -> str:
    """A hint for a word that is not known: the nearest known one, or what is known, or the remedy."""
    from difflib import get_close_matches

    words = sorted(known)
    near = get_close_matches(word.lower(), words, 1, 0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    if remedy:
        return remedy
    return f"known here: {', '.join(words[:24])}" if words else "none is defined"
