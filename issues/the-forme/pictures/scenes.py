"""The art desk's two big pictures: the press hall at night, and a kerb at dawn.

Each is a scene of surfaces in space, seen through a lens, painted from the back to the front and then lit: what glows is
blurred and laid over, what is far off takes the colour of the air.
"""

import math
import random
from itertools import pairwise

from kit import SERIF, across, down, grain, type_font
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from tones import from_quad, reckon, save_jpeg, soft_noise, to_grey

Blur = ImageFilter.GaussianBlur
Point = tuple[float, float, float]
Tone = tuple[float, float, float]


class Camera:
    """A lens at the origin looking along z; x to the right, y up, metres. Haze takes over with distance."""

    def __init__(self, size: tuple[int, int], focal: float, horizon: float, middle: float, haze: Tone, far: float,
                 eye: float = 0.0) -> None:
        self.size, self.focal, self.horizon, self.middle, self.eye = size, focal, horizon, middle, eye
        self.haze, self.far = haze, far

    def see(self, point: Point) -> tuple[float, float]:
        x, y, z = point
        z = max(z, 0.15)
        return self.middle + self.focal * x / z, self.horizon - self.focal * (y + self.eye) / z

    def dim(self, tone: Tone, z: float) -> tuple[int, int, int]:
        share = 1.0 - math.exp(-max(z, 0.0) / self.far)
        return tuple(round(min(255, max(0, t + (h - t) * share))) for t, h in zip(tone, self.haze, strict=True))


class Scene:
    """Faces with a tone, painted far to near; `glow` ones also go on the sheet of light."""

    def __init__(self, camera: Camera) -> None:
        self.camera, self.faces = camera, []

    def face(self, points: list[Point], tone: Tone, glow: float = 0.0, bias: float = 0.0) -> None:
        depth = sum(p[2] for p in points) / len(points)
        self.faces.append((-(depth + bias), len(self.faces), points, self.camera.dim(tone, depth), glow))

    def block(self, low: Point, high: Point, tone: Tone) -> None:
        (x0, y0, z0), (x1, y1, z1) = low, high
        side = x0 if abs(x0) < abs(x1) else x1
        self.face([(side, y0, z0), (side, y1, z0), (side, y1, z1), (side, y0, z1)], tuple(t * 0.72 for t in tone))
        self.face([(x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)], tone, bias=-0.01)
        top = y1 if y1 < 0 else y0
        self.face([(x0, top, z0), (x1, top, z0), (x1, top, z1), (x0, top, z1)], tuple(t * 1.2 for t in tone))

    def roller(self, x0: float, x1: float, y: float, z: float, r: float, tone: Tone, lamp: float = 0.9) -> None:
        """A cylinder that lies across the view."""
        steps, start = 22, math.pi
        for k in range(steps):
            a, b = start * k / steps - math.pi / 2, start * (k + 1) / steps - math.pi / 2
            m = (a + b) / 2
            light = 0.10 + 0.55 * max(0.0, math.sin(m + 0.2)) + lamp * max(0.0, math.cos(m - 0.75)) ** 18
            p, q = (y + r * math.sin(a), z - r * math.cos(a)), (y + r * math.sin(b), z - r * math.cos(b))
            self.face([(x0, *p), (x1, *p), (x1, *q), (x0, *q)], tuple(t * light for t in tone), bias=-r * 0.2)

    def paint(self) -> tuple[Image.Image, Image.Image]:
        picture, light = Image.new("RGB", self.camera.size), Image.new("RGB", self.camera.size)
        pen, lamp = ImageDraw.Draw(picture), ImageDraw.Draw(light)
        for _, _, points, tone, glow in sorted(self.faces, key=lambda f: (f[0], f[1])):
            flat = [self.camera.see(p) for p in points]
            pen.polygon(flat, fill=tone)
            lamp.polygon(flat, fill=tuple(round(t * glow) for t in tone))
        return picture, light


