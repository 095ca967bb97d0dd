"""The plates of any PDF, rendered by Ghostscript where it is installed, which honours overprint.

Takes a PDF, gives each page's plates as grey pictures, white for no ink, cut to the trim. The file is untrusted: Ghostscript
runs in its safe mode, in a folder of its own, for a limited time.
"""

import hashlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from layout.model.coverage import Coverage, unpacked
from layout.preflight.coverage import DPI, measure
from layout.preflight.file.opened import OpenFile, PageObject
from layout.typeset.keep import name_of, read_kept, write_kept

_SECONDS_A_PAGE = 20
_MOST_SECONDS = 900
_PLATE = re.compile(r"page-(\d+)\((.+)\)\.tif")


def coverage_of(pdf: bytes, program: str) -> tuple[Coverage, ...]:
    """The ink on each page, kept by the file's content; nothing where Ghostscript cannot render it."""
    installed = Path(program).resolve().stat()
    name = name_of("ghost", hashlib.sha256(pdf).hexdigest(), repr((installed.st_size, installed.st_mtime_ns, DPI)))
    known = read_kept(name)
    if known is None:
        measured = _measured_by(program, pdf)
        if measured:
            write_kept(name, [(one.page, one.packed()) for one in measured])
        return measured
    return tuple(unpacked(page, kept) for page, kept in known)


def _measured_by(program: str, pdf: bytes) -> tuple[Coverage, ...]:
    file = OpenFile(pdf)
    with TemporaryDirectory() as folder:
        source = Path(folder) / "file.pdf"
        source.write_bytes(pdf)
        if not _rendered(program, source, len(file.pages)):
            return ()
        try:
            return tuple(_measured(file.pages, Path(folder)))
        except (OSError, Image.DecompressionBombError):  # pages the size of a field
            return ()


def _rendered(program: str, source: Path, pages: int) -> bool:
    """Whether a plate of each page now stands beside the source."""
    words = [
        program, "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", f"-r{DPI}", "-dGraphicsAlphaBits=4",
        "-dTextAlphaBits=4", "-sCompression=lzw", "-sOutputFile=page-%d.tif", source.name,
    ]  # fmt: skip
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program, its words are ours)
            words,
            cwd=source.parent,
            timeout=min(_MOST_SECONDS, _SECONDS_A_PAGE * pages),
            capture_output=True,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _measured(pages: tuple[PageObject, ...], folder: Path) -> Iterator[Coverage]:
    plates: dict[int, dict[str, Path]] = {}
    for path in sorted(folder.glob("page-*.tif")):
        if found := _PLATE.fullmatch(path.name):
            plates.setdefault(int(found[1]), {})[found[2]] = path
    for at, page in enumerate(pages, start=1):
        if at in plates:
            yield measure(at, {name: _trimmed(path, page) for name, path in plates[at].items()})


def _trimmed(path: Path, page: PageObject) -> Image.Image:
    media = page.box("/CropBox") or page.box("/MediaBox") or (0.0, 0.0, 612.0, 792.0)
    trim = page.box("/TrimBox") or media
    scale = DPI / 72
    left, right = (round((edge - media[0]) * scale) for edge in (trim[0], trim[2]))
    top, foot = (round((media[3] - edge) * scale) for edge in (trim[3], trim[1]))
    with Image.open(path) as image:
        left, top = max(0, min(left, image.width - 1)), max(0, min(top, image.height - 1))
        right, foot = max(left + 1, min(right, image.width)), max(top + 1, min(foot, image.height))
        return image.convert("L").crop((left, top, right, foot))
