"""Programs of others that are used where they are installed."""

import shutil


def ghostscript() -> str | None:
    """The path of Ghostscript; None where it is not installed."""
    return shutil.which("gs")
