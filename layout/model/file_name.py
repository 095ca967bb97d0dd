"""How the files of single pages are named: a press's template, filled with the facts of a page.

A name is one that every file system and every press's folder takes: letters, digits, `-`, `_` and `.`, without accents and
folders. Templates are those of `str.format` with the fields of `FIELDS`, formatted as `_FORMATS` allow and no other way.
"""

import datetime
import re
import string
import unicodedata
from types import MappingProxyType

FIELDS = MappingProxyType(
    {"publication": "Paper", "date": datetime.date(2026, 12, 31), "section": "A", "page": 1, "colour": "4c"}
)
"""The fields of a template, with a value each to try it on."""

_FORMATS = MappingProxyType({"date": re.compile("(?:%[YymdjV]|[-_.])*"), "page": re.compile("(?:0?[1-9])?")})
_PLAIN = re.compile("")
_UNSAFE = re.compile(r"[^\w.-]+")


def trouble_of(template: str) -> tuple[str, str]:
    """What is wrong with a template, and what to do; nothing twice if all is well."""
    try:
        parsed = string.Formatter().parse(template)
        fields = [
            (name, f"!{turned}" if turned else form or "") for _, name, form, turned in parsed if name is not None
        ]
        for name, form in fields:
            if name not in FIELDS:
                return (
                    f'names of files have no field "{name}"',
                    f"write {', '.join(f'{{{field}}}' for field in FIELDS)}",
                )
            if not _FORMATS.get(name, _PLAIN).fullmatch(form):
                return (
                    f'"{form}" is no format for {name}',
                    "write {page:03}, {date:%Y%m%d}, and others without a format",
                )
        name = template.format(**FIELDS)
    except (ValueError, KeyError) as error:
        return f"this name cannot be filled in: {error}", "write fields in braces, such as {page:03}"
    if not any(field == "page" for field, _ in fields):
        return "all pages would have one name", "add {page:03}"
    if not name.endswith(".pdf"):
        return "a page's file is a PDF", "let the name end with .pdf"
    if _UNSAFE.search(name) or name.startswith((".", "-")):
        return "a file's name has letters, digits, -, _ and . alone", "take out all else, spaces and folders too"
    return "", ""


def page_file_name(template: str, publication: str, date: datetime.date, section: str, page: int, colour: str) -> str:
    """The name of a page's file, by a template that is in order. A field that is empty leaves no `.` or `-` at the head,
    which would hide the file or make it an option."""
    name = template.format(
        publication=safe_name(publication), date=date, section=safe_name(section), page=page, colour=colour
    )
    return name.lstrip("-.")


def safe_name(words: str) -> str:
    """Words as a part of a file's name: accents are dropped, and whatever else is unsafe becomes a hyphen."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter))
    return _UNSAFE.sub("-", plain).strip("-.")
