"""Text for the bench: the sample issue's own English stories, then Jane Austen.

The novels are in the public domain and come from Debian's package r-cran-janeaustenr, read from where it is installed or
downloaded into the bench's folder. Gives plain paragraphs; nothing of it is kept in this repository.
"""

import re
import struct
import subprocess
import zlib
from pathlib import Path

PACKAGE = "r-cran-janeaustenr"
DATA = Path("usr/lib/R/site-library/janeaustenr/data/Rdata.rdb")
STORIES = Path(__file__).parents[2] / "issues" / "the-forme" / "stories"
SHORTEST = 12
_ASCII_STRING, _UTF8_STRING = 0x00040009, 0x00008009


def paragraphs(words: int, folder: Path) -> list[str]:
    """Paragraphs of about `words` words in all."""
    chosen, count = [], 0
    for paragraph in (*_own_stories(), *_novels(folder)):
        chosen.append(paragraph)
        count += len(paragraph.split())
        if count >= words:
            break
    return chosen


def _own_stories() -> list[str]:
    found = []
    for path in sorted(STORIES.glob("*.md")):
        text = path.read_text("utf-8")
        if not re.search(r"^language: (?!en)", text, re.MULTILINE):
            body = text.split("\n---\n", 1)[-1] if text.startswith("---") else text
            found += [_plain(part) for part in re.split(r"\n\s*\n", body) if re.match(r"[A-Z]", part.strip())]
    return [paragraph for paragraph in found if len(paragraph.split()) >= SHORTEST and not _beyond_the_face(paragraph)]


def _beyond_the_face(paragraph: str) -> bool:
    """Whether a paragraph has letters that the bench's face cannot draw."""
    return any("\u017f" <= character < "\u2010" or "ĵ" <= character <= "ŷ" for character in paragraph)


def _plain(text: str) -> str:
    text = re.sub(r"\[\[\w+\]\]", "page 4", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[*_\\`#<>|~]", "", text).replace("---", "—").replace("--", "–").replace("...", "…")
    text = re.sub(r'"(\S[^"]*)"', "“\\1”", text).replace("'", "’")
    return " ".join(text.split())


def _novels(folder: Path) -> list[str]:
    found: list[str] = []
    for lines in _vectors(_database(folder).read_bytes()):
        for part in "\n".join(lines).split("\n\n"):
            paragraph = _plain(part)
            if len(paragraph.split()) >= SHORTEST and not paragraph.isupper():
                found.append(paragraph)
    return found


def _database(folder: Path) -> Path:
    installed = Path("/") / DATA
    if installed.is_file():
        return installed
    unpacked = folder / PACKAGE / DATA
    if not unpacked.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "download", "-q", PACKAGE], cwd=folder, check=True, capture_output=True)
        package = next(folder.glob(f"{PACKAGE}_*.deb"))
        subprocess.run(["dpkg-deb", "-x", str(package), str(folder / PACKAGE)], check=True)
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
