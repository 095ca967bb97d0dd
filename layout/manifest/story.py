"""A story's Markdown becomes a `Body`.

Takes text with the line where it begins, gives the dataclasses of `layout.elements`, each with its line. What has no
meaning in print (code, HTML, other headings) is a finding with a remedy. Source: CommonMark 0.31 by markdown-it-py for
blocks; containers by `fences`, tables by `tables`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from markdown_it.token import Token

from layout.diagnostics import Span
from layout.elements.body import is_fixture
from layout.elements.box import Box
from layout.elements.document import Document
from layout.elements.grid import Grid
from layout.elements.item_list import ItemList
from layout.elements.letter import Letter
from layout.elements.ornament import Ornament
from layout.elements.paragraph import Paragraph
from layout.elements.picture import Picture
from layout.elements.pull_quote import PullQuote
from layout.elements.quotation import Quotation
from layout.elements.signature import Signature
from layout.elements.slogan import Slogan
from layout.elements.subhead import Subhead
from layout.manifest.fences import Container, Part, Stretch, read_attributes, read_fences
from layout.manifest.found import Found, suggest
from layout.manifest.inlines import (
    Image,
    InlineReading,
    Refers,
    markdown_for,
    parser,
    read_inlines,
    read_inlines_and_images,
)
from layout.manifest.labels import with_labels
from layout.manifest.lengths import Unclear, read_depths, read_focus
from layout.manifest.marks import set_marks
from layout.manifest.pictures import measure_picture
from layout.manifest.tables import looks_like_table, read_table, tell_no_table
from layout.manifest.workspace import Workspace, inside
from layout.model.issue import PAGE_WIDE, At, Body, Content, Need
from layout.model.page import PictureSource
from layout.model.style import Style
from layout.model.text import Inline, Text

DEEPEST = 24


class Desk(NamedTuple):
    """With what stories are read. `pieces` are the manifest's own by id (it fills while they are read), `ids` all ids
    that it names, `measured` the pictures seen so far, `holder` what the text stands inside of: nothing for a story of
    its own."""

    workspace: Workspace
    folders: tuple[Path, ...]
    style: Style
    language: str
    refers: Refers
    found: Found
    pieces: dict[str, Content]
    ids: frozenset[str]
    measured: dict[Path, PictureSource | None]
    holder: str = ""

    def inline_reading(self) -> InlineReading:
        """With what this desk's inline text is read."""
        return InlineReading(self.language, self.refers, self.found)

    def picture_source(self, file: str, span: Span) -> PictureSource | None:
        """A picture of the workspace, measured once."""
        path = inside(self.workspace, self.folders, file, span, self.found)
        if path is None:
            return None
        if path not in self.measured:
            self.measured[path] = self.lettered(measure_picture(path, span, self.found), span)
        return self.measured[path]

    def lettered(self, source: PictureSource | None, span: Span) -> PictureSource | None:
        """A picture with the faces of its labels."""
        return with_labels(source, self.workspace.fonts, self.style, span, self.found) if source else None

    def look(self, name: str | None, looks: Mapping[str, object], span: Span) -> str:
        """A look of the style; the plain one, or the style's first, where none is asked for."""
        if name is None:
            return "plain" if "plain" in looks else next(iter(looks), "plain")
        if name not in looks:
            self.found.error("M033", f'the style has no look "{name}"', suggest(name, looks), span)
        return name


def read_story(text: str, first_line: int, path: Path, desk: Desk) -> Body:
    """The body of a story; every problem becomes a finding of the desk."""
    parts = read_fences(text, first_line, path, tuple(CONTAINERS), "put", desk.found)
    return _Story(path, desk).body(parts)


