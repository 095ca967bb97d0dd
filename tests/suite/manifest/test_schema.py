"""The schemas take what the readers take, refuse what they refuse, and are not stale."""

import json
import posixpath
import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from layout.cli import run
from layout.diagnostics import UnusableInput
from layout.manifest.issue import read_issue
from layout.manifest.press import read_press
from layout.manifest.schema import SCHEMAS, read_schema
from layout.manifest.schema.generate import generated
from layout.manifest.starter import FILES
from layout.manifest.style import read_style

ROOT = Path(__file__).parents[3]
WRITTEN = {
    "issue": sorted(ROOT.glob("issues/**/issue.yaml")),
    "style": sorted([*ROOT.glob("styles/*.yaml"), *ROOT.glob("issues/**/styles/*.yaml")]),
    "press": sorted(ROOT.glob("styles/press/*.yaml")),
}
SERVER = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
HEAD = "layout: 1\npublication: The Courier\ndate: 2026-11-22\n"
STORY = "articles: [{slug: ferry, text: Ferries run.}]\n"


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, as text editors read it: a date is text, `no` and `off` are words."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for kind, pattern, first in (
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", "[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^({pattern})$"), first)


def faults(schema: str, written: str) -> list[str]:
    """What the schema has against a YAML text."""
    checker = Draft202012Validator(json.loads(read_schema(schema)), format_checker=FormatChecker())
    document: Any = yaml.load(written, CoreLoader)
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(document)]


def test_schemas_and_reference_are_what_the_models_say() -> None:
    for path, text in generated().items():
        stale = f"{path.relative_to(ROOT)} is stale; mend it with: python -m layout.manifest.schema"
        assert path.read_text("utf-8") == text, stale


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_sound_and_every_property_is_told(name: str) -> None:
    schema = json.loads(read_schema(name))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema") and schema["$id"] and schema["title"] and schema["description"]
    for path, one in properties(schema, name):
        assert len(one.get("description", "")) > 5, path


def properties(schema: Any, path: str) -> Any:
    """Every property of a schema, with the way to it; those of branches are told where they are proposed."""
    if isinstance(schema, list):
        for number, one in enumerate(schema):
            yield from properties(one, f"{path}[{number}]")
    elif isinstance(schema, dict):
        for key, one in schema.items():
            if key == "properties":
                yield from ((f"{path}.{name}", inner) for name, inner in one.items())
            yield from properties(one, f"{path}.{key}")


@pytest.mark.parametrize(
    ("schema", "path"),
    [(schema, path) for schema, paths in WRITTEN.items() for path in paths],
    ids=lambda one: one if isinstance(one, str) else str(one.relative_to(ROOT)),
)
def test_what_is_written_suits_its_schema(schema: str, path: Path) -> None:
    assert faults(schema, path.read_text("utf-8")) == []


def test_findings_suit_their_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "issue.yaml").write_text(HEAD + STORY + "pages: 2\n")
    assert run(["check", str(tmp_path / "issue.yaml"), "--format", "json"]) in (0, 1)
    told = capsys.readouterr().out
    assert json.loads(told)["findings"] and json.loads(told)["stories"]
    assert faults("findings", told) == []
    assert faults("findings", told.replace('"line"', '"row"'))
    (tmp_path / "issue.yaml").write_text(HEAD)
    run(["check", str(tmp_path / "issue.yaml"), "--format", "json"])
    assert faults("findings", capsys.readouterr().out) == []


ODD_ISSUES = (
    "number: 412\nprice: 2.50\nedition: Late\nslug: 7\npages: '2'\nlanguage: de\n",
    "pages: {min: 1, multiple: 2}\npress: {profile: proof, colour_pages: [1, n/2, 'n - 1', 2-5]}\n",
    "press: digital\nstyle: a4\nnameplate: {title: 1984, left_ear: 7}\nmasthead: {text: Ours.}\n",
    "boxes: [{id: b, text: Box., span: page, columns: '2', optional: yes, byline: A. Name, at: foot}]\n",
    "slogans: [{id: s, lines: ONE, span: 2}]\ndummy: [{pages: 1-2, run: ferry}]\n",
    "dummy: [{page: 1, furniture: none, slots: [{article: ferry, columns: 1-6, rows: 3-9, legs: 2}]}]\n",
)
ODD_STYLES = (
    "page: {margins: {foot: 1 pica}, leading: 0.4 cm}\n",
    "inks: {sea: 'cmyk(80%, 20, 0.5, 0)', deep: 'spot(PANTONE 300, 40%)', dim: grey(5%)}\n",
    "text: {body: {size: 9pt, optical-size: 10, ink: black, gap: 1 line, indent: 0, runt: {words: 3}}}\n",
    "text: {body: {spacing: {word: [200, 400], letter: [-5, 5]}, drop-cap: {lines: 2}, features: [onum]}}\n",
    "boxes: {mine: {ground: none, rule-above: 1pt}, bare: }\nmakeup: {rows-around-pictures: 2}\n",
    "furniture: {back: , other: [{kind: section-head, rule: 1pt, gap: 2pt, rows-below: 1}]}\n",
    "exceptions: {de: [Zei-tung]}\nslogans: {loud: {role: slogan-banner, rows-above: 2}}\n",
)
ODD_PRESSES = (
    "ink: {total: 230%, pictures: 2200, spots: [PANTONE 300], colour-pages: [1, n/2+1]}\n",
    "resolution: {least: 72, line: {least: 300}}\noverprint: {text: 1 pica}\n",
    "products: {make: [pages, centre], signature: 8, marks: [crop]}\nseverities: {I204: off, P101: warning}\n",
)


