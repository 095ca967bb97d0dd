"""Plates to be rendered: the waist between what draws the paper as a press prints it and what measures ink."""

from layout.record import record


@record
class Film:
    """A PDF of all pages and the plates that it shows, full light where there is no ink: one as grey, or up to three as the
    red, green and blue of one picture, which is rendered in little more time than a grey one."""

    plates: tuple[str, ...]
    pdf: bytes
