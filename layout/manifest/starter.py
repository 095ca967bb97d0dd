"""The workspace that `layout new` writes: one front page that builds clean, and whose comments teach the language.

Gives file names with their texts; writes nothing. The stories are English whatever the issue's language, and say so.
"""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from layout.manifest.schema import read_schema


class Paper(NamedTuple):
    """What an editor may choose before the paper is there."""

    publication: str = "The Harbour Courier"
    language: str = "en-GB"
    style: str = "tabloid"


MANIFEST = "issues/first/issue.yaml"
"""The issue's manifest among the files."""


_STYLE = """\
# yaml-language-server: $schema=../.layout/style.json
# The paper's own style: a house style on a sheet that every office printer has. Only what differs is said; `layout styles`
# shows where the house styles are, which hold every other key. Try a smaller headline-2, or other inks, and build again.
layout: 1
extends: {style}
page:
  width: 210mm
  depth: 297mm
  margins: {{top: 12mm, foot: 12mm, inside: 13mm, outside: 13mm}}
  alley: 5mm                      # white between two legs
  leading: 11.5pt                 # a row: all text on the page stands on one grid
  baseline: 9pt
  inset: 2.7pt
inks:
  accent: cmyk(90,45,20,25)       # the strip at the top and what else has a colour
text:
  body: {{size: 9.2pt}}
  box-body: {{size: 8pt}}
  nameplate: {{size: 47pt, leading: 50pt}}       # or as much less as keeps the title on one line
  headline-2: {{size: 34pt, leading: 35.5pt, gap: 6pt}}      # for stories of priority 2
  headline-4: {{size: 19pt, leading: 21pt, gap: 4pt}}        # and of priority 4
  deck: {{size: 13pt, leading: 16.5pt, gap: 4pt}}
  slogan-banner: {{size: 25pt, leading: 28pt}}
  skybox: {{size: 12pt, leading: 15pt}}
furniture:                        # what stands at the head of a page; `inside` is as in the house style
  front:
    - {{kind: skybox, ground: accent, padding: 7pt, rows-below: 2}}
    - {{kind: nameplate, ear-units: 2, title-gap: 8pt, motto-gap: 9pt, ear-rule: 0.5pt, ear-gap: 5pt,
       issue-rule: 1pt, issue-rows: 2, rows-below: 1}}
"""

_PRESS = """\
# yaml-language-server: $schema=../../.layout/press.json
# The press that prints the paper: `newsprint`, which ships, but for single pages, as an office printer takes them. The press
# of a newspaper folds sheets of four; name it `newsprint` in issue.yaml as soon as there are four pages.
layout: 1
extends: newsprint
pages: {multiple: 1}
"""

