"""The art desk's colour prints: a moonrise, a stack of boxes, a sea chart, two book covers. Few flat inks each."""

import math
import random
from itertools import pairwise

from burin import HERE, Blur, engrave, reckon, rings, shape, soft_noise, to_grey
from kit import ITALIC, SANS, SERIF, across, down, smooth, type_font
from PIL import Image, ImageChops, ImageDraw, ImageFilter

NIGHT, SEA, CREAM, RED, DUSK = (20, 34, 58), (74, 120, 142), (247, 236, 208), (212, 62, 44), (120, 156, 166)


def over(picture: Image.Image, ink: tuple[int, int, int], mask: Image.Image) -> Image.Image:
    return Image.composite(Image.new("RGB", picture.size, ink), picture, mask)


def keep(picture: Image.Image, name: str, ppi: int, colours: int = 32) -> None:
    """Few tones, so that a flat print stays small."""
    flat = picture.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    flat.convert("RGB").quantize(colours).save(HERE / name, dpi=(ppi, ppi), optimize=True)


# ---------------------------------------------------------------- moonrise


def draw_moonrise() -> None:
    """The front picture: a moon over the harbour mouth, the ferry, and the tide board standing in the sea."""
    size, horizon, moon = (1560, 1740), 1080, (640.0, 560.0)
    x, y = across(size), down(size)
    out = rings(size, *moon)
    haze = soft_noise((size[0] // 4, size[1]), 70, 5).resize(size).filter(Blur(16)).convert("F")
    picture = Image.new("RGB", size, SEA)
    low = to_grey(reckon(lambda y, h: (y - 520) * 0.42 + (h - 128) * 0.8, y=y, h=haze))
    picture = over(picture, DUSK, engrave(low.point(lambda v: 255 - v), reckon(lambda y, h: y + (h - 128) * 0.1, y=y, h=haze), 15))
    sky = to_grey(reckon(lambda r, h, y: 232.0 - (r - 330.0) * 0.20 + (h - 128) * 0.55 + (y - 500) * 0.05, r=out, h=haze, y=y))
    picture = over(picture, NIGHT, engrave(sky, out, 13))
    disc = to_grey(reckon(lambda r: (330.0 - r) * 90.0, r=out))
    picture = over(picture, CREAM, disc)
    seas = reckon(lambda a, b: 150.0 + (a - 128) * 0.9 + (b - 128) * 0.7, a=soft_noise(size, 130, 44).filter(Blur(12)).convert("F"),
                  b=soft_noise(size, 46, 45).filter(Blur(6)).convert("F"))
    maria = engrave(to_grey(reckon(lambda s, x, y: s * 1.0 + ((x - 520) ** 2 + (y - 640) ** 2) ** 0.5 * 0.45 - 6.0, s=seas, x=x, y=y)),
                    reckon(lambda x, y: y + ((x - moon[0]) / 330.0) ** 2 * 30.0, x=x, y=y), 11)
    picture = over(picture, DUSK, ImageChops.multiply(maria, disc))
    picture = headland(picture, horizon)
    picture = moonlit_water(picture, horizon, moon[0])
    picture = ferry(picture, 330, horizon + 46, 1.5)
    picture = tide_board(picture, 1210, 1740)
    keep(picture, "moonrise.png", 228, 24)


def headland(picture: Image.Image, horizon: int) -> Image.Image:
    size = picture.size
    hills = smooth([(760, horizon + 4), (900, horizon - 26), (1010, horizon - 34), (1130, horizon - 92), (1270, horizon - 128), (1400, horizon - 190),
                    (1580, horizon - 216), (1580, horizon + 4)], 10)
    picture = over(picture, NIGHT, shape(size, hills))
    pen, chance = ImageDraw.Draw(picture), random.Random(7)
    for _ in range(60):
        px = chance.uniform(1040, 1550)
        py = horizon - chance.uniform(6, max(10, (px - 960) * 0.26))
        r = chance.choice((2, 2, 3))
        pen.rectangle((px, py, px + r, py + r + 1), fill=chance.choice((CREAM, CREAM, (236, 178, 84))))
    pen.polygon([(838, horizon + 2), (846, horizon - 120), (868, horizon - 120), (876, horizon + 2)], fill=NIGHT)
    pen.rectangle((843, horizon - 142, 871, horizon - 122), fill=RED)
    pen.polygon([(840, horizon - 142), (874, horizon - 142), (857, horizon - 164)], fill=NIGHT)
    pen.rectangle((760, horizon - 12, 1000, horizon + 4), fill=NIGHT)
    return picture


def moonlit_water(picture: Image.Image, horizon: int, path: float) -> Image.Image:
    size = picture.size
    x, y = across(size), down(size)
    near = reckon(lambda y: (y - horizon) / (size[1] - horizon), y=y)
    chop = soft_noise((size[0] // 5, size[1]), 20, 62).resize(size, Image.Resampling.BICUBIC).filter(Blur(5)).convert("F")
    mask = shape(size, [(0, horizon), (size[0], horizon), size, (0, size[1])])
    flow = reckon(lambda y, n, c: (y - horizon) * (1.0 - n * 0.36) + (c - 128) * n * 0.26, y=y, n=near, c=chop)
    water = Image.new("RGB", size, SEA)
    tone = to_grey(reckon(lambda c, n: 118.0 + (c - 128) * 1.2 - n * 52.0, c=chop, n=near))
    water = over(water, NIGHT, engrave(tone, flow, 15))
    light = to_grey(reckon(lambda x, n, c: 300.0 * 2.718281 ** (-(((x - path) / (150.0 + 240.0 * n)) ** 2)) - 70.0 + (c - 128) * 1.3,
                           x=x, n=near, c=chop))
    water = over(water, CREAM, engrave(light.point(lambda v: 255 - min(v, 226)), reckon(lambda f: f + 7.5, f=flow), 15))
    return Image.composite(water, picture, mask)


def ferry(picture: Image.Image, x: float, y: float, k: float) -> Image.Image:
    """The ferry, dark against the light, with her windows lit; (x, y) is amidships at the water."""
    pen = ImageDraw.Draw(picture)

    def block(points, tone):
        pen.polygon([(x + a * k, y + b * k) for a, b in points], fill=tone)

    block([(-150, -34), (160, -40), (136, 4), (-134, 4)], NIGHT)
    block([(-134, -2), (137, -2), (135, 6), (-133, 6)], RED)
    block([(-118, -62), (112, -62), (112, -34), (-118, -34)], NIGHT)
    block([(-84, -86), (70, -86), (70, -60), (-84, -60)], NIGHT)
    block([(28, -106), (70, -106), (78, -84), (28, -84)], NIGHT)
    block([(-46, -128), (-12, -128), (-8, -84), (-50, -84)], RED)
    block([(-46, -128), (-12, -128), (-11, -116), (-47, -116)], NIGHT)
    for row, (top, first, last) in enumerate(((-56, -108, 100), (-80, -74, 60))):
        for a in range(first, last, 15):
            block([(a, top), (a + 9, top), (a + 9, top + 10 - row), (a, top + 10 - row)], (246, 204, 112))
    block([(46, -101), (70, -101), (73, -93), (46, -93)], (246, 204, 112))
    pen.line([(x + 88 * k, y - 62 * k), (x + 88 * k, y - 122 * k)], fill=NIGHT, width=4)
    pen.line([(x - 128 * k, y - 34 * k), (x - 128 * k, y - 66 * k)], fill=NIGHT, width=4)
    chance = random.Random(2)
    for step in range(26):
        t = step / 25
        px, py, r = x + (-30 - 250 * t ** 1.2) * k * 0.9, y - (136 + 66 * t) * k + chance.uniform(-7, 7), (8 + 17 * t) * k * 0.62
        pen.ellipse((px - r * 1.3, py - r, px + r * 1.3, py + r), fill=NIGHT)
    for row in range(16):
        wide = 132 * k * (1 - row / 20) + chance.uniform(-26, 26)
        py = y + (11 + row * 6) * k
        pen.line([(x - wide + chance.uniform(-20, 20), py), (x + wide, py)], fill=NIGHT if row % 3 else (246, 204, 112), width=4 if row % 3 else 3)
    return picture


def tide_board(picture: Image.Image, left: int, foot: int) -> Image.Image:
    """The painted board, near: metres in red and black on white, wet below, a gull on the top."""
    pen, wide, top, metre = ImageDraw.Draw(picture), 212, 330, 262
    pen.rectangle((left - 30, top + 40, left + wide + 30, foot), fill=NIGHT)
    pen.rectangle((left, top, left + wide, foot), fill=CREAM)
    figures = type_font(SANS, 190, 800)
    for k in range(6):
        y = top + 18 + k * metre
        ink = RED if k % 2 == 0 else NIGHT
        for tenth in range(5):
            pen.rectangle((left, y + tenth * metre / 5, left + (62 if tenth else 92), y + tenth * metre / 5 + metre / 10), fill=ink)
        pen.text((left + wide - 62, y + 96), str(7 - k), fill=ink, font=figures, anchor="mm")
    pen.rectangle((left - 12, top - 26, left + wide + 12, top + 4), fill=NIGHT)
    wet = Image.new("L", picture.size, 0)
    ImageDraw.Draw(wet).rectangle((left, 1440, left + wide, foot), fill=255)
    weed = soft_noise(picture.size, 9, 15).convert("F")
    drip = to_grey(reckon(lambda y, w: 255.0 - (y - 1400) * 0.9 + (w - 128) * 1.2, y=down(picture.size), w=weed))
    picture = over(picture, NIGHT, ImageChops.multiply(engrave(drip, reckon(lambda x, y: y + x * 0.0, x=across(picture.size), y=down(picture.size)), 13), wet))
    return gull(picture, left + 100, top - 28)


def gull(picture: Image.Image, x: int, y: int) -> Image.Image:
    pen = ImageDraw.Draw(picture)
    body = smooth([(x - 92, y - 74), (x - 40, y - 120), (x + 30, y - 128), (x + 66, y - 168), (x + 96, y - 164), (x + 104, y - 140), (x + 78, y - 104),
                   (x + 60, y - 60), (x + 10, y - 40), (x - 50, y - 52), (x - 92, y - 74)], 10)
    pen.polygon(body, fill=CREAM)
    pen.polygon(smooth([(x - 128, y - 62), (x - 70, y - 98), (x + 6, y - 104), (x + 34, y - 84), (x - 10, y - 60), (x - 70, y - 60), (x - 128, y - 62)], 10), fill=DUSK)
    pen.polygon([(x - 150, y - 50), (x - 70, y - 76), (x - 56, y - 60)], fill=NIGHT)
    pen.polygon([(x + 100, y - 156), (x + 138, y - 142), (x + 102, y - 138)], fill=(240, 178, 60))
    pen.ellipse((x + 80, y - 156, x + 89, y - 147), fill=NIGHT)
    for a in (-6, 22):
        pen.line([(x + a, y - 44), (x + a, y)], fill=RED, width=8)
    return picture


# ---------------------------------------------------------------- the stack


def draw_stack() -> None:
    """A wall of boxes, seen from the door end, with a crane's shadow across the left."""
    wide, high, cols, rows = 250, 262, 6, 4
    size, chance = (wide * cols, high * rows), random.Random(12)
    paints = ((196, 62, 44), (30, 84, 122), (60, 122, 96), (226, 160, 56), (120, 58, 48), (222, 214, 196), (38, 48, 66), (156, 170, 176))
    picture, last = Image.new("RGB", size, NIGHT), []
    for row in range(rows):
        for column in range(cols):
            choice = [p for p in paints if p not in last[-1:] and (len(last) < cols or p != last[-cols])]
            paint = chance.choice(choice)
            last.append(paint)
            box_end(picture, column * wide, row * high, wide, high, paint, chance)
    shadow = Image.new("L", size, 0)
    ImageDraw.Draw(shadow).polygon([(0, 0), (470, 0), (150, size[1]), (0, size[1])], fill=255)
    lines = engrave(Image.new("L", size, 150), reckon(lambda x, y: x * 0.7 + y * 0.7, x=across(size), y=down(size)), 11)
    picture = over(picture, (18, 24, 38), ImageChops.multiply(lines, shadow))
    keep(picture, "stack.png", 210, 40)


def box_end(picture: Image.Image, x: int, y: int, wide: int, high: int, paint, chance: random.Random) -> None:
    """The door end of a container: frame, corner castings, two doors, four locking bars, lettering."""
    pen = ImageDraw.Draw(picture)
    dark, light = tuple(int(v * 0.62) for v in paint), tuple(min(255, int(v * 1.16 + 10)) for v in paint)
    pen.rectangle((x + 3, y + 3, x + wide - 4, y + high - 4), fill=dark)
    pen.rectangle((x + 15, y + 17, x + wide - 16, y + high - 18), fill=paint)
    for k in range(6):
        top = y + 30 + k * 36
        pen.rectangle((x + 22, top, x + wide // 2 - 5, top + 12), fill=tuple(int(v * 0.9) for v in paint))
        pen.rectangle((x + wide // 2 + 5, top, x + wide - 23, top + 12), fill=tuple(int(v * 0.9) for v in paint))
    pen.line((x + wide // 2, y + 17, x + wide // 2, y + high - 18), fill=dark, width=5)
    for share in (0.20, 0.36, 0.64, 0.80):
        bar = x + round(wide * share)
        pen.line((bar + 4, y + 20, bar + 4, y + high - 20), fill=dark, width=5)
        pen.line((bar, y + 20, bar, y + high - 20), fill=light, width=6)
        for at in (0.12, 0.5, 0.88):
            pen.rectangle((bar - 8, y + high * at - 5, bar + 9, y + high * at + 5), fill=dark)
    for share in (0.36, 0.64):
        bar = x + round(wide * share)
        pen.line((bar, y + round(high * 0.62), bar + (28 if share > 0.5 else -28), y + round(high * 0.62)), fill=light, width=7)
    ink = CREAM if sum(paint) < 480 else NIGHT
    mark = "".join(chance.choice("AEGHKLMNRSTU") for _ in range(3)) + "U"
    font = type_font(SANS, 21, 700)
    pen.text((x + wide * 0.73, y + 34), mark, fill=ink, font=font, anchor="mm")
    pen.text((x + wide * 0.73, y + 58), f"{chance.randrange(100000, 999999)}", fill=ink, font=font, anchor="mm")
    pen.text((x + wide * 0.73, y + 84), "22G1", fill=ink, font=type_font(SANS, 16, 600), anchor="mm")
    for cx in (x + 3, x + wide - 27):
        for cy in (y + 3, y + high - 25):
            pen.rectangle((cx, cy, cx + 23, cy + 21), fill=light)
            pen.ellipse((cx + 6, cy + 5, cx + 17, cy + 16), fill=(14, 18, 28))


# ---------------------------------------------------------------- the chart

LAND, SHORE, SHALLOW, PALE, DEEP, INK, MAGENTA = (
    (240, 222, 172), (196, 206, 150), (158, 200, 220), (204, 228, 238), (250, 251, 250), (40, 52, 66), (196, 40, 120))


def draw_chart() -> None:
    """A whole-page chart of a coast that isn't there: depths, lights, a compass rose and a caution."""
    size = (1840, 2420)
    heights = relief(size)
    picture = Image.new("RGB", size, DEEP)
    for limit, ink in ((-52.0, PALE), (-22.0, SHALLOW), (-4.0, SHORE), (2.0, LAND)):
        picture = over(picture, ink, above(heights, limit))
    for limit, width, ink in ((-80.0, 1, (120, 150, 170)), (-52.0, 2, (90, 130, 156)), (-22.0, 2, (60, 110, 140)), (2.0, 3, INK), (34.0, 1, (150, 120, 70)), (64.0, 1, (150, 120, 70))):
        picture = over(picture, ink, outline(above(heights, limit), width))
    pen = ImageDraw.Draw(picture)
    write_soundings(pen, heights.load(), size)
    rose(pen, 470, 1790, 232)
    for x, y, turn, words in ((1200, 660, 25, "Fl(2) 10s 24m 16M"), (690, 1250, 200, "Oc 6s 14m 11M"), (1420, 1520, 80, "Iso R 4s 9m 6M"), (360, 640, 310, "Q 12m 8M")):
        flare(pen, *shore_near(heights, x, y), turn, words)
    name_places(pen)
    title(pen)
    picture = picture.crop((0, HEAD, *size))
    border(ImageDraw.Draw(picture), picture.size)
    keep(picture, "chart.png", 186, 28)


def relief(size: tuple[int, int]) -> Image.Image:
    """Heights and depths of the coast, metres or so: land to the north and east, islands off it."""
    parts = {n: soft_noise(size, cell, seed).filter(Blur(cell / 6)).convert("F") for n, cell, seed in (("a", 520, 91), ("b", 230, 92), ("c", 90, 93), ("d", 36, 94))}
    return reckon(lambda a, b, c, d, x, y: (a - 128) * 0.95 + (b - 128) * 0.5 + (c - 128) * 0.20 + (d - 128) * 0.07
                  + (x - 980) * 0.052 - (y - 1010) * 0.066, x=across(size), y=down(size), **parts)


def above(heights: Image.Image, limit: float) -> Image.Image:
    return to_grey(reckon(lambda h: (h - limit) * 90.0 + 128.0, h=heights))


def outline(mask: Image.Image, width: int) -> Image.Image:
    grown = mask.filter(ImageFilter.MaxFilter(width * 2 + 1))
    return ImageChops.subtract(grown, mask)


def write_soundings(pen: ImageDraw.ImageDraw, height, size: tuple[int, int]) -> None:
    chance, font, tenth = random.Random(41), type_font(SERIF, 25, 400, 12), type_font(SERIF, 17, 400, 12)
    for row in range(30, size[1] - 40, 62):
        for column in range(40, size[0] - 40, 84):
            x, y = column + chance.randrange(-24, 25) + (row // 62 % 2) * 40, row + chance.randrange(-16, 17)
            if not (60 < x < size[0] - 70 and 60 < y < size[1] - 60) or taken(x, y):
                continue
            deep = -height[x, y]
            if deep < -0.5 or chance.random() < 0.25:
                continue
            whole, part = divmod(round(deep * 10), 10)
            pen.text((x, y), str(whole), fill=INK, font=font, anchor="ms")
            if whole < 20:
                pen.text((x + pen.textlength(str(whole), font) / 2 + 1, y + 6), str(part), fill=INK, font=tenth, anchor="ls")


HEAD = 106
"""What is cut off at the top, so that the chart is as wide as the page."""

QUIET = ((0, 0, 1840, HEAD + 60), (180, 1500, 760, 2080), (1010, 1900, 1780, 2360), (880, 1400, 1330, 1480), (180, 1130, 560, 1210), (940, 1640, 1330, 1720))


def taken(x: int, y: int) -> bool:
    """Whether something else is written there."""
    return any(left <= x <= right and top <= y <= foot for left, top, right, foot in QUIET)


def shore_near(heights: Image.Image, x: int, y: int) -> tuple[int, int]:
    """The place on land, close to the water, that is nearest to (x, y)."""
    height = heights.load()
    spots = [((px - x) ** 2 + (py - y) ** 2, px, py) for px in range(120, heights.width - 120, 8) for py in range(120, heights.height - 500, 8)
             if 2.0 < height[px, py] < 7.0]
    return min(spots)[1:]


def flare(pen: ImageDraw.ImageDraw, x: int, y: int, turn: float, words: str) -> None:
    a = math.radians(turn)
    tip = (x + 66 * math.cos(a), y + 66 * math.sin(a))
    side = (x + 56 * math.cos(a + 0.42), y + 56 * math.sin(a + 0.42))
    pen.polygon([(x, y), tip, side], fill=MAGENTA)
    star = [(x + (15 if k % 2 == 0 else 6) * math.sin(k * math.pi / 5), y - (15 if k % 2 == 0 else 6) * math.cos(k * math.pi / 5)) for k in range(10)]
    pen.polygon(star, fill=INK)
    pen.text((x + 22, y + 34), words, fill=MAGENTA, font=type_font(SANS, 25, 600), anchor="ls", stroke_width=4, stroke_fill=DEEP)


def rose(pen: ImageDraw.ImageDraw, cx: int, cy: int, r: int) -> None:
    font = type_font(SANS, 19, 500)
    for degrees in range(0, 360, 2):
        a = math.radians(degrees)
        inner = r - (24 if degrees % 10 == 0 else 12)
        pen.line([(cx + inner * math.sin(a), cy - inner * math.cos(a)), (cx + r * math.sin(a), cy - r * math.cos(a))], fill=MAGENTA, width=2)
        if degrees % 30 == 0:
            pen.text((cx + (r + 24) * math.sin(a), cy - (r + 24) * math.cos(a)), f"{degrees:03d}°" if degrees else "", fill=MAGENTA, font=font, anchor="mm")
    for share in (1.0, 0.9):
        pen.ellipse((cx - r * share, cy - r * share, cx + r * share, cy + r * share), outline=MAGENTA, width=2)
    for k in range(16):
        a, reach = math.pi * k / 8, r * (0.84 if k % 4 == 0 else 0.6 if k % 2 == 0 else 0.4)
        tip = (cx + reach * math.sin(a), cy - reach * math.cos(a))
        for way in (-1, 1):
            b = a + way * math.pi / 16
            hip = (cx + r * 0.15 * math.sin(b), cy - r * 0.15 * math.cos(b))
            pen.polygon([(cx, cy), hip, tip], fill=MAGENTA if way > 0 else DEEP, outline=MAGENTA)
    pen.text((cx, cy - r - 16), "N", fill=MAGENTA, font=type_font(SERIF, 62, 700, 40), anchor="ms")


def name_places(pen: ImageDraw.ImageDraw) -> None:
    places = (
        (1330, 300, "WAITING", SERIF, 74, 600), (1330, 356, "the town, church conspic", ITALIC, 30, 400), (400, 1180, "Slack Reach", ITALIC, 58, 400),
        (1105, 1450, "Eleven Paces Bank", ITALIC, 46, 400), (1130, 1690, "The Overlap", ITALIC, 46, 400), (600, 300, "LEEWARD", SERIF, 60, 600))
    for x, y, words, face, points, weight in places:
        font = type_font(face, points, weight, 40)
        pen.text((x, y), words, fill=INK, font=font, anchor="ms", stroke_width=5, stroke_fill=DEEP)


def title(pen: ImageDraw.ImageDraw) -> None:
    pen.rectangle((1020, 1910, 1776, 2352), fill=DEEP, outline=INK, width=3)
    pen.rectangle((1030, 1920, 1766, 2342), outline=INK, width=1)
    middle = 1398
    for y, words, face, points, weight in (
        (1972, "NORTH ATLANTIC, MORE OR LESS", SANS, 26, 600), (2052, "The Port of Waiting", SERIF, 72, 600), (2102, "with its approaches", ITALIC, 42, 400),
        (2154, "DEPTHS IN METRES  ·  HEIGHTS IN HOPE", SANS, 24, 600), (2202, "Not to be used for navigation, there being nowhere", ITALIC, 30, 400),
        (2236, "to navigate to. Soundings by the art desk.", ITALIC, 30, 400), (2290, "CAUTION. The island reported in 1876 has", SANS, 24, 500),
        (2320, "been looked for, and is not here either.", SANS, 24, 500),
    ):
        pen.text((middle, y), words, fill=MAGENTA if y > 2260 else INK, font=type_font(face, points, weight, 30) if face != SANS else type_font(face, points, weight), anchor="ms")


def border(pen: ImageDraw.ImageDraw, size: tuple[int, int]) -> None:
    """A frame in tenths of a minute, dark and light by turns."""
    w, h = size
    for inset, width in ((0, 4), (18, 2), (34, 3)):
        pen.rectangle((inset, inset, w - 1 - inset, h - 1 - inset), outline=INK, width=width)
    for k in range(0, w - 80, 92):
        for y in (18, h - 34):
            pen.rectangle((max(34, k), y, min(w - 34, k + 46), y + 16), fill=INK)
    for k in range(0, h - 80, 92):
        for x in (18, w - 34):
            pen.rectangle((x, max(34, k), x + 16, min(h - 34, k + 46)), fill=INK)


# ---------------------------------------------------------------- two covers

COVER = (720, 1110)


def draw_cover_knots() -> None:
    """A trefoil in rope on red."""
    big = (COVER[0] * 2, COVER[1] * 2)
    picture = Image.new("RGB", big, (186, 52, 40))
    pen = ImageDraw.Draw(picture)
    turns = [2 * math.pi * k / 720 for k in range(721)]
    path = [(big[0] / 2 + 178 * (math.sin(t) + 2 * math.sin(2 * t)), 1260 - 178 * (math.cos(t) - 2 * math.cos(2 * t)), -math.sin(3 * t)) for t in turns]
    pieces = sorted(range(0, 720, 6), key=lambda k: (path[k][2], k))
    for k in pieces:
        part = [path[i % 720][:2] for i in range(k - 4, k + 11)]
        pen.line(part[1:-1], fill=(52, 14, 18), width=150, joint="curve")
        pen.line(part, fill=CREAM, width=118, joint="curve")
        for i in range(k - 3, k + 9, 6):
            (x0, y0, _), (x1, y1, _) = path[i % 720], path[(i + 1) % 720]
            length = math.hypot(x1 - x0, y1 - y0)
            ux, uy = (x1 - x0) / length, (y1 - y0) / length
            pen.line([(x0 - uy * 54 - ux * 34, y0 + ux * 54 - uy * 34), (x0 + uy * 54 + ux * 34, y0 - ux * 54 + uy * 34)], fill=(176, 132, 76), width=9)
    face = type_font(SERIF, 228, 700, 60)
    pen.text((big[0] / 2, 330), "The Knot", fill=CREAM, font=face, anchor="ms")
    pen.text((big[0] / 2, 520), "Book", fill=CREAM, font=face, anchor="ms")
    pen.text((big[0] / 2, 2100), "THE ROPE STORE", fill=CREAM, font=type_font(SANS, 76, 700), anchor="ms")
    keep(picture.resize(COVER, Image.Resampling.LANCZOS), "cover-knots.png", 300, 24)


def draw_cover_slack() -> None:
    """A sun on the line of the sea, and the sea going out under it."""
    big = (COVER[0] * 2, COVER[1] * 2)
    picture = Image.new("RGB", big, (238, 200, 140))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((330, 700, 1110, 1480), fill=(214, 72, 44))
    pen.rectangle((0, 1150, big[0], big[1]), fill=(38, 92, 116))
    y, step, chance = 1160.0, 14.0, random.Random(9)
    while y < big[1] - 230:
        share = (y - 1150) / (big[1] - 1150)
        for _ in range(7):
            x = 720 + chance.gauss(0, 120 + 500 * share)
            half = chance.uniform(30, 110) * (0.6 + share * 1.6)
            pen.line([(x - half, y), (x + half, y)], fill=(238, 200, 140) if abs(x - 720) < 220 + 200 * share else (74, 140, 156), width=round(5 + share * 14))
        y += step
        step *= 1.07
    for (x0, y0), (x1, y1) in pairwise(smooth([(520, 470), (570, 440), (610, 480), (650, 440), (705, 462)], 8)):
        pen.line([(x0, y0), (x1, y1)], fill=(38, 92, 116), width=12)
    face = type_font(ITALIC, 250, 500, 60)
    pen.text((big[0] / 2, 330), "Slack Water", fill=(38, 92, 116), font=face, anchor="ms")
    pen.text((big[0] / 2, 560), "A YEAR OF MORNINGS", fill=(38, 92, 116), font=type_font(SANS, 72, 700), anchor="ms")
    pen.text((big[0] / 2, 2120), "THE TIDE DESK", fill=(246, 232, 204), font=type_font(SANS, 76, 700), anchor="ms")
    keep(picture.resize(COVER, Image.Resampling.LANCZOS), "cover-slack.png", 300, 24)
