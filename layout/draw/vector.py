"""SVG as vectors in process inks, through svglib.

Takes an SVG's bytes, gives a form XObject that fills the unit square, as an image does. Text, embedded pictures and
foreign content are left out: a drawing that holds them is refused when the issue is read. References to other files
are never followed, entities never expanded. The operators of a drawing are kept between builds: finding them takes
longer than to draw the text of its page. With a press's `Separation` colours are its inks.
"""

import hashlib
import io
import re
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from typing import Any

from reportlab.lib.colors import CMYKColor, Color
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

from layout.draw.objects import File, packed
from layout.model.raster import Plates, Separation
from layout.record import record
from layout.typeset.keep import name_of, read_kept, write_kept

_NOWHERE = "/nonexistent"
_OPACITIES = ("fill-opacity", "stroke-opacity")
_LINE_INKS = re.compile(rb"(?<![\d.])\d*\.?\d+ \d*\.?\d+ \d*\.?\d+ \d*\.?\d+ K(?=\s|$)")
_BLACK_LINES = b"0 0 0 1 K"
_LEFT_OUT = ("text", "image", "foreignObject", "script")


@record
class View:
    """How a drawing is looked at: what becomes of its operators, and the graphics states of its black lines and others."""

    inked: Callable[[bytes], bytes]
    black_lines: str
    other_lines: str


AS_INKS = View(
    bytes,
    "<< /Type /ExtGState /OP true /op false /OPM 1 >>",
    "<< /Type /ExtGState /OP false /op false /OPM 0 >>",
)


def svg_object(
    content: bytes, file: File, separation: Separation | None, plates: Plates, view: View = AS_INKS
) -> PDFStream:
    """The form XObject of a drawing; an unreadable one gives an empty form. In process inks its black lines overprint."""
    inks = (separation.name, plates.value) if separation is not None else ()
    name = name_of("marked drawing", hashlib.sha256(content).hexdigest(), *_makers(), *inks)
    kept = read_kept(name)
    if kept is not None:
        code, width_pt, height_pt = kept
        return _form(view.inked(code), width_pt, height_pt, PDFDictionary(), view)
    plain, width_pt, height_pt, resources = _operators(content, file, separation, plates)
    code = _marked(plain)
    if isinstance(resources, PDFDictionary):
        write_kept(name, (code, width_pt, height_pt))
    return _form(view.inked(code), width_pt, height_pt, resources, view)


@cache
def _makers() -> tuple[str, str]:
    """The versions of what finds a drawing's operators; asking for them takes a millisecond."""
    return version("svglib"), version("reportlab")


def _marked(code: bytes) -> bytes:
    """The operators with a graphics state after each ink of lines, so that black ones overprint and others do not."""
    return _LINE_INKS.sub(lambda found: found[0] + (b" /GB gs" if found[0] == _BLACK_LINES else b" /GC gs"), code)


def _operators(
    content: bytes, file: File, separation: Separation | None, plates: Plates
) -> tuple[bytes, float, float, object]:
    """A drawing's operators, its width and depth, and the resources that they name."""
    from lxml import etree
    from reportlab.graphics import renderPDF
    from svglib.svglib import SvgRenderer

    parser = etree.XMLParser(remove_comments=True, recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(content, parser)
    if root is None:
        return b"", 1, 1, PDFDictionary()
    for name in _LEFT_OUT:
        for node in list(root.iter(f"{{*}}{name}")):
            node.getparent().remove(node)
    renderer = SvgRenderer(io.BytesIO(), external_reference_root=_NOWHERE)
    _read_opacity(renderer.attrConverter)
    drawing = renderer.render(root)
    if separation is not None:
        _separate(drawing, separation, plates)
    code, resources = file.record(lambda canvas: renderPDF.draw(drawing, canvas, 0, 0))
    return code, float(drawing.width), float(drawing.height), resources


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


def _separate(drawing: Any, separation: Separation, plates: Plates) -> None:
    """Make every colour of a drawing ink. What shows through does so on paper white, since a press knows no other."""
    inks = cache(separation.inks)

    def in_ink(colour: Color, opacity: float | None) -> CMYKColor:
        alpha = min(1.0, max(0.0, colour.alpha if opacity is None else opacity))
        red, green, blue = (1 - alpha * (1 - share) for share in (colour.red, colour.green, colour.blue))
        return CMYKColor(*inks((red, green, blue), plates))

    from svglib.svglib import LinearGradientShape, RadialGradientShape

    shapes = [drawing]
    for shape in shapes:
        shapes.extend(getattr(shape, "contents", ()))
        for part in ("fill", "stroke"):
            colour, opacity = (getattr(shape, part + name, None) for name in ("Color", "Opacity"))
            if isinstance(colour, Color):
                setattr(shape, part + "Color", in_ink(colour, opacity))
            if opacity is not None:
                setattr(shape, part + "Opacity", None)
        if isinstance(shape, LinearGradientShape | RadialGradientShape):
            shape._rl_colors = [in_ink(colour, None) for colour in shape._rl_colors]  # noqa: SLF001


def _form(code: bytes, width_pt: float, height_pt: float, resources: Any, view: View) -> PDFStream:
    states = PDFDictionary({"GB": view.black_lines, "GC": view.other_lines})
    if isinstance(resources, PDFDictionary):
        resources["ExtGState"] = states
    else:
        resources.ExtGState = states
    return packed(
        code,
        {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[0 0 {width_pt:.4f} {height_pt:.4f}]",
            "Matrix": f"[{1 / width_pt:.9f} 0 0 {1 / height_pt:.9f} 0 0]",
            "Resources": resources,
        },
    )
