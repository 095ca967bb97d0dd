"""Where files are: the workspace, what ships with the program, and the guard that keeps paths inside.

Takes paths as written, gives resolved ones; files are read here and nowhere else in this folder, save pictures.
"""

import codecs
import importlib.util
import os
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import layout
from layout.diagnostics import Span
from layout.manifest.found import Found, near
from layout.typeset.faces import Faces

_MARKERS = ("issues", "fonts", "styles")
_FAMILY = re.compile(r"^family:[ \t]*[\"']?(.+?)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_PACKAGE = re.compile(r"^package:[ \t]*[\"']?([\w.-]+)", re.MULTILINE)
_DROPPED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_FOREIGN_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff]")


class Workspace(NamedTuple):
    """The folder that nothing may leave, and the folders of fonts and styles, the workspace's own first."""

    root: Path
    fonts: tuple[Path, ...]
    styles: tuple[Path, ...]


def find_workspace(manifest: Path) -> Workspace:
    """The nearest folder upward that has `issues/`, `fonts/` or `styles/`; else the manifest's own folder."""
    folder = manifest.resolve().parent
    root = next((up for up in (folder, *folder.parents) if any((up / name).is_dir() for name in _MARKERS)), folder)
    return Workspace(root, _folders(root, "fonts"), _folders(root, "styles"))


def shipped(name: str) -> Path:
    """The folder `fonts` or `styles` that comes with the program: of an installed wheel, else of a checkout."""
    package = Path(layout.__file__).resolve().parent
    installed = package / "shipped" / name
    return installed if installed.is_dir() else package.parent / name


def list_styles(workspace: Workspace) -> tuple[tuple[str, Path], ...]:
    """Names of all styles with their files, by name; the workspace's own hide shipped ones of the same name."""
    styles: dict[str, Path] = {}
    for folder in workspace.styles:
        for path in folder.glob("*.yaml"):
            styles.setdefault(path.stem, path)
    return tuple(sorted(styles.items()))


def has_family(folders: tuple[Path, ...], family: str) -> bool:
    """Whether a font family is in these folders."""
    return family in _declared_families(folders) or family in family_names(folders)


def missing_package(folders: tuple[Path, ...], family: str) -> str:
    """The package that a font family's files are in, if it is not installed; else nothing."""
    package = _declared_families(folders).get(family, "")
    module = package.replace("-", "_")
    return package if package and not (module.isidentifier() and importlib.util.find_spec(module)) else ""


@cache
def family_names(folders: tuple[Path, ...]) -> frozenset[str]:
    """All font families of these folders, bare font files among them: slow, for what `family.yaml` files do not name."""
    return frozenset(Faces(folders).families())


@cache
def _declared_families(folders: tuple[Path, ...]) -> dict[str, str]:
    """The packages of families by family, nothing where the files stand beside family.yaml."""
    families = dict[str, str]()
    for family, package in (declared for folder in folders for declared in _declared_in(folder)):
        families.setdefault(family, package)
    return families


def inside(workspace: Workspace, folders: tuple[Path, ...], written: str, span: Span, found: Found) -> Path | None:
    """The file that a path means, from the first of `folders` where it exists, or else where at least its folder does;
    None, with a finding, outside of the workspace."""
    if "://" in written:
        hint = "save the file in the folder of the issue, and write its name"
        found.error("M022", f'"{written}" is an address, and nothing is fetched from the network', hint, span)
        return None
    paths = [_resolved(folder, written) for folder in folders]
    near_by = next((path for path in paths if path and path.parent.is_dir()), paths[0])
    path = next((path for path in paths if path and path.is_file()), near_by)
    if path is None:
        found.error("M022", f'"{written!r}" is not a path', "write a relative path", span)
        return None
    if not path.is_relative_to(workspace.root) or Path(written).is_absolute():
        hint = f"put the file into {workspace.root} and write its path from the manifest's folder"
        plain = Path(os.path.normpath(folders[0] / written))
        what = "link" if plain.is_relative_to(workspace.root) else "path"
        found.error("M022", f'the {what} "{written}" leads out of the workspace', hint, span)
        return None
    return path


