"""Fonts by family, weight, posture and optical size.

Takes folders of font families (`<folder>/<family>/family.yaml`, or bare TrueType and OpenType files in the folder), gives
`Face`s: one font at one place of its design space. Reads only the families asked for. Cuts no instances: text is shaped on
the variable font, and whatever writes the PDF pins the axes (OpenType 1.9, fvar and HVAR).
"""

import hashlib
import importlib.util
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uharfbuzz as hb
import yaml

from layout.model.style import Posture
from layout.model.text import Face
from layout.record import record

_BARE = (".ttf", ".otf", ".ttc")
_HEAD = 54
"""Length of the table that every font has (OpenType 1.9, head)."""


class UnknownFamily(Exception):
    """No font folder has this family; `known` names those there are."""

    def __init__(self, family: str, known: tuple[str, ...]) -> None:
        super().__init__(f'unknown font family "{family}"; there are: {", ".join(known) or "none"}')
        self.family, self.known = family, known


class MissingFont(Exception):
    """A family names a font file or package that is not there; the message says which and what to do."""


@record
class _FontFile:
    path: Path
    index: int
    posture: Posture
    weight: int
    axes: tuple[tuple[str, float, float], ...]


@record
class Family:
    """A family for a list: what its files offer, by posture, and the package that they are in, if any; `trouble` says why
    they cannot be had."""

    name: str
    offers: tuple[str, ...]
    package: str = ""
    trouble: str = ""


