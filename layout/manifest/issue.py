"""`issue.yaml` and all that it names become an `Issue`.

Takes the manifest's path, gives the issue with every name resolved and what should be known about it; raises
UnusableInput with all problems of all files. The slug is the key `slug`, else the name of the folder that holds
`issue.yaml`, else (for a manifest of another name) that name. Spans carry absolute paths; `Issue.root` is the
workspace.
"""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from layout.diagnostics import Finding, Span
from layout.manifest.ads import read_ads
from layout.manifest.articles import read_articles
from layout.manifest.dummy import Known, check_jumps, check_legs, check_printed_once, read_dummy, without_slotted
from layout.manifest.found import Found, near, suggest
from layout.manifest.front import with_front_matter
from layout.manifest.inlines import Refers
from layout.manifest.keys import IssueKeys, PressKeys
from layout.manifest.manuscript import Manuscript, read_language
from layout.manifest.marks import set_marks
from layout.manifest.node import Listing, Table, Words, place_of, read_yaml
from layout.manifest.pieces import read_pieces
from layout.manifest.press import read_press_of
from layout.manifest.story import Desk
from layout.manifest.style import find_style, read_style_of
from layout.manifest.validate import validate_issue
from layout.manifest.workspace import find_workspace, read_text, shipped
from layout.model.issue import Article, Body, Issue, Nameplate, PageCount, SlotKind
from layout.model.press import UNPRINTED, Press
from layout.model.style import Style


def read_issue(path: Path) -> tuple[Issue, tuple[Finding, ...]]:
    """The issue of a manifest, with warnings and notes. Raises UnusableInput if any error is found."""
    found = Found()
    path = path.resolve()
    issue = _read(path, found)
    findings = found.findings()
    assert issue is not None
    return issue, findings


def _read(path: Path, found: Found) -> Issue | None:
    workspace = find_workspace(path)
    if path.suffix == ".md":
        hint = "name the manifest whose `articles` hold it"
        found.error("M008", f"{path.name} is a story, and no manifest", hint, Span(path, 1))
        return None
    text = read_text(path, found)
    table = read_yaml(text, path, found) if text is not None else None
    if table is None:
        return None
    if not table.entries:
        hint = "begin with `layout: 1`; `layout new my-paper` writes an example"
        found.error("M008", f"{path.name} is empty", hint, Span(path, 1))
        return None
    whole, stories = with_front_matter(table, workspace, path.parent, found)
    names = _written_names(whole)
    keys, left = validate_issue(whole, found)
    style_span = place_of(left, ("style",))
    style = read_style_of(keys.style, workspace, style_span, found)
    if style is None:
        style = find_style("tabloid", (shipped("styles"),), style_span, Found())
    if style is None:
        return None
    language = read_language(keys.language, place_of(left, ("language",)), "en-GB", style, found)
    defined = {one.id for one in keys.boxes} | {one.id for one in keys.pictures} | {one.id for one in keys.slogans}
    ids = frozenset(defined) | (names - {Path(article.story or "").stem for article in keys.articles})
    refers = Refers(lambda language: _page_words(style, language))
    desk = Desk(workspace, (path.parent,), style, language, refers, found, {}, ids, {})
    return _Reading(Manuscript(path, left, desk, stories), keys, names).issue()


def _written_names(table: Table) -> frozenset[str]:
    """All ids and slugs that the manifest writes, sound or not: what names them is not accused twice."""
    names = set[str]()
    for section in ("articles", "boxes", "pictures", "slogans"):
        listing = table.get(section)
        for item in listing.items if isinstance(listing, Listing) else ():
            name = next(filter(None, map(item.get, ("slug", "id", "name"))), None) if isinstance(item, Table) else None
            story = item.get("story") if isinstance(item, Table) else None
            if isinstance(name, Words) and name.text:
                names.add(name.text)
            elif isinstance(story, Words) and story.text:
                names.add(Path(story.text).stem)
            elif isinstance(item, Words) and item.text:
                names.add(Path(item.text).stem)
    return frozenset(names)


def _page_words(style: Style, language: str) -> str:
    """What stands for a page reference until its number is known."""
    words = style.words
    own = words.get(language) or words.get(language.split("-", maxsplit=1)[0]) or words.get("en") or {}
    return own.get("page", "{page}").replace("{page}", "00")


