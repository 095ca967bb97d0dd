"""What: one spot ink is described in more than one way.

Why: the printer makes one plate of it, and cannot know which description is right (ISO 15930-7, 6.4.4).

Fix: use the same swatch in every advertisement and picture, or make it of the four inks.
"""

from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.opened import OpenFile, listing, name, plain, table

CODE = "X109"
_DEEPEST = 6


def check_spots(claim: Claim) -> Iterator[Finding]:
    """One finding an ink."""
    if not claim.is_x:
        return
    described: dict[str, dict[str, None]] = {}
    for one in claim.file.objects:
        for written in (one.get("/ColorSpace"), *table(one.get("/ColorSpace")).values()):
            for ink, alternate, tint in _separations(listing(written)):
                described.setdefault(name(ink)[1:], {}).setdefault(_description(claim.file, [alternate, tint]))
    for ink, ways in described.items():
        if len(ways) > 1:
            yield missing(CODE, f'the ink "{ink}" is described in {len(ways)} ways', "use one swatch for it everywhere")


def _separations(written: list[Any], depth: int = 0) -> Iterator[tuple[object, object, object]]:
    """The spot inks in a colour space, by name, alternate and tint function: its own, its base's, its colorants'."""
    family = name(written[0]) if written else ""
    if depth > _DEEPEST:
        return
    if family == "/Separation" and len(written) > 3:
        yield written[1], written[2], written[3]
    elif family in ("/Indexed", "/Pattern") and len(written) > 1:
        yield from _separations(listing(written[1]), depth + 1)
    elif family == "/DeviceN" and len(written) > 4:
        for one in table(table(written[4]).get("/Colorants")).values():
            yield from _separations(listing(one), depth + 1)


def _description(file: OpenFile, value: object, depth: int = 0) -> str:
    """What a value says, wherever its parts stand in the file."""
    value = plain(value)
    if depth > _DEEPEST:
        return ""
    if isinstance(value, DictionaryObject):
        entries = sorted((key, one) for key, one in value.items() if key not in ("/Length", "/Filter", "/DecodeParms"))
        said = [f"{key} {_description(file, one, depth + 1)}" for key, one in entries]
        return f"<{' '.join(said)} {file.content(value)!r}>"
    if isinstance(value, list):
        return f"[{' '.join(_description(file, one, depth + 1) for one in value)}]"
    return str(value)
