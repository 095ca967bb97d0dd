"""The preview in Chromium, as a person has it: saves, mistakes, clicks, keys, and what a screen reader finds."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import MANIFEST, STORY, story_of

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update")  # fmt: skip

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


class Reader:
    """A person at the browser; `asked` are the paths of all requests, `said` what stands in the console."""

    def __init__(self, page: "sync_api.Page", address: str) -> None:
        self.page, self.address = page, address
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url.removeprefix(address)))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def open(self, place: str = "") -> None:
        self.page.goto(self.address + place)
        self.page.wait_for_selector(".sheet img")
        self.page.wait_for_selector(".passage")

    def source(self, number: int) -> str:
        """The picture of a page that is shown."""
        return str(self.page.get_attribute(f'img[alt="Page {number}"]', "src"))

    def status(self, pattern: str) -> None:
        sync_api.expect(self.page.locator("#status")).to_have_text(re.compile(pattern), timeout=20_000)

    def folio(self, text: str) -> None:
        sync_api.expect(self.page.locator("#folio")).to_have_text(text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def reader(browser: "sync_api.Browser", address: str) -> Iterator[Reader]:
    context = browser.new_context(
        viewport={"width": 1300, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    reader = Reader(context.new_page(), address)
    yield reader
    context.close()
    assert reader.said == []


def test_a_save_replaces_the_changed_page_and_no_other(reader: Reader, manifest: Path) -> None:
    reader.open("#page=2")
    old = {number: reader.source(number) for number in (2, 3)}
    reader.page.wait_for_load_state("load")
    reader.asked.clear()
    story_of(manifest, "three").write_text(STORY.format(name="three").replace("short", "longer now"), "utf-8")
    reader.status("rebuilt in .* s: page 3 changed")
    sync_api.expect(reader.page.locator('img[alt="Page 3"]')).not_to_have_attribute("src", old[3])
    assert reader.source(2) == old[2]
    assert {path.split("/")[1] for path in reader.asked if path.startswith("page/")} == {"3"}
    reader.folio("2–3 of 4")
    sync_api.expect(reader.page.get_by_role("button", name=re.compile("longer now"))).to_have_count(1)


def test_a_broken_manifest_is_told_over_the_last_good_pages(reader: Reader, manifest: Path) -> None:
    reader.open()
    manifest.write_text(MANIFEST.replace("pages: 4", "pges: 4"), "utf-8")
    trouble = reader.page.locator("#trouble")
    sync_api.expect(trouble).to_be_visible(timeout=20_000)
    sync_api.expect(trouble).to_contain_text("issues/first/issue.yaml:5")
    sync_api.expect(trouble).to_contain_text('did you mean "pages"?')
    sync_api.expect(reader.page.get_by_role("alert").last).to_contain_text("pges")
    assert reader.source(1).startswith("/page/1/")
    assert serious(reader) == []
    manifest.write_text(MANIFEST, "utf-8")
    sync_api.expect(trouble).to_be_hidden(timeout=20_000)
    reader.status("rebuilt in .* s: no page changed")


def test_a_click_on_a_paragraph_tells_its_line_and_copies_it(reader: Reader, manifest: Path) -> None:
    reader.open("#page=4")
    reader.page.get_by_role("button", name=re.compile("^The second paragraph.*four.md:6$")).click()
    sync_api.expect(reader.page.locator("#place")).to_have_text("issues/first/stories/four.md:6")
    sync_api.expect(reader.page.locator("#copied")).to_have_text("issues/first/stories/four.md:6 copied")
    assert reader.page.evaluate("navigator.clipboard.readText()") == "issues/first/stories/four.md:6"
    link = reader.page.get_by_role("link", name="Open in VS Code").get_attribute("href")
    assert link == f"vscode://file{story_of(manifest, 'four').as_posix()}:6:1"


def test_a_finding_leads_to_its_page_and_frames_its_place(reader: Reader, manifest: Path) -> None:
    reader.open()
    story_of(manifest, "two").write_text(STORY.format(name="two") + "\nOverset. " * 900, "utf-8")
    reader.page.get_by_role("button", name=re.compile("error P101")).click(timeout=20_000)
    reader.folio("2–3 of 4")
    sync_api.expect(reader.page.locator(".mark.chosen")).to_have_count(1)
    sync_api.expect(reader.page.locator("#place")).to_contain_text("issues/first/")
    assert serious(reader) == []
    story_of(manifest, "two").write_text(STORY.format(name="two"), "utf-8")
    sync_api.expect(reader.page.locator(".mark.error")).to_have_count(0, timeout=20_000)


def test_keys_turn_zoom_and_walk_and_the_place_outlives_the_page(reader: Reader) -> None:
    reader.open()
    reader.folio("1 of 4")
    reader.press("PageDown")
    reader.folio("2–3 of 4")
    reader.press("ArrowRight", "ArrowRight", "s", "ArrowLeft", "+")
    reader.folio("3 of 4")
    zoom = reader.page.inner_text("#zoom")
    reader.page.reload()
    reader.page.wait_for_selector(".sheet img")
    reader.folio("3 of 4")
    assert reader.page.inner_text("#zoom") == zoom
    reader.page.locator(".passage").first.focus()
    reader.press("ArrowDown", "ArrowDown", "Enter")
    sync_api.expect(reader.page.locator("#place")).to_contain_text("three.md")
    reader.press("Escape", "?")
    sync_api.expect(reader.page.locator("#help")).to_be_visible()
    assert serious(reader) == []
    reader.press("Escape", "f", "0", "Home")
    sync_api.expect(reader.page.locator("#findings")).to_be_hidden()
    reader.folio("1 of 4")


def test_axe_finds_nothing_serious(reader: Reader) -> None:
    reader.open("#page=2")
    assert serious(reader) == []
    reader.page.locator(".passage").first.click()
    assert serious(reader) == []


def serious(reader: Reader) -> list[str]:
    """What axe-core finds that keeps people out."""
    found = axe.Axe().run(reader.page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in {"serious", "critical"}
    ]
