"""Typecases for tests: fonts are opened and words shaped once a run, since neither depends on what is set."""

from functools import cache
from pathlib import Path

from layout.manifest.workspace import find_workspace
from layout.model.issue import Issue
from layout.typeset.faces import Faces
from layout.typeset.typecase import Typecase


def case_for(manifest: Path, issue: Issue) -> Typecase:
    """A new typecase for an issue, with words that earlier ones have shaped."""
    shared = _shared(tuple(folder for folder in find_workspace(manifest).fonts if folder.is_dir()))
    case = Typecase(shared.faces, issue.style.exceptions)
    case.shapers = shared.shapers
    return case


@cache
def _shared(folders: tuple[Path, ...]) -> Typecase:
    return Typecase(Faces(folders))
