"""Specimens: an issue that shows a house style on its own front page, and one that shows a font family.

Takes a `Style`, or a family's name and its faces; gives file names with their texts, as `starter` does, so that a
specimen is read, set and checked as any issue is. Its first page is the specimen; what stories leave over goes on behind
it, so that the page is full whatever the format. Writes nothing.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from layout.model.style import PageStyle, Posture, Style, TextStyle
from layout.typeset.faces import Faces
from layout.typeset.shape import Shaper, missing
from layout.units import EMU_PER_MM, EMU_PER_PT, to_mm

MANIFEST = "issues/specimen/issue.yaml"
"""The specimen's manifest among the files."""

_HAIR = EMU_PER_MM // 2
_OUTLINE = 'fill="#fff" stroke="#000" stroke-width="2"'
_WEIGHTS = range(100, 1000, 100)
_SIZES_PT = (8, 14, 32, 60)

_HEAD = """\
layout: 1
slug: {slug}
publication: {title}
date: 2026-11-22
number: {number}
language: en-GB
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
  - {{id: framed, headline: "See box", look: framed, text: "| The look *framed* | 2026 |\\n|---|--:|\\n| table, {table} | 1,234 |\\n| Whatever a reader cuts out | 56 |"}}

articles:
  - slug: lead
    story: lead.md
    priority: 1
    kicker: "kicker, {kicker}"
    byline: "byline, {byline}"
    pictures: [grid]
    jump: {{to: 2}}
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
headline: "{headline}"
deck: "{deck}"
---
{text}
"""

_OPENING = """\
The first letter is a drop-cap and this paragraph the lede: it stands without indent and says in one breath what the
story is about. The body that follows is {body}.

::: pullquote {{credit="pull-quote-credit"}}
pull-quote, {quote}
:::

## subhead, {subhead}

- A list has its marks in the margin of the leg,
- and **bold** and *italic* where they are written.

::: slogan
slogan
{slogan}
:::
"""

PROSE = """\
A page is read from far to near. From across the room one sees the paper, from across the table the headline, and only
with the thing in one's hands the words. Each of the three asks for letters of its own.

Small letters want to be wide and open, with sturdy hairlines, since ink spreads and eyes tire. Large ones may stand
close and show their contrast. The same design, drawn for one size and blown up to another, looks clumsy or faint.

White is not what is left over. It says which things belong together: less of it within a story than around it, less
between headline and deck than between one story and the next. Where white does that, no rule is wanted.

A leg of forty letters is quick to read, as the eye finds the next line without looking for it. Fewer make holes
between the words, more make the reader lose the way back. *Newspapers found this out long before anybody measured
it.*

Lines stand on one grid from the first leg to the last, so that those of neighbours meet across the alley. Nobody
notices. Everybody notices when they do not, though few could say what is wrong.

A good headline is too long by one word, which is then taken out. **A good deck says what the headline could not.** A
good byline is a name that readers look for.

Figures are a test of any type: 1,234 tons, 56 per cent, 7.89 euros, the years 1605 and 2026. So are capitals, as in
NATO or the BBC, and the names of Łódź, Málaga, Göttingen, Besançon and Århus.

The nameplate is the one word of the paper that nobody reads. It is recognised, as a friend is from behind, and that
is why it is changed once in a generation and mourned for a week.

Rules are fences: good ones are thin and stand where somebody might stray. *A frame round everything is a frame round
nothing.* The tint behind a box has to be as light as paper that has lain in a window.

A picture says where to look, so it wants one place on the page that is clearly its own, and words below that tell
what the eye cannot: who, where, when, and whether it ended well.

Three lines of drop cap, no more. The letter stands on the third baseline and reaches to the height of the capitals,
and whatever has been lost in dignity since scribes did this in gold is made up for in readers.

Italics whisper, **bold type points**, capitals raise their voice. A page on which all three are used is a quarrel,
and people cross the street to get away from quarrels.

Late at night the last story is always four lines too long. The sub-editor reads it once more from the end, takes out
what the writer liked best, and it fits. In the morning nobody misses anything, except the writer."""
"""What stories say where nobody has written one: English, of the length of usual paragraphs."""

