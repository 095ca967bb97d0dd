"""Whether a picture file has a colour in it that is seen, kept by its content.

Takes a `PictureSource`, decodes a JPEG no larger than needed and any other picture whole. A drawing has the colours that its
elements and style sheets name. One that can no longer be read has none: drawing it will say so.
"""

import re
from typing import TYPE_CHECKING

from layout.model.page import PictureSource
from layout.typeset.keep import name_of, read_kept, write_kept

if TYPE_CHECKING:  # imported where a picture is new
    from PIL import Image

_SEEN = 32
"""How far the channels of a colour are apart, of 255: less is the tint of a grey, or the noise of a JPEG."""
_ACROSS = 256
"""As many pixels as tell whether there is colour."""
_NEUTRAL = 128
_NAMED = re.compile(rb"""(?:fill|stroke|stop-color|color)\s*[:=]\s*["']?\s*([^;"'}]+)""")


def in_colour(source: PictureSource) -> bool:
    """Whether it is more than black, white and greys."""
    kept = name_of("hue", source.digest)
    known = read_kept(kept)
    if known is None:
        try:
            octets = source.path.read_bytes()
            known = _drawn_in_colour(octets) if source.kind == "svg" else _has_colour(source)
        except (OSError, SyntaxError, ValueError, EOFError):  # all of which mean to Pillow that a file is damaged
            return False
        write_kept(kept, known)
    return bool(known)


def _drawn_in_colour(octets: bytes) -> bool:
    from PIL import ImageColor

    for words in dict.fromkeys(_NAMED.findall(octets)):
        try:
            channels = ImageColor.getrgb(words.decode("latin-1").strip())[:3]
        except ValueError:  # none, a reference, a gradient
            continue
        if max(channels) - min(channels) > _SEEN:
            return True
    return False


def _has_colour(source: PictureSource) -> bool:
    from PIL import Image

    with Image.open(source.path) as opened:
        if opened.mode in ("1", "L", "LA", "La", "I", "F") or opened.mode.startswith("I;16"):
            return False
        opened.draft(None, (_ACROSS, _ACROSS))
        if opened.mode == "LAB":
            return any(abs(edge - _NEUTRAL) > _SEEN // 2 for band in opened.split()[1:] for edge in _extremes(band))
        clear = opened.has_transparency_data
        image = opened.convert("RGBA" if clear else "RGB")
    image.thumbnail((_ACROSS, _ACROSS))
    if clear:
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    red, green, blue = image.convert("RGB").split()
    return any(_apart(one, other) > _SEEN for one, other in ((red, green), (green, blue), (blue, red)))


def _apart(one: "Image.Image", other: "Image.Image") -> float:
    from PIL import ImageChops

    return _extremes(ImageChops.difference(one, other))[1]


def _extremes(band: "Image.Image") -> tuple[float, float]:
    low, high = band.getextrema()
    assert isinstance(low, int | float), "one channel has one least value"
    assert isinstance(high, int | float), "and one greatest"
    return low, high