class Faces:
    """The fonts of a workspace. `folders` in order of precedence: the workspace's own, then what ships."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._files: dict[str, tuple[_FontFile, ...]] = {}
        self._faces: dict[tuple[str, int, Posture, float], Face] = {}
        self._digests: dict[Path, str] = {}

    def families(self) -> tuple[str, ...]:
        """All families of all folders, by name, in order."""
        named = {str(family) for _, family in self._declared()}
        return tuple(sorted(named | {family for family, _ in self._bare()}))

    def listed(self) -> Iterator[Family]:
        """All families with what they offer. Reads every font description: for people, not for setting."""
        packages = {name: str(_read(path).get("package", "")) for path, name in reversed([*self._declared()])}
        for name in self.families():
            try:
                yield Family(name, _offers(self._family(name)), packages.get(name, ""))
            except MissingFont as error:
                yield Family(name, (), packages.get(name, ""), str(error))

    def face(self, family: str, weight: int, posture: Posture, optical_size_pt: float) -> Face:
        """The face nearest to what is asked. Raises `UnknownFamily` or `MissingFont`."""
        key = (family, weight, posture, optical_size_pt)
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = self._open(family, weight, posture, optical_size_pt)
        return face

    def _open(self, family: str, weight: int, posture: Posture, optical_size_pt: float) -> Face:
        files = self._family(family)
        own = [file for file in files if file.posture is posture] or files
        file = min(own, key=lambda f: 0 if f.axes else abs(f.weight - weight))
        wanted = {"wght": float(weight), "opsz": optical_size_pt}
        axes = tuple((tag, min(max(wanted[tag], low), high)) for tag, low, high in file.axes if tag in wanted)
        return self._measured(family, file, tuple(sorted(axes)))

    def _measured(self, family: str, file: _FontFile, axes: tuple[tuple[str, float], ...]) -> Face:
        source = hb.Face(hb.Blob.from_file_path(str(file.path)), file.index)
        head = source.reference_table("head").data
        if not source.glyph_count or len(head) < _HEAD:
            raise MissingFont(f"{file.path}: this file holds no font that can be read; replace it")
        font = hb.Font(source)
        if axes:
            font.set_variations(dict(axes))
        extents = font.get_font_extents("ltr")
        at = dict(axes)
        place = f"-w{at.get('wght', file.weight):g}" + (f"-o{at['opsz']:g}" if "opsz" in at else "")
        name = f"{family.replace(' ', '')}-{file.posture.value.title()}{place}"
        units = source.upem
        capitals = font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT) or units * 7 // 10
        lower = font.get_metric_position(hb.OTMetricsTag.X_HEIGHT) or units // 2
        return Face(
            id=name,
            postscript_name=name,
            path=file.path,
            index=file.index,
            variations=axes,
            units_per_em=units,
            ascender=extents.ascender,
            descender=extents.descender,
            cap_height=capitals,
            x_height=lower,
            italic_angle=_italic_angle(source),
            bbox=struct.unpack(">4h", head[36:44]),
            digest=self._digest(file.path),
        )

    def _digest(self, path: Path) -> str:
        if path not in self._digests:
            self._digests[path] = hashlib.sha256(path.read_bytes()).hexdigest()
        return self._digests[path]

    def _family(self, family: str) -> tuple[_FontFile, ...]:
        if family not in self._files:
            self._files[family] = self._find(family)
        return self._files[family]

    def _find(self, family: str) -> tuple[_FontFile, ...]:
        for folder in self._folders:
            usual = folder / family.lower().replace(" ", "-") / "family.yaml"
            if usual.is_file() and (declared := _read(usual)).get("family") == family:
                return _files_of(usual, declared)
        for path, name in self._declared():
            if name == family:
                return _files_of(path, _read(path))
        bare = tuple(file for name, file in self._bare() if name == family)
        if not bare:
            raise UnknownFamily(family, self.families())
        return bare

    def _declared(self) -> Iterator[tuple[Path, str]]:
        for folder in self._folders:
            for path in sorted(folder.glob("*/family.yaml")):
                yield path, str(_read(path).get("family"))

    def _bare(self) -> Iterator[tuple[str, _FontFile]]:
        for folder in self._folders:
            for path in sorted(folder.glob("*")):
                if path.suffix.lower() in _BARE:
                    yield from _bare_faces(path)


def _offers(files: tuple[_FontFile, ...]) -> tuple[str, ...]:
    """`roman wght 200-800 opsz 6-72`, or `italic 400, 700` for files of one weight each."""
    offers = []
    for posture in Posture:
        own = [file for file in files if file.posture is posture]
        axes = [" ".join(f"{tag} {low:g}-{high:g}" for tag, low, high in file.axes) for file in own if file.axes]
        weights = ", ".join(str(weight) for weight in sorted({file.weight for file in own if not file.axes}))
        offers += [f"{posture.value} {offer}" for offer in (*axes, weights) if offer]
    return tuple(offers)


def _read(path: Path) -> dict[str, Any]:
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        declared = yaml.load(path.read_text("utf-8"), loader)  # noqa: S506 - either loader is the safe one
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise MissingFont(f"{path}: this font family cannot be read: {error}") from error
    return declared if isinstance(declared, dict) else {}


def _files_of(path: Path, declared: dict[str, Any]) -> tuple[_FontFile, ...]:
    try:
        base = _package_folder(str(declared["package"])) if "package" in declared else path.parent.resolve()
        return tuple([_file_of(path, base, face) for face in declared["faces"]])
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise MissingFont(f"{path}: the faces of this font family cannot be understood: {error}") from error


def _file_of(path: Path, base: Path, face: dict[str, Any]) -> _FontFile:
    # An installer may put links into a package's folder; a workspace's own must not lead out of it.
    file = Path(os.path.normpath(base / face["file"]))
    if base == path.parent.resolve():
        file = file.resolve()
    if not file.is_relative_to(base):
        raise MissingFont(f"{path}: {face['file']} lies outside {base.name}; keep font files beside family.yaml")
    axes = tuple((str(tag), float(low), float(high)) for tag, (low, high) in face.get("axes", {}).items())
    posture = Posture(face.get("posture", "roman"))
    if not file.is_file():
        raise MissingFont(f"{path}: there is no font file {face['file']}; put it there or mend the name")
    return _FontFile(file, int(face.get("index", 0)), posture, int(face.get("weight", 400)), axes)


def _package_folder(package: str) -> Path:
    module = package.replace("-", "_")
    found = importlib.util.find_spec(module) if module.isidentifier() else None
    if found is None or found.origin is None:
        raise MissingFont(f"the font package {package} is not installed; run: pip install {package}")
    return Path(found.origin).parent


def _bare_faces(path: Path) -> Iterator[tuple[str, _FontFile]]:
    """The faces of a font file that no family.yaml describes, from its own names."""
    blob = hb.Blob.from_file_path(str(path))
    for index in range(hb.Face(blob).count):
        face = hb.Face(blob, index)
        if not face.glyph_count:
            continue
        family = face.get_name(16) or face.get_name(1) or path.stem
        posture = Posture.ITALIC if _italic_angle(face) else Posture.ROMAN
        os2 = face.reference_table("OS/2").data
        weight = struct.unpack(">H", os2[4:6])[0] if len(os2) >= 6 else 400
        axes = tuple((axis.tag, axis.min_value, axis.max_value) for axis in face.axis_infos)
        yield family, _FontFile(path, index, posture, weight, axes)


def _italic_angle(face: Any) -> float:
    post = face.reference_table("post").data
    return struct.unpack(">i", post[4:8])[0] / 65536 if len(post) >= 8 else 0.0
