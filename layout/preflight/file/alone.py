"""The ink of a supplied PDF, rendered without the page that it stands on.

Takes an `Artwork` and its place, gives its `Coverage`. It is drawn as our page draws it: as a form, so that what is transparent
blends alike, and on the whole millimetres that it touches, so that square millimetres are those of the page's own measuring.
Source: ISO 32000-1, 8.10 (form XObjects).
"""

import io
from dataclasses import replace

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    RectangleObject,
)

from layout.artwork import KEPT, Artwork, streams_of
from layout.diagnostics import Place
from layout.model.coverage import Coverage
from layout.preflight.ghostscript import coverage_of
from layout.units import mm, to_pt

_MM = mm(1)


def ink_alone(artwork: Artwork, place: Place, program: str) -> Coverage | None:
    """Its ink, the mean of each plate being over its own area; None where Ghostscript, the `program`, cannot render it."""
    left, top = place.x // _MM, place.y // _MM
    across, down = -(-(place.x + place.width) // _MM) - left, -(-(place.y + place.depth) // _MM) - top
    inside = replace(place, x=place.x - left * _MM, y=place.y - top * _MM)
    try:
        (measured,) = coverage_of(_alone(artwork, inside, to_pt(across * _MM), to_pt(down * _MM)), program)
    except Exception:  # a file by mail may fail pypdf in any way
        return None
    share = across * down * _MM * _MM / (place.width * place.depth)
    plates = {name: round(mean * share) for name, mean in measured.plates.items()}
    x, y = measured.where.x + left * _MM, measured.where.y + top * _MM
    where = replace(measured.where, page=place.page, x=max(place.x, x), y=max(place.y, y))
    return Coverage(place.page, plates, measured.most, where)


def _alone(artwork: Artwork, place: Place, width_pt: float, depth_pt: float) -> bytes:
    """A file of one page of this size that holds nothing else."""
    writer = PdfWriter()
    page = writer.add_page(artwork.page, [key for key in artwork.page if key not in (*KEPT, "/Type")])
    form, content = DecodedStreamObject(), DecodedStreamObject()
    form.set_data(b"\n".join(stream.get_data() for stream in streams_of(page.get("/Contents"))))
    form.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")})
    form[NameObject("/BBox")] = ArrayObject(map(FloatObject, artwork.box))
    form[NameObject("/Matrix")] = ArrayObject(map(FloatObject, artwork.upright))
    form.update({NameObject(key): page.pop(key) for key in ("/Resources", "/Group") if key in page})
    across, down, x, y = (to_pt(length) for length in (place.width, place.depth, place.x, place.y))
    content.set_data(f"0 0 0 1 k 0 0 0 1 K {across} 0 0 {down} {x} {depth_pt - y - down} cm /X Do".encode())
    named = DictionaryObject({NameObject("/X"): writer._add_object(form)})  # noqa: SLF001 (pypdf has no other way)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})
    page[NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001
    page.mediabox = RectangleObject((0, 0, width_pt, depth_pt))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
