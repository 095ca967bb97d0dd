"""A test face in which every glyph is one em wide, and a workspace that has it."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from layout.diagnostics import Span
from layout.model.text import Emphasis, Inline
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase

SIGNS = [chr(code) for code in range(0x20, 0x7F)] + [*"\u2013\u2014\u2019\u201c\u201d"]


def em_face(path: Path, family: str, weight: int, angle: float) -> None:
    names = [".notdef", *(f"uni{ord(sign):04X}" for sign in SIGNS)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(sign): f"uni{ord(sign):04X}" for sign in SIGNS})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family})
    builder.setupOS2(usWeightClass=weight, sCapHeight=700, sxHeight=500, version=2)
    builder.setupPost(italicAngle=angle)
    builder.save(path)


@pytest.fixture(scope="session")
def fonts(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("fonts")
    em_face(folder / "em.ttf", "Em", 400, 0)
    em_face(folder / "em-bold.ttf", "Em", 700, 0)
    em_face(folder / "em-italic.ttf", "Em", 400, -12)
    return folder


@pytest.fixture
def case(fonts) -> Typecase:
    return Typecase(Faces((fonts,)), {"en": ("news-paper",)})


@pytest.fixture
def written():
    """Text as written: words between asterisks are bold, between underscores italic."""

    span = Span(Path("story.md"), 1)

    def text(source: str) -> tuple[Inline, ...]:
        inlines, emphasis, stretch = [], Emphasis.NONE, ""
        for sign in [*source, ""]:
            if sign not in ("*", "_", ""):
                stretch += sign
                continue
            if stretch:
                inlines.append(Inline(stretch, span, emphasis))
            emphasis, stretch = emphasis ^ (Emphasis.BOLD if sign == "*" else Emphasis.ITALIC), ""
        return tuple(inlines)

    return text
