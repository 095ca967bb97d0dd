"""What the labels of a drawing are set in.

Takes a drawing as it was measured, gives it with the faces that its text asks for: those at hand, and for all others the
style's for cutlines, which is told. Sets nothing.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from layout.css import declared, is_generic, is_slanted, names_of, weight_of, written_out
from layout.diagnostics import Span
from layout.manifest.found import Found
from layout.manifest.workspace import family_names
from layout.model.page import LabelFace, PictureSource
from layout.model.style import Posture, Style
from layout.typeset.faces import Faces, MissingFont
from layout.typeset.shape import Shaper

_ROLE = "cutline"
"""Whose family stands in for one that is not at hand: it stands below the drawing too."""

_PROPERTIES = ("font", "font-family", "font-weight", "font-style")
_OPTICAL_SIZE = 8.0
"""In points, about that of labels: how large a drawing will stand is not known when it is read."""

_NAMED = 8
_HINT = "name a family that `layout fonts` lists, put the font's file into fonts/, or make the labels outlines"


def with_labels(
    source: PictureSource, fonts: tuple[Path, ...], style: Style, span: Span, found: Found
) -> PictureSource:
    """A drawing with the faces of its labels, where it has any; any other picture as it is. `fonts` are the folders of
    font families."""
    if source.kind != "svg" or b"text" not in (octets := source.path.read_bytes()):
        return source
    from lxml import etree

    parser = etree.XMLParser(remove_comments=True, recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(octets, parser)
    words = "".join(word for text in root.iter("{*}text") for word in text.itertext()) if root is not None else ""
    if not words.strip():
        return source
    asked = dict.fromkeys(_asked(root))
    stands_in = style.text[_ROLE].family
    families = {"": stands_in, **_families(asked, fonts)}
    for name in _not_at_hand(asked, families):
        message = f'labels of {source.path.name} ask for "{name}", which is not at hand: they are in {stands_in}'
        found.warning("M076", message, _HINT, span)
    labels = tuple(_faces(asked, families, Faces(fonts)))
    if missing := _missing(labels, words):
        named = ", ".join(f'"{character}" (U+{ord(character):04X})' for character in missing[:_NAMED])
        found.warning("M076", f"no font has a letter for {named}, in labels of {source.path.name}", _HINT, span)
    digest = hashlib.sha256(repr((source.digest, labels)).encode()).hexdigest()
    return replace(source, digest=digest, labels=labels)


def _asked(root: Any) -> Iterator[tuple[str, str]]:
    """All that a drawing says of its fonts anywhere, by property."""
    for node in root.iter("*"):
        for name in _PROPERTIES:
            yield from written_out(name, node.get(name, ""))
        yield from declared(node.get("style", ""))
        if node.tag.endswith("style"):
            yield from declared(node.text or "")


def _families(asked: Mapping[tuple[str, str], None], fonts: tuple[Path, ...]) -> dict[str, str]:
    """The families at hand that are asked for first, by name in lower case."""
    known = {family.lower(): family for family in family_names(fonts)}
    lists = [names_of(said) for name, said in asked if name == "font-family"]
    wanted = (next((name.lower() for name in names if name.lower() in known), None) for names in lists)
    return {name: known[name] for name in wanted if name}


def _not_at_hand(asked: Mapping[tuple[str, str], None], families: Mapping[str, str]) -> Iterator[str]:
    """The first family of each list of which none is at hand, but for those that mean any of a kind."""
    for property_name, said in asked:
        names = names_of(said) if property_name == "font-family" else ()
        if not any(name.lower() in families for name in names):
            yield from [name for name in names if not is_generic(name)][:1]


def _missing(labels: tuple[LabelFace, ...], words: str) -> list[str]:
    """The characters for which none of the families has a letter."""
    text = "".join(sorted(set("".join(words.split()))))
    for label in {label.family: label for label in labels}.values():
        run = Shaper(label.face, (), "").run(text)
        text = "".join(text[at] for glyph, at in zip(run.glyph_ids, run.clusters, strict=True) if glyph == 0)
    return list(text)


def _faces(asked: Mapping[tuple[str, str], None], families: Mapping[str, str], faces: Faces) -> Iterator[LabelFace]:
    """Each family in all weights and postures that are asked for: which go together only the drawing's tree knows."""
    weights = {400, *(weight_of(said) for name, said in asked if name == "font-weight")}
    slanted = any(is_slanted(said) for name, said in asked if name == "font-style")
    for name, family in families.items():
        for weight in sorted(weights):
            for posture in (Posture.ROMAN, Posture.ITALIC)[: 1 + slanted]:
                try:
                    yield LabelFace(name, weight, posture, faces.face(family, weight, posture, _OPTICAL_SIZE))
                except MissingFont:  # told of the style, or of nobody's family
                    break
