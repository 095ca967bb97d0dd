"""Checks of what was made up: rules over `Issue` and `Pages` give findings. Start at `check.check`."""
