"""`python -m tests.bench.desk`: from save to new page in the browser, against building the sample anew.

Cold builds of the sixteen-page sample (whole processes, empty cache folder) and saves of one of its stories, in turn. A save
is over when Chromium has drawn the page's new picture. Needs Chromium and the extra `test`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests.bench.timing import run_once

ROOT = Path(__file__).parents[2]
ROUNDS = 5
STORY, PAGE, WORD, OTHER = "compositor.md", 4, "dictionary", "directory"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
PICTURE = f'document.querySelector(\'img[alt="Page {PAGE}"]\')?.getAttribute("src")'


def main() -> None:
    """Builds and saves in turn, and prints the medians."""
    with tempfile.TemporaryDirectory() as folder:
        issue = Path(folder) / "issues" / "the-forme"
        shutil.copytree(ROOT / "issues" / "the-forme", issue)
        builds, saves = [], []
        with _preview(issue / "issue.yaml") as address, _browser(f"{address}#page={PAGE}") as page:
            for number in range(ROUNDS + 1):
                with tempfile.TemporaryDirectory() as empty:
                    command = [sys.executable, "-m", "layout", "build", str(issue / "issue.yaml"), "-o", empty]
                    builds.append(run_once(command, ROOT, {**_environment(), "LAYOUT_CACHE": empty}).wall_s)
                saves.append(_save(issue / "stories" / STORY, page, (WORD, OTHER)[:: 1 - 2 * (number % 2)]))
    build, save = median(builds[1:]), median(saves[1:])
    print(f"cold build {build:.2f} s; from save to new page {save:.2f} s: {save / build:.2f} of it")


def _save(story: Path, page: Page, words: tuple[str, ...]) -> float:
    """Changes a word of a story; gives the seconds until its page is new."""
    before = page.evaluate(PICTURE)
    text = story.read_text("utf-8")
    assert words[0] in text
    began = time.perf_counter()
    story.write_text(text.replace(*words), "utf-8")
    page.wait_for_function(f"before => {PICTURE} !== before", arg=before)
    return time.perf_counter() - began


@contextmanager
def _preview(manifest: Path) -> Iterator[str]:
    command = (sys.executable, "-m", "layout", "preview", str(manifest), "--port", "0")
    with subprocess.Popen(command, cwd=ROOT, env=_environment(), stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.terminate()


@contextmanager
def _browser(address: str) -> Iterator[Page]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1500, "height": 950})
        page.goto(address)
        page.wait_for_selector(f'img[alt="Page {PAGE}"]')
        page.wait_for_timeout(1000)  # the thumbnails
        yield page
        browser.close()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


if __name__ == "__main__":
    main()
