"""The art desk's engravings: a gale, four lights, a harbour twice, a bollard. One-bit, cut line by line."""

import math
import random
from itertools import pairwise

from burin import Blur, Plate, column, level, reckon, rings, sea, shade, shape, soft_noise, to_grey
from kit import across, down, smooth
from PIL import Image, ImageDraw

# ---------------------------------------------------------------- the gale


def tower(plate: Plate, cx: float, foot: float, head: float, wide: float, narrow: float, pitch: float,
          bands: int = 0, lit: float = 0.3) -> None:
    """A lighthouse with a flared foot, gallery and lantern; `bands` dark hoops, if any."""
    deep = foot - head
    left = smooth([(cx - wide, foot), (cx - wide * 0.74, foot - deep * 0.16), (cx - (wide * 0.35 + narrow * 0.65), foot - deep * 0.5),
                   (cx - narrow, head)], 12)
    right = [(2 * cx - x, y) for x, y in left]
    body = shape(plate.size, left + right[::-1])
    tone, flow = column(plate.size, cx - wide * 0.85, cx + wide * 0.85, lit)
    plate.cut(body, tone, flow, pitch, rim=3)
    for band in range(bands):
        top = head + deep * (band * 2 + 0.6) / (bands * 2 + 0.6)
        low = top + deep / (bands * 2 + 0.6)
        hoop = shape(plate.size, [(0, top), (plate.size[0], top), (plate.size[0], low), (0, low)])
        dark = tone.point(lambda v: int(v * 0.42))
        both = Image.composite(hoop, Image.new("L", plate.size, 0), body)
        plate.cut(both, dark, flow, pitch)
    plate.line(left, 3)
    plate.line(right, 5)
    lantern(plate, cx, head, narrow)
    for share in (0.2, 0.45, 0.7):
        y = head + deep * share
        w = narrow * 0.16
        plate.solid([(cx - w, y), (cx + w, y), (cx + w, y + w * 2.6), (cx - w, y + w * 2.6)])


def lantern(plate: Plate, cx: float, y: float, r: float) -> None:
    """Gallery, glass and cap above a tower's head."""
    plate.solid([(cx - r * 1.5, y - r * 0.22), (cx + r * 1.5, y - r * 0.22), (cx + r * 1.2, y + r * 0.16), (cx - r * 1.2, y + r * 0.16)])
    high = y - r * 1.7
    plate.solid([(cx - r * 0.8, high), (cx + r * 0.8, high), (cx + r * 0.8, y - r * 0.2), (cx - r * 0.8, y - r * 0.2)], ink=0)
    for k in range(5):
        x = cx - r * 0.8 + k * r * 0.4
        plate.line([(x, high), (x, y - r * 0.2)], max(2, round(r * 0.07)))
    plate.line([(cx - r * 1.5, y - r * 0.75), (cx + r * 1.5, y - r * 0.75)], max(2, round(r * 0.06)))
    plate.solid([(cx - r, high), (cx + r, high), (cx + r * 0.55, high - r * 0.55), (cx, high - r * 0.9), (cx - r * 0.55, high - r * 0.55)])
    plate.line([(cx, high - r * 0.8), (cx, high - r * 1.5)], max(2, round(r * 0.08)))


