"""What a PDF says of itself: its version, its facts, the standard that it keeps and the press that it is made for."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from layout.record import record


@record
class OutputIntent:
    """The printing condition by its name and registry, and the ICC profile of it."""

    condition: str
    registry: str
    info: str
    profile: bytes


@record
class Identity:
    """`info` are the entries of the document information dictionary, `trapped` its one name; `metadata` is the XMP packet
    that says the same; `intent` is None for a file that claims no standard."""

    version: tuple[int, int]
    info: Mapping[str, str]
    trapped: str
    metadata: bytes
    intent: OutputIntent | None = None


Identify: TypeAlias = Callable[[bytes], Identity]
"""The identity of a file whose content has this digest of 16 bytes."""
