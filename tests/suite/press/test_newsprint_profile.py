"""The newsprint profile that ships: whose it is, what it does with white, black, greys and every other colour."""

import itertools
import struct

from PIL import Image, ImageCms

from tests.pages.colours import PROFILE, delta_e, measured_lab

LEVELS = range(0, 256, 15)
RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC


def inks(*colours: tuple[int, ...], mode: str = "RGB") -> list[tuple[int, ...]]:
    """Separated by the profile: RGB with black point compensation, Lab (0 to 255, 128 being neutral) without."""
    row = Image.new(mode, (len(colours), 1))
    for at, colour in enumerate(colours):
        row.putpixel((at, 0), colour)
    source = ImageCms.createProfile("sRGB" if mode == "RGB" else "LAB")
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION if mode == "RGB" else ImageCms.Flags.NONE
    made = ImageCms.applyTransform(row, ImageCms.buildTransform(source, str(PROFILE), mode, "CMYK", RELATIVE, flags))
    assert made is not None
    octets = made.tobytes()
    return [tuple(octets[at : at + 4]) for at in range(0, len(octets), 4)]


def test_it_says_what_it_is_and_whose_data_it_is_made_of() -> None:
    octets = PROFILE.read_bytes()
    assert len(octets) <= 250_000 and struct.unpack(">I", octets[:4]) == (len(octets),)
    assert (octets[12:20], octets[20:24], octets[36:40]) == (b"prtrCMYK", b"Lab ", b"acsp")
    assert struct.unpack(">6H", octets[24:36]) == (2007, 1, 1, 0, 0, 0)
    opened = ImageCms.ImageCmsProfile(str(PROFILE))
    assert "TR 002" in ImageCms.getProfileDescription(opened)
    assert "ANSI CGATS/SNAP TR 002-2007" in ImageCms.getProfileCopyright(opened)
    assert "TR 002-2007" in PROFILE.with_suffix(".md").read_text() and PROFILE.with_suffix(".sh").exists()


def test_no_colour_has_more_ink_than_pictures_may() -> None:
    everything = inks(*itertools.product(LEVELS, repeat=3)) + inks(*itertools.product(LEVELS, repeat=3), mode="LAB")
    assert max(map(sum, everything)) <= 2.2 * 255
    white, black = inks((255, 255, 255), (0, 0, 0))
    assert not any(white) and sum(black) > 2 * 255


def test_greys_darken_steadily_and_stay_grey() -> None:
    labs = measured_lab(*inks(*((step, step, step) for step in range(256))))
    assert all(darker[0] <= lighter[0] for darker, lighter in itertools.pairwise(labs))
    assert max(abs(part) for lab in labs for part in lab[1:]) <= 1.5


def test_printable_colours_come_back() -> None:
    printable = measured_lab(*itertools.product(range(0, 181, 45), range(0, 181, 45), range(0, 181, 45), (0, 40)))
    again = measured_lab(*inks(*((round(lab[0] * 2.55), *(part + 128 for part in lab[1:])) for lab in printable), mode="LAB"))  # fmt: skip
    off = [delta_e(*pair) for pair in zip(printable, again, strict=True)]
    assert sum(off) / len(off) < 1 and max(off) < 4
