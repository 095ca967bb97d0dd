"""The one store that a run writes to while it sets type.

Holds the fonts, every word that was shaped, divided or measured, the house's own word divisions and standing type. What it holds can be
computed again at any time: it never changes what is set, only how soon.
"""

from collections.abc import Callable, Hashable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from layout.typeset.faces import Faces

if TYPE_CHECKING:
    from layout.model.style import TextStyle
    from layout.model.text import Emphasis, Face
    from layout.typeset.hyphenate import Patterns
    from layout.typeset.shape import Shaper
    from layout.typeset.words import WordSetter


class Typecase:
    """Fonts and words of one run.

    `exceptions` are words with a hyphen at each legal break, by language or its prefix. `meanwhile` is what the process
    may do for later while another sets text for it (`companionship`). `standing` is type that was set and may be wanted
    again; whoever put it there knows what it is.
    """

    __slots__ = ("exceptions", "faces", "meanwhile", "patterns", "setters", "shapers", "standing")

    def __init__(
        self,
        faces: Faces,
        exceptions: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
        meanwhile: Callable[[], None] = lambda: None,
    ) -> None:
        self.faces = faces
        self.meanwhile = meanwhile
        self.exceptions = exceptions
        self.shapers: dict[tuple[Face, tuple[str, ...], str], Shaper] = {}
        self.patterns: dict[str, Patterns] = {}
        self.setters: dict[tuple[TextStyle, str, Emphasis], WordSetter] = {}
        self.standing: dict[Hashable, Any] = {}

    def keep(self) -> None:
        """Keeps on disk what the next run can use: shaped and divided words. Never fails; costs nothing if all was known."""
        for shaper in self.shapers.values():
            shaper.keep()
        for patterns in self.patterns.values():
            patterns.keep()
