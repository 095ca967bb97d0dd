"""The commands. Thin: each reads its words, calls one thing that does the work, and says how it went.

Standard output is for the answer, standard error for progress and messages. Exit codes are `diagnostics.ExitCode`.
What a command needs is imported inside it, so that `layout --help` answers at once.
"""

import errno
import gc
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from layout import __version__
from layout.diagnostics import ExitCode, Finding, Severity, Span, UnusableInput

if TYPE_CHECKING:
    from collections import Counter
    from threading import Timer

    from layout.build import Checked, Progress
    from layout.manifest.revision import Source
    from layout.manifest.starter import Paper
    from layout.manifest.workspace import Workspace
    from layout.report.compare import Side

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it: 128 and the number of the signal."""

_PATIENCE_SECONDS = 0.4

_PREVIEW_PACKAGES = ("starlette", "uvicorn", "watchfiles")

_MANIFEST = click.argument("manifest", type=click.Path(path_type=Path))
_WORKSPACE = click.argument(
    "source", metavar="[MANIFEST|FOLDER]", type=click.Path(exists=True, path_type=Path), default=Path()
)

_SPECIMENS = click.option("-o", "folder", type=click.Path(path_type=Path), metavar="FOLDER",
                          help="Show each on a page, as a PDF in this folder.")  # fmt: skip


def main() -> None:
    """Runs the command that was typed, and ends the process with its exit code."""
    gc.disable()  # a command makes few cycles and ends soon: looking for them would take a tenth of its time
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _close_output()
    sys.stderr.flush()
    sys.exit(code)


def run(words: Sequence[str]) -> int:
    """Runs a command; gives the exit code. Nothing that goes wrong leaves this function as an exception."""
    try:
        return int(layout.main(list(words), prog_name="layout", standalone_mode=False) or ExitCode.CLEAN)
    except click.ClickException as error:
        error.show()
        return ExitCode.UNUSABLE_INPUT
    except (click.Abort, KeyboardInterrupt):
        _say("stopped; nothing was written")
        return INTERRUPTED
    except SystemExit:  # click's way with a reader that has gone away: nobody is left to complain to
        return ExitCode.CLEAN
    except UnusableInput as error:
        return _unusable(error.findings)
    except OSError as error:
        _say(f"error: {_named(error)}")
        _say(f"    {_remedy(error)}")
        return ExitCode.UNUSABLE_INPUT
    except Exception as error:  # the last line of defence: a person reads this, not a programmer
        return _fault(error, words)


class _PageRange(click.ParamType[range]):
    """Pages as an editor writes them: `4`, or `3-5`."""

    name = "pages"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> range:
        if isinstance(value, range):
            return value
        first, dash, last = str(value).partition("-")
        if not (first.isdecimal() and (last.isdecimal() or not dash)):
            self.fail(f'"{value}" is not a range of pages; write 4 or 3-5', param, ctx)
        pages = range(int(first), int(last or first) + 1)
        if not pages or not pages.start:
            self.fail(f'"{value}" is no page; the first is 1, the smaller number comes first', param, ctx)
        return pages


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: layout new my-paper. Exit codes: 0 all is well, 1 there are findings, 2 the input cannot be "
    "built, 3 a fault of the program.",
)
@click.version_option(__version__, prog_name="layout")
def layout() -> None:
    """Makes a newspaper from text files.

    You write the issue in issue.yaml and the stories in Markdown; layout makes the pages as a PDF and tells you what
    does not fit, and what would help.
    """


@layout.command()
@_MANIFEST
@click.option("-o", "folder", type=click.Path(path_type=Path), default=Path("out"), show_default=True, metavar="FOLDER",
              help="Where the files go; made if it is not there.")  # fmt: skip
@click.option("--pages", "wanted", type=_PageRange(), metavar="3-5", help="Draw only these pages.")
@click.option("--digital", is_flag=True, help="Make the edition for screens, with links and an outline.")
def build(manifest: Path, folder: Path, wanted: range | None, digital: bool) -> int:  # noqa: FBT001 (click's way)
    """Make the pages of an issue.

    Writes SLUG.pdf, findings.json and geometry.json, all of them or none. What does not fit is told on the terminal.

    \b
    Examples:
      layout build issues/the-forme/issue.yaml
      layout build issues/the-forme/issue.yaml -o tonight --pages 1
      layout build issues/the-forme/issue.yaml --digital
    """
    from layout.build import build_issue
    from layout.model.edition import Edition
    from layout.report.account import account_of
    from layout.report.findings import json_report
    from layout.report.geometry import geometry_report
    from layout.report.text import summary, text_report
    from layout.report.write import write_files

    with _Showing() as progress:
        made = build_issue(manifest, Edition.DIGITAL if digital else Edition.PRINT, progress, wanted)
    if not made.drawn.pages:
        raise click.UsageError(f"the issue has pages 1-{len(made.pages.pages)}; none of them was asked for")
    account, base = account_of(made.issue, made.pages, made.findings), Path.cwd()
    name = f"{made.issue.slug}.pdf"
    contents = {
        name: made.pdf,
        "findings.json": json_report(account, base).encode(),
        "geometry.json": geometry_report(made.drawn, made.issue.root).encode(),
    }
    write_files(folder, contents)
    if account.findings:
        click.echo(text_report(account, base), nl=False, err=True)
    click.echo(f"{folder / name}: {summary(account)}")
    return ExitCode.FINDINGS if account.reaches(Severity.ERROR) else ExitCode.CLEAN


@layout.command()
@_MANIFEST
@click.option("-o", "folder", type=click.Path(path_type=Path), default=Path("press"), show_default=True,
              metavar="FOLDER", help="Where the files go; made if it is not there.")  # fmt: skip
@click.option("--press", "name", metavar="NAME", help="The press profile, instead of the one that the issue names.")
def press(manifest: Path, folder: Path, name: str | None) -> int:
    """Make the files that a printer wants.

    Writes what the press profile asks for under `products`: the issue, a file a page, spreads; and press-report.json and
    press-report.pdf, which tell what was checked and what is in the files. With errors, nothing is written.

    \b
    Examples:
      layout press issues/the-forme/issue.yaml
      layout press issues/the-forme/issue.yaml -o to-the-printer --press newsprint-x1a
    """
    from layout.pressroom import press_issue
    from layout.report.account import account_of
    from layout.report.text import text_report
    from layout.report.write import write_files

    with _Showing() as progress:
        made = press_issue(manifest, name, progress)
    account = account_of(made.built.issue, made.built.pages, made.built.findings)
    if account.findings:
        click.echo(text_report(account, Path.cwd()), nl=False, err=True)
    if not made.files:
        _say("nothing was written: a printer gets no issue with errors")
        return ExitCode.FINDINGS
    for path in write_files(folder, made.files):
        click.echo(path)
    return ExitCode.CLEAN


@layout.command()
@_MANIFEST
@click.option("--format", "form", type=click.Choice(["text", "json", "junit", "sarif", "github"]), default="text",
              show_default=True, help="Text for people, the others for programs.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(["error", "warning"]), default="error", show_default=True,
              help="From what gravity on the exit code is 1.")  # fmt: skip
@click.option("--pages", "count", type=click.IntRange(min=1), metavar="N",
              help="How many pages the issue must have, whatever the manifest says.")  # fmt: skip
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE",
              help="Tell only what is not in this earlier findings.json.")  # fmt: skip
def check(manifest: Path, form: str, fail_on: str, count: int | None, baseline: Path | None) -> int:
    """Tell what is wrong with an issue, and write nothing.

    Tells the same as build does: stories that do not fit, loose lines, missing pieces and so on. Made for machines that
    check every change: the exit code says whether the issue may go to press.

    \b
    Examples:
      layout check issues/the-forme/issue.yaml
      layout check issues/the-forme/issue.yaml --fail-on warning --pages 16
      layout check issues/the-forme/issue.yaml --format json > findings.json
      layout check issues/the-forme/issue.yaml --baseline findings.json --format sarif
    """
    from layout.build import check_issue
    from layout.report import FORMATS
    from layout.report.account import Account, account_of
    from layout.report.baseline import new_findings

    known = _baseline(baseline) if baseline else None
    try:
        with _Showing() as progress:
            made = check_issue(manifest, progress)
    except UnusableInput as error:
        if form != "text":
            root = _workspace(manifest).root
            account = Account(root, error.findings, meanings=_meanings(error.findings))
            click.echo(FORMATS[form](account, Path.cwd()), nl=False)
        raise
    found = _counted(made, count, manifest)
    findings = found if known is None else new_findings(found, made.issue.root, known)
    account = replace(
        account_of(made.issue, made.pages, findings), meanings=_meanings(findings), known=len(found) - len(findings)
    )
    click.echo(FORMATS[form](account, Path.cwd()), nl=False)
    return ExitCode.FINDINGS if account.reaches(Severity(fail_on)) else ExitCode.CLEAN


@layout.command(short_help="Check any PDF as a printer would.")
@click.argument("pdf", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--product", type=click.Choice(["issue", "pages", "reader-spreads", "printer-spreads", "centre"]),
              default="issue", show_default=True,
              help="What it holds: a whole issue, or pages (or an advertisement) or spreads of one.")  # fmt: skip
@click.option("--press", "name", default="newsprint", show_default=True, help="The press profile that it must suit.")
@click.option("--format", "form", type=click.Choice(["text", "json", "junit", "sarif", "github"]), default="text",
              show_default=True, help="Text for people, the others for programs.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(["error", "warning"]), default="error", show_default=True,
              help="From what gravity on the exit code is 1.")  # fmt: skip
def preflight(pdf: Path, name: str, product: str, form: str, fail_on: str) -> int:
    """Check a PDF, whoever made it, as a printer would: PDF/X, fonts, colours, pictures, ink, type, trim and bleed.

    Where Ghostscript is installed, ink is measured on the plates that it renders.

    \b
    Examples:
      layout preflight out/the-forme.pdf
      layout preflight advertisement.pdf --press newsprint-x1a --product pages
    """
    from layout.build import preflight_pdf
    from layout.manifest.press import read_press
    from layout.model.press import Product
    from layout.report import FORMATS
    from layout.report.account import Account

    press = read_press(name, _workspace(pdf.parent).styles)
    checked = preflight_pdf(pdf.read_bytes(), press, Product(product))
    if isinstance(checked, str):
        raise click.ClickException(f"{pdf} cannot be checked: {checked}")
    findings, pages = checked
    account = Account(Path.cwd(), findings, pdf.name, pages, meanings=_meanings(findings))
    click.echo(FORMATS[form](account, Path.cwd()), nl=False)
    return ExitCode.FINDINGS if account.reaches(Severity(fail_on)) else ExitCode.CLEAN


@layout.command()
@click.argument("source", metavar="MANIFEST|PDF", type=click.Path(path_type=Path))
@click.option("-o", "folder", type=click.Path(path_type=Path), default=Path("proof"), show_default=True,
              metavar="FOLDER", help="Where the files go; made if it is not there.")  # fmt: skip
@click.option("--grid", is_flag=True, help="Show units and rows, numbered as the dummy counts them.")
def proof(source: Path, folder: Path, grid: bool) -> int:  # noqa: FBT001 (click's way)
    """Make pictures of the pages, with what was found marked on them.

    Writes page-01.png and so on, facing pages as spread-02-03.png and so on, and contact.png with all pages on one sheet.
    From a manifest it also writes proof.pdf, in which each finding is a note at its place: red bars where stories break
    off, lines under loose lines, frames round the rest. From a PDF, the pages are shown as they are.

    \b
    Examples:
      layout proof issues/the-forme/issue.yaml
      layout proof issues/the-forme/issue.yaml --grid -o dummy
      layout proof out/the-forme.pdf -o pictures
    """
    from layout.report.write import write_files

    if source.suffix.lower() == ".pdf":
        if grid:
            raise click.UsageError("a PDF does not say what its grid is; name the manifest")
        contents, code = _proof_of_pdf(source)
    else:
        contents, code = _proof_of_issue(source, grid)
    for path in write_files(folder, contents):
        click.echo(path)
    return code


@layout.command()
@click.argument("old")
@click.argument("new")
@click.option("-o", "folder", type=click.Path(path_type=Path), metavar="FOLDER",
              help="Write diff.html here as well: the pages that differ, old, new and laid over one another.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Text for people, JSON for programs.")  # fmt: skip
def diff(old: str, new: str, folder: Path | None, form: str) -> int:
    """Tell which stories and pages differ between two papers.

    OLD and NEW are manifests, PDFs, or manifests as they were in git: REVISION:path/to/issue.yaml. A revision alone means
    the other's path. Of manifests, it tells which stories grew, moved or jump, and which pages are not the same; of PDFs,
    which pages look otherwise. The exit code is 1 if anything differs.

    \b
    Examples:
      layout diff HEAD issues/first/issue.yaml             what I changed since the last commit
      layout diff v1 main:issues/first/issue.yaml -o out   two revisions, with pictures in out/diff.html
      layout diff tuesday.pdf out/first.pdf
    """
    from layout.manifest.revision import find_sources
    from layout.report.compare import compare
    from layout.report.diff_page import diff_page
    from layout.report.diff_told import diff_json, diff_text
    from layout.report.write import write_files

    sources = find_sources(old, new)
    drawn = folder is not None or any(source.is_pdf for source in sources)
    one, other = (_drawn_side(source) if drawn else _made_up_side(source) for source in sources)
    try:
        difference = compare(one, other)
        contents = {"diff.html": diff_page(difference, one, other).encode()} if folder else {}
    except ValueError as error:
        raise click.ClickException(f"a PDF cannot be read: {error}") from None
    click.echo((diff_json if form == "json" else diff_text)(difference), nl=False)
    for path in write_files(folder, contents) if folder else ():
        click.echo(path, err=True)
    return ExitCode.CLEAN if difference.is_none else ExitCode.FINDINGS


@layout.command()
@_MANIFEST
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, metavar="N",
              help="Where the browser finds it; 0 takes any that is free.")  # fmt: skip
def preview(manifest: Path, port: int) -> int:
    """Show an issue in the browser while it is being written.

    Open the address that is told. Every save is on the page a moment later; what cannot be built is said above the last
    good pages. A click on text says which line of which file it comes from. Ctrl-C ends it. Nothing but this machine can
    see it.

    \b
    Examples:
      layout preview issues/the-forme/issue.yaml
      layout preview issues/the-forme/issue.yaml --port 9000
    """
    try:
        from layout.preview.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PREVIEW_PACKAGES:
            raise
        raise click.ClickException("this needs more packages: pip install 'layout-newspaper[preview]'") from None
    if not manifest.is_file():
        raise click.ClickException(f"{manifest} is not there; name an issue.yaml")
    try:
        serve(manifest, port, _say_address)
    except OSError as error:
        raise click.ClickException(f"port {port} cannot be had ({error.strerror}); name another with --port") from None
    return ExitCode.CLEAN


@layout.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--publication", metavar="NAME", help="The paper's name.")
@click.option("--language", metavar="TAG", help="Of dates, quotation marks and so on: en-GB, en-US, de, fr, ...")
@click.option("--style", metavar="NAME", help="The house style that the paper begins from; layout styles lists them.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
def new(folder: Path, publication: str | None, language: str | None, style: str | None, yes: bool) -> int:  # noqa: FBT001 (click's way)
    """Begin a paper: a folder with an issue that builds, and whose comments explain it.

    On a terminal it asks for the paper's name, language and style, unless they are given. Change the stories and issue.yaml
    to your own. The folder must not be there yet, or be empty.

    \b
    Examples:
      layout new my-paper
      layout new my-paper --yes --publication "The Evening Tide" --style berliner
    """
    from layout.manifest.starter import MANIFEST, starter
    from layout.report.write import write_files

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.ClickException(f"{folder} is there already; name a folder that is not")
    ask = click.prompt if sys.stdin.isatty() and not yes else _by_default
    files = starter(_chosen_paper((publication, language, style), ask))
    write_files(folder, {name: text.encode() for name, text in files.items()})
    click.echo(f"{folder} is ready. Build its first issue with:")
    click.echo(f"    layout build {folder / MANIFEST} -o out")
    click.echo("and then read that file: its comments explain the language.")
    return ExitCode.CLEAN


@layout.command(short_help="Tell what a finding's code means.")
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Tell what a finding's code means, why it matters and how to mend it; without a code, list them all.

    \b
    Example:
      layout explain P101
    """
    if code is None:
        for known in _codes():
            click.echo(f"{known}  {_first_sentence(_meaning(known))}")
        return ExitCode.CLEAN
    code = code.upper()
    text = _meaning(code)
    if not text:
        raise click.ClickException(f"there is no code {code}; layout explain lists them all")
    click.echo(f"{code}\n\n{text}")
    return ExitCode.CLEAN


