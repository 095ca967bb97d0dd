"""A story's body: its content kinds one after another, each set by its own file.

Takes a `Body`, gives the galley's blocks in reading order. Pieces wider than a leg are not the galley's: make-up places
them (`is_fixture`).
"""

from dataclasses import replace

from layout.elements.box import Box
from layout.elements.document import Document, set_document
from layout.elements.item_list import ItemList, set_item_list
from layout.elements.letter import Letter, set_letter
from layout.elements.ornament import Ornament, set_ornament
from layout.elements.paragraph import Paragraph, set_paragraph
from layout.elements.picture import Picture
from layout.elements.pull_quote import PullQuote, set_pull_quote
from layout.elements.quotation import Quotation, set_quotation
from layout.elements.setting import Setting
from layout.elements.signature import Signature, set_signature
from layout.elements.slogan import Slogan, set_slogan
from layout.elements.subhead import Subhead, set_subhead
from layout.model.issue import Body, Content
from layout.model.page import Block, Breaking


def is_fixture(content: Content) -> bool:
    """Whether make-up finds a place for this piece beside the text: pictures, boxes and all that is not one leg wide."""
    if isinstance(content, Picture | Box):
        return True
    return isinstance(content, Slogan | PullQuote) and content.legs != 1


def set_story_body(setting: Setting, body: Body) -> tuple[Block, ...]:
    """The body of a story, its first paragraph as the lede."""
    return _set_body(setting, body, "lede")


def set_body(setting: Setting, body: Body) -> tuple[Block, ...]:
    """Content inside a container: the first paragraph stands without indent."""
    return _set_body(setting, body, "first")


def _set_body(setting: Setting, body: Body, opening: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    role = opening
    for number, content in enumerate(body):
        if is_fixture(content):
            continue
        if isinstance(content, Paragraph):
            blocks += set_paragraph(setting, content, setting.role(role), number)
            role = "body"
            continue
        if isinstance(content, Signature) and blocks:
            blocks[-1] = replace(blocks[-1], break_after=Breaking.FORBIDDEN)
        blocks += _set_content(setting, content, number)
        role = "first" if isinstance(content, Subhead | Ornament | Slogan) else "body"
    return tuple(blocks)


def _set_content(setting: Setting, content: Content, number: int) -> tuple[Block, ...]:
    match content:
        case Subhead():
            return set_subhead(setting, content, number)
        case Slogan():
            return set_slogan(setting, content, number)
        case PullQuote():
            return set_pull_quote(setting, content, number)
        case Ornament():
            return set_ornament(setting, content, number)
        case Signature():
            return set_signature(setting, content, number)
        case Quotation():
            return set_quotation(setting, content, set_body)
        case ItemList():
            return set_item_list(setting, content, set_body)
        case Letter():
            return set_letter(setting, content, set_body)
        case Document():
            return set_document(setting, content, set_body)
    raise TypeError(f"no setter for {type(content).__name__}")
