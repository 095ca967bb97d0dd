"""What a press gets: every file is as good a PDF/X as the issue, and every page is where it should be."""

import datetime
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from layout.diagnostics import Span, UnusableInput
from layout.model.press import Mark, Product, Products
from layout.press.imprint import Imprint
from layout.press.objects import Source
from layout.press.products import make_products
from tests.suite.press.conftest import BLEED, DEPTH, TITLE, WIDTH, Make, outlines, read, single_pages, words_at

WHITE, GREY = (255, 255, 255), (199, 200, 202)


def shown(pdf: bytes, page: int = 0, scale: int = 2) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[page].render(scale=scale).to_pil().convert("RGB")


def bled(pdf: bytes, page: int) -> Image.Image:
    """A page as far as its bleed reaches."""
    opened = pypdfium2.PdfDocument(pdf)[page]
    edges = opened.get_bleedbox()
    opened.set_mediabox(*edges)
    opened.set_cropbox(*edges)
    return opened.render(scale=4).to_pil().convert("RGB")


def test_the_issue_is_the_file_that_was_built(make: Make) -> None:
    assert make(4, Product.ISSUE) == {"paper.pdf": single_pages(4)}


def test_pages_are_named_by_the_template_and_by_what_is_on_them(make: Make) -> None:
    files = make(4, Product.PAGES)
    assert list(files) == [f"The-Paper-Sons_20261122_00{page}_{'4c' if page % 2 else '1c'}.pdf" for page in range(1, 5)]
    for number, pdf in enumerate(files.values(), 1):
        (page,) = read(pdf).pages
        assert page.extract_text() == f"page {number} k"
        assert page["/Contents"].get_object()._data == read(single_pages(4)).pages[number - 1]["/Contents"]._data


@pytest.mark.parametrize("marks", [(), tuple(Mark)])
def test_all_keep_what_makes_them_pdf_x(make: Make, marks: tuple[Mark, ...]) -> None:
    source = read(single_pages(8))
    documents = set()
    for pdf in make(8, *Product, marks=marks).values():
        made = read(pdf)
        assert made.pdf_header == "%PDF-1.6"
        (intent,) = made.root_object["/OutputIntents"]
        profile = intent["/DestOutputProfile"]
        assert profile.get_data() == source.root_object["/OutputIntents"][0]["/DestOutputProfile"].get_data()
        assert made.root_object["/Lang"] == "en-GB"
        assert {**made.metadata, "/Title": TITLE} == source.metadata
        assert made.metadata.title.startswith(TITLE)
        packet = made.root_object["/Metadata"]
        assert "/Filter" not in packet
        told = packet.get_data().decode()
        assert f">{made.metadata.title.replace('&', '&amp;')}</rdf:li>" in told
        documents.add((re.search("uuid:[^<]+", told)[0], made.trailer["/ID"][0].original_bytes))
        for page in made.pages:
            media, bleed, trim = (page[f"/{name}Box"] for name in ("Media", "Bleed", "Trim"))
            assert page["/CropBox"] == media
            assert (media[0] <= bleed[0] < trim[0]) and (media[1] <= bleed[1] < trim[1])
            assert (trim[2] < bleed[2] <= media[2]) and (trim[3] < bleed[3] <= media[3])
            assert (trim[3] - trim[1], (trim[2] - trim[0]) % WIDTH) == (DEPTH, 0)
    assert len(documents) == len(make(8, *Product))


def test_files_have_the_version_of_their_issue() -> None:
    older = Source(single_pages(2).replace(b"%PDF-1.6", b"%PDF-1.4", 1))
    imprint = Imprint("paper", "Paper", datetime.date(2026, 1, 1), ("", ""), Span(Path("p.yaml"), 1))
    (pdf,) = make_products(older, ({}, {}), imprint, Products((Product.READER_SPREADS,)), outlines()).values()
    assert read(pdf).pdf_header == "%PDF-1.4"


