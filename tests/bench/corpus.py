"""Text for the bench: the sample issue's own English stories, then the Jargon File, then Jane Austen.

The Jargon File (long words, brackets, dashes, abbreviations) and the novels are in the public domain and come from
Debian's packages jargon-text and r-cran-janeaustenr, read from where they are installed or downloaded into the bench's
folder. Gives stories of plain paragraphs under one heading line each; nothing of it is kept in this repository. Raises
CalledProcessError where a package can be neither found nor downloaded.
"""

import gzip
import re
import struct
import subprocess
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

JARGON = ("jargon-text", Path("usr/share/doc/jargon-text/jargon.txt.gz"))
NOVELS = ("r-cran-janeaustenr", Path("usr/lib/R/site-library/janeaustenr/data/Rdata.rdb"))
STORIES = Path(__file__).parents[2] / "issues" / "the-forme" / "stories"
SHORTEST, LONGEST_WORD = 12, 16
STORY_WORDS = 600
STRIDE = 8
_ASCII_STRING, _UTF8_STRING = 0x00040009, 0x00008009


@dataclass(frozen=True, slots=True)
class Story:
    """One heading line and paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]

    @property
    def words(self) -> int:
        """Words of the paragraphs."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


def stories(words: int, folder: Path) -> list[Story]:
    """Stories of about `words` words in all; the last one is cut after a paragraph."""
    chosen: list[Story] = []
    for story in _all(folder):
        left = words - sum(one.words for one in chosen)
        if left <= 0:
            break
        chosen.append(story if story.words <= left else _cut(story, left))
    return chosen


def _all(folder: Path) -> Iterator[Story]:
    yield from _own_stories()
    yield from _gathered("From the Jargon File", _jargon(folder))
    yield from _gathered("From Jane Austen", _novels(folder))


def _cut(story: Story, words: int) -> Story:
    kept: list[str] = []
    for paragraph in story.paragraphs:
        if words <= 0:
            break
        kept.append(paragraph)
        words -= len(paragraph.split())
    return Story(story.heading, tuple(kept))


def _gathered(heading: str, paragraphs: list[str]) -> Iterator[Story]:
    gathered: list[str] = []
    number = 1
    for paragraph in paragraphs:
        gathered.append(paragraph)
        if sum(len(one.split()) for one in gathered) >= STORY_WORDS:
            yield Story(f"{heading}, {number}", tuple(gathered))
            gathered, number = [], number + 1


def _own_stories() -> Iterator[Story]:
    english = (path for path in sorted(STORIES.glob("*.md")) if "\nlanguage: " not in path.read_text("utf-8"))
    return stories_of(english)


def stories_of(paths: Iterable[Path]) -> Iterator[Story]:
    """Story files of an issue, without their front matter, marks and pieces."""
    for path in paths:
        text = path.read_text("utf-8")
        body = text.split("\n---\n", 1)[-1] if text.startswith("---") else text
        parts = (_plain(part) for part in re.split(r"\n\s*\n", body) if re.match(r"[A-Z]", part.strip()))
        kept = tuple(part for part in parts if len(part.split()) >= SHORTEST and not _beyond_the_face(part))
        if kept:
            yield Story(path.stem.capitalize(), kept)


def _beyond_the_face(paragraph: str) -> bool:
    """Whether a paragraph has letters that the bench's face cannot draw."""
    return any(
        "\u017f" <= character < "\u2010" or "ĵ" <= character <= "ŷ" or character >= "\u2200" for character in paragraph
    )


def _plain(text: str) -> str:
    text = re.sub(r"\[\[\w+\]\]", "page 4", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[*_\\`#<>|~{}]", "", text).replace("---", "—").replace("--", "–").replace("...", "…")
    text = re.sub(r'"(\S[^"]*)"', "“\\1”", text).replace("'", "’")
    return " ".join(text.split())


def _jargon(folder: Path) -> list[str]:
    """Paragraphs of prose from all over the alphabet: every eighth entry, then the ones after them, and so on."""
    text = gzip.decompress(_file(folder, *JARGON).read_bytes()).decode("utf-8", "replace")
    found = []
    for part in re.split(r"\n\s*\n", text):
        paragraph = _plain(part)
        words = paragraph.split()
        prose = re.match(r"[A-Z]", paragraph) and paragraph[-1] in ".!?”)" and max(map(len, words)) <= LONGEST_WORD
        if prose and len(words) >= 2 * SHORTEST and paragraph.isprintable() and not _beyond_the_face(paragraph):
            found.append(paragraph)
    return [paragraph for offset in range(STRIDE) for paragraph in found[offset::STRIDE]]


def _novels(folder: Path) -> list[str]:
    found: list[str] = []
    for lines in _vectors(_file(folder, *NOVELS).read_bytes()):
        for part in "\n".join(lines).split("\n\n"):
            paragraph = _plain(part)
            if len(paragraph.split()) >= SHORTEST and not paragraph.isupper():
                found.append(paragraph)
    return found


def _file(folder: Path, package: str, path: Path) -> Path:
    installed = Path("/") / path
    if installed.is_file():
        return installed
    unpacked = folder / package / path
    if not unpacked.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "download", "-q", package], cwd=folder, check=True, capture_output=True)
        archive = next(folder.glob(f"{package}_*.deb"))
        subprocess.run(["dpkg-deb", "-x", str(archive), str(folder / package)], check=True)
    return unpacked


def _vectors(database: bytes) -> list[list[str]]:
    """The character vectors of an R lazy-load database: for each, its length and a zlib stream of XDR serialization
    (R Internals, 1.8 and 2.1)."""
    vectors, at = [], 0
    while at + 4 < len(database):
        stream = zlib.decompressobj()
        values = stream.decompress(database[at + 4 :])
        at = len(database) - len(stream.unused_data)
        vectors.append(_strings(values))
    return [lines for lines in vectors if len(lines) > 1000]


def _strings(values: bytes) -> list[str]:
    found, at = [], 0
    while at + 8 <= len(values):
        kind, length = struct.unpack(">II", values[at : at + 8])
        if kind in (_ASCII_STRING, _UTF8_STRING) and length <= 200:
            found.append(values[at + 8 : at + 8 + length].decode("utf-8", "replace"))
            at += 8 + length
        else:
            at += 4
    return found
