"""The art desk's drawings in SVG: press, sheet, page, patterns, maps, grid, curve, sizes of letter."""

from kit import BLUE, GREY, INK, PALE, RED, SAND, SERIF, Sheet, text_width

GRID = """
EXTRA.MASON
T.Y.G.E.T.O
HYPHENATION
O.E...N.P.C
SOS.EPICURE
..E.D.N.L..
SETTING.ALL
T.T.T...T.A
ANIMOSITIES
M.N.R.C.O.S
PAGES.ENNUI
""".split()


def draw_crossword() -> None:
    """The empty grid of crossword 212, numbered by the usual rule."""
    cell, rows = 24.0, GRID
    page = Sheet(11 * cell + 3, 11 * cell + 3)
    page.box(0, 0, page.width, page.depth, INK)
    count = 0
    for r, row in enumerate(rows):
        for c, letter in enumerate(row):
            if letter == ".":
                continue
            x, y = 1.5 + c * cell, 1.5 + r * cell
            page.box(x + 0.5, y + 0.5, cell - 1, cell - 1, "#ffffff")
            starts_row = (c == 0 or row[c - 1] == ".") and c < 10 and row[c + 1] != "."
            starts_column = (r == 0 or rows[r - 1][c] == ".") and r < 10 and rows[r + 1][c] != "."
            if starts_row or starts_column:
                count += 1
                page.words(str(count), x + 2.2, y + 8, 7, weight=500)
    page.save("grid.svg")


PATTERNS = ("hy3ph", "he2n", "hena4", "hen5at", "1na", "n2at", "1tio", "2io", "o2n")


def draw_patterns() -> None:
    """Liang's example: the scraps that match 'hyphenation' and the largest figure at each gap."""
    word, step, left, top, row = "hyphenation", 31.0, 22.0, 62.0, 22.0
    page = Sheet(365, top + row * len(PATTERNS) + 92)
    best = [0] * (len(word) + 1)
    for i, letter in enumerate(word):
        page.words(letter, left + step * (i + 0.5), 38, 34, name=SERIF, weight=500, optical=36, anchor="middle")
    page.line([(left, 50), (left + step * len(word), 50)], INK, 0.7)
    for n, pattern in enumerate(PATTERNS):
        letters = "".join(c for c in pattern if not c.isdigit())
        start, y, at = word.find(letters), top + row * (n + 0.75), 0
        x0 = left + step * start
        page.box(x0 + 3, y - 15, step * len(letters) - 6, 19.5, SAND)
        for c in pattern:
            if c.isdigit():
                gap = start + at
                best[gap] = max(best[gap], int(c))
                odd = int(c) % 2 == 1
                x = left + step * gap
                page.disc(x, y - 5.2, 6.6, RED if odd else "#ffffff", RED if odd else GREY, 0.7)
                page.words(c, x, y - 2, 9, "#ffffff" if odd else "#333333", weight=700, anchor="middle")
            else:
                page.words(c, left + step * (start + at + 0.5), y, 15, name=SERIF, weight=400, anchor="middle")
                at += 1
    y = top + row * len(PATTERNS) + 12
    page.line([(left, y), (left + step * len(word), y)], INK, 0.7)
    for gap in range(1, len(word)):
        x = left + step * gap
        if best[gap]:
            odd = best[gap] % 2 == 1
            page.disc(x, y + 15, 8, RED if odd else "#ffffff", RED if odd else GREY, 0.8)
            page.words(str(best[gap]), x, y + 18.8, 11, "#ffffff" if odd else "#333333", weight=700, anchor="middle")
    breaks = [g for g in range(2, len(word) - 2) if best[g] % 2 == 1]
    pieces = [word[a:b] for a, b in zip([0, *breaks], [*breaks, len(word)], strict=True)]
    page.words("-".join(pieces), page.width / 2, y + 62, 36, name=SERIF, weight=600, optical=40, anchor="middle")
    page.save("patterns.svg")


OUTER = ((5, 12, 9, 8), (4, 13, 16, 1))
INNER = ((7, 10, 11, 6), (2, 15, 14, 3))


