"""What is told of an issue that goes to press, as JSON: the shape of `press-report.json`.

Lengths are millimetres, ink is percent, resolutions are pixels an inch; rectangles are x, y, width, depth from the top left
corner of the trimmed page.
"""

import json
from typing import Any

from layout import __version__
from layout.model.press_report import InkOnPage, PictureUse, PressReport
from layout.units import Emu, to_mm


def press_json(report: PressReport) -> str:
    """The report as JSON."""
    written = {
        "layout": __version__,
        "publication": report.publication,
        "issue": report.date.isoformat(),
        "press": report.press,
        "standard": report.standard,
        "condition": report.condition,
        "pages": report.pages,
        "trim_mm": [_mm(report.width), _mm(report.depth)],
        "rules": [
            {"code": rule.code, "title": rule.title, "result": rule.result, "figure": rule.figure}
            for rule in report.rules
        ],
        "ink": [_ink(ink) for ink in report.inks],
        "fonts": [
            {"name": font.name, "kind": font.kind, "embedded": font.embedded, "pages": font.pages}
            for font in report.fonts
        ],
        "pictures": [_picture(picture) for picture in report.pictures],
        "files": [{"name": file.name, "bytes": file.octets, "sha256": file.sha256} for file in report.files],
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _ink(ink: InkOnPage) -> dict[str, Any]:
    return {
        "page": ink.page,
        "mean_percent": {name: amount / 10 for name, amount in ink.plates},
        "most_percent": ink.most / 10,
        **({"without": "supplied PDFs"} if ink.partial else {}),
    }


def _picture(picture: PictureUse) -> dict[str, Any]:
    place = picture.place
    return {
        "page": place.page,
        "rect_mm": [_mm(length) for length in (place.x, place.y, place.width, place.depth)],
        "pixels": picture.pixels,
        "ppi": picture.ppi,
        "space": picture.space,
    }


def _mm(length: Emu) -> float:
    return round(to_mm(length), 2)