@layout.command()
@_WORKSPACE
@_SPECIMENS
def fonts(source: Path, folder: Path | None) -> int:
    """List the font families that styles may name, with their weights and other axes and their packages.

    The workspace's own fonts/ folder comes first, then what ships with the program. Without MANIFEST or FOLDER, the
    workspace is that of the present folder. With -o, each family is shown on a page of its own instead: weights,
    italics, optical sizes, figures, accents.

    \b
    Example:
      layout fonts -o specimens
    """
    from layout.typeset.faces import Faces

    workspace = _workspace(source)
    if folder is not None:
        return _write_specimens(folder, workspace, _family_specimens(workspace))
    listed = tuple(Faces(workspace.fonts).listed())
    width = max((len(family.name) for family in listed), default=0)
    for family in listed:
        package = f"  ({family.package})" if family.package else ""
        click.echo(f"{family.name:{width}}  {family.trouble or '; '.join(family.offers) + package}")
    return ExitCode.CLEAN


@layout.command(short_help="List the house styles that issues may name.")
@_WORKSPACE
@_SPECIMENS
def styles(source: Path, folder: Path | None) -> int:
    """List the house styles that issues may name, with their trimmed page sizes and their files.

    The workspace's own styles/ folder comes first, then what ships with the program. Without MANIFEST or FOLDER, the
    workspace is that of the present folder. With -o, each style is shown on a front page of its own instead, every role
    with its name and size.

    \b
    Example:
      layout styles -o specimens
    """
    from layout.manifest.workspace import list_styles

    workspace = _workspace(source)
    if folder is not None:
        return _write_specimens(folder, workspace, _style_specimens(workspace))
    listed = list_styles(workspace)
    width = max((len(name) for name, _ in listed), default=0)
    for name, path in listed:
        click.echo(f"{name:{width}}  {_trim(name, workspace.styles):12}  {path}")
    return ExitCode.CLEAN


