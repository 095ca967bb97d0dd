"""Issues drawn at random: story lengths, legs, pictures, boxes, slots, doglegs, jumps and runs.

Takes a seed and a folder, writes a workspace there, gives the manifest's path. The same seed gives the same issue.
"""

import io
from functools import cache
from pathlib import Path
from random import Random

from PIL import Image

WORDS = [
    "harbour",
    "tide",
    "lantern",
    "ferry",
    "quay",
    "rope",
    "gull",
    "timetable",
    "morning",
    "printer",
    "column",
    "paper",
    "ink",
    "weather",
    "chart",
    "river",
    "bridge",
    "lighthouse",
    "and",
    "the",
    "of",
    "a",
    "in",
    "to",
    "with",
    "under",
    "over",
    "before",
    "after",
    "which",
    "that",
    "every",
    "other",
    "small",
    "great",
    "quiet",
    "early",
    "late",
    "newspaper",
    "delivery",
    "machine",
    "engineer",
    "conversation",
    "neighbourhood",
    "remarkable",
    "understanding",
    "unforeseeable",
    "carry",
    "turn",
    "fold",
    "print",
    "measure",
    "count",
    "wait",
    "listen",
    "remember",
    "correct",
    "deliver",
    "publish",
    "announce",
    "explain",
]
ROWS = 84
LINE_WORDS = {1: 26.0, 2: 15.5, 3: 10.0, 4: 7.3}
"""Words that a line holds, by the legs of a whole page's width."""


@cache
def _grey(across: int, down: int) -> bytes:
    """A grey picture of a shape, with pixels enough for a page's width."""
    out = io.BytesIO()
    Image.new("L", (across * 6, down * 6), 120).save(out, "JPEG")
    return out.getvalue()


