"""Straight marks become the language's own."""

import pytest

from layout.manifest.marks import set_marks, set_marks_across

CASES = """
en-GB | "Hello," she said, "it's 'fine'."      | ‘Hello,’ she said, ‘it’s “fine”.’
en-GB | 'He said "no"' -- twice                | ‘He said “no”’ – twice
en-GB | She said "'No'" again...               | She said ‘“No”’ again…
en-GB | 'twas in the '90s, the dogs' bones     | ’twas in the ’90s, the dogs’ bones
en-GB | 1914--18 and pages 3--5                | 1914–18 and pages 3–5
en-GB | one--two --- three                     | one – two — three
en-US | He--she -- said "x 'y'"                | He—she—said “x ‘y’”
de    | Er sagte: "Nein, 'so' nicht!" -- ja    | Er sagte: „Nein, ‚so‘ nicht!“ – ja
fr    | Il dit "oui" ! Vraiment ?              | Il dit «~oui~»~! Vraiment~?
es    | dijo --con calma-- "no 'sí'"           | dijo —con calma— «no “sí”»
nl    | zij zei: "ja"                          | zij zei: ‘ja’
pl    | "tak"                                  | „tak”
sv    | "ja"                                   | ”ja”
en-GB | 5'10" tall                             | 5’10" tall
"""


@pytest.mark.parametrize("case", CASES.strip().split("\n"))
def test_marks(case: str) -> None:
    language, written, wanted = (part.strip() for part in case.split("|"))
    assert set_marks(written, language) == wanted.replace("~", "\u202f")


def test_depth_runs_on_across_emphasis_and_literal_text_stays() -> None:
    stretches = ('"She said, ', "'no'", '," and ', '"', " left --", " gone")
    literal = (False, False, False, True, False, False)
    assert "".join(set_marks_across(stretches, literal, "en-GB")) == '‘She said, “no”,’ and " left – gone'


@pytest.mark.parametrize("language", ["en-GB", "fr", "xx"])
def test_set_marks_stay(language: str) -> None:
    once = set_marks('"It\'s -- 1914--18..." he said', language)
    assert set_marks(once, language) == once
