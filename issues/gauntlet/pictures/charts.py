"""The art desk's drawings in line: flags, a clock with three hands, rails to scale, a staircase of locks, a bridge that
misses, a fortnight of tides. SVG: plain paths, lettering outlined but for the labels of the tides; lengths in points at the
printed size."""

import math
from itertools import pairwise

from burin import HERE
from kit import BLUE, GREY, INK, ITALIC, RED, SAND, SERIF, Sheet, smooth

WATER = "#b9d3df"


def keep(sheet: Sheet, name: str) -> None:
    sheet.save(str(HERE / name))


def draw_flags() -> None:
    """W, A, I, T in the International Code."""
    sheet, side, alley = Sheet(366, 112), 72.0, 22.0
    left = [3 + k * (side + alley + 1.4) for k in range(4)]
    top = 10.0
    yellow, blue, red = "#f3c433", "#1f4f8a", "#cf2f2a"
    for x in left:
        sheet.line([(x - 3, top - 8), (x - 3, top + side + 8)], INK, 1.6)
    for inset, ink in ((0, blue), (18, "#ffffff"), (27, red)):
        sheet.box(left[0] + inset, top + inset, side - 2 * inset, side - 2 * inset, fill=ink)
    half = left[1] + side / 2
    sheet.box(left[1], top, side / 2, side, fill="#ffffff")
    sheet.shape([(half, top), (left[1] + side, top), (half + 18, top + side / 2), (left[1] + side, top + side), (half, top + side)], fill=blue)
    sheet.box(left[2], top, side, side, fill=yellow)
    sheet.disc(left[2] + side / 2, top + side / 2, 18, fill=INK)
    for k, ink in enumerate((red, "#ffffff", blue)):
        sheet.box(left[3] + k * side / 3, top, side / 3, side, fill=ink)
    for k in (0, 2, 3):
        sheet.box(left[k], top, side, side, stroke=INK, width=0.6)
    sheet.shape([(left[1], top), (left[1] + side, top), (half + 18, top + side / 2), (left[1] + side, top + side), (left[1], top + side)], stroke=INK, width=0.6)
    for x, letter, name in zip(left, "WAIT", ("Whiskey", "Alfa", "India", "Tango"), strict=True):
        sheet.words(letter, x, 104, 13, weight=800)
        sheet.words(name, x + 17, 104, 9, weight=450)
    keep(sheet, "wait.svg")


def draw_clock() -> None:
    """The Corn Exchange clock at six minutes to ten in Bristol, and four past in London."""
    sheet, c, r = Sheet(330, 330), 165.0, 150.0
    sheet.disc(c, c, r + 10, fill=SAND, stroke=INK, width=2.2)
    sheet.disc(c, c, r + 5, stroke=INK, width=0.7)
    sheet.disc(c, c, r, fill="#ffffff", stroke=INK, width=1.2)
    sheet.disc(c, c, r - 12, stroke=INK, width=0.7)
    for minute in range(60):
        a = math.radians(minute * 6)
        s, k = math.sin(a), -math.cos(a)
        sheet.line([(c + s * (r - 12), c + k * (r - 12)), (c + s * r, c + k * r)], INK, 2.6 if minute % 5 == 0 else 0.7)
    for hour, words in enumerate(("XII", "I", "II", "III", "IIII", "V", "VI", "VII", "VIII", "IX", "X", "XI")):
        turn = hour * 30
        a, reach = math.radians(turn), r - 42
        sheet.words(words, c + math.sin(a) * reach, c - math.cos(a) * reach, 27, name=SERIF, weight=600, optical=40, anchor="middle", turn=turn)
    hand(sheet, c, 297 - 0.5, 84, 6.4, INK)
    hand(sheet, c, 4 * 6, 132, 4.2, RED)
    hand(sheet, c, -6 * 6, 132, 4.2, INK)
    sheet.disc(c, c, 9, fill=INK)
    sheet.disc(c, c, 3.4, fill=RED)
    sheet.words("LONDON", c + 34, c + 44, 8.6, weight=800)
    sheet.words("BRISTOL", c - 34, c + 44, 8.6, weight=800, anchor="end")
    sheet.line([(c + 24, c + 41), (c + 31, c + 41)], RED, 3)
    sheet.line([(c - 24, c + 41), (c - 31, c + 41)], INK, 3)
    keep(sheet, "clock.svg")


