"""Slogans, pictures, grids of them and boxes: what a manifest defines once and stories and slots name.

Takes a manuscript and its keys, puts each sound piece on the manuscript's desk, by its id.
"""

from typing import NamedTuple

from layout.diagnostics import Span
from layout.elements.box import Box
from layout.elements.grid import Grid
from layout.elements.picture import Picture
from layout.elements.slogan import Slogan
from layout.manifest.found import suggest
from layout.manifest.keys import BoxKeys, IssueKeys, PictureKeys, SloganKeys
from layout.manifest.manuscript import Manuscript
from layout.manifest.marks import set_marks
from layout.model.issue import Content, Need
from layout.model.text import Text
from layout.units import Emu


def read_pieces(script: Manuscript, keys: IssueKeys) -> None:
    """Reads them in an order in which each finds those that it may name."""
    reading, first = _Pieces(script, keys), dict[str, Span]()
    for section in ("slogans", "pictures", "boxes"):
        for number, piece in enumerate(getattr(keys, section)):
            where = script.place(section, number, "id")
            if piece.id in first:
                hint = (
                    f"it is used in line {first[piece.id].line} already: all pieces share one list of names; rename one"
                )
                script.found.error("M020", f'the id "{piece.id}" is used twice', hint, where)
                continue
            first[piece.id] = where
            made = reading.piece(piece, (section, number))
            if made is not None:
                script.desk.pieces[piece.id] = made


class _Pieces(NamedTuple):
    """The reading of one manifest's pieces."""

    script: Manuscript
    keys: IssueKeys

    def piece(self, piece: SloganKeys | PictureKeys | BoxKeys, loc: tuple[str, int]) -> Content | None:
        if isinstance(piece, SloganKeys):
            return self._slogan(piece, loc)
        return self._picture(piece, loc) if isinstance(piece, PictureKeys) else self._box(piece, loc)

    def _slogan(self, keys: SloganKeys, loc: tuple[str, int]) -> Slogan:
        lines = tuple(
            self.script.text(line, (*loc, "lines", number), self.script.desk) for number, line in enumerate(keys.lines)
        )
        if not any(lines):
            hint = "write `lines: [ONE FERRY, EVERY HOUR]`"
            self.script.found.error(
                "M059", f'the slogan "{keys.id}" has no words', hint, self.script.place(*loc, "lines")
            )
        look = self.script.desk.look(keys.look, self.script.desk.style.slogans, self.script.place(*loc, "look"))
        return Slogan(keys.id, lines, look, keys.span, self.script.place(*loc), keys.at)

    def _grid(self, keys: PictureKeys, loc: tuple[str, int]) -> Grid | None:
        """A grid of pictures that stand before it in the list."""
        for key in ("focus", "alt"):
            if getattr(keys, key):
                where = self.script.place(*loc, key)
                self.script.found.error(
                    "M010", f"`{key}` is of one picture, not of a grid", "write it at its pictures", where
                )
        pictures = []
        for number, name in enumerate(keys.grid):
            piece = self.script.desk.pieces.get(name)
            if isinstance(piece, Picture):
                pictures.append(piece)
            elif piece is not None or name not in self.script.desk.ids or name == keys.id:
                known = [one.id for one in self.keys.pictures if one.id != keys.id]
                hint = suggest(name, known, "define it under `pictures:` above the grid")
                self.script.found.error(
                    "M024", f'the issue has no picture "{name}"', hint, self.script.place(*loc, "grid", number)
                )
            elif name in {one.id for one in self.keys.pictures[loc[1] :]}:
                hint = "move the grid below its pictures"
                self.script.found.error(
                    "M024", f'the picture "{name}" stands below its grid', hint, self.script.place(*loc, "grid")
                )
        if not pictures:
            return None
        cutline, credit = self._words_below(keys, loc)
        span, depths = self.script.place(*loc), self._depths(keys, loc)
        return Grid(keys.id, tuple(pictures), keys.across, span, keys.span, keys.at, cutline, credit, *depths)

    def _words_below(self, keys: PictureKeys, loc: tuple[str, int]) -> tuple[Text, str]:
        cutline = self.script.text(keys.cutline, (*loc, "cutline"), self.script.desk, " ")
        return cutline, set_marks(keys.credit, self.script.desk.language)

    def _depths(self, keys: PictureKeys, loc: tuple[str, int]) -> tuple[Emu | None, Emu | None]:
        """The least and the greatest depth that the picture says."""
        if keys.depth is None:
            return None, None
        least = self.script.length(keys.depth.min, (*loc, "depth", "min"))
        most = self.script.length(keys.depth.max, (*loc, "depth", "max"))
        if least is not None and most is not None and not 0 < least <= most:
            hint = "write the smaller depth first"
            self.script.found.error("M014", "the depths are out of order", hint, self.script.place(*loc, "depth"))
        return least, most

    def _picture(self, keys: PictureKeys, loc: tuple[str, int]) -> Picture | Grid | None:
        if (keys.file is None) == (not keys.grid):
            hint = "write `file: pictures/name.jpg`, or `grid: [one, two]` with pictures of the list"
            self.script.found.error("M011", "a picture has either `file` or `grid`", hint, self.script.place(*loc))
            return None
        if keys.file is None:
            return self._grid(keys, loc)
        source = self.script.desk.picture_source(keys.file, self.script.place(*loc, "file"))
        depths = self._depths(keys, loc)
        if source is None:
            return None
        cutline, credit = self._words_below(keys, loc)
        return Picture(
            keys.id,
            source,
            self.script.place(*loc),
            cutline,
            credit,
            keys.alt,
            keys.span,
            *depths,
            (keys.focus[0], keys.focus[1]) if keys.focus else None,
            keys.at,
        )

    def _box(self, keys: BoxKeys, loc: tuple[str, int]) -> Box:
        language = self.script.language(keys.language, (*loc, "language"))
        desk = self.script.desk._replace(language=language, holder="box")
        filed = self.script.place(*loc) in self.script.stories
        body = self.script.filed(loc, desk) if filed else self.script.markdown(keys.text, (*loc, "text"), desk)
        return Box(
            keys.id,
            body,
            self.script.place(*loc),
            self.script.text(keys.headline, (*loc, "headline"), desk),
            self.script.text(keys.kicker, (*loc, "kicker"), desk),
            tuple(set_marks(name, language) for name in keys.byline),
            keys.language,
            keys.span,
            keys.columns,
            desk.look(keys.look, self.script.desk.style.boxes, self.script.place(*loc, "look")),
            Need.OPTIONAL if keys.optional else Need.REQUIRED,
            keys.at,
        )
