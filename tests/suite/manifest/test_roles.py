"""Every role of text that the program asks a style for is one that every style must have."""

import re
from pathlib import Path

import layout
from layout.manifest.style import ROLES

ASKED = re.compile(r"(?:\.role\(|\.text\[)\"([a-z0-9-]+)\"")


def test_every_role_asked_for_is_required() -> None:
    sources = sorted(Path(layout.__file__).parent.glob("*/**/*.py"))
    asked = {role for source in sources for role in ASKED.findall(source.read_text("utf-8"))}
    assert "body" in ROLES
    assert asked - {"headline"} <= set(ROLES)
