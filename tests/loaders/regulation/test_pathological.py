"""A megabyte of anything ends soon: the time grows with the text and not with its square."""

import time
from contextlib import suppress
from pathlib import Path

import pytest

from asn_restruktur.vocabulary import UnusableInput
from loaders.regulation.texts import reading

HEAD = "Pasal 1\n(1) Dinas Pasar mempunyai tugas menata pasar.\n(2) Dinas Pasar mempunyai fungsi:\n"
UNIT = "Pasal {0}\nSeksi A{0} Pasar mempunyai tugas menata kios.\n"
SIZE = 400_000
MOST_SECONDS = 20
"""Generous for a machine that runs other tests at once; a quadratic step takes minutes."""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "a" * SIZE),
        ("koma.txt", f"Pasal 1\n{',' * SIZE}"),
        ("butir.txt", f"{HEAD}a. {'perumusan, ' * (SIZE // 11)}"),
        ("titik.txt", HEAD + "." * SIZE),
        ("titik-spasi.txt", HEAD + "kios" + " ." * (SIZE // 2) + " x ."),
        ("tugas.txt", HEAD + "mempunyai tugas " * (SIZE // 16)),
        ("kurung.txt", HEAD + "Bidang (a " * (SIZE // 10) + "mempunyai tugas menata"),
        ("sebaris.txt", "Pasal 1 " + "(1) A mempunyai fungsi: a. menata; b. membina. " * 7000),
        ("bertingkat.txt", HEAD + "a. x:\n1. y:\na) z:\n1) q:\n" * 3000),
        ("komentar.html", f"<html><p>Dinas A mempunyai tugas x</p>{'<!--' * (SIZE // 4)}"),
        ("daftar.html", f"<html><p>Dinas A mempunyai tugas x</p>{'<ul><li>' * (SIZE // 8)}"),
        ("unit.txt", "".join(map(UNIT.format, range(1, 1500)))),
    ],
)  # fmt: skip
def test_a_long_text_of_one_kind_ends_soon(name: str, text: str, tmp_path: Path) -> None:
    start = time.monotonic()
    with suppress(UnusableInput):
        reading(tmp_path, text, name)
    assert time.monotonic() - start < MOST_SECONDS
