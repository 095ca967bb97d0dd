"""The workspace that `layout new` writes: an issue that builds, short enough to be read at once.

Gives file names with their texts; writes nothing.
"""

from collections.abc import Mapping
from types import MappingProxyType

_STYLE = """\
# The paper's own style: the house tabloid on a smaller sheet. Only what differs is said.
layout: 1
extends: tabloid
page:
  width: 210mm
  depth: 297mm
"""

_ISSUE = """\
# A whole issue. Build it from the folder above with
#     layout build issues/first/issue.yaml -o out
layout: 1
publication: The Harbour Courier
date: 2026-11-22
number: 1
language: en-GB
style: leaflet                    # styles/leaflet.yaml
pages: 1

nameplate:
  title: The Harbour Courier
  motto: All the news from the quay

slogans:
  - {id: vote, lines: ["ONE FERRY", "EVERY HOUR"], look: banner}

articles:
  - story: stories/ferry.md       # its headline stands at the head of the file
  - story: stories/bridge.md
  - story: stories/tide.md

dummy:                            # what goes where: twelve units across, rows counted below the nameplate
  - page: 1
    slots:
      - {article: ferry, columns: 1-8, rows: 1-35, legs: 2}
      - {article: bridge, columns: 9-12, rows: 1-35, legs: 1}
      - {slogan: vote, columns: 1-12, rows: 37-45}
      - {article: tide, columns: 1-12, rows: 47-59, legs: 3}
"""

_FERRY = """\
---
headline: Ferries to run all night from March
deck: Council votes 14 to 9 after a six-hour sitting
byline: By the transport desk
dateline: {place: Port Quay}
---
The last boat will no longer be the last. From the first Sunday in March a ferry will leave Port Quay every hour, on the
hour, from midnight until the morning boats begin, and the same ticket will serve.

The vote came a little before eleven at night, fourteen to nine, after a sitting of six hours in which everything was
said at least twice. Those in favour spoke of nurses, bakers and cleaners who now wait on the quay until half past five.
Those against spoke of the price of diesel.

## What it will cost

The harbour board puts the cost at the wages of two crews and the fuel of one small boat. "It is the *Heron* that will
run," the board's engineer said. "She burns less standing still than the others do tied up."

A fare of two pounds is proposed after midnight, half of it for holders of a season ticket. Whether dogs go free at night
as they do by day was left to the committee.

- Boats leave on the hour from Port Quay.
- They return at a quarter past from the Island.
- The **last night boat** is the five o'clock.

## What happens next

The timetable goes to print in January. Until the first night the quay's lamps are to be mended, the shelter is to get a
door, and somebody is to be found who will sell tea. Offers for the last are taken at the harbour office on weekdays.
"""

_BRIDGE = """\
---
headline: Bridge shut for paint
byline: By our reporter
---
The swing bridge will be closed to everything on wheels for nine days from Monday while it is painted. People on foot may
cross whenever no painter is above them.

The colour is to stay what it has been since 1931, a green for which the works department keeps its own recipe. It was
mixed last in 1994, and the one man who remembers how has been asked to come out of retirement for a morning.

Drivers are sent round by the north road, which takes twenty minutes more, or forty on market day. Buses stop on either
side, and the driver of the last one waits until everybody has walked across.

Boats come first, as always: at a horn the bridge swings.
"""
_TIDE = """\
---
headline: The man who reads the tide
byline: By our reporter
---
At six every morning a man of eighty-one walks down the slip with a torch and a notebook and reads the tide board. He has
done so since he was thirty. Nobody asked him to, and nobody pays him. He is never late, he says, because the tide is not.

The harbour has had a gauge of its own since 1978, a grey box that sends its figures to an office inland. He has nothing
against it. "It knows how high the water is," he says. "It does not know that the gulls have moved."

His notebooks fill two shelves. Students have begun to come for them: the box was out of order for most of 1987, the year
of the great storm, and the only record of that night is in pencil.
"""


FILES: Mapping[str, str] = MappingProxyType(
    {
        "styles/leaflet.yaml": _STYLE,
        "issues/first/issue.yaml": _ISSUE,
        "issues/first/stories/ferry.md": _FERRY,
        "issues/first/stories/bridge.md": _BRIDGE,
        "issues/first/stories/tide.md": _TIDE,
    }
)
"""Texts by file name, from the workspace's folder."""
