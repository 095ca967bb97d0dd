"""The keys of `issue.yaml` under pydantic: every problem with the way to it.

Takes plain Python as `node.to_value` gives it, where scalars are words. Imported only when a manifest is wrong: pydantic
takes longer to import than an issue takes to read.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from layout.manifest import keys
from layout.manifest.keys import IssueKeys
from layout.manifest.node import Loc

_KEYS_AT: dict[str, type[Any]] = {
    "": keys.IssueKeys,
    "nameplate": keys.NameplateKeys,
    "masthead": keys.MastheadKeys,
    "press": keys.PressKeys,
    "pages": keys.PageCountKeys,
    "articles": keys.ArticleKeys,
    "dateline": keys.DatelineKeys,
    "jump": keys.JumpKeys,
    "boxes": keys.BoxKeys,
    "slogans": keys.SloganKeys,
    "pictures": keys.PictureKeys,
    "depth": keys.DepthKeys,
    "ads": keys.AdKeys,
    "dummy": keys.DummyKeys,
    "slots": keys.SlotKeys,
}


@cache
def adapter() -> TypeAdapter[IssueKeys]:
    """pydantic's reader of `issue.yaml`; unknown keys are errors."""
    for kind in _KEYS_AT.values():
        dataclass(kind)
        kind.__pydantic_config__ = {"extra": "forbid"}
    return TypeAdapter(IssueKeys)


def known_keys(loc: Loc) -> tuple[str, ...]:
    """The keys that may stand where an unknown one was found."""
    owner = next((step for step in reversed(loc[:-1]) if isinstance(step, str)), "")
    return tuple(_KEYS_AT.get(owner, IssueKeys).__annotations__)
