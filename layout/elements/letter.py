"""A reader's letter with salutation and signature."""

from layout.diagnostics import Span
from layout.elements.setting import Setting
from layout.elements.strip import SetBody, Strip
from layout.model.issue import Body
from layout.record import record


@record
class Letter:
    """A letter; its signature is a `Signature` in the body."""

    body: Body
    span: Span


def set_letter(setting: Setting, letter: Letter, set_body: SetBody) -> tuple[Strip, ...]:
    """The letter in the `letter` voice; its first line, the salutation, is not indented and stays with what it opens."""
    strips = set_body(setting.inside("letter"), letter.body)
    greets = len(strips) > 1 and len(strips[0].blocks) == 1
    return (strips[0].kept_with_next(), *strips[1:]) if greets else strips
