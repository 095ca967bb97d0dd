"""A test chart in every kind of picture file that photographers, agencies and old archives send."""

import io
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from PIL import Image, ImageChops, ImageCms

from tests.pages.colours import PROFILE

SIDE = 24
"""Pixels of a patch's side."""
ACROSS, DOWN = 4, 3
COLOURS = (
    (236, 214, 190), (196, 160, 140), (150, 110, 95), (120, 140, 110),
    (170, 190, 160), (150, 165, 190), (110, 120, 150), (200, 175, 190),
    (225, 225, 190), (180, 120, 120), (130, 130, 130), (250, 240, 235),
)  # fmt: skip
GREYS = tuple((step, step, step) for step in (255, 232, 209, 186, 163, 140, 117, 94, 71, 48, 25, 0))


def chart(colours: tuple[tuple[int, int, int], ...] = COLOURS) -> Image.Image:
    """Four patches across, three down."""
    small = Image.frombytes("RGB", (ACROSS, DOWN), bytes(share for colour in colours for share in colour))
    return small.resize((ACROSS * SIDE, DOWN * SIDE), Image.Resampling.NEAREST)


def patches(image: Image.Image) -> list[tuple[int, ...]]:
    """The colour in the middle of each patch of a chart of any size."""
    wide, tall = image.width / ACROSS, image.height / DOWN
    image = image if len(image.getbands()) > 1 else image.convert("RGB")
    return [
        image.getpixel((int((x + 0.5) * wide), int((y + 0.5) * tall)))  # type: ignore[misc]
        for y in range(DOWN)
        for x in range(ACROSS)
    ]


def _inked(image: Image.Image) -> Image.Image:
    """The chart as an art department separates it for this very press."""
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), str(PROFILE), "RGB", "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    made = ImageCms.applyTransform(image, transform)
    assert made is not None
    return made


def _rgb_jpeg(path: Path) -> None:
    chart().save(path, quality=97, subsampling=0)