def hand(sheet: Sheet, c: float, degrees: float, reach: float, half: float, ink: str) -> None:
    a = math.radians(degrees)
    s, k = math.sin(a), -math.cos(a)

    def at(along: float, aside: float) -> tuple[float, float]:
        return c + s * along - k * aside, c + k * along + s * aside

    sheet.shape([at(-26, half * 0.7), at(0, half * 0.55), at(reach * 0.62, half * 0.8), at(reach * 0.74, half * 1.7), at(reach, 0.2), at(reach, -0.2),
                 at(reach * 0.74, -half * 1.7), at(reach * 0.62, -half * 0.8), at(0, -half * 0.55), at(-26, -half * 0.7)], fill=ink)


def draw_gauges() -> None:
    """Rails of nine gauges to one scale, from the garden to Brunel."""
    gauges = ((260, "Norfolk, in a garden"), (600, "Field railways"), (1000, "Metre"), (1067, "Cape"), (1435, "Standard"), (1520, "Russian"), (1600, "Irish"),
              (1668, "Iberian"), (2140, "Brunel's, till 1892"))
    sheet, row, scale, middle = Sheet(372, 321), 34.4, 0.088, 164.0
    for k, (gauge, name) in enumerate(gauges):
        y, half = 22 + k * row, gauge * scale / 2
        standard = gauge == 1435
        ink = RED if standard else INK
        sheet.box(middle - half - 16, y + 1, half * 2 + 32, 5.5, fill="#cbb893")
        for x in (middle - half, middle + half):
            way = -1 if x < middle else 1
            rail(sheet, x, y, way, ink)
        sheet.words(f"{gauge:,}", 34, y + 4, 10.5, weight=800, anchor="end")
        sheet.words(name, 368, y + 4, 8.6, weight=500, anchor="end")
        if gauge >= 600:
            sheet.line([(middle - half + 7, y - 4), (middle + half - 7, y - 4)], GREY, 0.5)
    half = 1435 * scale / 2
    for x in (middle - half, middle + half):
        sheet.dashes([(x, 8), (x, 315)], 2.2, 2.6, RED, 0.5)
    keep(sheet, "gauges.svg")


def rail(sheet: Sheet, x: float, y: float, way: int, ink: str) -> None:
    """A flat-bottomed rail in section; `x` is its inner face, `way` the side on which the rest of it lies."""
    a = x + way * 3.2
    sheet.shape([(a - 5.4, y + 1), (a - 5.4, y - 0.6), (a - 1, y - 2.4), (a - 1, y - 8), (a - 3.2, y - 9), (a - 3.2, y - 12.6), (a + 3.2, y - 12.6), (a + 3.2, y - 9),
                 (a + 1, y - 8), (a + 1, y - 2.4), (a + 5.4, y - 0.6), (a + 5.4, y + 1)], fill=ink)


def draw_staircase() -> None:
    """The staircase of Fonseranes in section: eight chambers and nine gates."""
    sheet, steps, wide, drop = Sheet(540, 230), 8, 48.0, 14.8
    left, top = 66.0, 50.0
    last = top + (steps - 1) * drop
    sheet.box(0, top, left, 11, fill=WATER)
    for k in range(steps):
        x, y = left + k * wide, top + k * drop
        sheet.box(x, y + 1.5, wide, 22, fill=WATER)
    sheet.box(left + steps * wide, last + drop + 1.5, 540 - left - steps * wide, 11, fill=WATER)
    steps_of_stone = []
    for k in range(steps):
        x, y = left + k * wide, top + k * drop
        steps_of_stone += [(x, y + 23.9), (x + wide, y + 23.9)]
    sheet.shape([(0, top + 11.5), (left, top + 11.5), *steps_of_stone, (left + steps * wide, last + 25.4), (540, last + 25.4), (540, 230), (0, 230)], fill="#d8c39a", stroke=INK, width=0.9)
    for k in range(steps + 1):
        x, y = left + k * wide, top + k * drop
        sheet.box(x - 2.2, y - 10, 4.4, 33 if k < steps else 24, fill=INK)
        sheet.line([(x, y - 10), (x + 19, y - 13)], INK, 2.4)
    barge(sheet, left + 2 * wide + 24, top + 2 * drop + 1.5)
    barge(sheet, left + 5 * wide + 24, top + 5 * drop + 1.5)
    for x, y, trunk in ((16, top - 1, 24), (44, top - 1, 28), (492, last + drop + 1, 24), (520, last + drop + 1, 27)):
        tree(sheet, x, y, trunk)
    low = last + drop + 1.5
    sheet.line([(457, top), (474, top)], INK, 0.5)
    sheet.line([(466, top + 3), (466, low - 3)], INK, 0.7)
    for end, way in ((top + 1, 1), (low - 1, -1)):
        sheet.shape([(466, end), (463, end + 7 * way), (469, end + 7 * way)], fill=INK)
    sheet.words("21,5 m", 461, (top + low) / 2 - 6, 10.5, weight=800, anchor="end")
    sheet.words("Toulouse", 4, top + 32, 9, name=ITALIC, weight=500)
    sheet.words("l'Orb", 536, low + 27, 9, name=ITALIC, weight=500, anchor="end")
    sheet.words("FONSERANES", 270, 217, 9, weight=800, anchor="middle")
    keep(sheet, "escalier.svg")


