import pytest

from asn_restruktur.loaders.tables.forms import vocabulary
from asn_restruktur.loaders.tables.labels import Label
from asn_restruktur.loaders.tables.matching import (
    BESIDE,
    EXACT,
    LEAF,
    LIKE,
    STRIPPED,
    Match,
    is_known,
    matches,
)


def matched(
    form: str, *headings: str, below: tuple[tuple[object, ...], ...] = ()
) -> tuple[dict[str, Match], list[str]]:
    known = vocabulary().form(form)
    assert known is not None
    labels = [Label(at, tuple(heading.split(">"))) for at, heading in enumerate(headings)]
    found, unknown = matches(labels, known, below)
    return {match.field: match for match in found}, [label.text for label in unknown]


@pytest.mark.parametrize(
    ("heading", "field", "sureness"),
    [
        ("Kelas Jabatan", "class", EXACT),
        ("Kelas Jabatan (lama)", "class", STRIPPED),
        ("Kebutuhan 2027", "need", STRIPPED),
        ("Kebutuhan *)", "need", EXACT),
        ("Jml Keb Peg", "need", STRIPPED),
        ("Kelas Jabatan Saat Ini", "class", BESIDE),
        ("Kellas Jabatan", "class", LIKE),
        ("Kelas Jab. Pegawai (baru diusulkan)", "class", BESIDE),
        ("Kebutuhn Pegawaii", "need", LIKE),
    ],
)
def test_a_heading_is_the_surer_the_nearer_it_is_to_a_known_one(
    heading: str, field: str, sureness: float
) -> None:
    found, unknown = matched("positions", heading)
    assert not unknown
    assert found[field].sureness == sureness


def test_a_short_word_is_not_taken_for_a_like_one() -> None:
    assert matched("positions", "Kelar", "Kela") == ({}, ["Kelar", "Kela"])


def test_a_heading_says_less_without_its_group_than_with_it() -> None:
    found, _ = matched("positions", "Bezetting>PNS", "Rincian Baru>Kelas")
    assert found["filled_pns"].sureness == EXACT
    assert found["class"].sureness == LEAF


def test_a_neutral_group_says_nothing_of_the_heading_below_it() -> None:
    found, _ = matched("employees", "Identitas>Nama")
    assert found["name"].sureness == EXACT


def test_a_heading_that_means_something_only_in_its_group_is_unknown_in_another() -> None:
    assert matched("employees", "Orang Tua>Nama") == ({}, ["Orang Tua › Nama"])  # noqa: RUF001  # the sign between parts


def test_a_group_that_is_not_divided_may_speak_for_its_only_column() -> None:
    assert "class" in matched("positions", "Kelas Jabatan>lihat lampiran")[0]
    divided = matched("positions", "Kelas Jabatan>lama", "Kelas Jabatan>usulan")
    assert divided[0] == {}


def test_a_sign_below_a_group_is_not_the_group() -> None:
    found, unknown = matched("positions", "Kebutuhan>?")
    assert not found
    assert len(unknown) == 1


def test_of_two_columns_of_one_field_the_surest_is_taken_and_the_other_told() -> None:
    found, unknown = matched("positions", "Kelas Jabatan (lama)", "Kelas Jabatan")
    assert found["class"].at == 1
    assert unknown == ["Kelas Jabatan (lama)"]


def test_of_two_equal_columns_the_one_that_says_more_is_taken() -> None:
    below = (("-", "Perawat"), ("-", "Bidan"))
    assert matched("positions", "Nama Jabatan", "Nama Jabatan", below=below)[0]["title"].at == 1
    assert matched("positions", "Nama Jabatan", "Nama Jabatan")[0]["title"].at == 0


def test_what_repeats_another_table_is_neither_a_field_nor_unknown() -> None:
    assert matched("positions", "No", "Selisih") == ({}, [])


def test_a_number_of_something_is_no_name_of_it() -> None:
    assert matched("positions", "Jumlah Nama Jabatan") == ({}, ["Jumlah Nama Jabatan"])
    assert "filled" in matched("positions", "Jumlah Bezetting Pegawai")[0]


def test_tmt_beside_a_post_is_when_it_began() -> None:
    found, unknown = matched("employees", "Nama", "Jabatan", "TMT")
    assert found["in_position_since"].at == 2
    assert not unknown
    assert matched("employees", "Nama", "TMT", "Jabatan")[1] == ["TMT"]
    said = matched("employees", "TMT Jabatan", "Jabatan", "TMT")[0]["in_position_since"]
    assert said.at == 0


