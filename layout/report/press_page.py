"""The press's report as a page for people: whether it may be printed, ink, rules, fonts, pictures, files.

Takes a `PressReport` and a house style, gives `Pages` of one page, to be drawn as any page is. A list that is longer than its
place begins with what wants looking at and ends with how much more there is in `press-report.json`.
"""

from dataclasses import replace
from pathlib import Path

from layout.diagnostics import Severity, Span
from layout.elements.dates import long_date
from layout.model.ink import Ink
from layout.model.page import Fill, Page, Pages, Placed
from layout.model.press_report import PressReport
from layout.model.style import Align, Style
from layout.model.text import Inline
from layout.record import record
from layout.typeset.setting import set_display, text_width
from layout.typeset.typecase import Typecase
from layout.units import Emu, mm, pt, to_mm

_LANGUAGE = "en-GB"
_NOWHERE = Span(Path("press-report.pdf"), 1)
_INKS = {"Cyan": Ink(cyan=1000), "Magenta": Ink(magenta=1000), "Yellow": Ink(yellow=1000), "Black": Ink(black=850)}
_SPOT = Ink(black=400)
_RULE = Ink(black=1000)
_LIMIT = Ink(magenta=1000, yellow=1000)
_HAIR = pt(0.5)
_CHART = mm(24)
_INSET = pt(3)
"""White between a column and the next."""

_GAP = mm(5)
_NARROWEST = mm(4)
"""Pages closer to one another than this have no room for every figure."""

_DIGITS = 12
"""How much of a digest is shown, to tell files apart by eye; the whole is in press-report.json."""

_NAME_START = 8
"""Letters at the beginning of a name that stay where it is cut; its end tells it from its like."""

_MOST_FOUND = 24
_GRAVITY = {severity.value: -order for order, severity in enumerate(Severity)}


@record
class _Table:
    """A list under a heading. `shares` are the widths of its columns; those of figures, which range right, are negative."""

    heading: str
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


