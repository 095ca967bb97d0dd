"""What: the contents list has no room for some of the stories.

Why: readers who look for a story there think that it is not in the paper. Those of the least priority are left out.

Fix: give the list's slot more rows, shorter headlines (`headlines` of the articles), or columns wide enough for them.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity, counted
from layout.preflight.proof import Proof
from layout.preflight.room import deeper

CODE = "P111"


def check_unlisted(proof: Proof) -> Iterator[Finding]:
    """One finding a list."""
    for one in proof.pages.lists:
        slugs, more = one.slugs, one.rows - one.of_rows
        told = ", ".join(f'"{slug}"' for slug in slugs[:6]) + (f" and {len(slugs) - 6} more" if len(slugs) > 6 else "")
        rows = deeper(proof, *proof.slots[one.span], more)
        written = f", `{rows}`" if rows else ""
        hint = f"give the list {counted(more, 'row')} more{written}, or the stories shorter `headlines`"
        yield Finding(CODE, Severity.NOTE, f"the contents list has no room for {told}", hint, one.span)