def read_text(path: Path, found: Found, span: Span | None = None) -> str | None:
    """A file as clean text: UTF-8, newlines as `\\n`, NFC, no invisible characters; None with a finding if there is
    none. `span` is where the file is asked for."""
    try:
        octets = path.read_bytes()
    except FileNotFoundError:
        _missing(path, found, span)
        return None
    except OSError as error:
        hint = "check its permissions, and that it is a file"
        if path.is_dir():
            hint = 'did you mean "issue.yaml" in it?' if (path / "issue.yaml").is_file() else "name a file in it"
        found.error("M001", f"{path.name} cannot be read: {error.strerror}", hint, span or Span(path, 1))
        return None
    try:
        text = octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = octets.count(b"\n", 0, error.start) + 1
        column = error.start - (octets.rfind(b"\n", 0, error.start) + 1) + 1
        found.error("M002", f"{path.name} is not UTF-8", _how_to_save(octets), Span(path, line, column))
        return None
    if text.startswith("{\\rtf"):
        found.error("M002", f"{path.name} is not plain text", _how_to_save(octets), Span(path, 1))
        return None
    return _clean(text, path, found)


def _how_to_save(octets: bytes) -> str:
    """What to do with a file that is no UTF-8, by how it begins."""
    if octets.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        return "it is a word processor's file; save it there as plain text with the encoding UTF-8"
    if b"\0" not in octets:
        return "open it in a text editor and save it again with the encoding UTF-8; it is likely Windows-1252"
    if octets[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "open it in a text editor and save it again with the encoding UTF-8; it is UTF-16 (Unicode)"
    return "it is no text at all; name a text file"


def _clean(text: str, path: Path, found: Found) -> str:
    text = _FOREIGN_BREAKS.sub("\n", text)
    if dropped := _DROPPED.search(text):
        count = len(_DROPPED.findall(text))
        which = f"U+{ord(dropped[0]):04X}"
        message = f"{count} invisible characters left out, the first {which}"
        if count == 1:
            message = f"an invisible character left out, {which}"
        hint = "remove soft hyphens, zero-width and control characters; hyphenation is the program's"
        found.note("M058", message, hint, _place(text, dropped.start(), path))
        text = _DROPPED.sub("", text)
    if private := _PRIVATE.search(text):
        message = f"the private character U+{ord(private[0]):04X} has no meaning outside its font"
        found.error("M058", message, "write the character that is meant", _place(text, private.start(), path))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text


def _place(text: str, index: int, path: Path) -> Span:
    return Span(path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _missing(path: Path, found: Found, span: Span | None) -> None:
    hint = likely_file(path, "check the spelling and the folder, or write the file")
    found.error("M021", f"there is no file {known_as(path)}", hint, span or Span(path, 1))


def known_as(path: Path) -> str:
    """A file's path from its workspace."""
    return path.relative_to(_root_of(path)).as_posix()


def _root_of(path: Path) -> Path:
    """The root of the workspace that a file would be in, if its folder existed."""
    there = next(folder for folder in path.parents if folder.is_dir())
    return find_workspace(there / path.name).root


def likely_file(path: Path, remedy: str) -> str:
    """A hint for a file that is not there: one beside it with nearly its name, one of its name in a folder below or beside
    its own, or the remedy."""
    if "\\" in path.name:
        return "write / between folders, on every system"
    try:
        beside = {other.stem: other.name for other in sorted(path.parent.iterdir()) if other.is_file()}
    except OSError:
        beside = {}
    if likely := near(path.stem, beside):
        return f'did you mean "{beside[likely]}"?'
    root = _root_of(path)
    around = [folder for folder in (path.parent, path.parent.parent) if folder.is_dir() and folder.is_relative_to(root)]
    below = (folder for outer in around for folder in sorted(outer.iterdir()))
    likely = next((f"{folder.name}/{path.name}" for folder in below if (folder / path.name).is_file()), "")
    return f'did you mean "{likely}"?' if likely else remedy


def _resolved(folder: Path, written: str) -> Path | None:
    try:
        return (folder / written).resolve()
    except (OSError, ValueError, RuntimeError):
        return None


def _folders(root: Path, name: str) -> tuple[Path, ...]:
    own, ships = root / name, shipped(name)
    return (own, ships) if own.is_dir() and own != ships else (ships,)


def _declared_in(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*/family.yaml")):
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        family, package = _FAMILY.search(text), _PACKAGE.search(text)
        if family:
            yield family[1], package[1] if package else ""