class _Story:
    """One file's reading."""

    def __init__(self, path: Path, desk: Desk) -> None:
        self.path, self.desk, self.found, self.holder = path, desk, desk.found, desk.holder
        self.reading = desk.inline_reading()
        self.lines: list[str] = []

    def body(self, parts: Sequence[Part]) -> Body:
        contents: list[Content] = []
        for part in parts:
            if isinstance(part, Stretch):
                contents += self._stretch(part)
            else:
                made = self._container(part)
                if made is not None and self._may_stand(made, part.span):
                    contents.append(made)
        if contents and isinstance(contents[-1], Subhead):
            hint = "write on below it, or take it out"
            self.found.warning("M063", "a subhead has no text below it", hint, contents[-1].span)
        return tuple(contents)

    def _may_stand(self, content: Content, span: Span) -> bool:
        """Whether there is a place for a piece where it is written: only make-up places what stands beside the text."""
        if not self.holder or not is_fixture(content):
            return True
        name = _FIXTURES[type(content)]
        hint = f"put it before or after the {self.holder}, or write at=text and no `span`"
        self.found.error("M070", f"{name} stands inside the {self.holder}, where it would be lost", hint, span)
        return False

    def _within(self, holder: str, parts: Sequence[Part]) -> Body:
        """What stands inside a container."""
        outer, self.holder = self.holder, holder
        body = self.body(parts)
        self.holder = outer
        return body

    def _stretch(self, stretch: Stretch) -> list[Content]:
        tokens: list[Token] = []
        markdown = parser()
        markdown.block.parse(stretch.text, markdown, {}, tokens)
        self.lines = stretch.text.split("\n")
        contents, at = list[Content](), 0
        while at < len(tokens):
            at = self._block(tokens, at, stretch.line, contents)
        return contents

    def _block(self, tokens: list[Token], at: int, line: int, contents: list[Content]) -> int:
        """Reads the block that opens at `at` into `contents`, gives the index after it."""
        token = tokens[at]
        span = Span(self.path, line + (token.map[0] if token.map else 0))
        if token.level > DEEPEST:
            self.found.error("M006", "lists and quotations are nested too deep", "flatten them", span)
            return len(tokens)
        kind = token.type
        if kind == "paragraph_open":
            contents += self._paragraph(tokens[at + 1].content, span)
            return at + 3
        if kind == "heading_open":
            return self._heading(tokens, at, span, contents)
        if kind == "hr":
            contents.append(Ornament(span))
            return at + 1
        if kind == "blockquote_open":
            inner, after = self._inside(tokens, at, line, "quotation")
            contents.append(Quotation(inner, span))
            return after
        if kind in ("bullet_list_open", "ordered_list_open"):
            return self._list(tokens, at, line, contents)
        if kind == "table_open":
            table, after = read_table(tokens, at, line, self.lines, span, self.reading)
            contents.append(table)
            return after
        return self._refused(tokens, at, span)

    def _inside(self, tokens: list[Token], at: int, line: int, holder: str) -> tuple[Body, int]:
        contents, level = list[Content](), tokens[at].level
        outer, self.holder = self.holder, holder
        at += 1
        while at < len(tokens) and tokens[at].level > level:
            at = self._block(tokens, at, line, contents)
        self.holder = outer
        return tuple(contents), at + 1

    def _list(self, tokens: list[Token], at: int, line: int, contents: list[Content]) -> int:
        opening = tokens[at]
        span = Span(self.path, line + (opening.map[0] if opening.map else 0))
        items, written = list[Body](), list[int]()
        at += 1
        while at < len(tokens) and tokens[at].type == "list_item_open":
            written += [int(tokens[at].info)] if tokens[at].info else []
            item, at = self._inside(tokens, at, line, "list")
            items.append(item)
        contents.append(ItemList(tuple(items), _numbers(written), span))
        return at + 1

    def _paragraph(self, source: str, span: Span) -> list[Content]:
        self._strange_start(source, span)
        text, images = read_inlines_and_images(source, span, self.reading)
        if images and text:
            hint = "put the picture on a line of its own with an empty line before and after"
            if len(text) == 1 and text[0].text.startswith("{") and text[0].text.endswith("}"):
                hint = "write the braces right behind the bracket, without a space"
            self.found.error("M054", f"the picture {images[0].file} stands inside text", hint, images[0].span)
            return [Paragraph(text, span)]
        pictures = [
            picture
            for image in images
            if (picture := self._picture(image)) is not None and self._may_stand(picture, image.span)
        ]
        return [Paragraph(text, span), *pictures] if text else list(pictures)

    def _strange_start(self, source: str, span: Span) -> None:
        if source.startswith("[^") and "]:" in source:
            hint = "put its words into the text, or into a paragraph of their own"
            self.found.error("M055", "footnotes are not read", hint, span)
        elif source.startswith("[") and "]:" in source and not source.startswith("[["):
            hint = "write the address where the link stands: [text](https://...)"
            self.found.error("M055", "addresses at the foot of the text are not read", hint, span)
        elif ":::" in source and any(line.lstrip().startswith(":::") for line in source.split("\n")):
            hint = "begin the line with `:::`, outside of lists and quotations"
            self.found.error("M057", "a container stands inside a list or quotation", hint, span)
        elif looks_like_table(source):
            tell_no_table(source, span, self.reading)
        elif match := _NO_SIGN.match(source):
            sign, words = match.groups()
            written = f"{'##' if sign[0] == '#' else ':::'} {words}".rstrip()
            hint = f"write `{written}`"
            self.found.warning("M074", f"`{match[0]}` is printed as it stands", hint, span)
        elif match := _BULLET.search(source):
            hint = "begin each entry of a list with `- ` on a line of its own, and leave an empty line above the first"
            place = Span(span.path, span.line + source.count("\n", 0, match.start()))
            self.found.warning("M074", f"`{match[1]}` is printed as it stands", hint, place)

    def _heading(self, tokens: list[Token], at: int, span: Span, contents: list[Content]) -> int:
        """A subhead. `##` lines that follow one another at once are the lines of one subhead."""
        token, source = tokens[at], tokens[at + 1].content
        if token.tag == "h1":
            hint = "write it as `headline:` at the head of the story or in issue.yaml; a subhead begins with ##"
            self.found.error("M050", f'"{source[:40]}" is a headline, which a story has outside its text', hint, span)
            return at + 3
        if token.markup == "-":
            hint = "for an ornament put an empty line between them; for a subhead write ## before the words"
            self.found.warning("M074", "`---` right below a paragraph makes it a subhead", hint, span)
        if token.tag != "h2":
            hint = "write ## for a subhead"
            self.found.error("M050", f"stories have one kind of subhead, not {token.markup}", hint, span)
            return at + 3
        after, ends = at + 3, token.map
        while after < len(tokens) and tokens[after].tag == "h2" and ends and (tokens[after].map or [0])[0] == ends[1]:
            source += "\n" + tokens[after + 1].content
            ends = tokens[after].map
            after += 3
        text = read_inlines(source, span, self.reading, "\n")
        if text:
            contents.append(Subhead(text, span))
        return after

    def _refused(self, tokens: list[Token], at: int, span: Span) -> int:
        token = tokens[at]
        if token.type == "code_block":
            message, hint = (
                "lines that begin with four spaces or a tab are code, which has no form in print",
                "remove the spaces",
            )
        elif token.type == "fence":
            message, hint = "code has no form in print", "remove the line of backticks or tildes"
        else:
            message, hint = f"HTML is not read: {token.content.strip()[:40]}", markdown_for(token.content)
        self.found.error("M053", message, hint, span)
        if token.nesting == 1:
            return next((n + 1 for n in range(at + 1, len(tokens)) if tokens[n].level == token.level), len(tokens))
        return at + 1

    def _picture(self, image: Image) -> Picture | None:
        span = image.span
        attributes = read_attributes(image.attributes, span, self.found) if image.attributes else {}
        self._known(attributes, PICTURE_ATTRIBUTES, span)
        if image.title:
            hint = 'write it as attributes behind: {credit="..." alt="..."}'
            self.found.error("M056", "a picture takes no title in its brackets", hint, span)
        if not image.file:
            hint = "write its file between the brackets: ![words](pictures/name.jpg)"
            self.found.error("M040", "the picture names no file", hint, span)
            return None
        source = self.desk.picture_source(image.file, span)
        depths: tuple[int | None, int | None] = (None, None)
        focus = None
        try:
            if "depth" in attributes:
                depths = read_depths(attributes["depth"], self.desk.style.page.leading)
            if "focus" in attributes:
                focus = read_focus(attributes["focus"])
        except Unclear as unclear:
            self.found.error(unclear.code, unclear.message, unclear.hint, span)
        legs = self._legs(attributes, span)
        if source is None:
            return None
        credit = set_marks(attributes.get("credit", ""), self.desk.language)
        alt = attributes.get("alt", "")
        identity = f"{Path(image.file).stem}-{span.line}"
        at = self._at(attributes, span)
        return Picture(identity, source, span, image.cutline, credit, alt, legs, *depths, focus, at)

    def _container(self, container: Container) -> Content | None:
        known = CONTAINERS.get(container.name)
        if known is None:
            hint = suggest(container.name, CONTAINERS)
            self.found.error("M052", f'unknown container "{container.name}"', hint, container.span)
            self.body(container.parts)
            return None
        attributes, make = known
        self._known(container.attributes, attributes, container.span)
        if container.argument and container.name != "put":
            hint = f"write it in braces: `{{{container.argument}}}`" if "=" in container.argument else "take it out"
            self.found.error("M056", f'"{container.argument}" has no meaning here', hint, container.span)
        return make(self, container)

    def _known(self, attributes: Mapping[str, str], known: Sequence[str], span: Span) -> None:
        for name in attributes:
            if name not in known:
                hint = suggest(name, known) if known else "take the braces out: this has no attributes"
                self.found.error("M056", f'unknown attribute "{name}"', hint, span)

    def _legs(self, attributes: Mapping[str, str], span: Span, default: int = 1) -> int:
        return self._count(attributes, "span", span, default) if attributes.get("span") != "page" else PAGE_WIDE

    def _count(self, attributes: Mapping[str, str], name: str, span: Span, default: int) -> int:
        words = attributes.get(name)
        if words is None:
            return default
        if words.isascii() and words.isdigit() and 1 <= int(words[:6]) <= 24:
            return int(words)
        hint = f"write {name}=2" + (", or span=page" if name == "span" else "")
        self.found.error("M012", f"{name}={words}: this is not a number of legs", hint, span)
        return default

    def _at(self, attributes: Mapping[str, str], span: Span) -> At:
        """Where a piece is to stand in its story."""
        words = attributes.get("at", At.ANY.value)
        if words in {at.value for at in At}:
            return At(words)
        hint = suggest(words, [at.value for at in At])
        self.found.error("M012", f"at={words}: this is no place in a story", hint, span)
        return At.ANY

    def _need(self, attributes: Mapping[str, str], span: Span) -> Need:
        """Whether a piece may be left out."""
        words = attributes.get("optional", "false")
        if words not in ("true", "false"):
            self.found.error("M012", f"optional={words}: this is neither true nor false", "write optional=true", span)
        return Need.OPTIONAL if words == "true" else Need.REQUIRED

    def _lines(self, container: Container) -> tuple[Text, ...]:
        """Each line of the source as one text, for slogans and signatures."""
        texts = (read_inlines(text.strip(), Span(self.path, line), self.reading) for line, text in container.lines)
        lines = tuple(text for text in texts if text)
        if not lines:
            self._empty(container)
        if looks_like_table("\n".join(text for _, text in container.lines if text.strip())):
            hint = "put the table before or after it"
            self.found.error("M057", f"a {container.name} holds lines, no tables", hint, container.span)
        for inner in container.parts:
            if isinstance(inner, Container):
                hint = f"close `::: {container.name}` before it"
                self.found.error("M057", f"a {container.name} holds lines, no containers", hint, inner.span)
        return lines

    def _empty(self, container: Container) -> None:
        hint = "write its text between the two lines of colons, or remove them"
        self.found.error("M059", f"the container `::: {container.name}` is empty", hint, container.span)

    def _joined(self, container: Container) -> Text:
        lines = self._lines(container)
        return _with_breaks(lines)

    def slogan(self, container: Container) -> Content | None:
        """Display lines, broken where you break them."""
        lines, attributes = self._lines(container), container.attributes
        look = self.desk.look(attributes.get("look"), self.desk.style.slogans, container.span)
        legs = self._legs(attributes, container.span)
        identity = f"{self.path.stem}-{container.span.line}"
        at = self._at(attributes, container.span)
        return Slogan(identity, lines, look, legs, container.span, at) if lines else None

    def box(self, container: Container) -> Content | None:
        """What may be read without the story: a text of its own, with a subhead at its head for a headline."""
        body, attributes, span = self._within("box", container.parts), container.attributes, container.span
        headline = read_inlines(attributes.get("headline", ""), span, self.reading)
        if not headline and body and isinstance(body[0], Subhead):
            headline, body = body[0].text, body[1:]
        if not body and not headline:
            self._empty(container)
        return Box(
            f"{self.path.stem}-{span.line}",
            body,
            span,
            headline,
            read_inlines(attributes.get("kicker", ""), span, self.reading),
            self._names(attributes.get("byline", "")),
            self.desk.language,
            self._legs(attributes, span),
            self._count(attributes, "columns", span, 1),
            self.desk.look(attributes.get("look"), self.desk.style.boxes, span),
            self._need(attributes, span),
            self._at(attributes, span),
        )

    def _names(self, written: str) -> tuple[str, ...]:
        return tuple(set_marks(name.strip(), self.desk.language) for name in written.split(";") if name.strip())

    def pullquote(self, container: Container) -> Content | None:
        """A sentence of the story, set large."""
        body = self.body(container.parts)
        text = _with_breaks([content.text for content in body if isinstance(content, Paragraph)])
        for content in body:
            if not isinstance(content, Paragraph):
                hint = "write plain paragraphs in it, the speaker as {credit=...}"
                self.found.error("M057", "a pullquote holds words only", hint, content.span)
        if not text:
            self._empty(container)
            return None
        credit = set_marks(container.attributes.get("credit", ""), self.desk.language)
        legs = self._legs(container.attributes, container.span)
        at, need = self._at(container.attributes, container.span), self._need(container.attributes, container.span)
        return PullQuote(text, container.span, credit, legs, at, need)

    def letter(self, container: Container) -> Content | None:
        """A reader's letter; its first paragraph is the salutation."""
        body = self._within("letter", container.parts)
        if not body:
            self._empty(container)
        return Letter(body, container.span) if body else None

    def document(self, container: Container) -> Content | None:
        """A document that the story reproduces."""
        body = self._within("document", container.parts)
        if not body:
            self._empty(container)
        return Document(body, container.span) if body else None

    def signature(self, container: Container) -> Content | None:
        """The name below a letter or document, in as many lines as you write."""
        text = self._joined(container)
        return Signature(text, container.span) if text else None

    def put(self, container: Container) -> Content | None:
        """A box, picture, grid or slogan of issue.yaml, here: `::: put timetable`. It needs no closing line."""
        name, pieces = container.argument, self.desk.pieces
        if name in pieces:
            return pieces[name]
        if not name and not container.attributes:
            hint = "name a box, picture or slogan of issue.yaml: `::: put timetable`"
            self.found.error("M024", "`::: put` says not what", hint, container.span)
        elif name and name not in self.desk.ids:
            hint = suggest(name, self.desk.ids, "define it in issue.yaml")
            self.found.error("M024", f'there is no box, picture or slogan "{name}"', hint, container.span)
        return None


