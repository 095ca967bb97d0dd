"""Colours as a printer measures them: how far apart two are, and what ink on the shipped newsprint looks like."""

import math
from functools import cache
from pathlib import Path
from typing import TypeAlias

from PIL import Image, ImageCms

PROFILE = Path(__file__).parents[2] / "styles" / "press" / "newsprint-tr002.icc"
Lab: TypeAlias = tuple[float, float, float]


def delta_e(one: Lab, other: Lab) -> float:
    """CIEDE2000 with unit weights (Sharma, Wu and Dalal, Color Research and Application 30, 2005, equations 2-22)."""
    chroma = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * _share_of_25(chroma)
    (c1, h1), (c2, h2) = (_polar(lab[1] * stretch, lab[2]) for lab in (one, other))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 and c2 else 0.0
    if turn == -180 and h2 > h1:
        turn = 180.0
    light, chroma = (one[0] + other[0]) / 2, (c1 + c2) / 2
    hue = (h1 + h2) / 2 if c1 and c2 else h1 + h2
    if c1 and c2 and abs(h1 - h2) > 180:
        hue += 180 if h1 + h2 < 360 else -180
    swing = (
        1 - 0.17 * _cos(hue - 30) + 0.24 * _cos(2 * hue) + 0.32 * _cos(3 * hue + 6) - 0.20 * _cos(4 * hue - 63)
    )  # fmt: skip
    by_light = (other[0] - one[0]) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * swing)
    blues = 60 * math.exp(-(((hue - 275) / 25) ** 2))
    rotation = -2 * _share_of_25(chroma) * math.sin(math.radians(blues))
    return math.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


def _share_of_25(chroma: float) -> float:
    return math.sqrt(chroma**7 / (chroma**7 + 25**7))


def _polar(a: float, b: float) -> tuple[float, float]:
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def srgb_lab(*colours: tuple[int, ...]) -> list[Lab]:
    """sRGB colours, relative to D50."""
    return _labs(_transform("RGB", ImageCms.Flags.BLACKPOINTCOMPENSATION), "RGB", colours)


def printed_lab(*inks: tuple[int, ...]) -> list[Lab]:
    """What 255ths of ink look like beside paper, the darkest ink taken for black as the eye does."""
    return _labs(_transform("CMYK", ImageCms.Flags.BLACKPOINTCOMPENSATION), "CMYK", inks)


def measured_lab(*inks: tuple[int, ...]) -> list[Lab]:
    """What 255ths of ink measure, paper being white."""
    return _labs(_transform("CMYK", ImageCms.Flags.NONE), "CMYK", inks)


@cache
def _transform(mode: str, flags: ImageCms.Flags) -> ImageCms.ImageCmsTransform:
    profile = ImageCms.createProfile("sRGB") if mode == "RGB" else str(PROFILE)
    colorimetric = ImageCms.Intent.RELATIVE_COLORIMETRIC
    return ImageCms.buildTransform(profile, ImageCms.createProfile("LAB"), mode, "LAB", colorimetric, flags)


def _labs(transform: ImageCms.ImageCmsTransform, mode: str, colours: tuple[tuple[int, ...], ...]) -> list[Lab]:
    row = Image.frombytes(mode, (len(colours), 1), bytes(share for colour in colours for share in colour))
    made = ImageCms.applyTransform(row, transform)
    assert made is not None
    octets = made.tobytes()
    # Pillow writes a and b as signed octets.
    signed = [(octet ^ 128) - 128 for octet in octets]
    return [(octets[at] / 2.55, signed[at + 1], signed[at + 2]) for at in range(0, len(octets), 3)]
