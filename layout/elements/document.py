"""A reproduced document: introduction, heading, numbered resolutions."""

from dataclasses import dataclass, replace

from layout.diagnostics import Span
from layout.elements.setting import SetBody, Setting, blocks_moved
from layout.model.issue import Body
from layout.model.page import Block, Part, Placed, Rule


@dataclass(frozen=True, slots=True)
class Document:
    """A document reproduced inside a story, told from it by its own text style."""

    body: Body
    span: Span


def set_document(setting: Setting, document: Document, set_body: SetBody) -> tuple[Block, ...]:
    """The document in the `document` voice, set in behind a rule that runs beside its lines from leg to leg."""
    style = setting.style
    inset = setting.role("document").hang
    blocks = blocks_moved(set_body(setting.inside("document", inset), document.body), inset)
    thickness, leading = style.makeup.document_rule, style.page.leading
    if not thickness:
        return blocks
    return tuple(
        replace(
            block,
            paint=(
                *block.paint,
                Placed(
                    thickness // 2,
                    0,
                    Rule(0, block.rows * leading, thickness, style.makeup.rule_ink),
                    Part.RULE,
                    block.span,
                    setting.story,
                ),
            ),
        )
        for block in blocks
    )
