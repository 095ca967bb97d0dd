"""`issue.yaml` and all that it names become an `Issue`.

Takes the manifest's path, gives the issue with every name resolved and what should be known about it; raises
UnusableInput with all problems of all files. The slug is the key `slug`, else the name of the folder that holds
`issue.yaml`, else (for a manifest of another name) that name. Spans carry absolute paths; `Issue.root` is the
workspace.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from layout.diagnostics import Finding, Span
from layout.elements.box import Box
from layout.elements.grid import Grid
from layout.elements.picture import Picture
from layout.elements.slogan import Slogan
from layout.manifest.dummy import Known, check_jumps, check_legs, read_dummy
from layout.manifest.found import Found, near, suggest
from layout.manifest.inlines import Refers, read_inlines
from layout.manifest.keys import ArticleKeys, BoxKeys, IssueKeys, PictureKeys, PressKeys, SloganKeys
from layout.manifest.lengths import Unclear, read_length
from layout.manifest.marks import set_marks
from layout.manifest.node import Listing, Node, Table, Words, key_place, place_of, read_yaml
from layout.manifest.pictures import measure_ad
from layout.manifest.press import read_press_of
from layout.manifest.sheet import merge
from layout.manifest.story import Desk, read_story
from layout.manifest.style import find_style, read_style_of
from layout.manifest.validate import validate_issue
from layout.manifest.workspace import Workspace, find_workspace, inside, read_text, shipped
from layout.model.issue import Ad, Article, Body, Content, Dateline, Issue, Jump, Nameplate, Need, PageCount, SlotKind
from layout.model.page import PictureSource
from layout.model.press import UNPRINTED, Press
from layout.model.style import Style
from layout.model.text import Text

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")


def read_issue(path: Path) -> tuple[Issue, tuple[Finding, ...]]:
    """The issue of a manifest, with warnings and notes. Raises UnusableInput if any error is found."""
    found = Found()
    path = path.resolve()
    issue = _read(path, found)
    findings = found.findings()
    assert issue is not None
    return issue, findings


class _Story(NamedTuple):
    """A story file without its front matter."""

    text: str
    first_line: int
    path: Path


def _read(path: Path, found: Found) -> Issue | None:
    workspace = find_workspace(path)
    text = read_text(path, found)
    table = read_yaml(text, path, found) if text is not None else None
    if table is None:
        return None
    if not table.entries:
        hint = "begin with `layout: 1`; `layout new my-paper` writes an example"
        found.error("M008", f"{path.name} is empty", hint, Span(path, 1))
        return None
    whole, stories = _with_front_matter(table, workspace, path.parent, found)
    names = _written_names(whole)
    keys, left = validate_issue(whole, found)
    style_span = place_of(left, ("style",))
    style = read_style_of(keys.style, workspace, style_span, found)
    if style is None:
        style = find_style("tabloid", (shipped("styles"),), style_span, Found())
    if style is None:
        return None
    return _Reading(path, workspace, left, keys, style, stories, names, found).issue()


def _with_front_matter(
    table: Table, workspace: Workspace, folder: Path, found: Found
) -> tuple[Table, dict[Span, _Story | None]]:
    """The manifest with the front matter of its stories and boxes, and their text by the place of article or box."""
    stories, entries = dict[Span, _Story | None](), dict(table.entries)
    for section, key in (("articles", "story"), ("boxes", "text")):
        listing, whole = table.get(section), list[Node]()
        if not isinstance(listing, Listing):
            continue
        for item in listing.items:
            written = item.get(key) if isinstance(item, Table) else None
            front = None
            if isinstance(written, Words) and written.text and (key == "story" or _is_file(written.text)):
                path = inside(workspace, (folder,), written.text, written.span, found)
                text = read_text(path, found, written.span) if path else None
                story = _Story(text, 1, path) if path and text is not None else None
                front, stories[item.span] = _split(story, found) if story else (None, None)
            whole.append(merge(front, item) if front and isinstance(item, Table) else item)
        entries[section] = entries[section]._replace(value=Listing(tuple(whole), listing.span))
    return Table(entries, table.span), stories


def _is_file(written: str) -> bool:
    """Whether Markdown of the manifest is the name of a file that holds it."""
    return written.endswith(".md") and "\n" not in written


def _split(story: _Story, found: Found) -> tuple[Table | None, _Story]:
    """Front matter: what stands between a first line `---` and the next."""
    if not story.text.startswith("---\n"):
        return None, story
    end = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE).search(story.text, 4)
    if end is None:
        hint = "write `---` on the line after the last key"
        found.error("M051", "the front matter is not closed", hint, Span(story.path, 1))
        return None, story
    front = read_yaml(story.text[4 : end.start()], story.path, found, 1)
    lines = story.text.count("\n", 0, end.end())
    table = front
    for key in ("story", "text"):
        if front and key in front.entries:
            hint = "take it out: the story is this file"
            found.error("M010", f'"{key}" has no meaning in a story', hint, front.entries[key].key)
            table = Table({name: entry for name, entry in front.entries.items() if name != key}, front.span)
    return table, _Story(story.text[end.end() :], 1 + lines, story.path)


def _written_names(table: Table) -> frozenset[str]:
    """All ids and slugs that the manifest writes, sound or not: what names them is not accused twice."""
    names = set[str]()
    for section, key in (("articles", "slug"), ("boxes", "id"), ("pictures", "id"), ("slogans", "id")):
        listing = table.get(section)
        for item in listing.items if isinstance(listing, Listing) else ():
            name = item.get(key) if isinstance(item, Table) else None
            story = item.get("story") if isinstance(item, Table) else None
            if isinstance(name, Words) and name.text:
                names.add(name.text)
            elif isinstance(story, Words) and story.text:
                names.add(Path(story.text).stem)
    return frozenset(names)


class _Reading:
    """One issue's reading, after its keys are known to be sound."""

    def __init__(
        self,
        path: Path,
        workspace: Workspace,
        table: Table,
        keys: IssueKeys,
        style: Style,
        stories: dict[Span, _Story | None],
        names: frozenset[str],
        found: Found,
    ) -> None:
        self.path, self.table, self.keys, self.style = path, table, keys, style
        self.stories, self.names, self.found = stories, names, found
        self.language = self._language(keys.language, ("language",), "en-GB")
        self.slugs: list[str] = []
        refers = Refers(self._page_words)
        own = {box.id for box in keys.boxes} | {one.id for one in keys.pictures} | {one.id for one in keys.slogans}
        ids = frozenset(own) | self._refused_ids()
        folders = (path.parent,)
        self.desk = Desk(workspace, folders, style, self.language, refers, found, {}, ids, {})

    def issue(self) -> Issue:
        keys = self.keys
        press = self._press()
        pages = self._page_count()
        self._pieces()
        articles = self._articles()
        masthead = self._masthead()
        self._check_refers()
        dummy = read_dummy(keys.dummy, self._known(pages), lambda *loc: self._place("dummy", *loc), self.found)
        issue = Issue(
            publication=set_marks(keys.publication, self.language),
            date=keys.date,
            language=self.language,
            style=self.style,
            root=self.desk.workspace.root,
            slug=keys.slug or (self.path.parent.name if self.path.stem == "issue" else self.path.stem) or "issue",
            articles=articles,
            dummy=dummy,
            nameplate=self._nameplate(),
            pages=pages,
            number=keys.number,
            edition=set_marks(keys.edition, self.language),
            price=keys.price,
            press=press,
            masthead=masthead,
            pieces=MappingProxyType(dict(self.desk.pieces)),
            ads=tuple(self._ads(pages)),
            span=Span(self.path, 1),
        )
        self._check_unplaced(issue)
        check_legs(issue, self.found)
        check_jumps(issue, lambda slug: self._place("articles", self.slugs.index(slug), "jump"), self.found)
        return issue

    def _place(self, *loc: int | str) -> Span:
        return place_of(self.table, loc)

    def _refused_ids(self) -> frozenset[str]:
        return self.names - {Path(article.story or "").stem for article in self.keys.articles}

    def _language(self, written: str | None, loc: tuple[int | str, ...], default: str) -> str:
        if written is None:
            return default
        if _LANGUAGE.fullmatch(written) is None:
            hint = "write its tag: en-GB, en-US, de, es, fr, ..."
            self.found.error("M012", f'"{written}" is not a language', hint, self._place(*loc))
            return default
        if written not in self.style.words and written.split("-")[0] not in self.style.words:
            hint = f"add `{written.split('-')[0]}` under `words` of the style"
            message = f'the style "{self.style.name}" has no words in "{written}"'
            self.found.error("M038", message, hint, self._place(*loc))
        return written

    def _masthead(self) -> Body:
        keys, desk = self.keys.masthead, self.desk._replace(holder="masthead")
        return self._markdown(keys.text, ("masthead", "text"), desk) if keys else ()

    def _page_words(self, language: str) -> str:
        words = self.style.words
        own = words.get(language) or words.get(language.split("-", maxsplit=1)[0]) or words.get("en") or {}
        return own.get("page", "{page}").replace("{page}", "00")

    def _press(self) -> Press:
        keys, folders = self.keys.press or PressKeys(), self.desk.workspace.styles
        span = self._place("press", "profile") if self.keys.press else self._place("press")
        press = read_press_of(keys.profile, folders, span, self.found) or UNPRINTED
        if keys.colour_pages is None:
            return press
        return replace(press, ink=replace(press.ink, colour_pages=keys.colour_pages))

    def _page_count(self) -> PageCount:
        keys = self.keys.pages
        if keys is None:
            return PageCount()
        span = self._place("pages")
        if keys.min > keys.max or not any(page % keys.multiple == 0 for page in range(keys.min, keys.max + 1)):
            hint = "write {min: 12, max: 24, multiple: 4}"
            self.found.error("M012", "no number of pages is between min and max and a multiple", hint, span)
        return PageCount(keys.min, keys.max, keys.multiple, span)

    def _text(self, written: str, loc: tuple[int | str, ...], desk: Desk, breaks: str = "\n") -> Text:
        return read_inlines(written, self._place(*loc), desk.inline_reading(), breaks) if written else ()

    def _markdown(self, written: str, loc: tuple[int | str, ...], desk: Desk) -> Body:
        """Markdown as written in the manifest, or the file that it names."""
        span = self._place(*loc)
        if _is_file(written):
            path = inside(desk.workspace, desk.folders, written, span, self.found)
            text = read_text(path, self.found, span) if path else None
            if path is None or text is None:
                return ()
            front, story = _split(_Story(text, 1, path), self.found)
            for key, entry in front.entries.items() if front else ():
                hint = "take the front matter out"
                self.found.error("M010", f'"{key}" has no meaning here: this text has no keys', hint, entry.key)
            return self._body(story, desk, span)
        return self._body(_Story(written, self._first_line(loc), self.path), desk, span)

    def _first_line(self, loc: tuple[int | str, ...]) -> int:
        node = self.table.get(str(loc[0]))
        for step in loc[1:]:
            if isinstance(node, Listing) and isinstance(step, int):
                node = node.items[step]
            elif isinstance(node, Table):
                node = node.get(str(step))
        return node.first_line if isinstance(node, Words) else 1

    def _body(self, story: _Story, desk: Desk, span: Span) -> Body:
        if story.path.parent not in desk.folders:
            desk = desk._replace(folders=(*desk.folders, story.path.parent))
        before = self.found.errors
        body = read_story(story.text, story.first_line, story.path, desk)
        if not body and self.found.errors == before:
            where = span if story.path == self.path else Span(story.path, story.first_line)
            self.found.error("M059", "there is no text here", "write some, or take out the entry", where)
        return body

    def _pieces(self) -> None:
        keys = self.keys
        first = dict[str, Span]()
        for section in ("slogans", "pictures", "boxes"):
            for number, piece in enumerate(getattr(keys, section)):
                where = self._place(section, number, "id")
                if piece.id in first:
                    line = first[piece.id].line
                    hint = f"it is used in line {line} already: boxes, pictures and slogans share one list of names; rename one"
                    self.found.error("M020", f'the id "{piece.id}" is used twice', hint, where)
                    continue
                first[piece.id] = where
                made = self._piece(piece, (section, number))
                if made is not None:
                    self.desk.pieces[piece.id] = made

    def _piece(self, piece: SloganKeys | PictureKeys | BoxKeys, loc: tuple[str, int]) -> Content | None:
        if isinstance(piece, SloganKeys):
            return self._slogan(piece, loc)
        return self._picture(piece, loc) if isinstance(piece, PictureKeys) else self._box(piece, loc)

    def _slogan(self, keys: SloganKeys, loc: tuple[str, int]) -> Slogan:
        lines = tuple(self._text(line, (*loc, "lines", number), self.desk) for number, line in enumerate(keys.lines))
        look = self.desk.look(keys.look, self.style.slogans, self._place(*loc, "look"))
        return Slogan(keys.id, lines, look, keys.span, self._place(*loc), keys.at)

    def _grid(self, keys: PictureKeys, loc: tuple[str, int]) -> Grid | None:
        """A grid of pictures that stand before it in the list."""
        pictures = []
        for number, name in enumerate(keys.grid):
            piece = self.desk.pieces.get(name)
            if isinstance(piece, Picture):
                pictures.append(piece)
            elif piece is not None or name not in self.desk.ids or name == keys.id:
                known = [one.id for one in self.keys.pictures if one.id != keys.id]
                hint = suggest(name, known, "define it under `pictures:` above the grid")
                self.found.error("M024", f'pictures has no "{name}"', hint, self._place(*loc, "grid", number))
            elif name in {one.id for one in self.keys.pictures[loc[1] :]}:
                hint = "move the grid below its pictures"
                self.found.error("M024", f'the picture "{name}" stands below its grid', hint, self._place(*loc, "grid"))
        return Grid(keys.id, tuple(pictures), keys.across, self._place(*loc), keys.span, keys.at) if pictures else None

    def _picture(self, keys: PictureKeys, loc: tuple[str, int]) -> Picture | Grid | None:
        if (keys.file is None) == (not keys.grid):
            hint = "write `file: pictures/name.jpg`, or `grid: [one, two]` with pictures of the list"
            self.found.error("M011", "a picture has either `file` or `grid`", hint, self._place(*loc))
            return None
        if keys.file is None:
            return self._grid(keys, loc)
        source = self.desk.picture_source(keys.file, self._place(*loc, "file"))
        least = most = None
        if keys.depth:
            least = self._length(keys.depth.min, (*loc, "depth", "min"))
            most = self._length(keys.depth.max, (*loc, "depth", "max"))
            if least is not None and most is not None and not 0 < least <= most:
                hint = "write the smaller depth first"
                self.found.error("M014", "the depths are out of order", hint, self._place(*loc, "depth"))
        if source is None:
            return None
        return Picture(
            keys.id,
            source,
            self._place(*loc),
            self._text(keys.cutline, (*loc, "cutline"), self.desk, " "),
            set_marks(keys.credit, self.language),
            keys.alt,
            keys.span,
            least,
            most,
            (keys.focus[0], keys.focus[1]) if keys.focus else None,
            keys.at,
        )

    def _length(self, written: str, loc: tuple[int | str, ...]) -> int | None:
        try:
            return read_length(written, self.style.page.leading)
        except Unclear as unclear:
            self.found.error(unclear.code, unclear.message, unclear.hint, self._place(*loc))
            return None

    def _box(self, keys: BoxKeys, loc: tuple[str, int]) -> Box:
        language = self._language(keys.language, (*loc, "language"), self.language)
        desk = self.desk._replace(language=language, holder="box")
        return Box(
            keys.id,
            self._box_body(keys, loc, desk),
            self._place(*loc),
            self._text(keys.headline, (*loc, "headline"), desk),
            self._text(keys.kicker, (*loc, "kicker"), desk),
            tuple(set_marks(name, language) for name in keys.byline),
            keys.language,
            keys.span,
            keys.columns,
            desk.look(keys.look, self.style.boxes, self._place(*loc, "look")),
            Need.OPTIONAL if keys.optional else Need.REQUIRED,
            keys.at,
        )

    def _box_body(self, keys: BoxKeys, loc: tuple[str, int], desk: Desk) -> Body:
        span = self._place(*loc)
        if span not in self.stories:
            return self._markdown(keys.text, (*loc, "text"), desk)
        story = self.stories[span]
        return self._body(story, desk, span) if story else ()

    def _ads(self, pages: PageCount) -> Iterator[Ad]:
        known = dict[str, Span]()
        for number, keys in enumerate(self.keys.ads):
            loc = ("ads", number)
            where = self._place(*loc, "id")
            if keys.id in known:
                hint = f"it is used in line {known[keys.id].line} already; rename one"
                self.found.error("M020", f'the id "{keys.id}" is used twice', hint, where)
            known.setdefault(keys.id, where)
            if keys.columns > self.style.page.units:
                message = f"{keys.columns} columns are wider than the page's {self.style.page.units} units"
                hint = f"write {self.style.page.units} or fewer: columns are units of the grid"
                self.found.error("M012", message, hint, self._place(*loc, "columns"))
            if keys.page > pages.most:
                hint = "change the number, or `pages` of the issue"
                message = f"page {keys.page} is beyond the issue's {pages.most} pages"
                self.found.error("M062", message, hint, self._place(*loc, "page"))
            depth, source = self._length(keys.depth, (*loc, "depth")), self._ad_source(keys.file, (*loc, "file"))
            if depth is not None and depth <= 0:
                self.found.error("M014", "an advertisement has a depth", "write 120mm", self._place(*loc, "depth"))
            if depth and source:
                yield Ad(keys.id, source, keys.columns, depth, keys.page, keys.at, self._place(*loc), keys.alt)

    def _ad_source(self, file: str, loc: tuple[int | str, ...]) -> PictureSource | None:
        span = self._place(*loc)
        path = inside(self.desk.workspace, self.desk.folders, file, span, self.found)
        return measure_ad(path, span, self.found) if path else None

    def _articles(self) -> tuple[Article, ...]:
        if not self.keys.articles and not self.found.errors:
            hint = "add `- story: stories/name.md` below `articles:`"
            self.found.error("M023", "the issue has no articles", hint, key_place(self.table, ("articles",)))
        first = dict[str, Span]()
        articles = []
        for number, keys in enumerate(self.keys.articles):
            slug, loc = self._slug(keys, number), ("articles", number)
            if slug in first:
                hint = f"it is used in line {first[slug].line} already; write another `slug`"
                where = self._place(*loc, "slug" if keys.slug else "story")
                self.found.error("M020", f'the slug "{slug}" is used twice', hint, where)
            first.setdefault(slug, self._place(*loc))
            self.slugs.append(slug)
            articles.append(self._article(keys, slug, loc))
        return tuple(articles)

    def _slug(self, keys: ArticleKeys, number: int) -> str:
        if keys.slug:
            return keys.slug
        if keys.story:
            return Path(keys.story).stem
        if keys.text is not None:
            hint = "add `slug: name`"
            self.found.error("M011", "a story written here needs a slug", hint, self._place("articles", number))
        return f"article-{number + 1}"

    def _article(self, keys: ArticleKeys, slug: str, loc: tuple[str, int]) -> Article:
        language = self._language(keys.language, (*loc, "language"), self.language)
        desk = self.desk._replace(language=language)
        units = self.style.page.units
        if keys.columns is not None and keys.columns > units:
            hint = f"write {units} or fewer"
            message = f"{keys.columns} legs do not stand on a grid of {units} units"
            self.found.error("M012", message, hint, self._place(*loc, "columns"))
        dateline = keys.dateline
        return Article(
            slug=slug,
            language=language,
            body=self._article_body(keys, loc, desk),
            span=self._place(*loc),
            section=set_marks(keys.section, language),
            kicker=self._text(keys.kicker, (*loc, "kicker"), desk),
            headline=self._text(keys.headline, (*loc, "headline"), desk),
            headlines=tuple(self._text(line, (*loc, "headlines", n), desk) for n, line in enumerate(keys.headlines)),
            deck=self._text(keys.deck, (*loc, "deck"), desk),
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
        span = self._place(*loc)
        if (keys.story is None) == (keys.text is None):
            hint = "write `story: stories/name.md`, or `text: |` with the Markdown below"
            self.found.error("M011", "an article has either `story` or `text`", hint, span)
            return ()
        story = self.stories.get(span)
        if keys.text is not None:
            story = _Story(keys.text, self._first_line((*loc, "text")), self.path)
        body = self._body(story, desk, span) if story else ()
        if body and all(isinstance(piece, Picture | Box) for piece in body):
            hint = "write some; a picture or box alone takes a slot of its own: `{picture: id}`"
            self.found.error("M059", "a story needs text, and here is none", hint, body[0].span)
        return body

    def _named_pieces(self, keys: ArticleKeys, loc: tuple[str, int]) -> Iterator[Content]:
        kinds: tuple[tuple[str, tuple[str, ...], type[Content] | tuple[type[Content], ...]], ...] = (
            ("pictures", keys.pictures, (Picture, Grid)),
            ("boxes", keys.boxes, Box),
            ("slogans", keys.slogans, Slogan),
        )
        for section, names, kind in kinds:
            defined = {piece.id for piece in getattr(self.keys, section)}
            for number, name in enumerate(names):
                piece = self.desk.pieces.get(name)
                if isinstance(piece, kind):
                    yield piece
                elif name not in defined and (piece is not None or name not in self.desk.ids):
                    hint = suggest(name, defined, f"define it under `{section}:` of the issue")
                    self.found.error("M024", f'{section} has no "{name}"', hint, self._place(*loc, section, number))

    def _nameplate(self) -> Nameplate:
        keys = self.keys.nameplate
        if keys is None:
            return Nameplate(set_marks(self.keys.publication, self.language), span=self._place("publication"))
        texts = {
            name: self._text(getattr(keys, name), ("nameplate", name), self.desk)
            for name in ("motto", "left_ear", "right_ear", "skybox")
        }
        title = set_marks(keys.title or self.keys.publication, self.language)
        return Nameplate(title, **texts, span=self._place("nameplate"))

    def _check_refers(self) -> None:
        for slug, span in self.desk.refers.places:
            if slug not in self.slugs and slug not in self.names and not near(slug, self._doubtful()):
                self.found.error("M025", f'there is no story "{slug}"', suggest(slug, self.slugs), span)

    def _known(self, pages: PageCount) -> Known:
        keys = self.keys
        ids = {
            SlotKind.ARTICLE: frozenset(self.slugs),
            SlotKind.BOX: frozenset(box.id for box in keys.boxes),
            SlotKind.PICTURE: frozenset(picture.id for picture in keys.pictures),
            SlotKind.SLOGAN: frozenset(slogan.id for slogan in keys.slogans),
        }
        sound = frozenset().union(*ids.values())
        return Known(ids, keys.masthead is not None, pages, self.style, self.names - sound, self._doubtful())

    def _doubtful(self) -> frozenset[str]:
        """Slugs taken from the names of story files that are not there: which name is misspelt is not known."""
        written = zip(self.keys.articles, self.slugs, strict=True)
        places = (self._place("articles", number) for number in range(len(self.slugs)))
        return frozenset(
            slug
            for (keys, slug), span in zip(written, places, strict=True)
            if not keys.slug and not self.stories.get(span)
        )

    def _check_unplaced(self, issue: Issue) -> None:
        if not issue.dummy or self.found.blames(self._place("dummy")):
            return
        placed = {slot.id for plan in issue.dummy for slot in plan.slots if slot.kind is SlotKind.ARTICLE}
        placed |= {slug for plan in issue.dummy for slug in plan.run}
        unknown = placed - set(self.slugs)
        for article in issue.articles:
            if article.slug not in placed and not near(article.slug, unknown) and not self.found.blames(article.span):
                hint = "give it a slot or a run, or take it out of `articles`"
                self.found.warning("M065", f'"{article.slug}" stands nowhere in the dummy', hint, article.span)
