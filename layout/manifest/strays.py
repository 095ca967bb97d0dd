"""Entries that stand in a list of another kind, as when the line `boxes:` above them was lost.

Takes the manifest's tree and the keys that are not known in it; gives the entries all of whose keys are those of another
list, and which. A key that is another word for one of its own list makes no stray.
"""

from collections.abc import Iterable, Mapping

from layout.manifest.adapter import known_keys
from layout.manifest.meant import other_word
from layout.manifest.node import Listing, Loc, Table

KINDS = {
    "articles": "an article", "boxes": "a box", "slogans": "a slogan", "pictures": "a picture", "ads": "an advertisement",
}  # fmt: skip
"""The manifest's lists, and what stands in them."""


def strays(table: Table, unknown: Iterable[Loc]) -> Mapping[Loc, str]:
    """The list in which each entry would be right, by the entry's place."""
    found: dict[Loc, bool] = {}
    for loc in unknown:
        if len(loc) == 3 and loc[0] in KINDS:
            found[loc[:2]] = found.get(loc[:2], True) and not other_word(str(loc[2]), known_keys(loc))
    return {loc: right for loc, foreign in found.items() if foreign and (right := _right_list(table, loc))}


def _right_list(table: Table, loc: Loc) -> str:
    listing, number = table.get(str(loc[0])), loc[1]
    if not isinstance(listing, Listing) or not isinstance(number, int):
        return ""
    entry = listing.items[number]
    keys = set(entry.entries) if isinstance(entry, Table) else set[str]()
    return next((name for name in KINDS if name != loc[0] and keys <= {*known_keys((name, number, "id"))}), "")
