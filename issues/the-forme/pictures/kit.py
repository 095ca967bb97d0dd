"""Tools of the art desk: glyph outlines as SVG paths, a small SVG page, and coordinate images for tone work.

Takes the faces of the font packages that the paper is set in; gives path data and Pillow images. Lengths are points in
the drawings (one user unit is one point at the printed size) and pixels in the pictures.
"""

import math
import random
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from PIL import Image, ImageFont

HERE = Path(__file__).resolve().parent
SANS = "fontpkg_libre_franklin:LibreFranklin[wght].ttf"
SERIF = "fontpkg_newsreader:Newsreader[opsz,wght].ttf"
ITALIC = "fontpkg_newsreader:Newsreader-Italic[opsz,wght].ttf"

RED = "#d8332a"
INK = "#000000"
GREY = "#8c8c8c"
PALE = "#e9e9e9"
BLUE = "#2f6f95"
SAND = "#f0e6d2"


@cache
def face(name: str) -> TTFont:
    package, file = name.split(":")
    return TTFont(str(resources.files(package) / "files" / file))


@cache
def face_path(name: str) -> str:
    package, file = name.split(":")
    return str(resources.files(package) / "files" / file)


@cache
def glyphs(name: str, weight: float, optical: float):
    font = face(name)
    axes = {axis.axisTag for axis in font["fvar"].axes}
    place = {tag: value for tag, value in (("wght", weight), ("opsz", optical)) if tag in axes}
    return font.getGlyphSet(location=place)


def text_width(words: str, size: float, name: str = SANS, weight: float = 500, optical: float = 12) -> float:
    shapes, names = glyphs(name, weight, optical), face(name).getBestCmap()
    return sum(shapes[names[ord(c)]].width for c in words) * size / face(name)["head"].unitsPerEm


def text_path(
    words: str, x: float, y: float, size: float, name: str = SANS, weight: float = 500, optical: float = 12,
    anchor: str = "start", turn: float = 0.0,
) -> str:
    """Path data of a line of type on the baseline y; `turn` is in degrees, clockwise, about (x, y)."""
    shapes, names = glyphs(name, weight, optical), face(name).getBestCmap()
    scale = size / face(name)["head"].unitsPerEm
    start = {"start": 0.0, "middle": -0.5, "end": -1.0}[anchor] * text_width(words, size, name, weight, optical)
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    pen = SVGPathPen(shapes, ntos=lambda v: f"{v:.2f}".rstrip("0").rstrip("."))
    for character in words:
        shape = shapes[names[ord(character)]]
        left, top = x + start * cos, y + start * sin
        shape.draw(TransformPen(pen, (scale * cos, scale * sin, scale * sin, -scale * cos, left, top)))
        start += shape.width * scale
    return pen.getCommands()


