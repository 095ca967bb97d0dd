"""Press profiles (`styles/press/NAME.yaml`) become a `Press`.

Takes a profile's name and the folders to look in; `extends` is merged key by key. Every key is known or a finding with
its place, and the ICC profile that is named is there and fit for a press.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from layout.diagnostics import Severity, Span
from layout.manifest.found import Found, suggest
from layout.manifest.lengths import Unclear, read_sheet_pages
from layout.manifest.node import Table, Words, place_of
from layout.manifest.sheet import PRESS, Sheet, place, read_sheet
from layout.model.file_name import trouble_of
from layout.model.press import SHEET_PAGES, Colour, InkLimits, Press, Products, Standard

_FOLDER = "press"
_SOLID = 1000
"""One plate's solid, in tenths of a percent."""
_OWN_KEYS = ("layout", "extends", "severities")


def read_press(name: str, folders: tuple[Path, ...]) -> Press:
    """The press profile of a name, from the first of the folders of styles that has it. Raises UnusableInput with all
    that is wrong with it."""
    found = Found()
    press = read_press_of(name, folders, Span(Path(f"{name}.yaml"), 1), found)
    found.findings()
    assert press is not None
    return press


def read_press_of(name: str, folders: tuple[Path, ...], span: Span, found: Found) -> Press | None:
    """The press profile of a name; None, with findings, where there is nothing to go on with. `span` is where the name
    is written."""
    table = read_sheet(name, press_folders(folders), span, found, PRESS)
    if table is None:
        return None
    entries = {key: entry for key, entry in table.entries.items() if key not in _OWN_KEYS}
    press = Sheet(found, {}, None).fill(
        Press, Table(entries, table.span), name=name, severities=_severities(table, found)
    )
    _check_ink(press.ink, table, found)
    _check_colour_pages(press, table, found)
    _check_products(press.products, table, found)
    return replace(press, intent=replace(press.intent, profile=_profile(press, table, folders, found)))


def press_names(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """The names of all press profiles in folders of styles."""
    return tuple(sorted({path.stem for folder in press_folders(folders) for path in folder.glob("*.yaml")}))


def press_folders(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Where press profiles stand in folders of styles."""
    return tuple(folder / _FOLDER for folder in folders)


def _severities(table: Table, found: Found) -> Mapping[str, Severity | None]:
    known = {severity.value: severity for severity in Severity}
    severities: dict[str, Severity | None] = {}
    node = table.get("severities")
    for code, entry in node.entries.items() if isinstance(node, Table) else ():
        words = entry.value.text if isinstance(entry.value, Words) else ""
        if words != "off" and words not in known:
            hint = suggest(words or "", (*known, "off"))
            found.error("M012", f'"{words}" says nothing of how grave {code} is', hint, entry.value.span)
        severities[code] = known.get(words or "")
    return MappingProxyType(severities)


def _check_ink(ink: InkLimits, table: Table, found: Found) -> None:
    for key, most in (("total", ink.total), ("pictures", ink.pictures)):
        if most < _SOLID:
            hint = (
                f"write `{key}: {most}%`, in percent of all plates together" if most >= _SOLID // 10 else "write 240%"
            )
            message = f"{most / 10:g} % of ink is less than one plate prints"
            found.error("M012", message, hint, place_of(table, ("ink", key)))


def _check_colour_pages(press: Press, table: Table, found: Found) -> None:
    for words in press.ink.colour_pages:
        try:
            read_sheet_pages(words)
        except Unclear as unclear:
            span = place_of(table, ("ink", "colour-pages"))
            found.error(unclear.code, unclear.message, unclear.hint, span)


def _check_products(products: Products, table: Table, found: Found) -> None:
    node = table.get("products")
    if not isinstance(node, Table):
        return
    trouble, hint = trouble_of(products.file)
    if trouble:
        found.error("M072", f'"{products.file}": {trouble}', hint, place(node, "file"))
    if products.signature % SHEET_PAGES or products.signature < 0:
        hint = f"write a multiple of {SHEET_PAGES}, or 0 for all pages"
        found.error(
            "M072", f"{products.signature} pages cannot be folded into one another", hint, place(node, "signature")
        )


def _profile(press: Press, table: Table, folders: tuple[Path, ...], found: Found) -> Path | None:
    """The file of the ICC profile, beside the press profiles."""
    intent = table.get("intent")
    span = place(intent, "profile") if isinstance(intent, Table) else table.span
    if press.intent.profile is None:
        separates = press.colour is Colour.PROCESS
        if separates or press.standard is not Standard.NONE:
            needing = "colour: process" if separates else press.standard.value
            found.error("M071", f"{needing} needs an ICC profile", "name it under `intent: profile`", span)
        return None
    name = str(press.intent.profile)
    paths = [path for folder in press_folders(folders) if (path := folder / Path(name).name).is_file()]
    if Path(name).name != name or not paths:
        hint = f"put the file into styles/{_FOLDER}/ and write its name alone"
        found.error("M071", f"there is no ICC profile {name} in styles/{_FOLDER}", hint, span)
        return None
    # ICC.1:2022, 7.2: the header's signature, class and colour space.
    with paths[0].open("rb") as file:
        header = file.read(128)
    if header[36:40] != b"acsp" or header[12:20] != b"prtrCMYK":
        found.error("M071", f"{name} is no CMYK printer profile", "name the output profile of the press", span)
        return None
    return paths[0]
