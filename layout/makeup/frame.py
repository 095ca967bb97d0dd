"""A part of a story as it stands in one rectangle: paints, account and what is left.

Takes an `Ending`, gives a `Frame` for each of its rooms. Rows count from the frame's own top; decides nothing.
"""

from collections.abc import Iterator
from dataclasses import field, replace

from layout.elements.body import paragraphs_of, running
from layout.elements.display import Display
from layout.elements.legs import Galley, LegEnd, Way, misfits, pour
from layout.elements.setting import moved
from layout.makeup.ending import Ending
from layout.makeup.galleys import Rest
from layout.makeup.wells import Edge, Segment, Spot, Well
from layout.model.issue import Article, At
from layout.model.page import Block, Misfit, Part, Placed, Rule
from layout.model.style import Makeup, PageStyle
from layout.record import record
from layout.units import Emu

TEXT = ("line", "lede")
"""Kinds of blocks that are lines of a paragraph."""


@record
class Frame:
    """A part of a story on a page. `used` is the depth that it fills, `short` the rows that its legs lack to end level,
    all together, `empty` those that they leave white, `deeper` a piece beside which the text ends; `pieces` are those of
    the manifest that stand in it or were left out for it, `left_out` the words of what was left out of the text, `head`
    what stands above its legs, `beside` the words of its fixtures: as written, and as set; `jumps` says that it ends in a
    jump line."""

    paint: tuple[Placed, ...]
    blocks: tuple[Block, ...]
    used: int
    short: int
    empty: int
    cost: int
    notes: tuple[str, ...]
    misfits: tuple[Misfit, ...]
    pieces: tuple[str, ...]
    deeper: str = ""
    left_out: int = 0
    beside: tuple[int, int] = (0, 0)
    head: Display = field(default_factory=Display)
    jumps: bool = False


@record
class _Share:
    """One room's share of an ending: its well, and the legs that it holds of the galley, from block `begin` on."""

    galley: Galley
    well: Well
    ends: tuple[LegEnd, ...]
    begin: int

    def legs(self) -> Iterator[tuple[Segment, int, LegEnd]]:
        """Each segment with the block that it begins with and its end."""
        begin = self.begin
        for segment, end in zip(self.well.segments, self.ends, strict=True):
            yield segment, begin, end
            begin = end.end

    @property
    def is_last(self) -> bool:
        """Whether the story ends in it."""
        return self.ends[-1].end == len(self.galley.blocks)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What it holds of the galley."""
        return self.galley.blocks[self.begin : self.ends[-1].end] if self.ends else ()


def make_frames(ending: Ending) -> tuple[Frame, ...]:
    """A frame for each room; the first holds the story's head."""
    frames = []
    for number, share in enumerate(_shares(ending)):
        frame = _frame(ending, share)
        if number == 0:
            head = ending.story.heads[ending.head]
            paint = (*head.paint, *frame.paint)
            pieces = (*frame.pieces, *(fixture.id for fixture in ending.left_out))
            notes = (*_notes(ending), *frame.notes)
            frame = replace(frame, paint=paint, notes=notes, pieces=pieces, left_out=_left_out(ending), head=head)
        frames.append(frame)
    return tuple(frames)


def last_rows(ending: Ending) -> int:
    """The rows of text in the last room."""
    *_, share = _shares(ending)
    return sum(block.rows for block in share.blocks)


def paragraph_at(article: Article, block: Block) -> int:
    """The number of the paragraph in which a block stands, or of the last before it: from 1, as they are written."""
    written = (paragraph.span.line for paragraph in paragraphs_of(running(article)))
    return sum(block.span is not None and line <= block.span.line for line in written)


def rest_of(ending: Ending) -> Rest | None:
    """What found no room; None where the story has ended and all its pieces stand."""
    story, galley = ending.story, ending.breaks.galley
    pieces = story.pieces[sum(len(well.spots) for well in ending.wells) + len(ending.left_out) :]
    end = ending.breaks.ends[-1].end
    if end == len(galley.blocks):
        return Rest(story.first + len(galley.at) - 1, pieces) if pieces else None
    strip = galley.strip_of[end]
    lines = sum(block.rows for block in galley.blocks[galley.at[strip] : end])
    if not lines:
        return Rest(story.first + strip, pieces)
    return Rest(story.first + strip, pieces, galley.blocks[end : galley.at[strip + 1]], lines, story.setting.measure)


def with_lines(ending: Ending, lines: tuple[Block, ...]) -> Ending:
    """The ending with the last lines of a divided paragraph replaced by as many others."""
    galley, end = ending.breaks.galley, ending.breaks.ends[-1].end
    strips = galley.strips()
    number = galley.strip_of[end]
    strips[number] = (*lines, *strips[number][len(lines) :])
    return replace(ending, breaks=replace(ending.breaks, galley=Galley(strips)))


def _shares(ending: Ending) -> Iterator[_Share]:
    begin = at = 0
    for well in ending.wells:
        ends = ending.breaks.ends[at : at + len(well.segments)]
        yield _Share(ending.breaks.galley, well, ends, begin)
        at += len(ends)
        begin = ends[-1].end


