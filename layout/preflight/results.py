"""What became of each rule, for the press's report.

Takes rules and what they found, gives a `RuleResult` for each that is not switched off, in their order.
"""

import inspect
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from layout.diagnostics import Finding, Severity
from layout.model.press import Press
from layout.model.press_report import RuleResult


def results_of(
    rules: Iterable[Callable[[Any], Iterator[Finding]]],
    findings: tuple[Finding, ...],
    press: Press,
    measured: Mapping[str, str] = MappingProxyType({}),
) -> tuple[RuleResult, ...]:
    """The rules with what they found. The figure is that of the gravest finding, or else what was `measured`, by code."""
    modules = [sys.modules[rule.__module__] for rule in rules]
    return tuple(
        _result(module, [one for one in findings if one.code == module.CODE], measured.get(module.CODE, ""))
        for module in modules
        if press.severities.get(module.CODE, Severity.NOTE) is not None
    )


def _result(module: Any, found: list[Finding], measured: str) -> RuleResult:
    code, title = module.CODE, _title(module)
    if not found:
        return RuleResult(code, title, None, measured)
    order = list(Severity)
    gravest = max(found, key=lambda finding: order.index(finding.severity))
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return RuleResult(code, title, gravest.severity, gravest.message + more)


def _title(module: Any) -> str:
    """What a rule looks for: the first sentence of its docstring, which begins with `What:`."""
    told = " ".join(inspect.cleandoc(module.__doc__ or "").split("\n\n")[0].removeprefix("What:").split())
    return told.partition(". ")[0].rstrip(".")