def _chosen_paper(given: Sequence[str | None], ask: Callable[..., str]) -> "Paper":
    """What is given, the rest asked for; refuses what would not build."""
    from layout.manifest.starter import Paper
    from layout.manifest.style import read_style
    from layout.manifest.workspace import shipped

    usual, folder = Paper(), shipped("styles")
    styles = sorted(path.stem for path in folder.glob("*.yaml"))
    languages = sorted(words for words in read_style(usual.style, (folder,)).words if len(words) == len("en"))

    def title(written: str) -> str:
        if not written.strip() or not written.isprintable():
            raise click.UsageError("this is no name for a paper; write it on one line")
        return written.strip()

    def style(written: str) -> str:
        if written not in styles:
            raise click.UsageError(f'there is no style "{written}"; choose of {", ".join(styles)}')
        return written

    def language(written: str) -> str:
        if written.partition("-")[0] not in languages:
            raise click.UsageError(
                f'there are no words in "{written}"; choose of {", ".join(languages)}, or say en-GB, de-AT'
            )
        return written

    questions = (
        ("The paper's name", title),
        (f"Its language ({', '.join(languages)})", language),
        (f"Its style ({', '.join(styles)})", style),
    )
    answers = (
        ask(question, default=default, value_proc=read) if written is None else read(written)
        for written, default, (question, read) in zip(given, usual, questions, strict=True)
    )
    return Paper(*answers)


