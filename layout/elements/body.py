"""A story's body: its content kinds one after another, each set by its own file.

Takes a `Body`, gives the galley's strips in reading order. Pieces that stand beside the text are not the galley's:
make-up places them (`is_fixture`).
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from layout.elements.box import Box, set_box
from layout.elements.display import Display
from layout.elements.document import Document, set_document
from layout.elements.grid import Grid
from layout.elements.item_list import ItemList, set_item_list
from layout.elements.letter import Letter, set_letter
from layout.elements.ornament import Ornament, set_ornament
from layout.elements.paragraph import Paragraph, set_paragraph
from layout.elements.picture import Picture, picture_rows, set_picture
from layout.elements.pull_quote import PullQuote, set_pull_quote
from layout.elements.quotation import Quotation, set_quotation
from layout.elements.setting import Setting
from layout.elements.signature import Signature, set_signature
from layout.elements.slogan import Slogan, set_slogan
from layout.elements.strip import Blocks, Strip
from layout.elements.subhead import Subhead, set_subhead
from layout.elements.table import Table, set_table
from layout.elements.ways import paragraph_ways, picture_ways, pull_quote_ways
from layout.model.issue import Article, At, Body, Content, Need
from layout.model.page import Block
from layout.model.style import TextStyle
from layout.model.text import Emphasis, Inline, LineFit, plain

_VOICES = {Quotation: "quotation", Letter: "letter", Document: "document", ItemList: "list", Table: "table"}

_SHARED = 25_000
"""From so many characters on, half of a body takes longer to set than a process to start."""


def is_fixture(content: Content) -> bool:
    """Whether make-up finds a place for this piece beside the text: pictures, boxes and all that is not one leg wide.

    A piece one leg wide that is to stand in the text is a strip of the galley.
    """
    if isinstance(content, Grid):
        return True
    if isinstance(content, Picture | Box):
        return content.at is not At.TEXT or content.legs != 1
    return isinstance(content, Slogan | PullQuote) and (content.legs != 1 or content.at not in (At.ANY, At.TEXT))


def running(article: Article) -> Body:
    """What runs in a story's galley: its body and, closing it, those pieces of the manifest that are a leg wide."""
    return (*article.body, *(piece for piece in article.pieces if not is_fixture(piece)))


def paragraphs_of(body: Body) -> Iterator[Paragraph]:
    """The paragraphs of a galley in the order in which they are written, those of lists, letters and the like among them."""
    for content in body:
        if isinstance(content, Paragraph):
            yield content
        elif isinstance(content, ItemList):
            for item in content.items:
                yield from paragraphs_of(item)
        elif isinstance(content, Quotation | Letter | Document):
            yield from paragraphs_of(content.body)


def set_story_strips(setting: Setting, body: Body) -> tuple[tuple[Strip, ...], ...]:
    """The strips of each piece of a story's body, its first paragraph as the lede; none for a fixture."""
    lede = setting.role("lede")
    words = sum(len(plain(paragraph.text).split()) for paragraph in paragraphs_of(body)) if lede.drop_cap_least else 0
    if words < lede.drop_cap_least:
        text = {**setting.style.text, "lede": replace(lede, drop_cap_lines=0)}
        setting = replace(setting, style=replace(setting.style, text=text))
    return tuple(_set_parts(setting, body, "lede"))


def set_body(setting: Setting, body: Body) -> tuple[Strip, ...]:
    """Content inside a container: the first paragraph stands without indent."""
    return tuple(strip for part in _set_parts(setting, body, "first") for strip in part)


def _set_parts(setting: Setting, body: Body, opening: str) -> list[tuple[Strip, ...]]:
    parts: list[tuple[Strip, ...]] = []
    paragraphs, titles = _set_paragraphs(setting, body, opening), _titles(body)
    above, last = Display(), None
    for number, content in enumerate(body):
        if isinstance(content, Signature) and parts and parts[-1]:
            parts[-1] = (*parts[-1][:-1], parts[-1][-1].kept_with_next())
        part = _set_part(setting, content, number, paragraphs)
        if isinstance(content, Ornament):
            above = set_ornament(setting, content, _white(setting, last, content))
        elif part:
            white = 0 if number - 1 in titles else _white(setting, last, content)
            above = above if above.rows else Display((), white)
            if number in titles:
                part = (*part[:-1], part[-1].kept_with_next())
            part, above, last = (part[0].below(above, setting.style.page.leading), *part[1:]), Display(), content
        parts.append(part)
    return parts


def _white(setting: Setting, upper: Content | None, lower: Content) -> int:
    """Rows of white below a piece in the text, and around what has a voice of its own; none at the head of a body. A subhead
    has its own."""
    match upper:
        case Slogan():
            return setting.style.slogans[upper.look].rows_below
        case Picture() | Box():
            return setting.style.makeup.rows_around_pictures
        case PullQuote() if upper.need is Need.REQUIRED:
            return setting.role("pull-quote").rows_below
    if upper is None or Subhead in (type(upper), type(lower)):
        return 0
    below, above = _VOICES.get(type(upper)), _VOICES.get(type(lower))
    return max(setting.role(below).rows_below if below else 0, setting.role(above).rows_above if above else 0)


