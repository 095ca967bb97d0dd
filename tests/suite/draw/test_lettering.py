"""Labels of drawings: where they stand, how large and in which face, as SVG says."""

from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from svglib.svglib import NodeTracker, SvgRenderer

from layout.draw.lettering import Lettering
from layout.manifest.workspace import shipped
from layout.model.page import LabelFace, Picture, PictureSource, Placed
from layout.model.style import Posture
from layout.typeset.faces import Faces
from layout.units import pt
from tests.suite.draw.test_pdf import Draw, colours, read

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200">'
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def faces() -> tuple[LabelFace, ...]:
    made = Faces((shipped("fonts"),))
    families = {"": "Libre Franklin", "newsreader": "Newsreader"}
    return tuple(
        LabelFace(name, weight, posture, made.face(family, weight, posture, 8))
        for name, family in families.items()
        for weight in (400, 700)
        for posture in Posture
    )


class Labels:
    """The labels of a drawing as they would be drawn."""

    def __init__(self, faces: tuple[LabelFace, ...]) -> None:
        self._faces = faces

    def shapes(self, content: str) -> list[Any]:
        """The paths of all text elements, in the drawing's units."""
        root = NodeTracker.from_xml_root(etree.fromstring(HEAD + content + "</svg>"))
        renderer = SvgRenderer("")
        for node in root.iter_subtree():
            if node.local_name == "style":
                renderer.renderStyle(node)
        lettering = Lettering(renderer.shape_converter, self._faces)
        texts = (node for node in root.iter_subtree() if node.local_name == "text")
        return [path for node in texts for path in lettering.group(node).contents]

    def boxes(self, content: str) -> list[Box]:
        """Left, top, right, bottom of each."""
        return [path.getBounds() for path in self.shapes(content)]


@pytest.fixture
def labels(faces: tuple[LabelFace, ...]) -> Labels:
    return Labels(faces)


def width(box: Box) -> float:
    return box[2] - box[0]


def test_a_label_stands_on_its_baseline(labels: Labels) -> None:
    ((left, top, _, bottom),) = labels.boxes('<text x="100" y="50" font-size="20">HEH</text>')
    assert 100 < left < 103
    assert bottom == pytest.approx(50, abs=0.1)
    assert 13 < bottom - top < 16  # capitals of seven tenths


def test_anchors_move_whole_stretches(labels: Labels) -> None:
    line = '<text x="100" y="50" text-anchor="{}">HH<tspan font-weight="bold">HH</tspan></text>'
    (start, more), (middle, _), (end, _) = (labels.boxes(line.format(anchor)) for anchor in ("start", "middle", "end"))
    whole = 2 * (start[0] - middle[0])
    assert end[0] == pytest.approx(start[0] - whole)
    assert width(start) + width(more) < whole < 1.2 * (width(start) + width(more))


def test_an_absolute_place_begins_a_stretch_of_its_own(labels: Labels) -> None:
    (first, second) = labels.boxes(
        '<text x="100" y="50" text-anchor="end">HH<tspan x="100" dy="12">HHHH</tspan></text>'
    )
    assert first[2] == pytest.approx(second[2], abs=0.01)
    assert second[3] - first[3] == pytest.approx(12)


def test_lists_place_letters_one_by_one_and_the_rest_follows(labels: Labels) -> None:
    boxes = labels.boxes('<text x="10 40 100" y="50">HHHHH</text>')
    assert [round(box[0] - boxes[0][0]) for box in boxes] == [0, 30, 90]
    assert width(boxes[2]) > 2.5 * width(boxes[0])


def test_moves_add_up_and_those_of_an_empty_part_hold_for_what_follows(labels: Labels) -> None:
    still, moved = labels.boxes('<text x="10" y="50">H</text><text x="10" y="50" dx="5"><tspan dy="7"></tspan>H</text>')
    assert moved[0] - still[0] == pytest.approx(5)
    assert moved[1] - still[1] == pytest.approx(7)


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ('font-size="20"', 20),
        ('font-size="15pt"', 20),
        ('style="font-size:20px"', 20),
        ('style="font: bold 20px/1.2 serif"', 20),
        ('class="c"', 20),
        ("", 16),
        ('font-size="small"', 13),
        ('font-size="nonsense"', 0),
    ],
)
def test_sizes_are_said_in_every_way(said: str, size: float, labels: Labels) -> None:
    sheet = "<style>.c { font-size: 20px }</style>"
    boxes = labels.boxes(f'{sheet}<text y="50" {said}>H</text>')
    plain = labels.boxes('<text y="50" font-size="100">H</text>')[0]
    assert [round(box[3] - box[1], 2) for box in boxes] == [pytest.approx((plain[3] - plain[1]) * size / 100, rel=0.06)]