def barge(sheet: Sheet, x: float, y: float) -> None:
    sheet.shape([(x - 18, y - 4), (x + 17, y - 4), (x + 14, y + 3), (x - 15, y + 3)], fill=RED)
    sheet.box(x - 12, y - 10, 14, 6, fill="#ffffff", stroke=INK, width=0.7)
    sheet.line([(x - 20, y - 4), (x + 19, y - 4)], INK, 1)


def tree(sheet: Sheet, x: float, y: float, high: float) -> None:
    sheet.line([(x, y), (x, y - high)], INK, 2)
    for dx, dy, r in ((0, high + 2, 10), (-7, high - 4, 8), (7, high - 5, 8.5)):
        sheet.disc(x + dx, y - dy, r, fill="#5f7f52")


def draw_bridge() -> None:
    """The Hochrhein bridge as it would have met: the two sums, one of them with the wrong sign."""
    sheet, deep = Sheet(540, 179), 179
    river, bed, low, gap = 139.0, 165.0, 81.0, 30.0
    sheet.shape([(0, 85), (70, 85), (110, 129), (150, bed), (390, bed), (432, 125), (470, 73), (540, 73), (540, deep), (0, deep)], fill="#e3d3b0", stroke=INK, width=0.9)
    sheet.shape([(121, river), (418, river), (390, bed - 0.5), (150, bed - 0.5)], fill=WATER)
    for k in range(4):
        x, y = 170 + k * 48, 149 + k % 2 * 6
        sheet.line(smooth([(x, y), (x + 8, y - 2), (x + 16, y), (x + 24, y - 2)], 5), BLUE, 0.8)
    deck_half(sheet, 40, 262, low, RED)
    deck_half(sheet, 278, 500, low - gap, INK)
    for x, top in ((190, low + 10), (350, low + 10 - gap)):
        sheet.box(x - 7, top, 14, bed - top, fill=GREY)
    for y in (low, low - gap):
        sheet.dashes([(264, y), (318, y)], 2, 2, INK, 0.6)
    sheet.line([(270, low - gap + 1), (270, low - 1)], INK, 1)
    for end, way in ((low - gap, 1), (low, -1)):
        sheet.shape([(270, end), (267, end + 7 * way), (273, end + 7 * way)], fill=INK)
    sheet.words("54 cm", 258, 63, 15, weight=800, anchor="end")
    sheet.words("2 × 27", 258, 47, 8.6, weight=500, anchor="end")
    sheet.words("SCHWEIZ", 40, 53, 8.6, weight=800)
    sheet.words("zählt ab Marseille", 40, 66, 10, name=ITALIC, weight=450)
    sheet.words("DEUTSCHLAND", 500, 23, 8.6, weight=800, anchor="end")
    sheet.words("zählt ab Amsterdam", 500, 36, 10, name=ITALIC, weight=450, anchor="end")
    sheet.words("Rhein", 368, 155, 10, name=ITALIC, weight=450)
    keep(sheet, "bruecke.svg")


def deck_half(sheet: Sheet, x0: float, x1: float, y: float, ink: str) -> None:
    sheet.box(x0, y, x1 - x0, 10, fill=ink)
    for k in range(int((x1 - x0) / 14) + 1):
        sheet.line([(x0 + k * 14, y), (x0 + k * 14, y - 9)], INK, 0.6)
    sheet.line([(x0, y - 9), (x1, y - 9)], INK, 1.1)


