"""SVG as vectors in process inks, through svglib.

Takes an SVG's bytes, gives a form XObject that fills the unit square, as an image does. Text, embedded pictures and
foreign content are left out: a drawing that holds them is refused when the issue is read. References to other files
are never followed, entities never expanded.
"""

import io

from lxml import etree
from reportlab.graphics import renderPDF
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream
from svglib.svglib import SvgRenderer

from layout.draw.objects import File, packed

_NOWHERE = "/nonexistent"
_LEFT_OUT = ("text", "image", "foreignObject", "script")


def svg_object(content: bytes, file: File) -> PDFStream:
    """The form XObject of a drawing; an unreadable one gives an empty form."""
    parser = etree.XMLParser(remove_comments=True, recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(content, parser)
    if root is None:
        return _form(b"", 1, 1, PDFDictionary())
    for name in _LEFT_OUT:
        for node in list(root.iter(f"{{*}}{name}")):
            node.getparent().remove(node)
    drawing = SvgRenderer(io.BytesIO(), external_reference_root=_NOWHERE).render(root)
    code, resources = file.record(lambda canvas: renderPDF.draw(drawing, canvas, 0, 0))
    return _form(code, drawing.width, drawing.height, resources)


def _form(code: bytes, width_pt: float, height_pt: float, resources: object) -> PDFStream:
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
