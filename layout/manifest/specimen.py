"""Specimens: an issue that shows a house style on its own front page, and one that shows a font family.

Takes a `Style`, or a family's name and its faces; gives file names with their texts, as `starter` does, so that a
specimen is read, set and checked as any issue is. Its first page is the specimen; what stories leave over goes on behind
it, so that the page is full whatever the format. Writes nothing.
"""

from collections.abc import Iterator, Mapping

from layout.model.style import PageStyle, Posture, Style, TextStyle
from layout.typeset.faces import Faces
from layout.units import EMU_PER_PT, to_mm

MANIFEST = "issues/specimen/issue.yaml"
"""The specimen's manifest among the files."""

_WEIGHTS = range(100, 1000, 100)
_SIZES_PT = (8, 12, 20, 40, 72)

_HEAD = """\
layout: 1
slug: {slug}
publication: {title}
date: 2026-11-22
number: {number}
language: en
style: {style}
pages: {{min: 1, max: 9}}
"""

_FRONT = """\
nameplate:
  title: {title}
  motto: "motto, {motto}"
  left_ear: "{width:g} × {depth:g} mm\\n{units} units across\\n{rows} rows of {leading:g} pt"
  right_ear: "ear\\n{ear}\\n{legs} legs"

pictures:
  - {{id: grid, file: grid.svg, cutline: "cutline, {cutline}: two facing pages, their margins and units"}}
slogans:
  - {{id: banner, lines: ["slogan-banner, {banner}"], look: banner}}
boxes:
  - {{id: plain, headline: box-headline, look: plain, text: "The look *plain*. Boxes speak in a voice of their own: box-body, {box}."}}
  - {{id: tinted, headline: "{box_headline}", look: tinted, text: "The look *tinted*, for what stands beside a story and may be read without it."}}
  - {{id: framed, headline: "See box", look: framed, text: "The look *framed*, for figures, dates, **names** and whatever a reader cuts out."}}

articles:
  - {{slug: lead, story: lead.md, priority: 1, jump: {{to: 2}}, pictures: [grid]}}
  - {{slug: second, story: second.md, priority: 2, jump: {{to: 3}}}}
  - {{slug: third, story: third.md, priority: 3, jump: {{to: 3}}}}
  - {{slug: fourth, story: fourth.md, priority: 4, jump: {{to: 3}}}}

dummy:
  - page: 1
    furniture: front
    slots:
      - {{article: lead, columns: 1-{units}, rows: 1-{lead}}}
      - {{slogan: banner, columns: 1-{units}, rows: {banner_rows}}}
      - {{box: plain, columns: 1-{third}, rows: {box_rows}}}
      - {{box: tinted, columns: {next}-{two_thirds}, rows: {box_rows}}}
      - {{box: framed, columns: {last}-{units}, rows: {box_rows}}}
      - {{article: second, columns: 1-{third}, rows: {foot}-{rows}}}
      - {{article: third, columns: {next}-{two_thirds}, rows: {foot}-{rows}}}
      - {{article: fourth, columns: {last}-{units}, rows: {foot}-{rows}}}
  - page: 2
    slots:
      - {{article: lead, columns: 1-{units}}}
  - page: 3
    slots:
      - {{article: second, columns: 1-{third}}}
      - {{article: third, columns: {next}-{two_thirds}}}
      - {{article: fourth, columns: {last}-{units}}}
"""

_STORY = """\
---
kicker: "{kicker}"
headline: "{headline}"
deck: "{deck}"
byline: "{byline}"
---
{text}
"""

_OPENING = """\
The first letter is a drop-cap and this paragraph the lede: it stands without indent and says in one breath what the
story is about. The body that follows is {body}.

## subhead, {subhead}

- A list has its marks in the margin of the leg,
- and **bold** and *italic* where they are written.

::: slogan
slogan
{slogan}
:::

::: pullquote {{credit="pull-quote-credit"}}
pull-quote, {quote}
:::
"""

_PARAGRAPHS = (
    "A page is read from far to near. From across the room one sees the paper, from across the table the headline, and "
    "only with the thing in one's hands the words. Each of the three asks for letters of its own.",
    "Small letters want to be wide and open, with sturdy hairlines, since ink spreads and eyes tire. Large ones may stand "
    "close and show their contrast. The same design, drawn for one size and blown up to another, looks clumsy or faint.",
    "White is not what is left over. It says which things belong together: less of it within a story than around it, less "
    "between headline and deck than between one story and the next. Where white does that, no rule is wanted.",
    "A leg of forty letters is quick to read, as the eye finds the next line without looking for it. Fewer make holes "
    "between the words, more make the reader lose the way back. *Newspapers found this out long before anybody measured it.*",
    "Lines stand on one grid from the first leg to the last, so that those of neighbours meet across the alley. Nobody "
    "notices. Everybody notices when they do not, though few could say what is wrong.",
    "A good headline is too long by one word, which is then taken out. **A good deck says what the headline could not.** "
    "A good byline is a name that readers look for.",
    "Figures are a test of any type: 1,234 tons, 56 per cent, 7.89 euros, the years 1605 and 2026. So are capitals, as in "
    "NATO or the BBC, and the names of Łódź, Málaga, Göttingen, Besançon and Århus.",
)

