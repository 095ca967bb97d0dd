"""Fonts are found by family, and told apart by where they stand in their design space."""

from pathlib import Path

import pytest

from layout.model.style import Posture
from layout.typeset.faces import Faces, MissingFont, UnknownFamily

SHIPPED = Path(__file__).parents[3] / "fonts"


def declare(folder: Path, lines: str) -> Faces:
    (folder / "house").mkdir()
    (folder / "house" / "family.yaml").write_text(f"family: House\n{lines}", "utf-8")
    return Faces((folder,))


def test_axes_are_clamped_and_named():
    face = Faces((SHIPPED,)).face("Newsreader", 950, Posture.ITALIC, 54.0)
    assert (face.id, face.variations) == ("Newsreader-Italic-w800-o54", (("opsz", 54.0), ("wght", 800.0)))
    assert face.cap_height > face.x_height > 0 > face.descender
    assert face.italic_angle < 0


def test_the_nearest_static_weight_is_taken():
    faces = Faces((SHIPPED,))
    assert faces.face("PT Serif", 600, Posture.ROMAN, 9.0).id == "PTSerif-Roman-w700"
    assert faces.face("PT Serif", 300, Posture.ROMAN, 9.0).id == "PTSerif-Roman-w400"


def test_a_face_is_opened_once():
    faces = Faces((SHIPPED,))
    assert faces.face("PT Serif", 400, Posture.ROMAN, 9.0) is faces.face("PT Serif", 400, Posture.ROMAN, 9.0)


def test_bare_font_files_need_no_description(fonts):
    faces = Faces((fonts, SHIPPED))
    assert "Em" in faces.families()
    assert faces.face("Em", 900, Posture.ROMAN, 9.0).path.name == "em-bold.ttf"
    assert faces.face("Em", 400, Posture.ITALIC, 9.0).path.name == "em-italic.ttf"


def test_the_first_folder_wins(tmp_path, fonts):
    (tmp_path / "em.ttf").write_bytes((fonts / "em.ttf").read_bytes())
    faces = declare(tmp_path, "faces: [{file: ../em.ttf}]\n")
    with pytest.raises(MissingFont, match="lies outside"):
        faces.face("House", 400, Posture.ROMAN, 9.0)


def test_an_unknown_family_names_those_there_are(fonts):
    with pytest.raises(UnknownFamily, match="Times") as caught:
        Faces((fonts,)).face("Times", 400, Posture.ROMAN, 9.0)
    assert caught.value.known == ("Em",)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("faces: [{file: gone.ttf}]", "gone.ttf"),
        ("package: fontpkg-gone\nfaces: [{file: a.ttf}]", "pip install fontpkg-gone"),
        ("faces: [{posture: upside-down, file: a.ttf}]", "upside-down"),
        ("faces: 7", "faces"),
        ("faces: [", "cannot be read"),
    ],
)
def test_what_is_wrong_with_a_family_is_told(tmp_path, lines, told):
    with pytest.raises(MissingFont, match=told):
        declare(tmp_path, lines).face("House", 400, Posture.ROMAN, 9.0)


def test_a_file_that_is_no_font_is_told(tmp_path):
    faces = declare(tmp_path, "faces: [{file: a.ttf}]")
    (tmp_path / "house" / "a.ttf").write_bytes(b"no font")
    with pytest.raises(MissingFont, match=r"a\.ttf"):
        faces.face("House", 400, Posture.ROMAN, 9.0)
