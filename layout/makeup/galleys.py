"""Stories set to a measure.

Answers make-up's only question upward: this story, at this measure. Answers are kept, since a story is asked for more
than once; one with page references is set anew when its numbers are known, with the same breaks.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from layout.elements.body import reset_paragraph, running, set_story_parts
from layout.elements.head import set_byline, set_head
from layout.elements.legs import Galley
from layout.elements.setting import Display, Setting
from layout.elements.wording import refers
from layout.makeup.fixtures import Fixture, fixtures_of, leg_measure
from layout.model.issue import Article, Issue
from layout.typeset.typecase import Typecase
from layout.units import Emu

Loosening: TypeAlias = tuple[tuple[int, int], ...]
"""(number of a paragraph in the body, lines more or fewer), in order."""


@dataclass(frozen=True, slots=True)
class SetStory:
    """A story set for a rectangle: its head across, its fixtures, its galley at the leg's measure.

    `loosened` gives the galley with some paragraphs a line longer or shorter.
    """

    article: Article
    setting: Setting
    legs: int
    head: Display
    galley: Galley
    fixtures: tuple[Fixture, ...]
    loosened: Callable[[Loosening], Galley]


class Galleys:
    """The stories of one issue as they are asked for."""

    def __init__(self, issue: Issue, case: Typecase, pages: dict[str, int]) -> None:
        self._issue = issue
        self._setting = Setting(case, issue.style, issue.language, 0, pages=pages)
        self._set: dict[tuple[str, Emu, int], SetStory] = {}

    def numbered(self, pages: dict[str, int]) -> "Galleys":
        """The same stories, once it is known on which pages they stand."""
        other = Galleys(self._issue, self._setting.case, pages)
        other._set = {key: story for key, story in self._set.items() if not refers(story.article)}
        return other

    def page_setting(self) -> Setting:
        """The setting of page furniture."""
        return self._setting

    def set_story(self, article: Article, width: Emu, legs: int) -> SetStory:
        """The story for a rectangle `width` wide in `legs` legs."""
        key = (article.slug, width, legs)
        if key not in self._set:
            self._set[key] = self._set_story(article, width, legs)
        return self._set[key]

    def _set_story(self, article: Article, width: Emu, legs: int) -> SetStory:
        measure = leg_measure(width, legs, self._issue.style.page.alley)
        setting = replace(self._setting, measure=measure, language=article.language, story=article.slug)
        body = running(article)
        byline, parts = set_byline(setting, article), set_story_parts(setting, body)

        def loosened(loosening: Loosening) -> Galley:
            changed = list(parts)
            for number, looseness in loosening:
                changed[number] = reset_paragraph(setting, body, number, looseness)
            return Galley(byline + tuple(block for part in changed for block in part))

        head, fixtures = set_head(setting, article, width), fixtures_of(setting, article, legs)
        return SetStory(article, setting, legs, head, loosened(()), fixtures, loosened)
