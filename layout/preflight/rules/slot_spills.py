"""What: a piece is deeper or wider than its slot. A box, slogan, picture or masthead needs more rows than the dummy gives
it, a slogan has a word that is wider, or the slot begins below the last row of its page.

Why: it runs over what stands below or beside it, or off the page. The furniture takes rows of its own, so that a page has fewer rows
than its style.

Fix: give the slot more rows or columns, or less to hold. What else stands under such a piece is not told until it is
mended.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity, counted
from layout.model.issue import DummyPages, Slot
from layout.preflight.proof import Proof
from layout.preflight.room import alone, deeper
from layout.units import Emu, to_mm

CODE = "P112"


def check_slots(proof: Proof) -> Iterator[Finding]:
    """One finding a slot. One that an advertisement leaves no row is told with that."""
    page_rows = {page.number: page.rows for page in proof.pages.pages}
    for fit in proof.spilling:
        plan, slot = proof.slots[fit.span]
        rows = page_rows[plan.first]
        if slot.first_row > rows:
            message = f'the slot of "{fit.name}" begins below page {plan.first}, which has {rows} rows'
            hint = "move it up; the furniture of the page takes the other rows"
        elif fit.of_rows <= 0:
            continue
        elif fit.width > fit.of_width:
            message = f'"{fit.name}" is wider than its slot: {to_mm(fit.width):.0f} mm of {to_mm(fit.of_width):.0f} mm'
            hint = _wider(proof, fit.width)
        else:
            message = f'"{fit.name}" is deeper than its slot: {fit.rows} rows of {fit.of_rows}'
            if slot.last_row > rows:
                message += f", since page {plan.first} has {rows} rows below its furniture"
            hint = _hint(proof, plan, slot, fit.rows - fit.of_rows)
        yield Finding(CODE, Severity.ERROR, message, hint, fit.span, fit.place)


def _wider(proof: Proof, width: Emu) -> str:
    page = proof.issue.style.page
    enough = next((units for units in range(1, page.units + 1) if page.width_of(units) >= width), None)
    return f"give it {enough} columns, or shorter words" if enough else "give it shorter words, or another `look`"


def _hint(proof: Proof, plan: DummyPages, slot: Slot, more: int) -> str:
    rows = deeper(proof, plan, slot, more)
    if alone(slot) and (slot.first_unit == slot.last_unit or not rows):
        return alone(slot)
    remedies = [f"write `{rows}`"] if rows else []
    if not rows and slot.first_row > more:
        remedies.append(f"end what stands above it {counted(more, 'row')} higher and begin it there")
    if slot.last_unit - slot.first_unit + 1 < proof.issue.style.page.units:
        remedies.append("give it more columns")
    return ", or ".join((*remedies, "give it less to hold"))