def press_page(report: PressReport, case: Typecase, style: Style) -> Pages:
    """The page, in a style that has the text roles of the house's `a4`."""
    sheet, page = _Sheet(case, style), style.page
    x, width, foot = page.margin_outside, page.live_width, page.depth - page.margin_foot
    half = (width - _GAP) // 2
    y = _write_head(sheet, report, page.margin_top)
    if report.inks:
        y = _draw_inks(sheet, report, y)
    found, passed, fonts, pictures, files = (make(report) for make in _TABLES)
    found, passed = sheet.wrapped(found, width), sheet.wrapped(passed, half)
    if found.rows:
        y = sheet.table(found, x, y, width, min(_MOST_FOUND, len(found.rows)))
    longest = max(len(fonts.rows), len(pictures.rows))
    wanted = (-(-len(passed.rows) // 2), longest, -(-len(files.rows) // 2))
    rows = _shared((foot - y - sheet.depth_of(0) * len(wanted)) // sheet.row, wanted)
    y = sheet.in_two(passed, x, y, half, rows[0])
    sheet.table(fonts, x, y, half, rows[1])
    sheet.table(pictures, x + half + _GAP, y, half, rows[1])
    sheet.in_two(files, x, foot - sheet.depth_of(rows[2]), half, rows[2])
    live = (x, page.margin_top, width, foot - page.margin_top)
    title = f"{report.publication}, {report.date.isoformat()}, press report"
    return Pages(title, _LANGUAGE, (Page(1, page.width, page.depth, 0, live, tuple(sheet.placed)),), ())


def _shared(rows: int, wanted: tuple[int, ...]) -> list[int]:
    """Rows for tables that want so many: all that they want, or else what makes the shortest as long as can be."""
    given = [0] * len(wanted)
    for _ in range(max(0, min(rows, sum(wanted)))):
        shortest = min((at for at, most in enumerate(wanted) if given[at] < most), key=given.__getitem__)
        given[shortest] += 1
    return given


class _Sheet:
    """A page while it is filled; `y` is that of baselines."""

    def __init__(self, case: Typecase, style: Style) -> None:
        self.placed: list[Placed] = []
        self.row = style.text["cutline"].leading
        self.page = style.page
        self._case, self._style = case, style

    def line(self, words: str, role: str, x: Emu, y: Emu, width: Emu, align: Align = Align.LEFT) -> None:
        """Words on one line, cut where they are too long for it."""
        style = replace(self._style.text[role], align=align)
        if text_width(self._case, words, style, _LANGUAGE) > width:
            words = self._cut(words, role, width)
        for line in set_display(self._case, (Inline(words, _NOWHERE),), style, _LANGUAGE, width):
            self.placed += [Placed(x + dx, y, glyphs) for dx, glyphs in line.glyphs]

    def _cut(self, words: str, role: str, width: Emu) -> str:
        """Words without their end, or a name without its middle."""
        style = self._style.text[role]

        def kept(letters: int) -> str:
            if " " in words:
                return f"{words[:letters].rstrip()}…"
            return f"{words[:_NAME_START]}…{words[len(words) - letters :]}"

        short, long = 0, len(words)
        while short < long:
            middle = (short + long + 1) // 2
            fits = text_width(self._case, kept(middle), style, _LANGUAGE) <= width
            short, long = (middle, long) if fits else (short, middle - 1)
        return kept(short)

    def wrapped(self, table: _Table, width: Emu) -> _Table:
        """A table with the last words of its rows on as many lines as they need; those after the first have nothing else."""
        across = round(table.shares[-1] * width) - _INSET
        rows = tuple(
            (*(row[:-1] if not number else ("",) * len(row[:-1])), line)
            for row in table.rows
            for number, line in enumerate(self._lines(row[-1], across))
        )
        return replace(table, rows=rows)

    def _lines(self, words: str, width: Emu) -> list[str]:
        """Words on lines that they fit on."""
        style, lines = self._style.text["cutline"], [""]
        for word in words.split():
            longer = f"{lines[-1]} {word}".lstrip()
            if lines[-1] and text_width(self._case, longer, style, _LANGUAGE) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def fill(self, x: Emu, y: Emu, width: Emu, depth: Emu, ink: Ink = _RULE) -> None:
        """A filled rectangle."""
        self.placed.append(Placed(x, y, Fill(width, depth, ink)))

    def heading(self, words: str, x: Emu, y: Emu, width: Emu) -> Emu:
        """A heading over a hairline; gives where its text begins."""
        self.line(words, "byline", x, y + self.row * 3 // 4, width)
        self.fill(x, y + self.row * 5 // 4, width, _HAIR)
        return y + self.row * 3 // 2

    def depth_of(self, rows: int) -> Emu:
        """How deep a table of so many rows is, with white below."""
        return (rows + 2) * self.row + self.row // 2

    def table(self, table: _Table, x: Emu, y: Emu, width: Emu, rows: int) -> Emu:
        """A table cut to so many rows, with how many more there are; gives where it ends."""
        top, listed = self.heading(table.heading, x, y, width), table.rows
        if len(listed) > rows:
            shown = max(0, rows - 1)
            while shown and not listed[shown][0]:  # the rest of a row that would be cut
                shown -= 1
            more = f"and {sum(bool(row[0]) for row in listed[shown:])} more in press-report.json"
            listed = listed[:shown]
            self.line(more, "cutline", x, top + len(listed) * self.row + self.row * 3 // 4, width)
        for number, row in enumerate(listed):
            self._row(row, table.shares, x, top + number * self.row + self.row * 3 // 4, width)
        return y + self.depth_of(rows)

    def in_two(self, table: _Table, x: Emu, y: Emu, width: Emu, rows: int) -> Emu:
        """A table in two parts side by side, each of this width and cut to so many rows."""
        first, rest = table.rows[:rows], table.rows[rows:]
        self.table(_Table(table.heading, table.shares, first), x, y, width, rows)
        return self.table(_Table("", table.shares, rest), x + width + _GAP, y, width, rows)

    def _row(self, row: tuple[str, ...], shares: tuple[float, ...], x: Emu, y: Emu, width: Emu) -> None:
        for words, share in zip(row, shares, strict=True):
            across = round(abs(share) * width)
            align = Align.RIGHT if share < 0 else Align.LEFT
            if words:
                self.line(words, "cutline", x, y, across - _INSET * (share > 0), align)
            x += across


def _write_head(sheet: _Sheet, report: PressReport, y: Emu) -> Emu:
    """What the issue is, and whether it may be printed."""
    x, width = sheet.page.margin_outside, sheet.page.live_width
    sheet.line("Press report", "kicker", x, y + pt(8), width)
    sheet.line(report.publication, "headline-2", x, y + pt(34), width)
    for words, down in ((long_date(report.date, _LANGUAGE), pt(22)), (_verdict(report), pt(34))):
        sheet.line(words, "folio-page", x, y + down, width, Align.RIGHT)
    size = f"{to_mm(report.width):g} × {to_mm(report.depth):g} mm"
    facts = (f"{report.pages} pages of {size}", f"press {report.press}", report.standard, report.condition)
    sheet.line(" · ".join(filter(None, facts)), "cutline", x, y + pt(48), width)
    sheet.fill(x, y + pt(55), width, pt(1.5))
    return y + pt(60)


def _verdict(report: PressReport) -> str:
    told = [
        f"{count} rule{'s' * (count > 1)} with {severity.value}s"
        for severity in reversed(Severity)
        if (count := report.count(severity))
    ]
    return ", ".join(told) or "nothing to complain of"


def _draw_inks(sheet: _Sheet, report: PressReport, y: Emu) -> Emu:
    """Each page's plates as a bar of their means, under a tick at the most ink anywhere; the press's limit is a line."""
    x, width = sheet.page.margin_outside, sheet.page.live_width
    heading = f"Ink by page: mean of each plate, most anywhere in percent (limit {report.ink_limit / 10:g})"
    if any(ink.partial for ink in report.inks):
        heading += "; + without PDFs that were supplied"
    top = sheet.heading(heading, x, y, width)
    foot, highest = top + _CHART, max(report.ink_limit, *(ink.most for ink in report.inks))
    step, scale = width // len(report.inks), (_CHART - pt(2)) / highest
    every = -(-_NARROWEST // step)
    sheet.fill(x, foot - round(report.ink_limit * scale), width, _HAIR, _LIMIT)
    for number, ink in enumerate(report.inks):
        left, at = x + number * step, foot
        bar = min(step * 3 // 4, mm(6))
        inset = (step - bar) // 2
        for name, amount in ink.plates:
            depth = round(amount * scale)
            at -= depth
            sheet.fill(left + inset, at, bar, depth, _INKS.get(name, _SPOT))
        sheet.fill(left + inset, foot - round(ink.most * scale), bar, pt(1))
        if number % every == 0:
            align = Align.CENTRE if every == 1 else Align.LEFT
            sheet.line(f"{ink.page}", "byline", left, foot + sheet.row, every * step, align)
            sheet.line(
                f"{ink.most / 10:.0f}{'+' * ink.partial}", "cutline", left, foot + 2 * sheet.row, every * step, align
            )
    sheet.fill(x, foot, width, _HAIR)
    return foot + 3 * sheet.row


def _findings(report: PressReport) -> _Table:
    """The rules that found something, the gravest first."""
    found = sorted((rule for rule in report.rules if rule.severity), key=lambda rule: _GRAVITY[rule.result])
    rows = tuple((rule.code, rule.result, rule.figure) for rule in found)
    return _Table("To be looked at", (0.07, 0.1, 0.83), rows)


def _passed(report: PressReport) -> _Table:
    rows = tuple((rule.code, rule.figure or rule.title) for rule in report.rules if not rule.severity)
    return _Table(f"{len(rows)} faults were looked for and not found", (0.1, 0.9), rows)


def _fonts(report: PressReport) -> _Table:
    """Fonts, those first that are not embedded."""
    ordered = sorted(report.fonts, key=lambda font: font.embedded)
    rows = tuple(
        (font.name.split("+")[-1], "" if font.embedded else "missing", f"{len(font.pages)} p.") for font in ordered
    )
    embedded = "all embedded" if all(font.embedded for font in ordered) else "embedded but for those marked"
    return _Table(f"{len(rows)} fonts, {embedded}", (0.7, 0.15, -0.15), rows)


def _pictures(report: PressReport) -> _Table:
    """Pictures, those of the least resolution first."""
    ordered = sorted(report.pictures, key=lambda picture: picture.ppi)
    rows = tuple(
        (
            f"p. {picture.place.page}",
            f"{to_mm(picture.place.width):.0f} × {to_mm(picture.place.depth):.0f} mm",
            picture.space,
            f"{picture.ppi} ppi",
        )
        for picture in ordered
    )
    return _Table(f"{len(rows)} pictures", (0.1, 0.3, 0.4, -0.2), rows)


def _files(report: PressReport) -> _Table:
    rows = tuple((file.name, f"{file.octets / 1000:,.0f} kB", file.sha256[:_DIGITS]) for file in report.files)
    return _Table(f"{len(rows)} files, with the first {_DIGITS} digits of their SHA-256", (0.63, -0.14, -0.23), rows)


_TABLES = (_findings, _passed, _fonts, _pictures, _files)
