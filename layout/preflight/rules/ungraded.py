"""What: the press profile says how grave a code is that no rule has.

Why: it does nothing; whoever wrote it believes that a rule is off, or an error.

Fix: write the code as findings and `layout explain` have it: a capital and three figures.
"""

from collections.abc import Callable, Iterator

from layout.diagnostics import Finding, Severity
from layout.model.press import Press

CODE = "P124"


def check_severities(press: Press, codes: Callable[[], tuple[str, ...]]) -> Iterator[Finding]:
    """One finding a code that is none of `codes`; which are asked for only where there are severities."""
    known = codes() if press.severities else ()
    for code in press.severities:
        if code not in known:
            message = f'the press profile "{press.name}" grades {code}, which is no rule'
            right = code.upper()
            hint = (
                f"write {right} under its `severities`"
                if right in known
                else "rules have codes like P101, I208 and X104; `layout explain` lists them"
            )
            yield Finding(CODE, Severity.WARNING, message, hint)
