"""Which edition is made: what is printed, or what is read on a screen."""

from enum import Enum


class Edition(Enum):
    """PRINT carries ink alone; DIGITAL carries links and an outline as well."""

    PRINT = "print"
    DIGITAL = "digital"
