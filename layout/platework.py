"""The ink on each page, as measured on its plates and kept from build to build.

Takes made-up pages, gives a `Coverage` for each. Plates are drawn of those pages only that nobody has measured yet: on
deadline all others are as they were.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import version

from layout.draw.looks import looks_of
from layout.draw.placements import Key, pictures_of, wanted_of
from layout.model.coverage import Coverage, unpacked
from layout.model.page import Page, Pages
from layout.model.press import Press
from layout.model.raster import Separation, Wanted
from layout.press.separation.separator import separation_for
from layout.typeset.keep import name_of, read_kept, write_kept

_MAKERS = ("pypdfium2", "Pillow", "svglib", "reportlab")
"""Whoever has a part in what is measured."""


def ink_on(press: Press, pages: Pages) -> tuple[Coverage, ...]:
    """The ink on each page without PDFs that were supplied; nothing where pictures keep colours that are no inks."""
    separation = separation_for(press, len(pages.pages))
    if separation is None:
        return ()
    wanted = wanted_of(pages.pages, separation)
    names = _names(press, pages, separation, wanted)
    known = {page: unpacked(page, kept) for page, name in names.items() if (kept := read_kept(name)) is not None}
    new = tuple(page for page in pages.pages if page.number not in known)
    if new:
        from layout.draw.plates import draw_films
        from layout.preflight.coverage import measure_films

        films = draw_films(replace(pages, pages=new), press.ink.spots, press.overprint, separation, wanted)
        for one in measure_films(films, tuple(page.number for page in new), new[0].bleed):
            known[one.page] = one
            write_kept(names[one.page], one.packed())
    return tuple(known[page.number] for page in pages.pages)


def _names(press: Press, pages: Pages, separation: Separation, wanted: Mapping[Key, Wanted]) -> Mapping[int, str]:
    """Under what the ink of each page is kept: all that it follows from."""
    limits = repr((separation.limit, press.ink.spots, press.overprint))
    made_by = (*map(version, _MAKERS), separation.name, limits)

    def name(page: Page) -> str:
        plates = separation.plates(page.number)
        keys = dict.fromkeys((picture.source.digest, plates) for picture in pictures_of(page.placed))
        parts = [(key[0], one.box, one.width, one.depth) for key in keys if (one := wanted.get(key)) is not None]
        return name_of("ink", hashlib.sha256(looks_of(page)).hexdigest(), plates.value, repr(parts), *made_by)

    return {page.number: name(page) for page in pages.pages}