class _Reading(NamedTuple):
    """One issue's reading, after its keys are known to be sound; `names` are all ids and slugs that it writes."""

    script: Manuscript
    keys: IssueKeys
    names: frozenset[str]

    def issue(self) -> Issue:
        script, keys, desk = self.script, self.keys, self.script.desk
        press, pages = self._press(), self._page_count()
        if not keys.publication.strip():
            hint = "write the paper's name"
            script.found.error("M012", '"publication" has no value', hint, script.place("publication"))
        read_pieces(script, keys)
        articles = read_articles(script, keys)
        masthead, nameplate = self._masthead(), self._nameplate()
        self._check_refers(articles)
        known = self._known(articles, pages)
        dummy = read_dummy(keys.dummy, known, lambda *loc: script.place("dummy", *loc), script.found)
        issue = Issue(
            publication=set_marks(keys.publication, desk.language),
            date=keys.date,
            language=desk.language,
            style=desk.style,
            root=desk.workspace.root,
            slug=keys.slug or (script.path.parent.name if script.path.stem == "issue" else script.path.stem) or "issue",
            articles=without_slotted(articles, dummy),
            dummy=dummy,
            nameplate=nameplate,
            pages=pages,
            number=keys.number,
            edition=set_marks(keys.edition, desk.language),
            price=keys.price,
            press=press,
            masthead=masthead,
            pieces=MappingProxyType(dict(desk.pieces)),
            ads=tuple(read_ads(script, keys.ads, pages)),
            span=Span(script.path, 1),
        )
        self._check_unplaced(issue)
        check_legs(issue, script.found)
        check_printed_once(issue, script.found)
        slugs = [article.slug for article in articles]
        check_jumps(issue, lambda slug: script.place("articles", slugs.index(slug), "jump"), script.found)
        return issue

    def _masthead(self) -> Body:
        keys, desk = self.keys.masthead, self.script.desk._replace(holder="masthead")
        return self.script.markdown(keys.text, ("masthead", "text"), desk) if keys else ()

    def _press(self) -> Press:
        keys, folders = self.keys.press or PressKeys(), self.script.desk.workspace.styles
        span = self.script.place("press", "profile") if self.keys.press else self.script.place("press")
        press = read_press_of(keys.profile, folders, span, self.script.found) or UNPRINTED
        if keys.colour_pages is None:
            return press
        return replace(press, ink=replace(press.ink, colour_pages=keys.colour_pages))

    def _page_count(self) -> PageCount:
        keys = self.keys.pages
        if keys is None:
            return PageCount()
        span = self.script.place("pages")
        if keys.min > keys.max or not any(page % keys.multiple == 0 for page in range(keys.min, keys.max + 1)):
            hint = "write {min: 12, max: 24, multiple: 4}"
            self.script.found.error("M012", "no number of pages is between min and max and a multiple", hint, span)
        return PageCount(keys.min, keys.max, keys.multiple, span)

    def _nameplate(self) -> Nameplate:
        keys = self.keys.nameplate
        if keys is None:
            return Nameplate(
                set_marks(self.keys.publication, self.script.desk.language), span=self.script.place("publication")
            )
        # Without quotes YAML leaves `\n` as it stands, and nothing else can be meant by it.
        ears = {"left_ear": keys.left_ear.replace("\\n", "\n"), "right_ear": keys.right_ear.replace("\\n", "\n")}
        texts = {
            name: self.script.text(words, ("nameplate", name), self.script.desk)
            for name, words in {"motto": keys.motto, "skybox": keys.skybox, **ears}.items()
        }
        title = set_marks(keys.title or self.keys.publication, self.script.desk.language)
        return Nameplate(title, **texts, span=self.script.place("nameplate"))

    def _check_refers(self, articles: tuple[Article, ...]) -> None:
        slugs, doubtful = [article.slug for article in articles], self._doubtful(articles)
        for slug, span in self.script.desk.refers.places:
            if slug not in slugs and slug not in self.names and not near(slug, doubtful):
                self.script.found.error("M025", f'there is no story "{slug}"', suggest(slug, slugs), span)

    def _known(self, articles: tuple[Article, ...], pages: PageCount) -> Known:
        keys = self.keys
        ids = {
            SlotKind.ARTICLE: frozenset(article.slug for article in articles),
            SlotKind.BOX: frozenset(box.id for box in keys.boxes),
            SlotKind.PICTURE: frozenset(picture.id for picture in keys.pictures),
            SlotKind.SLOGAN: frozenset(slogan.id for slogan in keys.slogans),
        }
        dropped = self.names - frozenset().union(*ids.values())
        unnamed = frozenset(SlotKind.ARTICLE for one in keys.articles if not one.slug and not one.story)
        sound = keys.masthead is not None, pages, self.script.desk.style
        return Known(ids, *sound, dropped, self._doubtful(articles), unnamed)

    def _doubtful(self, articles: tuple[Article, ...]) -> frozenset[str]:
        """Slugs taken from the names of story files that are not there: which name is misspelt is not known."""
        return frozenset(
            article.slug
            for keys, article in zip(self.keys.articles, articles, strict=True)
            if not keys.slug and not self.script.stories.get(article.span)
        )

    def _check_unplaced(self, issue: Issue) -> None:
        found = self.script.found
        if not issue.dummy or found.blames(self.script.place("dummy")):
            return
        placed = {slot.id for plan in issue.dummy for slot in plan.slots if slot.kind is SlotKind.ARTICLE}
        placed |= {slug for plan in issue.dummy for slug in plan.run}
        unknown = placed - {article.slug for article in issue.articles}
        for article in issue.articles:
            if article.slug not in placed and not near(article.slug, unknown) and not found.blames(article.span):
                hint = "give it a slot or a run, or take it out of `articles`"
                found.warning("M065", f'"{article.slug}" stands nowhere in the dummy', hint, article.span)
