import pytest

from asn_restruktur.loaders.tables.sections import section_text
from made_sheets import region, sheet

POSTS = "No|Nama Jabatan|Kelas|Kebutuhan"


def said(
    row: str, *, heading: str = POSTS, typical: int = 4, merges: tuple[str, ...] = ()
) -> object:
    below = ("1|Bidan|7|3", "2|Perawat|7|3") if heading == POSTS else ()
    page = sheet(heading, row, *below, merges=merges)
    return section_text(page, region(page), 1, typical)


@pytest.mark.parametrize("row", ["BIDANG SUNGAI|||", "|Bidang Sungai||", "B.|Bidang Sungai||"])
def test_a_lone_unit_between_posts_is_a_section(row: str) -> None:
    assert str(said(row)).casefold() == "bidang sungai"


def test_the_mark_of_a_section_is_no_part_of_it() -> None:
    assert said("II. Bidang Sungai|||") == "Bidang Sungai"


@pytest.mark.parametrize("row", ["A|Jabatan Struktural||", "|JABATAN FUNGSIONAL TERTENTU||"])
def test_a_kind_of_posts_between_posts_groups_them(row: str) -> None:
    assert str(said(row)).casefold().startswith("jabatan")


def test_a_lone_post_between_posts_is_a_post_without_numbers() -> None:
    assert said("|Kepala Bidang Sungai||") is None
    assert said("|Analis Air||") is None


def test_a_text_left_of_the_names_groups_them() -> None:
    assert said("Golongan III|||") == "Golongan III"


def test_a_text_right_of_the_names_is_a_value() -> None:
    assert said("||tujuh|") is None


def test_a_text_merged_over_the_columns_is_a_section_whatever_it_says() -> None:
    assert said("|Analis Air||", merges=("B2:D2",)) == "Analis Air"
    assert said("|Analis Air||", merges=("B2:C2",)) is None


def test_a_row_with_more_than_a_mark_and_a_text_is_a_row() -> None:
    assert said("1|Bidang Sungai|7|") is None
    assert said("1|Bidang Sungai||Gizi") is None


def test_beside_a_mark_in_a_narrow_table_only_a_unit_is_a_section() -> None:
    heading = "No|Nama|Golongan"
    assert said("1|Bidang Sungai|", heading=heading, typical=3) == "Bidang Sungai"
    assert said("1|Agus Contoh|", heading=heading, typical=3) is None


def test_a_lone_unit_in_a_list_of_units_is_a_unit() -> None:
    assert said("|Bidang Sungai|", heading="Kode Unit|Nama Unit|Jenis", typical=3) is None


def test_numbers_and_nips_name_nothing() -> None:
    assert said("---|||") is None
    assert said("NIP. 199001012015031001||", heading="Nama/NIP|Golongan|Pangkat", typical=3) is None


def test_a_row_of_two_texts_is_a_row() -> None:
    assert said("Bidang Sungai|Muara||") is None


def test_a_text_merged_over_columns_right_of_the_names_is_a_section() -> None:
    assert said("||Bidang Sungai|", merges=("C2:E2",)) == "Bidang Sungai"


def test_a_number_beside_a_group_in_a_wide_table_is_its_mark() -> None:
    assert said("1|Kelompok Air||", typical=4, merges=("B2:D2",)) == "Kelompok Air"
    assert said("1|Kelompok Air||", typical=3, merges=("B2:D2",)) is None


def test_a_lone_name_in_a_list_of_people_is_a_section() -> None:
    assert said("Kelompok Air||", heading="Nama|Golongan|Pangkat", typical=3) == "Kelompok Air"


def test_a_lone_head_of_a_unit_is_a_post_even_where_its_title_names_one() -> None:
    assert said("|Asisten Umum||") is None


@pytest.mark.parametrize(
    ("row", "section"),
    [
        ("badan-arsip||", None),
        ("D.12||", None),
        ("arsip||", None),
        ("SEKRETARIAT||", "SEKRETARIAT"),
    ],
)
def test_a_lone_code_is_a_row_and_a_lone_word_among_codes_a_section(
    row: str, section: str | None
) -> None:
    heading = "Kode Unit|Nama Unit|Kode Induk"
    page = sheet(heading, row, "1|Dinas Pangan|0", "2|Badan Arsip|0")
    assert section_text(page, region(page), 1, 3) == section
