"""Ink as PDF operators: process inks as DeviceCMYK, spot inks as Separation spaces, overprint as two states.

Takes `Ink`s, gives operators and resources. Source: ISO 32000-1, 8.6.4.4 (DeviceCMYK), 8.6.6.4 (Separation),
8.6.7 (overprint). What overprints, the press says: solid black text and rules below its limits.
"""

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference

from layout.draw.objects import File
from layout.model.ink import BLACK, Ink
from layout.model.press import Overprint
from layout.units import Emu

OVERPRINT = "GO"
KNOCKOUT = "GK"


class Inks:
    """The inks of one document; each spot colour is written once, with the process amounts it is first met with."""

    __slots__ = ("_file", "_fills", "_overprint", "_spaces", "_strokes", "states")

    def __init__(self, file: File, overprint: Overprint) -> None:
        self._file = file
        self._overprint = overprint
        self._fills: dict[Ink, str] = {}
        self._strokes: dict[Ink, str] = {}
        self._spaces: dict[str, tuple[str, PDFObjectReference]] = {}
        self.states = {
            OVERPRINT: "<< /Type /ExtGState /OP true /op true /OPM 1 >>",
            KNOCKOUT: "<< /Type /ExtGState /OP false /op false /OPM 0 >>",
        }

    def fill(self, ink: Ink) -> str:
        """The operator that makes this the ink of text and areas."""
        found = self._fills.get(ink)
        if found is None:
            if ink.spot is None:
                found = f"{_amounts(ink)} k"
            else:
                found = f"/{self._space(ink, ink.spot)} cs {_share(ink.tint)} scn"
            self._fills[ink] = found
        return found

    def stroke(self, ink: Ink) -> str:
        """The operator that makes this the ink of lines."""
        found = self._strokes.get(ink)
        if found is None:
            if ink.spot is None:
                found = f"{_amounts(ink)} K"
            else:
                found = f"/{self._space(ink, ink.spot)} CS {_share(ink.tint)} SCN"
            self._strokes[ink] = found
        return found

    def text_state(self, ink: Ink, size: Emu) -> str:
        """The overprint state of text of this size."""
        return OVERPRINT if size < self._overprint.text and (ink is BLACK or ink == BLACK) else KNOCKOUT

    def rule_state(self, ink: Ink, thickness: Emu) -> str:
        """The overprint state of a rule of this thickness."""
        return OVERPRINT if thickness < self._overprint.rules and ink == BLACK else KNOCKOUT

    def spaces(self) -> PDFDictionary | None:
        """The colour spaces of all spot inks so far, for a resource dictionary."""
        return PDFDictionary(dict(self._spaces.values())) if self._spaces else None

    def _space(self, ink: Ink, spot: str) -> str:
        if spot not in self._spaces:
            name = f"S{len(self._spaces)}"
            tint = f"<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [{_amounts(ink)}] >>"
            space = PDFArray(["/Separation", PDFName(spot), "/DeviceCMYK", tint])
            self._spaces[spot] = (name, self._file.add(space))
        return self._spaces[spot][0]


def _amounts(ink: Ink) -> str:
    return " ".join(_share(amount) for amount in (ink.cyan, ink.magenta, ink.yellow, ink.black))


def _share(thousandths: int) -> str:
    return f"{thousandths / 1000:g}"
