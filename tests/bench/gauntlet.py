"""The gauntlet for the bench: its text for Typst's plain columns, and ten gauntlets in a row for ourselves.

Takes a folder to write to; the gauntlet itself is read from this repository.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.bench.corpus import Story, stories_of

ISSUES = Path(__file__).parents[2] / "issues"
SLUG, PAGES, TIMES = "gauntlet", 36, 10


def gauntlet_stories() -> list[Story]:
    """All of the gauntlet's stories as headings and paragraphs."""
    articles = _manifest()["articles"]
    return list(stories_of(ISSUES / SLUG / article["story"] for article in articles))


def write_gauntlets(folder: Path) -> tuple[Path, Path]:
    """A workspace with the gauntlet and one ten times as long; gives the two manifests."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ISSUES, folder / "issues")
    once = folder / "issues" / SLUG / "issue.yaml"
    many = once.with_name("many.yaml")
    issue = _manifest()
    articles = [_again(article, turn) for turn in range(TIMES) for article in issue["articles"]]
    plans = [_later(plan, turn) for turn in range(TIMES) for plan in issue["dummy"]]
    issue |= {"pages": PAGES * TIMES, "articles": articles, "dummy": plans}
    many.write_text(yaml.safe_dump(issue, allow_unicode=True, width=10_000), "utf-8")
    return once, many


def _manifest() -> dict[str, Any]:
    issue: dict[str, Any] = yaml.safe_load((ISSUES / SLUG / "issue.yaml").read_text("utf-8"))
    return issue


def _slug(name: str, turn: int) -> str:
    return f"{name}-{turn}" if turn else name


def _again(article: dict[str, Any], turn: int) -> dict[str, Any]:
    """An article of a later gauntlet; its jump, wherever it is written, goes to that one's page."""
    front = re.search(r"^jump: \{to: (\d+)\}$", (ISSUES / SLUG / article["story"]).read_text("utf-8"), re.MULTILINE)
    jump = article.get("jump", {"to": int(front[1])} if front else None)
    moved = {"jump": {"to": jump["to"] + turn * PAGES}} if isinstance(jump, dict) else {}
    return {**article, "slug": _slug(article.get("slug", Path(article["story"]).stem), turn), **moved}


def _later(plan: dict[str, Any], turn: int) -> dict[str, Any]:
    later = dict(plan)
    if "page" in plan:
        later["page"] = plan["page"] + turn * PAGES
    else:
        first, last = (int(page) + turn * PAGES for page in plan["pages"].split("-"))
        later["pages"] = f"{first}-{last}"
    if "run" in plan:
        later["run"] = [_slug(name, turn) for name in plan["run"]]
    slots = plan.get("slots", [])
    later["slots"] = [
        {**slot, "article": _slug(slot["article"], turn)} if "article" in slot else slot for slot in slots
    ]
    return later
