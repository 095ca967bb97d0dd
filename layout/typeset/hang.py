"""Optical margins: how far a character at either end of a line stands out of it.

Shares are thousandths of the character's width; a style's `hanging` caps them in thousandths of the em. The classes follow
microtype's protrusion of serif faces (R. Schlicht, The microtype package, section on protrusion), rounded.
"""

from types import MappingProxyType

_CLASSES = (
    (".,", 0, 700),
    ("-\u2010\u2011", 0, 700),
    ("'\u2019\u2018\"\u201d\u201c\u201e\u201a", 600, 700),
    ("\u00ab\u00bb\u2039\u203a", 300, 300),
    ("\u2013", 200, 300),
    ("\u2014", 150, 200),
    (":;!?\u2026", 0, 250),
    ("([{", 100, 0),
    (")]}", 0, 100),
)

LEFT = MappingProxyType({character: left for characters, left, _ in _CLASSES for character in characters if left})
"""Share of a character's width that hangs out at the left."""

RIGHT = MappingProxyType({character: right for characters, _, right in _CLASSES for character in characters if right})
"""Share of a character's width that hangs out at the right."""
