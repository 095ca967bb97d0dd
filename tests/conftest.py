"""What holds for every test: cycles are looked for seldom, as in the program, whose commands do not look for them at all."""

import gc

gc.set_threshold(100_000, 20, 20)
