"""SVG as vectors, through svglib.

Takes an SVG's file, gives a form XObject that fills the unit square, as an image does. Its text is outlines of glyphs.
Embedded pictures and foreign content are left out: a drawing that holds them is refused when the issue is read. References
to other files are never followed, entities never expanded. The operators of a drawing are kept between builds: finding them takes
longer than to draw the text of its page. With a press's `Separation` colours are its inks, else
they stay RGB.
"""

import io
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from typing import Any, TypeAlias

from reportlab.lib.colors import CMYKColor, Color
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

from layout.draw.black import AREAS_OVER, KNOCKING, OVER, mark_black
from layout.draw.lettering import Lettering
from layout.draw.objects import File, new_file
from layout.model.page import PictureSource
from layout.model.raster import Plates, Separation
from layout.record import record
from layout.typeset.keep import name_of, read_kept, write_kept

_NOWHERE = "/nonexistent"
_OPACITIES = ("fill-opacity", "stroke-opacity")
_NO_LIMIT = 4.0
"""Four solids."""
_LEFT_OUT = ("image", "foreignObject", "script", "textPath")


Operators: TypeAlias = tuple[bytes, float, float] | tuple[()]
"""A drawing's operators, and its width and depth in points; nothing where they name objects of the file that they are in,
as gradients do, and so have to be found anew for each."""


@record
class View:
    """How a drawing is looked at: what becomes of its operators, and the graphics states of lines and of letters that
    overprint, and of all else."""

    inked: Callable[[bytes], bytes]
    over: str
    areas_over: str
    knocking: str


AS_INKS = View(
    bytes,
    "<< /Type /ExtGState /OP true /op false /OPM 1 >>",
    "<< /Type /ExtGState /OP true /op true /OPM 1 >>",
    "<< /Type /ExtGState /OP false /op false /OPM 0 >>",
)


def svg_object(
    source: PictureSource,
    file: File,
    separation: Separation | None,
    plates: Plates,
    view: View = AS_INKS,
    found: Operators | None = None,
) -> PDFStream:
    """The form XObject of a drawing; an unreadable one gives an empty form. In process inks its black lines
    and letters overprint. `found` are its operators where they are known."""
    known = found or kept_operators(source, separation, plates)
    if known:
        code, width_pt, height_pt = known
        return _form(file, view.inked(code), width_pt, height_pt, PDFDictionary(), view)
    code, width_pt, height_pt, resources = _operators(source, file, separation, plates)
    return _form(file, view.inked(code), width_pt, height_pt, resources, view)


def kept_operators(source: PictureSource, separation: Separation | None, plates: Plates) -> Operators | None:
    """A drawing's operators as an earlier build found them."""
    kept: Operators | None = read_kept(_name(source, separation, plates))
    return kept


def find_operators(source: PictureSource, separation: Separation | None, plates: Plates) -> Operators:
    """A drawing's operators."""
    file = new_file("") if separation is not None else new_file("", in_ink=None)
    code, width_pt, height_pt, resources = _operators(source, file, separation, plates)
    if isinstance(resources, PDFDictionary):
        return code, width_pt, height_pt
    write_kept(_name(source, separation, plates), ())
    return ()


def _name(source: PictureSource, separation: Separation | None, plates: Plates) -> str:
    inks = (separation.name, str(separation.limit), plates.value) if separation is not None else ("RGB",)
    return name_of("drawing with its black lines and letters", source.digest, *_makers(), *inks)


@cache
def _makers() -> tuple[str, str]:
    """The versions of what finds a drawing's operators; asking for them takes a millisecond."""
    return version("svglib"), version("reportlab")


