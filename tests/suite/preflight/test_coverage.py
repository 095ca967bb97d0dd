"""Ink measured on plates: means, the most, and where it is."""

from PIL import Image, ImageDraw

from layout.preflight.coverage import DPI, measure

MM = DPI / 25.4
SIZE = (round(289 * MM), round(380 * MM))


def plate(*patches: tuple[float, float, float, float, int]) -> Image.Image:
    """Patches of left, top, width and depth in mm and an ink amount in percent."""
    image = Image.new("L", SIZE, 255)
    for left, top, width, depth, amount in patches:
        corners = (left * MM, top * MM, (left + width) * MM - 1, (top + depth) * MM - 1)
        ImageDraw.Draw(image).rectangle(corners, fill=round(255 - amount * 2.55))
    return image


def test_the_mean_of_each_plate() -> None:
    found = measure(4, {"Cyan": plate(), "Black": plate((0, 0, 289, 190, 50), (0, 190, 289, 19, 100))})
    assert found.page == 4
    assert found.plates["Cyan"] == 0
    assert abs(found.plates["Black"] - 300) <= 3


def test_the_most_ink_and_the_square_that_holds_it() -> None:
    stripe = (100, 200, 30, 30, 80)
    found = measure(1, {name: plate(stripe) for name in ("Cyan", "Magenta", "Yellow")} | {"Black": plate(stripe)})
    assert abs(found.most - 3200) <= 8
    x, y = found.where.x / 36_000, found.where.y / 36_000
    assert 99 <= x <= 116 and 199 <= y <= 216
    assert found.where.width == found.where.depth == 15 * 36_000


def test_a_hairline_of_too_much_ink_is_no_area() -> None:
    hairline = (10, 10, 200, 0.36, 100)
    found = measure(1, {name: plate(hairline) for name in ("Cyan", "Magenta", "Yellow", "Black")})
    assert found.most < 2400


def test_a_blank_page() -> None:
    found = measure(2, {"Cyan": plate(), "Black": plate()})
    assert found.most == 0 and dict(found.plates) == {"Cyan": 0, "Black": 0}