def _frame(ending: Ending, share: _Share) -> Frame:
    story = ending.story
    leading, step = story.setting.style.page.leading, story.setting.measure + story.setting.style.page.alley
    paint: list[Placed] = []
    loose: list[Misfit] = []
    for segment, begin, end in share.legs():
        x = segment.leg * step
        paint += moved(pour(share.galley, begin, end, leading), x, segment.top * leading)
        loose += [one.moved(x, segment.top) for one in misfits(share.galley, begin, end, story.setting.measure)]
    written = words = 0
    for spot in share.well.spots:
        display = spot.fixture.make(spot.rows)
        lower = _above_foot(display, spot, story.setting.style.page) if spot.stand.edge is Edge.FOOT else 0
        paint += moved(display.paint, spot.stand.leg * step, spot.row * leading + lower)
        loose += [misfit.moved(spot.stand.leg * step, spot.row) for misfit in display.misfits]
        written, words = written + spot.fixture.words, words + display.words
    paint += _column_rules(ending, share)
    return Frame(
        tuple(paint),
        share.blocks,
        share.well.rows,
        _short_rows(share, story.makeup),
        sum(end.empty for end in share.ends),
        ending.breaks.cost,
        _piece_notes(share.well),
        tuple(loose),
        tuple(spot.fixture.id for spot in share.well.spots) + tuple(b.piece for b in share.blocks if b.piece),
        _deeper(share),
        beside=(written, words),
    )


def _above_foot(display: Display, spot: Spot, page: PageStyle) -> Emu:
    """How far a piece at the foot of its legs ends above its last baseline: it stands on that, as the text beside it does."""
    last = (spot.rows - 1) * page.leading + page.baseline
    return max(0, last - max(placed.y + getattr(placed.paint, "depth", 0) for placed in display.paint))


def _short_rows(share: _Share, makeup: Makeup) -> int:
    """The rows that legs lack to end level, all together. Where the story ends each may be a line short: lines do not
    always divide by legs, and so few that a paragraph may not give each leg some do so nowhere."""
    if not share.is_last:
        return sum(end.empty for end in share.ends)
    if sum(block.rows for block in share.blocks) < makeup.orphan_lines * len(share.ends):
        return 0
    return sum(max(0, end.empty - 1) for end in share.ends)


def _deeper(share: _Share) -> str:
    """A piece that goes on beside the story's end where a leg is short: there is too little text for its depth."""
    feet = [segment.foot for segment, end in zip(share.well.segments, share.ends, strict=True) if end.empty > 1]
    for spot in share.well.spots if share.is_last else ():
        if any(spot.row < foot <= spot.row + spot.rows for foot in feet):
            return spot.fixture.id
    return ""


def _left_out(ending: Ending) -> int:
    """Source words of strips that were left out."""
    natural = ending.story.galley
    return sum(sum(block.words for block in natural.strip(n)) for n, way in ending.breaks.ways if not way.blocks)


def _notes(ending: Ending) -> tuple[str, ...]:
    """The steps of the fit ladder that were taken for the whole story, in its order."""
    galley, article = ending.story.galley, ending.story.article
    ways = tuple(_way_note(article, galley.strip(number), way) for number, way in ending.breaks.ways)
    dropped = tuple(f"{fixture.id} left out" for fixture in ending.left_out)
    return (*ways, *dropped, *((f"headline {ending.head + 1} of its alternates",) if ending.head else ()))


def _way_note(article: Article, natural: tuple[Block, ...], way: Way) -> str:
    paragraph = paragraph_at(article, natural[0])
    return f"{way.note} in paragraph {paragraph}" if natural[0].kind in TEXT else way.note


def _piece_notes(well: Well) -> tuple[str, ...]:
    """The pieces that are not as deep as they would be, or not where they were to stand."""
    depths = (
        f"picture {spot.fixture.id} {spot.fixture.natural} rows -> {spot.rows} rows"
        for spot in well.spots
        if spot.rows != spot.fixture.natural
    )
    places = (
        f"{spot.fixture.id} at the {spot.stand.edge.value} of its legs, which are too short for the middle"
        for spot in well.spots
        if spot.fixture.at is At.MIDDLE and spot.stand.edge is not Edge.MIDDLE
    )
    return (*depths, *places)


def _column_rules(ending: Ending, share: _Share) -> list[Placed]:
    """Rules in the alleys, beside the deeper of two neighbouring legs, wherever text stands on both sides."""
    style, story = ending.story.setting.style, ending.story
    page, thickness = style.page, style.makeup.column_rule
    if not thickness:
        return []
    rules = []
    stretches = [
        (segment.leg, segment.top, segment.top + share.galley.depth(begin, end.end) + end.spread)
        for segment, begin, end in share.legs()
    ]
    for leg, top, foot in stretches:
        for other, other_top, other_foot in stretches:
            if other != leg + 1:
                continue
            first, last = max(top, other_top), max(foot, other_foot)
            if last <= first or min(foot, other_foot) <= first:
                continue
            x = other * (story.setting.measure + page.alley) - page.alley // 2
            y = first * page.leading + page.inset
            depth = (last - 1) * page.leading + page.baseline - y
            rule = Rule(0, depth, thickness, style.makeup.rule_ink)
            rules.append(Placed(x, y, rule, Part.RULE, story.article.span, story.article.slug))
    return rules
