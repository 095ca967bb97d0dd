"""Pictures and the colours of drawings in the inks of a press.

`separator` is the whole of it and keeps what it made between builds, `scan` reads picture files, `inking` turns colours into
ink by the press's ICC profile, `coding` packs pixels for a PDF. Only the last three need Pillow, and only where nothing
was kept.
"""
