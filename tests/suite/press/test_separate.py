"""Pictures of every kind in the inks of the press: their colours as printed, their ink, their pixels."""

import hashlib
import io
import itertools
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest
from PIL import Image, ImageCms

from layout.diagnostics import Span
from layout.manifest.found import Found
from layout.manifest.pictures import measure_picture
from layout.manifest.press import read_press
from layout.model.page import PictureSource
from layout.model.press import InkLimits, Press
from layout.model.raster import Coding, Plates, Raster, Separation, Wanted
from layout.png import Png, is_whole, png_file, read_png
from layout.press.separation.separator import separation_for
from layout.units import EMU_PER_INCH, mm
from tests.pages.colours import PROFILE, delta_e, measured_lab, printed_lab, srgb_lab
from tests.pages.scans import ACROSS, COLOURED, COLOURLESS, COLOURS, DOWN, GREYS, SIDE, chart, meant, patches

ROOT = Path(__file__).parents[3]
LIMIT = 220 * 2.55
NOISE = 5 * 2.55
"""What coding may add where the press takes twenty points more."""
Separated: TypeAlias = Callable[..., Raster]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kept"
    monkeypatch.setenv("LAYOUT_CACHE", str(folder))
    return folder


@pytest.fixture(scope="module")
def press() -> Press:
    return read_press("newsprint", (ROOT / "styles",))


def separation(press: Press, pages: int = 4) -> Separation:
    made = separation_for(press, pages)
    assert made is not None
    return made


def source_of(path: Path) -> PictureSource:
    found = Found()
    source = measure_picture(path, Span(path, 1), found)
    assert source is not None, found
    return source