_LETTERS = (
    "ÀÁÂÃÄÅĀĂĄÆÇĆĈĊČĎĐÈÉÊËĒĖĘĚĜĞĠĢĤĦÌÍÎÏĪĮİĴĶĹĻĽŁ ÑŃŅŇŊÒÓÔÕÖØŌŐŒŔŖŘŚŜŞŠŢŤŦÙÚÛÜŪŬŮŰŲŴÝŶŸŹŻŽÞ "
    "àáâãäåāăąæçćĉċčďđèéêëēėęěĝğġģĥħìíîïīįıĵķĺļľł ñńņňŋòóôõöøōőœŕŗřśŝşšţťŧùúûüūŭůűųŵýŷÿźżžþß"
)
_FIGURES = "0123456789 £€$¥ % ½ ¼ ° № & @ * † § ¶ ( ) [ ] « » “ ” ‘ ’ – — … ? ! ¿ ¡"


def style_specimen(style: Style) -> Mapping[str, str]:
    """Headlines, deck, body, boxes and slogans of a style on its front page, each with its role, face and size."""
    text, page, rows = style.text, style.page, style.page.rows
    lead, third = rows * 2 // 5 - 2, max(1, page.units // 3)
    boxes, units = 9, page.units
    front = _FRONT.format(
        title=style.name.title(), width=to_mm(page.width), depth=to_mm(page.depth), units=units, rows=rows,
        leading=page.leading / EMU_PER_PT, legs=style.makeup.legs, motto=_cast(text["motto"]), ear=_cast(text["ear"]),
        kicker=_cast(text["kicker"]), byline=_cast(text["byline"]), cutline=_cast(text["cutline"]), banner=_size(text["slogan-banner"]), box=_cast(text.get("box-body", text["body"])), table=_cast(text.get("box-table", text["table"])),
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
    files = {
        f"issues/specimen/{name}.md": _story(style, number, told)
        for number, (name, told) in enumerate(stories.items(), 1)
    }
    head = _HEAD.format(slug=style.name, title=style.name.title(), number=1, style=style.name)
    return {MANIFEST: head + front, "issues/specimen/grid.svg": _spread(page), **files}


def _story(style: Style, size: int, told: str) -> str:
    role, text = f"headline-{size}", style.text
    return _STORY.format(
        headline=f"{role}, {_size(text[role])}", deck=f"deck, {_cast(text.get(f'deck-{size}', text['deck']))}", text=told,
    )  # fmt: skip


def _filling(style: Style, units: int, rows: int, start: int) -> str:
    """Paragraphs enough for a place so many units wide and rows deep, from paragraph `start` on, and round."""
    body, paragraphs = style.text["body"], PROSE.split("\n\n")
    letters = style.page.width_of(units) * rows * 5 // (2 * body.size)
    told: list[str] = []
    while sum(map(len, told)) < letters:
        told.append(paragraphs[(start + len(told)) % len(paragraphs)])
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
        sheet = _rectangle(left + _HAIR, _HAIR, page.width - 2 * _HAIR, page.depth - 2 * _HAIR, _OUTLINE)
        shapes.append(sheet)
        depth = page.depth - page.margin_top - page.margin_foot
        for unit in range(page.units):
            x = left + side + page.left_of(unit)
            shapes.append(_rectangle(x, page.margin_top, page.width_of(1), depth, 'fill="#ddd"'))
    size = f'width="{2 * to_mm(page.width):g}" height="{to_mm(page.depth):g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(shapes)}</svg>\n'


def _rectangle(x: int, y: int, width: int, depth: int, dress: str) -> str:
    x_mm, y_mm, width_mm, depth_mm = (round(to_mm(length), 2) for length in (x, y, width, depth))
    return f'<rect x="{x_mm}" y="{y_mm}" width="{width_mm}" height="{depth_mm}" {dress}/>'


_FAMILY_STYLE = """\
layout: 1
extends: a4
text:
  body: {{family: {family}, size: 9pt, weight: {regular}}}
  lede: {{drop-cap: {{lines: 0}}}}
  title: {{family: {family}, size: 44pt, leading: 50pt, weight: {boldest}}}
  offers: {{like: cutline}}
  figures: {{family: {family}, size: 17pt, leading: 25pt, weight: {regular}}}
  letters: {{family: {family}, size: 13pt, leading: 18.75pt, weight: {regular}}}
{roles}slogans:
{looks}"""

_FAMILY_FRONT = """\
slogans:
{slogans}articles:
  - {{slug: text, story: text.md}}

dummy:
  - page: 1
    furniture: none
    slots:
      - {{article: text, columns: 1-12, rows: {foot}-{rows}}}
{slots}"""


class _Line(NamedTuple):
    """A line of a family's specimen: the text role that sets it, its words, and where it stands."""

    role: str
    words: str
    columns: str
    row: int
    rows: int
    setting: str = ""


def family_specimen(family: str, faces: Faces, style: Style) -> Mapping[str, str]:
    """A family on a page of the house's `a4`, `style`: weights, italics, optical sizes, figures, accents and text.

    Raises `MissingFont` where the family's files are not there.
    """
    lines = list(_lines(family, faces))
    weights = _weights(family, faces, Posture.ROMAN)
    foot = max(line.row + line.rows for line in lines) + 1
    sheet = _FAMILY_STYLE.format(
        family=family, regular=min(weights, key=lambda weight: abs(weight - 400)), boldest=weights[-1],
        roles="".join(f"  {line.role}: {{family: {family}, {line.setting}}}\n" for line in lines if line.setting),
        looks="".join(f"  {line.role}: {{role: {line.role}}}\n" for line in lines),
    )  # fmt: skip
    front = _FAMILY_FRONT.format(
        slogans="".join(f"  - {{id: {line.role}, lines: ['{line.words}'], look: {line.role}}}\n" for line in lines),
        slots="".join(
            f"      - {{slogan: {line.role}, columns: {line.columns}, rows: {line.row}-{line.row + line.rows - 1}}}\n"
            for line in lines
        ),
        foot=foot, rows=style.page.rows,
    )  # fmt: skip
    head = _HEAD.format(slug=family.lower().replace(" ", "-"), title=family, number=1, style="specimen")
    text = _filling(style, style.page.units, (style.page.rows - foot) * 2 // 3, 0)
    return {MANIFEST: head + front, "issues/specimen/text.md": text + "\n", "styles/specimen.yaml": sheet}


def _lines(family: str, faces: Faces) -> Iterator[_Line]:
    """The display lines of a family's page, from its head down."""
    yield _Line("title", family, "1-12", 1, 5)
    offers = next(one for one in faces.listed() if one.name == family)
    yield _Line("offers", "; ".join(offers.offers), "1-12", 6, 1)
    row = 8
    for weight in _weights(family, faces, Posture.ROMAN):
        size = f"size: 17pt, leading: 25pt, weight: {weight}"
        yield _Line(f"roman-{weight}", f"Hamburgefonts {weight}", "1-6", row, 2, size)
        if weight in _weights(family, faces, Posture.ITALIC):
            yield _Line(f"italic-{weight}", f"Hamburgefonts {weight}", "7-12", row, 2, size + ", posture: italic")
        row += 2
    for number, size_pt in enumerate(_optical_sizes(family, faces)):
        setting = f"size: 26pt, leading: 37.5pt, optical-size: {size_pt}"
        yield _Line(f"optical-{size_pt}", f"Raeg {size_pt}", f"{3 * number + 1}-{3 * number + 3}", row + 1, 3, setting)
    row += 5 if _optical_sizes(family, faces) else 1
    yield _Line("figures", _FIGURES, "1-12", row, 4)
    if _has_oldstyle_figures(family, faces):
        yield _Line("oldstyle", "0123456789", "1-12", row + 4, 2, "size: 17pt, leading: 25pt, features: [onum]")
        row += 2
    yield _Line("letters", _known_letters(family, faces), "1-12", row + 5, 9)


def _weights(family: str, faces: Faces, posture: Posture) -> list[int]:
    """The hundreds of weight at which the family has a face of its own in this posture."""
    names = ((weight, faces.face(family, weight, posture, 12.0).id) for weight in _WEIGHTS)
    return [weight for weight, name in names if f"-{posture.value.title()}-w{weight}" in name]


def _has_oldstyle_figures(family: str, faces: Faces) -> bool:
    face = faces.face(family, 400, Posture.ROMAN, 12.0)
    plain, oldstyle = (Shaper(face, features, "en").run("0123456789").glyph_ids for features in ((), ("onum",)))
    return plain != oldstyle


def _known_letters(family: str, faces: Faces) -> str:
    """The letters with accents that the family has."""
    shaper = Shaper(faces.face(family, 400, Posture.ROMAN, 12.0), (), "en")
    return " ".join("".join(letter for letter in word if not missing(shaper.run(letter))) for word in _LETTERS.split())


def _optical_sizes(family: str, faces: Faces) -> list[int]:
    """Sizes at which the family is drawn differently; none where it has no optical sizes."""
    return [
        size for size in _SIZES_PT if dict(faces.face(family, 400, Posture.ROMAN, size).variations).get("opsz") == size
    ]
