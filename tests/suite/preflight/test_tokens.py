"""A content stream cut into operators: a line of text says the same, however its strings are written."""

import pytest

from layout.preflight.file.tokens import operators


@pytest.mark.parametrize(
    ("array", "octets", "moves"),
    [
        (b"[(ab)-3 (c)1.5]TJ", b"abc", -1.5),
        (b"[ (a) 5\n(b) ] TJ", b"ab", 5.0),
        (rb"[(\()(\\)2(\))]TJ", rb"(\)", 2.0),
        (rb"[(\1)(2)(\r)]TJ", b"\x012\r", 0.0),
        (b"[(a]TJ)1(b)]TJ", b"a]TJb", 1.0),
        (b"[]TJ", b"", 0.0),
    ],
)
def test_a_line_is_its_octets_and_its_moves(array: bytes, octets: bytes, moves: float) -> None:
    assert list(operators(b"q " + array + b"\nQ")) == [("q", []), ("TJ", [[octets, moves]]), ("Q", [])]


def test_a_line_written_otherwise_is_read_piece_by_piece() -> None:
    assert list(operators(b"[<61>-3(b(c)d)]TJ")) == [("TJ", [[b"a", -3.0, b"b(c)d"]])]


def test_an_array_that_never_ends_does_not_take_what_follows() -> None:
    assert [operator for operator, _ in operators(b"[(ab)-3 (c) 1 0 0 rg q")] == ["rg", "q"]