@pytest.mark.parametrize("text", ODD_ISSUES)
def test_issue_takes_what_the_reader_takes(text: str, tmp_path: Path) -> None:
    assert refused("issue", HEAD + STORY + text, tmp_path) == []
    assert faults("issue", HEAD + STORY + text) == []


@pytest.mark.parametrize(
    ("schema", "text"), [*(("style", text) for text in ODD_STYLES), *(("press", text) for text in ODD_PRESSES)]
)
def test_sheets_take_what_the_reader_takes(schema: str, text: str, tmp_path: Path) -> None:
    text = f"layout: 1\nextends: {'tabloid' if schema == 'style' else 'newsprint'}\n{text}"
    assert refused(schema, text, tmp_path) == []
    assert faults(schema, text) == []


BROKEN = {
    "an unknown key": ("issue", HEAD + STORY + "pags: 4\n"),
    "an unknown key within": ("issue", HEAD + "articles: [{slug: a, text: B., headlin: C}]\n"),
    "nothing of the date": ("issue", "layout: 1\npublication: The Courier\n" + STORY),
    "no date": ("issue", HEAD.replace("2026-11-22", "22.11.2026") + STORY),
    "another version": ("issue", HEAD.replace("layout: 1", "layout: 2") + STORY),
    "a table for a text": ("issue", HEAD + STORY + "nameplate: {title: {a: b}}\n"),
    "a list without items": ("issue", HEAD + "articles: ferry\n"),
    "no choice": ("issue", HEAD + "articles: [{slug: a, text: B., start: soon}]\n"),
    "too many": ("issue", HEAD + "articles: [{slug: a, text: B., priority: 12}]\n"),
    "no number": ("issue", HEAD + STORY + "pages: many\n"),
    "no length": ("issue", HEAD + STORY + "pictures: [{id: q, file: q.png, depth: 80}]\n"),
    "two in a slot": ("issue", HEAD + STORY + "dummy: [{page: 1, slots: [{article: ferry, contents: true}]}]\n"),
    "no range": ("issue", HEAD + STORY + "dummy: [{page: 1, slots: [{article: ferry, rows: from 3}]}]\n"),
    "a jump to nowhere": ("issue", HEAD + "articles: [{slug: a, text: B., jump: later}]\n"),
    "a style of nothing": ("style", "layout: 1\nextend: tabloid\n"),
    "a table written flat": ("style", "extends: tabloid\npage: {margin-top: 12mm}\n"),
    "one margin for all": ("style", "extends: tabloid\npage: {margins: 12mm}\n"),
    "one number for three": ("style", "extends: tabloid\ntext: {body: {spacing: {word: 250}}}\n"),
    "an underscore": ("style", "extends: tabloid\nmakeup: {hole_rows: 2}\n"),
    "a length without unit": ("style", "extends: tabloid\ntext: {body: {size: 9}}\n"),
    "lines of no page": ("style", "extends: tabloid\npage: {alley: 1 line}\n"),
    "too much ink": ("style", "extends: tabloid\ninks: {sea: 'cmyk(0,120,0,0)'}\n"),
    "no alignment": ("style", "extends: tabloid\ntext: {body: {align: middle}}\n"),
    "no kind": ("style", "extends: tabloid\nfurniture: {front: [{rule: 1pt}]}\n"),
    "a sheet of tomorrow": ("style", "layout: 2\nextends: tabloid\n"),
    "no standard": ("press", "extends: newsprint\nstandard: pdf/x-9\n"),
    "no severity": ("press", "extends: newsprint\nseverities: {P101: grave}\n"),
    "no page": ("press", "extends: newsprint\nink: {colour-pages: [first]}\n"),
    "no folding": ("press", "extends: newsprint\nproducts: {signature: 6}\n"),
    "no amount": ("press", "extends: newsprint\nink: {total: much}\n"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_fails_in_both(what: str, tmp_path: Path) -> None:
    schema, text = BROKEN[what]
    assert faults(schema, text)
    assert refused(schema, text, tmp_path)


def refused(schema: str, text: str, folder: Path) -> list[str]:
    """What the reader has against a text."""
    press = folder / "styles" / "press"
    press.mkdir(parents=True)
    folders = (folder / "styles", ROOT / "styles")
    try:
        if schema == "issue":
            (folder / "issue.yaml").write_text(text, "utf-8")
            read_issue(folder / "issue.yaml")
        elif schema == "style":
            (folder / "styles" / "own.yaml").write_text(text, "utf-8")
            read_style("own", folders)
        else:
            (press / "own.yaml").write_text(text, "utf-8")
            read_press("own", folders)
    except UnusableInput as error:
        return [finding.message for finding in error.findings]
    return []


@pytest.mark.parametrize("path", [path for paths in WRITTEN.values() for path in paths], ids=lambda p: str(p.name))
def test_text_editors_are_told_of_the_schema(path: Path) -> None:
    (kind,) = (kind for kind, paths in WRITTEN.items() if path in paths)
    pointed = SERVER.match(path.read_text("utf-8"))
    assert pointed and (path.parent / pointed[1]).resolve() == ROOT / "layout/manifest/schema" / f"{kind}.json"


def test_a_new_paper_brings_its_schemas() -> None:
    for name, text in FILES.items():
        if name.endswith(".yaml"):
            pointed = SERVER.match(text)
            assert pointed
            schema = posixpath.normpath(posixpath.join(posixpath.dirname(name), pointed[1]))
            assert faults(Path(schema).stem, text) == [] and FILES[schema] == read_schema(Path(schema).stem)
