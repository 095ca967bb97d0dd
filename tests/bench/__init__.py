"""The same text set by four programs, side by side: how good the lines are, how long it takes. Never part of the gate."""
