"""Stories set to a measure.

Answers make-up's only question upward: this story, or what is left of it, at this measure. Answers are kept, since a story
is asked for more than once; one with page references is set anew when its numbers are known, with the same breaks.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any

from layout.elements.body import running, set_story_strips
from layout.elements.head import set_byline, set_head
from layout.elements.legs import Galley, Way
from layout.elements.setting import Display, Setting
from layout.elements.strip import Cut, Strip
from layout.elements.wording import references
from layout.makeup.fixtures import Fixture, Piece, fixture_of, pieces_of
from layout.model.issue import Article, Issue
from layout.model.page import Block
from layout.model.style import Makeup
from layout.record import record
from layout.typeset.typecase import Typecase
from layout.units import Emu


@record
class Rest:
    """What is left of a story: from strip `strip` on, of which `lines` stand already and `blocks` remain at `measure`,
    with `pieces` that have found no place yet."""

    strip: int
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...] = ()
    lines: int = 0
    measure: Emu = 0


@record
class SetStory:
    """A story, or what is left of it, set for legs of one measure.

    `heads` are the ways to set its head, the one asked for first, then those with a shorter headline. `first` is the
    number of the galley's first strip in the whole story: 0 is the byline's. `known` keeps what was found for it: the
    same story is asked to end in the same rooms again.
    """

    article: Article
    setting: Setting
    heads: tuple[Display, ...]
    galley: Galley
    pieces: tuple[Piece, ...]
    first: int
    ways: Callable[[int], tuple[Way, ...]]
    fixture: Callable[[Piece, int], Fixture]
    known: dict[Hashable, Any] = field(default_factory=dict)

    @property
    def makeup(self) -> Makeup:
        """The limits and costs of its style."""
        return self.setting.style.makeup

    def fixtures(self, legs: int) -> tuple[Fixture, ...]:
        """Its pieces as fixtures of a place so many legs wide."""
        return tuple(self.fixture(piece, legs) for piece in self.pieces)

    def in_other_ways(self, strips: Iterable[int]) -> Galley:
        """The galley in which some strips may be set in other ways too."""
        natural = self.galley.strips()
        ways = {}
        # Where only pieces are left there are no strips at all.
        for number in strips if natural else ():
            others = self.ways(number)
            if others:
                ways[number] = (Way(natural[number]), *others)
        return self.galley.in_ways(ways)


@dataclass(slots=True)
class _Kept:
    """One story at one measure, with what has been asked of it."""

    setting: Setting
    article: Article
    others: dict[int, tuple[Way, ...]] = field(default_factory=dict)
    fixtures: dict[tuple[int, int], Fixture] = field(default_factory=dict)
    strips: tuple[Strip, ...] = ()
    pieces: tuple[Piece, ...] = ()

    def ways(self, number: int) -> tuple[Way, ...]:
        """The other ways to set a strip of the whole story."""
        if number not in self.others:
            self.others[number] = self.strips[number].ways()
        return self.others[number]

    def blocks(self) -> list[tuple[Block, ...]]:
        """The strips as they are naturally set."""
        return [strip.blocks for strip in self.strips]

    def fixture(self, piece: Piece, legs: int) -> Fixture:
        """A piece as a fixture."""
        key = (id(piece.content), legs)
        if key not in self.fixtures:
            self.fixtures[key] = fixture_of(self.setting, piece, legs)
        return self.fixtures[key]


class Galleys:
    """The stories of one issue as they are asked for."""

    def __init__(self, issue: Issue, case: Typecase, pages: dict[str, int]) -> None:
        self._issue = issue
        self._setting = Setting(case, issue.style, issue.language, 0, pages=pages)
        self._kept: dict[tuple[str, Emu], _Kept] = {}
        self._heads: dict[tuple[str, Emu], tuple[Display, ...]] = {}
        self._stories: dict[tuple[str, Emu, int], SetStory] = {}

    def numbered(self, pages: dict[str, int]) -> "Galleys":
        """The same stories, once it is known on which pages they stand: only those that refer to a page which was not
        foreseen are set anew."""
        known = self._setting.pages
        other = Galleys(self._issue, self._setting.case, pages)
        settled = {
            article.slug
            for article in self._issue.articles
            if all(known.get(slug) == pages.get(slug) for slug in references(article))
        }
        other._kept = {key: kept for key, kept in self._kept.items() if key[0] in settled}
        other._heads = self._heads
        other._stories = {key: story for key, story in self._stories.items() if key[0] in settled}
        return other

    def page_setting(self) -> Setting:
        """The setting of page furniture."""
        return self._setting

    def set_story(self, article: Article, width: Emu, legs: int) -> SetStory:
        """The whole story for a rectangle `width` wide in `legs` legs."""
        key = (article.slug, width, legs)
        if key not in self._stories:
            kept = self._at(article, self._issue.style.page.measure_of(width, legs))
            heads, galley = self._heads_of(article, width), Galley(kept.blocks())
            self._stories[key] = SetStory(article, kept.setting, heads, galley, kept.pieces, 0, kept.ways, kept.fixture)
        return self._stories[key]

    def set_rest(self, article: Article, rest: Rest, measure: Emu, head: Display) -> SetStory:
        """What is left of a story, at a measure, below another head."""
        kept = self._at(article, measure)
        cut = self._cut(kept, rest) if rest.blocks else ()
        strips = kept.blocks()[rest.strip :]
        if cut:
            strips[0] = cut

        def ways(number: int) -> tuple[Way, ...]:
            return () if cut and not number else kept.ways(rest.strip + number)

        return SetStory(
            article, kept.setting, (head,), Galley(strips), rest.pieces, rest.strip, ways, kept.fixture
        )  # fmt: skip

    def cut_lines(self, article: Article, rest: Rest, measure: Emu) -> tuple[Block, ...]:
        """The lines of a divided paragraph that stand already, as they are when it goes on at another measure."""
        return _split(self._whole(self._at(article, measure), rest), rest.lines)[0]

    def _cut(self, kept: _Kept, rest: Rest) -> tuple[Block, ...]:
        """The blocks of a divided strip that are left."""
        if rest.measure == kept.setting.measure:
            return rest.blocks
        return _split(self._whole(kept, rest), rest.lines)[1] or rest.blocks

    def _whole(self, kept: _Kept, rest: Rest) -> tuple[Block, ...]:
        """A divided strip, its first lines at the measure where they stand; nothing where it cannot be set so."""
        cut = kept.strips[rest.strip].cut
        return cut(Cut(rest.lines, rest.measure - kept.setting.measure)) if cut else ()

    def divisible(self, article: Article, measure: Emu, number: int) -> bool:
        """Whether a strip of the story may go on at another measure."""
        return self._at(article, measure).strips[number].cut is not None

    def _at(self, article: Article, measure: Emu) -> _Kept:
        key = (article.slug, measure)
        if key not in self._kept:
            setting = replace(self._setting, measure=measure, language=article.language, story=article.slug)
            byline, parts = Strip(set_byline(setting, article)), set_story_strips(setting, running(article))
            begins = list(accumulate((len(part) for part in parts), initial=1))[: len(parts)]
            strips = (byline, *(strip for part in parts for strip in part))
            self._kept[key] = _Kept(setting, article, strips=strips, pieces=pieces_of(article, begins))
        return self._kept[key]

    def _heads_of(self, article: Article, width: Emu) -> tuple[Display, ...]:
        key = (article.slug, width)
        if key not in self._heads:
            setting = replace(self._setting, language=article.language, story=article.slug)
            self._heads[key] = tuple(
                set_head(setting, replace(article, headline=headline), width)
                for headline in (article.headline, *article.headlines)
            )
        return self._heads[key]


def _split(blocks: tuple[Block, ...], lines: int) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks that hold the first `lines` rows, and the others."""
    taken = rows = 0
    while taken < len(blocks) and rows < lines:
        rows += blocks[taken].rows
        taken += 1
    return blocks[:taken], blocks[taken:]
