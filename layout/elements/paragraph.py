"""Paragraphs of a story: justified lines on the grid, the lede with its drop cap.

Takes a `Paragraph`, gives one `Block` a line. Page references stand at their width from the start; the numbers are
written in afterwards without moving a break.
"""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace

from layout.diagnostics import Span
from layout.elements.links import links_of
from layout.elements.setting import Setting, lines_on_grid, with_pages
from layout.elements.strip import Cut
from layout.model.page import Block, Placed
from layout.model.style import TextStyle
from layout.model.text import Emphasis, Line, LineFit, Text
from layout.record import record
from layout.typeset.setting import Measures, give_of, reset_text, set_display, set_text


@record
class Paragraph:
    """A paragraph; the first of a story is its lede."""

    text: Text
    span: Span


def set_paragraph(
    setting: Setting, paragraph: Paragraph, role: TextStyle, looseness: int = 0, cut: Cut | None = None
) -> tuple[Block, ...]:
    """Sets a paragraph at the setting's measure; `role` decides indent, hang and drop cap.

    `looseness` asks for so many lines more or fewer. Total.
    """
    opened = _opened(setting, paragraph, role, cut)
    lines, text = _set_lines(setting, opened.text, role, opened.measures, looseness)
    blocks = _with_links(lines_on_grid(setting, lines), links_of(setting, text, lines, setting.style.page.leading))
    if not opened.cap:
        return blocks
    return _with_drop_cap(setting, blocks, opened.cap, role.drop_cap_lines, opened.alone)


def lines_open_to(setting: Setting, paragraph: Paragraph, role: TextStyle) -> Callable[[int, int], bool]:
    """Whether a paragraph could take so many lines, so many thousandths of the em tracked, at all."""
    opened = _opened(setting, paragraph, role, None)
    give = give_of(setting.case, opened.text, role, setting.language)
    return lambda lines, tracking: give.may_take(opened.measures, lines, tracking)


@record
class _Opened:
    """A paragraph's text behind its drop cap, its measures, the cap and whether that is a word alone (1)."""

    text: Text
    measures: Measures
    cap: tuple[Placed, ...] = ()
    alone: int = 0


def _opened(setting: Setting, paragraph: Paragraph, role: TextStyle, cut: Cut | None) -> _Opened:
    text, hang, alone = paragraph.text, role.hang, 0
    cap: tuple[Placed, ...] = ()
    measure = setting.measure + (cut.wider if cut else 0) - hang
    measures = Measures(rest=(hang, measure))
    head = _drop_cap_of(text) if role.drop_cap_lines else ""
    if head:
        alone = 1 if text[0].text[len(head) : len(head) + 1] == " " else 0
        text, cap, taken = _set_drop_cap(setting, text, role, head)
        measures = replace(measures, first=((hang + taken, measure - taken),) * role.drop_cap_lines)
    elif role.indent:
        measures = replace(measures, first=((hang + role.indent, measure - role.indent),))
    if cut:
        measures = Measures((hang, setting.measure - hang), tuple(measures.of(0, cut.lines)))
    return _Opened(text, measures, cap, alone)


def _set_lines(
    setting: Setting, text: Text, role: TextStyle, measures: Measures, looseness: int
) -> tuple[tuple[Line, ...], Text]:
    """The lines, and the text as it stands in them."""
    lines = set_text(setting.case, text, role, setting.language, measures, looseness)
    numbered = with_pages(setting, text)
    if numbered is text:
        return lines, text
    breaks = tuple(line.break_at for line in lines)
    return reset_text(setting.case, numbered, role, setting.language, measures, breaks), numbered


def _with_links(blocks: tuple[Block, ...], links: Iterable[tuple[int, Placed]]) -> tuple[Block, ...]:
    linked = list(blocks)
    for number, link in links:
        linked[number] = replace(linked[number], paint=(*linked[number].paint, link))
    return tuple(linked)


def _drop_cap_of(text: Text) -> str:
    """The letter that drops, with the quotation mark before it; nothing where a paragraph starts otherwise."""
    start = text[0].text if text else ""
    for length, character in enumerate(start, 1):
        if character.isalpha():
            return start[:length]
        if unicodedata.category(character) not in ("Pi", "Pf", "Po", "Ps"):
            break
    return ""


def _set_drop_cap(setting: Setting, text: Text, role: TextStyle, head: str) -> tuple[Text, tuple[Placed, ...], int]:
    """The rest of the text, the initial's paint from the paragraph's top left corner, and the width it takes.

    Its capitals reach from the height of the first line's capitals to the baseline of its last line. It looks the same
    whatever the emphasis of the words that it opens.
    """
    page, style = setting.style.page, setting.role(role.drop_cap_role)
    body = setting.case.faces.face(role.family, role.weight, role.posture, role.size / 12_700)
    probe = setting.case.faces.face(style.family, style.weight, style.posture, style.optical_size_pt or 72.0)
    depth = (role.drop_cap_lines - 1) * page.leading + body.cap_height * role.size // body.units_per_em
    size = depth * probe.units_per_em // probe.cap_height
    style = replace(style, size=size, leading=size, optical_size_pt=style.optical_size_pt or 72.0)
    first, rest = text[0], text[1:]
    initial = replace(first, text=head, emphasis=Emphasis.NONE)
    lines = set_display(setting.case, (initial,), style, setting.language, setting.measure)
    foot = page.baseline + (role.drop_cap_lines - 1) * page.leading
    cap = tuple(
        Placed(role.hang + dx, foot, glyphs, setting.part, first.span, setting.story)
        for line in lines
        for dx, glyphs in line.glyphs
    )
    taken = max(line.width for line in lines) + role.drop_cap_gap
    remainder = first.text[len(head) :].lstrip(" ")
    return (replace(first, text=remainder), *rest), cap, taken


def _with_drop_cap(
    setting: Setting, blocks: tuple[Block, ...], cap: tuple[Placed, ...], lines: int, alone: int
) -> tuple[Block, ...]:
    """Joins the initial and the lines beside it into one block, at least as deep as the initial.

    `alone` is 1 where the initial is a word by itself, which the lines do not count.
    """
    beside, after = blocks[:lines], blocks[lines:]
    leading = setting.style.page.leading
    paint = list(cap)
    for row, block in enumerate(beside):
        paint += [replace(placed, y=placed.y + row * leading) for placed in block.paint]
    joined = replace(
        beside[-1],
        paint=tuple(paint),
        rows=lines,
        words=alone + sum(block.words for block in beside),
        kind="lede",
        fit=max((block.fit for block in beside), key=tuple(LineFit).index),
        word_space=max(block.word_space for block in beside),
    )
    return (joined, *after)