def test_shares_are_of_the_size_around(labels: Labels) -> None:
    (one, half, fifth) = labels.boxes(
        '<g font-size="20"><text>H<tspan font-size="50%">H<tspan font-size=".4em">H</tspan></tspan></text></g>'
    )
    depths = [box[3] - box[1] for box in (one, half, fifth)]
    assert [depth / depths[0] for depth in depths] == pytest.approx([1, 0.5, 0.2])


def test_faces_are_chosen_by_family_weight_and_posture(labels: Labels) -> None:
    line = "<text {}>Hamburg</text>"
    said = ("", 'font-weight="bold"', 'font-style="italic"', 'font-family="Arial, Newsreader"', 'font-family="Arial"')
    plain, bold, italic, newsreader, arial = (tuple(labels.shapes(line.format(one))[0].points) for one in said)
    assert len({plain, bold, italic, newsreader}) == 4
    assert arial == plain
    assert tuple(labels.shapes(line.format('font-weight="650"'))[0].points) == bold


def test_letters_are_spaced_and_kerned(labels: Labels) -> None:
    plain, spaced = (labels.boxes(f'<text letter-spacing="{by}">HHHH</text>')[0] for by in ("normal", "3"))
    assert width(spaced) - width(plain) == pytest.approx(9)
    (pair,) = labels.boxes('<text font-size="100">AV</text>')
    _, apart = labels.boxes('<text font-size="100">A<tspan>V</tspan></text>')
    assert pair[2] < apart[2] - 2


@pytest.mark.parametrize(("baseline", "above"), [("middle", 5.3), ("central", 7), ("hanging", 14), ("alphabetic", 0)])
def test_other_baselines_lower_the_label(baseline: str, above: float, labels: Labels) -> None:
    (box,) = labels.boxes(f'<text y="50" font-size="20" dominant-baseline="{baseline}">H</text>')
    assert box[3] - 50 == pytest.approx(above, abs=1.2)


def test_what_is_raised_stands_higher(labels: Labels) -> None:
    base, raised, lowered, by = labels.boxes(
        '<text font-size="20">H<tspan baseline-shift="super">H</tspan><tspan baseline-shift="sub">H</tspan>'
        '<tspan baseline-shift="3">H</tspan></text>'
    )
    assert raised[3] < by[3] < base[3] < lowered[3]
    assert base[3] - by[3] == pytest.approx(3)


def test_inks_are_those_of_each_part(labels: Labels) -> None:
    red, blue = labels.shapes('<g fill="#ff0000"><text>a<tspan fill="#0000ff">b</tspan></text></g>')
    assert [path.fillColor.rgb() for path in (red, blue)] == [(1, 0, 0), (0, 0, 1)]


def test_a_halo_is_painted_below_its_letters(labels: Labels) -> None:
    halo, letters = labels.shapes('<text stroke="#ffffff" stroke-width="3" paint-order="stroke">a</text>')
    assert (halo.fillColor, letters.strokeColor) == (None, None)
    assert halo.strokeColor.rgb() == (1, 1, 1)
    (both,) = labels.shapes('<text stroke="#ffffff" stroke-width="3">a</text>')
    assert both.fillColor is not None and both.strokeColor is not None


@pytest.mark.parametrize(
    "said",
    ['x="abc"', 'y="nan"', 'dx="1e999"', 'font-size="-inf"', 'font-size="%"', 'letter-spacing="inf"', 'font="()"'],
)
def test_nonsense_is_no_length(said: str, labels: Labels) -> None:
    assert all(abs(edge) < 1000 for box in labels.boxes(f"<text {said}>Hm</text>") for edge in box)


def test_without_faces_there_are_no_labels() -> None:
    assert Labels(()).shapes("<text>a</text>") == []


def test_labels_show_on_the_page(draw: Draw, faces: tuple[LabelFace, ...], tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(HEAD + '<text x="0" y="190" font-size="200" fill="#ff0000">HHHH</text></svg>', "utf-8")
    source = PictureSource(path, "digest", (400, 200), "svg", labels=faces)
    pdf = draw(Placed(pt(100), pt(100), Picture(pt(80), pt(40), source)))
    (form,) = read(pdf).pages[0]["/Resources"]["/XObject"].values()
    code = form.get_object().get_data().decode()
    assert "BT" not in code and "/Font" not in form.get_object()["/Resources"]
    shown = colours(pdf).crop((101, 110, 175, 137))
    octets = shown.tobytes()
    reds = sum(red > 200 > green for red, green in zip(octets[::3], octets[1::3], strict=True))
    assert 0.3 < reds / (shown.width * shown.height) < 0.7