_ISSUE = """\
# yaml-language-server: $schema=../../.layout/issue.json
# A whole issue: what is in it and where it goes. It was written to be changed: change one thing, build, and look.
# From the folder with issues/ and styles/ in it:
#
#     layout build {manifest} -o out     the pages, as out/first.pdf
#     layout preview {manifest}          the pages in your browser, anew at every save
#     layout check {manifest}            what is wrong, and what would mend it
#     layout proof {manifest} --grid     the pages with units and rows numbered
#     layout press {manifest}            the files that a printer wants
#
# `layout explain P101` says what a finding means. An unknown key is told, with what you may have meant.
layout: 1                         # the version of this language
publication: {publication}
date: 2026-11-22                  # in the line below the nameplate, as your language writes it
number: 1
price: €1
language: {language:24}# hyphens, quotation marks, dates, "Continued on page": de, fr, es, nl, ...
style: leaflet                    # styles/leaflet.yaml of this folder; `layout styles` lists the others
press: leaflet                    # whose terms hold: styles/press/leaflet.yaml of this folder
pages: 1                          # another count is an error before anybody prints it

nameplate:                        # the head of the front page; leave out any line of it and the page closes up
  title: {publication}
  motto: All the news from the quay
  left_ear: "High water\\n04.06 and 16.31"
  right_ear: "Lamps lit\\nat 16.12"
  skybox: "Tomorrow: the man who has read the tide every day for fifty years"

articles:                         # a story is a Markdown file, with its headline at the head of it
  - story: stories/ferry.md
    priority: 2                   # 1 has the largest headline, 4 a small one
    pictures: [heron]             # stands with the story, where it does best; or say `at:` below
  - story: stories/bridge.md
    priority: 4

pictures:                         # JPEG, TIFF, PNG or SVG
  - id: heron                     # the name by which articles and the dummy know it
    file: pictures/heron.svg
    cutline: "**The small boat.** The *Heron*, here off the mole, is to make the crossing six times a night."
    credit: "Drawing: the art desk"
    alt: A lit ferry on dark water under the moon
    span: 2                       # as wide as two of the story's legs
    at: top                       # or middle, or foot
    depth: {{min: 44mm, max: 62mm}} # how far it may give so that the story ends at its foot
    focus: [0.5, 0.6]             # what a crop keeps in view; without it a drawing is never cropped

boxes:                            # what may be read without the story
  - id: timetable
    headline: The night boats{english_box}
    look: tinted                  # or framed, or plain
    text: |
      From the first Sunday in March, every night of the week:

      - **Port Quay:** on the hour, from midnight to five.
      - **The Island:** at a quarter past, from midnight to five.
      - **Fare:** two pounds; half of it with a season ticket. Bicycles go free, and so does whoever rows.

slogans:                          # broken into lines where you break it
  - {{id: vote, lines: ["ONE FERRY EVERY HOUR"], look: banner}}

dummy:                            # what goes where; without a dummy the stories run in order
  - page: 1
    furniture: front              # the nameplate; other pages have a folio
    slots:                        # columns: of the twelve units across; rows: of type, counted from below the nameplate
      - {{article: ferry, columns: 1-8, rows: 1-48, legs: 2}}
      - {{article: bridge, columns: 9-12, rows: 1-33, legs: 1}}
      - {{box: timetable, columns: 9-12, rows: 36-48}}
      - {{slogan: vote, columns: 1-12, rows: 51-55}}
      # Try: give the ferry's slot `legs: 3`, or make it end at row 40 and see what `layout check` says.
"""

_FERRY = """\
---
# All between the dashes is about the story; all below them is the story. Any key of an article may stand here. In the text:
#   *italic*, **bold**; an empty line ends a paragraph; ## begins a subhead, - a list, > a quotation.
#   "Straight quotes" become the language's own, -- a dash; [[bridge]] becomes "page 2", wherever that story stands.
#   ::: slogan (or pullquote, box, letter, signature) begins a piece of its own in the text, ::: ends it.
kicker: Harbour
headline: Ferries to run all night from March
headlines: [Night ferries from March]   # shorter ones, used only if the story does not fit
deck: Council votes 14 to 9 after a six-hour sitting
byline: By the transport desk
dateline: {{place: Port Quay}}{language}
---
The last boat will no longer be the last. From the first Sunday in March a ferry will leave Port Quay every hour, on the
hour, from midnight until the morning boats begin, and the same ticket will serve.

The vote came a little before eleven at night, fourteen to nine, after a sitting of six hours in which everything was
said at least twice. Those in favour spoke of nurses, bakers and cleaners who now wait on the quay until half past five.
Those against spoke of the price of diesel.

## What it will cost

The harbour board puts the cost at the wages of two crews and the fuel of one small boat. "It is the *Heron* that will
run," the board's engineer said. "She burns less standing still than the others do tied up."

Whether dogs go free at night, as by day, was left to the committee.

## What happens next

The timetable goes to print in January. Until the first night three things are to be done:

- the lamps along the quay are to be mended;
- the shelter is to get **a door that shuts**;
- somebody is to be found who will sell tea.

Offers for the last are taken at the harbour office on weekdays -- before noon, since the office, unlike the boats, goes
home at night.
"""

_BRIDGE = """\
---
headline: Bridge shut for paint
byline: By our reporter{language}
---
The swing bridge will be closed to everything on wheels for nine days from Monday while it is painted. People on foot may
cross whenever no painter is above them.

The colour is to stay what it has been since 1931, a green for which the works department keeps its own recipe. It was
mixed last in 1994, and the one man who remembers how has been asked to come out of retirement for a morning.

Drivers are sent round by the north road, which takes twenty minutes more, or forty on market day. Buses stop on either
side, and the driver of the last one waits until everybody has walked across.

The baker across the water has offered to send a boy over on foot with the morning's bread. He is to wear a hat, says the
works department, and not a new one.

Boats come first, as always: at a horn the bridge swings.
"""

