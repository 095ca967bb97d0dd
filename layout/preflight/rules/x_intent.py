"""What: the output intent is missing or not whole. It says for which press and paper the file is made.

Why: without it nobody knows what 50 % magenta means (ISO 15930-7, 6.2.2; 15930-4, 6.2.2).

Fix: export with the output profile of the press; it must be a CMYK printer profile and be embedded.
"""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.opened import listing, name, number, plain, table

CODE = "X103"
_HINT = "export with the output profile of the press, embedded"
_KEYS = ("/OutputConditionIdentifier", "/RegistryName", "/Info")


def check_intent(claim: Claim) -> Iterator[Finding]:
    """One finding for each thing that is missing."""
    if not claim.is_x:
        return
    intents = [table(one) for one in listing(claim.file.catalog.get("/OutputIntents"))]
    ours = [intent for intent in intents if name(intent.get("/S")) == "/GTS_PDFX"]
    if len(ours) != 1:
        message = "no output intent of PDF/X" if not ours else f"{len(ours)} output intents of PDF/X"
        yield missing(CODE, f"the file has {message}; one is wanted", _HINT)
        return
    for key in _KEYS:
        if not plain(ours[0].get(key)):
            yield missing(CODE, f"the output intent says nothing of {key}", _HINT)
    yield from _profile(claim, ours[0])


def _profile(claim: Claim, intent: DictionaryObject) -> Iterator[Finding]:
    stream = table(intent.get("/DestOutputProfile"))
    octets = claim.file.content(stream)
    if len(octets) < 128 or octets[36:40] != b"acsp":
        yield missing(CODE, "the output intent holds no ICC profile", _HINT)
        return
    kind, space = octets[12:16].decode("latin-1"), octets[16:20].decode("latin-1").strip()
    if (kind, space) != ("prtr", "CMYK"):
        yield missing(CODE, f"the output intent's profile is of class {kind} for {space}, not a CMYK printer's", _HINT)
    elif number(stream.get("/N")) != 4:
        yield missing(CODE, f"the output intent's profile says /N {number(stream.get('/N')):g}; 4 is wanted", _HINT)
