"""What a story takes besides text, as rows for the reference: from the tables by which `story` reads.

An attribute that the reader takes has to be told here: the reference cannot be made without.
"""

from collections.abc import Iterator, Mapping

from layout.manifest.story import CONTAINERS, PICTURE_ATTRIBUTES

_TOLD: Mapping[str, str] = {
    "span": "How many legs of the story it stands across: `span=2`, or `span=page` for all of them. One, if left out.",
    "look": "One of the style's looks: `look=plain`, `tinted` or `framed` of a box, `plain`, `banner` or `closing` of a slogan.",
    "at": "Where it stands in the legs: `at=top`, `middle`, `foot`, `text` (where you wrote it); where it does best, if left out.",
    "columns": "How many legs a box has of its own: `columns=2`.",
    "headline": 'A box\'s headline: `headline="The new timetable"`.',
    "kicker": 'A word or two above its headline: `kicker="Harbour"`.',
    "byline": 'Who wrote a box; a semicolon stands between names: `byline="By A. Tern; By B. Gull"`.',
    "optional": "`optional=true`: it may be left out where the story would not fit otherwise.",
    "credit": 'Who made a picture, or whose words a pull quote is: `credit="The keeper"`.',
    "alt": 'What is to be seen, for those who cannot see it: `alt="A lit ferry under the moon"`.',
    "focus": "The point that stays in view when a picture is cropped, as shares of its width and depth: `focus=0.4,0.5`.",
    "depth": "How deep a picture may be: `depth=80mm`, or `depth=60mm-95mm`, which helps to level the legs.",
}


def piece_rows() -> Iterator[tuple[str, str, str]]:
    """How each piece is written, what it is, and which attributes it takes."""
    yield (
        "`![The quay](quay.jpg)`",
        "A picture with its cutline, as a paragraph of its own.",
        _listed(PICTURE_ATTRIBUTES),
    )
    for name, (attributes, make) in CONTAINERS.items():
        yield f"`::: {name}`", make.__doc__ or "", _listed(attributes)


def attribute_rows() -> Iterator[tuple[str, str]]:
    """What each attribute means, in the order in which pieces take them."""
    taken = (name for names in (PICTURE_ATTRIBUTES, *(taken for taken, _ in CONTAINERS.values())) for name in names)
    return ((f"`{name}`", _TOLD[name]) for name in dict.fromkeys(taken))


def _listed(attributes: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in attributes)
