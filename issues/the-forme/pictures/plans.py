"""The art desk's maps and cutaways in SVG: the weather, the round of Van 9, a front page, the press from reel to folder."""

import math
import random
from itertools import pairwise

from kit import BLUE, GREY, INK, ITALIC, PALE, RED, SAND, SERIF, Sheet, smooth

SKY = "#dce8ee"


def pressure(x: float, y: float) -> float:
    """Hectopascals over the chart, in points from its top left corner: two lows, a high and a slope."""
    bumps = ((168, 96, 62, -38), (338, 34, 46, -26), (420, 190, 105, 24), (60, 250, 80, 9))
    return 1008 + sum(h * math.exp(-((x - a) ** 2 + (y - b) ** 2) / (2 * s * s)) for a, b, s, h in bumps)


def contour(
    level: float, width: int, depth: int, step: int = 3
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Marching squares: the pieces of one isobar."""
    pieces = []
    for x in range(0, width, step):
        for y in range(0, depth, step):
            corners = [(x, y), (x + step, y), (x + step, y + step), (x, y + step)]
            found = []
            for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True):
                a, b = pressure(x0, y0) - level, pressure(x1, y1) - level
                if (a < 0) != (b < 0):
                    part = a / (a - b)
                    found.append((x0 + part * (x1 - x0), y0 + part * (y1 - y0)))
            if len(found) == 2:
                pieces.append((found[0], found[1]))
    return pieces


COAST = [(205, 262), (212, 236), (196, 214), (210, 196), (232, 190), (226, 166), (246, 150), (240, 128), (258, 112),
         (250, 92), (268, 76), (262, 52), (284, 40), (300, 58), (292, 82), (308, 98), (304, 122), (322, 136), (334, 160),
         (326, 182), (342, 200), (360, 212), (352, 236), (366, 262)]  # fmt: skip
ISLE = [(120, 176), (138, 160), (160, 164), (172, 182), (166, 206), (146, 216), (126, 206)]


def draw_isobars() -> None:
    """Noon today, as seen from last night."""
    page = Sheet(500, 262)
    page.box(0, 0, 500, 262, SKY)
    page.shape(smooth(COAST), SAND, GREY, 0.5)
    page.shape(smooth([*ISLE, ISLE[0]]), SAND, GREY, 0.5)
    for level in range(972, 1034, 4):
        strokes = "".join(f"M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}" for (a, b), (c, d) in contour(level, 500, 262))
        page.path(strokes, "none", INK, 0.9 if level % 8 == 0 else 0.45)
    for level, y in ((984, 96), (992, 96), (1000, 96), (1008, 96)):
        x = next((x for x in range(170, 490) if pressure(x, y) >= level), 0)
        page.box(x - 9, y - 5, 18, 10, SKY if x > 320 else SAND)
        page.words(str(level), x, y + 2.6, 7.5, weight=600, anchor="middle")
    cold = smooth([(176, 104), (196, 132), (204, 164), (196, 200), (176, 232), (150, 258)])
    warm = smooth([(176, 104), (214, 104), (256, 120), (292, 146), (318, 180)])
    front(page, cold, BLUE, pointed)
    front(page, warm, RED, rounded)
    for letter, x, y in (("L", 160, 88), ("H", 420, 186), ("L", 338, 34)):
        value = str(round(pressure(x, y)))
        page.words(letter, x, y + 10, 26, RED if letter == "L" else BLUE, weight=800, anchor="middle")
        page.box(x - 9, y + 13.5, 18, 10, SKY)
        page.words(value, x, y + 21, 8, weight=600, anchor="middle")
    page.box(4, 6, 122, 29, SKY)
    page.words("noon, 29 November", 10, 18, 9, weight=700)
    page.words("pressure in hectopascals", 10, 30, 8, GREY)
    page.save("isobars.svg")


def front(page: Sheet, line, ink: str, tooth) -> None:
    """A front: its line, and its teeth at even distances on the side to which it moves."""
    page.line(line, ink, 1.6)
    gone = 0.0
    for (x0, y0), (x1, y1) in pairwise(line):
        gone += math.hypot(x1 - x0, y1 - y0)
        if gone > 26:
            gone = 0.0
            page.shape(tooth(x0, y0, math.atan2(y1 - y0, x1 - x0)), ink)


def pointed(x: float, y: float, turn: float):
    places = ((-6, 0), (6, 0), (0, -9))
    return [
        (x + a * math.cos(turn) - b * math.sin(turn), y + a * math.sin(turn) + b * math.cos(turn)) for a, b in places
    ]


def rounded(x: float, y: float, turn: float):
    return [(x + 6 * math.cos(turn - math.pi * k / 12), y + 6 * math.sin(turn - math.pi * k / 12)) for k in range(13)]


def draw_route() -> None:
    """Nineteen drops in the order that the driver before left behind, improved until no two legs cross."""
    page, chance = Sheet(365, 452), random.Random(9)
    page.box(0, 0, 365, 452, "#f6f3ec")
    sea = smooth([(0, 300), (40, 306), (74, 330), (120, 338), (150, 362), (196, 378), (236, 414), (262, 452)])
    page.shape([*sea, (0, 452)], SKY)
    river = smooth([(365, 92), (322, 112), (280, 150), (232, 168), (190, 214), (160, 262), (130, 300), (112, 338)])
    page.line(river, SKY, 15)
    streets(page)
    rail = smooth([(0, 60), (70, 78), (150, 74), (230, 50), (300, 44), (365, 20)])
    page.line(rail, INK, 1.6)
    page.dashes(rail, 5, 5, "#ffffff", 0.9)
    drops = scatter(chance)
    tour = improved([(56.0, 44.0), *drops])
    page.line([*tour, tour[0]], RED, 1.7)
    for number, (x, y) in enumerate(tour[1:], 1):
        page.disc(x, y, 6.6, "#ffffff", RED, 1.1)
        page.words(str(number), x, y + 2.6, 7.2, weight=700, anchor="middle")
    page.box(47, 35, 18, 18, INK)
    page.words("9", 56, 48.6, 12, "#ffffff", weight=800, anchor="middle")
    for words, x, y, how in (
        ("Loading bay", 72, 41, {}),
        ("the bridge", 236, 150, {"name": ITALIC, "turn": -28}),
        ("the sea, mostly fog", 22, 424, {"name": ITALIC}),
        ("railway", 178, 58, {"name": ITALIC, "turn": -12}),
    ):
        page.words(words, x, y, 9, **{"weight": 600, **how})
    page.line([(274, 438), (346, 438)], INK, 1)
    for x in (274, 310, 346):
        page.line([(x, 434), (x, 442)], INK, 1)
    page.words("2 km", 346, 430, 8, anchor="end", weight=600)
    page.save("route.svg")


def streets(page: Sheet) -> None:
    """A town that was not planned: two families of bent lines."""
    for k in range(11):
        x = 12 + k * 35
        page.line(smooth([(x, 0), (x + 9, 90), (x - 6, 190), (x + 12, 300), (x + 4, 400), (x + 9, 452)]), "#ffffff", 2.6)
    for k in range(13):
        y = 14 + k * 37
        page.line(smooth([(0, y), (90, y - 12), (190, y + 8), (290, y - 6), (365, y + 6)]), "#ffffff", 2.6)


def scatter(chance: random.Random) -> list[tuple[float, float]]:
    """Nineteen doors, none next to another, none in the water."""
    doors: list[tuple[float, float]] = []
    while len(doors) < 19:
        x, y = chance.uniform(22, 343), chance.uniform(78, 350)
        if y < 300 + x * 0.2 and all(math.hypot(x - a, y - b) > 38 for a, b in doors):
            doors.append((x, y))
    return doors


def improved(tour: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Nearest neighbour from the depot, then 2-opt until nothing gets shorter (Croes 1958)."""
    order, left = [tour[0]], tour[1:]
    while left:
        nearest = min(left, key=lambda door: math.dist(order[-1], door))
        left.remove(nearest)
        order.append(nearest)
    better = True
    while better:
        better = False
        for i in range(1, len(order) - 1):
            for k in range(i + 1, len(order)):
                after = order[(k + 1) % len(order)]
                now = math.dist(order[i - 1], order[i]) + math.dist(order[k], after)
                if math.dist(order[i - 1], order[k]) + math.dist(order[i], after) < now - 1e-9:
                    order[i : k + 1] = reversed(order[i : k + 1])
                    better = True
    return order


def draw_anatomy() -> None:
    """A front page with its parts by name."""
    page = Sheet(365, 236)
    x, w = 92.0, 180.0
    page.box(x, 2, w, 232, "#ffffff", INK, 1)
    page.box(x + 8, 9, w - 16, 9, RED)
    page.words("Nameplate", x + w / 2, 43, 21, name=SERIF, weight=700, optical=72, anchor="middle")
    for left in (x + 8, x + w - 30):
        page.box(left, 24, 22, 22, "none", GREY, 0.6)
    page.line([(x + 8, 53), (x + w - 8, 53)], INK, 0.6)
    page.box(x + 8, 59, w - 16, 44, "#b9c7cf")
    body(page, x + 8, 107, 76, 1)
    page.words("Headline", x + 8, 133, 21, name=SERIF, weight=650, optical=40)
    page.words("and the deck below it", x + 8, 145, 9, name=ITALIC, weight=450)
    for leg in range(3):
        body(page, x + 8 + leg * 42, 152, 36, 19)
    page.box(x + w - 46, 118, 38, 108, PALE)
    body(page, x + w - 42, 136, 30, 20)
    labels = (
        ("skybox", 13, x + 8, "left"), ("ear", 35, x + 8, "left"), ("picture", 80, x + 8, "left"),
        ("cutline", 108, x + 8, "left"), ("deck", 142, x + 8, "left"), ("leg", 196, x + 8, "left"),
        ("nameplate", 38, x + w - 36, "right"), ("folio line", 53, x + w - 8, "right"),
        ("headline", 127, x + 92, "right"), ("alley", 182, x + 89, "right"), ("box", 214, x + w - 10, "right"),
    )  # fmt: skip
    for words, y, inner, side in labels:
        outer = 84.0 if side == "left" else 280.0
        page.line([(outer, y), (inner, y)], RED, 0.7)
        page.disc(inner, y, 1.5, RED)
        page.words(
            words,
            outer - 4 if side == "left" else outer + 4,
            y + 3,
            9,
            weight=600,
            anchor="end" if side == "left" else "start",
        )
    page.save("anatomy.svg")


def body(page: Sheet, x: float, y: float, width: float, rows: int) -> None:
    """Lines of type, seen from too far off to read."""
    for row in range(rows):
        short = 0.6 if row == rows - 1 and rows > 1 else 1.0
        page.line([(x, y + row * 4), (x + width * short, y + row * 4)], GREY, 1.4)


def draw_tower() -> None:
    """From reel to folder: the web in red through four pairs of blankets."""
    page = Sheet(560, 332)
    page.box(0, 296, 560, 36, PALE)
    page.line([(0, 296), (560, 296)], INK, 1)
    page.box(222, 20, 116, 276, "#eef1f2", INK, 1)
    for level, ink in enumerate(("#2f8fb5", "#b0306a", "#d9b400", INK)):
        unit(page, 280, 262 - level * 66, ink)
    reel(page, 92, 244, 46)
    reel(page, 30, 268, 24)
    web = [
        (92, 198),
        (150, 198),
        (172, 220),
        (172, 284),
        (184, 290),
        (262, 290),
        (280, 282),
        (280, 14),
        (292, 6),
        (404, 6),
    ]
    page.line(web, RED, 2.2)
    for x, y in ((160, 206), (182, 284), (270, 284), (290, 14), (404, 13)):
        page.disc(x, y, 7, "#ffffff", INK, 0.9)
    page.shape([(388, 70), (472, 70), (430, 172)], "#f7f7f7", INK, 1)
    for k in range(1, 5):
        page.line([(388 + k * 9, 70), (430, 172)], PALE, 1)
    page.line([(410, 9), (430, 66)], RED, 2.2)
    page.line([(430, 172), (430, 214)], RED, 2.2)
    page.disc(414, 236, 20, "#ffffff", INK, 1.2)
    page.disc(454, 236, 20, "#ffffff", INK, 1.2)
    for k in range(7):
        page.shape(
            [(478 + k * 11, 284 - k), (500 + k * 11, 278 - k), (502 + k * 11, 282 - k), (480 + k * 11, 288 - k)],
            "#ffffff",
            INK,
            0.7,
        )
    notes = (
        ("a reel of eighteen kilometres", 92, 180, "middle"), ("the next", 2, 228, "start"), ("reel", 2, 238, "start"),
        ("plate", 222 - 8, 76, "end"), ("blanket", 222 - 8, 110, "end"), ("black", 346, 67, "start"),
        ("yellow", 346, 133, "start"), ("magenta", 346, 199, "start"), ("cyan, the first", 346, 265, "start"),
        ("the former folds", 480, 96, "start"), ("the web lengthwise", 478, 107, "start"),
        ("cut and fold", 482, 240, "start"), ("copies overlap", 482, 262, "start"),
    )  # fmt: skip
    for words, x, y, anchor in notes:
        page.words(words, x, y, 8.6, weight=600, anchor=anchor)
    page.line([(216, 73), (236, 66)], INK, 0.6)
    page.line([(216, 107), (266, 76)], INK, 0.6)
    page.words("THE TOWER", 280, 311, 9, weight=800, anchor="middle")
    page.words("THE REEL STAND", 92, 311, 9, weight=800, anchor="middle")
    page.words("THE FOLDER", 440, 311, 9, weight=800, anchor="middle")
    page.words("Not to scale. The web is red; the copy you hold went this way.", 280, 325, 8.6, weight=500, anchor="middle")
    page.save("tower.svg")


def unit(page: Sheet, x: float, y: float, ink: str) -> None:
    """Two blankets on either side of the web, a plate behind each, and their ink and water rollers."""
    for side in (-1, 1):
        page.disc(x + side * 14, y, 13, "#ffffff", INK, 1.1)
        page.disc(x + side * 38, y - 6, 12, ink, INK, 1.1)
        page.disc(x + side * 38, y - 6, 4, "#ffffff")
        for k, (dx, dy) in enumerate(((48, 10), (36, 14), (50, -22), (38, -25))):
            page.disc(x + side * dx, y + dy, 4.6, ink if k < 2 else SKY, INK, 0.6)


def reel(page: Sheet, x: float, y: float, radius: float) -> None:
    """A reel of newsprint from its end."""
    page.disc(x, y, radius, "#fbfaf6", INK, 1.1)
    ring = radius - 4
    while ring > 9:
        page.disc(x, y, ring, "none", "#cfcabd", 0.6)
        ring -= 4
    page.disc(x, y, 7, SAND, INK, 1)


if __name__ == "__main__":
    draw_isobars()
    draw_route()
    draw_anatomy()
    draw_tower()
