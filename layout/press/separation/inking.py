"""Colours to ink, by the ICC profile of a press.

Colour keeps to relative colorimetric with black point compensation. What has no profile is sRGB, or ink as it is. What has
no colour is black ink alone, as light as it was meant to be where the lightness of all greys is fitted between paper and
solid black, as black point compensation does (Adobe Systems' Implementation of Black Point Compensation, 2006).
Sources: ICC.1:2022, 7.2.6 (colour space of a profile); IEC 61966-2-1 (sRGB); ISO/CIE 11664-4 (CIELAB).
"""

import io
from bisect import bisect_left

from PIL import Image, ImageChops, ImageCms

from layout.model.raster import Plates
from layout.press.separation.ink_limit import limited

_COLORIMETRIC = ImageCms.Intent.RELATIVE_COLORIMETRIC
_COMPENSATED = ImageCms.Flags.BLACKPOINTCOMPENSATION
_SPACES = {"L": b"GRAY", "RGB": b"RGB ", "CMYK": b"CMYK", "LAB": b"Lab "}
_NEUTRAL = (128, 128)


class Inking:
    """Turns images and colours into ink for one press. `limit` is the most ink of a pixel, in 255ths of a plate."""

    def __init__(self, profile: bytes, most: int) -> None:
        """`most` is the most ink of a picture in tenths of a percent. Raises OSError where the profile is damaged."""
        self.limit = most * 255 // 1000
        self._profile = profile
        self._press = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        self._transforms: dict[tuple[bytes | None, str, str], ImageCms.ImageCmsTransform] = {}
        try:
            self._ramp = self._measured_ramp()
            self._converted(Image.new("RGB", (1, 1)), None, "CMYK")
        except ImageCms.PyCMSError as error:
            raise OSError(str(error)) from error

    def printed(self, image: Image.Image, profile: bytes | None, plates: Plates) -> Image.Image:
        """An image with this profile as ink: CMYK, or where black is all it needs, L with 0 for solid; 1-bit art as it
        is."""
        if image.mode == "1":
            return image
        if profile is not None and profile[16:20] != _SPACES[image.mode]:
            profile = None
        if _is_colourless(image):
            return self._grey(image, profile)
        if plates is Plates.BLACK:
            lightness = self._converted(image, profile, "LAB").getchannel(0)
            return lightness.point([self._tone(step / 2.55) for step in range(256)])
        if image.mode != "CMYK" or profile not in (None, self._profile):
            image = self._converted(image, profile, "CMYK")
        return limited(image, self.limit)

    def colour(self, srgb: tuple[float, float, float], plates: Plates) -> tuple[float, float, float, float]:
        """Cyan, magenta, yellow and black of an sRGB colour; all numbers 0 to 1."""
        pixel = tuple(round(255 * share) for share in srgb)
        ink = self.printed(Image.new("RGB", (1, 1), pixel), None, plates)
        if ink.mode == "L":
            (tone,) = ink.tobytes()
            return 0.0, 0.0, 0.0, round(1 - tone / 255, 3)
        cyan, magenta, yellow, black = (round(amount / 255, 3) for amount in ink.tobytes())
        return cyan, magenta, yellow, black

    def _grey(self, image: Image.Image, profile: bytes | None) -> Image.Image:
        if image.mode == "CMYK":
            return ImageChops.invert(image.getchannel("K"))
        if image.mode == "LAB":
            steps = [step / 2.55 for step in range(256)]
        else:
            steps = self._lightness_of_greys(image.mode, profile)
        return image.getchannel(0).point([self._tone(lightness) for lightness in steps])

    def _lightness_of_greys(self, mode: str, profile: bytes | None) -> list[float]:
        if profile is None:
            return [_lightness(_luminance_of_srgb(step / 255)) for step in range(256)]
        ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
        if mode == "RGB":
            ramp = Image.merge("RGB", (ramp, ramp, ramp))
        return [lightness / 2.55 for lightness in self._converted(ramp, profile, "LAB").getchannel(0).tobytes()]

    def _tone(self, lightness: float) -> int:
        """What of a plate black leaves bare for a lightness of 0 to 100, in 255ths."""
        blacks, lights = self._ramp
        darkest = _luminance(lights[0])
        wanted = _lightness(darkest + (1 - darkest) * _luminance(lightness))
        after = min(max(1, bisect_left(lights, wanted)), len(lights) - 1)
        share = (wanted - lights[after - 1]) / (lights[after] - lights[after - 1])
        black = blacks[after - 1] + share * (blacks[after] - blacks[after - 1])
        return min(255, max(0, round(255 - black)))

    def _measured_ramp(self) -> tuple[list[float], list[float]]:
        """Amounts of black ink, and how light each prints; lightness rises. Of amounts that the profile's 8 bits tell
        no more apart, their mean."""
        ramp = Image.merge("CMYK", (*[Image.new("L", (256, 1))] * 3, Image.frombytes("L", (256, 1), bytes(range(256)))))
        measure = ImageCms.buildTransform(
            self._opened(None, "CMYK"), self._opened(None, "LAB"), "CMYK", "LAB", _COLORIMETRIC
        )
        found: dict[int, list[int]] = {}
        for black, lightness in enumerate(_applied(measure, ramp).getchannel(0).tobytes()):
            found.setdefault(lightness, []).append(black)
        steps = sorted(found)
        blacks = [sum(found[step]) / len(found[step]) for step in steps]
        blacks[0], blacks[-1] = 255.0, 0.0
        return blacks, [step / 2.55 for step in steps]

    def _converted(self, image: Image.Image, profile: bytes | None, mode: str) -> Image.Image:
        key = (profile, image.mode, mode)
        if key not in self._transforms:
            self._transforms[key] = self._transform(*key)
        return _applied(self._transforms[key], image)

    def _transform(self, profile: bytes | None, source: str, target: str) -> ImageCms.ImageCmsTransform:
        try:
            return ImageCms.buildTransform(
                self._opened(profile, source), self._opened(None, target), source, target, _COLORIMETRIC, _COMPENSATED
            )
        except (OSError, ImageCms.PyCMSError):
            if profile is None:
                raise
            return self._transform(None, source, target)  # a damaged profile says no more than none

    def _opened(self, profile: bytes | None, mode: str) -> ImageCms.ImageCmsProfile:
        if profile is not None:
            return ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if mode == "CMYK":
            return self._press
        return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB"))


def _applied(transform: ImageCms.ImageCmsTransform, image: Image.Image) -> Image.Image:
    applied = ImageCms.applyTransform(image, transform)
    assert applied is not None  # it would be None if `image` itself were changed
    return applied


def _is_colourless(image: Image.Image) -> bool:
    bands = image.split()
    if image.mode == "RGB":
        red, green, blue = bands
        return not any(ImageChops.difference(one, blue).getbbox() for one in (green, red))
    if image.mode == "CMYK":
        return not any(band.getbbox() for band in bands[:3])
    return all(band.getextrema() == _NEUTRAL for band in bands[1:])


def _luminance_of_srgb(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _lightness(luminance: float) -> float:
    return 116 * luminance ** (1 / 3) - 16 if luminance > 216 / 24389 else luminance * 24389 / 27


def _luminance(lightness: float) -> float:
    return ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness * 27 / 24389