def draw_sheet() -> None:
    """Both sides of a sheet of sixteen pages; heads meet in the middle."""
    page, w, h = Sheet(365, 214), 41.0, 54.0
    for side, (rows, title) in enumerate(((OUTER, "OUTSIDE"), (INNER, "INSIDE"))):
        left, top = 6 + side * 186, 28
        page.words(title, left, top - 10, 8.5, RED, weight=800)
        page.box(left + 3, top + 3, 4 * w, 2 * h + 74, PALE)
        for r, row in enumerate(rows):
            for c, folio in enumerate(row):
                draw_leaf(page, left + c * w, top + r * (h + 37), w, h + 37, folio, head_down=r == 0)
        middle = top + h + 37
        page.dashes([(left, middle), (left + 4 * w, middle)], 4, 3, RED, 0.9)
        for c in (1, 2, 3):
            page.dashes([(left + c * w, top), (left + c * w, top + 2 * (h + 37))], 4, 3, RED if c == 2 else GREY, 0.9)
        page.box(left, top, 4 * w, 2 * (h + 37), "none", INK, 0.8)
    page.save("sheet.svg")


def draw_leaf(page: Sheet, x: float, y: float, w: float, h: float, folio: int, *, head_down: bool) -> None:
    page.box(x, y, w, h, "#ffffff")
    sign = -1 if head_down else 1
    cy, turn = y + h / 2, 180 if head_down else 0
    page.words(str(folio), x + w / 2, cy + sign * 9, 26, name=SERIF, weight=600, optical=40, anchor="middle", turn=turn)
    head = cy - sign * (h / 2 - 9)
    page.line([(x + 7, head), (x + w - 7, head)], INK, 1.4)
    for k in range(4):
        yy = cy + sign * (20 + 4.5 * k)
        for a, b in ((7, w / 2 - 1.5), (w / 2 + 1.5, w - 7)):
            page.line([(x + a, yy), (x + b, yy)], "#bdbdbd", 0.8)


def draw_curve() -> None:
    """Cost of a copy against copies printed: first-copy cost shared, plus the cost of one more copy."""
    page, left, top, w, h = Sheet(365, 204), 30.0, 8.0, 314.0, 164.0
    def place(copies: float, euros: float) -> tuple[float, float]:
        return left + w * copies / 100.0, top + h * (1 - euros / 3.2)
    for euros in (0, 1, 2, 3):
        y = place(0, euros)[1]
        page.line([(left, y), (left + w, y)], INK if euros == 0 else "#c9c9c9", 0.8 if euros == 0 else 0.5)
        page.words(f"€{euros}", left - 6, y + 3, 9, weight=600, anchor="end")
    for thousands in (0, 20, 40, 60, 80, 100):
        x = place(thousands, 0)[0]
        page.line([(x, top + h), (x, top + h + 4)], INK, 0.8)
        page.words(f"{thousands},000" if thousands else "0", x, top + h + 15, 8, weight=500, anchor="middle")
    curve = [(c / 4, 30.0 / (c / 4) + 0.07) for c in range(39, 401)]
    points = [place(c, e) for c, e in curve if e <= 3.2]
    page.shape([*points, place(100, 0), (points[0][0], top + h)], SAND)
    floor = [place(9.6, 0.07), place(100, 0.07)]
    page.line(floor, BLUE, 1.6)
    page.line(points, RED, 2.6)
    page.words("What one copy costs, with its share of the night", left + 84, top + 66, 10, RED, weight=700)
    page.words("What one more copy costs: seven cents", left + 44, top + h - 14, 9, BLUE, weight=700)
    page.words("copies printed", left + w, top + h + 29, 8.5, weight=500, anchor="end")
    for copies in (10, 20, 100):
        x, y = place(copies, 30.0 / copies + 0.07)
        page.disc(x, y, 3.4, "#ffffff", RED, 1.6)
    page.words("€3.07", place(10, 0)[0] + 9, place(0, 3.07)[1] + 6, 9, weight=700)
    page.words("€1.57", place(20, 0)[0] + 8, place(0, 1.57)[1] - 3, 9, weight=700)
    page.words("€0.37", place(100, 0)[0], place(0, 0.37)[1] - 8, 9, weight=700, anchor="end")
    page.save("curve.svg")


def draw_sizes() -> None:
    """The same letters cut for six points and for seventy-two, brought to one size."""
    page = Sheet(493, 222)
    for row, (optical, note) in enumerate(((6, "cut for 6 points"), (72, "cut for 72 points"))):
        y = 86 + row * 104
        page.line([(0, y), (493, y)], "#c9c9c9", 0.5)
        size, width = 104.0, text_width("Ragefn", 104.0, SERIF, 400, optical)
        x = 2.0
        page.words("Ragefn", x, y, size, INK if row else RED, name=SERIF, weight=400, optical=optical)
        page.words(note, 493, y - 6, 10, weight=700, anchor="end")
        page.words("shown as if both were 104", 493, y + 12, 8, "#555555", weight=500, anchor="end")
        page.line([(x + width + 6, y), (x + width + 6, y - size * 0.46)], GREY, 0.6)
    page.save("sizes.svg")