def whole(path: Path, plates: Plates = Plates.PROCESS) -> Wanted:
    source = source_of(path)
    return Wanted(source, (0, 0, *source.pixels), mm(30), mm(30) * source.pixels[1] // source.pixels[0], plates)


def ink(raster: Raster) -> Image.Image:
    """The pixels of a raster: L with 0 for solid black, or CMYK."""
    if raster.coding is Coding.DCT:
        with Image.open(io.BytesIO(raster.octets)) as opened:
            opened.load()
            return opened.copy()
    if raster.coding is Coding.PNG:
        with Image.open(
            io.BytesIO(png_file(Png(raster.width, raster.height, raster.bits, 0, b"", raster.octets)))
        ) as art:
            art.load()
            return art.copy()
    octets = zlib.decompress(raster.octets)
    mode = {1: "L", 4: "CMYK"}[raster.channels]
    return Image.frombytes("1" if raster.bits == 1 else mode, (raster.width, raster.height), octets)


def most_ink(image: Image.Image) -> int:
    octets = image.tobytes()
    return max(map(sum, zip(*(octets[plate::4] for plate in range(4)), strict=True)))


@pytest.mark.parametrize("name", COLOURED)
def test_colours_print_as_they_were_meant(name: str, press: Press, tmp_path: Path) -> None:
    COLOURED[name](tmp_path / name)
    raster = separation(press).raster(whole(tmp_path / name))
    image = ink(raster)
    assert (raster.channels, image.size) == (4, (ACROSS * SIDE, DOWN * SIDE))
    off = [delta_e(*pair) for pair in zip(srgb_lab(*meant(name)), printed_lab(*patches(image)), strict=True)]
    assert sum(off) / len(off) <= 1.5 and max(off) <= 3, off
    assert most_ink(image) <= LIMIT + 2.55 + (NOISE if raster.coding is Coding.DCT else 0)


@pytest.mark.parametrize("name", COLOURLESS)
def test_greys_are_black_ink_alone_between_paper_and_solid(name: str, press: Press, tmp_path: Path) -> None:
    COLOURLESS[name](tmp_path / name)
    raster = separation(press).raster(whole(tmp_path / name))
    assert raster.channels == 1
    blacks = [255 - grey[0] for grey in patches(ink(raster))]
    assert blacks[0] == 0 and blacks[-1] >= 254 and blacks == sorted(blacks)
    (darkest,) = measured_lab((0, 0, 0, 255))
    solid = ((darkest[0] + 16) / 116) ** 3
    for black, (lightness, _, _) in zip(blacks, srgb_lab(*GREYS), strict=True):
        luminance = ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3
        wanted = 116 * (solid + (1 - solid) * luminance) ** (1 / 3) - 16
        assert measured_lab((0, 0, 0, black))[0][0] == pytest.approx(wanted, abs=1)


@pytest.mark.parametrize(
    ("name", "coding"), [("art.png", Coding.PNG), ("turned.png", Coding.FLATE), ("art.tif", Coding.FLATE)]
)
def test_line_art_stays_line_art(name: str, coding: Coding, press: Press, tmp_path: Path) -> None:
    path, turned = tmp_path / name, Image.Exif()
    turned[0x0112] = 1
    art = chart(GREYS).convert("1", dither=Image.Dither.NONE)
    art.save(path, **({"exif": turned} if "turned" in name else {}))
    raster = separation(press).raster(whole(path))
    assert (raster.channels, raster.bits, raster.coding) == (1, 1, coding)
    assert ink(raster).tobytes() == art.tobytes()


@pytest.mark.parametrize("spoilt", [b"", b"\x78\x9c", zlib.compress(bytes(9)), zlib.compress(bytes([9]) * 10_000)])
def test_line_art_that_is_not_whole_is_not_passed_on(spoilt: bytes, press: Press, tmp_path: Path) -> None:
    path = tmp_path / "art.png"
    chart(GREYS).convert("1", dither=Image.Dither.NONE).save(path)
    wanted, png = whole(path), read_png(path.read_bytes())
    assert png is not None and png.is_line_art and is_whole(png)
    path.write_bytes(png_file(replace(png, rows=spoilt)))
    with pytest.raises(OSError, match="damaged"):
        separation(press).raster(wanted)


@pytest.mark.parametrize("name", COLOURED)
def test_a_black_page_gets_black_alone(name: str, press: Press, tmp_path: Path) -> None:
    COLOURED[name](tmp_path / name)
    made = separation(replace(press, ink=replace(press.ink, colour_pages=("1",))))
    assert [made.plates(page) for page in (1, 2)] == [Plates.PROCESS, Plates.BLACK]
    raster = made.raster(whole(tmp_path / name, Plates.BLACK))
    assert raster.channels == 1
    blacks = [255 - grey[0] for grey in patches(ink(raster))]
    light = [lab[0] for lab in srgb_lab(*meant(name))]
    order = sorted(range(12), key=light.__getitem__)
    far = [pair for pair in itertools.pairwise(order) if light[pair[1]] - light[pair[0]] > 3]
    assert far and all(blacks[darker] > blacks[lighter] for darker, lighter in far)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_crop_of_a_turned_picture_is_that_of_the_upright_one(orientation: int, press: Press, tmp_path: Path) -> None:
    stored = Image.new("RGB", (64, 48), "white")
    stored.paste((150, 110, 95), (0, 0, 32, 24))
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(tmp_path / "turned.jpg", quality=97, subsampling=0, exif=exif)
    wanted = whole(tmp_path / "turned.jpg")
    across, down = wanted.source.pixels
    assert (across, down) == ((64, 48) if orientation < 5 else (48, 64))
    dark = {(left, top): _is_dark(press, wanted, left, top) for left in (0, across // 2) for top in (0, down // 2)}
    (corner,) = (place for place, is_dark in dark.items() if is_dark)
    x, y = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[orientation]
    assert corner == (x * across // 2, y * down // 2)


def _is_dark(press: Press, wanted: Wanted, left: int, top: int) -> bool:
    across, down = wanted.source.pixels
    part = replace(wanted, box=(left, top, left + across // 2, top + down // 2))
    image = ink(separation(press).raster(part))
    assert image.size == (across // 2, down // 2)
    pixel = image.getpixel((across // 4, down // 4))
    return (255 - pixel if isinstance(pixel, int) else sum(pixel)) > 100


def test_what_is_finer_than_the_press_prints_is_made_coarser(press: Press, tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    chart().resize((3000, 2250), Image.Resampling.NEAREST).save(path, quality=90)
    wanted = whole(path)
    raster = separation(press).raster(wanted)
    assert (raster.width, raster.height) == (round(300 * mm(30) / EMU_PER_INCH), round(225 * mm(30) / EMU_PER_INCH))
    off = [delta_e(*pair) for pair in zip(srgb_lab(*COLOURS), printed_lab(*patches(ink(raster))), strict=True)]
    assert max(off) <= 3
    part = replace(wanted, box=(750, 0, 1500, 750), width=mm(20), depth=mm(20))
    near = ink(separation(press).raster(part))
    assert near.size == (236, 236)
    (lab,) = printed_lab(near.getpixel((118, 118)))
    assert delta_e(lab, srgb_lab(COLOURS[1])[0]) <= 3


def test_no_pixel_has_more_ink_than_pictures_may_have(press: Press, tmp_path: Path) -> None:
    """Shadows of every hue, with grain, as a JPEG; and rich black from another shop, with and without a profile."""
    dark = Image.effect_noise((90, 90), 60).point(lambda value: value // 4)
    bands = (dark, dark.rotate(90), dark.rotate(180))
    Image.merge("RGB", bands).save(tmp_path / "night.jpg", quality=90)
    rich = Image.merge("CMYK", (*(band.point(lambda value: 255 - value) for band in bands), dark.point(lambda v: 240)))
    rich.save(tmp_path / "rich.tif")
    other = PROFILE.read_bytes().replace(b"argl", b"none")
    rich.save(tmp_path / "foreign.tif", icc_profile=other)
    for name in ("night.jpg", "rich.tif", "foreign.tif"):
        for most in (2200, 1800):
            tight = replace(press, ink=InkLimits(pictures=most))
            image = ink(separation(tight).raster(whole(tmp_path / name)))
            noise = 50 if name == "night.jpg" else 0
            assert image.mode == "CMYK" and most_ink(image) <= (most + 10 + noise) * 0.255, (name, most)
        tight = replace(press, ink=InkLimits(2200, 2200))
        assert most_ink(ink(separation(tight).raster(whole(tmp_path / name)))) <= 2210 * 0.255, (
            "the press takes no more"
        )
    assert min(image.getchannel("K").getextrema()) > 200


def test_inks_from_this_press_stay_and_those_from_another_change(press: Press, tmp_path: Path) -> None:
    for name, profile in (
        ("bare.tif", None), ("own.tif", PROFILE.read_bytes()), ("other.tif", PROFILE.read_bytes().replace(b"argl", b"none"))
    ):  # fmt: skip
        inked = Image.new("CMYK", (9, 9), (90, 40, 60, 70))
        inked.save(tmp_path / name, icc_profile=profile)
    bare, own, other = (
        ink(separation(press).raster(whole(tmp_path / name))).getpixel((4, 4))
        for name in ("bare.tif", "own.tif", "other.tif")
    )
    assert bare == own == (90, 40, 60, 70) != other
    assert delta_e(*printed_lab(bare, other)) < 2


def test_a_profile_that_lies_or_is_broken_says_nothing(press: Press, tmp_path: Path) -> None:
    expected = None
    for profile in (None, PROFILE.read_bytes(), b"nonsense", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()[:200]):  # fmt: skip
        path = tmp_path / "lying.png"
        chart().save(path, icc_profile=profile)
        raster = separation(press).raster(whole(path))
        assert expected in (None, raster)
        expected = raster


def test_photographs_are_sharpened_as_the_profile_says_and_areas_and_drawings_left_alone(
    press: Press, tmp_path: Path
) -> None:
    edge = Image.new("L", (40, 40), 90)
    edge.paste(160, (20, 0, 40, 40))
    for name in ("edge.tif", "edge.png"):
        edge.save(tmp_path / name)
    wanted, drawing = whole(tmp_path / "edge.tif"), whole(tmp_path / "edge.png")
    soft, sharp = (
        ink(separation(replace(press, resolution=replace(press.resolution, sharpen=amount))).raster(wanted))
        for amount in (0, 60)
    )
    assert separation(press).raster(drawing).octets == zlib.compress(soft.tobytes(), 5)
    closer = separation(press).raster(replace(wanted, width=mm(3), depth=mm(3)))
    assert closer != separation(press).raster(wanted)
    rows = [[image.getpixel((x, 20)) for x in range(40)] for image in (soft, sharp)]
    assert len(set(rows[0])) == 2 < len(set(rows[1]))
    assert rows[0][0] == rows[1][0] and rows[0][39] == rows[1][39]


def test_what_was_kept_is_not_made_again(
    press: Press, tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    COLOURED["adobe.jpg"](tmp_path / "inks.jpg")
    wanted = whole(tmp_path / "inks.jpg")
    made = separation(press).raster(wanted)
    files = set(kept.iterdir())
    assert len(files) == 1
    script = (
        "import sys; from pathlib import Path; from layout.manifest.press import read_press\n"
        "from layout.model.page import PictureSource; from layout.model.raster import *\n"
        "from layout.press.separation.separator import separation_for\n"
        f"source = PictureSource(Path({str(wanted.source.path)!r}), {wanted.source.digest!r}, {wanted.source.pixels}, 'jpeg')\n"
        f"wanted = Wanted(source, {wanted.box}, {wanted.width}, {wanted.depth}, Plates.PROCESS)\n"
        f"raster = separation_for(read_press('newsprint', (Path({str(ROOT / 'styles')!r}),)), 4).raster(wanted)\n"
        "import hashlib; print(hashlib.sha256(raster.octets).hexdigest(), 'PIL' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    assert told.split() == [hashlib.sha256(made.octets).hexdigest(), "False"]
    for change in (
        replace(press, ink=replace(press.ink, pictures=2000)),
        replace(press, resolution=replace(press.resolution, sharpen=10)),
    ):
        separation(change).raster(wanted)
    separation(press).raster(replace(wanted, plates=Plates.BLACK))
    separation(press).raster(replace(wanted, box=(0, 0, 9, 9)))
    assert len(set(kept.iterdir())) == 5
    monkeypatch.setattr("layout.press.separation.scan.scan", None)
    assert separation(press).raster(wanted) == made


def test_a_picture_damaged_since_it_was_measured_is_named(press: Press, tmp_path: Path) -> None:
    path = tmp_path / "torn.jpg"
    chart().resize((400, 300)).save(path)
    wanted = whole(path)
    path.write_bytes(path.read_bytes()[:900])
    with pytest.raises(OSError, match="torn"):
        separation(press).raster(wanted)


def test_a_damaged_press_profile_is_named(press: Press, tmp_path: Path) -> None:
    torn = tmp_path / "torn.icc"
    torn.write_bytes(PROFILE.read_bytes()[:9000])
    made = separation(replace(press, intent=replace(press.intent, profile=torn)))
    with pytest.raises(OSError, match="torn"):
        made.inks((1, 0, 0), Plates.PROCESS)


def test_delta_e_is_the_published_one() -> None:
    """Pairs 1, 7, 9, 11, 13, 16-20, 25, 26, 33 and 34 of Sharma, Wu and Dalal's table 1."""
    pairs = (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425), ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792), ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((50, -0.001, 2.49), (50, 0.0009, -2.49), 4.8045), ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((50, 2.5, 0), (73, 25, -18), 27.1492), ((50, 2.5, 0), (61, -5, 29), 22.8977),
        ((50, 2.5, 0), (56, -27, -3), 31.9030), ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
        ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    )  # fmt: skip
    for one, other, published in pairs:
        assert delta_e(one, other) == pytest.approx(published, abs=5e-5)
        assert delta_e(other, one) == pytest.approx(published, abs=5e-5)
