import io
import struct
import zipfile

import pytest

from asn_restruktur.loaders.sheets.archive import Archive, BrokenPartError
from asn_restruktur.vocabulary import UnusableInput
from made_files import UNITS, lying, packed, workbook

FILE = "kota.xlsx"
SHARED = "xl/sharedStrings.xml"


def refused(content: bytes) -> str:
    with pytest.raises(UnusableInput) as caught:
        Archive(content, FILE)
    return caught.value.problems[0].key


def test_the_parts_of_a_workbook_are_read_whole() -> None:
    archive = Archive(workbook(Unit=UNITS), FILE)
    assert b"Dinas Kesehatan" in archive.read(SHARED)
    assert archive.names == tuple(sorted(archive.names))


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95, 0.999])
def test_a_workbook_that_is_cut_off_is_damaged(share: float) -> None:
    content = workbook(Unit=UNITS)
    assert refused(content[: int(len(content) * share)]) == "input.zip_damaged"


def test_a_bomb_is_refused_by_its_directory_alone() -> None:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(SHARED, "w") as part,
    ):
        for _ in range(64):
            part.write(bytes(1024 * 1024))
    assert refused(buffer.getvalue()) == "input.zip_bomb"


def test_a_directory_that_claims_too_much_is_refused() -> None:
    assert refused(lying(workbook(Unit=UNITS), SHARED, claimed=2**31)) == "input.zip_bomb"


@pytest.mark.parametrize("claimed", [10, 5_000])
def test_a_part_with_another_size_than_it_claims_is_broken(claimed: int) -> None:
    archive = Archive(lying(workbook(Unit=UNITS), SHARED, claimed=claimed), FILE)
    with pytest.raises(BrokenPartError):
        archive.read(SHARED)


def test_a_part_that_swells_beyond_its_claim_is_inflated_no_further() -> None:
    content = packed({SHARED: b"a" * 50_000_000, "xl/workbook.xml": b"x" * 200_000})
    archive = Archive(lying(content, SHARED, claimed=1_000), FILE)
    with pytest.raises(BrokenPartError):
        archive.read(SHARED)


def test_a_part_with_a_wrong_checksum_is_broken() -> None:
    content = workbook(Unit=UNITS)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entry = archive.getinfo(SHARED)
    at = content.rindex(SHARED.encode()) - 46 + 16
    assert content[at : at + 4] == struct.pack("<I", entry.CRC)
    flipped = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
    with pytest.raises(BrokenPartError):
        Archive(flipped, FILE).read(SHARED)


def test_a_part_that_is_not_there_is_broken() -> None:
    with pytest.raises(BrokenPartError):
        Archive(workbook(Unit=UNITS), FILE).read("xl/none.xml")


def test_a_hundred_thousand_entries_are_refused() -> None:
    content = packed({f"{n}": b"" for n in range(10_001)})
    assert refused(content) == "input.zip_entries"


def test_entries_over_one_another_are_refused() -> None:
    content = packed({"a.xml": b"one" * 100, "b.xml": b"two" * 100})
    second = content.rindex(b"b.xml") - 46 + 42
    assert refused(content[:second] + bytes(4) + content[second + 4 :]) == "input.zip_overlap"


def test_two_parts_of_one_name_are_refused() -> None:
    content = packed({"a.xml": b"1", "b.xml": b"2"})
    assert refused(content.replace(b"b.xml", b"a.xml")) == "input.zip_overlap"


def test_a_part_with_a_password_is_refused() -> None:
    content = bytearray(packed({"a.xml": b"1"}))
    content[content.rindex(b"a.xml") - 46 + 8] |= 1
    assert refused(bytes(content)) == "input.zip_password"