def test_pages_of_spreads_stand_side_by_side(make: Make) -> None:
    (pdf,) = make(7, Product.READER_SPREADS).values()
    assert [len(page.extract_text().splitlines()) for page in read(pdf).pages] == [1, 2, 2, 2]
    assert (words_at(pdf, 1, 0, 0.5), words_at(pdf, 1, 0.5, 1)) == ("page 2 k", "page 3 k")
    (centre,) = make(8, Product.CENTRE).values()
    assert (words_at(centre, 0, 0, 0.5), words_at(centre, 0, 0.5, 1)) == ("page 4 k", "page 5 k")


def test_pages_bleed_outside_and_not_over_the_fold(make: Make) -> None:
    spread = shown(*make(4, Product.READER_SPREADS).values(), page=1)
    fold, height = 2 * (BLEED + WIDTH), spread.height // 2
    assert [spread.getpixel((x, height)) for x in (0, 2 * BLEED, fold - 2)] == [GREY] * 3
    assert [spread.getpixel((x, height)) for x in (fold + 1, fold + BLEED, spread.width - 1)] == [WHITE] * 3
    assert spread.getpixel((fold // 2, 0)) == spread.getpixel((fold // 2, spread.height - 1)) == GREY


@pytest.mark.parametrize("product", [Product.ISSUE, Product.READER_SPREADS])
@pytest.mark.parametrize("mark", Mark)
def test_marks_stand_outside_the_bleed_and_nowhere_else(make: Make, product: Product, mark: Mark) -> None:
    (plain,) = make(4, product).values()
    (marked,) = make(4, product, marks=[mark]).values()
    for page in range(len(read(plain).pages)):
        bleed, media = read(marked).pages[page]["/BleedBox"], read(marked).pages[page]["/MediaBox"]
        assert not ImageChops.difference(bled(plain, page), bled(marked, page)).getbbox()
        image = shown(marked, page, 4)
        cut = [round(4 * float(edge)) for edge in (bleed[0], media[3] - bleed[3], bleed[2], media[3] - bleed[1])]
        image.paste(WHITE, cut)
        assert ImageChops.difference(image, Image.new("RGB", image.size, WHITE)).getbbox()


def test_marks_name_the_plates_and_print_on_all(make: Make) -> None:
    (pdf,) = make(4, Product.ISSUE, marks=Mark).values()
    page = read(pdf).pages[0]
    assert page["/Resources"]["/ColorSpace"]["/All"][:3] == ["/Separation", "/All", "/DeviceCMYK"]
    assert "/Font" not in page["/Resources"]
    assert b"/All cs 1 scn" in page.get_contents().get_data()


def test_the_same_issue_gives_the_same_bytes(make: Make) -> None:
    assert make(8, *Product, marks=Mark) == make(8, *Product, marks=Mark)


def test_files_of_one_name_are_refused() -> None:
    source = Source(single_pages(11))
    imprint = Imprint("paper", "Paper", datetime.date(2026, 1, 1), ("a1", *[""] * 9, "A"), Span(Path("p.yaml"), 1))
    with pytest.raises(UnusableInput) as refused:
        make_products(source, ({},) * 11, imprint, Products((Product.PAGES,), "{section}{page}.pdf"), None)
    (finding,) = refused.value.findings
    assert (finding.code, "A11.pdf" in finding.message, bool(finding.hint)) == ("M073", True, True)


def test_the_report_keeps_its_name() -> None:
    imprint = Imprint("Press-Report", "Paper", datetime.date(2026, 1, 1), ("",), Span(Path("p.yaml"), 1))
    with pytest.raises(UnusableInput) as refused:
        make_products(Source(single_pages(1)), ({},), imprint, Products(), None)
    assert "the report and the issue" in refused.value.findings[0].message


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_has_nothing_to_complain_of(make: Make, tmp_path: Path) -> None:
    for name, pdf in make(8, *Product, marks=Mark).items():
        (tmp_path / name).write_bytes(pdf)
        told = subprocess.run(["qpdf", "--check", tmp_path / name], capture_output=True, text=True, check=False)
        assert (told.returncode, told.stderr) == (0, ""), name
