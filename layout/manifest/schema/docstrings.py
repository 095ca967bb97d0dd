"""What is written below the fields of a class. Takes a class, gives plain text; reads its module's source, for Python
keeps no docstrings of attributes (PEP 257)."""

import ast
import inspect
import sys
from collections.abc import Mapping
from functools import cache
from itertools import pairwise


def of_fields(kind: type) -> Mapping[str, str]:
    """The docstrings of a class's own fields by name, each on one line."""
    body = next(node.body for node in _classes(kind.__module__) if node.name == kind.__name__)
    told = {}
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            told[field.target.id] = " ".join(ast.literal_eval(below.value).split())
    return told


def of_class(kind: type) -> str:
    """The first sentence of a class's docstring."""
    first, _, _ = inspect.cleandoc(kind.__doc__ or "").partition("\n\n")
    sentence, stop, _ = " ".join(first.split()).partition(". ")
    return sentence + stop.strip()


@cache
def _classes(module: str) -> tuple[ast.ClassDef, ...]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return tuple(node for node in tree.body if isinstance(node, ast.ClassDef))