def _by_default(_: str, default: str, value_proc: Callable[[str], str]) -> str:
    """The answer to a question where nobody is there to be asked."""
    return value_proc(default)


def _style_specimens(workspace: "Workspace") -> Iterator[tuple[str, Mapping[str, str]]]:
    from layout.manifest.specimen import style_specimen
    from layout.manifest.style import read_style
    from layout.manifest.workspace import list_styles

    for name, _ in list_styles(workspace):
        yield name, style_specimen(read_style(name, workspace.styles))


def _family_specimens(workspace: "Workspace") -> Iterator[tuple[str, Mapping[str, str]]]:
    from layout.manifest.specimen import family_specimen
    from layout.manifest.style import read_style
    from layout.manifest.workspace import shipped
    from layout.typeset.faces import Faces

    faces, style = Faces(workspace.fonts), read_style("a4", (shipped("styles"),))
    for family in faces.families():
        yield family.lower().replace(" ", "-"), family_specimen(family, faces, style)


def _write_specimens(folder: Path, workspace: "Workspace", specimens: Iterator[tuple[str, Mapping[str, str]]]) -> int:
    from layout.build import build_specimen
    from layout.report.write import write_files

    contents = {}
    for name, files in specimens:
        click.echo(name, err=True)
        contents[f"{name}.pdf"] = build_specimen(files, workspace).pdf
    for path in write_files(folder, contents):
        click.echo(path)
    return ExitCode.CLEAN


