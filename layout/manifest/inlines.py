"""Text inside a paragraph or a line of the manifest: emphasis, links, page references, typographic marks.

Takes CommonMark inline text with its place, gives `Text`; pictures in it are handed back beside. Plain text takes a
short way without the parser. Source: CommonMark 0.31, section 6, by markdown-it-py.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from layout.diagnostics import Span
from layout.manifest.found import Found
from layout.manifest.marks import set_marks, set_marks_across
from layout.manifest.meant import remedy
from layout.model.text import Emphasis, Inline, Text

_SPECIAL = ("*", "_", "`", "[", "]", "<", "&", "\\", "  \n", "~~", "==")
_SPACES = re.compile(r"[ \t]{2,}|\t")
_SCHEME = re.compile(r"(?:https?|mailto):[^\s]+", re.IGNORECASE)
_BARE = re.compile(r"(?P<story>[^\s:]+)\.md|[\w.+-]+(?P<mail>@)[\w.-]+\.\w+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_HALVES = {
    "**": "bold begins and ends with ** right at its words",
    "](": "a link is [words](https://...), a picture ![words](file); a file's name with spaces stands in <>",
    "][": "a link is [words](https://...), a picture ![words](file)",
    "~~": "nothing is struck out in print",
    "==": "nothing is marked in print",
    "[[": "a reference is [[slug]], without spaces",
    "]]": "a reference is [[slug]], without spaces",
}
_ITALIC = "italic begins and ends with * right at its words"
_LONE_STAR = re.compile(r"(?:^|(?<=[\s(“‘\"']))\*(?=\w)")
_FOR_TAGS = dict.fromkeys(("b", "strong"), "write **words** for bold, without the tags")
_FOR_TAGS |= dict.fromkeys(("i", "em"), "write *words* for italic, without the tags")
_FOR_TAGS |= dict.fromkeys(("p", "br", "div"), "remove it; an empty line ends a paragraph")
_REFER = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_ATTRIBUTES = re.compile(r"\{(?:[^{}\"'\n]|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')*\}")


@dataclass(slots=True, eq=False, repr=False)
class Refers:
    """References to pages of other stories, to be checked when all slugs are known; `words` is what stands for one."""

    words: Callable[[str], str]
    places: list[tuple[str, Span]] = field(default_factory=list)


class Image(NamedTuple):
    """A picture as written in text."""

    file: str
    title: str
    attributes: str
    cutline: Text
    span: Span


@dataclass(slots=True, eq=False, repr=False)
class _Run:
    """A stretch of one emphasis, before its marks are set."""

    text: str
    literal: bool
    emphasis: Emphasis
    href: str | None
    refer: str | None
    line: int


class InlineReading(NamedTuple):
    """With what inline text is read: its language and where findings and references go."""

    language: str
    refers: Refers
    found: Found


class _Markdown(MarkdownIt):
    """CommonMark that lets every address through, so that bad ones are found instead of printed."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


@cache
def parser() -> MarkdownIt:
    """The one CommonMark parser of a run, with page references, attributes of pictures, and tables."""
    markdown = _Markdown("commonmark", {"maxNesting": 60}).enable("table").disable("reference")
    markdown.inline.ruler.before("link", "refer", _refer_rule)
    markdown.inline.ruler.after("image", "attributes", _attributes_rule)
    return markdown


def read_inlines(source: str, span: Span, reading: InlineReading, breaks: str = " ") -> Text:
    """Text without pictures; a picture in it is a finding. `breaks` is what a line break of the source becomes."""
    text, images = read_inlines_and_images(source, span, reading, breaks)
    for image in images:
        hint = "put the picture on a line of its own with an empty line before and after"
        reading.found.error("M054", f"the picture {image.file} stands inside text", hint, image.span)
    return text


def read_inlines_and_images(
    source: str, span: Span, reading: InlineReading, breaks: str = " "
) -> tuple[Text, tuple[Image, ...]]:
    """Text, and the pictures written in it."""
    if not any(sign in source for sign in _SPECIAL):
        plain = source.replace("\n", breaks).strip(" ")
        if "  " in plain or "\t" in plain:
            plain = _SPACES.sub(" ", plain)
        return ((Inline(set_marks(plain, reading.language), span),) if plain else ()), ()
    tokens: list[Token] = []
    markdown = parser()
    markdown.inline.parse(source, markdown, {}, tokens)
    walk = _Walk(span, reading, breaks)
    walk.walk(tokens)
    return walk.text(), tuple(walk.images)


def markdown_for(tag: str) -> str:
    """The hint for an HTML tag: what is written for it here."""
    name = _tag(tag)
    if tag.startswith("<!--"):
        return "take the comment out"
    return _FOR_TAGS.get(name, "remove it, or write \\< where the sign is meant")


def _tag(tag: str) -> str:
    match = re.match(r"</?([A-Za-z][A-Za-z0-9]*)", tag.strip())
    return match[1].lower() if match else ""