def test_a_column_of_several_things_is_matched_with_all_of_them() -> None:
    assert "name+nip" in matched("employees", "Nama/NIP")[0]
    assert "employee_id" in matched("competences", "Nama/NIP")[0]
    found, _ = matched("employees", "Nama", "Jabatan/TMT")
    assert "position_title+in_position_since" in found


def test_matches_stand_from_left_to_right() -> None:
    known = vocabulary().form("positions")
    assert known is not None
    labels = [Label(2, ("Kelas",)), Label(0, ("Nama Jabatan",)), Label(1, ("Kebutuhan",))]
    assert [match.at for match in matches(labels, known)[0]] == [0, 1, 2]


@pytest.mark.parametrize("cell", ["Nama Jabatan", "KEBUTUHAN (orang)", "Jml Keb Peg"])
def test_a_heading_of_any_table_is_known(cell: str) -> None:
    assert is_known(cell)


@pytest.mark.parametrize("cell", ["Warna", "", 2026, None])
def test_a_value_is_no_known_heading(cell: object) -> None:
    assert not is_known(cell)


def test_a_heading_that_is_short_and_misspelt_is_found_and_signs_say_nothing() -> None:
    assert matched("employees", "Tgl Lahiir")[0]["birth_date"].sureness == LIKE
    below = (("-", "Perawat"), (".", ""))
    assert matched("positions", "Nama Jabatan", "Nama Jabatan", below=below)[0]["title"].at == 1


def test_headings_that_mean_nothing_are_told_from_left_to_right() -> None:
    _, unknown = matched("positions", "Kelas Jabatan (lama)", "Kelas Jabatan", "Warna")
    assert unknown == ["Kelas Jabatan (lama)", "Warna"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Nama Jabatan / Job Title", "title"),
        ("Kelas Jabatan\nJob Grade of the Post", "class"),
        ("Kebutuhan / Staff Wanted", "need"),
    ],
)
def test_a_heading_in_two_languages_means_what_the_known_one_means(
    heading: str, field: str
) -> None:
    found, unknown = matched("positions", heading)
    assert [*found] == [field]
    assert not unknown


def test_a_heading_of_two_amounts_is_neither() -> None:
    assert matched("positions", "Kebutuhan / Bezetting")[0] == {}
    assert matched("positions", "Kebutuhan / Norma Waktu")[0] == {}


def test_the_total_below_a_divided_group_is_what_the_group_counts() -> None:
    found, unknown = matched(
        "positions",
        "Pegawai Yang Ada (Bezetting)>PNS",
        "Pegawai Yang Ada (Bezetting)>Jml",
        "Golongan>IV",
        "Golongan>Jumlah",
    )
    assert found["filled"].at == 1
    assert "Golongan \u203a Jumlah" in unknown


def test_a_group_may_say_what_its_column_is_of() -> None:
    found, unknown = matched("employees", "Nama", "Kelahiran>Tempat", "Kelahiran>Tanggal")
    assert found["birth_date"].at == 2
    assert not unknown


def test_staff_of_today_are_counted_and_not_named() -> None:
    found, _ = matched("positions", "Pegawai Saat Ini")
    assert [*found] == ["filled"]


def test_men_and_women_below_a_group_are_counted_apart() -> None:
    found, unknown = matched(
        "positions", "Bezetting>PNS>L", "Bezetting>PNS>P", "Bezetting>PPPK>L", "Warna>P"
    )
    assert [*found] == ["filled_pns_men", "filled_pns_women", "filled_pppk_men"]
    assert unknown == ["Warna \u203a P"]


@pytest.mark.parametrize(
    "heading", ["OPD Pengampu", "Perangkat Daerah Pemrakarsa", "Instansi Pengusul"]
)
def test_a_side_of_a_link_is_known_whatever_it_calls_a_unit(heading: str) -> None:
    assert "from_unit" in matched("links", heading, "Dalam Hal")[0]
    assert "from_unit" not in matched("workload", heading)[0]


def test_a_column_of_rank_and_date_is_of_use_though_a_date_below_rank_is_none() -> None:
    assert matched("employees", "Pangkat/TMT")[0].keys() == {"rank+"}
    assert matched("employees", "Pangkat>TMT") == ({}, [])


@pytest.mark.parametrize("heading", ["Instansi Pendukung", "OPD yang Terlibat", "SKPD Terkait"])
def test_the_other_side_of_a_link_is_known_by_its_part_in_it(heading: str) -> None:
    assert matched("links", "OPD Pengampu", heading, "Isu")[0].keys() == {
        "from_unit", "to_unit", "topic",
    }  # fmt: skip
