"""Other ways to set a strip, for make-up to close gaps and overset with.

Each has its price in the style's costs and its name in the story's account. The natural way is `elements.body`'s.
"""

from collections.abc import Callable
from dataclasses import replace

from layout.elements.legs import Way
from layout.elements.paragraph import Paragraph, lines_open_to, set_paragraph
from layout.elements.picture import Picture
from layout.elements.pull_quote import PullQuote
from layout.elements.setting import Setting
from layout.elements.strip import Blocks
from layout.model.issue import Need
from layout.model.style import TextStyle
from layout.model.text import LineFit


def paragraph_ways(setting: Setting, content: Paragraph, role: TextStyle, natural: Blocks) -> tuple[Way, ...]:
    """A paragraph in a line more and in a line fewer: by its spaces alone or, failing that, with a little tracking, half
    of the style's limit first."""
    makeup = setting.style.makeup
    limit = makeup.tracking_limit
    is_open = lines_open_to(setting, content, role)
    ways: list[Way] = []
    for more in (1, -1):
        tried = [(0, makeup.costs.loosening, f"looseness {more:+d}")]
        for times, by in enumerate(sorted({limit // 2, limit} - {0}), 1):
            tried.append((more * by, times * makeup.costs.tracking, f"tracking {more * by:+d}/1000 em"))
        for tracking, cost, name in tried:
            if not is_open(_rows(natural) + more, tracking):
                continue
            style = replace(role, tracking=role.tracking + tracking) if tracking else role
            blocks = set_paragraph(setting, content, style, more)
            if _rows(blocks) - _rows(natural) == more and _as_good(blocks, natural):
                ways.append(Way(blocks, cost, name))
                break
    return tuple(ways)


def picture_ways(
    setting: Setting, picture: Picture, least: int, most: int, at_depth: Callable[[int], Blocks]
) -> tuple[Way, ...]:
    """A picture of the text in all the other depths that it may have."""
    natural = (least + most) // 2
    price = setting.style.makeup.costs.picture_row
    return tuple(
        Way(at_depth(rows), abs(rows - natural) * price, f"picture {picture.id} {natural} rows -> {rows} rows")
        for rows in range(least, most + 1)
        if rows != natural
    )


def pull_quote_ways(setting: Setting, quote: PullQuote) -> tuple[Way, ...]:
    """A pull quote left out, where its editor allows it."""
    if quote.need is Need.REQUIRED:
        return ()
    return (Way((), setting.style.makeup.costs.left_out, "pull quote left out"),)


def _rows(blocks: Blocks) -> int:
    return sum(block.rows for block in blocks)


def _as_good(blocks: Blocks, natural: Blocks) -> bool:
    """No loose line more, and no last line of one word where there was none."""
    loose, before = (sum(block.fit is not LineFit.FITS for block in way) for way in (blocks, natural))
    return loose <= before and blocks[-1].words >= min(2, natural[-1].words)
