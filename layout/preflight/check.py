"""All rules over one issue. Total: whatever is on the pages, there are findings and no exception."""

from layout.diagnostics import Finding
from layout.model.issue import Issue
from layout.model.page import Pages
from layout.preflight.proof import Proof
from layout.preflight.rules import RULES


def check(issue: Issue, pages: Pages) -> tuple[Finding, ...]:
    """What every rule finds, each thing once, in the order of the rules and, within one, of the pages."""
    proof = Proof(issue, pages)
    return tuple(dict.fromkeys(finding for rule in RULES for finding in rule(proof)))


def explain(code: str) -> str | None:
    """What a code of these rules means, why it matters and how to mend it; None for other codes."""
    import inspect
    import sys

    for rule in RULES:
        module = sys.modules[rule.__module__]
        if code == module.CODE:
            return inspect.cleandoc(module.__doc__ or "")
    return None
