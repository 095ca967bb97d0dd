"""What cannot be built is told with place and remedy, exit code 2, and nothing is written."""

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import junitparser
import pytest
from jsonschema import Draft202012Validator

from layout.cli import run
from layout.diagnostics import ExitCode
from layout.manifest.schema import read_schema
from layout.report import FORMATS
from tests.suite.manifest.broken import CASES, broken_inputs


@pytest.mark.parametrize("name", CASES)
def test_broken_input(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    broken = next(broken for broken in broken_inputs(tmp_path) if broken.name == name)
    assert run(["build", str(broken.manifest), "-o", "out"]) == ExitCode.UNUSABLE_INPUT
    said = capsys.readouterr()
    assert said.out == ""
    place = rf"^\S*{re.escape(broken.file)}:{broken.line}:\d+: error {broken.code} .+\n    \S"
    assert re.search(place, said.err, re.MULTILINE), said.err
    assert "Traceback" not in said.err
    assert not Path("out").exists()


def spoil_font(manifest: Path) -> None:
    family = manifest.parents[2] / "fonts/inter/family.yaml"
    family.parent.mkdir(parents=True)
    family.write_text("family: Inter\nfaces: [{posture: roman, file: gone.ttf}]\n", "utf-8")


def spoil_kind(manifest: Path) -> None:
    manifest.unlink()
    manifest.mkdir()


UNREADABLE: Mapping[str, tuple[str, Callable[[Path], object]]] = {
    "not YAML": ("M003", lambda manifest: manifest.write_text("layout: 1\npublication: [x\n", "utf-8")),
    "not UTF-8": ("M002", lambda manifest: manifest.write_bytes(b"layout: 1\npublication: \xff\n")),
    "not there": ("M021", Path.unlink),
    "a folder": ("M001", spoil_kind),
    "without its font": ("M039", spoil_font),
}
"""What is wrong with a manifest, by the code that tells it."""


@pytest.mark.parametrize("what", UNREADABLE)
def test_a_check_answers_in_every_format_where_nothing_can_be_built(
    what: str, manifest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, spoil = UNREADABLE[what]
    spoil(manifest)
    for form in FORMATS:
        assert run(["check", str(manifest), "--format", form]) == ExitCode.UNUSABLE_INPUT
        said = capsys.readouterr()
        assert ANSWERED[form](said.out) == code, form
        assert said.err.endswith("cannot be built: 1 error\n") is (form != "text")
    assert "Traceback" not in said.err


def code_in_json(said: str) -> str:
    told = json.loads(said)
    Draft202012Validator(json.loads(read_schema("findings"))).validate(told)
    assert (told["issue"], told["pages"], told["stories"]) == (None, 0, [])
    (finding,) = told["findings"]
    return str(finding["code"])


def code_in_junit(said: str) -> str:
    (suite,) = junitparser.JUnitXml.fromstring(said.encode())
    ((failure,),) = (case.result for case in suite)
    assert suite.failures == 1
    return str(failure.type)


def code_in_sarif(said: str) -> str:
    (result,) = json.loads(said)["runs"][0]["results"]
    assert result["level"] == "error"
    return str(result["ruleId"])


def code_in_words(pattern: str, said: str) -> str:
    match = re.fullmatch(pattern, said)
    assert match, said
    return match[1]


ANSWERED: Mapping[str, Callable[[str], str]] = {
    "text": partial(code_in_words, r"(?:.+:\d+:\d+: )?error (M\d+) .+\n(?:    .+\n)?cannot be built: 1 error\n"),
    "json": code_in_json,
    "junit": code_in_junit,
    "sarif": code_in_sarif,
    "github": partial(code_in_words, r"::error .*title=(M\d+)::.+\n"),
}
"""How each format tells a code; what is no such document fails."""