def draw_fortnight() -> None:
    """Sixteen days of a tide made of two notes only, the moon's and the sun's, from springs to neaps and back."""
    sheet, left, top, wide, middle = Sheet(560, 160), 30.0, 14.0, 520.0, 76.0
    days, moon, sun = 16.0, 12.4206, 12.0
    for metres in range(-3, 4):
        y = middle - metres * 17
        sheet.line([(left, y), (left + wide, y)], INK if metres == 0 else "#c9c9c9", 0.6 if metres == 0 else 0.4)
        sheet.label(str(metres + 4), left - 7, y + 3, font_weight=500, text_anchor="end")
    points, bounds = [], []
    for k in range(2401):
        hour = days * 24 * k / 2400
        height = 2.05 * math.cos(2 * math.pi * hour / moon) + 0.9 * math.cos(2 * math.pi * hour / sun)
        points.append((left + wide * k / 2400, middle - height * 17))
        beat = 2 * math.pi * hour * (1 / sun - 1 / moon)
        bounds.append((left + wide * k / 2400, 17 * math.sqrt(2.05**2 + 0.9**2 + 2 * 2.05 * 0.9 * math.cos(beat))))
    sheet.shape([*[(x, middle - h) for x, h in bounds[::12]], *[(x, middle + h) for x, h in bounds[::-12]]], fill="#dceaf0")
    sheet.line(points, BLUE, 1.3)
    for day, words, phase in ((0.0, "Springs", 1), (7.38, "Neaps", 0), (14.77, "Springs", 2)):
        x = left + wide * day / days + (8 if day == 0 else 0)
        sheet.label(words, x, top - 3, 9, font_weight=800, text_anchor="start" if day == 0 else "middle")
        sheet.disc(x + (46 if day == 0 else 30), top - 6, 5, fill=INK if phase == 1 else "#ffffff", stroke=INK, width=0.8)
        if phase == 0:
            sheet.path(f"M{x + 30:.1f} {top - 11:.1f}C{x + 37:.1f} {top - 11:.1f} {x + 37:.1f} {top - 1:.1f} {x + 30:.1f} {top - 1:.1f}Z", INK)
    for day in range(17):
        x = left + wide * day / days
        sheet.line([(x, 132), (x, 136)], INK, 0.5)
        if day < 16:
            sheet.label(str(day + 1), x + wide / days / 2, 145, font_weight=500, text_anchor="middle")
    sheet.label("metres", left - 26, 156, family="Newsreader", font_style="italic", font_weight=450)
    sheet.label("days", left + wide, 156, family="Newsreader", font_style="italic", font_weight=450, text_anchor="end")
    keep(sheet, "fortnight.svg")


def draw_arms() -> None:
    """Chappe's telegraph in twelve of its positions."""
    sheet, cell, high = Sheet(540, 292), 90.0, 140.0
    signs = ((0, 0, 0), (0, 90, 90), (0, -90, 90), (0, 45, 45), (90, 0, 0), (90, 90, -90), (45, 0, 90), (45, 90, 0), (-45, 45, 45), (-45, -90, 0), (0, -45, 135), (90, 45, -45))
    for k, (beam, one, two) in enumerate(signs):
        x, y = cell / 2 + k % 6 * cell, 62 + k // 6 * high
        tower_top(sheet, x, y)
        arms(sheet, x, y - 8, beam, one, two, RED if k == 10 else INK)
        sheet.words(str(k + 1), x, y + 62, 9, weight=700, anchor="middle")
    keep(sheet, "arms.svg")


def tower_top(sheet: Sheet, x: float, y: float) -> None:
    """A stone tower with a mast on it."""
    sheet.shape([(x - 15, y + 50), (x - 13, y + 24), (x + 13, y + 24), (x + 15, y + 50)], fill=SAND, stroke=INK, width=0.8)
    sheet.shape([(x - 16, y + 24), (x + 16, y + 24), (x, y + 14)], fill=GREY)
    sheet.box(x - 3.5, y + 31, 7, 9, fill=INK)
    sheet.line([(x, y + 18), (x, y - 8)], INK, 2.2)
    sheet.line([(x - 42, y + 50), (x + 42, y + 50)], INK, 0.8)


def arms(sheet: Sheet, x: float, y: float, beam: float, one: float, two: float, ink: str) -> None:
    """The beam at its angle, and at its ends the two arms at theirs (degrees from the beam)."""
    a = math.radians(beam)
    ends = ((x - 25 * math.cos(a), y - 25 * math.sin(a), beam + 180, one), (x + 25 * math.cos(a), y + 25 * math.sin(a), beam, two))
    sheet.line([ends[0][:2], ends[1][:2]], ink, 4)
    for ex, ey, way, turn in ends:
        b = math.radians(way + turn if way == beam else way - turn)
        sheet.line([(ex - 5 * math.cos(b), ey - 5 * math.sin(b)), (ex + 15 * math.cos(b), ey + 15 * math.sin(b))], ink, 3.4)
    sheet.disc(x, y, 2.6, fill="#ffffff", stroke=INK, width=0.8)


