"""Style sheets (`styles/NAME.yaml`) become a `Style`.

Takes a style's name and the folders to look in; `extends` is merged key by key, `like` lets a role of text take over
another's keys. Every key is known or a finding with its place; roles, inks, looks, fonts that are named exist.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from layout.diagnostics import Span
from layout.furniture import OPTIONS
from layout.manifest.found import Found, suggest
from layout.manifest.lengths import Unclear, read_ink
from layout.manifest.node import Entry, Listing, Node, Table, Words, to_value
from layout.manifest.sheet import STYLE, Sheet, merge, place, read_sheet
from layout.manifest.workspace import Workspace, family_names, has_family, missing_package
from layout.model.ink import Ink
from layout.model.style import BoxLook, FurniturePiece, Makeup, PageStyle, SloganLook, Style, TextStyle

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "body": "Running text",
        "lede": "The first paragraph of a story",
        "first": "A paragraph that begins anew, as after a subhead",
        "drop-cap": "The large first letter of a lede",
        "quotation": "How far a quotation stands in, and the white around it",
        "document": "How far a reproduced document stands in, and the white around it",
        "letter": "The white around a letter to the editor",
        "list": "How far the entries of a list stand in",
        "marker": "The figure or bullet of a list",
        "table": "A row of a table, and the white around it",
        "table-head": "The head of a table",
        "headline-1": "The headline of a story of priority 1, the largest",
        "headline-2": "The headline of a story of priority 2",
        "headline-3": "The headline of a story of priority 3",
        "headline-4": "The headline of a story of priority 4 and below",
        "kicker": "The words above a headline",
        "deck": "The sentence below a headline",
        "byline": "Who wrote a story",
        "byline-note": "The line below a byline",
        "dateline": "The place and day at the head of a story",
        "subhead": "A heading within a story",
        "cutline": "The words below a picture",
        "pull-quote": "A sentence of the story set large",
        "pull-quote-credit": "Whose sentence it is",
        "box-headline": "The headline of a box",
        "slogan": "Display lines",
        "signature": "The name below a letter or document",
        "ornament": "The signs that stand for `---`",
        "folio-page": "The page number at the head of a page",
        "folio": "The paper's name and date at the head of a page",
        "section-head": "The name of a section where it begins",
        "section-nameplate": "The name of a section on a page of its own",
        "nameplate": "The paper's title on the front page",
        "motto": "The line below the title",
        "ear": "The texts beside the title",
        "skybox": "The strip above the title",
        "issue-line": "Number, date and price below the title",
        "contents": "A headline in the contents list",
        "contents-page": "A page number in the contents list",
        "jump-line": "`Continued on page 4`",
        "from-line": "`Continued from page 1`",
        "jump-headline": "The headline over the rest of a story on another page",
        "ad-label": "The word above an advertisement",
    }
)
"""What every style says how to set."""
VOICES: Mapping[str, str] = MappingProxyType(
    {
        "box-": "in boxes",
        "quotation-": "in quotations",
        "document-": "in reproduced documents",
        "letter-": "in letters to the editor",
        "list-": "in lists",
        "masthead-": "in the masthead",
        "contents-": "in the contents list",
    }
)
"""A role may be said anew for text inside these: `box-body`, `quotation-first`."""
FURNITURE_SETS: Mapping[str, str] = MappingProxyType(
    {
        "front": "What stands at the head of the front page.",
        "inside": "What stands at the head of the pages inside.",
        "section": "What stands at the head of a section's own front.",
        "back": "What stands at the head of the last page.",
    }
)
_KEYS = (
    "layout", "extends", "page", "inks", "text", "boxes", "slogans", "makeup", "furniture", "words", "exceptions",
)  # fmt: skip


def read_style(name: str, folders: tuple[Path, ...]) -> Style:
    """The style of a name, from the first folder that has it. Raises UnusableInput with all that is wrong with it."""
    found = Found()
    style = find_style(name, folders, Span(Path(f"{name}.yaml"), 1), found)
    found.findings()
    assert style is not None
    return style


def read_style_of(name: str, workspace: Workspace, span: Span, found: Found) -> Style | None:
    """The style of a name in a workspace, its fonts checked; None with findings where there is nothing to go on with.

    `span` is where the name is written.
    """
    return find_style(name, workspace.styles, span, found, workspace.fonts)


def find_style(
    name: str, folders: tuple[Path, ...], span: Span, found: Found, fonts: tuple[Path, ...] | None = None
) -> Style | None:
    """As `read_style_of`; `fonts` are the folders of font families, None where these are not to be checked."""
    table = read_sheet(name, folders, span, found, STYLE)
    return None if table is None else _Reading(name, table, found, fonts).style()


class _Reading(NamedTuple):
    """One style sheet's reading, after `extends`."""

    name: str
    table: Table
    found: Found
    fonts: tuple[Path, ...] | None

    def style(self) -> Style:
        for key, entry in self.table.entries.items():
            if key not in _KEYS:
                self.found.error("M010", f'unknown key "{key}"', suggest(key, _KEYS), entry.key)
        inks = self._inks()
        page = self._page(Sheet(self.found, inks, None))
        sheet = Sheet(self.found, inks, page.leading)
        text = self._text(sheet)
        looks = {key: sheet.fill(BoxLook, look, name=key) for key, look in self._tables("boxes")}
        return Style(
            self.name,
            page,
            sheet.fill(Makeup, self._section("makeup")),
            MappingProxyType(text),
            MappingProxyType(inks),
            MappingProxyType(looks),
            MappingProxyType(self._slogans(sheet, text)),
            MappingProxyType(self._furniture(sheet)),
            MappingProxyType(self._words()),
            MappingProxyType(self._exceptions()),
        )

    def _section(self, key: str) -> Table:
        node = self.table.get(key)
        if isinstance(node, Table):
            return node
        if node is None:
            hint = "write it, or begin the style with `extends: tabloid`"
            self.found.error("M011", f'the style says nothing of "{key}"', hint, self.table.span)
        else:
            self.found.error("M012", f'"{key}" is a list of keys and values', "write `key: value` below", node.span)
        return Table({}, self.table.span)

    def _tables(self, section: str) -> Iterator[tuple[str, Table]]:
        for key, entry in self._section(section).entries.items():
            if isinstance(entry.value, Table):
                yield key, entry.value
            elif isinstance(entry.value, Words) and entry.value.text is None:
                yield key, Table({}, entry.value.span)
            else:
                self.found.error(
                    "M012", f'"{key}" is a list of keys and values', "write {key: value}", entry.value.span
                )

    def _inks(self) -> dict[str, Ink]:
        inks: dict[str, Ink] = {}
        for key, entry in self._section("inks").entries.items():
            words = entry.value.text if isinstance(entry.value, Words) else None
            if words is None and key.rstrip(")% ").isdigit():
                continue  # the rest of a colour without quotes in braces, which was told
            if words is None:
                hint = "write cmyk(0,100,80,0), gray(20%) or spot(NAME); what begins with # is a comment"
                self.found.error("M015", f'"{key}" has no colour', hint, entry.value.span)
            try:
                inks[key] = read_ink(words, inks) if words is not None else Ink(black=1000)
            except Unclear as unclear:
                self.found.error(unclear.code, unclear.message, unclear.hint, entry.value.span)
                inks[key] = Ink(black=1000)
        return inks

    def _page(self, sheet: Sheet) -> PageStyle:
        table = self._section("page")
        before = self.found.errors
        page = sheet.fill(PageStyle, table)
        sound = page.units >= 1 and page.leading > 0 and page.live_width > (page.units - 1) * page.alley
        if self.found.errors == before and not (sound and page.rows >= 1 and page.bleed >= 0):
            hint = "check width, depth, margins, units, alley and leading"
            self.found.error("M012", "the page leaves no room for type", hint, table.span)
            sound = False
        if sound and self.found.errors == before:
            return page
        mm = 36_000
        return PageStyle(289 * mm, 380 * mm, *(12 * mm,) * 4, 3 * mm, max(1, page.units), 4 * mm, 4 * mm, 3 * mm, mm)

    def _text(self, sheet: Sheet) -> dict[str, TextStyle]:
        section = self._section("text")
        roles = dict(self._tables("text"))
        styles: dict[str, TextStyle] = {}
        families: dict[str, Span] = {}
        used = {_word(table.get("like")) for table in roles.values()}
        used |= {_word(look.get("role")) for _, look in self._tables("slogans")}
        for role, table in roles.items():
            whole = self._like(role, roles, ())
            if not _is_role(role) and role not in used:
                whole = _with_needed(whole)  # nothing is set in it, which is told
            style = sheet.fill(TextStyle, whole, role=role)
            if style.size <= 0 or style.leading <= 0:
                self.found.error("M012", f'"{role}" has no size or leading', "write size: 9pt", table.span)
            self._check_counts(role, style, whole)
            if style.family:
                where = whole.get("family")
                families.setdefault(style.family, where.span if where else table.span)
            styles[role] = style
        if self.fonts is not None:
            self._check_families(families, self.fonts)
        for role in ROLES:
            if role not in roles and (roles or not self.table.get("text")):
                hint = f"write `{role}: {{like: body}}`, or begin the style with `extends: tabloid`"
                self.found.error("M032", f'the style says nothing of the role "{role}"', hint, section.span)
        self._check_roles(section, roles, styles)
        return styles

    def _check_counts(self, role: str, style: TextStyle, table: Table) -> None:
        """Letters and lines are counted from nothing."""
        limits = style.hyphenation
        for key, least in (
            ("hyphenation", min(limits.before, limits.after, limits.shortest, limits.on_end)),
            ("drop-cap", style.drop_cap_lines),
        ):
            node = table.get(key)
            if least < 0:
                hint = "write 0 or more; 0 turns it off"
                self.found.error("M012", f'"{role}" counts less than 0', hint, node.span if node else table.span)

    def _check_families(self, families: Mapping[str, Span], fonts: tuple[Path, ...]) -> None:
        """One finding a family that cannot be had, where it is named first."""
        for family, span in families.items():
            if not has_family(fonts, family):
                hint = suggest(
                    family,
                    family_names(fonts),
                    "`layout fonts` lists them; another goes into fonts/ with its family.yaml",
                )
                self.found.error("M035", f'unknown font family "{family}"', hint, span)
            elif package := missing_package(fonts, family):
                message = f'the font family "{family}" is in a package that is not installed'
                self.found.error("M039", message, f"run: pip install {package}", span)

    def _like(self, role: str, roles: Mapping[str, Table], seen: tuple[str, ...]) -> Table:
        table = roles[role]
        like = table.entries.get("like")
        own = Table({key: entry for key, entry in table.entries.items() if key != "like"}, table.span)
        if like is None:
            return own
        other = like.value.text if isinstance(like.value, Words) else None
        if other in (*seen, role):
            chain = " -> ".join((*seen, role, other or ""))
            self.found.error("M031", f"the role is like itself: {chain}", "take out one `like`", like.value.span)
            return own
        if not other or other not in roles:
            self.found.error("M032", f'unknown role "{other}"', suggest(other or "", roles), like.value.span)
            return _with_needed(own)
        return merge(self._like(other, roles, (*seen, role)), own)

    def _check_roles(self, section: Table, roles: Mapping[str, Table], styles: Mapping[str, TextStyle]) -> None:
        named = {_word(table.get("like")) for table in roles.values()}
        for role, style in styles.items():
            if style.drop_cap_lines and style.drop_cap_role not in roles:
                drop = roles[role].get("drop-cap")
                hint = suggest(style.drop_cap_role, roles)
                where = drop.span if drop else roles[role].span
                self.found.error("M032", f'unknown role "{style.drop_cap_role}"', hint, where)
            if style.drop_cap_lines:
                named.add(style.drop_cap_role)
        named |= {_word(look.get("role")) for _, look in self._tables("slogans")}
        for role in roles:
            if role not in named and not _is_role(role):
                hint = suggest(role, ROLES, "name it in a slogan's `role` or in another role's `like`, or remove it")
                self.found.error("M032", f'unknown role "{role}"', hint, place(section, role))

    def _slogans(self, sheet: Sheet, text: Mapping[str, TextStyle]) -> dict[str, SloganLook]:
        looks = {}
        for key, table in self._tables("slogans"):
            look = sheet.fill(SloganLook, table, name=key)
            if text and look.role not in text:
                where = table.get("role")
                self.found.error(
                    "M032", f'unknown role "{look.role}"', suggest(look.role, text), where.span if where else table.span
                )
            looks[key] = look
        return looks

    def _furniture(self, sheet: Sheet) -> dict[str, tuple[FurniturePiece, ...]]:
        section = self._section("furniture")
        sets = {}
        for key, entry in section.entries.items():
            if isinstance(entry.value, Listing):
                sets[key] = tuple(piece for item in entry.value.items if (piece := self._piece(sheet, item)))
            elif isinstance(entry.value, Words) and entry.value.text is None:
                sets[key] = ()
            else:
                self.found.error("M012", f'the set "{key}" is a list', "write `- {kind: folio}`", entry.value.span)
        for name in FURNITURE_SETS:
            if name not in section.entries:
                hint = f"write `{name}: []` for none"
                self.found.error("M036", f'the style has no furniture set "{name}"', hint, section.span)
        return sets

    def _piece(self, sheet: Sheet, item: Node) -> FurniturePiece | None:
        kind = item.get("kind") if isinstance(item, Table) else None
        if not isinstance(item, Table) or not isinstance(kind, Words) or not kind.text:
            self.found.error("M036", "a piece of furniture begins with its kind", "write {kind: folio}", item.span)
            return None
        name = kind.text.replace("-", "_")
        if name not in OPTIONS:
            hint = suggest(name, OPTIONS)
            self.found.error("M036", f'unknown kind of furniture "{kind.text}"', hint, kind.span)
            return None
        options = {key: entry for key, entry in item.entries.items() if key != "kind"}
        return FurniturePiece(name, sheet.fill(OPTIONS[name], Table(options, item.span)))

    def _words(self) -> dict[str, Mapping[str, str]]:
        phrases = {key: self._phrases(table) for key, table in self._tables("words")}
        languages = {key: own for key, own in phrases.items() if len(key.split("-")[0]) in (2, 3)}
        first = next(iter(languages), "")
        for key, own in languages.items():
            for missing in sorted(languages[first].keys() ^ own.keys()):
                lacking, having = (key, first) if missing in languages[first] else (first, key)
                hint = f'"{having}" has it; say it in every language, or in none'
                where = place(self._section("words"), lacking)
                self.found.error("M011", f'"{lacking}" has no words for "{missing}"', hint, where)
        for key, phrase in (("ornament", "sign"), ("list", "bullet")):
            if phrase not in phrases.get(key, {}):
                hint = f'write `{key}: {{{phrase}: "..."}}`'
                self.found.error("M011", f'`words` has no {key} with a "{phrase}"', hint, self._section("words").span)
        return phrases

    def _phrases(self, table: Table) -> Mapping[str, str]:
        phrases = {}
        for key, entry in table.entries.items():
            if isinstance(entry.value, Words):
                phrases[key] = entry.value.text or ""
            else:
                self.found.error("M012", f'"{key}" is one phrase', "write the words on one line", entry.value.span)
        return MappingProxyType(phrases)

    def _exceptions(self) -> dict[str, tuple[str, ...]]:
        node = self.table.get("exceptions")
        exceptions = {}
        for key, entry in (node.entries if isinstance(node, Table) else dict[str, Entry]()).items():
            words = to_value(entry.value)
            if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
                hint = "write [type-setter, news-paper]"
                self.found.error("M012", "hyphenation exceptions are a list of words", hint, entry.value.span)
                continue
            exceptions[key] = tuple(words)
        return exceptions


def _with_needed(table: Table) -> Table:
    """The table with stand-ins for what it would have taken over, so that one mistake is one finding."""
    needed = {"family": "", "size": "9pt", "leading": "11pt"}
    entries = {key: Entry(table.span, Words(words, table.span)) for key, words in needed.items()}
    return Table({**entries, **table.entries}, table.span)


def _word(node: Node | None) -> str | None:
    return node.text if isinstance(node, Words) else None


def _is_role(role: str) -> bool:
    if role in ROLES:
        return True
    voice = next((voice for voice in VOICES if role.startswith(voice)), None)
    if voice is None:
        stem, _, size = role.rpartition("-")
        return stem in ("headline", "deck") and size.isdigit()
    return _is_role(role.removeprefix(voice)) or role.removeprefix(voice) in ("headline", "kicker", "headline-1")
