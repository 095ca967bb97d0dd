"""What: a transparency group blends in another space than CMYK.

Why: what is blended in RGB changes its colours when it becomes ink (ISO 15930-7, 6.8).

Fix: set the document's blending space to CMYK and export again.
"""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from layout.diagnostics import Finding
from layout.model.press import Standard
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.colours import space_of
from layout.preflight.file.opened import name

CODE = "X111"


def check_groups(claim: Claim) -> Iterator[Finding]:
    """One finding for the file."""
    if claim.press.standard is not Standard.X4:
        return
    for one in claim.file.objects:
        if name(one.get("/S")) == "/Transparency" and "/CS" in one:
            space = space_of(one["/CS"], DictionaryObject())
            if space.count != 4:
                message = f"a transparency group blends in {space.family[1:] or 'an unknown space'}, not in CMYK"
                yield missing(CODE, message, "set the document's blending space to CMYK")
                return
