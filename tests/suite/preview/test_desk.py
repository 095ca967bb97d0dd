"""What is told when files are saved: pages that changed, text that moved, and why nothing can be built."""

import asyncio
import json
import os
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from watchfiles import awatch

from layout.build import Checked
from layout.diagnostics import UnusableInput
from layout.model.page import Part
from layout.preview.desk import Desk
from layout.preview.passages import passages
from layout.preview.told import told_text

from .conftest import MANIFEST, STORY, story_of


@pytest.fixture
def desk(manifest: Path) -> Iterator[Desk]:
    yield (desk := Desk(manifest))
    desk.close()
    manifest.write_text(MANIFEST, "utf-8")
    for name in ("one", "two", "three", "four"):
        story_of(manifest, name).write_text(STORY.format(name=name), "utf-8")


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


async def event(desk: Desk, last: str = "") -> dict[str, Any]:
    """The first event that a browser gets which has seen `last`."""
    events = desk.events(last)
    written = await anext(events)
    await events.aclose()
    kind, name, content = written.rstrip("\n").split("\n")
    assert kind == "event: shown"
    return {**json.loads(content.removeprefix("data: ")), "id": name.removeprefix("id: ")}


def numbers(told: dict[str, Any]) -> list[int]:
    return [page["number"] for page in told["pages"]]


def test_only_pages_that_changed_are_told(desk: Desk, manifest: Path) -> None:
    async def work() -> None:
        await desk.rebuild()
        first = await event(desk)
        assert (first["serial"], first["count"], numbers(first)) == (1, 4, [1, 2, 3, 4])
        assert {page["version"] for page in first["pages"]} == {1}
        story_of(manifest, "three").write_text(STORY.format(name="three").replace("short", "not long"), "utf-8")
        await desk.rebuild()
        told = await event(desk, first["id"])
        assert (told["count"], numbers(told), told["pages"][0]["version"]) == (4, [3], 2)
        assert numbers(await event(desk)) == [1, 2, 3, 4]
        assert numbers(await event(desk, f"{os.getpid()}0-1")) == [1, 2, 3, 4]

    run(work())


def test_a_story_that_moves_in_its_file_sends_no_picture_anew(desk: Desk, manifest: Path) -> None:
    async def work() -> None:
        await desk.rebuild()
        first = await event(desk)
        story_of(manifest, "two").write_text(STORY.format(name="two").replace("---\nThe", "---\n\n\nThe"), "utf-8")
        await desk.rebuild()
        assert numbers(await event(desk, first["id"])) == []
        leaf = desk.shown.leaf(2)
        assert leaf is not None
        lines = [one["line"] for one in told_text(leaf.page, desk.root) if one["part"] == Part.BODY.value]
        assert lines == [6, 8]

    run(work())


def test_what_cannot_be_built_is_told_over_the_last_good_pages(desk: Desk, manifest: Path) -> None:
    async def work() -> None:
        await desk.rebuild()
        first = await event(desk)
        manifest.write_text(MANIFEST.replace("stories/two.md}", "stories/two.md, colums: 3}"), "utf-8")
        await desk.rebuild()
        told = await event(desk, first["id"])
        (trouble,) = told["trouble"]
        assert (trouble["file"], trouble["line"], trouble["code"]) == ("issues/first/issue.yaml", 8, "M010")
        assert trouble["path"] == manifest.as_posix()
        assert "columns" in trouble["hint"]
        assert (told["count"], numbers(told), desk.shown.leaf(2) is not None) == (4, [], True)
        manifest.write_text(MANIFEST, "utf-8")
        await desk.rebuild()
        mended = await event(desk, told["id"])
        assert (mended["trouble"], numbers(mended)) == ([], [])

    run(work())


def test_saves_during_a_build_ask_for_one_more(desk: Desk, manifest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    may_end = threading.Event()

    def slow(*_: object) -> Checked:
        started.append("build")
        assert may_end.wait(10)
        raise UnusableInput(())

    async def work() -> None:
        monkeypatch.setattr("layout.preview.desk.check_issue", slow)
        following = asyncio.create_task(desk.keep_up())
        for text in ("first", "second", "third"):
            await asyncio.sleep(0.3)
            story_of(manifest, "one").write_text(text, "utf-8")
        await asyncio.sleep(0.3)
        assert len(started) == 1
        may_end.set()
        await asyncio.sleep(0.6)
        assert len(started) == 2
        following.cancel()

    run(work())


def test_folders_that_the_issue_names_are_watched_too(desk: Desk, manifest: Path) -> None:
    async def work() -> None:
        shared = desk.root / "shared"
        shared.mkdir()
        (shared / "two.md").write_text(STORY.format(name="two"), "utf-8")
        manifest.write_text(MANIFEST.replace("stories/two.md", "../../shared/two.md"), "utf-8")
        following = asyncio.create_task(desk.keep_up())
        await until(lambda: desk.shown.serial == 1)
        await asyncio.sleep(0.5)
        (shared / "two.md").write_text(STORY.format(name="two").replace("short", "not long"), "utf-8")
        await until(lambda: desk.shown.serial == 2)
        following.cancel()

    run(work())


def test_saves_are_seen_where_the_system_does_not_tell_of_them(
    desk: Desk, manifest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short_of_watches(*folders: Path, force_polling: bool | None, **options: Any) -> AsyncIterator[Any]:
        if not force_polling:
            raise RuntimeError("OS file watch limit reached")
        return awatch(*folders, force_polling=True, **options)

    async def work() -> None:
        monkeypatch.setattr("layout.preview.desk.awatch", short_of_watches)
        monkeypatch.setattr("layout.preview.desk._LOOK_AGAIN_SECONDS", 0)
        following = asyncio.create_task(desk.keep_up())
        await until(lambda: desk.shown.serial == 1)
        await asyncio.sleep(0.5)
        story_of(manifest, "one").write_text(STORY.format(name="one") + "More.\n", "utf-8")
        os.utime(story_of(manifest, "one"), (later := time.time() + 9, later))  # whole seconds are looked at
        await until(lambda: desk.shown.serial == 2)
        following.cancel()

    run(work())


async def until(reached: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not reached():
            await asyncio.sleep(0.02)


def test_a_fault_does_not_end_the_preview(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("at the stone")

    async def work() -> None:
        await desk.rebuild()
        monkeypatch.setattr("layout.preview.desk.check_issue", broken)
        await desk.rebuild()
        assert (await event(desk))["trouble"][0]["message"] == "ZeroDivisionError: at the stone"

    run(work())


def test_passages_cover_the_text_with_its_words(desk: Desk) -> None:
    async def work() -> None:
        await desk.rebuild()
        leaf = desk.shown.leaf(4)
        assert leaf is not None
        head, *body = [one for one in passages(leaf.page) if one.span.path.name == "four.md"]
        assert (head.words, head.part, head.span.line) == ("Story number four", Part.DISPLAY, 2)
        assert body[0].words == "The first paragraph of story four is short."
        assert body[1].words.startswith("The second paragraph stands on line six.")
        assert body[1].words.endswith("like a kettle before it sings.")
        x, y, width, depth = leaf.page.live
        hanging = width // 500
        for one in (head, *body):
            assert x - hanging <= one.x < one.x + one.width <= x + width + hanging
            assert y <= one.y < one.y + one.depth <= y + depth

    run(work())