def number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Sheet:
    """An SVG drawing of paths with plain fills and strokes, and of labels: no style sheets, gradients, transforms."""

    def __init__(self, width: float, depth: float) -> None:
        self.width, self.depth = width, depth
        self.marks: list[str] = []

    def path(self, data: str, fill: str = "none", stroke: str = "none", width: float = 0.0) -> None:
        line = f' stroke="{stroke}" stroke-width="{number(width)}" stroke-linejoin="round" stroke-linecap="round"'
        self.marks.append(f'<path d="{data}" fill="{fill}"{line if stroke != "none" else ""}/>')

    def shape(self, points, fill: str = "none", stroke: str = "none", width: float = 0.0) -> None:
        self.path("M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z", fill, stroke, width)

    def line(self, points, stroke: str = INK, width: float = 0.5) -> None:
        self.path("M" + "L".join(f"{number(x)} {number(y)}" for x, y in points), "none", stroke, width)

    def dashes(self, points, on: float, off: float, stroke: str = INK, width: float = 0.5) -> None:
        for piece in cut_dashes(points, on, off):
            self.line(piece, stroke, width)

    def box(self, x, y, w, h, fill: str = "none", stroke: str = "none", width: float = 0.0) -> None:
        self.shape([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], fill, stroke, width)

    def disc(self, x, y, r, fill: str = "none", stroke: str = "none", width: float = 0.0) -> None:
        self.path(ellipse(x, y, r, r), fill, stroke, width)

    def words(self, words: str, x: float, y: float, size: float = 8, ink: str = INK, **how) -> None:
        self.path(text_path(words, x, y, size, **how), ink)

    def label(self, words: str, x: float, y: float, size: float = 8, family: str = "Libre Franklin", **how: object) -> None:
        """Words that stay text: whatever sets the paper sets them too, in a family of its own."""
        said = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in how.items())
        place = f'x="{number(x)}" y="{number(y)}" font-size="{number(size)}"'
        self.marks.append(f'<text {place} font-family="{family}"{said}>{words}</text>')

    def save(self, name: str) -> None:
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(self.width)}pt" height="{number(self.depth)}pt" '
            f'viewBox="0 0 {number(self.width)} {number(self.depth)}">'
        )
        (HERE / name).write_text("\n".join([head, *self.marks, "</svg>", ""]), encoding="utf-8")


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    k = 0.5523
    a = [(x + rx, y), (x + rx, y + k * ry), (x + k * rx, y + ry), (x, y + ry), (x - k * rx, y + ry), (x - rx, y + k * ry)]
    b = [(x - rx, y), (x - rx, y - k * ry), (x - k * rx, y - ry), (x, y - ry), (x + k * rx, y - ry), (x + rx, y - k * ry)]
    p = [f"{number(u)} {number(v)}" for u, v in a + b]
    return f"M{p[0]}C{p[1]} {p[2]} {p[3]}C{p[4]} {p[5]} {p[6]}C{p[7]} {p[8]} {p[9]}C{p[10]} {p[11]} {p[0]}Z"


def cut_dashes(points, on: float, off: float):
    pieces, piece, left, drawing = [], [points[0]], on, True
    for (x0, y0), (x1, y1) in pairwise(points):
        length, gone = math.hypot(x1 - x0, y1 - y0), 0.0
        while length - gone > left:
            gone += left
            here = (x0 + (x1 - x0) * gone / length, y0 + (y1 - y0) * gone / length)
            if drawing:
                pieces.append([*piece, here])
            piece, drawing = [here], not drawing
            left = on if drawing else off
        left -= length - gone
        piece.append((x1, y1))
    if drawing and len(piece) > 1:
        pieces.append(piece)
    return pieces


def smooth(points, steps: int = 10):
    """Catmull-Rom curve through the points."""
    p = [points[0], *points, points[-1]]
    out = []
    for i in range(1, len(p) - 2):
        for s in range(steps):
            t = s / steps
            out.append(tuple(
                0.5 * (2 * p[i][k] + (p[i + 1][k] - p[i - 1][k]) * t
                       + (2 * p[i - 1][k] - 5 * p[i][k] + 4 * p[i + 1][k] - p[i + 2][k]) * t * t
                       + (3 * p[i][k] - p[i - 1][k] - 3 * p[i + 1][k] + p[i + 2][k]) * t ** 3)
                for k in (0, 1)
            ))
    out.append(points[-1])
    return out


def grain(size: tuple[int, int], seed: int) -> Image.Image:
    """Even noise, grey, the same for the same seed."""
    return Image.frombytes("L", size, random.Random(seed).randbytes(size[0] * size[1]))


def across(size: tuple[int, int]) -> Image.Image:
    """A float image whose value is x."""
    row = Image.new("F", (size[0], 1))
    row.putdata([float(x) for x in range(size[0])])
    return row.resize(size, Image.Resampling.NEAREST)


def down(size: tuple[int, int]) -> Image.Image:
    """A float image whose value is y."""
    column = Image.new("F", (1, size[1]))
    column.putdata([float(y) for y in range(size[1])])
    return column.resize(size, Image.Resampling.NEAREST)


def type_font(name: str, size: int, *axes: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(face_path(name), size)
    font.set_variation_by_axes(list(axes))
    return font