_LETTERS = (
    "ÀÁÂÃÄÅĀĂĄÆÇĆĈĊČĎĐÈÉÊËĒĖĘĚĜĞĠĢĤĦÌÍÎÏĪĮİĴĶĹĻĽŁ ÑŃŅŇŊÒÓÔÕÖØŌŐŒŔŖŘŚŜŞŠŢŤŦÙÚÛÜŪŬŮŰŲŴÝŶŸŹŻŽÞ",
    "àáâãäåāăąæçćĉċčďđèéêëēėęěĝğġģĥħìíîïīįıĵķĺļľł ñńņňŋòóôõöøōőœŕŗřśŝşšţťŧùúûüūŭůűųŵýŷÿźżžþß",
)
_FIGURES = "0123456789 £€$¥ % ½ ¼ ° № & @ * † § ¶ ( ) [ ] « » “ ” ‘ ’ – — … ? ! ¿ ¡"


def style_specimen(style: Style) -> Mapping[str, str]:
    """Headlines, deck, body, boxes and slogans of a style on its front page, each with its role, face and size."""
    text, page, rows = style.text, style.page, style.page.rows
    lead, third = rows * 2 // 5, max(1, page.units // 3)
    boxes, units = 13, page.units
    front = _FRONT.format(
        title=style.name.title(), width=to_mm(page.width), depth=to_mm(page.depth), units=units, rows=rows,
        leading=page.leading / EMU_PER_PT, legs=style.makeup.legs, motto=_cast(text["motto"]), ear=_cast(text["ear"]),
        cutline=_cast(text["cutline"]), banner=_size(text["slogan-banner"]), box=_cast(text.get("box-body", text["body"])),
        box_headline=_cast(text["box-headline"]), lead=lead, banner_rows=f"{lead + 2}-{lead + 7}",
        box_rows=f"{lead + 9}-{lead + 7 + boxes}", foot=lead + 9 + boxes, third=third, next=third + 1,
        two_thirds=2 * third, last=2 * third + 1,
    )  # fmt: skip
    opening = _OPENING.format(
        body=_cast(text["body"]), subhead=_cast(text["subhead"]), slogan=_cast(text["slogan"]),
        quote=_cast(text["pull-quote"]),
    )  # fmt: skip
    stories = {"lead": opening + "\n" + _filling(style, units, lead, 0)}
    for number, name in enumerate(("second", "third", "fourth"), 1):
        stories[name] = _filling(style, third, rows - lead - boxes, number)
    files = {f"issues/specimen/{name}.md": _story(style, number, told) for number, (name, told) in enumerate(stories.items(), 1)}
    head = _HEAD.format(slug=style.name, title=style.name.title(), number=1, style=style.name)
    return {MANIFEST: head + front, "issues/specimen/grid.svg": _spread(page), **files}


def _story(style: Style, size: int, told: str) -> str:
    role, text = f"headline-{size}", style.text
    return _STORY.format(
        kicker=f"kicker, {_cast(text['kicker'])}", headline=f"{role}, {_size(text[role])}",
        deck=f"deck, {_cast(text.get(f'deck-{size}', text['deck']))}", byline=f"byline, {text['byline'].family}", text=told,
    )  # fmt: skip


def _filling(style: Style, units: int, rows: int, start: int) -> str:
    """Paragraphs enough for a place so many units wide and rows deep, from paragraph `start` on, and round."""
    body = style.text["body"]
    letters = style.page.width_of(units) * rows * 5 // (2 * body.size)
    told: list[str] = []
    while sum(map(len, told)) < letters:
        told.append(_PARAGRAPHS[(start + len(told)) % len(_PARAGRAPHS)])
    return "\n\n".join(told)


def _cast(role: TextStyle) -> str:
    posture = " italic" if role.posture is Posture.ITALIC else ""
    return f"{role.family} {role.weight}{posture}, {_size(role)}"


def _size(role: TextStyle) -> str:
    return f"{role.size / EMU_PER_PT:g} on {role.leading / EMU_PER_PT:g}"


def _spread(page: PageStyle) -> str:
    """Two facing pages with their units, as SVG."""
    shapes = []
    for side, left in ((page.margin_outside, 0), (page.margin_inside, page.width)):
        shapes.append(_rectangle(left, 0, page.width, page.depth, 'fill="#fff" stroke="#000" stroke-width="1"'))
        depth = page.depth - page.margin_top - page.margin_foot
        for unit in range(page.units):
            x = left + side + page.left_of(unit)
            shapes.append(_rectangle(x, page.margin_top, page.width_of(1), depth, 'fill="#ddd"'))
    size = f'width="{2 * to_mm(page.width):g}" height="{to_mm(page.depth):g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(shapes)}</svg>\n'


def _rectangle(x: int, y: int, width: int, depth: int, dress: str) -> str:
    x_mm, y_mm, width_mm, depth_mm = (round(to_mm(length), 2) for length in (x, y, width, depth))
    return f'<rect x="{x_mm}" y="{y_mm}" width="{width_mm}" height="{depth_mm}" {dress}/>'