class _Walk:
    """Goes through inline tokens and gathers runs; emphasis is counted, for it nests."""

    def __init__(self, span: Span, reading: InlineReading, breaks: str) -> None:
        self.span, self.reading, self.breaks = span, reading, breaks
        self.line = span.line
        self.bold = self.italic = 0
        self.href: str | None = None
        self.runs: list[_Run] = []
        self.images: list[Image] = []
        self.tags = set[str]()

    def walk(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            match token.type:
                case "text":
                    self._add(token.content)
                case "text_special":
                    self._add_literal(token.content)
                case "softbreak":
                    self.line += 1
                    self._add(self.breaks)
                case "hardbreak":
                    self.line += 1
                    self._add("\n")
                case "strong_open" | "strong_close":
                    self.bold += token.nesting
                case "em_open" | "em_close":
                    self.italic += token.nesting
                case "link_open":
                    self._link(str(token.attrs.get("href", "")))
                case "link_close":
                    self.href = None
                case "refer":
                    self._refer(token.content)
                case "image":
                    self._image(token)
                case _:
                    self._refused(token)

    def text(self) -> Text:
        runs = [run for run in self.runs if run.text]
        if not runs:
            return ()
        self._warn_of_signs(runs)
        marked = set_marks_across([run.text for run in runs], [run.literal for run in runs], self.reading.language)
        joined: list[_Run] = []
        for run, text in zip(runs, marked, strict=True):
            last = joined[-1] if joined else None
            if last and run.refer is None and _looks(last) == _looks(run):
                last.text += text
            else:
                run.text = text
                joined.append(run)
        return self._trimmed(joined)

    def _warn_of_signs(self, runs: list[_Run]) -> None:
        """Tells signs that were left over, since their other half is missing."""
        for run in runs:
            sign = next((sign for sign in _HALVES if sign in run.text), "") if not run.literal else ""
            if not sign and not run.literal and _LONE_STAR.search(run.text):
                sign = "*"
            if sign:
                span = self.span if run.line == self.span.line else Span(self.span.path, run.line)
                escaped = "".join(f"\\{one}" for one in sign)
                hint = f"{_HALVES.get(sign, _ITALIC)}; write {escaped} if the sign is meant"
                self.reading.found.warning("M074", f"`{sign}` is printed as it stands", hint, span)

    def _trimmed(self, runs: list[_Run]) -> Text:
        after_space, inlines = True, []
        for run in runs:
            text = _SPACES.sub(" ", run.text).replace(" \n", "\n").replace("\n ", "\n")
            if after_space:
                text = text.lstrip(" ")
            if text:
                after_space = text[-1] in " \n"
                inlines.append((run, text))
        while inlines and not inlines[-1][1].strip(" \n"):
            inlines.pop()
        if inlines:
            run, text = inlines[-1]
            inlines[-1] = run, text.rstrip(" \n")
        path = self.span.path
        spans = (self.span if run.line == self.span.line else Span(path, run.line) for run, _ in inlines)
        return tuple(
            Inline(text, span, run.emphasis, run.href, run.refer)
            for (run, text), span in zip(inlines, spans, strict=True)
        )

    def _add(self, text: str) -> None:
        self.runs.append(_Run(text, False, self._emphasis(), self.href, None, self.line))

    def _add_literal(self, text: str, refer: str | None = None) -> None:
        self.runs.append(_Run(text, True, self._emphasis(), self.href, refer, self.line))

    def _emphasis(self) -> Emphasis:
        return Emphasis((Emphasis.BOLD if self.bold else 0) | (Emphasis.ITALIC if self.italic else 0))

    def _link(self, address: str) -> None:
        if _SCHEME.fullmatch(address):
            self.href = MarkdownIt.normalizeLink(parser(), address)
            return
        hint = "links lead to https://, http:// or mailto: addresses; to another story write [[slug]]"
        if match := _BARE.fullmatch(address):
            story, mail = match["story"], match["mail"]
            likely = f"[[{story.rpartition('/')[2]}]]" if story else f"{'mailto:' if mail else 'https://'}{address}"
            hint = remedy(likely, hint)
        self.reading.found.error("M055", f'the address "{address}" leads nowhere', hint, self._here())

    def _refer(self, slug: str) -> None:
        self.reading.refers.places.append((slug, self._here()))
        self._add_literal(self.reading.refers.words(self.reading.language), slug)

    def _image(self, token: Token) -> None:
        inner = _Walk(self._here(), self.reading, " ")
        inner.walk(token.children or [])
        file, title = str(token.attrs.get("src", "")), str(token.attrs.get("title", ""))
        self.images.append(Image(file, title, str(token.meta.get("attributes", "")), inner.text(), self._here()))
        self.images += inner.images

    def _refused(self, token: Token) -> None:
        if token.type == "code_inline":
            message, hint = "`code` has no form in print", "remove the backticks, or write \\` where one is meant"
        else:
            message, hint = f"HTML is not read: {token.content[:40]}", markdown_for(token.content)
            name = _tag(token.content)
            if token.content.startswith("</") and name in self.tags:
                return
            self.tags.add(name)
        self.reading.found.error("M053", message, hint, self._here())

    def _here(self) -> Span:
        return self.span if self.line == self.span.line else Span(self.span.path, self.line)


def _looks(run: _Run) -> tuple[Any, ...]:
    return run.emphasis, run.href, run.refer


def _refer_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if not state.src.startswith("[[", state.pos):
        return False
    match = _REFER.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("refer", "", 0)
        token.content = match[1].strip()
    state.pos = match.end()
    return True


def _attributes_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if state.src[state.pos] != "{" or state.pending or not state.tokens or state.tokens[-1].type != "image":
        return False
    match = _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.tokens[-1].meta = {"attributes": match[0]}
    state.pos = match.end()
    return True
