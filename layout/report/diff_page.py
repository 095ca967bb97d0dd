"""A `Difference` as one web page: old, new, side by side, and both laid over one another.

Takes the difference and its sides, gives HTML that needs nothing else: pictures are in it, there is no script. What only
the old page has shows red in the overlay, what only the new one has blue-green, what both have black. All of it can be
used from the keyboard, and is headings, lists and named pictures to a screen reader.
"""

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from typing import Any

from layout.report.compare import Difference, PageChange, Side
from layout.report.diff_told import pages_told, part_told, story_told
from layout.report.rendering import open_pdf, render, written

_QUALITY = 45
"""Of WebP: a tabloid page of type takes 150 KiB and can be read."""

_HEAD = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ margin: 0; font: 16px/1.45 system-ui, sans-serif; color: #111; background: #eee }}
header, main > * {{ max-width: 75rem; margin: 0 auto; padding: .75rem 1rem }}
fieldset {{ position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0;
  padding: .6rem 1rem; border: 0; background: #222; color: #fff }}
label {{ cursor: pointer }}
:focus-visible {{ outline: 3px solid #06c; outline-offset: 2px }}
fieldset :focus-visible {{ outline-color: #fd0 }}
a {{ color: #04a }}
section {{ scroll-margin-top: 3rem }}
.sheet {{ display: grid }}
.sheet > * {{ position: relative; grid-area: 1 / 1; background: #fff; isolation: isolate }}
img {{ display: block; width: 100%; height: auto }}
body:has(#old:checked) .new, body:has(#new:checked) .old {{ display: none }}
body:has(#both:checked) .new {{ mix-blend-mode: multiply }}
body:has(#both:checked) .sheet > *::after {{ content: ""; position: absolute; inset: 0; mix-blend-mode: screen }}
body:has(#both:checked) .old::after {{ background: #e00000 }}
body:has(#both:checked) .new::after {{ background: #008c96 }}
body:has(#beside:checked) .sheet {{ grid-template-columns: 1fr 1fr; gap: 1rem }}
body:has(#beside:checked) .new {{ grid-column: 2 }}
</style>
<header>
<h1>{title}</h1>
<p>Old: {old}<br>New: {new}</p>
<p>{pages}.</p>
"""
_CHOICE = """\
<fieldset aria-label="Show">
<label><input type="radio" name="show" id="both" checked> Overlay (old red, new blue-green)</label>
<label><input type="radio" name="show" id="old"> Old</label>
<label><input type="radio" name="show" id="new"> New</label>
<label><input type="radio" name="show" id="beside"> Side by side</label>
</fieldset>
"""


def diff_page(difference: Difference, old: Side, new: Side) -> str:
    """The web page of a difference."""
    names = {name: escape(text) for name, text in (("old", difference.old), ("new", difference.new))}
    told = pages_told(difference)
    head = _HEAD.format(title="Old and new pages", pages=escape(told[:1].upper() + told[1:]), **names)
    stories = "".join(
        f"<li><b>{escape(change.slug)}</b>: {escape(story_told(change))}</li>\n" for change in difference.stories
    )
    links = " ".join(f'<a href="#page-{page.number}">{page.number}</a>' for page in difference.pages)
    lists = (f"<ul>\n{stories}</ul>\n" if stories else "") + (f"<nav>Go to page: {links}</nav>\n" if links else "")
    sheets = "".join(_sheets(difference, old, new))
    return f"{head}{lists}</header>\n{_CHOICE}<main>\n{sheets}</main>\n</html>\n"


def _sheets(difference: Difference, old: Side, new: Side) -> Iterator[str]:
    before, after = open_pdf(old.pdf), open_pdf(new.pdf)
    for page in difference.pages:
        about = f"<p>{escape(part_told(page))}</p>\n" if part_told(page) else ""
        pictures = "".join((*_picture(before, page, "old"), *_picture(after, page, "new")))
        heading = f'<section id="page-{page.number}">\n<h2>Page {page.number}</h2>\n'
        yield f'{heading}{about}<div class="sheet">\n{pictures}</div>\n</section>\n'


def _picture(document: Any, page: PageChange, side: str) -> Iterator[str]:
    """The page as it is on one side, if it is there. Pages of a PDF that layout makes are numbered from 1."""
    if page.number <= len(document):
        image = render(document, page.number - 1)
        octets = b64encode(written(image, "WEBP", _QUALITY)).decode()
        size = f'width="{image.width}" height="{image.height}"'
        yield f'<div class="{side}"><img alt="Page {page.number}, {side}" {size} src="data:image/webp;base64,{octets}"></div>\n'