def _trim(name: str, folders: tuple[Path, ...]) -> str:
    from layout.manifest.style import read_style
    from layout.units import to_mm

    try:
        page = read_style(name, folders).page
    except UnusableInput as error:
        return f"({len(error.findings)} error{'s' * (len(error.findings) != 1)})"
    return f"{to_mm(page.width):g} x {to_mm(page.depth):g} mm"


@layout.command(short_help="Print the JSON Schema of what an editor writes.")
@click.argument("name", default="issue", type=click.Choice(("issue", "style", "press", "findings")))
def schema(name: str) -> int:
    """Print a JSON Schema: of issue.yaml, of style sheets, of press profiles or of findings.json.

    Text editors check by it while you write, and tell what each key is.

    \b
    Example:
      layout schema style > style.schema.json
    """
    from layout.manifest.schema import read_schema

    click.echo(read_schema(name), nl=False)
    return ExitCode.CLEAN


def _meaning(code: str) -> str:
    from layout.manifest.codes import MANIFEST_CODES
    from layout.preflight.check import explain as explain_rule

    return MANIFEST_CODES.get(code) or explain_rule(code) or ""


def _codes() -> list[str]:
    from layout.manifest.codes import MANIFEST_CODES
    from layout.preflight.check import codes

    return sorted({*MANIFEST_CODES, *codes()})


