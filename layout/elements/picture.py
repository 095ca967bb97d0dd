"""Pictures with cutline and credit, one or several legs wide.

Takes a `Picture` and the width and rows it may have; gives paints in whole grid rows, the cutline inside the picture's
width. The crop keeps the focus in view.
"""

from layout.diagnostics import Place, Span
from layout.elements.display import Display, set_display_lines
from layout.elements.setting import Setting, moved
from layout.model.issue import At, Edges
from layout.model.page import PHOTOGRAPHS, Part, PictureSource, Placed
from layout.model.page import Picture as PicturePaint
from layout.model.text import Inline, Text
from layout.record import record
from layout.units import Emu

WHOLE = 1_000_000


@record
class Picture:
    """A picture of a story. `focus` is the point, in thousandths across and down, that a crop keeps in view; a picture
    that is given one may be cropped whatever its kind.

    Depths bound the picture itself, without its cutline; None leaves its own proportions.
    """

    id: str
    source: PictureSource
    span: Span
    cutline: Text = ()
    credit: str = ""
    alt: str = ""
    legs: int = 1
    least_depth: Emu | None = None
    most_depth: Emu | None = None
    focus: tuple[int, int] | None = None
    at: At = At.ANY


def picture_rows(setting: Setting, picture: Picture, width: Emu) -> tuple[int, int]:
    """The fewest and most grid rows the picture may take, its cutline included.

    Without depths of its own a photograph keeps its proportions to the style's crop limit; a drawing has the rows in which
    it is as wide as its place.
    """
    leading = setting.style.page.leading
    limit = setting.style.makeup.crop_limit if _may_crop(picture) else 0
    across, down = picture.source.pixels
    natural = width * down // max(across, 1)
    least = picture.least_depth if picture.least_depth is not None else natural * (1000 - limit) // 1000
    most = picture.most_depth if picture.most_depth is not None else natural * (1000 + limit) // 1000
    words = set_cutline(setting, picture, width).rows
    fewest = max(1, -(-least // leading))
    greatest = max(fewest, most // leading)
    if not _may_crop(picture) and natural <= most:
        whole = setting.style.page.rows_of(natural)
        fewest, greatest = whole if picture.least_depth is None else fewest, max(greatest, whole)
    return fewest + words, greatest + words


def set_picture(setting: Setting, picture: Picture, width: Emu, rows: int) -> Display:
    """The picture and its cutline in exactly `rows` grid rows: from the height of the capitals beside it to a baseline,
    on which its cutline's last line stands.

    One that is shown whole and does not fill them stands at the top, in the middle of the width, and its cutline right
    below it: from its left edge and no wider than it, unless it is less than half as wide as its place.
    """
    words = as_wide_as_shown(setting, picture, set_cutline(setting, picture, width), width, rows)
    depth = depth_above(setting, words, rows)
    return Display(place_picture(setting, picture, words, width, depth), rows, words.words)


def as_wide_as_shown(setting: Setting, picture: Picture, words: Display, width: Emu, rows: int) -> Display:
    """The cutline, `words` at the full width, of a picture that takes so many rows with it: as wide as that will be."""
    shown = _paint(picture, width, depth_above(setting, words, rows)).width
    return set_cutline(setting, picture, shown) if width // 2 < shown < words.width else words


def depth_above(setting: Setting, words: Display, rows: int) -> Emu:
    """The depth of a picture that takes so many rows with its words, the last line of which stands on the last baseline."""
    page = setting.style.page
    foot = (rows - 1) * page.leading + page.baseline - page.inset
    return max(page.leading, foot - words.last)


def place_picture(setting: Setting, picture: Picture, words: Display, width: Emu, depth: Emu) -> tuple[Placed, ...]:
    """The picture in a rectangle that begins at the height of the capitals, and its words below it."""
    paint, inset = _paint(picture, width, depth), setting.style.page.inset
    x = (width - paint.width) // 2
    placed = Placed(x, inset, paint, Part.PICTURE, picture.span, setting.story)
    return (placed, *moved(words.paint, max(0, min(x, width - words.width)), inset + paint.depth))


def _paint(picture: Picture, width: Emu, depth: Emu) -> PicturePaint:
    """The picture in a rectangle: cropped to fill it, or whole and as large as it can be."""
    if _may_crop(picture):
        return PicturePaint(width, depth, picture.source, _crop(picture, width, depth), picture.alt)
    across, down = picture.source.pixels
    shown, tall = min(width, depth * across // max(down, 1)), min(depth, width * down // max(across, 1))
    return PicturePaint(shown, tall, picture.source, alt=picture.alt)


def set_bleeding(setting: Setting, picture: Picture, place: Place, edges: Edges) -> tuple[Placed, ...]:
    """The picture in a place of the page: cropped to fill it, and over the trim where the place touches an edge. Its
    cutline stands at the foot of the place, unless the picture bleeds there."""
    page = setting.style.page
    words = Display() if edges.foot else set_cutline(setting, picture, place.width)
    left = -page.bleed if edges.left else place.x
    top = -page.bleed if edges.top else place.y
    right = page.width + page.bleed if edges.right else place.x + place.width
    foot = page.depth + page.bleed if edges.foot else place.y + place.depth - words.last
    paint = PicturePaint(
        right - left, foot - top, picture.source, _crop(picture, right - left, foot - top), picture.alt
    )
    placed = Placed(left, top, paint, Part.PICTURE, picture.span)
    return (placed, *moved(words.paint, place.x, foot))


def set_half(setting: Setting, picture: Picture, place: Place, edges: Edges, beyond: Emu) -> tuple[Placed, ...]:
    """The half of a picture across the fold that stands in a place of its page, of which the picture takes `beyond` on the
    facing page. It reaches over the fold as over the trim, into the other half."""
    page, is_left = setting.style.page, place.page % 2 == 0
    left = place.x if is_left and not edges.left else -page.bleed
    right = page.width + page.bleed if is_left or edges.right else place.x + place.width
    top = -page.bleed if edges.top else place.y
    foot = page.depth + page.bleed if edges.foot else place.y + place.depth
    own = right - left - page.bleed
    first, above, last, below = _crop(picture, own + beyond, foot - top)
    share = (last - first) * (own + page.bleed) // (own + beyond)
    crop = (first, above, first + share, below) if is_left else (last - share, above, last, below)
    paint = PicturePaint(right - left, foot - top, picture.source, crop, picture.alt)
    return (Placed(left, top, paint, Part.PICTURE, picture.span),)


def set_cutline(setting: Setting, picture: Picture, width: Emu) -> Display:
    """The words below a picture, none if it has neither cutline nor credit."""
    return set_words_below(setting, picture.cutline, picture.credit, width, picture.span)


def set_words_below(setting: Setting, cutline: Text, credit: str, width: Emu, span: Span) -> Display:
    """Cutline and, after it on its last line where it fits and else below, the credit."""
    text = cutline
    if credit:
        words = Inline(credit, span)
        text = (*text, Inline(" ", span), words) if text else (words,)
    if not text:
        return Display()
    return set_display_lines(setting, text, setting.role("cutline"), width, span, Part.CUTLINE)


def _may_crop(picture: Picture) -> bool:
    return picture.focus is not None or picture.source.kind in PHOTOGRAPHS


def _crop(picture: Picture, width: Emu, depth: Emu) -> tuple[int, int, int, int]:
    """The part of the picture that has the rectangle's proportions, as near to the focus as its edges allow."""
    across, down = picture.source.pixels
    focus = picture.focus or (500, 500)
    if width * down >= depth * across:
        share = min(WHOLE, depth * across * WHOLE // max(1, width * down))
        top = min(max(0, focus[1] * 1000 - share // 2), WHOLE - share)
        return 0, top, WHOLE, top + share
    share = min(WHOLE, width * down * WHOLE // max(1, depth * across))
    left = min(max(0, focus[0] * 1000 - share // 2), WHOLE - share)
    return left, 0, left + share, WHOLE
