"""How values are written, as JSON Schema: what `lengths` and the readers of `keys` and `sheet` take.

An editor's YAML (1.2) makes numbers of words that are digits, so that a text may be a number there. A text that is `true`
or `false` alone has to be quoted: to take it as it is, editors would have to propose the two for every text.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

Schema = dict[str, Any]

_LENGTH = r"-?[0-9]{1,6}(\.[0-9]{1,6})?\s*(pt|mm|cm|in|picas?%s)"
_PERCENT = r"\s*(100(\.0)?|0?[0-9]{1,2}(\.[0-9])?)\s*%?\s*"
_NUMBER = "[1-9][0-9]{0,3}"
TEXT: Schema = {"type": ["string", "number"]}


def whole(least: int, most: int) -> Schema:
    """A whole number with its bounds, in quotes or without."""
    kind = {"type": ["integer", "string"], "minimum": least, "maximum": most}
    return {**kind, **_pattern("[0-9]+", f"write a number from {least} to {most}")}


def _pattern(pattern: str, remedy: str) -> Schema:
    return {"pattern": rf"^\s*({pattern})\s*$", "patternErrorMessage": remedy}


def _length(lines: str, *examples: str) -> Schema:
    remedy = f"write a number with its unit: {', '.join(examples)}"
    zero = {"const": 0, "errorMessage": remedy}
    words = {"type": "string", **_pattern(f"{_LENGTH % lines}|0", remedy), "errorMessage": remedy}
    return {"anyOf": [words, zero], "examples": list(examples)}


NOTATIONS: Mapping[str, Schema] = MappingProxyType(
    {
        "text": {"title": "text", **TEXT},
        "name": {
            "title": "name",
            "description": "A short name of letters, digits and hyphens, without spaces.",
            "type": ["string", "number"],
            "pattern": r"^[^\s/\\\[\]{}:]+$",
            "patternErrorMessage": "write letters, digits and hyphens, without spaces",
        },
        "version": {"title": "`1`", "description": "The version of this language.", "enum": [1, "1"]},
        "day": {
            "title": "day",
            "description": "Year-month-day: `2026-11-22`.",
            "type": "string",
            "format": "date",
            "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "patternErrorMessage": "write year-month-day, like 2026-11-22",
            "examples": ["2026-11-22"],
        },
        "language": {
            "title": "language",
            "description": "A language's tag: `en-GB`, `en-US`, `de`, `es`, `fr`, `it`, `pt`, `nl`, `pl`, or another for "
            "which the style has words.",
            "type": "string",
            "pattern": "^[a-z]{2,3}(-[A-Z]{2})?$",
            "patternErrorMessage": "write its tag: en-GB, en-US, de, es, fr, ...",
            "examples": ["en-GB", "en-US", "de", "es", "fr", "it", "pt", "nl", "pl"],
        },
        "style-name": {
            "title": "style",
            "description": "The name of a style sheet: `tabloid`, `broadsheet`, `berliner` and `a4` ship, others stand in "
            "the folder `styles` of the workspace.",
            **TEXT,
            "examples": ["tabloid", "broadsheet", "berliner", "a4"],
        },
        "press-name": {
            "title": "press profile",
            "description": "The name of a press profile: `newsprint`, `newsprint-x1a`, `proof` and `digital` ship, others "
            "stand in the folder `styles/press` of the workspace.",
            **TEXT,
            "examples": ["newsprint", "newsprint-x1a", "proof", "digital"],
        },
        "page": {"title": "page number", "description": "A number from 1 to 1000.", **whole(1, 1000)},
        "range": {
            "title": "range",
            "description": "The first and the last number, from 1: `1-8`; one number alone is both.",
            "type": ["string", "integer"],
            **_pattern(r"[0-9]{1,5}\s*([-–]\s*[0-9]{1,5})?", "write the first and the last number from 1, like 1-8"),
            "minimum": 1,
            "examples": ["1-8", 3],
        },
        "stretch": {
            "title": "range to the last",
            "description": "A range, or its first number and a hyphen: `31-` is the thirty-first and all after it.",
            "type": ["string", "integer"],
            **_pattern(r"[0-9]{1,5}\s*([-–]\s*([0-9]{1,5})?)?", "write the first and the last number: 1-30; or 31-"),
            "minimum": 1,
            "examples": ["1-30", "31-", 3],
        },
        "sheet-pages": {
            "title": "pages of the sheet",
            "description": "`all`, `3`, `2-5`, `n` (the last page), `n/2` (the middle), `n/2+1`, `n-1`.",
            "type": ["string", "integer"],
            **_pattern(
                f"all|{_NUMBER}( *- *{_NUMBER})?|n( */ *[1-9])?( *[+-] *[0-9]{{1,3}})?",
                "write all, 3, 2-5, n (the last), n/2 or n/2+1",
            ),
            "minimum": 1,
            "maximum": 9999,
            "examples": ["all", 1, "2-5", "n", "n/2", "n/2+1"],
        },
        "point": {
            "title": "point of a picture",
            "description": "Two shares from 0 to 1, of the width from the left and of the depth from the top: "
            "`[0.4, 0.5]`.",
            "anyOf": [
                {
                    "type": "array",
                    "items": {"type": "number", "minimum": 0, "maximum": 1},
                    "minItems": 2,
                    "maxItems": 2,
                },
                {
                    "type": "string",
                    "pattern": r"^\s*[01](\.[0-9]{1,6})?\s*,\s*[01](\.[0-9]{1,6})?\s*$",
                    "patternErrorMessage": "write two shares from 0 to 1, like 0.4,0.5",
                },
            ],
            "examples": [[0.4, 0.5]],
        },
        "legs": {
            "title": "number of legs, or `page`",
            "description": "How many legs of the story, 1 to 24, or `page`: all of its width.",
            "type": ["integer", "string"],
            "minimum": 1,
            "maximum": 24,
            "pattern": "^(page|[0-9]+)$",
            "patternErrorMessage": "write a number of legs, or page",
            "examples": [1, 2, "page"],
        },
        "jump": {
            "title": "jump",
            "description": "`{to: 4}` for page 4, `allowed` for any where there is need, or `never`.",
            "anyOf": [
                {"enum": ["never", "allowed"]},
                {
                    "type": "object",
                    "properties": {
                        "to": {"$ref": "#/$defs/page", "description": "The page on which the story goes on."}
                    },
                    "required": ["to"],
                    "additionalProperties": False,
                },
            ],
            "examples": [{"to": 4}, "allowed", "never"],
        },
        "length": {
            "title": "length",
            "description": "A number with its unit: `12pt`, `80mm`, `2.5cm`, `1in`, `1 pica`, or `3 lines` of the page's "
            "grid.",
            **_length("|lines?", "12pt", "80mm", "3 lines"),
        },
        "measure": {
            "title": "length without lines",
            "description": "A number with its unit: `12pt`, `80mm`, `2.5cm`, `1in` or `1 pica`.",
            **_length("", "12pt", "80mm", "1 pica"),
        },
        "colour": {
            "title": "colour",
            "description": "The name of one of the style's inks, `cmyk(0,100,80,0)`, `gray(20%)` (100 is black), or a spot "
            "colour: `spot(PANTONE 300)`, in a tint `spot(PANTONE 300,40%)`.",
            "type": "string",
            **_pattern(
                rf"[^()]+|cmyk\({_PERCENT}(,{_PERCENT}){{3}}\)|gr[ae]y\({_PERCENT}\)|spot\([^(),]+(,{_PERCENT})?\)",
                "write the name of an ink, cmyk(0,100,80,0), gray(20%) or spot(NAME)",
            ),
            "examples": ["black", "cmyk(0,100,80,0)", "gray(20%)", "spot(PANTONE 300)"],
        },
        "number": {
            "title": "whole number",
            "description": "Digits without a unit.",
            "type": ["integer", "string"],
            **_pattern("-?[0-9_]{1,9}%?", "write it in digits, without a unit"),
        },
        "amount": {
            "title": "amount of ink",
            "description": "Percent of one plate, or of all together: `240%` of the 400% that four plates could print.",
            "type": ["integer", "string"],
            **_pattern("[0-9_]{1,9}%?", "write it in percent: 240%"),
            "examples": ["240%"],
        },
        "points": {
            "title": "number of points",
            "description": "A size of type in points: `10`.",
            "type": ["number", "string"],
            "pattern": rf"^\s*({_LENGTH % '|lines?'}|[0-9]{{1,6}}(\.[0-9]{{1,6}})?)\s*$",
            "patternErrorMessage": "write a size in points: 10",
        },
    }
)
"""Notations by name. `title` is what the reference calls it, `description` says how it is written."""
