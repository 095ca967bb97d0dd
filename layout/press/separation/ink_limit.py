"""The most ink that a pixel may have, all plates together, in 255ths of a plate. Takes and gives CMYK images."""

from typing import Any

from PIL import Image, ImageChops, ImageMath


def keeps(image: Image.Image, limit: int) -> bool:
    """Whether no pixel has more ink than `limit`."""
    cyan, magenta, yellow, black = image.split()
    # A mean of means, each rounded down, tells less than the sum, but mostly enough, and in a third of the time.
    mean = ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)
    if 4 * _most(mean) + 4 <= limit:
        return True
    total = ImageMath.lambda_eval(
        lambda on: on["c"] + on["m"] + on["y"] + on["k"], c=cyan, m=magenta, y=yellow, k=black
    )
    return _most(total) <= limit


def limited(image: Image.Image, limit: int) -> Image.Image:
    """With no more ink than `limit` anywhere: where there is more, the three colours give way in proportion."""
    if keeps(image, limit):
        return image
    *colours, black = image.split()
    cyan, magenta, yellow = colours
    room = ImageMath.lambda_eval(
        lambda on: on["min"](on["float"](limit - on["k"]) / on["max"](on["c"] + on["m"] + on["y"], 1), 1),
        c=cyan, m=magenta, y=yellow, k=black,
    )  # fmt: skip
    return Image.merge("CMYK", (*(_scaled(colour, room) for colour in colours), black))


def _most(band: Any) -> int:
    return int(band.getextrema()[1])


def _scaled(plate: Image.Image, share: Any) -> Image.Image:
    """Rounded down, so that the sum stays under the limit."""
    scaled: Image.Image = ImageMath.lambda_eval(
        lambda on: on["convert"](on["p"] * on["share"], "L"), p=plate, share=share
    )
    return scaled
