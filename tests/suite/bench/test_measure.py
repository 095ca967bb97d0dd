from pathlib import Path
from statistics import fmean, pstdev

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.bench.engines import INDENT_PT, LEADING_PT, MARGIN_MM, PAGE_MM, SIZE_PT
from tests.bench.measure import PT_PER_MM, measure

LEFT, FIRST = MARGIN_MM * PT_PER_MM, 40.0


def test_known_word_spaces_hyphens_and_baselines_are_found_again(tmp_path: Path) -> None:
    depth = PAGE_MM[1] * PT_PER_MM
    canvas = Canvas(str(tmp_path / "known.pdf"), pagesize=(PAGE_MM[0] * PT_PER_MM, depth))
    canvas.setFont("Times-Roman", SIZE_PT)
    spaces = ((0.3, 0.3), (0.6, 0.6), (0.8, 0.8), (0.2, 0.4))
    for row, (pair, last) in enumerate(zip((*spaces, (2.0, 2.0)), ("be-", "be-", "be-", "be", "be"), strict=True)):
        x = LEFT + (INDENT_PT if row == 0 else 0)
        y = depth - FIRST - row * LEADING_PT - (3 if row == 4 else 0)
        for word, space in zip(("no", "one", last), (*pair, 0.0), strict=True):
            canvas.drawString(x, y, word)
            x += stringWidth(word, "Times-Roman", SIZE_PT) + space * SIZE_PT
    canvas.drawString(LEFT + INDENT_PT, depth - FIRST - 5 * LEADING_PT, "end")
    canvas.save()

    found = measure(tmp_path / "known.pdf")

    gaps = [space for pair in spaces for space in pair]
    assert found.lines == 6
    assert found.over_half == pytest.approx(50)
    assert found.over_three_quarters == pytest.approx(25)
    assert found.variation == pytest.approx(pstdev(gaps) / fmean(gaps), rel=1e-3)
    assert found.hyphens == pytest.approx(50)
    assert found.ladders == 1
    assert found.off_grid == pytest.approx(100 / 6)
