"""What: a story or a box stands in other legs than were asked for.

Why: lines that are too long lose the reader at their end, and the style says how wide a leg may be (`widest-leg` under
`makeup`); a leg too narrow for words cannot be set. The story got as many legs more, the box as many fewer, as it needed.

Fix: write the number of `columns` or `legs` that the finding names, or give the story fewer units of the page, the box a
wider `span`.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.elements.box import Box, columns_of
from layout.model.issue import Article, Issue, Slot, SlotKind
from layout.preflight.proof import Proof
from layout.units import Emu, to_mm

CODE = "P114"


def check_legs_asked(proof: Proof) -> Iterator[Finding]:
    """One finding a place of a story, and one a box."""
    issue = proof.issue
    told = set[str]()
    for article, slot in _places(issue):
        asked, legs, width = issue.legs_asked(article, slot), issue.legs_of(article, slot), issue.width_of(slot)
        if legs != asked:
            message = f'"{article.slug}" stands in {legs} legs, not in {asked} of {to_mm(width) / asked:.0f} mm'
            hint = f"write `{'legs' if slot else 'columns'}: {legs}`, or give it a narrower place"
            span = slot.span if slot else article.span
            yield Finding(CODE, Severity.WARNING, message, hint, span, story=article.slug)
        for box in (piece for piece in (*article.pieces, *article.body) if isinstance(piece, Box)):
            wide = min(box.legs or legs, legs)
            if box.id not in told:
                told.add(box.id)
                page = issue.style.page
                yield from _box(issue, box, wide * page.measure_of(width, legs) + (wide - 1) * page.alley)
    for slot in (slot for plan in issue.dummy for slot in plan.slots):
        piece = issue.pieces.get(slot.id)
        if isinstance(piece, Box) and slot.kind is SlotKind.BOX:
            yield from _box(issue, piece, issue.width_of(slot))


def _places(issue: Issue) -> Iterator[tuple[Article, Slot | None]]:
    slots = [slot for plan in issue.dummy for slot in plan.slots if slot.kind is SlotKind.ARTICLE]
    for article in issue.articles:
        own = [slot for slot in slots if slot.id == article.slug]
        yield from ((article, slot) for slot in own or (None,))


def _box(issue: Issue, box: Box, width: Emu) -> Iterator[Finding]:
    columns = columns_of(issue.style, box, width)
    if columns < box.columns:
        message = (
            f'the box "{box.id}" has {columns} of the {box.columns} columns asked for: it is {to_mm(width):.0f} mm wide'
        )
        yield Finding(CODE, Severity.WARNING, message, f"write `columns: {columns}`, or a wider `span`", box.span)