class Draw:
    """One issue while it is drawn."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.random, self.folder = Random(seed), folder
        self.articles: list[str] = []
        self.pictures: list[str] = []
        self.boxes: list[str] = []
        self.pages: list[str] = []

    def write(self) -> Path:
        """Writes the workspace."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for shape in ((600, 400), (400, 600), (500, 500)):
            (self.folder / f"{shape[0]}x{shape[1]}.jpg").write_bytes(_grey(*shape))
        number = 1
        for _ in range(self.random.randint(1, 3)):
            number = self.random.choice((self._modular, self._modular, self._run, self._jump))(number)
        if self.random.random() < 0.2:
            number = self._shorts(number)
        parts = [
            "layout: 1",
            "publication: Drawn",
            "date: 2026-11-22",
            f"pages: {{min: 1, max: {number - 1}}}",
            "articles:",
            *self.articles,
        ]
        if self.pictures:
            parts += ["pictures:", *self.pictures]
        if self.boxes:
            parts += ["boxes:", *self.boxes]
        path = self.folder / "issue.yaml"
        path.write_text("\n".join([*parts, "dummy:", *self.pages]) + "\n", "utf-8")
        return path

    def _modular(self, page: int) -> int:
        """A page of one to three rectangles."""
        rows = self.random.choice(((84,), (40, 42), (54, 28), (28, 26, 26)))
        slots, top = [], 1
        for depth in rows:
            last = min(ROWS, top + depth - 1)
            legs = self.random.choice((2, 3, 4))
            if depth >= 40 and self.random.random() < 0.3:
                slots.append(self._slot(8, legs=2, top=top, last=last, first_unit=1))
                slots.append(self._slot(4, legs=1, top=top, last=last, first_unit=9))
            else:
                slots.append(self._slot(12, legs, top, last, 1))
            top = last + 3
        self.pages += [f"  - page: {page}", "    furniture: inside", "    slots:", *slots]
        return page + 1

    def _slot(self, units: int, legs: int, top: int, last: int, first_unit: int) -> str:
        slug = self._story(legs, 12 // units * legs if units == 12 else 3, last - top + 1)
        columns = f"{first_unit}-{first_unit + units - 1}"
        return f"      - {{article: {slug}, columns: {columns}, rows: {top}-{last}, legs: {legs}}}"

    def _jump(self, page: int) -> int:
        """A story that goes on on the next page, and one that fills the rest of it."""
        slug = self._story(4, 4, 70, more=f", jump: {{to: {page + 1}}}")
        other = self._story(4, 4, 46)
        self.pages += [
            f"  - {{page: {page}, furniture: inside, slots: [{{article: {slug}, columns: 1-12, rows: 1-40, legs: 4}}]}}",
            f"  - page: {page + 1}",
            "    furniture: inside",
            "    slots:",
            f"      - {{article: {slug}, columns: 1-12, rows: 1-34, legs: 4}}",
            f"      - {{article: {other}, columns: 1-12, rows: 37-84, legs: 4}}",
        ]
        return page + 2

    def _run(self, page: int) -> int:
        """Stories one after another through two pages."""
        legs = self.random.choice((3, 4))
        slugs = [self._story(legs, legs, self.random.randint(24, 60), more=f", columns: {legs}") for _ in range(3)]
        self.pages.append(f"  - {{pages: {page}-{page + 2}, furniture: inside, run: [{', '.join(slugs)}]}}")
        return page + 3

    def _shorts(self, page: int) -> int:
        """Stories of which most are too short to stand across the page."""
        rows = [self.random.choice((12, 13, 14, 16, 20, 34)) for _ in range(self.random.randint(4, 8))]
        slugs = [self._story(4, 4, deep) for deep in rows]
        self.pages.append(f"  - {{pages: {page}-{page + 2}, furniture: inside, run: [{', '.join(slugs)}]}}")
        return page + 3

    def _story(self, legs: int, measure: int, rows: int, more: str = "") -> str:
        """A story that is about as long as its place, with pictures and boxes."""
        slug = f"s{len(self.articles) + 1}"
        lines = (rows - 10) * legs * self.random.uniform(0.8, 1.05)
        wide = self.random.choice((0, 0, 1, 2)) if rows > 26 else 0
        keys = ""
        if wide and wide <= legs:
            shape = self.random.choice(("600x400", "500x500", "400x600"))
            deep = round(self.random.uniform(40, 70))
            name = f"p{len(self.pictures) + 1}"
            self.pictures.append(
                f"  - {{id: {name}, file: {shape}.jpg, span: {wide}, cutline: A drawing of nothing at all, "
                f"depth: {{min: {deep}mm, max: {deep + 35}mm}}}}"
            )
            keys += f", pictures: [{name}]"
            lines -= wide * (deep + 20) / 4.06
        if self.random.random() < 0.25 and rows > 40:
            name = f"b{len(self.boxes) + 1}"
            self.boxes.append(f"  - {{id: {name}, headline: Aside, text: {self._text(40)}, optional: true}}")
            keys += f", boxes: [{name}]"
            lines -= 14
        self._write_story(slug, max(60, round(lines * LINE_WORDS[measure])))
        self.articles.append(f"  - {{story: {slug}.md, priority: 3, headline: {self._text(5)}{keys}{more}}}")
        return slug

    def _write_story(self, slug: str, words: int) -> None:
        parts: list[str] = []
        while words > 0:
            count = min(max(words, 12), self.random.randint(25, 110))
            words -= count
            if parts and self.random.random() < 0.15:
                parts.append(f"## {self._text(3)}")
            if parts and self.random.random() < 0.05:
                parts.append("\n".join(f"{n}. {self._text(14)}." for n in range(1, 4)))
                words -= 42
            parts.append(self._text(count) + ".")
        (self.folder / f"{slug}.md").write_text("\n\n".join(parts) + "\n", "utf-8")

    def _text(self, words: int) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(words)).capitalize()


def write_issue(seed: int, folder: Path) -> Path:
    """Writes the issue of a seed into a folder of its own."""
    return Draw(seed, folder).write()
