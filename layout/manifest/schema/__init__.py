"""JSON Schemas (2020-12) of what an editor writes, and of what is told of it: help in text editors, a check in CI.

Takes a schema's name, gives its text from the file beside this one. The files are written by `python -m
layout.manifest.schema` from the keys, the models and their docstrings; a test sees that they are not stale. Sources: JSON
Schema, core and validation, draft 2020-12; `errorMessage` and `patternErrorMessage` are extensions that VS Code knows.
"""

from pathlib import Path

SCHEMAS = ("issue", "style", "press", "findings")
"""What there is a schema of: `issue.yaml`, style sheets, press profiles and `findings.json`."""
FOLDER = Path(__file__).parent


def read_schema(name: str) -> str:
    """The JSON Schema of one of `SCHEMAS`."""
    return (FOLDER / f"{name}.json").read_text("utf-8")
