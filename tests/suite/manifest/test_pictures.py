"""Pictures are measured from their headers, and broken ones told."""

import io
from pathlib import Path

import pytest
from PIL import Image

from layout.diagnostics import Finding, Span, UnusableInput
from layout.manifest.found import Found
from layout.manifest.pictures import measure_picture
from layout.model.page import PictureSource

SVG = b'<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="80mm"></svg>'


def measure(tmp_path: Path, octets: bytes) -> PictureSource | Finding:
    path = tmp_path / "picture"
    path.write_bytes(octets)
    found = Found()
    source = measure_picture(path, Span(path, 1), found)
    if source is not None:
        return source
    with pytest.raises(UnusableInput) as refused:
        found.findings()
    return refused.value.findings[0]


def encoded(kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise((30, 20), 50).save(stream, kind, **options)
    return stream.getvalue()


def turned() -> bytes:
    exif = Image.Exif()
    exif[274] = 6
    return encoded("JPEG", exif=exif)


@pytest.mark.parametrize(
    ("octets", "kind", "pixels"),
    [
        (encoded("JPEG"), "jpeg", (30, 20)),
        (encoded("JPEG", progressive=True), "jpeg", (30, 20)),
        (turned(), "jpeg", (20, 30)),
        (encoded("PNG"), "png", (30, 20)),
        (encoded("TIFF"), "tiff", (30, 20)),
        (SVG, "svg", (302, 151)),
    ],
)
def test_whole_pictures(octets: bytes, kind: str, pixels: tuple[int, int], tmp_path: Path) -> None:
    source = measure(tmp_path, octets)
    assert isinstance(source, PictureSource)
    assert (source.kind, source.pixels) == (kind, pixels)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_every_truncation_is_found(kind: str, tmp_path: Path) -> None:
    whole = encoded(kind)
    for end in (*range(12, len(whole) - 12, 37), len(whole) - 3, len(whole) - 1):
        finding = measure(tmp_path, whole[:end])
        assert isinstance(finding, Finding), end
        assert finding.code == "M041"


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"GIF89a", "M043"),
        (b"", "M041"),
        (SVG.replace(b"<svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg'), "M041"),
        (SVG.replace(b"viewBox", b"data").replace(b"width", b"data-w"), "M041"),
        (b"II*\x00\xff\xff\xff\xff", "M041"),
    ],
)
def test_refused(octets: bytes, code: str, tmp_path: Path) -> None:
    finding = measure(tmp_path, octets)
    assert isinstance(finding, Finding)
    assert finding.code == code