_ENGLISH = "\nlanguage: en-GB                   # of this story, where it is not the issue's"


def starter(paper: Paper) -> Mapping[str, str]:
    """The workspace's files by name, from its folder; what is not chosen is usual."""
    english = "" if paper.language.startswith("en") else _ENGLISH
    chosen = {
        "english_box": english.replace("\n", "\n    "),
        "manifest": MANIFEST,
        "publication": _quoted(paper.publication),
        "language": paper.language,
    }
    return MappingProxyType(
        {
            "styles/leaflet.yaml": _STYLE.format(style=paper.style),
            "styles/press/leaflet.yaml": _PRESS,
            MANIFEST: _ISSUE.format(**chosen),
            "issues/first/stories/ferry.md": _FERRY.format(language=english),
            "issues/first/stories/bridge.md": _BRIDGE.format(language=english),
            "issues/first/pictures/heron.svg": "\n".join(_heron()) + "\n",
            **{f".layout/{name}.json": read_schema(name) for name in ("issue", "style", "press")},
        }
    )


def _quoted(title: str) -> str:
    """A title as a YAML scalar, plain where that is safe."""
    return title if title.replace(" ", "").isalpha() else json.dumps(title, ensure_ascii=False)


def _heron() -> Iterator[str]:
    """The drawing: a small ferry under the moon, in four flat colours of the night and one of lamps."""
    night, sea, dark, lamp = "#24405c", "#1b3148", "#0d1a28", "#f0dca4"
    yield '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="480" viewBox="0 0 960 480">'
    yield f'<path d="M0 0h960v300H0z" fill="{night}"/>'
    yield f'<circle cx="742" cy="140" r="42" fill="{lamp}"/>'
    for n in range(26):
        yield f'<circle cx="{(n * 353 + 41) % 960}" cy="{86 + (n * 97 + 23) % 130}" r="{1.2 + n % 3 * 0.5:.1f}" fill="{lamp}"/>'
    yield f'<path d="M0 268C90 246 150 232 236 246C300 222 350 240 420 262L540 288V300H0z" fill="{dark}"/>'
    for n in range(9):
        yield f'<path d="M{38 + n * 43} {278 - n % 3 * 9}h7v6h-7z" fill="{lamp}"/>'
    yield f'<path d="M0 294h960v186H0z" fill="{sea}"/>'
    for n in range(15):
        width = 17 + n * 6 + n * 7 % 5 * 4
        yield f'<ellipse cx="742" cy="{306 + n * 12}" rx="{width}" ry="{2.6 + n * 0.12:.1f}" fill="{lamp}"/>'
    yield f'<path d="M228 330L262 388H640L700 330H648V318H276V330z" fill="{dark}"/>'
    yield '<path d="M238 346L247 361H669L684 346z" fill="#b8432f"/>'
    yield '<path d="M300 274H620V318H300z" fill="#e4e0d4"/>'
    yield '<path d="M352 236H560V274H352z" fill="#e4e0d4"/>'
    yield '<path d="M520 204H586L600 236H520z" fill="#e4e0d4"/>'
    for n in range(9):
        yield f'<path d="M{316 + n * 33} 286h22v16h-22z" fill="#d9942e"/>'
    for n in range(5):
        yield f'<path d="M{366 + n * 30} 246h18v14h-18z" fill="#d9942e"/>'
    yield '<path d="M530 212h20v14h-20zM556 212h22l8 14h-30z" fill="#d9942e"/>'
    yield '<path d="M398 178H444V236H398z" fill="#b8432f"/>'
    yield f'<path d="M398 178H444V192H398z" fill="{dark}"/>'
    yield f'<path d="M317 200h6v74h-6zM250 262h6v56h-6z" fill="{dark}"/>'
    yield f'<circle cx="320" cy="196" r="5" fill="{lamp}"/>'
    for n in range(12):
        yield f'<ellipse cx="{292 + n * 31}" cy="{402 + n * 5 % 4 * 14}" rx="{23 - n % 3 * 5}" ry="2.8" fill="#d9942e"/>'
    yield f'<path d="M0 424H150V480H0zM112 300h8v124h-8z" fill="{dark}"/>'
    yield f'<path d="M98 290h36l-8 18h-20z" fill="{lamp}"/>'
    yield "</svg>"


FILES = starter(Paper())
"""Texts by file name as they are if nothing is chosen."""