def draw_gale() -> None:
    """A rock light in a gale by night, for a whole page to the bleed."""
    size = (2440, 3190)
    plate, lamp = Plate(size), (1010.0, 890.0)
    y = down(size)
    cloud = reckon(lambda a, b: (a - 128) * 0.62 + (b - 128) * 0.5, a=soft_noise(size, 420, 8).filter(Blur(60)).convert("F"),
                   b=soft_noise((size[0] // 3, size[1]), 90, 9).resize(size).filter(Blur(18)).convert("F"))
    glow = reckon(lambda r: 215.0 * 2.718281 ** (-(r / 430.0)), r=rings(size, *lamp))
    tone = to_grey(reckon(lambda c, g, y: 42.0 + c * 0.85 + g + y * 0.018, c=cloud, g=glow, y=y))
    beams = Image.new("L", size, 0)
    for angle, spread in ((-9.0, 5.2), (171.0, 5.2)):
        a, b = math.radians(angle - spread), math.radians(angle + spread)
        far = 2600
        ImageDraw.Draw(beams).polygon([lamp, (lamp[0] + far * math.cos(a), lamp[1] + far * math.sin(a)),
                                       (lamp[0] + far * math.cos(b), lamp[1] + far * math.sin(b))], fill=255)
    lit = to_grey(reckon(lambda t, b, r: t + b * 0.86 * 2.718281 ** (-(r / 2300.0)), t=tone.convert("F"),
                         b=beams.filter(Blur(9)).convert("F"), r=rings(size, *lamp)))
    plate.cut(Image.new("L", size, 255), lit, rings(size, *lamp), 15)
    rock_and_sea(plate)
    tower(plate, lamp[0], 2180, 985, 250, 112, 14)
    breakers(plate)
    plate.print("gale.png", 210, 4)


def rock_and_sea(plate: Plate) -> None:
    size, chance = plate.size, random.Random(3)
    for row, (top, pitch, high) in enumerate(((1960, 11, 30), (2100, 14, 55), (2290, 18, 90))):
        wave = swell(size[0], top, high, 310 + row * 170, row, chance)
        mask = shape(size, [*wave, (size[0], size[1]), (0, size[1])])
        crest = Image.new("L", size, 0)
        ImageDraw.Draw(crest).line([(round(a), round(b)) for a, b in wave], fill=255, width=26 + row * 20)
        ridge = crest.filter(Blur(18 + row * 10)).convert("F")
        chop = soft_noise((size[0] // 4, size[1]), 40, 20 + row).resize(size).filter(Blur(12)).convert("F")
        tone = to_grey(reckon(lambda r, c, y, top=top: 104.0 + r * 1.15 + (c - 128) * 0.95 - (y - top) * 0.035, r=ridge, c=chop, y=down(size)))
        flow = reckon(lambda y, x, c, row=row, high=high: y + high * 0.5 * 1.0 * (c - 128) / 64.0 + x * 0.05 * (row - 1),
                      y=down(size), x=across(size), c=chop)
        plate.cut(mask, tone, flow, pitch, rim=4)
        if row == 1:
            reef(plate, chance)


def swell(wide: int, top: float, high: float, long: float, phase: float, chance: random.Random):
    """A crest line of sharp waves."""
    points, x = [(-20.0, top)], 0.0
    while x < wide + long:
        step = long * chance.uniform(0.7, 1.25)
        points += [(x + step * 0.45, top + high * 0.4), (x + step * 0.82, top - high * chance.uniform(0.2, 0.9)), (x + step, top - high * chance.uniform(0.9, 1.5))]
        x += step * 1.06
    return [(min(max(px, -20), wide + 20), py + 10 * math.sin(phase)) for px, py in smooth(points, 9)]


def reef(plate: Plate, chance: random.Random) -> None:
    size = plate.size
    ridge = [(470, 2420), (560, 2260), (640, 2235), (705, 2150), (780, 2160), (850, 2105), (960, 2125), (1090, 2095), (1180, 2130),
             (1260, 2120), (1330, 2190), (1440, 2215), (1500, 2300), (1600, 2330), (1680, 2450), (1640, 2620), (500, 2620)]
    mask = shape(size, ridge)
    craggy = soft_noise(size, 46, 33).convert("F")
    tone = to_grey(reckon(lambda c, x, y: 96.0 + (c - 128) * 1.5 - (x - 1000) * 0.09, c=craggy, x=across(size), y=down(size)))
    flow = reckon(lambda x, y, c: y * 0.55 + x * 0.85 + (c - 128) * 0.5, x=across(size), y=down(size), c=craggy)
    plate.cut(mask, tone, flow, 15, rim=4)
    for _ in range(26):
        px, py = chance.uniform(620, 1500), chance.uniform(2190, 2400)
        plate.line([(px, py), (px + chance.uniform(-26, 26), py + chance.uniform(30, 90)), (px + chance.uniform(-40, 60), py + chance.uniform(90, 170))], 7)


def breakers(plate: Plate) -> None:
    """Spray thrown up by the reef, white with dark flecks."""
    chance = random.Random(11)
    pen = ImageDraw.Draw(plate.ink)
    for cx, cy, reach, count in ((560, 2330, 520, 1500), (1520, 2330, 460, 1200), (1010, 2400, 300, 700)):
        for _ in range(count):
            a = chance.gauss(-math.pi / 2, 0.55)
            far = reach * abs(chance.gauss(0, 0.46))
            px, py = cx + far * math.cos(a) * 1.2 + chance.gauss(0, 46), cy + far * math.sin(a)
            r = max(2.0, chance.uniform(3, 17) * (1 - far / reach / 1.4))
            pen.ellipse((px - r, py - r, px + r, py + r), fill=0)
        for _ in range(count // 3):
            a = chance.gauss(-math.pi / 2, 0.5)
            far = reach * abs(chance.gauss(0, 0.34))
            px, py = cx + far * math.cos(a) * 1.2 + chance.gauss(0, 50), cy + far * math.sin(a)
            r = chance.uniform(4, 15)
            turn = chance.uniform(0, 360)
            pen.arc((px - r, py - r, px + r, py + r), turn, turn + 140, fill=255, width=3)


# ---------------------------------------------------------------- four lights

SMALL = (1000, 1241)


def night(lamp: tuple[float, float], top: float, pitch: float = 11) -> Plate:
    """Sky and sea for a small plate, with a glow about the lamp."""
    plate = Plate(SMALL)
    haze = soft_noise((SMALL[0] // 3, SMALL[1]), 60, 4).resize(SMALL).filter(Blur(14)).convert("F")
    tone = to_grey(reckon(lambda r, c: 70.0 + 230.0 * 2.718281 ** (-(r / 190.0)) + (c - 128) * 0.5, r=rings(SMALL, *lamp), c=haze))
    plate.cut(shape(SMALL, [(0, 0), (SMALL[0], 0), (SMALL[0], top), (0, top)]), tone, level(SMALL, 3, 90, 2), pitch)
    sea(plate, top, pitch + 1, lamp[0], 6)
    return plate


def draw_light_rock() -> None:
    plate = night((500, 240), 800)
    base = [(250, 930), (300, 850), (360, 838), (400, 800), (480, 812), (560, 790), (630, 826), (690, 850), (760, 930), (720, 975), (280, 975)]
    craggy = soft_noise(SMALL, 26, 12).convert("F")
    tone = to_grey(reckon(lambda c: 92.0 + (c - 128) * 1.5, c=craggy))
    plate.cut(shape(SMALL, base), tone, reckon(lambda x, y, c: y * 0.6 + x * 0.8 + (c - 128) * 0.3, x=across(SMALL), y=down(SMALL), c=craggy), 11, rim=4)
    tower(plate, 500, 845, 300, 122, 56, 10)
    for y in range(380, 830, 46):
        w = 58 + (y - 300) * 0.075 + max(0, y - 690) * 0.28
        plate.line([(500 - w * 0.96, y), (500, y + w * 0.10), (500 + w * 0.96, y)], 2)
    plate.print("light-rock.png", 197, 5)


def draw_light_piles() -> None:
    plate = night((500, 305), 780)
    for x, lean in ((270, -60), (385, -24), (500, 0), (615, 24), (730, 60)):
        plate.line([(x, 590), (x + lean, 960)], 26, ink=0)
        plate.line([(x, 590), (x + lean, 960)], 16)
    for a, b in (((270, 600), (361, 900)), ((385, 600), (210, 900)), ((615, 600), (790, 900)), ((730, 600), (639, 900)), ((385, 600), (639, 900)), ((615, 600), (361, 900))):
        plate.line([a, b], 5)
    house = [(250, 420), (750, 420), (750, 580), (250, 580)]
    tone = shade(SMALL, lambda x, y: 235.0 - (x - 250.0) * 0.24)
    plate.cut(shape(SMALL, house), tone, level(SMALL), 13, rim=4)
    plate.solid([(180, 580), (820, 580), (820, 604), (180, 604)])
    roof = [(215, 425), (785, 425), (640, 335), (360, 335)]
    plate.cut(shape(SMALL, roof), shade(SMALL, lambda x, y: 96.0 - (x - 215.0) * 0.06), across(SMALL), 10, rim=3)
    for x in (310, 420, 540, 650):
        plate.solid([(x, 462), (x + 48, 462), (x + 48, 530), (x, 530)])
        plate.solid([(x + 7, 469), (x + 41, 469), (x + 41, 523), (x + 7, 523)], ink=0)
        plate.line([(x + 24, 462), (x + 24, 530)], 5)
        plate.line([(x, 496), (x + 48, 496)], 5)
    for x in range(180, 821, 40):
        plate.line([(x, 545), (x, 582)], 3)
    plate.line([(180, 545), (820, 545)], 4)
    lantern(plate, 500, 342, 46)
    plate.line([(560, 604), (560, 930)], 4)
    plate.line([(584, 604), (584, 930)], 4)
    for y in range(620, 930, 18):
        plate.line([(560, y), (584, y)], 3)
    plate.print("light-piles.png", 197, 5)


def draw_light_stripes() -> None:
    plate = night((500, 205), 880)
    head = smooth([(-20, 905), (150, 880), (330, 862), (520, 868), (720, 900), (860, 960), (1020, 990)], 10)
    turf = shape(SMALL, [*head, (1020, 1140), (-20, 1140)])
    rough = soft_noise(SMALL, 14, 9).convert("F")
    tone = to_grey(reckon(lambda c, y: 150.0 + (c - 128) * 1.2 - (y - 870) * 0.35, c=rough, y=down(SMALL)))
    plate.cut(turf, tone, reckon(lambda x, y, c: y + x * 0.12 + (c - 128) * 0.25, x=across(SMALL), y=down(SMALL), c=rough), 11, rim=4)
    tower(plate, 480, 884, 262, 108, 62, 10, bands=4)
    cottage = [(610, 800), (800, 800), (800, 900), (610, 900)]
    plate.cut(shape(SMALL, cottage), shade(SMALL, lambda x, y: 240.0 - (x - 610.0) * 0.4), level(SMALL), 12, rim=3)
    plate.solid([(595, 804), (816, 804), (770, 745), (640, 745)])
    plate.solid([(760, 700), (784, 700), (784, 760), (760, 760)])
    for x in (638, 726):
        plate.solid([(x, 830), (x + 34, 830), (x + 34, 868), (x, 868)])
    plate.print("light-stripes.png", 197, 5)


def draw_light_mast() -> None:
    plate = night((500, 190), 830)
    bank = smooth([(-20, 940), (200, 915), (420, 900), (600, 905), (800, 930), (1020, 925)], 10)
    sand = soft_noise((SMALL[0] // 4, SMALL[1]), 12, 5).resize(SMALL).convert("F")
    plate.cut(shape(SMALL, [*bank, (1020, 1140), (-20, 1140)]), to_grey(reckon(lambda c: 186.0 + (c - 128) * 0.9, c=sand)),
              level(SMALL, 6, 120, 3), 12, rim=4)
    legs = ((340, 930), (660, 930)), ((452, 280), (548, 280))
    feet, tops = legs
    for a, b in zip(feet, tops, strict=True):
        plate.line([a, b], 22, ink=0)
        plate.line([a, b], 13)
    for k in range(7):
        s, t = k / 7, (k + 1) / 7
        at = [((f[0] + (p[0] - f[0]) * u, f[1] + (p[1] - f[1]) * u)) for u in (s, t) for f, p in zip(feet, tops, strict=True)]
        plate.line([at[0], at[3]], 6)
        plate.line([at[1], at[2]], 6)
        plate.line([at[2], at[3]], 7)
    plate.solid([(420, 262), (580, 262), (580, 284), (420, 284)])
    lantern(plate, 500, 268, 40)
    board = [(428, 420), (572, 420), (572, 560), (428, 560)]
    plate.solid(board, ink=0)
    plate.solid([(436, 428), (564, 428), (564, 552), (436, 552)])
    plate.solid([(476, 428), (524, 428), (524, 552), (476, 552)], ink=0)
    for x, y in ((150, 320), (235, 270), (820, 380)):
        plate.line(smooth([(x - 40, y - 16), (x - 18, y - 22), (x, y), (x + 18, y - 22), (x + 40, y - 16)], 8), 6)
    plate.print("light-mast.png", 197, 5)


# ---------------------------------------------------------------- a harbour twice

BASIN = (1300, 940)


def harbour(water: float, name: str) -> None:
    """The inner harbour with the water at that height (pixels from the top), the boats with it or on the mud."""
    plate = Plate(BASIN)
    haze = soft_noise((BASIN[0] // 4, BASIN[1]), 50, 14).resize(BASIN).filter(Blur(12)).convert("F")
    sky = to_grey(reckon(lambda y, c: 176.0 + y * 0.14 + (c - 128) * 0.7, y=down(BASIN), c=haze))
    plate.cut(Image.new("L", BASIN, 255), sky, level(BASIN, 3, 110, 2), 11)
    town(plate)
    low = 760
    mud = soft_noise((BASIN[0] // 3, BASIN[1]), 22, 31).resize(BASIN).filter(Blur(3)).convert("F")
    bed = smooth([(-20, 720), (260, 705), (600, 730), (900, 770), (1320, 800)], 10)
    plate.cut(shape(BASIN, [*bed, (1320, 960), (-20, 960)]), to_grey(reckon(lambda c: 112.0 + (c - 128) * 1.5, c=mud)),
              reckon(lambda y, c: y + (c - 128) * 0.16, y=down(BASIN), c=mud), 12, rim=3)
    quay(plate)
    afloat = water < low - 60
    for x, scale, lean in ((470, 1.0, 0.0), (760, 1.25, -0.2), (1060, 0.85, 0.16)):
        foot = water + 12 * scale if afloat else 762 + (x - 470) * 0.06 + 26 * scale
        boat(plate, x, foot, scale, 0.0 if afloat else lean)
    if afloat:
        sea_over(plate, water)
        for x, scale in ((470, 1.0), (760, 1.25), (1060, 0.85)):
            boat(plate, x, water + 12 * scale, scale, 0.0)
    else:
        sea_over(plate, water)
    plate.print(name, 529, 2)


def draw_high() -> None:
    harbour(452, "high.png")


def draw_low() -> None:
    harbour(880, "low.png")


def town(plate: Plate) -> None:
    """Houses and a spire along the far quay."""
    chance, x = random.Random(23), 250.0
    while x < 1310:
        wide, high = chance.uniform(64, 110), chance.uniform(80, 150)
        top = 372 - high
        light = chance.uniform(150, 225)
        plate.cut(shape(BASIN, [(x, top), (x + wide, top), (x + wide, 380), (x, 380)]), Image.new("L", BASIN, int(light)), level(BASIN), 9, rim=3)
        plate.cut(shape(BASIN, [(x - 5, top), (x + wide + 5, top), (x + wide * 0.5, top - wide * 0.42)]), Image.new("L", BASIN, 70), across(BASIN), 8, rim=2)
        for storey in range(int(high / 40)):
            for k in range(3):
                wx, wy = x + wide * (0.16 + 0.28 * k), top + 14 + storey * 38
                plate.solid([(wx, wy), (wx + wide * 0.13, wy), (wx + wide * 0.13, wy + 20), (wx, wy + 20)])
        x += wide + 2
    plate.cut(shape(BASIN, [(800, 150), (850, 150), (850, 380), (800, 380)]), Image.new("L", BASIN, 190), level(BASIN), 9, rim=3)
    plate.solid([(792, 152), (858, 152), (825, 30)])
    wall = [(240, 372), (1320, 372), (1320, 770), (240, 770)]
    stone = soft_noise(BASIN, 18, 7).convert("F")
    weed = to_grey(reckon(lambda c, y: 172.0 + (c - 128) * 0.6 - (y > 470) * 74.0, c=stone, y=down(BASIN)))
    plate.cut(shape(BASIN, wall), weed, level(BASIN), 10, rim=3)
    plate.line([(240, 372), (1320, 372)], 8)


def quay(plate: Plate) -> None:
    """The near quay at the left, with steps, a ladder and a bollard."""
    face = [(-10, 420), (210, 420), (300, 940), (-10, 940)]
    stone = soft_noise(BASIN, 12, 17).convert("F")
    tone = to_grey(reckon(lambda c, y: 140.0 + (c - 128) * 0.8 - (y > 560) * 64.0, c=stone, y=down(BASIN)))
    plate.cut(shape(BASIN, face), tone, reckon(lambda x, y: y - x * 0.1, x=across(BASIN), y=down(BASIN)), 12, rim=5)
    for y in range(480, 940, 62):
        plate.line([(-10, y + 8), (220 + (y - 420) * 0.17, y - 12)], 4)
    top = [(-10, 392), (196, 392), (214, 424), (-10, 424)]
    plate.solid(top, ink=0)
    plate.line([*top, top[0]], 5)
    for x in (120, 156):
        plate.line([(x, 405), (x + 60, 940)], 9)
    for k in range(20):
        y = 432 + k * 26
        plate.line([(122 + (y - 405) * 0.112, y), (158 + (y - 405) * 0.112, y)], 7)
    plate.solid([(40, 330), (84, 330), (78, 400), (46, 400)])
    plate.solid([(30, 316), (94, 316), (94, 340), (30, 340)])


def boat(plate: Plate, x: float, y: float, scale: float, lean: float) -> None:
    """A small fishing boat, keel at (x, y), heeled by `lean` radians."""

    def place(points):
        c, s = math.cos(lean), math.sin(lean)
        return [(x + (px * c - py * s) * scale, y + (px * s + py * c) * scale) for px, py in points]

    plate.line(place([(10, -60), (10, -300)]), max(3, round(8 * scale)))
    plate.line(place([(10, -290), (118, -84)]), 3)
    plate.line(place([(10, -290), (-104, -78)]), 3)
    plate.line(place([(10, -120), (96, -190)]), max(2, round(6 * scale)))
    cabin = place([(-62, -128), (2, -128), (2, -62), (-62, -62)])
    plate.solid(cabin, ink=0)
    plate.line([*cabin, cabin[0]], 5)
    for k in (0, 1):
        plate.solid(place([(-54 + k * 28, -118), (-34 + k * 28, -118), (-34 + k * 28, -96), (-54 + k * 28, -96)]))
    hull = place(smooth([(-126, -86), (-60, -64), (30, -62), (128, -96), (104, -30), (60, -4), (-70, -4), (-112, -36)], 6))
    size = plate.size
    tone = to_grey(reckon(lambda y, t=y, k=scale: 40.0 - (y - t) * 0.9 / k, y=down(size)))
    plate.cut(shape(size, hull), tone, level(size), 9, rim=4)
    plate.line([*hull, hull[0]], 4)
    plate.line(place([(-124, -74), (-60, -52), (30, -50), (124, -84)]), max(3, round(5 * scale)), ink=0)


def sea_over(plate: Plate, top: float) -> None:
    """Water laid over whatever stands in it."""
    quay_edge = 214 + max(0.0, top - 424) * 0.17
    chop = soft_noise((BASIN[0] // 4, BASIN[1]), 14, 8).resize(BASIN).filter(Blur(4)).convert("F")
    tone = to_grey(reckon(lambda c, y: 186.0 + (c - 128) * 1.7 - (y - top) * 0.16, c=chop, y=down(BASIN)))
    flow = reckon(lambda c, y: y * 0.85 + (c - 128) * 0.10, c=chop, y=down(BASIN))
    plate.cut(shape(BASIN, [(quay_edge, top), (1320, top), (1320, 960), (302, 960)]), tone, flow, 12, rim=2)


# ---------------------------------------------------------------- the bollard


def draw_bollard() -> None:
    """A cast bollard on the quay, three turns of rope about it, the line going out to sea."""
    size = (1500, 1300)
    plate = Plate(size)
    haze = soft_noise((size[0] // 4, size[1]), 60, 3).resize(size).filter(Blur(16)).convert("F")
    sky = to_grey(reckon(lambda y, c: 150.0 + y * 0.12 + (c - 128) * 0.6, y=down(size), c=haze))
    plate.cut(Image.new("L", size, 255), sky, level(size, 3, 130, 2), 12)
    sea(plate, 560, 12, 1180, 5, 128)
    flags = soft_noise(size, 30, 6).convert("F")
    stones = to_grey(reckon(lambda c, y: 205.0 + (c - 128) * 0.6 - (y - 900) * 0.12, c=flags, y=down(size)))
    plate.cut(shape(size, [(0, 930), (1500, 860), (1500, 1300), (0, 1300)]), stones,
              reckon(lambda x, y: y + x * 0.047, x=across(size), y=down(size)), 15, rim=5)
    plate.line([(0, 930), (1500, 860)], 9)
    for x in (180, 620, 1080):
        plate.line([(x, 926 - x * 0.047), (x - 190, 1300)], 5)
    plate.line([(0, 1090), (1500, 1010)], 5)
    shadow = to_grey(reckon(lambda x: 70.0 + x * 0.0, x=across(size)))
    plate.cut(shape(size, smooth([(560, 1150), (900, 1090), (1240, 1100), (1200, 1170), (900, 1230), (640, 1236)], 8)), shadow,
              reckon(lambda x, y: y + x * 0.047, x=across(size), y=down(size)), 15)
    tone, flow = column(size, 470, 890, 0.28)
    body = shape(size, [(500, 560), (860, 560), (846, 1130), (880, 1200), (480, 1200), (514, 1130)])
    plate.cut(body, tone.point(lambda v: int(v * 0.72)), flow, 13, rim=6)
    cap, lie = column(size, 390, 970, 0.28)
    plate.cut(shape(size, smooth([(400, 500), (420, 420), (520, 362), (680, 345), (840, 362), (940, 420), (960, 500), (880, 566), (680, 588), (480, 566), (400, 500)], 10)),
              cap.point(lambda v: int(v * 0.86)), reckon(lambda f: f * 0.9, f=lie), 13, rim=6)
    for turn in range(3):
        rope(plate, [(508, 760 + turn * 86), (560, 800 + turn * 86), (680, 822 + turn * 86), (800, 802 + turn * 86), (856, 762 + turn * 86)])
    rope(plate, [(852, 770), (1010, 700), (1220, 610), (1520, 520)])
    rope(plate, [(508, 938), (470, 1010), (430, 1120), (330, 1190), (200, 1200), (130, 1160), (190, 1110), (320, 1130), (380, 1200), (300, 1270), (120, 1272), (-30, 1230)])
    plate.print("bollard.png", 450, 2)


def rope(plate: Plate, points, half: float = 36) -> None:
    """A laid rope along a curve, with its strands."""
    line = smooth(points, 16)
    plate.line(line, round(half * 2.5), ink=0)
    plate.line(line, round(half * 2.1))
    plate.line(line, round(half * 1.75), ink=0)
    gone, after = 0.0, 0.0
    for (x0, y0), (x1, y1) in pairwise(line):
        step = math.hypot(x1 - x0, y1 - y0)
        while step and after <= gone + step:
            t = (after - gone) / step
            x, y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
            ux, uy = (x1 - x0) / step, (y1 - y0) / step
            w = half * 0.9
            plate.line(smooth([(x - uy * w - ux * 22, y + ux * w - uy * 22), (x - ux * 3, y - uy * 3), (x + uy * w + ux * 22, y - ux * w + uy * 22)], 6), 7)
            px, py = x + ux * 9 - uy * w * 0.4, y + uy * 9 + ux * w * 0.4
            plate.line([(px, py), (px - uy * w * 0.4 - ux * 10, py + ux * w * 0.4 - uy * 10)], 4)
            after += 30
        gone += step


# ---------------------------------------------------------------- the middle of Sandy Island


def draw_sandy() -> None:
    """A level sea with one small ship on it, under a high sun."""
    size, sun, top = (3000, 1760), (2120.0, 330.0), 690
    plate = Plate(size)
    haze = soft_noise((size[0] // 4, size[1]), 80, 51).resize(size).filter(Blur(26)).convert("F")
    sky = to_grey(reckon(lambda r, h: 252.0 - r * 0.075 + (h - 128) * 0.95, r=rings(size, *sun), h=haze))
    plate.cut(Image.new("L", size, 255), sky, rings(size, *sun), 15)
    ImageDraw.Draw(plate.ink).ellipse((sun[0] - 120, sun[1] - 120, sun[0] + 120, sun[1] + 120), fill=0)
    ImageDraw.Draw(plate.ink).ellipse((sun[0] - 120, sun[1] - 120, sun[0] + 120, sun[1] + 120), outline=255, width=6)
    sea(plate, top, 15, sun[0], 52, 140)
    ship(plate, 900, top + 44, 2.0)
    plate.print("sandy.png", 290, 3)


def ship(plate: Plate, x: float, y: float, k: float) -> None:
    """A research ship, side on; (x, y) is amidships at the water."""

    def block(*points):
        return [(x + a * k, y + b * k) for a, b in points]

    for points, ink in (
        (block((-150, -34), (170, -46), (146, 4), (-138, 4)), 255), (block((-92, -78), (44, -78), (44, -36), (-92, -36)), 0), (block((-60, -104), (30, -104), (38, -78), (-60, -78)), 0),
        (block((-44, -140), (-14, -140), (-12, -104), (-46, -104)), 255)):
        plate.solid(points, ink=ink)
        plate.line([*points, points[0]], 6)
    for a in range(-84, 40, 18):
        plate.solid(block((a, -66), (a + 9, -66), (a + 9, -54), (a, -54)))
    for a in range(-50, 28, 16):
        plate.solid(block((a, -98), (a + 11, -98), (a + 11, -86), (a, -86)))
    plate.line(block((12, -104), (12, -176)), 8)
    plate.line(block((-4, -156), (28, -156)), 6)
    plate.line(block((-140, -36), (-156, -96), (-122, -86)), 9)
    plate.line(block((120, -44), (120, -92)), 6)


# ---------------------------------------------------------------- the library ship


def draw_epos() -> None:
    """A white ship at a landing in a fjord, mountains on both sides."""
    size, top = (2000, 1130), 690
    plate = Plate(size)
    haze = soft_noise((size[0] // 4, size[1]), 70, 71).resize(size).filter(Blur(22)).convert("F")
    sky = to_grey(reckon(lambda y, h: 190.0 + y * 0.10 + (h - 128) * 0.6, y=down(size), h=haze))
    plate.cut(Image.new("L", size, 255), sky, level(size, 4, 140, 2), 13)
    rough = soft_noise(size, 50, 72).filter(Blur(8)).convert("F")
    for ridge, dark, slope in (
        (((0, 330), (190, 250), (420, 420), (640, 360), (900, 590), (1130, 660), (1400, 520), (1620, 330), (1800, 360), (2000, 240), (2000, 700), (0, 700)), 150, 0.5),
        (((0, 480), (160, 400), (360, 560), (560, 610), (760, 690), (0, 690)), 78, 0.9), (((1240, 690), (1480, 560), (1700, 420), (1880, 470), (2000, 380), (2000, 690)), 92, -0.9),
    ):
        crest = smooth(ridge[:-2], 8)
        mask = shape(size, [*crest, *ridge[-2:]])
        tone = to_grey(reckon(lambda r, y, dark=dark: dark + (r - 128) * 0.8 + (560 - y) * 0.08, r=rough, y=down(size)))
        plate.cut(mask, tone, reckon(lambda x, y, r, slope=slope: y * 0.8 + x * slope * 0.7 + (r - 128) * 0.2, x=across(size), y=down(size), r=rough), 12, rim=4)
    sea(plate, top, 13, 1010, 73, 84)
    white_ship(plate, 1000, top + 90)
    landing(plate)
    plate.print("epos.png", 292, 3)


def white_ship(plate: Plate, x: float, y: float) -> None:
    sheer = smooth([(x - 400, y - 124), (x - 200, y - 104), (x + 200, y - 106), (x + 440, y - 150)], 6)
    hull = [*sheer, (x + 372, y + 12), (x - 362, y + 12), (x - 400, y - 124)]
    plate.solid(hull, ink=0)
    plate.line(hull, 6)
    for points in (((-310, -190), (190, -190), (190, -108), (-310, -108)), ((-240, -252), (130, -252), (150, -190), (-240, -190)), ((40, -306), (120, -306), (134, -252), (40, -252))):
        deck = [(x + a, y + b) for a, b in points]
        plate.solid(deck, ink=0)
        plate.line([*deck, deck[0]], 5)
    funnel = [(x - 120, y - 330), (x - 56, y - 330), (x - 52, y - 252), (x - 128, y - 252)]
    plate.solid(funnel)
    for a in range(-290, 170, 50):
        plate.solid([(x + a, y - 170), (x + a + 30, y - 170), (x + a + 30, y - 132), (x + a, y - 132)])
    for a in range(-220, 120, 44):
        plate.solid([(x + a, y - 236), (x + a + 26, y - 236), (x + a + 26, y - 208), (x + a, y - 208)])
    plate.solid([(x - 372, y - 24), (x + 388, y - 24), (x + 372, y + 12), (x - 362, y + 12)])
    for a in range(-300, 320, 62):
        plate.solid(circle(x + a, y - 66, 11))
    plate.line([(x + 250, y - 116), (x + 250, y - 330)], 8)
    plate.line([(x + 250, y - 322), (x + 420, y - 150)], 3)
    plate.line([(x + 250, y - 322), (x + 84, y - 306)], 3)


def circle(x: float, y: float, r: float) -> list[tuple[float, float]]:
    return [(x + r * math.cos(k * math.pi / 12), y + r * math.sin(k * math.pi / 12)) for k in range(24)]


def landing(plate: Plate) -> None:
    """The jetty in front, with the children on it."""
    chance = random.Random(19)
    deck = [(-10, 990), (1240, 930), (1240, 966), (-10, 1040)]
    plate.solid(deck, ink=0)
    plate.cut(shape(plate.size, deck), Image.new("L", plate.size, 190), reckon(lambda x, y: y + x * 0.048, x=across(plate.size), y=down(plate.size)), 12)
    plate.line([deck[0], deck[1]], 6)
    for px in range(40, 1240, 150):
        plate.line([(px, 1000 - px * 0.048), (px, 1140)], 24, ink=0)
        plate.line([(px, 1000 - px * 0.048), (px, 1140)], 16)
    for k in range(17):
        px = 230 + k * 52 + chance.uniform(-14, 14)
        py, tall = 990 - px * 0.048, chance.choice((74, 82, 92, 124))
        coat = smooth([(px - tall * 0.16, py), (px - tall * 0.19, py - tall * 0.45), (px, py - tall * 0.74), (px + tall * 0.19, py - tall * 0.45), (px + tall * 0.16, py), (px - tall * 0.16, py)], 5)
        for outline in (coat, circle(px, py - tall * 0.84, tall * 0.13)):
            plate.line(outline, 9, ink=0)
        plate.solid(coat)
        plate.solid(circle(px, py - tall * 0.84, tall * 0.13))
