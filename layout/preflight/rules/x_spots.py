"""What: one spot ink is described in more than one way.

Why: the printer makes one plate of it, and cannot know which description is right (ISO 15930-7, 6.4.4).

Fix: use the same swatch in every advertisement and picture, or make it of the four inks.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.opened import content_of, listing, name, plain, table

CODE = "X109"


def check_spots(claim: Claim) -> Iterator[Finding]:
    """One finding an ink."""
    if not claim.is_x:
        return
    described: dict[str, dict[str, None]] = {}
    for one in claim.file.objects:
        for written in table(one.get("/ColorSpace")).values():
            parts = listing(written)
            if len(parts) > 3 and name(parts[0]) == "/Separation":
                described.setdefault(name(parts[1])[1:], {}).setdefault(_description(parts[2], parts[3]))
    for ink, ways in described.items():
        if len(ways) > 1:
            yield missing(CODE, f'the ink "{ink}" is described in {len(ways)} ways', "use one swatch for it everywhere")


def _description(alternate: object, tint: object) -> str:
    function = table(tint)
    entries = {key: repr(plain(value)) for key, value in function.items() if key not in ("/Length", "/Filter")}
    return repr((repr(alternate), sorted(entries.items()), content_of(tint)))