def draw_fresnel() -> None:
    """A loupe and Fresnel's rings beside it, of one power, each with its rays."""
    sheet = Sheet(540, 284)
    for lens, (cx, label) in enumerate(((150.0, "Une loupe : la même courbe, tout le poids"), (420.0, "Fresnel : la courbe, et rien d'autre"))):
        lamp = (cx - 112, 124.0)
        heights = [k * 17.0 for k in range(-6, 7)]
        for h in heights:
            sheet.line([lamp, (cx, 124 + h)], "#e0a526", 1.1)
            sheet.line([(cx, 124 + h), (cx + 116, 124 + h)], "#e0a526", 1.1)
        if lens == 0:
            curve = [(cx - 6 + bulge(h), 124 + h) for h in range(-112, 113, 4)]
            sheet.shape([(cx - 10, 12), *curve, (cx - 10, 236)], fill=WATER, stroke=INK, width=1)
        else:
            rings_of_glass(sheet, cx - 6)
        flame(sheet, *lamp)
        sheet.words(label, cx, 268, 10.5, name=ITALIC, weight=500, anchor="middle")
    keep(sheet, "fresnel.svg")


def bulge(h: float) -> float:
    return 46.0 * (1 - (h / 112.0) ** 2)


def rings_of_glass(sheet: Sheet, left: float) -> None:
    """The same curve, let down ring by ring to the back of the glass."""
    bounds = (0, 40, 58, 72, 84, 94, 103, 112)
    for inner, outer in pairwise(bounds):
        lowest = bulge(outer)
        for sign in ((1,) if inner == 0 else (-1, 1)):
            first = -outer if inner == 0 else inner
            steps = [first + (outer - first) * k / 10 for k in range(11)]
            curve = [(left + bulge(h) - lowest + 2, 124 + sign * h) for h in steps]
            sheet.shape([(left - 4, 124 + sign * steps[0]), *curve, (left - 4, 124 + sign * steps[-1])], fill=WATER, stroke=INK, width=0.9)


def flame(sheet: Sheet, x: float, y: float) -> None:
    sheet.shape(smooth([(x, y - 19), (x + 6, y - 5), (x + 7, y + 5), (x, y + 11), (x - 7, y + 5), (x - 6, y - 5), (x, y - 19)], 6), fill=RED)
    sheet.shape(smooth([(x, y - 7), (x + 3, y + 2), (x, y + 8), (x - 3, y + 2), (x, y - 7)], 6), fill="#f6d365")
    sheet.box(x - 8, y + 11, 16, 26, fill=INK)
    sheet.box(x - 13, y + 37, 26, 4, fill=INK)


def draw_canals() -> None:
    """The eight canals of the plain of Valencia in their order along the Turia, as a plan of lines."""
    sheet, deep = Sheet(540, 360), 1.36
    river = smooth([(x, y * deep) for x, y in ((8, 92), (90, 100), (180, 92), (280, 112), (380, 118), (450, 112), (534, 128))], 14)
    sheet.line(river, WATER, 15)
    sheet.line(river, BLUE, 0.7)
    sheet.words("TURIA", 14, 81 * deep, 9, weight=800)
    sheet.words("mar", 516, 112 * deep, 10, name=ITALIC, weight=500)
    inks = (RED, BLUE, "#3c7a60", "#b07a1e", "#784a8c", "#2b2b2b", "#c0567c", "#5a7f2a")
    left_bank = (("Tormos", 118, 20), ("Mestalla", 206, 38), ("Rascanya", 292, 58))
    right_bank = (("Quart", 46, 246), ("Benàger i Faitanar", 64, 228), ("Mislata", 150, 210), ("Favara", 236, 191), ("Rovella", 322, 172))
    for k, (name, at, place) in enumerate(left_bank + right_bank):
        to = place * deep
        y = next(py for px, py in river if px >= at)
        way = -1 if to < y else 1
        line = smooth([(at, y + way * 4), (at + 16, y + way * 22), (at + 46, (y + to) / 2 + way * 12), (at + 96, to), (at + 178, to), (min(at + 236, 520), to + way * 4)], 10)
        sheet.line(line, inks[k], 3.2)
        sheet.disc(at, y + way * 3, 4, fill="#ffffff", stroke=inks[k], width=1.8)
        sheet.words(name, at + 100, to - 6, 9.6, weight=700)
        for x, y2 in line[-22::7]:
            sheet.line([(x, y2), (x + 5, y2 + way * 9)], inks[k], 1.1)
    x, y = 440.0, 158.0 * deep
    sheet.shape([(x - 9, y - 12), (x - 9, y - 24), (x, y - 36), (x + 9, y - 24), (x + 9, y - 12)], fill=INK)
    sheet.words("la catedral,", x + 15, y - 21, 9.6, name=ITALIC, weight=500)
    sheet.words("jueves, a las doce", x + 15, y - 9, 9.6, name=ITALIC, weight=500)
    keep(sheet, "canals.svg")
