"""The README keeps its word: every command on it runs, every file that it points to is there.

The two set-up commands fetch packages, so `.ci/run` runs them; here it is only held that it takes them from the page.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from layout.cli import COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh ?(.*?)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
TOURS = [(about, script) for about, script in BLOCKS if about != "setup"]


@pytest.mark.parametrize(("about", "script"), TOURS, ids=[script.splitlines()[0] for _, script in TOURS])
def test_command_of_readme_runs(about: str, script: str, tmp_path: Path) -> None:
    for tool in about.removeprefix("needs").split():
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    for folder in ("issues", "fonts", "styles"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    typed(script, tmp_path)


@pytest.mark.parametrize("about", ["github", "gitlab", "pre-commit"])
def test_what_ci_is_told_runs_on_a_new_paper_and_finds_nothing(about: str, tmp_path: Path) -> None:
    typed("layout new . --yes", tmp_path)
    commands = re.findall(r"(?:run:|-|entry:) (layout [a-z]+ issues/[^\n]*)", snippet(about))
    assert len(commands) == (2 if about == "github" else 1)
    for command in commands:
        said = typed(command, tmp_path)
        assert command.startswith("layout press") or said in ("", "1 page: nothing to complain of\n"), said


def test_the_smallest_issue_of_the_page_with_its_story_has_no_finding(tmp_path: Path) -> None:
    (story,) = re.findall(r"^```markdown\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    (issue,) = re.findall(r"^```yaml\n(layout: 1\npublication.*?)^```$", README, re.MULTILINE | re.DOTALL)
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "ferry.md").write_text(story, "utf-8")
    (tmp_path / "issue.yaml").write_text(issue, "utf-8")
    assert issue.count("\n") == 4 and "has four lines" in README
    assert typed("layout check issue.yaml", tmp_path) == "1 page: nothing to complain of\n"


def test_a_finding_is_shown_as_it_is_told(tmp_path: Path) -> None:
    typed("layout new . --yes", tmp_path)
    manifest = tmp_path / "issues/first/issue.yaml"
    slot = re.search(r"article: bridge, columns: \S+, rows: 1-(\d+)", text := manifest.read_text("utf-8"))
    assert slot
    manifest.write_text(text.replace(slot[0], slot[0].replace(slot[1], str(int(slot[1]) - 7))), "utf-8")
    assert typed("layout check issues/first/issue.yaml || true", tmp_path) in README


def test_set_up_is_two_commands_that_ci_takes_from_here() -> None:
    setup = [script for about, script in BLOCKS if about == "setup"]
    assert [script.count("\n") for script in setup] == [1, 1]
    assert "layout build" in setup[0]
    assert "pytest" in setup[1]
    assert "sh setup" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "layout/README.md", "layout/manifest/README.md"]
)
def test_links_lead_somewhere(page: str) -> None:
    text = re.sub(r"```.*?```|`[^`\n]+`", "", (ROOT / page).read_text("utf-8"), flags=re.DOTALL)  # examples aside
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if "://" not in target:
            assert ((ROOT / page).parent / target).exists(), target


def test_every_dependency_is_explained() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
    listed = re.search(r"^dependencies = \[\n(.*?)^\]", pyproject, re.MULTILINE | re.DOTALL)
    assert listed is not None
    for name in re.findall(r'"([A-Za-z0-9-]+)>=', listed[1]):
        assert name.lower() in README.lower(), name


def test_every_command_is_on_the_page() -> None:
    assert set(COMMANDS) == set(re.findall(r"^layout (\w+)", README, re.MULTILINE))


@pytest.mark.parametrize(("about", "schema"), [("github", "vendor.github-workflows"), ("gitlab", "vendor.gitlab-ci")])
def test_what_ci_is_told_suits_its_schema(about: str, schema: str, tmp_path: Path) -> None:
    (tmp_path / "ci.yaml").write_text(snippet(about), "utf-8")
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(tmp_path / "ci.yaml")]
    ended = subprocess.run(words, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_the_hook_names_what_a_hook_needs() -> None:
    (repository,) = yaml.safe_load(snippet("pre-commit"))["repos"]
    (hook,) = repository["hooks"]
    assert repository["repo"] == "local" and {"id", "name", "entry", "language"} <= hook.keys()


def typed(script: str, folder: Path) -> str:
    """What commands answer that are typed in a folder; they must end well."""
    program = folder.parent / f"{folder.name}-bin" / "layout"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m layout "$@"\n')
    program.chmod(0o755)
    path = os.pathsep.join((str(program.parent), os.environ["PATH"]))
    ended = subprocess.run(
        ("bash", "-e", "-c", script),
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def snippet(about: str) -> str:
    found = re.search(rf"^```yaml {about}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]
