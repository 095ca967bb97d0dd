"""Ink amounts: what a plate gets, in integer tenths of a percent."""

from layout.record import record


@record
class Ink:
    """A process or spot colour. Each amount is 0..1000 (tenths of a percent).

    A `spot` ink prints `tint` of the named plate and falls back to the process amounts where that plate is missing.
    """

    cyan: int = 0
    magenta: int = 0
    yellow: int = 0
    black: int = 0
    spot: str | None = None
    tint: int = 1000

    @property
    def total(self) -> int:
        """Total area coverage in tenths of a percent."""
        return self.cyan + self.magenta + self.yellow + self.black


BLACK = Ink(black=1000)
PAPER = Ink()
