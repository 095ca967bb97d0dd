"""A reproduced document: introduction, heading, numbered resolutions."""

from layout.diagnostics import Span
from layout.elements.setting import Setting
from layout.elements.strip import SetBody, Strip
from layout.model.issue import Body
from layout.record import record


@record
class Document:
    """A document reproduced inside a story, told from it by its own text style."""

    body: Body
    span: Span


def set_document(setting: Setting, document: Document, set_body: SetBody) -> tuple[Strip, ...]:
    """The document in the `document` voice, set in by that role's hang."""
    inset = setting.role("document").hang
    return tuple(strip.moved(inset) for strip in set_body(setting.inside("document", inset), document.body))
