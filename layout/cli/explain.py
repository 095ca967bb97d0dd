"""`layout explain`, and what other commands tell of codes."""

from collections.abc import Mapping, Sequence

import click

from layout.diagnostics import ExitCode, Finding


@click.command(short_help="Tell what a finding's code means.")
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Tell what a finding's code means, why it matters and how to mend it; without a code, list them all.

    \b
    Example:
      layout explain P101
    """
    if code is None:
        for known in codes():
            click.echo(f"{known}  {_first_sentence(meaning(known))}")
        return ExitCode.CLEAN
    code = code.upper()
    text = meaning(code)
    if not text:
        raise click.ClickException(f"there is no code {code}; layout explain lists them all")
    click.echo(f"{code}\n\n{text}")
    return ExitCode.CLEAN


def meanings(findings: Sequence[Finding]) -> Mapping[str, str]:
    """What the codes of these findings mean."""
    return {code: meaning(code) for code in sorted({finding.code for finding in findings})}


def meaning(code: str) -> str:
    """What a code means, why it matters and how to mend it; nothing for an unknown one."""
    from layout.manifest.codes import MANIFEST_CODES
    from layout.preflight.check import explain as explain_rule

    return MANIFEST_CODES.get(code) or explain_rule(code) or ""


def codes() -> list[str]:
    """All codes."""
    from layout.manifest.codes import MANIFEST_CODES
    from layout.preflight.check import codes as codes_of_rules

    return sorted({*MANIFEST_CODES, *codes_of_rules()})


def _first_sentence(meaning: str) -> str:
    """What a code means, without why and how to mend it: the first sentence, on one line."""
    sentence = " ".join(meaning.removeprefix("What: ").partition("\n\n")[0].split()).partition(". ")[0]
    return f"{sentence[:1].upper()}{sentence[1:].rstrip('.')}."