def _set_part(setting: Setting, content: Content, number: int, paragraphs: dict[int, Strip]) -> tuple[Strip, ...]:
    """The strips of one piece; an ornament has none of its own, but stands above the next."""
    if number in paragraphs:
        return (paragraphs[number],)
    return () if is_fixture(content) or isinstance(content, Ornament) else _set_content(setting, content)


def _set_paragraphs(setting: Setting, body: Body, opening: str) -> dict[int, Strip]:
    """The paragraphs of a body by their numbers; a long body's are shared with a second process."""
    roles = zip(body, _roles(body, opening), strict=True)
    paragraphs = {
        at: (text, setting.role(role)) for at, (text, role) in enumerate(roles) if isinstance(text, Paragraph)
    }

    def set_one(number: int) -> Blocks:
        return set_paragraph(setting, *paragraphs[number])

    if sum(len(inline.text) for paragraph, _ in paragraphs.values() for inline in paragraph.text) < _SHARED:
        made = [set_one(number) for number in paragraphs]
    else:
        from layout.typeset.companionship import share_out

        made = share_out(setting.case, tuple(paragraphs), set_one)
    return {
        number: _paragraph_strip(setting, paragraph, style, blocks)
        for (number, (paragraph, style)), blocks in zip(paragraphs.items(), made, strict=True)
    }


def _titles(body: Body) -> frozenset[int]:
    """The numbers of paragraphs that are titles of the table right below: all of it bold."""
    return frozenset(
        number
        for number, (content, below) in enumerate(pairwise(body))
        if isinstance(content, Paragraph) and isinstance(below, Table) and all(map(_is_bold, content.text))
    )


def _is_bold(inline: Inline) -> bool:
    return bool(inline.emphasis & Emphasis.BOLD) or not inline.text.strip()


def _roles(body: Body, opening: str) -> Iterator[str]:
    """The role of each piece, should it be a paragraph: the opening's, a first one's after a break, else the body's.

    What stands beside or between the text, such as a picture, changes nothing.
    """
    role, titles = opening, _titles(body)
    for number, content in enumerate(body):
        yield "first" if number in titles and role == "body" else role
        if not is_fixture(content) and not isinstance(content, Picture | Box | PullQuote):
            role = "first" if isinstance(content, Subhead | Ornament | Slogan | Letter) else "body"


def _set_content(setting: Setting, content: Content) -> tuple[Strip, ...]:
    match content:
        case Quotation():
            return set_quotation(setting, content, set_body)
        case ItemList():
            return set_item_list(setting, content, set_body)
        case Letter():
            return set_letter(setting, content, set_body)
        case Document():
            return set_document(setting, content, set_body)
        case Table():
            return (set_table(setting, content),)
        case PullQuote():
            return (Strip(set_pull_quote(setting, content), lambda: pull_quote_ways(setting, content)),)
        case Picture():
            return (_picture_strip(setting, content),)
        case _:
            return (Strip(_set_piece(setting, content)),)


def _set_piece(setting: Setting, content: Content) -> Blocks:
    match content:
        case Subhead():
            return set_subhead(setting, content)
        case Slogan():
            return set_slogan(setting, content)
        case Signature():
            return set_signature(setting, content)
        case Box():
            return _in_text(setting, set_box(setting, content, setting.measure, set_body), content)
    raise TypeError(f"no setter for {type(content).__name__}")


def _paragraph_strip(setting: Setting, content: Paragraph, style: TextStyle, blocks: Blocks) -> Strip:
    return Strip(
        blocks,
        lambda: paragraph_ways(setting, content, style, blocks),
        lambda cut: set_paragraph(setting, content, style, cut=cut),
    )


def _picture_strip(setting: Setting, content: Picture) -> Strip:
    least, most = picture_rows(setting, content, setting.measure)

    def at_depth(rows: int) -> Blocks:
        return _in_text(setting, set_picture(setting, content, setting.measure, rows), content)

    return Strip(at_depth((least + most) // 2), lambda: picture_ways(setting, content, least, most, at_depth))


def _in_text(setting: Setting, display: Display, piece: Picture | Box) -> Blocks:
    """A piece in the text, as one block that no leg divides, with white above it."""
    makeup = setting.style.makeup
    worst = max((misfit.block for misfit in display.misfits), key=lambda block: block.word_space, default=None)
    return (
        Block(
            display.paint,
            display.rows,
            rows_above=makeup.rows_around_pictures,
            spread=makeup.spread_rows,
            words=display.words,
            kind="piece",
            fit=worst.fit if worst else LineFit.FITS,
            word_space=worst.word_space if worst else 0,
            span=piece.span,
            piece=piece.id,
        ),
    )