def _palette_png(path: Path) -> None:
    """White is not in the palette: it is where nothing is."""
    clear = Image.new("P", (ACROSS * SIDE, DOWN * SIDE), 12)
    clear.putpalette(bytes(share for colour in (*COLOURS, (0, 0, 0)) for share in colour))
    for at in range(12):
        if at != 5:
            clear.paste(at, tuple(SIDE * n for n in (at % 4, at // 4, at % 4 + 1, at // 4 + 1)))  # type: ignore[arg-type]
    clear.save(path, transparency=12)


def _turned_jpeg(path: Path) -> None:
    """As a telephone held upright writes it: pixels lying, tag 6."""
    exif = Image.Exif()
    exif[0x0112] = 6
    chart().transpose(Image.Transpose.ROTATE_90).save(path, quality=97, subsampling=0, exif=exif)


def _turned_tiff(path: Path) -> None:
    chart().transpose(Image.Transpose.ROTATE_90).save(path, tiffinfo={274: 6})


def _deep_tiff(path: Path) -> None:
    """RGB with 16 bits a channel (TIFF 6.0, section 6), which Pillow does not write; the low octets are noise."""
    image = chart()
    pixels = b"".join(bytes((at * 7 % 256, share)) for at, share in enumerate(image.tobytes()))
    tags = (
        (256, 3, 1, image.width), (257, 3, 1, image.height), (258, 3, 3, 8), (259, 3, 1, 1), (262, 3, 1, 2),
        (273, 4, 1, 14), (277, 3, 1, 3), (278, 3, 1, image.height), (279, 4, 1, len(pixels)), (284, 3, 1, 1),
    )  # fmt: skip
    directory = struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags) + bytes(4)
    path.write_bytes(b"II*\0" + struct.pack("<I3H", 14 + len(pixels), 16, 16, 16) + pixels + directory)


def _deep_grey_tiff(path: Path) -> None:
    chart(GREYS).convert("L").convert("I").point(lambda value: value * 257 + 0.0).convert("I;16").save(path)


def _adobe_jpeg(path: Path) -> None:
    """Pillow writes CMYK as Adobe's programs do: inverted, with their marker."""
    _inked(chart()).save(path, quality=97, subsampling=0)


def _plain_cmyk_jpeg(path: Path) -> None:
    """Not inverted, and no marker."""
    ImageChops.invert(_inked(chart())).save(path, quality=97, subsampling=0)
    octets = path.read_bytes()
    at = octets.index(b"\xff\xee\x00\x0eAdobe")
    path.write_bytes(octets[:at] + octets[at + 16 :])


def _wide_jpeg(path: Path) -> None:
    """The same colours in Adobe RGB: numbers that are duller where its profile is not read."""
    profile = adobe_rgb()
    opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    colorimetric = ImageCms.Intent.RELATIVE_COLORIMETRIC
    made = ImageCms.profileToProfile(chart(), ImageCms.createProfile("sRGB"), opened, colorimetric)
    assert made is not None
    made.save(path, quality=97, subsampling=0, icc_profile=profile)


def _lab_tiff(path: Path) -> None:
    colorimetric = ImageCms.Intent.RELATIVE_COLORIMETRIC
    made = ImageCms.profileToProfile(
        chart(), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), colorimetric, "LAB"
    )
    assert made is not None
    made.save(path)


def _clear_png(path: Path) -> None:
    """Twice the colour at half the strength."""
    twice = chart().point(lambda value: max(0, 2 * value - 255))
    twice.putalpha(128)
    twice.save(path)


def _grey_jpeg(path: Path) -> None:
    chart(GREYS).convert("L").save(path, quality=97)


def _art_png(path: Path) -> None:
    chart(GREYS).convert("1", dither=Image.Dither.NONE).save(path)


COLOURED: Mapping[str, Callable[[Path], None]] = MappingProxyType({
    "rgb.jpg": _rgb_jpeg, "rgb.png": lambda path: chart().save(path), "palette.png": _palette_png,
    "turned.jpg": _turned_jpeg, "turned.tif": _turned_tiff, "deep.tif": _deep_tiff, "adobe.jpg": _adobe_jpeg, "plain.jpg": _plain_cmyk_jpeg,
    "wide.jpg": _wide_jpeg, "lab.tif": _lab_tiff, "clear.png": _clear_png,
})  # fmt: skip
COLOURLESS: Mapping[str, Callable[[Path], None]] = MappingProxyType({
    "grey.jpg": _grey_jpeg, "deep-grey.tif": _deep_grey_tiff, "neutral.png": lambda path: chart(GREYS).save(path),
})  # fmt: skip


def chart_svg(path: Path) -> None:
    """The chart as a drawing."""
    areas = "".join(
        f'<rect x="{at % 4 * SIDE}" y="{at // 4 * SIDE}" width="{SIDE}" height="{SIDE}" fill="rgb{colour}"/>'
        for at, colour in enumerate(COLOURS)
    )
    size = f'width="{ACROSS * SIDE}" height="{DOWN * SIDE}"'
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{areas}</svg>')


def meant(name: str) -> tuple[tuple[int, int, int], ...]:
    """The colours of a picture's patches, laid on paper white."""
    if name in COLOURLESS:
        return GREYS
    if name == "palette.png":
        return (*COLOURS[:5], (255, 255, 255), *COLOURS[6:])
    if name == "clear.png":  # at half strength nothing is darker than half
        return tuple((max(128, red), max(128, green), max(128, blue)) for red, green, blue in COLOURS)
    return COLOURS


def adobe_rgb() -> bytes:
    """A matrix profile (ICC.1:2001-04, 6.3.1.2) with the primaries, adapted to D50, and the gamma of Adobe RGB (1998)."""

    def xyz(*shares: float) -> bytes:
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(share * 65536) for share in shares))

    gamma = b"curv\0\0\0\0" + struct.pack(">IH", 1, 563) + bytes(2)
    words = b"desc\0\0\0\0" + struct.pack(">I", 10) + b"Wide test\0" + bytes(78 + 12)
    tags = {
        b"desc": words[:100], b"wtpt": xyz(0.9642, 1, 0.8249), b"rXYZ": xyz(0.60974, 0.31111, 0.01947),
        b"gXYZ": xyz(0.20528, 0.62567, 0.06087), b"bXYZ": xyz(0.14919, 0.06322, 0.74457),
        b"rTRC": gamma, b"gTRC": gamma, b"bTRC": gamma,
    }  # fmt: skip
    at, table, content = 132 + 12 * len(tags), b"", b""
    for name, tag in tags.items():
        table += name + struct.pack(">II", at + len(content), len(tag))
        content += tag
    size = at + len(content)
    header = struct.pack(">I4sI4s4s4s", size, b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2007, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + content
