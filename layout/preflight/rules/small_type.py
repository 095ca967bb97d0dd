"""What: type is smaller than the smallest that the style allows.

Why: newsprint swells; hairlines and small counters fill in, and half of the readers need glasses.

Fix: raise the role's `size` in the style, or `smallest-size` under `makeup` if the press can hold it.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.model.text import Glyphs
from layout.preflight.proof import Proof
from layout.units import to_pt

CODE = "T104"


def check_small_type(proof: Proof) -> Iterator[Finding]:
    """One finding a size and page."""
    smallest = proof.issue.style.makeup.smallest_size
    for page, texts in proof.texts:
        told = set[int]()
        for extent in texts:
            paint = extent.placed.paint
            if isinstance(paint, Glyphs) and paint.size < smallest and paint.size not in told:
                told.add(paint.size)
                message = f"type of {to_pt(paint.size):g} pt is smaller than {to_pt(smallest):g} pt"
                hint = "raise the size in the style"
                placed = extent.placed
                yield Finding(CODE, Severity.ERROR, message, hint, placed.span, extent.place(page), placed.story)
