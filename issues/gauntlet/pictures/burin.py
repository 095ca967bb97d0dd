"""The engraver's tools: a tone picture becomes lines that swell and thin, following the form.

Takes Pillow images: `tone` grey (0 black, 255 white) and `flow`, float pixels, whose whole multiples of the pitch are
where lines run. Gives masks, 255 where the ink stands. Pixels throughout.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from kit import across, down
from PIL import Image, ImageDraw, ImageFilter
from tones import reckon, soft_noise, to_grey

HERE = Path(__file__).resolve().parent
Blur = ImageFilter.GaussianBlur
Size = tuple[int, int]
Points = Sequence[tuple[float, float]]


def engrave(tone: Image.Image, flow: Image.Image, pitch: float, edge: float = 3.0) -> Image.Image:
    """Lines along the flow, as thick as the tone is dark; `edge` is the steepness of their sides (more is harder)."""
    wave = reckon(lambda f: abs((f / pitch + 4096.0) % 1.0 - 0.5) * 2.0, f=flow)
    return to_grey(reckon(lambda t, w: ((1.0 - t / 255.0) * 1.12 - 0.04 - w) * 255.0 * edge + 128.0,
                          t=tone.convert("F"), w=wave))


def level(size: Size, swell: float = 0.0, cell: int = 60, seed: int = 1) -> Image.Image:
    """A flow of horizontal lines, that wander by up to about `swell` pixels."""
    y = down(size)
    if not swell:
        return y
    noise = soft_noise(size, cell, seed).filter(Blur(cell / 4)).convert("F")
    return reckon(lambda y, n: y + (n - 128.0) / 64.0 * swell, y=y, n=noise)


def rings(size: Size, cx: float, cy: float) -> Image.Image:
    return reckon(lambda x, y: ((x - cx) ** 2 + (y - cy) ** 2) ** 0.5, x=across(size), y=down(size))


def shade(size: Size, formula: Callable[..., object]) -> Image.Image:
    """Grey from a formula of x and y."""
    return to_grey(reckon(lambda x, y: formula(x, y) + 0.0 * x, x=across(size), y=down(size)))


def shape(size: Size, *outlines: Points) -> Image.Image:
    """A mask of polygons with soft edges."""
    mask = Image.new("L", size, 0)
    for points in outlines:
        ImageDraw.Draw(mask).polygon([(round(x), round(y)) for x, y in points], fill=255)
    return mask.filter(Blur(0.7))


class Plate:
    """A block that is cut piece by piece, far things first; each piece covers what is under it."""

    def __init__(self, size: Size) -> None:
        self.size, self.ink = size, Image.new("L", size, 0)

    def cut(self, mask: Image.Image, tone: Image.Image, flow: Image.Image, pitch: float, rim: int = 0) -> None:
        """Lines within the mask; a rim of that many pixels is left white round it."""
        if rim:
            self.ink.paste(0, mask=mask.filter(ImageFilter.MaxFilter(rim * 2 + 1)))
        self.ink.paste(engrave(tone, flow, pitch), mask=mask)

    def solid(self, *outlines: Points, ink: int = 255) -> None:
        self.ink.paste(ink, mask=shape(self.size, *outlines))

    def line(self, points: Points, width: int, ink: int = 255) -> None:
        ImageDraw.Draw(self.ink).line([(round(x), round(y)) for x, y in points], fill=ink, width=width, joint="curve")

    def print(self, name: str, ppi: int, finer: int) -> None:
        """One-bit, black on white, `finer` times as many pixels as it was cut in: so the sides of lines are smooth."""
        ink = self.ink.resize((self.size[0] * finer, self.size[1] * finer), Image.Resampling.BICUBIC)
        sheet = ink.point(lambda v: 0 if v > 127 else 255).convert("1", dither=Image.Dither.NONE)
        sheet.save(HERE / name, dpi=(ppi * finer, ppi * finer), optimize=True)


def column(size: Size, left: float, right: float, lit: float = 0.3) -> tuple[Image.Image, Image.Image]:
    """Tone and flow of an upright cylinder between two edges, lit at a share of its width."""
    middle, half = (left + right) / 2, (right - left) / 2
    tone = shade(size, lambda x, y: 250.0 - ((x - left) / (right - left) - lit) ** 2 * 430.0)
    flow = reckon(lambda x, y: y + ((x - middle) / half) ** 2 * half * 0.18, x=across(size), y=down(size))
    return tone, flow


def sea(plate: Plate, top: float, pitch: float, glitter: float, seed: int, dark: float = 150.0) -> None:
    """Water from `top` down: lines closer and finer far off, swelling near; a path of light at x = glitter."""
    size = plate.size
    deep = size[1] - top
    near = reckon(lambda y: (y - top) / deep, y=down(size))
    chop = soft_noise((size[0] // 3, size[1]), 16, seed).resize(size, Image.Resampling.BICUBIC).filter(Blur(5)).convert("F")
    flow = reckon(lambda y, n, c: (y - top) * 0.8 + (c - 128.0) * n * 0.22, y=down(size), n=near, c=chop)
    tone = to_grey(reckon(
        lambda x, n, c: 255.0 - dark + (c - 128.0) * 1.3
        + 200.0 * 2.718281 ** (-(((x - glitter) / (size[0] * (0.05 + 0.13 * n))) ** 2)) - n * 30.0,
        x=across(size), n=near, c=chop))
    mask = shape(size, [(0, top), (size[0], top), size, (0, size[1])])
    plate.cut(mask, tone, flow, pitch)
