"""Pictures of every kind and an advertisement on one page, through the whole program to the plates."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from layout.build import Built, build_issue
from layout.model.edition import Edition
from layout.model.page import Picture, Placed
from layout.units import EMU_PER_PT
from tests.pages.colours import delta_e, printed_lab, srgb_lab
from tests.pages.scans import ACROSS, COLOURED, COLOURLESS, DOWN, chart_svg, meant

NAMES = (*COLOURED, *COLOURLESS, "map.svg")
TWICE = "adobe.jpg"
AD = "ad.pdf"
_WIDTH_MM, _DEPTH_MM = 263, 44
"""The width of the live area in the house style, and a depth."""


@pytest.fixture(scope="module")
def advertisement(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The chart and a few words as large as an advertisement, built as a page for a press that wants PDF/X-1a."""
    made = _advertisement(tmp_path_factory.mktemp("agency"))
    assert b"PDF/X-1a:2003" in made.pdf
    return made


@pytest.fixture(scope="module")
def built(advertisement: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """All kinds on page 1, one of them twice and large, with an advertisement in PDF/X-1a of the program's own make; some
    again on page 2, which is black."""
    folder = tmp_path_factory.mktemp("workspace")
    issue, profiles = folder / "issues" / "chart", folder / "styles" / "press"
    issue.mkdir(parents=True)
    profiles.mkdir(parents=True)
    (profiles / "hall.yaml").write_text("layout: 1\nextends: newsprint\nink: {colour-pages: [1]}\n")
    for name, write in (COLOURED | COLOURLESS | {"map.svg": chart_svg}).items():
        write(issue / name)
    (issue / AD).write_bytes(advertisement.pdf)
    entries = [f"  - {{id: p{at}, file: {name}, alt: chart}}" for at, name in enumerate(NAMES)]
    again = [f"  - {{id: q{at}, file: {name}, alt: chart}}" for at, name in enumerate((TWICE, "map.svg", "wide.jpg"))]
    entries += [f"  - {{id: large, file: {TWICE}, alt: chart, focus: [0.5, 0.5]}}", *again]
    slots = [
        f"{{picture: p{at}, columns: {at % 4 * 3 + 1}-{at % 4 * 3 + 3}, rows: {at // 4 * 13 + 1}-{at // 4 * 13 + 12}}}"
        for at in range(len(NAMES))
    ]
    slots.append("{picture: large, columns: 1-6, rows: 54-72}")
    others = [f"{{picture: q{at}, columns: {at * 4 + 1}-{at * 4 + 4}, rows: 1-20}}" for at in range(3)]
    others.append("{article: word, columns: 1-12, rows: 30-40}")
    (issue / "word.md").write_text("---\nheadline: A word\n---\nInk.\n")
    manifest = issue / "issue.yaml"
    manifest.write_text(
        "layout: 1\npublication: Chart\ndate: 2026-11-22\npress: hall\npages: 2\n"
        "articles: [{story: word.md}]\n"
        f"ads: [{{id: ad, file: {AD}, columns: 12, depth: {_DEPTH_MM}mm, page: 1, at: bottom}}]\npictures:\n"
        + "\n".join(entries)
        + "\ndummy:\n"
        f"  - {{page: 1, furniture: none, slots: [{', '.join(slots)}]}}\n"
        f"  - {{page: 2, furniture: none, slots: [{', '.join(others)}]}}\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAYOUT_CACHE", str(folder / "kept"))
        first = build_issue(manifest, Edition.PRINT, lambda *_: None)
        again_built = build_issue(manifest, Edition.PRINT, lambda *_: None)
        assert again_built.pdf == first.pdf
        return first


def _advertisement(folder: Path) -> Built:
    ad, styles = folder / "issues" / "ad", folder / "issues" / "ad" / "styles"
    styles.mkdir(parents=True)
    (styles / "leaf.yaml").write_text(
        "layout: 1\nextends: tabloid\n"
        f"page: {{width: {_WIDTH_MM}mm, depth: {_DEPTH_MM}mm, margins: {{top: 0mm, foot: 0mm, inside: 0mm, outside: 0mm}}}}\n"
    )
    COLOURED["rgb.png"](ad / "chart.png")
    (ad / "issue.yaml").write_text(
        "layout: 1\npublication: Ad\ndate: 2026-11-22\npress: newsprint-x1a\nstyle: leaf\npages: 1\n"
        "pictures: [{id: chart, file: chart.png, alt: chart}]\n"
        "articles: [{story: word.md}]\ndummy: [{page: 1, furniture: none, slots: ["
        "{picture: chart, columns: 1-6, rows: 1-10}, {article: word, columns: 8-12, rows: 1-10}]}]\n"
    )
    (ad / "word.md").write_text("---\nheadline: Ink\n---\nBy the pound.\n")
    return build_issue(ad / "issue.yaml", Edition.PRINT, lambda *_: None)


def pictures(built: Built, page: int) -> list[tuple[str, Placed, Picture]]:
    return [
        (one.paint.source.path.name, one, one.paint)
        for one in built.pages.pages[page - 1].placed
        if isinstance(one.paint, Picture)
    ]


def test_each_picture_is_in_the_file_once_for_each_kind_of_page_and_none_is_rgb(built: Built, tmp_path: Path) -> None:
    path = tmp_path / "chart.pdf"
    path.write_bytes(built.pdf)
    seen: dict[int, str] = {}
    for page in pypdf.PdfReader(path).pages:
        for form in page["/Resources"]["/XObject"].values():
            made = form.get_object()
            seen[form.idnum] = str(made.get("/ColorSpace", made["/Subtype"]))
            assert not {"/SMask", "/Group"} & set(made)
    kinds = sorted(seen.values())
    assert kinds == ["/DeviceCMYK"] * 11 + ["/DeviceGray"] * 5 + ["/Form"] * 3
    assert len(pictures(built, 1)) == len(NAMES) + 2
    assert b"DeviceRGB" not in built.pdf and b"/ca " not in built.pdf


@pytest.mark.skipif(shutil.which("gs") is None, reason="plates are made by Ghostscript")
def test_the_plates_print_the_colours_that_were_meant(built: Built, advertisement: Built, tmp_path: Path) -> None:
    (tmp_path / "chart.pdf").write_bytes(built.pdf)
    command = ["gs", "-q", "-dSAFER", "-sDEVICE=tiffsep", "-r72", "-o", "%d.tif", "chart.pdf"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    first, second = (
        Image.merge("CMYK", [_plate(tmp_path, page, ink) for ink in ("Cyan", "Magenta", "Yellow", "Black")])
        for page in (1, 2)
    )
    for name, placed, picture in pictures(built, 1):
        inks = [first.getpixel(place) for place in _patches(built, *_shown(name, placed, picture, advertisement))]
        if name in COLOURLESS:
            assert not any(any(ink[:3]) for ink in inks) and inks[0][3] == 0 and inks[-1][3] >= 254, name
            assert [ink[3] for ink in inks] == sorted(ink[3] for ink in inks)
            continue
        off = [delta_e(*pair) for pair in zip(srgb_lab(*meant(name)), printed_lab(*inks), strict=True)]
        assert sum(off) / len(off) <= 2 and max(off) <= 5, (name, off)
    assert not any(second.getchannel(plate).getbbox() for plate in "CMY")
    for _, placed, picture in pictures(built, 2):
        assert len({second.getpixel(place)[3] for place in _patches(built, placed, picture)}) > 8


def _shown(name: str, placed: Placed, picture: Picture, advertisement: Built) -> tuple[Placed, Picture]:
    """A picture where it stands, or the one in the advertisement, which is placed as large as it was built."""
    if name != AD:
        return placed, picture
    ((_, inner, shown),) = pictures(advertisement, 1)
    return replace(placed, x=placed.x + inner.x, y=placed.y + inner.y), shown


def _plate(folder: Path, page: int, ink: str) -> Image.Image:
    with Image.open(folder / f"{page}({ink}).tif") as plate:
        return plate.convert("L").point(lambda value: 255 - value)


def _patches(built: Built, placed: Placed, picture: Picture) -> list[tuple[int, int]]:
    """Where the middles of a chart's patches are, in points from the page's top left corner."""
    page = built.pages.pages[0]
    left, top, right, bottom = (share / 1_000_000 for share in picture.crop)
    width, depth = picture.width / (right - left), picture.depth / (bottom - top)
    x, y = page.bleed + placed.x - left * width, page.bleed + placed.y - top * depth
    return [
        (int((x + (across + 0.5) / ACROSS * width) / EMU_PER_PT), int((y + (down + 0.5) / DOWN * depth) / EMU_PER_PT))
        for down in range(DOWN)
        for across in range(ACROSS)
    ]


def test_one_changed_story_separates_no_picture_anew(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = built.issue.span.path
    story = manifest.parent / "word.md"
    monkeypatch.setenv("LAYOUT_CACHE", str(manifest.parents[2] / "kept"))
    monkeypatch.setattr("layout.press.separation.scan.scan", None)  # which reads pictures
    monkeypatch.setattr("layout.draw.vector._operators", None)  # which reads drawings
    story.write_text(story.read_text() + "\nAnd water.\n")
    changed = build_issue(manifest, Edition.PRINT, lambda *_: None)
    assert changed.pdf != built.pdf
    monkeypatch.setenv("LAYOUT_CACHE", str(manifest.parent / "nothing-kept"))
    with pytest.raises(TypeError):
        build_issue(manifest, Edition.PRINT, lambda *_: None)
