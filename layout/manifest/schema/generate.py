"""The files that are made from the keys, the models and their docstrings: four schemas, and the reference in Markdown.

Gives paths with their texts; writes nothing.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from layout.manifest.schema import FOLDER
from layout.manifest.schema.findings import findings_schema
from layout.manifest.schema.issue import issue_schema
from layout.manifest.schema.reference import reference
from layout.manifest.schema.sheets import press_schema, style_schema


def generated() -> Mapping[Path, str]:
    """Each file's text."""
    schemas = {
        "issue": issue_schema(),
        "style": style_schema(),
        "press": press_schema(),
        "findings": findings_schema(),
    }
    texts = {
        FOLDER / f"{name}.json": json.dumps(one, ensure_ascii=False, indent=1) + "\n" for name, one in schemas.items()
    }
    return {**texts, FOLDER.parent / "README.md": reference(schemas)}