def _broken(inline: Inline) -> Inline:
    return Inline("\n" + inline.text, inline.span, inline.emphasis, inline.href, inline.refer)


def _with_breaks(lines: Sequence[Text]) -> Text:
    """Lines as one text, a given break before each but the first."""
    text: list[Inline] = []
    for line in lines:
        text += (_broken(line[0]), *line[1:]) if text else line
    return tuple(text)


def _numbers(written: list[int]) -> tuple[int, ...]:
    """A list's numbers: as they are written where they rise, as those of crossword clues do; else counted from the first."""
    if all(one < other for one, other in pairwise(written)):
        return tuple(written)
    return tuple(range(written[0], written[0] + len(written)))


_BULLET = re.compile(r"^\s*([•‣▪●◦])\s", re.MULTILINE)
_NO_SIGN = re.compile(r"(#{2,6}|::(?!:))[ \t]*([^\s#:].{0,40}|(?=\n|$))")
_FIXTURES = {
    Picture: "a picture",
    Grid: "a grid of pictures",
    Box: "a box",
    Slogan: "a wide slogan",
    PullQuote: "a wide pull quote",
}

PICTURE_ATTRIBUTES = ("span", "at", "depth", "focus", "credit", "alt")
"""What may stand in braces behind a picture of the text."""

CONTAINERS: Mapping[str, tuple[tuple[str, ...], Callable[[_Story, Container], Content | None]]] = {
    "slogan": (("span", "look", "at"), _Story.slogan),
    "box": (("span", "look", "columns", "headline", "kicker", "byline", "at", "optional"), _Story.box),
    "pullquote": (("span", "credit", "at", "optional"), _Story.pullquote),
    "letter": ((), _Story.letter),
    "document": ((), _Story.document),
    "signature": ((), _Story.signature),
    "put": ((), _Story.put),
}
"""The containers of a story, each with its attributes and what reads it, whose docstring says what it is."""