def _first_sentence(meaning: str) -> str:
    """What a code means, without why and how to mend it: the first sentence, on one line."""
    sentence = " ".join(meaning.removeprefix("What: ").partition("\n\n")[0].split()).partition(". ")[0]
    return f"{sentence[:1].upper()}{sentence[1:].rstrip('.')}."


def _meanings(findings: Sequence[Finding]) -> Mapping[str, str]:
    return {code: _meaning(code) for code in sorted({finding.code for finding in findings})}


class _Showing:
    """Progress while a command works, on standard error: plain lines, or on a terminal a bar if it takes long.

    The bar's own import takes a tenth of a second, so it is left to a thread that starts when a short build is over.
    """

    def __init__(self) -> None:
        self._latest = ("starting", 0, 1)
        self._bar: Progress | None = None
        self._close: Callable[[], None] = lambda: None
        self._ended = False
        self._timer: Timer | None = None

    def __enter__(self) -> "Progress":
        if not sys.stderr.isatty():
            return _plain_progress
        from threading import Timer

        self._timer = Timer(_PATIENCE_SECONDS, self._begin)
        self._timer.daemon = True
        self._timer.start()
        return self._show

    def __exit__(self, *_: object) -> None:
        self._ended = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        self._close()

    def _show(self, stage: str, done: int, of: int) -> None:
        self._latest = (stage, done, of)
        if self._bar is not None:
            self._bar(stage, done, of)

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        if self._ended:
            return
        bar = Bar(console=Console(stderr=True), transient=True)
        task = bar.add_task(self._latest[0], completed=self._latest[1], total=self._latest[2])
        bar.start()
        self._close = bar.stop
        self._bar = lambda stage, done, of: bar.update(task, description=stage, completed=done, total=of)


def _plain_progress(stage: str, done: int, of: int) -> None:
    if done < of:
        click.echo(f"{done + 1}/{of} {stage}", err=True)


def _say_address(address: str) -> None:
    click.echo(address)
    _say("open this in your browser; Ctrl-C ends it")


def _counted(made: "Checked", count: int | None, manifest: Path) -> tuple[Finding, ...]:
    """The findings with the page count held against `count`, if it is given, instead of the manifest's."""
    if count is None:
        return made.findings
    from layout.model.issue import PageCount
    from layout.preflight.rules import page_count

    others = tuple(finding for finding in made.findings if finding.code != page_count.CODE)
    wanted = PageCount(count, count, span=made.issue.pages.span or Span(manifest, 1))
    return (*others, *page_count.count_pages(made.pages, wanted))


