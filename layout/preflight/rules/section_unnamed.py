"""What: a section's name stands on no page.

Why: a section is named at the head of the page on which it begins. Where its first story begins further down, or on a page
whose furniture has no section head, as most front pages, its name is not printed.

Fix: let its first story begin a page (`start: page` in a run; a slot from the first row), or take out `section`, or give the
page another `furniture`.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.proof import Proof

CODE = "P122"


def check_sections(proof: Proof) -> Iterator[Finding]:
    """One finding a section, at its first story."""
    for section, story, span in proof.pages.unnamed:
        message = f'the name of the section "{section}" stands on no page'
        hint = f'let "{story}" begin at the head of a page inside (`start: page`), or take out `section`'
        yield Finding(CODE, Severity.NOTE, message, hint, span, story=story)
