"""What the README says can be done: every command is one that the program has, and a test covers it."""

import re
import shlex
from pathlib import Path

import pytest

from layout.cli import layout

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line and not line.startswith("#")]
TESTS = "".join(path.read_text("utf-8") for path in sorted((ROOT / "tests").rglob("test_*.py")))


def test_set_up_is_two_commands() -> None:
    assert BLOCKS[0].strip() == (
        "python3 -m venv .venv && .venv/bin/pip install -q '.[test]' && "
        ".venv/bin/layout build issues/the-forme/issue.yaml -o out"
    )
    assert BLOCKS[1].strip() == ".venv/bin/pytest"


@pytest.mark.parametrize("line", COMMANDS)
def test_command_exists_and_is_tested(line: str) -> None:
    for part in line.split("&&"):
        words = shlex.split(part.split(">")[0], comments=True)
        if Path(words[0]).name != "layout":
            assert Path(words[0]).name in {"python3", "pip", "pytest", "cat"}
            continue
        command = layout.commands[words[1]]
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert {word for word in words[2:] if word.startswith("-")} <= known
        assert f'"{words[1]}"' in TESTS, f"no test runs layout {words[1]}"


def test_every_command_is_in_the_readme() -> None:
    named = {shlex.split(line.split(">")[0], comments=True)[1] for line in COMMANDS if "layout " in line}
    assert set(layout.commands) <= named | set(re.findall(r"`layout (\w+)", README))


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_dependency_is_explained() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for requirement in project["dependencies"]:
        name = re.split(r"[<>=\[]", requirement)[0]
        assert f"`{name}`" in README, f"README does not say what {name} is for"
