"""Articles: stories with their heads, and the pieces that stand with them.

Takes a manuscript on whose desk the manifest's pieces lie, gives every article under the slug by which it is known.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from layout.diagnostics import Span
from layout.elements.box import Box
from layout.elements.grid import Grid
from layout.elements.picture import Picture
from layout.elements.slogan import Slogan
from layout.manifest.found import suggest
from layout.manifest.front import is_file
from layout.manifest.keys import ArticleKeys, IssueKeys
from layout.manifest.manuscript import Manuscript
from layout.manifest.marks import set_marks
from layout.manifest.node import key_place
from layout.manifest.story import Desk
from layout.model.issue import Article, Body, Content, Dateline, Jump


def read_articles(script: Manuscript, keys: IssueKeys) -> tuple[Article, ...]:
    """All articles in the manifest's order, those with a slug that another has among them."""
    if not keys.articles and not script.found.errors:
        hint = "add `- story: stories/name.md` below `articles:`"
        script.found.error("M023", "the issue has no articles", hint, key_place(script.table, ("articles",)))
    reading, first, articles = _Articles(script, keys), dict[str, Span](), list[Article]()
    for number, own in enumerate(keys.articles):
        slug, loc = reading.slug(own, number), ("articles", number)
        if slug in first:
            hint = f"it is used in line {first[slug].line} already; take out one of the two, or write another `slug`"
            where = script.place(*loc, "slug" if own.slug else "story")
            script.found.error("M020", f'the slug "{slug}" is used twice', hint, where)
        first.setdefault(slug, script.place(*loc))
        articles.append(reading.article(own, slug, loc))
    return tuple(articles)


class _Articles(NamedTuple):
    """The reading of one manifest's articles."""

    script: Manuscript
    keys: IssueKeys

    def slug(self, keys: ArticleKeys, number: int) -> str:
        if keys.slug:
            return keys.slug
        if keys.story:
            return Path(keys.story).stem
        if keys.text is not None:
            hint = "add `slug: name`"
            self.script.found.error(
                "M011", "a story written here needs a slug", hint, self.script.place("articles", number)
            )
        return f"article-{number + 1}"

    def article(self, keys: ArticleKeys, slug: str, loc: tuple[str, int]) -> Article:
        language = self.script.language(keys.language, (*loc, "language"))
        desk = self.script.desk._replace(language=language)
        units = self.script.desk.style.page.units
        if keys.columns is not None and keys.columns > units:
            hint = f"write {units} or fewer"
            message = f"{keys.columns} legs do not stand on a grid of {units} units"
            self.script.found.error("M012", message, hint, self.script.place(*loc, "columns"))
        dateline = keys.dateline
        return Article(
            slug=slug,
            language=language,
            body=self._article_body(keys, loc, desk),
            span=self.script.place(*loc),
            section=set_marks(keys.section, language),
            kicker=self.script.text(keys.kicker, (*loc, "kicker"), desk),
            headline=self.script.text(keys.headline, (*loc, "headline"), desk),
            headlines=tuple(
                self.script.text(line, (*loc, "headlines", n), desk) for n, line in enumerate(keys.headlines)
            ),
            deck=self.script.text(keys.deck, (*loc, "deck"), desk),
            byline=tuple(set_marks(name, language) for name in keys.byline),
            byline_note=set_marks(keys.byline_note, language),
            dateline=Dateline(set_marks(dateline.place, language), dateline.date) if dateline else None,
            legs=keys.columns,
            priority=keys.priority,
            start=keys.start,
            pieces=tuple(self._named_pieces(keys, loc)),
            jump=Jump(keys.jump.kind, keys.jump.to) if keys.jump else Jump(),
        )

    def _article_body(self, keys: ArticleKeys, loc: tuple[str, int], desk: Desk) -> Body:
        span = self.script.place(*loc)
        if (keys.story is None) == (keys.text is None):
            hint = "write `story: stories/name.md`, or `text: |` with the Markdown below"
            if keys.story is not None:
                hint = "take out one of the two"
            if keys.story is not None or not self.script.found.blames(span):
                self.script.found.error("M011", "an article has either `story` or `text`", hint, span)
            return ()
        if keys.text is not None and is_file(keys.text.rstrip()):
            where = self.script.place(*loc, "text")
            hint = f"write `story: {keys.text.rstrip()}`"
            self.script.found.error("M012", "`text` of an article is its Markdown, not a file", hint, where)
        written = keys.text is not None
        body = self.script.written(keys.text or "", (*loc, "text"), desk) if written else self.script.filed(loc, desk)
        if body and all(isinstance(piece, Picture | Box) for piece in body):
            hint = "write some; a picture or box alone takes a slot of its own: `{picture: id}`"
            self.script.found.error("M059", "a story needs text, and here is none", hint, body[0].span)
        return body

    def _named_pieces(self, keys: ArticleKeys, loc: tuple[str, int]) -> Iterator[Content]:
        kinds: tuple[tuple[str, str, tuple[str, ...], type[Content] | tuple[type[Content], ...]], ...] = (
            ("pictures", "picture", keys.pictures, (Picture, Grid)),
            ("boxes", "box", keys.boxes, Box),
            ("slogans", "slogan", keys.slogans, Slogan),
        )
        for section, one, names, kind in kinds:
            defined = {piece.id for piece in getattr(self.keys, section)}
            for number, name in enumerate(names):
                piece = self.script.desk.pieces.get(name)
                if isinstance(piece, kind):
                    yield piece
                elif name not in defined and (piece is not None or name not in self.script.desk.ids):
                    hint = suggest(name, defined, f"define it under `{section}:` of the issue")
                    other = next((where for where, _, _, known in kinds if isinstance(piece, known)), "")
                    if other:
                        hint = f"name it under `{other}:` of the article, where it belongs"
                    where = self.script.place(*loc, section, number)
                    self.script.found.error("M024", f'the issue has no {one} "{name}"', hint, where)
