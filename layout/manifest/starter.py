"""The workspace that `layout new` writes: an issue that builds, short enough to be read at once.

Gives file names with their texts; writes nothing.
"""

from collections.abc import Mapping
from types import MappingProxyType

_ISSUE = """\
# A whole issue. Build it from the folder above with
#     layout build issues/first/issue.yaml -o out
layout: 1
publication: The Harbour Courier
date: 2026-11-22
number: 1
language: en-GB
pages: 1

nameplate:
  title: The Harbour Courier
  motto: All the news from the quay

slogans:
  - {id: vote, lines: ["ONE FERRY", "EVERY HOUR"], look: banner}

articles:
  - story: stories/ferry.md       # its headline stands at the head of the file
  - story: stories/bridge.md

dummy:                            # what goes where: twelve units across, rows counted below the nameplate
  - page: 1
    slots:
      - {article: ferry, columns: 1-8, rows: 1-38, legs: 2}
      - {article: bridge, columns: 9-12, rows: 1-38, legs: 1}
      - {slogan: vote, columns: 1-12, rows: 40-48}
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

Drivers are sent round by the north road, which takes twenty minutes more, or forty on market day.
"""

FILES: Mapping[str, str] = MappingProxyType(
    {
        "issues/first/issue.yaml": _ISSUE,
        "issues/first/stories/ferry.md": _FERRY,
        "issues/first/stories/bridge.md": _BRIDGE,
    }
)
"""Texts by file name, from the workspace's folder."""
