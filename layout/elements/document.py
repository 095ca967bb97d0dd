"""A reproduced document: introduction, heading, numbered resolutions."""

from dataclasses import dataclass

from layout.diagnostics import Span
from layout.elements.setting import SetBody, Setting, blocks_moved
from layout.model.issue import Body
from layout.model.page import Block


@dataclass(frozen=True, slots=True)
class Document:
    """A document reproduced inside a story, told from it by its own text style."""

    body: Body
    span: Span


def set_document(setting: Setting, document: Document, set_body: SetBody) -> tuple[Block, ...]:
    """The document in the `document` voice, set in by that role's hang."""
    inset = setting.role("document").hang
    return blocks_moved(set_body(setting.inside("document", inset), document.body), inset)
