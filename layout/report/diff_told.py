"""A `Difference` in words and as JSON: the answers of `layout diff`."""

import json
from collections.abc import Iterable, Iterator, Sequence

from layout.diagnostics import counted
from layout.model.page import StoryFit
from layout.report.compare import Difference, PageChange, StoryChange


def diff_text(difference: Difference) -> str:
    """The difference for people: a line a story, one for pages that differ by
    more than stories, one for all pages."""
    if difference.is_none:
        return "no page differs\n"
    lines = [f"{change.slug}: {story_told(change)}" for change in difference.stories]
    lines += _parts_told(difference.pages)
    return "\n".join((*lines, pages_told(difference))) + "\n"


def diff_json(difference: Difference) -> str:
    """The difference for programs: of pairs, the first is old, the second new; null is a story that is not there."""
    written = {
        "old": difference.old,
        "new": difference.new,
        "page_counts": difference.counts,
        "pages": [{"number": page.number, "stories": page.stories, "parts": page.parts} for page in difference.pages],
        "stories": [
            {
                "slug": change.slug,
                "told": story_told(change),
                "changed_pages": change.pages,
                "reworded": change.reworded,
                "old": _fared(change.old),
                "new": _fared(change.new),
            }
            for change in difference.stories
        ],
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def pages_told(difference: Difference) -> str:
    """Which pages differ, of how many."""
    old, new = difference.counts
    count = f"{new}" if old == new else f"{new} (there were {old})"
    if not difference.pages:
        return f"no page differs of {count}"
    numbers = [page.number for page in difference.pages]
    return f"{_pages(numbers)} {'differs' if len(numbers) == 1 else 'differ'}, of {count}"


def story_told(change: StoryChange) -> str:
    """What became of a story, in one sentence."""
    old, new = change.old, change.new
    if new is None:
        return f"gone; it had {_length(old)}" if old else "gone"
    if old is None:
        return f"new, {_length(new)}"
    told = [*_grown(old, new), *_went(old, new), *_fitted(old, new)]
    if not told:
        told = ["reworded at the same length" if change.reworded else "stands otherwise"]
    where = f"; changed on {_pages(change.pages)}" if change.pages else ""
    return "; ".join(told) + where


def part_told(page: PageChange) -> str:
    """By what a page differs."""
    return ", ".join((*page.stories, *page.parts))


def _parts_told(pages: Iterable[PageChange]) -> Iterator[str]:
    """By what of no story pages differ; those that differ by the same are told together."""
    by_parts: dict[tuple[str, ...], list[int]] = {}
    for page in pages:
        by_parts.setdefault(page.parts, []).append(page.number)
    return (f"{_pages(numbers)}: {', '.join(parts)}" for parts, numbers in by_parts.items() if parts)


def _grown(old: StoryFit, new: StoryFit) -> Iterator[str]:
    differences = ((new.source_words - old.source_words, "word"), (new.lines - old.lines, "line"))
    grown = " and ".join(_more(count, thing) for count, thing in differences if count)
    if grown:
        yield f"{grown}, now {counted(new.source_words, 'word')} in {counted(new.lines, 'line')}"
    if (old.overset_lines, old.overset_words) != (new.overset_lines, new.overset_words):
        lines, words = counted(new.overset_lines, "line"), counted(new.overset_words, "word")
        yield f"overset by {lines}, {words}" if new.overset_words or new.overset_lines else "no longer overset"


def _went(old: StoryFit, new: StoryFit) -> Iterator[str]:
    before, after = ([page for page, _ in story.left_behind] for story in (old, new))
    if old.pages != new.pages:
        yield f"from {_pages(old.pages)} to {_pages(new.pages)}"
    if before != after:
        yield f"jumps on {_pages(after)}" if after else "jumps no more"


def _fitted(old: StoryFit, new: StoryFit) -> Iterator[str]:
    if old.fit != new.fit:
        yield f"fit: {', '.join(new.fit)}" if new.fit else "fits as it is"


def _length(story: StoryFit) -> str:
    words, lines = counted(story.source_words, "word"), counted(story.lines, "line")
    return f"{words} in {lines} on {_pages(story.pages)}"


def _fared(story: StoryFit | None) -> dict[str, object] | None:
    if story is None:
        return None
    return {
        "pages": story.pages,
        "jumps": [page for page, _ in story.left_behind],
        "words": story.source_words,
        "lines": story.lines,
        "overset_lines": story.overset_lines,
        "overset_words": story.overset_words,
        "fit": story.fit,
    }


def _pages(numbers: Sequence[int]) -> str:
    if not numbers:
        return "no page"
    return f"page {numbers[0]}" if len(numbers) == 1 else f"pages {', '.join(_ranges(numbers))}"


def _ranges(numbers: Iterable[int]) -> Iterator[str]:
    """Numbers in order, neighbours told together: `2-4`."""
    first = last = 0
    for number in (*numbers, 0):
        if first and number != last + 1:
            yield f"{first}" if first == last else f"{first}-{last}"
            first = 0
        first, last = first or number, number


def _more(count: int, thing: str) -> str:
    return f"{counted(abs(count), thing)} {'more' if count > 0 else 'fewer'}"
