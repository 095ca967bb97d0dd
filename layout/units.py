"""Lengths, as exact integers.

Takes numbers with units, gives EMU; knows no styles and no files. One English Metric Unit (ECMA-376 part 1,
section 20.1.2.1) is 1/12,700 pt and 1/36,000 mm, so both the printer's unit and the maker-up's come out exact.
An unsuffixed length anywhere in this program is EMU; a float carries its unit in its name (`_pt`, `_mm`).
"""

from typing import Annotated, TypeAlias

Emu: TypeAlias = Annotated[int, "EMU"]
"""An `int` to the type checker; told from other integers where a style sheet's keys are read from the fields' types."""

EMU_PER_PT = 12_700
EMU_PER_MM = 36_000
EMU_PER_PICA = 12 * EMU_PER_PT
EMU_PER_INCH = 72 * EMU_PER_PT


def pt(points: float) -> Emu:
    """Points (1/72 inch) to EMU, rounded to the nearest."""
    return round(points * EMU_PER_PT)


def mm(millimetres: float) -> Emu:
    """Millimetres to EMU, rounded to the nearest."""
    return round(millimetres * EMU_PER_MM)


def pica(picas: float) -> Emu:
    """Picas (12 pt) to EMU, rounded to the nearest."""
    return round(picas * EMU_PER_PICA)


def to_pt(length: Emu) -> float:
    """EMU to points."""
    return length / EMU_PER_PT


def to_mm(length: Emu) -> float:
    """EMU to millimetres."""
    return length / EMU_PER_MM
