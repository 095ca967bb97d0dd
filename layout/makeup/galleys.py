"""Stories set to a measure.

Answers make-up's only question upward: this story, or what is left of it, at this measure. Answers are kept, since a story
is asked for more than once; one with page references is set anew when its numbers are known, with the same breaks. They
stand in the typecase, so that who builds again from the same case sets only what was changed.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any

from layout.elements.body import running, set_story_strips
from layout.elements.display import Display
from layout.elements.head import set_byline, set_head
from layout.elements.legs import Galley, Way
from layout.elements.setting import Setting
from layout.elements.strip import Cut, Strip
from layout.elements.wording import references
from layout.makeup.fixtures import Fixture, Piece, fixture_of, pieces_of
from layout.model.issue import Article, Issue
from layout.model.page import Block
from layout.model.style import Makeup, Style
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
        """The galley in which some strips may be set in other ways too: the same one whenever it is asked for, with the legs
        that were broken in it."""
        # Where only pieces are left there are no strips at all.
        galley = self.galley
        asked = tuple(sorted({*strips})) if len(galley.at) > 1 else ()
        if asked not in galley.others:
            others = {number: self.ways(number) for number in asked}
            galley.others[asked] = galley.in_ways(
                {number: (Way(galley.strip(number)), *ways) for number, ways in others.items() if ways}
            )
        return galley.others[asked]


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


@dataclass(slots=True)
class _Standing:
    """A story as it is set in one style, with the numbers of the pages to which it refers."""

    article: Article
    style: Style
    language: str
    at: dict[Emu, _Kept] = field(default_factory=dict)
    heads: dict[tuple[Emu, int], tuple[Display, ...]] = field(default_factory=dict)
    stories: dict[tuple[Emu, int, int], SetStory] = field(default_factory=dict)
    known: dict[Hashable, Any] = field(default_factory=dict)

    def serves(self, other: "_Standing") -> bool:
        """Whether another would be set the same."""
        return (self.article, self.style, self.language) == (other.article, other.style, other.language)


class Galleys:
    """The stories of one issue as they are asked for."""

    def __init__(self, issue: Issue, case: Typecase, pages: dict[str, int]) -> None:
        self._issue = issue
        self._setting = Setting(case, issue.style, issue.language, 0, pages=pages)
        self._standing: dict[str, _Standing] = {}

    def numbered(self, pages: dict[str, int]) -> "Galleys":
        """The same stories, once it is known on which pages they stand: only those that refer to a page which was not
        foreseen are set anew."""
        return Galleys(self._issue, self._setting.case, pages)

    def known(self, article: Article) -> dict[Hashable, Any]:
        """What was found for a story by whoever had it set the same: to be added to."""
        return self._of(article).known

    @property
    def case(self) -> Typecase:
        """The typecase that stories are set from."""
        return self._setting.case

    def page_setting(self) -> Setting:
        """The setting of page furniture."""
        return self._setting

    def set_story(self, article: Article, width: Emu, legs: int, steps: int = 0) -> SetStory:
        """The whole story for a rectangle `width` wide in `legs` legs, its headline so many sizes smaller than its
        priority asks for."""
        stories = self._of(article).stories
        if (width, legs, steps) not in stories:
            kept = self._at(article, self._issue.style.page.measure_of(width, legs))
            heads, galley = self._heads_of(article, width, steps), Galley(kept.blocks())
            stories[width, legs, steps] = SetStory(
                article, kept.setting, heads, galley, kept.pieces, 0, kept.ways, kept.fixture
            )  # fmt: skip
        return stories[width, legs, steps]

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
        kept = self._of(article).at
        if measure not in kept:
            setting = replace(self._setting, measure=measure, language=article.language, story=article.slug)
            byline, parts = Strip(set_byline(setting, article)), set_story_strips(setting, running(article))
            begins = list(accumulate((len(part) for part in parts), initial=1))[: len(parts)]
            strips = (byline, *(strip for part in parts for strip in part))
            kept[measure] = _Kept(setting, article, strips=strips, pieces=pieces_of(article, begins))
        return kept[measure]

    def _heads_of(self, article: Article, width: Emu, steps: int) -> tuple[Display, ...]:
        heads = self._of(article).heads
        if (width, steps) not in heads:
            setting = replace(self._setting, language=article.language, story=article.slug)
            heads[width, steps] = tuple(
                set_head(setting, replace(article, headline=headline, priority=article.priority + steps), width)
                for headline in (article.headline, *article.headlines)
            )
        return heads[width, steps]

    def _of(self, article: Article) -> _Standing:
        """What stands of a story: from this build, or from an earlier one that would have set it the same."""
        if article.slug not in self._standing:
            pages, standing = self._setting.pages, self._setting.case.standing
            numbers = tuple((slug, pages.get(slug)) for slug in sorted(references(article)))
            wanted = _Standing(article, self._issue.style, self._issue.language)
            found = standing.get((article.slug, numbers))
            self._standing[article.slug] = found if found is not None and found.serves(wanted) else wanted
            standing[article.slug, numbers] = self._standing[article.slug]
        return self._standing[article.slug]


def _split(blocks: tuple[Block, ...], lines: int) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks that hold the first `lines` rows, and the others."""
    taken = rows = 0
    while taken < len(blocks) and rows < lines:
        rows += blocks[taken].rows
        taken += 1
    return blocks[:taken], blocks[taken:]