def _baseline(path: Path) -> "Counter[str]":
    """What an earlier report tells, read before the pages are made."""
    from layout.report.baseline import read_baseline

    try:
        return read_baseline(path.read_bytes())
    except OSError as error:
        trouble = error.strerror or "cannot be read"
    except ValueError as error:
        trouble = str(error)
    raise click.ClickException(
        f"the baseline {path}: {trouble}; write one with: layout check MANIFEST --format json > {path.name}"
    )


def _proof_of_issue(manifest: Path, grid: bool) -> tuple[dict[str, bytes], int]:  # noqa: FBT001 (as it was typed)
    from layout.build import build_issue
    from layout.model.edition import Edition
    from layout.report.annotate import annotate
    from layout.report.proof import proof_files

    with _Showing() as progress:
        built = build_issue(manifest, Edition.PRINT, progress)
    grave = any(finding.severity is Severity.ERROR for finding in built.findings)
    pdf = annotate(built.pdf, built.findings, built.pages, built.issue.style.page if grid else None)
    pictures = proof_files(pdf, [page.number for page in built.pages.pages])
    return {**pictures, "proof.pdf": pdf}, ExitCode.FINDINGS if grave else ExitCode.CLEAN


def _proof_of_pdf(path: Path) -> tuple[dict[str, bytes], int]:
    from layout.report.proof import proof_files
    from layout.report.rendering import open_pdf

    pdf = path.read_bytes()
    try:
        return dict(proof_files(pdf, range(1, len(open_pdf(pdf)) + 1))), ExitCode.CLEAN
    except ValueError as error:
        raise click.ClickException(f"{path} is not a PDF that can be shown: {error}") from None


def _drawn_side(source: "Source") -> "Side":
    """A paper to be looked at: a PDF as it is, an issue made up and drawn."""
    from layout.build import build_issue
    from layout.manifest.revision import opened
    from layout.model.edition import Edition
    from layout.report.compare import Side

    with opened(source) as path:
        if source.is_pdf:
            return Side(str(source), path.read_bytes())
        with _Showing() as progress:
            built = build_issue(path, Edition.PRINT, progress)
    return Side(str(source), built.pdf, built.pages)


def _made_up_side(source: "Source") -> "Side":
    """An issue to be compared by its pages alone, which need not be drawn for that."""
    from layout.build import check_issue
    from layout.manifest.revision import opened
    from layout.report.compare import Side

    with opened(source) as path, _Showing() as progress:
        return Side(str(source), b"", check_issue(path, progress).pages)


def _workspace(source: Path) -> "Workspace":
    """The workspace of a manifest or of a folder."""
    from layout.manifest.workspace import find_workspace

    return find_workspace(source / "issue.yaml" if source.is_dir() else source)


def _unusable(findings: tuple[Finding, ...]) -> int:
    from layout.report.account import Account
    from layout.report.text import text_report

    base = Path.cwd()
    click.echo(text_report(Account(base, findings), base), nl=False, err=True)
    return ExitCode.UNUSABLE_INPUT


def _fault(error: Exception, words: Sequence[str]) -> int:
    if os.environ.get("LAYOUT_DEBUG") == "1":
        raise error
    font = _font_trouble(error)
    if font:
        _say(f"error: {font}")
        return ExitCode.UNUSABLE_INPUT
    _say(f"a fault of the program, not of your issue: {type(error).__name__}: {error}")
    _say(f"    please report this line with your issue's files: layout {__version__}, layout {' '.join(words)}")
    _say("    nothing was written; LAYOUT_DEBUG=1 shows where it happened")
    return ExitCode.PROGRAM_FAULT


def _font_trouble(error: Exception) -> str:
    """What to say if a font is to blame, which only shows when text is set; else nothing."""
    from layout.typeset.faces import MissingFont, UnknownFamily

    if isinstance(error, UnknownFamily):
        return f"{error}\n    families known: {', '.join(error.known)}"
    return str(error) if isinstance(error, MissingFont) else ""


def _remedy(error: OSError) -> str:
    if error.errno == errno.EBADMSG:
        return "export or copy the file again"
    if isinstance(error, NotADirectoryError):
        return "name another folder after -o, or move the file away"
    if isinstance(error, FileNotFoundError):
        return "check that the file is there, and that its name is spelt as on the disk"
    return "check that the folder exists and may be written to, and that the disk is not full"


def _close_output() -> None:
    """Whoever read the answer has read enough (`layout schema | head`): the rest goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _named(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)


def _say(line: str) -> None:
    click.echo(line, err=True)
