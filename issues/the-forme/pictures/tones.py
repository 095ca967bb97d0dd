"""The art desk's tone pictures: type in the forme, paper fibres, pears through the screen, a rosette, ink on paper.

Each is worked as a relief or a light value over the whole picture at once, by Pillow's own image arithmetic.
"""

import math
import random
from collections.abc import Callable

from kit import HERE, SANS, SERIF, across, down, grain, smooth, type_font
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageMath

Blur = ImageFilter.GaussianBlur


def reckon(formula: Callable[..., object], **images: Image.Image) -> Image.Image:
    """A float image from others, each value by the formula."""
    return ImageMath.lambda_eval(lambda args: formula(**{name: args[name] for name in images}), **images)


def to_grey(image: Image.Image) -> Image.Image:
    clipped = ImageMath.lambda_eval(lambda a: a["min"](a["max"](a["v"], 0.0), 255.0), v=image)
    return clipped.convert("L")


def save_jpeg(image: Image.Image, name: str, ppi: int, quality: int = 82) -> None:
    image.save(HERE / name, quality=quality, dpi=(ppi, ppi), subsampling=0, optimize=True)


def soft_noise(size: tuple[int, int], cell: int, seed: int) -> Image.Image:
    """Cloudy noise, cells of `cell` pixels."""
    small = grain((size[0] // cell + 3, size[1] // cell + 3), seed)
    return small.resize(size, Image.Resampling.BICUBIC)


# ---------------------------------------------------------------- type in the forme

FORME = (
    "THE FORME is the page as",
    "a thing: type, rule and quoin",
    "locked in iron, able to be",
    "lifted. Read it from right to",
    "left; it has been waiting to",
    "be turned round since 1450.",
    "Every letter is a stick of lead",
    "with one bright face & a foot.",
    "Nothing in it means anything",
    "until it has been blackened.",
    "Mind your p q and d b, ff fi,",
    "and the space between them.",
)


def relief_of_type(size: tuple[int, int], line: int) -> tuple[Image.Image, Image.Image]:
    """Heights of a forme from above, and where the printing faces are: lines of sorts, letters mirrored."""
    body, faces = Image.new("L", size, 22), Image.new("L", size, 0)
    sorts, letters = ImageDraw.Draw(body), ImageDraw.Draw(faces)
    font = type_font(SERIF, int(line * 0.86), 500, 14)
    chance = random.Random(5)
    for row in range(size[1] // line + 1):
        x, words = -line * 0.4 * (row % 3), "  ".join(FORME[(row + k) % len(FORME)] for k in (0, 5, 8))
        for character in words:
            wide = font.getlength(character) * (1 if character != " " else 1.25)
            left, top = round(x), row * line + chance.choice((0, 0, 1))
            if character != " ":
                tone = 118 + chance.randrange(-6, 7)
                sorts.rectangle((left + 1, top + 1, round(x + wide) - 1, top + line - 2), fill=tone)
                letters.text((x, top + line * 0.74), character, fill=255, font=font, anchor="ls")
            else:
                sorts.rectangle((left + 1, top + 2, round(x + wide) - 1, top + line - 3), fill=58)
            x += wide
            if x > size[0]:
                break
    return body, faces


def draw_sorts() -> None:
    """Metal type in the forme, close to, in raking light, with little depth of focus."""
    flat = (2300, 2300)
    body, faces = relief_of_type(flat, 92)
    body, faces = body.transpose(Image.Transpose.FLIP_LEFT_RIGHT), faces.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    shoulder = faces.filter(Blur(5))
    height = ImageChops.add(body.filter(Blur(1.2)), faces.filter(Blur(1.6)).point(lambda v: v * 0.5))
    height = ImageChops.add(height, shoulder.point(lambda v: v * 0.12))
    slope = ImageChops.subtract(ImageChops.offset(height, 3, 3), ImageChops.offset(height, -3, -3), 1, 128)
    wide = ImageChops.subtract(ImageChops.offset(height, 9, 5), ImageChops.offset(height, -9, -5), 1, 128)
    hollow = ImageChops.subtract(height.filter(Blur(16)), height, 1, 128)
    scratches = Image.new("L", flat, 128)
    pen, chance = ImageDraw.Draw(scratches), random.Random(8)
    for _ in range(5200):
        x, y, a, r = chance.random() * flat[0], chance.random() * flat[1], chance.random() * 0.5 - 0.25, chance.random() * 46
        pen.line((x, y, x + r * math.cos(a), y + r * math.sin(a)), fill=128 + chance.randrange(-26, 34))
    scratches = ImageChops.add(scratches, grain(flat, 3).point(lambda v: v // 14), 1, -9)
    light = reckon(
        lambda h, s, w, o, n: h * 0.72 + (128 - s) * 1.1 + (128 - w) * 0.4 - (o - 128) * 0.7 + (n - 128) * 0.6 + 22,
        h=height.convert("F"), s=slope.convert("F"), w=wide.convert("F"), o=hollow.convert("F"),
        n=scratches.filter(Blur(0.7)).convert("F"),
    )
    bright = reckon(lambda v, f, c: v + f * (0.16 + c * 0.0017), v=light, f=faces.filter(Blur(0.8)).convert("F"),
                    c=soft_noise(flat, 300, 4).convert("F"))
    metal = to_grey(bright)
    size = (1500, 1000)
    corners = perspective(size, ((330, 60), (2180, 240), (1850, 2060), (480, 1700)))
    view = metal.transform((size[0], size[1]), Image.Transform.PERSPECTIVE, corners, Image.Resampling.BICUBIC, fillcolor=20)
    sharp_at = reckon(lambda y, x: abs(y + x * 0.10 - 620), y=down(size), x=across(size))
    blurred = view
    for radius, start in ((1.2, 110), (2.6, 220), (5.0, 340), (8.5, 470)):
        mask = to_grey(reckon(lambda d, start=start: (d - start) * 2.2, d=sharp_at))
        blurred = Image.composite(view.filter(Blur(radius)), blurred, mask)
    lamp = reckon(
        lambda x, y, v: v * (1.34 - ((x - 900) ** 2 / 2.3e6 + (y - 560) ** 2 / 1.0e6)), x=across(size), y=down(size),
        v=blurred.convert("F"),
    )
    toned = to_grey(reckon(lambda v, n: (v / 255.0) ** 1.0 * 276 + (n - 128) * 0.07 - 4, v=to_grey(lamp).convert("F"),
                           n=grain(size, 21).filter(Blur(0.6)).convert("F")))
    save_jpeg(toned, "sorts.jpg", 195, 80)


def perspective(size: tuple[int, int], quad) -> list[float]:
    """Coefficients that map a picture of `size` to the four corners (clockwise from top left) of the flat one."""
    return from_quad(((0, 0), (size[0], 0), size, (0, size[1])), quad)


def from_quad(quad, source) -> list[float]:
    """Coefficients that take a place in the one quadrangle to its place in the other."""
    rows: list[list[float]] = []
    goal: list[float] = []
    for (x, y), (u, v) in zip(quad, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        goal += [u, v]
    return solve(rows, goal)


def solve(rows: list[list[float]], goal: list[float]) -> list[float]:
    table = [[*map(float, row), float(right)] for row, right in zip(rows, goal, strict=True)]
    n = len(table)
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(table[r][i]))
        table[i], table[pivot] = table[pivot], table[i]
        table[i] = [value / table[i][i] for value in table[i]]
        for r in range(n):
            if r != i:
                table[r] = [a - table[r][i] * b for a, b in zip(table[r], table[i], strict=True)]
    return [row[n] for row in table]


# ---------------------------------------------------------------- paper under the glass


def draw_fibres() -> None:
    """Fibres of newsprint as a micrograph shows them: flattened tubes, most of them lying along the stream."""
    size, chance = (1240, 860), random.Random(17)
    picture = to_grey(reckon(lambda n: 46 + n * 0.10, n=soft_noise(size, 60, 2).convert("F")))
    for layer in range(9):
        lit = 70 + layer * 17
        ribbon, edge = Image.new("L", size, 0), Image.new("L", size, 0)
        for _ in range(26 if layer < 7 else 12):
            fibre(ImageDraw.Draw(ribbon), ImageDraw.Draw(edge), size, chance, layer)
        ribbon = ribbon.filter(Blur(0.8))
        shade = ImageChops.offset(ribbon, 5, 8).filter(Blur(7)).point(lambda v: v * 0.55)
        picture = ImageChops.subtract(picture, shade)
        texture = soft_noise(size, 5, 40 + layer)
        body = to_grey(reckon(lambda n, lit=lit: lit + (n - 128) * 0.20, n=texture.convert("F")))
        core = ribbon.filter(Blur(6))
        body = to_grey(reckon(lambda b, c, e: b * (1.15 - c * 0.0013) + e * 0.34, b=body.convert("F"),
                              c=core.convert("F"), e=edge.filter(Blur(1.2)).convert("F")))
        picture = Image.composite(body, picture, ribbon)
        if layer < 5:
            picture = picture.filter(Blur(1.6 - layer * 0.3))
    picture = to_grey(reckon(lambda v, n, x, y: v * (1.12 - ((x - 560) ** 2 + (y - 380) ** 2) / 2.0e6) + (n - 128) * 0.09,
                             v=picture.convert("F"), n=grain(size, 6).filter(Blur(0.7)).convert("F"), x=across(size),
                             y=down(size)))
    bar = ImageDraw.Draw(picture)
    bar.rectangle((size[0] - 250, size[1] - 44, size[0] - 50, size[1] - 38), fill=250)
    bar.text((size[0] - 150, size[1] - 50), "0.1 mm", fill=250, font=type_font(SANS, 27, 600), anchor="ms")
    fine = (size[0] * 8 // 5, size[1] * 8 // 5)
    picture = picture.resize(fine, Image.Resampling.LANCZOS)
    picture = to_grey(reckon(lambda v, n: v + (n - 128) * 0.08, v=picture.convert("F"), n=grain(fine, 7).convert("F")))
    save_jpeg(picture, "fibres.jpg", 290, 78)


def fibre(ribbon: ImageDraw.ImageDraw, edge: ImageDraw.ImageDraw, size, chance: random.Random, layer: int) -> None:
    x, y = chance.uniform(-300, size[0]), chance.uniform(-60, size[1] + 60)
    angle, bend = chance.gauss(0.05, 0.42), chance.gauss(0, 0.004)
    half, points = chance.uniform(11, 30) * (0.8 + layer * 0.03), []
    phase, sway = chance.uniform(0, 6.28), 0.0
    for step in range(int(chance.uniform(30, 110))):
        twist = 0.76 + 0.24 * math.cos(step * 0.11 + phase)
        points.append((x, y, angle, half * twist))
        x, y = x + 10 * math.cos(angle), y + 10 * math.sin(angle)
        sway = sway * 0.9 + chance.gauss(0, 0.005)
        angle += bend + sway
    over = [(px - math.sin(a) * h, py + math.cos(a) * h) for px, py, a, h in points]
    under = [(px + math.sin(a) * h, py - math.cos(a) * h) for px, py, a, h in points]
    ribbon.polygon(over + under[::-1], fill=236)
    edge.line(under, fill=255, width=4)
    edge.line(over, fill=90, width=3)
    for k in range(6, len(points) - 6, 17):
        px, py = points[k][:2]
        if chance.random() < 0.4:
            edge.ellipse((px - 5, py - 4, px + 5, py + 4), outline=170, width=2)


# ---------------------------------------------------------------- pears through the screen


def shaded_pear(side: int) -> Image.Image:
    """A pear in lamplight on a table, grey."""
    size = (side, side)
    x = reckon(lambda v: (v - side * 0.5) / side, v=across(size))
    y = reckon(lambda v: (v - side * 0.5) / side, v=down(size))
    table = reckon(lambda x, y: 214 - (y + 0.5) * 40 - ((x - 0.2) ** 2) * 130, x=x, y=y)
    left = [(0.512, 0.172), (0.468, 0.180), (0.425, 0.232), (0.408, 0.310), (0.392, 0.395), (0.340, 0.485), (0.272, 0.585),
            (0.258, 0.685), (0.300, 0.785), (0.392, 0.838), (0.470, 0.842), (0.515, 0.834)]
    right = [(0.515, 0.834), (0.580, 0.846), (0.672, 0.816), (0.738, 0.728), (0.742, 0.622), (0.690, 0.510), (0.630, 0.415),
             (0.606, 0.320), (0.592, 0.238), (0.560, 0.186), (0.512, 0.172)]
    outline = [(px * side, py * side) for px, py in [*smooth(left, 14), *smooth(right, 14)]]
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).polygon(outline, fill=255)
    dome = mask
    for radius in (0.012, 0.03, 0.05, 0.075):
        dome = ImageChops.multiply(mask, ImageChops.blend(dome, mask.filter(Blur(side * radius)), 0.62))
    dome = dome.filter(Blur(side * 0.012))
    k = max(1, side // 90)
    lit = ImageChops.subtract(ImageChops.offset(dome, k, k), ImageChops.offset(dome, -k, -k), 1, 128)
    pear = reckon(
        lambda d, s, n: d * 0.40 + (128 - s) * 2.1 + (n - 128) * 0.06 + 22, d=dome.convert("F"),
        s=lit.filter(Blur(side * 0.014)).convert("F"), n=soft_noise(size, max(2, side // 120), 9).convert("F"),
    )
    spot = reckon(lambda x, y: 105 * 2.718281 ** (-(((x + 0.125) / 0.04) ** 2 + ((y - 0.115) / 0.07) ** 2)), x=x, y=y)
    pear = reckon(lambda p, s: p + s, p=pear, s=spot)
    shadow = Image.new("L", size, 0)
    ImageDraw.Draw(shadow).ellipse((side * 0.32, side * 0.755, side * 1.02, side * 0.885), fill=225)
    shadow = shadow.filter(Blur(side * 0.028))
    ground = reckon(lambda t, s: t * (1 - s / 255.0 * 0.78), t=table, s=shadow.convert("F"))
    picture = Image.composite(to_grey(pear), to_grey(ground), mask.filter(Blur(1)))
    pen = ImageDraw.Draw(picture)
    stem = [(0.502, 0.192), (0.508, 0.125), (0.540, 0.066), (0.562, 0.074), (0.530, 0.130), (0.524, 0.192)]
    pen.polygon([(a * side, b * side) for a, b in stem], fill=42)
    return picture.filter(Blur(side / 700))


def screened(grey: Image.Image, pitch: float, angle: float, gain: float = 0.0) -> Image.Image:
    """Dots of black on white (mode 1) for a grey picture: round in the lights, shut in the shadows; pitch in pixels."""
    size = grey.size
    cos, sin = math.cos(math.radians(angle)) / pitch, math.sin(math.radians(angle)) / pitch
    u = reckon(lambda x, y: x * cos + y * sin + 4096.0, x=across(size), y=down(size))
    v = reckon(lambda x, y: y * cos - x * sin + 4096.0, x=across(size), y=down(size))
    # a smooth hill 1 at the middle of the cell, 0 at its corners: parabolas stand for the cosine of a glass screen
    hill = reckon(lambda u, v: 1.0 - 2.0 * ((u % 1.0 - 0.5) ** 2 + (v % 1.0 - 0.5) ** 2), u=u, v=v)
    ink = reckon(lambda g: 1.0 - g / 255.0 + gain, g=grey.convert("F"))
    # share of the cell above a height h of that hill is about pi/2 (1-h) while dots are round
    light = reckon(lambda h, i: (h - (1.0 - i * 0.6366 - (i - 0.5) * (i - 0.5) * (i - 0.5) * 1.1)) * 4e5 + 128.0, h=hill, i=ink)
    return to_grey(reckon(lambda s: 255.0 - s, s=light)).convert("1", dither=Image.Dither.NONE)


def draw_pears() -> None:
    """The same pear at four rulings: 5, 10, 20 and 40 lines to the centimetre, one-bit."""
    side, alley, ppi = 2055, 90, 820
    pear = shaded_pear(650).resize((side, side), Image.Resampling.BICUBIC)
    strip = Image.new("1", (side * 4 + alley * 3, side), 1)
    for place, lines in enumerate((5, 10, 20, 40)):
        strip.paste(screened(pear, ppi / 2.54 / lines, 45), (place * (side + alley), 0))
    strip.save(HERE / "pears.png", dpi=(ppi, ppi), optimize=True)


# ---------------------------------------------------------------- four inks

PAPER = (238, 234, 224)
INKS = {"c": (0, 134, 190), "m": (206, 42, 122), "y": (250, 222, 40), "k": (44, 42, 44)}
ANGLES = {"c": 15.0, "m": 75.0, "y": 0.0, "k": 45.0}


def still_life(size: tuple[int, int]) -> Image.Image:
    """A lemon and a tomato on blue cloth, in light from the left."""
    w, h = size
    x, y = across(size), down(size)
    fold = reckon(lambda x, y, n: ((x * 0.9 + y * 1.3 + n * 0.5) % 300 - 150) ** 2 / 22500.0, x=x, y=y,
                  n=soft_noise(size, 150, 31).filter(Blur(20)).convert("F"))
    cloth = [to_grey(reckon(lambda f, y, b=b, s=s: b + f * s + y * 0.03, f=fold, y=y))
             for b, s in ((60, -38), (98, -52), (142, -62))]
    picture = Image.merge("RGB", cloth)
    for ball in (
        (0.60 * w, 0.46 * h, 0.36 * h, 0.335 * h, ((250, 120, 80), (196, 26, 22), (70, 4, 14))),
        (0.24 * w, 0.58 * h, 0.40 * h, 0.285 * h, ((255, 246, 150), (240, 200, 22), (120, 74, 4))),
    ):
        picture = add_ball(picture, x, y, *ball)
    pen = ImageDraw.Draw(picture)
    for turn in range(5):
        a = -1.2 + turn * 1.256
        cx, cy, r = 0.597 * w, 0.155 * h, 0.135 * h
        tip = (cx + r * math.cos(a) * 1.25, cy + r * math.sin(a) * 0.55 + r * 0.15)
        side_a, side_b = a + 1.6, a - 1.6
        pen.polygon([tip, (cx + 15 * math.cos(side_a), cy + 9 * math.sin(side_a)),
                     (cx + 15 * math.cos(side_b), cy + 9 * math.sin(side_b))], fill=(48 + turn * 9, 104 + turn * 8, 38))
    return picture.filter(Blur(1.2))


def add_ball(picture: Image.Image, x, y, cx: float, cy: float, rx: float, ry: float, tones) -> Image.Image:
    size = picture.size
    shade = Image.new("L", size, 0)
    ImageDraw.Draw(shade).ellipse((cx - rx * 0.75, cy + ry * 0.5, cx + rx * 1.75, cy + ry * 1.28), fill=190)
    picture = Image.composite(Image.new("RGB", size, (8, 14, 34)), picture, shade.filter(Blur(rx * 0.13)))
    u = reckon(lambda x: (x - cx) / rx, x=x)
    v = reckon(lambda y: (y - cy) / ry, y=y)
    depth = reckon(lambda u, v: abs(1.0 - u * u - v * v) ** 0.5, u=u, v=v)
    light = reckon(lambda u, v, d: d * 0.62 - u * 0.52 - v * 0.58, u=u, v=v, d=depth)
    rim = reckon(lambda u, v, d: 1.0 - d, u=u, v=v, d=depth)
    peel = soft_noise(size, 7, int(cx)).convert("F")
    bands = []
    for high, middle, low in zip(*tones, strict=True):
        bands.append(to_grey(reckon(
            lambda t, r, p, high=high, middle=middle, low=low:
            middle + (t - 0.35) * (t > 0.35) * (high - middle) * 2.2 + (t - 0.35) * (t < 0.35) * (middle - low) * 1.3
            + (t > 0.86) * (t - 0.86) * 900.0 + (p - 128) * 0.10 + r * (t < 0.2) * 16.0,
            t=light, r=rim, p=peel,
        )))
    mask = to_grey(reckon(lambda u, v: (1.0 - u * u - v * v) * rx * 120.0, u=u, v=v))
    return Image.composite(Image.merge("RGB", bands), picture, mask.filter(Blur(0.8)))


def separations(picture: Image.Image) -> dict[str, Image.Image]:
    """Ink amounts (255 = none) with most of the grey in black, as a newspaper does it."""
    red, green, blue = (band.convert("F") for band in picture.split())
    black = ImageMath.lambda_eval(lambda a: 255.0 - a["max"](a["max"](a["r"], a["g"]), a["b"]), r=red, g=green, b=blue)
    plates = {}
    for name, band in (("c", red), ("m", green), ("y", blue)):
        plates[name] = to_grey(reckon(lambda b, k: b + k * 0.72, b=band, k=black))
    plates["k"] = to_grey(reckon(lambda k: 255.0 - k * k / 255.0 * 0.92, k=black))
    return plates


def printed(size: tuple[int, int], plates: dict[str, Image.Image], seed: int) -> Image.Image:
    """Paper with the inks of those plates on it, one through another; a little spread and mottle."""
    mottle = soft_noise(size, 4, seed)
    sheet = Image.merge("RGB", [to_grey(reckon(lambda n, p=p: p + (n - 128) * 0.07, n=mottle.convert("F"))) for p in PAPER])
    for name, plate in plates.items():
        spread = plate.convert("L").filter(Blur(1.1))
        body = Image.new("RGB", size, INKS[name])
        layer = Image.composite(Image.new("RGB", size, (255, 255, 255)), body, spread)
        uneven = soft_noise(size, 3, seed + ord(name)).point(lambda v: 215 + v * 40 // 255)
        layer = Image.composite(layer, Image.new("RGB", size, (255, 255, 255)), uneven)
        sheet = ImageChops.multiply(sheet, layer)
    return sheet


def draw_rosette() -> None:
    """A still life that goes under the glass from left to right: continuous, then dots, then rosettes."""
    size = (1500, 760)
    life = still_life(size)
    zoom = life.crop((830, 60, 1330, 313)).resize(size, Image.Resampling.BICUBIC)
    near = printed(size, {n: screened(p, 9.0, ANGLES[n]) for n, p in separations(life).items()}, 61)
    close = printed(size, {n: screened(p, 40.0, ANGLES[n]) for n, p in separations(zoom).items()}, 62)
    picture = life
    half = 520
    picture.paste(near.crop((half, 0, size[0], size[1])), (half, 0))
    lens, edge = Image.new("L", (size[0] * 2, size[1] * 2), 0), ImageDraw.Draw(picture)
    cx, cy, r = 1130, 400, 310
    shadow = Image.new("L", size, 0)
    ImageDraw.Draw(shadow).ellipse((cx - r + 10, cy - r + 26, cx + r + 40, cy + r + 50), fill=150)
    picture = Image.composite(Image.new("RGB", size, (6, 8, 18)), picture, shadow.filter(Blur(22)))
    ImageDraw.Draw(lens).ellipse(((cx - r) * 2, (cy - r) * 2, (cx + r) * 2, (cy + r) * 2), fill=255)
    lens = lens.resize(size, Image.Resampling.LANCZOS)
    picture = Image.composite(close, picture, lens)
    big = picture.resize((size[0] * 2, size[1] * 2), Image.Resampling.BICUBIC)
    edge = ImageDraw.Draw(big)
    for k in range(34):
        tone = int(70 + 150 * abs(math.sin(k / 34 * math.pi * 1.5)))
        b = 2 * r + k
        edge.ellipse((cx * 2 - b, cy * 2 - b, cx * 2 + b, cy * 2 + b), outline=(tone, tone, tone + 8), width=3)
    save_jpeg(big.resize(size, Image.Resampling.LANCZOS), "rosette.jpg", 200, 76)


def draw_inks() -> None:
    """Four inks rolled out with a palette knife and overlapping, in flat tones, from a palette."""
    size = (1000, 620)
    sheet = {}
    for name, box in (("y", (90, 60)), ("m", (250, 190)), ("c", (440, 70)), ("k", (640, 210))):
        mask, chance = Image.new("L", size, 255), random.Random(ord(name))
        pen, (left, top) = ImageDraw.Draw(mask), box
        for row in range(300):
            ragged = 14 * math.sin(row / 23.0 + ord(name)) + chance.uniform(-9, 9)
            tail = 18 * math.sin(row / 11.0) + chance.uniform(-34, 12)
            pen.line((left + ragged, top + row, left + 270 + tail, top + row), fill=0)
        for _ in range(80):
            y = top + chance.uniform(5, 295)
            x = left + chance.uniform(120, 260)
            pen.line((x, y, x + chance.uniform(20, 120), y), fill=chance.choice((60, 110, 255)), width=1)
        sheet[name] = mask.filter(Blur(0.8)).resize((size[0] * 2, size[1] * 2), Image.Resampling.BICUBIC)
    picture = printed((size[0] * 2, size[1] * 2), sheet, 24)
    picture = picture.quantize(64, dither=Image.Dither.NONE)
    picture.save(HERE / "inks.png", dpi=(400, 400), optimize=True)


# ---------------------------------------------------------------- bites out of letters


def find_crotches(font, cell: tuple[int, int]) -> list[list[tuple[int, int]]]:
    """Wedges for the inner corners of the M: the white above it and the two whites within, driven on into the black."""
    glyph = Image.new("L", cell, 255)
    ImageDraw.Draw(glyph).text((cell[0] // 2, 760), "M", fill=0, font=font, anchor="ms")
    wedges = []
    for low, high, way in ((0.42, 0.58, 1), (0.2, 0.42, -1), (0.58, 0.8, -1)):
        tips = []
        for x in range(int(cell[0] * low), int(cell[0] * high)):
            column = [glyph.getpixel((x, y)) < 128 for y in range(110, 758)]
            column = column if way > 0 else column[::-1]
            if not column[0] and True in column:
                tips.append((column.index(True), x))
        reach, x = max(tips)
        x = (x + max(t[1] for t in tips if t[0] == reach)) // 2
        tip, back = (110 + reach, -way) if way > 0 else (757 - reach, -way)
        mouth, point, depth, behind = (44, 15, 130, 110) if way > 0 else (26, 17, 84, 140)
        lean = 0 if way > 0 else (-24 if x > cell[0] // 2 else 24)
        wedges.append([(x - mouth + lean, tip + back * behind), (x + mouth + lean, tip + back * behind),
                       (x + point, tip - back * depth), (x - point, tip - back * depth)])
    return wedges


def draw_traps() -> None:
    """Letters as drawn and as printed, without and with ink traps, one-bit."""
    ppi, cell, high = 1200, (1010, 900), 220
    picture = Image.new("1", (cell[0] * 4, cell[1] + high), 1)
    label, font = type_font(SANS, 126, 600), type_font(SANS, 900, 640)
    pen, notches = ImageDraw.Draw(picture), find_crotches(font, cell)
    for cut in (0, 1):
        drawn = Image.new("L", cell, 255)
        letter = ImageDraw.Draw(drawn)
        letter.text((cell[0] // 2, 760), "M", fill=0, font=font, anchor="ms")
        for notch in notches if cut else ():
            letter.polygon(notch, fill=255)
        swollen = drawn.filter(Blur(20)).point(lambda v: 255 if v > 172 else 0)
        rough = ImageChops.add(swollen.filter(Blur(6)), soft_noise(cell, 26, 5).point(lambda v: v // 4), 1, -31)
        for column, (state, words) in enumerate(((drawn, "as drawn"), (rough, "as printed")), cut * 2):
            one = state.point(lambda v: 255 if v > 128 else 0).convert("1", dither=Image.Dither.NONE)
            picture.paste(one, (column * cell[0], high))
            pen.text((column * cell[0] + cell[0] // 2, 150), words, fill=0, font=label, anchor="ms")
    pen.line((cell[0] * 2, 30, cell[0] * 2, picture.height - 30), fill=0, width=8)
    picture.save(HERE / "traps.png", dpi=(ppi, ppi), optimize=True)