def bloom(picture: Image.Image, light: Image.Image, radii: tuple[tuple[float, float], ...]) -> Image.Image:
    """Lays blurred light over the picture; blurs are worked small, being soft."""
    for radius, strength in radii:
        part = max(1, int(radius // 6))
        small = light.resize((light.width // part, light.height // part), Image.Resampling.BOX)
        soft = small.filter(Blur(radius / part)).resize(picture.size, Image.Resampling.BICUBIC)
        picture = ImageChops.screen(picture, soft.point(lambda v, s=strength: min(255, int(v * s))))
    return picture


def film(picture: Image.Image, seed: int, amount: float) -> Image.Image:
    noise = grain(picture.size, seed).filter(Blur(0.6)).convert("F")
    bands = [to_grey(reckon(lambda b, n: b + (n - 128) * amount, b=band.convert("F"), n=noise)) for band in picture.split()]
    return Image.merge("RGB", bands)


# ---------------------------------------------------------------- the press hall


def printed_web() -> Image.Image:
    """A stretch of web with pages on it, flat: 1,024 wide, as it would be seen straight on."""
    web, chance = Image.new("RGB", (1024, 3072), (246, 240, 224)), random.Random(4)
    pen, titles = ImageDraw.Draw(web), type_font(SERIF, 74, 700, 60)
    heads, tones = type_font(SERIF, 40, 600, 40), ((196, 60, 44), (40, 104, 142), (222, 172, 60), (70, 70, 74), (70, 122, 88))
    for row in range(8):
        for column in range(2):
            left, top = 40 + column * 502, 24 + row * 384
            if (row + column) % 2 == 0:
                pen.text((left + 221, top + 60), "THE FORME", fill=(24, 22, 22), font=titles, anchor="ms")
                pen.line((left, top + 76, left + 442, top + 76), fill=(24, 22, 22), width=3)
                pen.rectangle((left, top + 88, left + 290, top + 240), fill=chance.choice(tones))
                pen.rectangle((left, top + 190, left + 290, top + 240), fill=chance.choice(tones))
            else:
                pen.text((left, top + 44), chance.choice(("One line too long", "Why so narrow?", "Van 9 goes out")),
                         fill=(24, 22, 22), font=heads, anchor="ls")
                pen.rectangle((left + 226, top + 64, left + 442, top + 200), fill=chance.choice(tones))
            for leg in range(4):
                for line in range(26):
                    y, x = top + 92 + line * 10, left + leg * 113
                    if (row + column) % 2 == 0 and leg < 3 and y < top + 250:
                        continue
                    if (row + column) % 2 and leg > 1 and y < top + 212:
                        continue
                    pen.line((x, y, x + 100 - (chance.random() < 0.12) * 55, y), fill=(122, 116, 108), width=4)
    return web


def draw_hall() -> None:
    """One in the morning: towers left and right, lamps into the distance, and the webs coming over in an arch."""
    final, scale = (1920, 840), 2
    size = (final[0] * scale, final[1] * scale)
    camera = Camera(size, 1500.0 * scale / 2 * 1.25, size[1] * 0.60, size[0] * 0.5, (30, 58, 84), 30.0)
    scene, chance = Scene(camera), random.Random(31)
    scene.face([(-30, -30, 70), (30, -30, 70), (30, 30, 70), (-30, 30, 70)], (60, 96, 118))
    furnish_aisle(scene)
    for index, z in enumerate((6.2, 11.4, 16.6, 21.8, 27.0, 32.2, 37.4)):
        for side in (-1, 1):
            draw_tower(scene, side, z, chance, index)
    fence_aisle(scene)
    picture, light = scene.paint()
    web = printed_web()
    arch(picture, light, camera, web)
    picture, light = (image.resize(final, Image.Resampling.LANCZOS) for image in (picture, light))
    mirror = wet_floor(picture, round(size[1] * 0.60 / scale))
    picture = ImageChops.screen(picture, mirror)
    picture = bloom(picture, light, ((5, 0.55), (22, 0.42), (80, 0.40)))
    dust = soft_noise(final, 190, 77).filter(Blur(30)).point(lambda v: int(v * 0.13))
    picture = ImageChops.screen(picture, Image.merge("RGB", (dust, dust.point(lambda v: v * 1.1), dust.point(lambda v: v * 1.35))))
    x, y = across(final), down(final)
    bands = []
    for band, lift, gain in zip(picture.split(), (4, 8, 15), (1.20, 1.14, 1.08), strict=True):
        bands.append(to_grey(reckon(
            lambda b, x, y, lift=lift, gain=gain: (lift + b * gain) * (1.06 - ((x - 960) ** 2 / 4.2e6 + (y - 420) ** 2 / 1.0e6)),
            b=band.convert("F"), x=x, y=y,
        )))
    save_jpeg(film(Image.merge("RGB", bands), 51, 0.06), "hall.jpg", 185, 82)


def furnish_aisle(scene: Scene) -> None:
    """The floor, the lamps and the beams."""
    for step in range(36):
        near, far = 1.6 + step * 1.6, 3.2 + step * 1.6
        for x in range(-9, 9):
            tone = (30, 34, 42) if (x + step) % 2 else (36, 41, 50)
            scene.face([(x, -1.7, near), (x + 1, -1.7, near), (x + 1, -1.7, far), (x, -1.7, far)], tone, bias=6)
    for z in range(4, 60, 4):
        for side in (-1, 1):
            x = side * 3.1
            lamp = (255, 236, 190) if z % 8 else (220, 240, 255)
            scene.face([(x - 0.22, 6.2, z), (x + 0.22, 6.2, z), (x + 0.22, 6.2, z + 2.3), (x - 0.22, 6.2, z + 2.3)], lamp, 1.0)
        scene.face([(-9, 6.6, z), (9, 6.6, z), (9, 6.9, z), (-9, 6.9, z)], (26, 32, 40))


def fence_aisle(scene: Scene) -> None:
    """A handrail on either side."""
    for z in range(3, 56, 1):
        for side in (-1, 1):
            x = side * 2.35
            scene.face([(x - 0.02, -1.7, z), (x + 0.02, -1.7, z), (x + 0.02, -0.75, z), (x - 0.02, -0.75, z)], (196, 150, 30), bias=-0.3)
        if z < 55:
            for side in (-1, 1):
                for y in (-0.75, -1.2):
                    x = side * 2.35
                    scene.face([(x, y - 0.025, z), (x, y + 0.025, z), (x, y + 0.025, z + 1), (x, y - 0.025, z + 1)], (206, 158, 34), bias=-0.3)


def wet_floor(picture: Image.Image, horizon: int) -> Image.Image:
    """What the wet floor gives back: the scene upside down below the horizon, smeared and faint."""
    w, h = picture.size
    floor = Image.new("RGB", picture.size)
    flipped = picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).crop((0, h - horizon - 260, w, h - horizon - 260 + (h - horizon)))
    floor.paste(flipped, (0, horizon))
    mask = Image.new("L", picture.size, 0)
    pen = ImageDraw.Draw(mask)
    foot = h - horizon
    pen.polygon([(w * 0.5 - foot * 0.1, horizon + foot * 0.1), (w * 0.5 + foot * 0.1, horizon + foot * 0.1),
                 (w * 0.5 + foot * 1.34, h), (w * 0.5 - foot * 1.34, h)], fill=66)
    return ImageChops.multiply(floor.filter(Blur(9)), Image.merge("RGB", [mask.filter(Blur(14))] * 3))


PLATES = ((0, 150, 205), (205, 44, 128), (240, 205, 40), (90, 90, 100))


def draw_tower(scene: Scene, side: int, z: float, chance: random.Random, index: int) -> None:
    """A printing tower of four levels beside the aisle, with walkways, lamps and a window at each level."""
    inner, outer, deep = side * 3.0, side * 7.4, 3.7
    x0, x1 = min(inner, outer), max(inner, outer)
    for level in range(4):
        low = -1.7 + level * 1.72
        scene.block((x0, low, z), (x1, low + 1.52, z + deep), (72, 84, 98))
        scene.block((x0 - 0.15, low + 1.52, z - 0.2), (x1 + 0.15, low + 1.64, z + deep + 0.2), (44, 50, 58))
        for door in range(2):
            za, zb = z + 0.35 + door * 1.65, z + 1.65 + door * 1.65
            x = inner - side * 0.01
            lit = (64, 150, 190) if (index + level + door) % 3 else (255, 214, 140)
            glass = tuple(v * chance.uniform(0.55, 1.0) for v in lit)
            scene.face([(x, low + 0.32, za), (x, low + 1.28, za), (x, low + 1.28, zb), (x, low + 0.32, zb)], (20, 24, 30), bias=-0.1)
            scene.face([(x, low + 0.84, za + 0.1), (x, low + 1.22, za + 0.1), (x, low + 1.22, zb - 0.1), (x, low + 0.84, zb - 0.1)],
                       glass, 0.5, bias=-0.2)
            for bar in range(5):
                y = low + 0.42 + bar * 0.08
                tone = tuple(v * (0.35 + 0.14 * bar) for v in PLATES[level])
                scene.face([(x, y, za + 0.1), (x, y + 0.06, za + 0.1), (x, y + 0.06, zb - 0.1), (x, y, zb - 0.1)], tone, 0.12, bias=-0.2)
        front = z - 0.012
        xa, xb = (x0 + 0.3, x1 - 0.3)
        scene.face([(xa, low + 0.2, front), (xb, low + 0.2, front), (xb, low + 1.34, front), (xa, low + 1.34, front)], (24, 28, 34), bias=-0.2)
        for k, (dy, r) in enumerate(((0.36, 0.17), (0.78, 0.21), (1.16, 0.15))):
            tone = PLATES[level] if k == 0 else ((188, 196, 204) if k == 1 else (120, 128, 140))
            scene.roller(xa + 0.1, xb - 0.1, low + dy, front - 0.05, r, tone)
        scene.face([(inner, low + 1.40, front - 0.1), (inner - side * -0.5, low + 1.40, front - 0.1),
                    (inner - side * -0.5, low + 1.46, front - 0.1), (inner, low + 1.46, front - 0.1)],
                   (255, 90, 60) if level == 2 else (120, 255, 170), 0.9, bias=-0.4)


def arch(picture: Image.Image, light: Image.Image, camera: Camera, web: Image.Image) -> None:
    """The web comes down the aisle overhead, turns over a roller, and falls to the folder in the foreground."""
    half = 1.42
    turn_y, turn_z, r = 3.7, 11.2, 0.62
    path = [(turn_y + r - 0.5 * math.sin(math.pi * k / 25), 46.0 - k * (46.0 - turn_z) / 25) for k in range(26)]
    for k in range(9):
        a = math.radians(90 + 11 * k)
        path.append((turn_y + r * math.sin(a), turn_z + r * math.cos(a)))
    for k in range(1, 25):
        t = k / 24
        path.append((turn_y - 5.6 * t ** 1.05, turn_z - r - 5.6 * t ** 1.6))
    length, tile = 0.0, 8.4 * 0.72
    for (y0, z0), (y1, z1) in pairwise(path):
        step = math.hypot(y1 - y0, z1 - z0)
        start = (length % tile) / tile
        length += step
        rows = (round(start * web.height), round((start + step / tile) * web.height))
        piece = ImageChops.offset(web, 0, -rows[0]).crop((0, 0, web.width, max(2, rows[1] - rows[0])))
        if step < 1e-9:
            continue
        slope = abs(y1 - y0) / step
        level = int(248 * min(1.0, (0.20 + 0.62 * slope) * math.exp(-max(0.0, z0 - 11.5) / 30)))
        corners = [(-half, y0, z0), (half, y0, z0), (half, y1, z1), (-half, y1, z1)]
        lay_piece(picture, light, camera, piece, corners, level)


def lay_piece(picture, light, camera: Camera, piece: Image.Image, corners: list[Point], level: int) -> None:
    quad = [camera.see(p) for p in corners]
    left, top = (math.floor(min(p[i] for p in quad)) - 2 for i in (0, 1))
    right, foot = (math.ceil(max(p[i] for p in quad)) + 2 for i in (0, 1))
    left, top, right, foot = max(0, left), max(0, top), min(picture.width, right), min(picture.height, foot)
    if right - left < 2 or foot - top < 2:
        return
    near = [(x - left, y - top) for x, y in quad]
    source = ((0.0, 0.0), (piece.width, 0.0), (piece.width, piece.height), (0.0, piece.height))
    try:
        table = from_quad(near, source)
    except ZeroDivisionError:
        return
    lit = piece.point(lambda v: v * level // 255)
    view = lit.transform((right - left, foot - top), Image.Transform.PERSPECTIVE, table, Image.Resampling.BICUBIC)
    mask = Image.new("L", view.size, 0)
    ImageDraw.Draw(mask).polygon(near, fill=255)
    picture.paste(view, (left, top), mask)
    light.paste(view.point(lambda v: v * 0.26), (left, top), mask)


# ---------------------------------------------------------------- the kerb at dawn


def draw_dawn() -> None:
    """Bundles at a kerb, a street going down towards the light, and the van already leaving."""
    final, scale = (1500, 1000), 2
    size = (final[0] * scale, final[1] * scale)
    camera = Camera(size, 2300.0, size[1] * 0.47, size[0] * 0.58, (236, 176, 132), 46.0, 0.46)
    scene, chance = Scene(camera), random.Random(12)
    pave(scene)
    build_street(scene, chance)
    picture, light = scene.paint()
    sky = dawn_sky(size)
    empty = picture.convert("L").point(lambda v: 255 if v == 0 else 0)
    picture.paste(sky, (0, 0), empty)
    light.paste(sky.point(lambda v: int(v * 0.18)), (0, 0), empty)
    picture, light = (image.resize(final, Image.Resampling.LANCZOS) for image in (picture, light))
    camera = Camera(final, 1150.0, final[1] * 0.47, final[0] * 0.58, (236, 176, 132), 46.0, 0.46)
    picture = bloom(picture, light, ((4, 0.8), (20, 0.7), (70, 0.55)))
    far = picture.filter(Blur(2.2))
    depth = to_grey(reckon(lambda y: (590 - y) * 1.6, y=down(final)))
    picture = Image.composite(far, picture, depth)
    shine = picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).crop((0, 160, final[0], 740)).filter(Blur(10))
    wet = Image.new("L", final, 0)
    ImageDraw.Draw(wet).polygon([camera.see((-0.86, -1.5, 70)), camera.see((9, -1.5, 70)), (final[0] + 900, final[1]),
                                 camera.see((-0.86, -1.5, 1.3))], fill=105)
    road = Image.new("RGB", final)
    road.paste(shine, (0, 420))
    picture = ImageChops.screen(picture, ImageChops.multiply(road, Image.merge("RGB", [wet.filter(Blur(3))] * 3)))
    near = Camera(size, 2300.0, size[1] * 0.47, size[0] * 0.58, (236, 176, 132), 46.0, 0.46)
    picture = picture.resize(size, Image.Resampling.BICUBIC)
    for x, z, layers in ((-2.30, 3.4, 5), (-1.52, 3.1, 3), (-1.64, 2.24, 4)):
        picture = bundle(picture, near, x, z, layers)
    picture = picture.resize(final, Image.Resampling.LANCZOS)
    x, y = across(final), down(final)
    bands = [to_grey(reckon(lambda b, x, y, g=g: b * g * (1.10 - ((x - 820) ** 2 / 3.4e6 + (y - 480) ** 2 / 1.7e6)),
                            b=band.convert("F"), x=x, y=y)) for band, g in zip(picture.split(), (1.10, 1.07, 1.08), strict=True)]
    save_jpeg(film(Image.merge("RGB", bands), 8, 0.06), "dawn.jpg", 192, 80)


def pave(scene: Scene) -> None:
    """Road, pavement, kerb and the white line."""
    for step in range(60):
        near, far = 1.2 + step * 1.3, 2.5 + step * 1.3
        scene.face([(-4.2, -1.5, near), (30, -1.5, near), (30, -1.5, far), (-4.2, -1.5, far)], (54, 56, 70), bias=9)
        scene.face([(-12, -1.32, near), (-1.1, -1.32, near), (-1.1, -1.32, far), (-12, -1.32, far)],
                   (92, 88, 96) if step % 2 else (86, 82, 92), bias=8)
        scene.face([(-1.1, -1.32, near), (-0.86, -1.32, near), (-0.86, -1.32, far), (-1.1, -1.32, far)],
                   (146, 134, 130) if step % 3 else (120, 110, 110), bias=7.5)
        scene.face([(-0.86, -1.32, near), (-0.86, -1.5, near), (-0.86, -1.5, far), (-0.86, -1.32, far)], (44, 42, 52), bias=7.4)
        if step % 3 == 0:
            scene.face([(3.2, -1.49, near), (3.36, -1.49, near), (3.36, -1.49, far), (3.2, -1.49, far)], (206, 190, 170), bias=7.3)


def build_street(scene: Scene, chance: random.Random) -> None:
    """Houses on both sides, street lamps, the van."""
    start = 5.0
    while start < 74:
        deep = chance.uniform(5.0, 8.5)
        for side, x in ((-1, -4.4), (1, 8.4)):
            terrace(scene, side, x, start, deep, chance)
        start += deep
    for z in (9.0, 18.0, 28.0, 40.0, 54.0):
        scene.block((-1.62, -1.32, z), (-1.54, 3.4, z + 0.08), (30, 30, 38))
        scene.face([(-1.6, 3.4, z), (-1.0, 3.5, z), (-1.0, 3.58, z), (-1.6, 3.48, z)], (30, 30, 38), bias=-0.2)
        scene.face([(-1.2, 3.34, z - 0.1), (-0.9, 3.34, z - 0.1), (-0.9, 3.5, z - 0.1), (-1.2, 3.5, z - 0.1)], (255, 214, 130), 1.0, bias=-0.4)
    van(scene, 1.2, 21.0)


def dawn_sky(size: tuple[int, int]) -> Image.Image:
    small = (size[0] // 4, size[1] // 4)
    y = reckon(lambda y: y / (small[1] * 0.44), y=down(small))
    cloud = reckon(lambda a, b: (a - 118) * 0.55 + (b - 128) * 0.3, a=soft_noise((small[0], small[1]), 26, 5).filter(Blur(7)).convert("F"),
                   b=soft_noise(small, 90, 6).convert("F"))
    streak = cloud.resize((small[0], small[1] // 3)).resize(small, Image.Resampling.BICUBIC)
    bands = []
    for top, foot, c in ((58, 255, 0.9), (88, 196, 0.5), (142, 140, 0.35)):
        bands.append(to_grey(reckon(lambda y, s, t=top, f=foot, c=c: t + (f - t) * y ** 1.7 + s * c * y, y=y, s=streak)))
    return Image.merge("RGB", bands).resize(size, Image.Resampling.BICUBIC)


def terrace(scene: Scene, side: int, x: float, z: float, deep: float, chance: random.Random) -> None:
    """A house front along the street with windows, some of them lit, a door and a roof."""
    height = chance.uniform(4.6, 7.4)
    wall = tuple(v * chance.uniform(0.8, 1.15) for v in ((96, 70, 76) if side < 0 else (70, 60, 82)))
    foot, top = -1.32, -1.32 + height
    scene.face([(x, foot, z), (x, top, z), (x, top, z + deep), (x, foot, z + deep)], wall)
    scene.face([(x, top, z), (x + side * 3.5, top + 1.7, z), (x + side * 3.5, top + 1.7, z + deep), (x, top, z + deep)], tuple(v * 0.55 for v in wall))
    scene.face([(x, foot, z), (x + side * 7, foot, z), (x + side * 7, top, z), (x + side * 3.5, top + 1.7, z), (x, top, z)], tuple(v * 0.6 for v in wall), bias=0.5)
    chimney = z + deep * 0.6
    scene.block((min(x + side * 2.6, x + side * 3.3), top + 1.2, chimney), (max(x + side * 2.6, x + side * 3.3), top + 2.5, chimney + 0.9), tuple(v * 0.5 for v in wall))
    count = max(2, int(deep / 1.9))
    for storey in range(int(height / 2.3)):
        for k in range(count):
            za = z + (k + 0.28) * deep / count
            zb, low = za + 0.48 * deep / count, foot + 0.75 + storey * 2.25
            lit = chance.random() < 0.16
            pane = (255, 206, 118) if lit else (108, 112, 142)
            near = x - side * 0.02
            scene.face([(near, low - 0.08, za - 0.08), (near, low + 1.36, za - 0.08), (near, low + 1.36, zb + 0.08), (near, low - 0.08, zb + 0.08)],
                       tuple(v * 1.5 for v in wall), bias=-0.1)
            scene.face([(near, low, za), (near, low + 1.28, za), (near, low + 1.28, zb), (near, low, zb)], pane, 0.9 if lit else 0.0, bias=-0.2)
            scene.face([(near, low + 0.6, za), (near, low + 0.66, za), (near, low + 0.66, zb), (near, low + 0.6, zb)], (50, 44, 50), bias=-0.3)


def van(scene: Scene, x: float, z: float) -> None:
    scene.face([(x, -1.1, z), (x + 2.3, -1.1, z), (x + 2.3, 1.15, z), (x, 1.15, z)], (60, 62, 74), bias=-1)
    scene.face([(x, -1.1, z), (x, 1.15, z), (x, 1.15, z + 5), (x, -1.1, z + 5)], (44, 44, 54), bias=-0.9)
    scene.face([(x + 1.13, -1.0, z), (x + 1.17, -1.0, z), (x + 1.17, 1.05, z), (x + 1.13, 1.05, z)], (24, 24, 30), bias=-1.1)
    scene.face([(x + 0.25, 0.15, z), (x + 2.05, 0.15, z), (x + 2.05, 0.85, z), (x + 0.25, 0.85, z)], (168, 130, 120), bias=-1.1)
    for left in (x + 0.08, x + 1.86):
        scene.face([(left, -0.72, z), (left + 0.36, -0.72, z), (left + 0.36, -0.36, z), (left, -0.36, z)], (255, 40, 24), 1.0, bias=-1.2)
    scene.face([(x + 0.15, -1.5, z), (x + 0.55, -1.5, z), (x + 0.55, -1.05, z), (x + 0.15, -1.05, z)], (12, 12, 16), bias=-1.2)
    scene.face([(x + 1.75, -1.5, z), (x + 2.15, -1.5, z), (x + 2.15, -1.05, z), (x + 1.75, -1.05, z)], (12, 12, 16), bias=-1.2)


def bundle(picture: Image.Image, camera: Camera, x: float, z: float, layers: int) -> Image.Image:
    """A strapped bundle on the pavement: a stack of folded papers with the front page uppermost."""
    wide, deep, high, foot = 0.62, 0.46, 0.07 * layers, -1.32
    chance = random.Random(int(x * 100))
    shadow = Image.new("L", picture.size, 0)
    ground = [camera.see(p) for p in ((x - 0.16, foot, z - 0.30), (x + wide - 0.04, foot, z - 0.30), (x + wide, foot, z + deep), (x - 0.02, foot, z + deep))]
    ImageDraw.Draw(shadow).polygon(ground, fill=230)
    picture = Image.composite(Image.new("RGB", picture.size, (22, 20, 32)), picture, shadow.filter(Blur(18)))
    pen = ImageDraw.Draw(picture)
    rows = layers * 9
    for row in range(rows):
        y = foot + high * row / rows
        push, tone = chance.uniform(-0.012, 0.012), chance.uniform(0.66, 1.0) * (0.72 + 0.28 * row / rows)
        a, b, c = (camera.see(p) for p in ((x + push, y, z), (x + wide + push, y, z), (x + wide + push, y, z + deep)))
        up = camera.focal * high / rows / z + 1.2
        pen.polygon([a, b, (b[0], b[1] - up), (a[0], a[1] - up)], fill=tuple(int(v * tone) for v in (168, 152, 158)))
        pen.line((a[0], a[1], b[0], b[1]), fill=tuple(int(v * tone) for v in (96, 84, 98)), width=1)
        pen.polygon([b, c, (c[0], c[1] - up), (b[0], b[1] - up)], fill=tuple(int(v * tone) for v in (246, 196, 150)))
    top = foot + high
    corners = [(x, top, z + deep), (x + wide, top, z + deep), (x + wide, top, z), (x, top, z)]
    page = printed_web().crop((40, 24, 484, 384)).resize((888, 720), Image.Resampling.LANCZOS)
    light = Image.new("RGB", picture.size)
    lay_piece(picture, light, camera, ImageChops.multiply(page, Image.new("RGB", page.size, (238, 218, 212))), corners, 236)
    pen = ImageDraw.Draw(picture)
    strap = (38, 96, 150)
    for share in (0.5,):
        sx = x + wide * share
        p = [camera.see(q) for q in ((sx - 0.012, top, z + deep), (sx + 0.012, top, z + deep), (sx + 0.012, top, z), (sx - 0.012, top, z))]
        pen.polygon(p, fill=strap)
        q = [camera.see(q) for q in ((sx - 0.012, top, z), (sx + 0.012, top, z), (sx + 0.012, foot, z), (sx - 0.012, foot, z))]
        pen.polygon(q, fill=tuple(v // 2 for v in strap))
    sz = z + deep * 0.5
    p = [camera.see(q) for q in ((x, top, sz + 0.012), (x + wide, top, sz + 0.012), (x + wide, top, sz - 0.012), (x, top, sz - 0.012))]
    pen.polygon(p, fill=strap)
    q = [camera.see(q) for q in ((x + wide, top, sz + 0.012), (x + wide, top, sz - 0.012), (x + wide, foot, sz - 0.012), (x + wide, foot, sz + 0.012))]
    pen.polygon(q, fill=(60, 110, 160))
    return picture
