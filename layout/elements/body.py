"""A story's body: its content kinds one after another, each set by its own file.

Takes a `Body`, gives the galley's blocks in reading order. Pieces wider than a leg are not the galley's: make-up places
them (`is_fixture`).
"""

from collections.abc import Iterator
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
from layout.model.issue import Article, Body, Content
from layout.model.page import Block, Breaking


def is_fixture(content: Content) -> bool:
    """Whether make-up finds a place for this piece beside the text: pictures, boxes and all that is not one leg wide."""
    if isinstance(content, Picture | Box):
        return True
    return isinstance(content, Slogan | PullQuote) and content.legs != 1


def running(article: Article) -> Body:
    """What runs in a story's galley: its body and, closing it, those pieces of the manifest that are a leg wide."""
    return (*article.body, *(piece for piece in article.pieces if not is_fixture(piece)))


def set_story_parts(setting: Setting, body: Body) -> tuple[tuple[Block, ...], ...]:
    """The body of a story, piece by piece, its first paragraph as the lede."""
    return _set_parts(setting, body, "lede")


def set_body(setting: Setting, body: Body) -> tuple[Block, ...]:
    """Content inside a container: the first paragraph stands without indent."""
    return tuple(block for part in _set_parts(setting, body, "first") for block in part)


def reset_paragraph(setting: Setting, body: Body, number: int, looseness: int) -> tuple[Block, ...]:
    """One paragraph of a story's body in so many lines more or fewer; nothing where the piece is no paragraph."""
    content = body[number]
    if not isinstance(content, Paragraph):
        return ()
    role = next(role for at, role in _roles(body, "lede") if at == number)
    return set_paragraph(setting, content, setting.role(role), number, looseness)


def _set_parts(setting: Setting, body: Body, opening: str) -> tuple[tuple[Block, ...], ...]:
    parts: list[tuple[Block, ...]] = []
    for number, role in _roles(body, opening):
        content = body[number]
        if is_fixture(content):
            parts.append(())
        elif isinstance(content, Paragraph):
            parts.append(set_paragraph(setting, content, setting.role(role), number))
        else:
            if isinstance(content, Signature) and parts and parts[-1]:
                parts[-1] = (*parts[-1][:-1], replace(parts[-1][-1], break_after=Breaking.FORBIDDEN))
            parts.append(_set_content(setting, content, number))
    return tuple(parts)


def _roles(body: Body, opening: str) -> Iterator[tuple[int, str]]:
    """The role of each piece, should it be a paragraph: the opening's, a first one's after a break, else the body's."""
    role = opening
    for number, content in enumerate(body):
        yield number, role
        if not is_fixture(content):
            role = "first" if isinstance(content, Subhead | Ornament | Slogan) else "body"


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