def _operators(
    source: PictureSource, file: File, separation: Separation | None, plates: Plates
) -> tuple[bytes, float, float, object]:
    """A drawing's operators, its width and depth, and the resources that they name. Kept where they name none."""
    from lxml import etree
    from reportlab.graphics import renderPDF
    from svglib.svglib import SvgRenderer

    parser = etree.XMLParser(remove_comments=True, recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(source.path.read_bytes(), parser)
    if root is None:
        return b"", 1, 1, PDFDictionary()
    for name in _LEFT_OUT:
        for node in list(root.iter(f"{{*}}{name}")):
            node.getparent().remove(node)
    renderer = SvgRenderer(io.BytesIO(), external_reference_root=_NOWHERE)
    _read_opacity(renderer.attrConverter)
    lettering = Lettering(renderer.shape_converter, source.labels)
    renderer.shape_converter.convertText = lettering.group  # type: ignore[method-assign]
    drawing = renderer.render(root)
    gradients = _separate(drawing, separation, plates) if separation is not None else 0.0
    limit = separation.limit / 1000 if separation is not None else _NO_LIMIT
    code, resources = file.record(lambda canvas: renderPDF.draw(drawing, canvas, 0, 0))
    found = mark_black(code, limit, gradients), float(drawing.width), float(drawing.height)
    if isinstance(resources, PDFDictionary):
        write_kept(_name(source, separation, plates), found)
    return *found, resources


def _read_opacity(converter: Any) -> None:
    """Make svglib take an element's `opacity`, which it does not read, for that of all fills and strokes in it."""
    find = converter.findAttr

    def find_faded(node: Any, name: str) -> str:
        if name not in _OPACITIES:
            return str(find(node, name))
        said, opacity = "", 1.0
        while node is not None:
            find(node, "opacity")  # which applies the style sheet to the element
            opacity *= _number(node.attrib.get("opacity", ""))
            said = said or node.attrib.get(name, "")
            node = node.parent
        return said if opacity == 1 else str(opacity * _number(said))

    converter.findAttr = find_faded


def _number(words: str) -> float:
    try:
        return float(words)
    except ValueError:
        return 1.0


def _separate(drawing: Any, separation: Separation, plates: Plates) -> float:
    """Make every colour of a drawing ink, and give the most ink but black of its gradients. What shows through does so on
    paper white, since a press knows no other."""
    inks = cache(separation.inks)

    def in_ink(colour: Color, opacity: float | None) -> CMYKColor:
        alpha = min(1.0, max(0.0, colour.alpha if opacity is None else opacity))
        red, green, blue = (1 - alpha * (1 - share) for share in (colour.red, colour.green, colour.blue))
        return CMYKColor(*inks((red, green, blue), plates))

    from svglib.svglib import LinearGradientShape, RadialGradientShape

    shapes, richest = [drawing], 0.0
    for shape in shapes:
        shapes.extend(getattr(shape, "contents", ()))
        for part in ("fill", "stroke"):
            colour, opacity = (getattr(shape, part + name, None) for name in ("Color", "Opacity"))
            if isinstance(colour, Color):
                setattr(shape, part + "Color", in_ink(colour, opacity))
            if opacity is not None:
                setattr(shape, part + "Opacity", None)
        if isinstance(shape, LinearGradientShape | RadialGradientShape):
            steps: Sequence[CMYKColor] = [in_ink(colour, None) for colour in shape._rl_colors]  # noqa: SLF001
            shape._rl_colors = list(steps)  # noqa: SLF001
            richest = max(richest, *(step.cyan + step.magenta + step.yellow for step in steps))
    return richest


def _form(file: File, code: bytes, width_pt: float, height_pt: float, resources: Any, view: View) -> PDFStream:
    states = PDFDictionary({OVER: view.over, AREAS_OVER: view.areas_over, KNOCKING: view.knocking})
    if isinstance(resources, PDFDictionary):
        resources["ExtGState"] = states
    else:
        resources.ExtGState = states
    return file.packed(
        code,
        {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[0 0 {width_pt:.4f} {height_pt:.4f}]",
            "Matrix": f"[{1 / width_pt:.9f} 0 0 {1 / height_pt:.9f} 0 0]",
            "Resources": resources,
        },
    )
