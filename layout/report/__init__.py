"""What was found and what stands where, as text and JSON; files written whole or not at all.

`FORMATS` are the formats of `layout check`, by the name that `--format` takes.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from layout.report.account import Account
from layout.report.findings import json_report
from layout.report.github import github_report
from layout.report.junit import junit_report
from layout.report.sarif import sarif_report
from layout.report.text import text_report

FORMATS: Mapping[str, Callable[[Account, Path], str]] = MappingProxyType(
    {
        "text": text_report,
        "json": json_report,
        "junit": junit_report,
        "sarif": sarif_report,
        "github": github_report,
    }
)
