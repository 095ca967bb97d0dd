"""What a press is given passes as what it is: pages and spreads of a good issue, with marks and without."""

from dataclasses import replace

import pytest

from layout.diagnostics import Finding
from layout.model.press import InkLimits, Mark, Product, Products
from layout.preflight.check import check_file
from layout.press.objects import Source
from layout.press.plates import plates_of
from layout.press.products import make_products
from layout.press.scan import scan
from tests.suite.preflight.good import X1A, X4, good, press_of

from .conftest import IMPRINT, outlines


def made(press: str, product: Product, marks: tuple[Mark, ...] = ()) -> list[bytes]:
    source = Source(good(press))
    plates = tuple(plates_of(scan(page)) for page in source.pages)
    imprint = replace(IMPRINT, sections=("",) * len(plates))
    return list(make_products(source, plates, imprint, Products((product,), marks=marks), outlines()).values())


def codes(found: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in found}


@pytest.mark.parametrize("press", [X4, X1A])
@pytest.mark.parametrize("product", Product)
@pytest.mark.parametrize("marks", [(), tuple(Mark)], ids=["bare", "marked"])
def test_products_pass_as_what_they_are(press: str, product: Product, marks: tuple[Mark, ...]) -> None:
    for pdf in made(press, product, marks):
        assert check_file(pdf, press_of(press), product=product) == ()


def test_a_page_alone_is_no_issue() -> None:
    first, *_ = made(X4, Product.PAGES)
    (finding,) = check_file(first, press_of(X4))
    assert (finding.code, "--product" in finding.hint) == ("I209", True)


def test_marks_on_a_black_page_are_no_colour() -> None:
    press = replace(press_of(X4), ink=InkLimits(colour_pages=("2",)))
    (plain,), (marked,) = made(X4, Product.ISSUE), made(X4, Product.ISSUE, tuple(Mark))
    assert "I210" not in codes(check_file(plain, press))
    assert codes(check_file(marked, press)) == codes(check_file(plain, press))
